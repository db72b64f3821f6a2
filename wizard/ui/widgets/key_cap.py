# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key as it looks on the keyboard: the number of a choice."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import BOLD
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import SMALL_RADIUS, Box, draw_box

_EDGE = 1.5
_FOOT = 3.0
"""The lower edge is thicker: a cap that stands out."""


def draw_key_cap(painter: QPainter, rect: QRectF, text: str, *, chosen: bool = False, size: float = 16) -> None:
    """Draw a key cap.

    Args:
        painter: where to draw.
        rect: where it lies.
        text: the key.
        chosen: filled with the accent.
        size: text size in pixels at 100 %.
    """
    theme = current()
    edge, fill, ink = ("accent", "accent", "on_accent") if chosen else ("control", "paper", "ink")
    radius = theme.px(SMALL_RADIUS)
    draw_box(painter, rect, Box(fill=edge), radius)
    draw_box(painter, rect.adjusted(_EDGE, _EDGE, -_EDGE, -_FOOT), Box(fill=fill), radius - _EDGE)
    painter.setFont(theme.font(size, BOLD))
    painter.setPen(theme.colour(ink))
    painter.drawText(rect.adjusted(0, 0, 0, -_EDGE), Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(QLabel):
    """A key cap by itself, of a side in pixels at 100 %."""

    def __init__(self, text: str, side: float = 30, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._side = side
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = current().px(self._side)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_key_cap(QPainter(self), QRectF(self.rect()), self.text(), size=self._side * 16 / 30)
