# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree to be read without a case: its chart, and beside it the step that is read."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk, walk
from wizard.engine.wording import format_date
from wizard.ui.jobs import Jobs
from wizard.ui.theme import current, follow
from wizard.ui.walk.chart_panel import ChartPanel
from wizard.ui.walk.reading_card import ReadingCard
from wizard.ui.walk.regions import TWO_COLUMNS_FROM
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import VLine
from wizard.ui.widgets.tab_row import TabRow

STEP, CHART = 0, 1
_READING = 440


class ReadPage(QWidget):
    """Shows a tree. A click on a step, in the chart or its outline, shows its words; nothing is answered here."""

    start_requested = Signal()
    home_requested = Signal()

    def __init__(self, jobs: Jobs, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._walk: Walk | None = None
        self.law_checked = ""
        """When the law was last checked, in words."""
        self.chart = ChartPanel(jobs)
        self.reading = ReadingCard()
        self.reading.close_button.hide()
        self.start = Button(self.tr("Start a case"), "primary", "play")
        self.start.clicked.connect(self.start_requested)
        self._hint = Label(self.tr("Choose a step in the chart to read it."), "card", "ink2")
        self.tabs = TabRow()
        self.tabs.addTab(self.tr("Step"))
        self.tabs.addTab(self.tr("Chart"))
        self.tabs.currentChanged.connect(self._arrange)
        self.chart.read_requested.connect(self.read)
        self._build()
        follow(self._take_over)

    def _build(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.reading)
        self._side = QWidget()
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.start)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(area, 1)
        side.addLayout(self._foot)
        self._line = VLine()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._line)
        row.addWidget(self.chart, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addLayout(row, 1)

    def show_tree(self, graph: TreeGraph) -> None:
        """Show a tree, with its first step to be read."""
        manifest = graph.collection.manifest
        day = format_date(manifest.law_checked_on, self._language, short=True)
        self.law_checked = self.tr("Law checked {day}").format(day=day)
        self._walk = walk(graph, {}, date.today())
        self.chart.show_tree(graph, self._language)
        self.tabs.setCurrentIndex(CHART)
        self._read(graph.keys[0])

    def read(self, key: str) -> None:
        """Show the words of a step."""
        self._read(key)
        self.tabs.setCurrentIndex(STEP)

    def clear(self) -> None:
        """Show nothing."""
        self._walk = None
        self.chart.clear()

    def regions(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the regions that are shown now, in the order in which F6 visits them."""
        both: tuple[tuple[str, QWidget], ...] = (("step", self._side), ("chart", self.chart))
        return tuple((name, widget) for name, widget in both if widget.isVisible())

    def focus_region(self, region: str) -> None:
        """Put the keyboard into a region."""
        wanted: QWidget = self.chart.view if region == "chart" else self.start
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _read(self, key: str) -> None:
        if self._walk is not None and key in self._walk.graph.number:
            self.reading.show_node(self._walk, key, self._language, self.law_checked)

    def _arrange(self) -> None:
        theme = current()
        narrow = self.width() / theme.scale < TWO_COLUMNS_FROM
        self.tabs.setVisible(narrow)
        self._line.setVisible(not narrow)
        self._side.setVisible(not narrow or self.tabs.currentIndex() == STEP)
        self.chart.setVisible(not narrow or self.tabs.currentIndex() == CHART)
        width = theme.px(_READING)
        self._side.setMinimumWidth(0 if narrow else width)
        self._side.setMaximumWidth(self.width() if narrow else width)

    def _take_over(self) -> None:
        theme = current()
        self._foot.setContentsMargins(theme.sp(24), theme.sp(8), theme.sp(24), theme.sp(10))
        self._foot.setSpacing(theme.sp(12))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("paper"))
        painter.fillRect(self.chart.geometry(), current().colour("surface"))
