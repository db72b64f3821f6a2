# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One choice of a question: a large target with its key, its label and a hint."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import REGULAR, SEMI_BOLD
from wizard.chart.icons import draw_icon
from wizard.ui.theme import Theme, current, follow
from wizard.ui.widgets.boxes import SMALL_RADIUS, Box, draw_box
from wizard.ui.widgets.key_cap import draw_key_cap
from wizard.ui.widgets.marked_text import Mark
from wizard.ui.widgets.term_spots import Spot, TermSpots
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width

_DASH = (6.25, 3.75)
_CAP = 30
_HINT_SIZE = 14.5
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """Where everything lies in a certain width; it is the same whether the choice is chosen or not."""

    left: int
    """Left edge of the texts."""
    label: WrappedText
    hint: WrappedText | None
    side_note: WrappedText | None
    """The hint, where it fits beside the label of *Not sure yet*."""
    word: bool
    """Whether there is room for the word “Chosen” beside its tick."""
    height: int


class ChoiceButton(QAbstractButton):
    """A choice that is one of several, or any of several; it wraps and never shortens its text.

    A screen reader meets a radio button (or a check box) named “2. Yes, and there is no final answer yet”, described
    by the hint. The arrows move between the choices of the same parent without choosing; Space chooses.
    """

    def __init__(
        self,
        key: str,
        label: str,
        hint: str = "",
        *,
        any_of: bool = False,
        unsure: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a choice.

        Args:
            key: the key that chooses it, shown on the cap; empty for none.
            label: its words.
            hint: a second, smaller text.
            any_of: several may be chosen.
            unsure: it stands for *Not sure yet*, with a dashed edge.
            parent: the widget that holds all choices of the question.
        """
        super().__init__(parent)
        self._key = key
        self._hint = hint
        self._any_of = any_of
        self._unsure = unsure
        self._label_marks: tuple[Mark, ...] = ()
        self._hint_marks: tuple[Mark, ...] = ()
        self.spots = TermSpots(self, self._places, clicks=False)
        self.setText(label)
        self.setCheckable(True)
        self.setAutoExclusive(not any_of)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{key}. {label}" if key else label)
        self.setAccessibleDescription(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._take_over)

    @property
    def key(self) -> str:
        """The key that chooses it."""
        return self._key

    def set_chosen(self, chosen: bool) -> None:
        """Show it as chosen or not, without saying that anybody clicked."""
        exclusive = self.autoExclusive()
        # Qt keeps the last chosen one of an exclusive set chosen.
        self.setAutoExclusive(exclusive and chosen)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)

    def set_marks(self, label: tuple[Mark, ...], hint: tuple[Mark, ...]) -> None:
        """Explain the terms of the label and of the hint."""
        self._label_marks, self._hint_marks = label, hint
        self.spots.set_marks((*label, *hint))

    def _places(self) -> Iterator[Spot]:
        arranged = self._arrangement(self.width())
        top = self._top_of(arranged)
        for mark in self._label_marks:
            yield mark, arranged.label.strips(mark.start, mark.end, arranged.left, top)
        if arranged.hint is not None:
            for mark in self._hint_marks:
                yield mark, arranged.hint.strips(mark.start, mark.end, arranged.left, top + arranged.label.height)

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    # --- size ---------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        texts = max(one_line_width([self._label_run()]), one_line_width([self._hint_run()]) if self._hint else 0)
        width = self._text_left() + texts + self._sign_width(word=True) + 2 * theme.sp(14)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._text_left() + current().px(110) + self._sign_width(word=False) + 2 * current().sp(14)
        return QSize(width, self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrangement(width).height

    def _text_left(self) -> int:
        theme = current()
        return theme.sp(12) + (theme.px(_CAP) + theme.sp(13) if self._key else theme.sp(4))

    def _sign_width(self, *, word: bool) -> int:
        """Width of what stands at the right once it is chosen: the tick and, with room, the word."""
        theme = current()
        return theme.px(22) + (one_line_width([self._chosen_run()]) + theme.px(13) if word else 0)

    def _label_run(self) -> Run:
        return Run(self.text(), current().font(17, SEMI_BOLD), "ink" if self.isEnabled() else "disabled")

    def _hint_run(self) -> Run:
        return Run(self._hint, current().font(_HINT_SIZE, REGULAR), "ink2" if self.isEnabled() else "disabled")

    def _chosen_run(self) -> Run:
        return Run(self.tr("Chosen"), current().font(_HINT_SIZE, SEMI_BOLD), "accent")

    def _arrangement(self, width: int) -> _Arrangement:
        theme = current()
        left = self._text_left()
        free = width - left - theme.sp(14) - theme.sp(13)
        word = free - self._sign_width(word=True) >= theme.px(240)
        free -= self._sign_width(word=word)
        label = WrappedText([self._label_run()], max(free, 1))
        hint = side_note = None
        if self._hint:
            beside = free - label.width - theme.sp(24)
            if self._unsure and one_line_width([self._hint_run()]) <= beside:
                side_note = WrappedText([self._hint_run()], beside)
            else:
                hint = WrappedText([self._hint_run()], max(free, 1))
        least = theme.px(52 if hint else 44)
        height = label.height + (hint.height if hint else 0) + 2 * theme.sp(5)
        return _Arrangement(left, label, hint, side_note, word, max(height, least))

    def _top_of(self, arranged: _Arrangement) -> float:
        """Where the texts begin."""
        return (self.height() - arranged.label.height - (arranged.hint.height if arranged.hint else 0)) / 2

    # --- keys ---------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own arrows would choose as they move.
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        choices = self._choices_in_order()
        at = choices.index(self) + step
        if 0 <= at < len(choices):
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            choices[at].setFocus(reason)
        event.accept()

    def _choices_in_order(self) -> list["ChoiceButton"]:
        parent = self.parentWidget()
        if parent is None:
            return [self]
        found = parent.findChildren(ChoiceButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return sorted((one for one in found if one.isVisible() and one.isEnabled()), key=lambda one: one.y())

    # --- picture ------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _box(self) -> Box:
        dash = _DASH if self._unsure and not self.isChecked() else None
        if not self.isEnabled():
            return Box("line", 1.25, "paper", dash)
        if self.isDown():
            return Box("accent_press", 2.5, "accent_soft", dash)
        if self.isChecked():
            return Box("accent", 2.5, "accent_soft")
        if self.underMouse():
            return Box("accent", 2, "surface", dash)
        return Box("control", 1.25, "surface", dash)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), self._box())
        arranged = self._arrangement(self.width())
        if self._key:
            side = theme.px(_CAP)
            cap = QRectF(theme.sp(12), (self.height() - side) / 2, side, side)
            draw_key_cap(painter, cap, self._key, chosen=self.isChecked())
        top = self._top_of(arranged)
        arranged.label.draw(painter, arranged.left, top)
        if arranged.hint:
            arranged.hint.draw(painter, arranged.left, top + arranged.label.height)
        self.spots.draw(painter)
        self._draw_signs(painter, theme, arranged)

    def _draw_signs(self, painter: QPainter, theme: Theme, arranged: _Arrangement) -> None:
        """Draw what stands at the right, from the right."""
        side = theme.px(22)
        right = self.width() - theme.sp(14)
        place = QRectF(right - side, (self.height() - side) / 2, side, side)
        if self._any_of:
            _draw_tick_box(painter, place, ticked=self.isChecked(), theme=theme)
        elif self.isChecked():
            draw_icon(painter, "check", place, theme.tokens.accent, 2.5)
        elif self._unsure:
            inset = theme.px(1)
            sign = place.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "circle-question-mark", sign, theme.hex("ink2" if self.isEnabled() else "disabled"))
        if self.isChecked() and arranged.word:
            word = WrappedText([self._chosen_run()], self.width())
            word.draw(painter, place.left() - theme.px(13) - word.width, (self.height() - word.height) / 2)
        elif arranged.side_note and not self.isChecked():
            note = arranged.side_note
            note.draw(painter, place.left() - theme.px(13) - note.width, (self.height() - note.height) / 2)


def _draw_tick_box(painter: QPainter, place: QRectF, *, ticked: bool, theme: Theme) -> None:
    box = Box(fill="accent") if ticked else Box("control", 1.5, "surface")
    draw_box(painter, place, box, SMALL_RADIUS - 2)
    if ticked:
        inset = place.width() * 0.12
        draw_icon(painter, "check", place.adjusted(inset, inset, -inset, -inset), theme.tokens.on_accent, 3)
