# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that folds into one line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget
from typing_extensions import override

from wizard.chart.icons import draw_icon
from wizard.ui.theme import current, follow


class DropDown(QComboBox):
    """A combo box; Qt cannot tint the arrow of a style sheet, so it is painted here."""

    def __init__(self, *, size: float = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        holder = self.view().parentWidget()
        if isinstance(holder, QFrame):
            # The list has an edge of its own.
            holder.setFrameShape(QFrame.Shape.NoFrame)
        follow(self._take_over)

    def _take_over(self) -> None:
        font = current().font(self._size)
        self.setFont(font)
        # The list is a window of its own, and does not take the font over.
        self.view().setFont(font)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(80), current().px(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current()
        side = theme.px(18)
        place = QRectF(self.width() - side - theme.sp(8), (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "chevron-down", place, theme.hex("ink2" if self.isEnabled() else "disabled"))
