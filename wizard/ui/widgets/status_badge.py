# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A status as shape, word and colour; the word is never left out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import SEMI_BOLD
from wizard.chart.status_shapes import draw_status_shape
from wizard.chart.status_words import status_word
from wizard.chart.tokens import status_colours
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import SMALL_RADIUS

_EDGE = 1.25


class StatusShape(QWidget):
    """The shape alone, beside the word that names the status."""

    def __init__(self, status: str, size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)
        follow(self._take_over)

    def set_status(self, status: str) -> None:
        """Show another status.

        Raises:
            ValueError: when there is no such status.
        """
        status_colours(current().tokens, status)
        self._status = status
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
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        draw_status_shape(QPainter(self), self._status, square, current().tokens)


class StatusBadge(QLabel):
    """A status with its edge and fill; a screen reader says “Bivens, likely foreclosed”."""

    def __init__(self, status: str, *, claim: str = "", size: float = 14.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._claim = claim
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)
        follow(self._take_over)

    @property
    def status(self) -> str:
        """The status it shows."""
        return self._status

    def set_status(self, status: str) -> None:
        """Show another status: available, arguable, likely-foreclosed, barred or not-reached.

        Raises:
            ValueError: when there is no such status.
        """
        self.setText(status_word(status))
        self._status = status
        word = self.text()
        self.setAccessibleName(f"{self._claim}, {word[:1].lower()}{word[1:]}" if self._claim else word)
        self._take_over()

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return current().font(self._size, SEMI_BOLD)

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(round(width + 0.5) + theme.px(self._size) + theme.px(25), theme.px(self._size + 11))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        colours = status_colours(theme.tokens, self._status)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.edge), _EDGE)
        if self._status == "not-reached":
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.fill))
        radius = theme.px(SMALL_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        side = theme.px(self._size + 1)
        left = theme.px(8)
        square = QRectF(left, (self.height() - side) / 2, side, side)
        draw_status_shape(painter, self._status, square, theme.tokens, on_badge=True)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.text))
        text = QRectF(left + side + theme.px(7), 0, self.width(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
