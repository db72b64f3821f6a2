# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An icon beside a text: it says nothing of its own, so a screen reader passes over it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.icons import STROKE, draw_icon
from wizard.ui.theme import current, follow


class Icon(QWidget):
    """One icon of the bundled set, in a colour of the theme."""

    def __init__(
        self,
        name: str,
        size: float = 18,
        colour: str = "ink2",
        stroke: float = STROKE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._colour = colour
        self._stroke = stroke
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self._take_over)

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon, in the same or another colour."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = current().px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = current().px(self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), self._name, place, current().hex(self._colour), self._stroke)
