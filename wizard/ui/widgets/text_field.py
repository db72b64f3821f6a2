# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of text to write in, with the edges of the design."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box


class TextField(QLineEdit):
    """A field of one line; a refused one has a thick edge in the colour of errors."""

    def __init__(
        self, text: str = "", placeholder: str = "", *, size: float = 15, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._size = size
        self._refused = False
        self.setPlaceholderText(placeholder)
        follow(self._take_over)

    @property
    def refused(self) -> bool:
        """Whether it is marked as not acceptable."""
        return self._refused

    def set_refused(self, refused: bool) -> None:
        """Mark it, or take the mark away; the message is a `FieldError` above it."""
        self._refused = refused
        self.update()

    def _take_over(self) -> None:
        self.setFont(current().font(self._size))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(48), current().px(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The style sheet draws the plain edge; it knows whole pixels only.
        if self._refused:
            draw_box(QPainter(self), QRectF(self.rect()), Box("error", 2.5))
        elif self.underMouse() and self.isEnabled():
            draw_box(QPainter(self), QRectF(self.rect()), Box("control", 1.5))
