# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two or more views of one thing, of which one is on: “Whole chart | Path only”."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import SEMI_BOLD
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS

_SIZE = 14
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segments(QWidget):
    """Buttons that share their edges; one is always on. Left and right move, Space chooses."""

    chosen = Signal(int)
    """The place of the one that the user has just chosen, from 0."""

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(labels) - 1
        self._segments = [_Segment(label, first=at == 0, last=at == last) for at, label in enumerate(labels)]
        for segment in self._segments:
            row.addWidget(segment)
            segment.clicked.connect(self._click)
        self._segments[0].setChecked(True)
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def index(self) -> int:
        """The place of the one that is on."""
        return self._index

    def set_index(self, index: int) -> None:
        """Turn another one on, without saying that anybody chose it."""
        self._segments[index].setChecked(True)
        self._index = index

    def _click(self) -> None:
        index = next(at for at, segment in enumerate(self._segments) if segment.isChecked())
        if index != self._index:
            self._index = index
            self.chosen.emit(index)


class _Segment(QPushButton):
    """One of the buttons."""

    def __init__(self, text: str, *, first: bool, last: bool) -> None:
        super().__init__(text)
        self._first = first
        self._last = last
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self._take_over)

    def _take_over(self) -> None:
        self.setFont(current().font(_SIZE, SEMI_BOLD))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        words = QFontMetricsF(theme.font(_SIZE, SEMI_BOLD)).horizontalAdvance(self.text())
        return QSize(round(words + 0.5) + 2 * theme.sp(11), theme.px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = "accent" if on or self.underMouse() else "control"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("accent_soft" if on or self.isDown() else "surface"))
        painter.drawPath(self._outline())
        painter.setFont(self.font())
        painter.setPen(theme.colour("accent" if on else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own arrows would choose as they move.
        step = _STEPS.get(event.key())
        holder = self.parentWidget()
        if step is None or holder is None:
            super().keyPressEvent(event)
            return
        beside = holder.findChildren(_Segment)
        at = beside.index(self) + step
        if 0 <= at < len(beside):
            beside[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _outline(self) -> QPainterPath:
        """A rectangle with round corners at the outer ends only."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        square = QPainterPath()
        half = box.width() / 2
        if not self._first:
            square.addRect(box.adjusted(0, 0, -half, 0))
        if not self._last:
            square.addRect(box.adjusted(half, 0, 0, 0))
        return path.united(square)
