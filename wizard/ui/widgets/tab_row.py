# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tabs: the current one is bold, with a bar under it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from wizard.chart.fonts import BOLD, MEDIUM
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import SMALL_RADIUS, Box, draw_box
from wizard.ui.widgets.focus_ring import set_ring

_BAR = 3


class TabRow(QTabBar):
    """A row of tabs; left and right change the tab."""

    def __init__(self, *, size: float = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        set_ring(self, radius=SMALL_RADIUS, inside=True, part=self._current_tab)
        follow(self._take_over)

    def _current_tab(self) -> QRect:
        return self.tabRect(self.currentIndex())

    def _take_over(self) -> None:
        # The font is the widest that a tab can have, so that choosing one moves none.
        self.setFont(current().font(self._size, BOLD))
        self.updateGeometry()
        self.update()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        theme = current()
        words = QFontMetricsF(theme.font(self._size, BOLD)).horizontalAdvance(self.tabText(index))
        return QSize(round(words + 0.5) + 2 * theme.sp(12), theme.px(38))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        pointer = self.mapFromGlobal(QCursor.pos()) if self.underMouse() else None
        for index in range(self.count()):
            rect = self.tabRect(index)
            on = index == self.currentIndex()
            if not on and pointer is not None and rect.contains(pointer):
                draw_box(painter, rect.toRectF().adjusted(2, 2, -2, -4), Box(fill="accent_soft"), SMALL_RADIUS)
            painter.setFont(theme.font(self._size, BOLD if on else MEDIUM))
            painter.setPen(theme.colour("accent" if on else "ink"))
            painter.drawText(rect.adjusted(0, 0, 0, -_BAR), Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if on:
                bar = rect.adjusted(theme.sp(6), rect.height() - _BAR, -theme.sp(6), 0)
                painter.fillRect(bar, theme.colour("accent"))
