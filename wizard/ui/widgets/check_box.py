# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A box to tick, with a text that wraps."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.icons import draw_icon
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box
from wizard.ui.widgets.term_spots import Spot, TermSpots
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width

_SIDE = 22
_CORNER = 4


class CheckBox(QCheckBox):
    """A check box; Qt cannot tint the tick of a style sheet, so it paints itself."""

    def __init__(self, text: str, *, size: float = 15, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._size = size
        self.spots = TermSpots(self, self._places, clicks=False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._take_over)

    def _take_over(self) -> None:
        self.setFont(current().font(self._size))
        self.updateGeometry()
        self.update()

    def _run(self) -> Run:
        return Run(self.text(), current().font(self._size), "ink" if self.isEnabled() else "disabled")

    def _text_left(self) -> int:
        return current().px(_SIDE + 9)

    @override
    def sizeHint(self) -> QSize:
        width = self._text_left() + one_line_width([self._run()])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + current().px(60), self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        text = WrappedText([self._run()], max(1, width - self._text_left()))
        return max(text.height, current().px(_SIDE)) + 2

    def _text(self) -> WrappedText:
        return WrappedText([self._run()], max(1, self.width() - self._text_left()))

    def _top_of_box(self) -> float:
        """Where the box begins: level with the first line."""
        text, side = self._text(), current().px(_SIDE)
        return max(1.0, (_first_line(text) - side) / 2) if text.lines > 1 else (self.height() - side) / 2

    def _top_of_text(self) -> float:
        return self._top_of_box() + (current().px(_SIDE) - _first_line(self._text())) / 2

    def _places(self) -> Iterator[Spot]:
        text, top = self._text(), self._top_of_text()
        for mark in self.spots.marks:
            yield mark, text.strips(mark.start, mark.end, self._text_left(), top)

    @override
    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        side = theme.px(_SIDE)
        text, top = self._text(), self._top_of_box()
        box = QRectF(0, top, side, side)
        pointed = self.underMouse() or self.isDown()
        if not self.isEnabled():
            draw_box(painter, box, Box("line", 1.5, "paper"), _CORNER)
        elif self.isChecked():
            draw_box(painter, box, Box(fill="accent_hover" if pointed else "accent"), _CORNER)
        else:
            draw_box(painter, box, Box("accent" if pointed else "control", 2 if pointed else 1.5, "surface"), _CORNER)
        if self.isChecked():
            inset = side * 0.12
            colour = theme.hex("on_accent" if self.isEnabled() else "disabled")
            draw_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), colour, 3)
        text.draw(painter, self._text_left(), self._top_of_text())
        self.spots.draw(painter)


def _first_line(text: WrappedText) -> float:
    return text.height / max(1, text.lines)
