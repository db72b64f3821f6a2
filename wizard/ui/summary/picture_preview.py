# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of a picture, small, on the ground that sheets lie on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box

_WIDTH, _HEIGHT = 300, 396
_MARGIN = 14


class PicturePreview(QWidget):
    """Shows a drawn page; while the next one is drawn, the one before stays."""

    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("Preview of the first page"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow(self.update)

    @property
    def image(self) -> QImage | None:
        """What is shown now."""
        return self._image

    @property
    def room(self) -> QSize:
        """How large a page may be."""
        return QSize(max(self.width() - 2 * _MARGIN, 40), max(self.height() - 2 * _MARGIN, 40))

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH // 2, _HEIGHT // 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), Box(fill="sunken"))
        image = self._image
        if image is None:
            return
        size = image.deviceIndependentSize()
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter.drawImage(corner, image)
        painter.setPen(QPen(current().colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(corner, size))
