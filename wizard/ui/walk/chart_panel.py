# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flowchart panel: the chart with its tools, the outline that says the same, and the key."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.chart.accessible import install_chart_accessibility
from wizard.chart.drawing import Drawing, draw_path, draw_tree
from wizard.chart.layout.layered import LayoutStopped
from wizard.chart.measuring import Plan, arrange, measure
from wizard.chart.outline import OutlineView
from wizard.chart.reading import NodeReader
from wizard.chart.step_states import StepStates, states_of, unwalked
from wizard.chart.view import FOLLOW_MILLISECONDS, ChartView
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk
from wizard.model.names import NodeKey
from wizard.model.node import SubtreeNode
from wizard.ui.jobs import Jobs, Task
from wizard.ui.theme import current, follow
from wizard.ui.walk.chart_key import ChartKey
from wizard.ui.widgets.button import IconButton
from wizard.ui.widgets.focus_ring import set_ring
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.segments import Segments

LANE = "chart"
#: Subtrees of a tree with more places than this are folded at first.
UNFOLDED_PLACES = 2_000
WHOLE, PATH = 0, 1


class ChartPanel(QWidget):
    """Shows a walk on the chart of its tree. The layout is made by a job; the walk only changes states.

    A subtree is folded until the walk enters it; the user folds and unfolds as well.
    """

    go_to_requested = Signal(str)
    """The place of an answered node that the user wants to return to."""
    read_requested = Signal(str)
    """The place of a node to be read without moving."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._graph: TreeGraph | None = None
        self._walk: Walk | None = None
        self._at: NodeKey | None = None
        self._chosen: str | None = None
        self._language = "en"
        self._toggled: dict[NodeKey, bool] = {}
        self._shown: tuple[int, frozenset[NodeKey], str] | None = None
        self._drawing: Drawing | None = None
        self._middles: dict[NodeKey, float] = {}
        self._task: Task | None = None
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        follow(self._take_over)

    def _build(self) -> None:
        install_chart_accessibility()
        self.view = ChartView(self)
        # The node that the keyboard is on has a ring of its own.
        set_ring(self.view, hidden=True)
        self.outline = OutlineView(self)
        self._title = Label(self.tr("Chart"), "label", wrap=False)
        self._what = Segments([self.tr("Whole chart"), self.tr("Path only")])
        self._what.setAccessibleName(self.tr("What the chart shows"))
        self._outline_button = IconButton("list-todo", self.tr("Outline"))
        self._outline_button.setCheckable(True)
        self._out = IconButton("zoom-out", self.tr("Zoom out"), "-")
        self._in = IconButton("zoom-in", self.tr("Zoom in"), "+")
        self._percent = Label("100 %", "meta", wrap=False)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = IconButton("maximize", self.tr("Fit the whole chart"), "F")
        self._follow = IconButton("locate-fixed", self.tr("Follow the current step"), "Ctrl Shift F")
        self._follow.setCheckable(True)
        self._follow.setChecked(True)
        self._key = ChartKey()
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for widget in (self._title, self._what):
            tools.addWidget(widget)
        tools.addStretch(1)
        for tool in (self._outline_button, self._out, self._percent, self._in, self._fit, self._follow):
            tools.addWidget(tool)
        self._tools = tools
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.outline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(self._stack, 1)
        column.addWidget(self._key)
        self.setFocusProxy(self.view)
        tools_first = (self._what, self._outline_button, self._out, self._in, self._fit, self._follow)
        for before, after in pairwise((*tools_first, self.view, self.outline)):
            QWidget.setTabOrder(before, after)
        self._connect()

    def _connect(self) -> None:
        self._what.chosen.connect(self._refresh)
        self._outline_button.toggled.connect(self._show_outline)
        self._out.clicked.connect(self.view.zoom_out)
        self._in.clicked.connect(self.view.zoom_in)
        self._fit.clicked.connect(self.view.fit)
        self._follow.clicked.connect(self.view.set_follow)
        self.view.zoom_changed.connect(self._show_zoom)
        self.view.follow_changed.connect(self._follow.setChecked)
        for chart in (self.view, self.outline):
            chart.go_to_requested.connect(self.go_to_requested)
            chart.read_requested.connect(self.read_requested)
            chart.fold_requested.connect(self._toggle_fold)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_walk(self, made: Walk, at: NodeKey | None, language: str = "en") -> None:
        """Show a walk with the cursor at a place (None: where the walk stands)."""
        if self._graph is not made.graph:
            self.clear()
        self._graph, self._walk, self._at, self._chosen, self._language = made.graph, made, at, None, language
        self._refresh()

    def show_chosen(self, via: str) -> None:
        """Show the way out that a choice takes from the cursor's place, before it is confirmed."""
        self._chosen = via
        if self._drawing is not None:
            self._show_states(move=False)

    def show_tree(self, graph: TreeGraph, language: str = "en") -> None:
        """Show a tree to be read, without a walk."""
        self.clear()
        self._graph, self._language = graph, language
        self._refresh()

    def clear(self) -> None:
        """Show nothing."""
        self._forget()
        self._graph = self._walk = self._at = self._chosen = None
        self.view.clear()
        self.outline.clear()

    def toggle_follow(self) -> None:
        """Follow the current step, or stop following."""
        self.view.set_follow(not self.view.follows)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._toggled = {}
        self._shown = self._drawing = None
        self._middles = {}

    def _folded(self, graph: TreeGraph) -> frozenset[NodeKey]:
        entered = set(self._walk.path) if self._walk is not None else set()
        folded = set()
        for key, node in zip(graph.keys, graph.nodes, strict=True):
            if isinstance(node, SubtreeNode):
                at_first = key not in entered if self._walk is not None else len(graph.keys) > UNFOLDED_PLACES
                if self._toggled.get(key, at_first):
                    folded.add(key)
        return frozenset(folded)

    def _refresh(self) -> None:
        """Draw anew what differs: the drawing where folds, language or path changed, else only the states."""
        graph = self._graph
        if graph is None:
            return
        path_only = self._what.index == PATH and self._walk is not None
        folded = frozenset[NodeKey](self._walk.path) if path_only and self._walk else self._folded(graph)
        wanted = (self._what.index, folded, self._language)
        if wanted == self._shown:
            # Where the layout is still being made, it will be shown with the states of then.
            self._show_states(move=True)
            return
        self._shown = wanted
        if path_only and self._walk is not None:
            drawing = draw_path(self._walk, self._language)
        else:
            drawing = draw_tree(graph, self._language, folded)
        self._lay_out(drawing)

    def _lay_out(self, drawing: Drawing) -> None:
        if self._task is not None:
            self._task.cancel()
        measured = measure(drawing, self._middles)

        def work(task: Task) -> Plan:
            return arrange(measured, lambda: task.cancelled)

        self._task = self._jobs.run(work, self._show_plan, failures=(LayoutStopped,), lane=LANE)

    def _show_plan(self, plan: Plan) -> None:
        self._task = None
        self._drawing = plan.drawing
        if self._what.index == WHOLE:
            self._middles = plan.x_by_key()
        states = self._states(plan.drawing)
        self._show_reader()
        self.view.show_plan(plan, states, current().tokens)
        self.outline.show_drawing(plan.drawing, states)

    def _show_reader(self) -> None:
        if self._graph is not None:
            reader = NodeReader(self._graph, self._walk, self._language)
            self.view.set_reader(reader)
            self.outline.set_reader(reader)

    def _states(self, drawing: Drawing) -> StepStates:
        if self._walk is None:
            return unwalked(drawing)
        return states_of(drawing, self._walk, self._at, self._chosen)

    def _show_states(self, *, move: bool) -> None:
        if self._drawing is None:
            return
        states = self._states(self._drawing)
        self._show_reader()
        self.view.set_states(states, move=move)
        self.outline.show_drawing(self._drawing, states)

    # -- slots --------------------------------------------------------------------------------------------------------

    def _toggle_fold(self, key: str) -> None:
        if self._graph is None or self._what.index == PATH:
            self.read_requested.emit(key)
            return
        self._toggled[key] = key not in self._folded(self._graph)
        self.view.hold(key)
        self._refresh()

    def _show_outline(self, on: bool) -> None:
        shown, left = (self.outline, self.view) if on else (self.view, self.outline)
        had_focus = left.hasFocus()
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_zoom(self, zoom: float) -> None:
        self._percent.setText(f"{round(zoom * 100)} %")

    def _drop_title(self) -> None:
        """Leave the word “Chart” out where the tools need its room; each tab that leads here says it."""
        self._title.show()
        self._tools.invalidate()
        self._title.setVisible(self._tools.minimumSize().width() <= self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_title()

    def _take_over(self) -> None:
        theme = current()
        self._tools.setContentsMargins(theme.sp(14), theme.sp(8), theme.sp(10), theme.sp(6))
        self._percent.setFixedWidth(theme.px(52))
        self._drop_title()
        self._title.setContentsMargins(0, 0, theme.sp(8), 0)
        self.outline.set_margins(theme.sp(12), theme.sp(3))
        self.view.set_tokens(theme.tokens)
        self.view.set_text_scale(theme.scale)
        self.view.set_milliseconds(theme.milliseconds(FOLLOW_MILLISECONDS))
