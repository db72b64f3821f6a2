# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key under the chart: what each look of a step means."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.step_states import StepState
from wizard.chart.style import node_looks
from wizard.ui.theme import current, follow

SWATCH = (22, 14)
ORDER = (StepState.TAKEN, StepState.CURRENT, StepState.OPEN, StepState.UNKNOWN, StepState.RULED_OUT)


class ChartKey(QWidget):
    """Taken, You are here, Ahead, Not sure, Ruled out; wraps onto more lines where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._take_over)

    def _take_over(self) -> None:
        self.setAccessibleName(", ".join(_word(state) for state in ORDER))
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[StepState, float, float]]:
        """Return where each entry stands: its state, left and top, px."""
        theme = current()
        metrics = QFontMetricsF(theme.font(13.5))
        x, y, gap = float(theme.px(12)), 0.0, theme.px(10)
        places: list[tuple[StepState, float, float]] = []
        for state in ORDER:
            wide = theme.px(SWATCH[0]) + theme.px(5) + metrics.horizontalAdvance(_word(state))
            if places and x + wide > width - theme.px(4):
                x, y = float(theme.px(12)), y + theme.px(24)
            places.append((state, x, y))
            x += wide + gap
        return places

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return int(self._places(width)[-1][2]) + current().px(32)

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(300), current().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(120), self.heightForWidth(max(self.width(), current().px(120))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        looks = node_looks(theme.tokens)
        wide, high = theme.px(SWATCH[0]), theme.px(SWATCH[1])
        for state, x, y in self._places(self.width()):
            swatch = QRectF(x, y + (theme.px(32) - high) / 2, wide, high)
            painter.setPen(looks[state].pen)
            painter.setBrush(looks[state].fill)
            painter.drawRoundedRect(swatch, 4, 4)
            if state is StepState.RULED_OUT:
                _hatch(painter, swatch)
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(13.5))
            words = QRectF(x + wide + theme.px(5), y, self.width(), theme.px(32))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _word(state))


def _hatch(painter: QPainter, swatch: QRectF) -> None:
    painter.save()
    painter.setClipRect(swatch)
    painter.setPen(QPen(current().colour("hatch"), 1))
    x = swatch.left() - swatch.height()
    while x < swatch.right():
        painter.drawLine(int(x), int(swatch.bottom()), int(x + swatch.height()), int(swatch.top()))
        x += 6
    painter.restore()


def _word(state: StepState) -> str:
    words = {
        StepState.TAKEN: QCoreApplication.translate("ChartKey", "Taken"),
        StepState.CURRENT: QCoreApplication.translate("ChartKey", "You are here"),
        StepState.OPEN: QCoreApplication.translate("ChartKey", "Ahead"),
        StepState.UNKNOWN: QCoreApplication.translate("ChartKey", "Not sure"),
        StepState.RULED_OUT: QCoreApplication.translate("ChartKey", "Ruled out"),
    }
    return words[state]
