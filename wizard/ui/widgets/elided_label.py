# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file name that may be shortened in its middle; nothing else ever is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from wizard.ui.theme import TextStyle, current, follow


class ElidedLabel(QLabel):
    """One line that keeps the beginning and the ending of a file name; the whole is its tooltip."""

    def __init__(
        self, text: str = "", style: TextStyle = "card", tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self._take_over)

    @property
    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())

    def _take_over(self) -> None:
        self.setFont(current().text_font(self._style))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(80), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.shown_text != self.text() else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), self.shown_text)
