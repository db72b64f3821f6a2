# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The middle of the Walk page: banners, the question (or an end, or a step that is read), the footer; its keys."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.walk.end_card import EndCard
from wizard.ui.walk.footer import Footer
from wizard.ui.walk.question_card import QuestionCard
from wizard.ui.walk.reading_card import ReadingCard
from wizard.ui.walk.tab_order import chain, focusable
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.banner import Banner
from wizard.ui.widgets.choice_button import ChoiceButton

BannerKind = Literal["save", "law", "version"]
_NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionColumn(QWidget):
    """Shows one thing at a time and turns keys into wishes."""

    next_requested = Signal()
    enter_pressed = Signal()
    """Enter, on no button: choose what the keyboard is on where nothing is chosen, then go on."""
    back_requested = Signal()
    summary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Question"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.digits_choose = True
        self.card = QuestionCard()
        self.end = EndCard()
        self.reading = ReadingCard()
        self.footer = Footer()
        self._banners: dict[BannerKind, Banner] = {}
        self._banner_box = QVBoxLayout()
        cards: tuple[QWidget, ...] = (self.card, self.end, self.reading)
        self._areas = {card: _scroll_area(card) for card in cards}
        self._stack = QStackedWidget()
        self._before: QWidget = self.card
        for area in self._areas.values():
            self._stack.addWidget(area)
            area.verticalScrollBar().rangeChanged.connect(self._look_below)
            area.verticalScrollBar().valueChanged.connect(self._look_below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._banner_box)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)
        self.footer.next_requested.connect(self.next_requested)
        self.footer.back_requested.connect(self.back_requested)
        self.footer.summary_requested.connect(self.summary_requested)
        self.footer.more_requested.connect(self._scroll_on)
        self.reading.closed.connect(self.stop_reading)
        self.card.choice_focused.connect(self._bring_into_view)
        follow(self._take_over)

    # What it shows

    @property
    def shown(self) -> QWidget:
        """The card that is shown: the question, the end, or what is read."""
        area = self._stack.currentWidget()
        return next(card for card, own in self._areas.items() if own is area)

    def show_card(self, card: QWidget) -> None:
        """Show one of the cards from its top."""
        self._stack.setCurrentWidget(self._areas[card])
        self._areas[card].verticalScrollBar().setValue(0)
        self.footer.setVisible(card is not self.reading)
        self._look_below()

    def read(self) -> None:
        """Show the step to be read in place of the question."""
        if self.shown is not self.reading:
            self._before = self.shown
        self.show_card(self.reading)
        self.reading.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_reading(self) -> None:
        """Show the question again."""
        if self.shown is self.reading:
            self.show_card(self._before)
            self.focus_answer()

    def focus_answer(self, *, made: bool = True) -> None:
        """Put the keyboard on the answer, or on what an end offers."""
        if self.shown is self.card:
            self.card.focus_answer(made=made)
        elif self.shown is self.reading:
            self.reading.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.end.delete_button.isVisible():
            self.footer.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.footer.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_banner(self, kind: BannerKind, banner: Banner) -> None:
        """Show a banner above the question, in the place of the one of its kind."""
        self.hide_banner(kind)
        self._banners[kind] = banner
        self._banner_box.addWidget(banner)
        self._space_banners()
        chain(self.card.before, *focusable(banner))
        banner.appear()

    def hide_banner(self, kind: BannerKind) -> None:
        """Take a banner away."""
        banner = self._banners.pop(kind, None)
        if banner is not None:
            self._banner_box.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._space_banners()

    def banner(self, kind: BannerKind) -> Banner | None:
        """Return the banner of a kind that is shown now."""
        return self._banners.get(kind)

    def turn_why(self) -> None:
        """Fold or unfold “Why we ask”, and go there."""
        fold = self.card.why.fold
        fold.click()
        fold.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_note(self) -> None:
        """Go to the note."""
        note = self.end.note if self.shown is self.end else self.card.note
        note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_citations(self) -> None:
        """Copy the authorities of this question, a line each."""
        why = self.reading.why if self.shown is self.reading else self.card.why
        if why.citations and self.shown is not self.end:
            QApplication.clipboard().setText("\n".join(citation.whole for citation in why.citations))
            announce(self, self.tr("Copied"))

    # Room

    def _space_banners(self) -> None:
        theme = current()
        margin = theme.sp(24) if self._banners else 0
        self._banner_box.setContentsMargins(margin, theme.sp(10) if self._banners else 0, margin, 0)
        self._banner_box.setSpacing(theme.sp(8))

    def _look_below(self) -> None:
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            self.footer.show_more_below(bar.value() < bar.maximum())

    def _bring_into_view(self, choice: QWidget) -> None:
        """Scroll to the choice that the keyboard has come to: Qt does so for Tab alone."""
        self._areas[self.card].ensureWidgetVisible(choice, 0, current().px(12))

    def _scroll_on(self) -> None:
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() - current().px(40))

    def _take_over(self) -> None:
        self._space_banners()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter goes on, Backspace goes back: what no field inside has taken for itself."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.NoModifier and self._pressed(event):
            return
        super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.shown is self.reading:
            self.stop_reading()
            return True
        if event.key() in _NEXT_KEYS:
            return self._enter()
        if event.key() == Qt.Key.Key_Backspace and self.shown is not self.reading:
            self.back_requested.emit()
            return True
        text = event.text()
        if text.isdecimal() and self.digits_choose and self.shown is self.card and self.card.input is not None:
            return self.card.input.press(int(text))
        return False

    def _enter(self) -> bool:
        focused = self.window().focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, ChoiceButton):
            focused.click()
            return True
        if self.shown is self.card:
            self.enter_pressed.emit()
            return True
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("paper"))


def _scroll_area(card: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(card)
    return area
