# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a chart on any QPainter: screen, PNG, SVG and PDF alike. A grid finds what an exposed rectangle needs."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from wizard.chart.grid import Bounds, Grid
from wizard.chart.label_painter import LabelPainter
from wizard.chart.measuring import Plan
from wizard.chart.node_painter import NodePainter
from wizard.chart.step_states import StepState, StepStates, unwalked
from wizard.chart.style import bent, line_looks, reach
from wizard.chart.tokens import Tokens

#: Below this scale there are boxes and lines only; below the next, no text.
BOXES_ONLY = 0.12
NO_TEXT = 0.45
NO_HEADS = 0.25
#: Room around the layout: outlines, the pin and thick lines reach outside.
MARGIN = 40.0
#: What is drawn of a node lies at most this far outside its rectangle.
NODE_REACH = 30.0
#: Lines are drawn in this order, so that the path lies on top.
LINE_ORDER = (StepState.RULED_OUT, StepState.OPEN, StepState.UNKNOWN, StepState.TAKEN)
HEAD_WIDTH = 0.52
#: A line ends this far above the node it leads to, inside its arrow head: past the point it would stand out.
LINE_END = 7.0
#: How far the point of an arrow head stays off the node.
TIP_GAP = 1.0


@dataclass(slots=True)
class _Lines:
    straight: list[QLineF]
    bent: list[int]


class ChartPainter:
    """A plan with the states of its steps, ready to be painted in parts.

    `exact` draws icons as strokes (files); else as cached pictures (screen).
    """

    def __init__(self, plan: Plan, tokens: Tokens, *, exact: bool = False) -> None:
        self.plan = plan
        layout = plan.layout
        self.rects = [QRectF(rect.x, rect.y, rect.width, rect.height) for rect in layout.nodes]
        self.states = unwalked(plan.drawing)
        self.focus: int | None = None
        self.hover: int | None = None
        self._exact = exact
        tips = {links[-1] for links in layout.links_of_arrow if links}
        self._points = [
            _ending_in_head(link.points) if at in tips else link.points for at, link in enumerate(layout.links)
        ]
        self._lines = [QLineF(*points[0], *points[-1]) if len(points) == 2 else None for points in self._points]  # noqa: PLR2004
        self._paths: list[QPainterPath | None] = [None] * len(self._points)
        self._fill_grids()
        self.set_tokens(tokens)
        self.set_states(self.states)

    def _fill_grids(self) -> None:
        layout = self.plan.layout
        self._link_grid, self._node_grid, self._tip_grid, self._pill_grid = Grid(), Grid(), Grid(), Grid()
        for number, points in enumerate(self._points):
            self._link_grid.add_line(number, points)
        for number, rect in enumerate(self.rects):
            self._node_grid.add(number, _bounds(rect.adjusted(-NODE_REACH, -NODE_REACH, NODE_REACH, NODE_REACH)))
        for number, (route, pill) in enumerate(zip(layout.routes, layout.pills, strict=True)):
            x, y = route[-1]
            self._tip_grid.add(number, (x - 8, y - 14, x + 8, y + 2))
            if pill is not None:
                self._pill_grid.add(number, (pill.x, pill.y, pill.x + pill.width, pill.y + pill.height))

    @property
    def bounds(self) -> QRectF:
        """Everything that is drawn lies in here, px."""
        layout = self.plan.layout
        return QRectF(-MARGIN, -MARGIN, layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.tokens = tokens
        self._looks = line_looks(tokens)
        self._nodes = NodePainter(self.plan.drawing, self.rects, tokens, exact=self._exact)
        self._labels = LabelPainter(self.plan, tokens)
        self._far: dict[StepState, list[QLineF]] | None = None

    def set_states(self, states: StepStates) -> None:
        """Take other states: a link has the highest state of its arrows."""
        self.states = states
        link_states = [StepState.RULED_OUT] * len(self._points)
        for state, links in zip(states.arrows, self.plan.layout.links_of_arrow, strict=True):
            for link in links:
                link_states[link] = max(link_states[link], state)
        self._link_states = link_states
        self._far = None

    def node_at(self, x: float, y: float) -> int | None:
        """Return the node at a point, or None."""
        for number in self._node_grid.near((x, y, x, y)):
            if self.rects[number].contains(x, y):
                return number
        return None

    def paint(self, painter: QPainter, exposed: QRectF, detail: float) -> None:
        """Paint what lies in `exposed`; `detail` is the scale at which it will be seen (1: 100 %)."""
        if detail < BOXES_ONLY:
            self._paint_far(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=detail >= NO_TEXT)
        self._paint_lines(painter, exposed, fine=detail >= NO_TEXT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        text = detail >= NO_TEXT
        if detail >= NO_HEADS:
            self._paint_heads(painter, exposed)
            self._labels.paint(painter, self._pill_grid.near(_bounds(exposed)), exposed, self.states, text=text)
        if self.focus is not None:
            self._nodes.paint_focus(painter, self.focus, self.states.nodes[self.focus])
        for number in self._node_grid.near(_bounds(exposed)):
            if self.rects[number].adjusted(-NODE_REACH, -NODE_REACH, NODE_REACH, NODE_REACH).intersects(exposed):
                self._nodes.paint(painter, number, self.states.nodes[number], text=text, hover=number == self.hover)

    def _paint_lines(self, painter: QPainter, exposed: QRectF, *, fine: bool) -> None:
        by_state = {state: _Lines([], []) for state in LINE_ORDER}
        for number in self._link_grid.near(_bounds(exposed)):
            lines = by_state[min(self._link_states[number], StepState.TAKEN)]
            straight = self._lines[number]
            if straight is not None:
                lines.straight.append(straight)
            elif fine:
                lines.bent.append(number)
            else:
                lines.straight += _segments(self._points[number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for state, lines in by_state.items():
            painter.setPen(self._looks[state].pen)
            if lines.straight:
                painter.drawLines(lines.straight)
            for number in lines.bent:
                path = self._paths[number]
                if path is None:
                    path = self._paths[number] = bent(self._points[number])
                painter.drawPath(path)

    def _paint_heads(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        best: dict[int, tuple[StepState, tuple[float, float]]] = {}
        for number in self._tip_grid.near(_bounds(exposed)):
            state = min(self.states.arrows[number], StepState.TAKEN)
            target = self.plan.drawing.arrows[number].target
            if target not in best or state > best[target][0]:
                best[target] = (state, self.plan.layout.routes[number][-1])
        for target, (state, (x, y)) in best.items():
            look = self._looks[state]
            rect, node_state = self.rects[target], self.states.nodes[target]
            shape = self.plan.drawing.nodes[target].shape
            lift = TIP_GAP + rect.top() - reach(shape, rect, node_state).top()
            half = look.head * HEAD_WIDTH
            top = y - lift - look.head
            painter.setBrush(look.pen.color())
            painter.drawPolygon(QPolygonF([QPointF(x, y - lift), QPointF(x - half, top), QPointF(x + half, top)]))

    def _paint_far(self, painter: QPainter) -> None:
        """Paint the whole chart as boxes and lines, one pixel thin, the path two."""
        if self._far is None:
            self._far = {state: [] for state in LINE_ORDER}
            for points, state in zip(self._points, self._link_states, strict=True):
                self._far[min(state, StepState.TAKEN)] += _segments(points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for state, lines in self._far.items():
            pen = QPen(self._looks[state].pen.color(), 2 if state is StepState.TAKEN else 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)
        self._nodes.paint_boxes(painter, self.states.nodes)


def _bounds(rect: QRectF) -> Bounds:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())


def _ending_in_head(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return a line that leads down to a node, cut off inside its arrow head."""
    (_, above), (x, y) = points[-2:]
    return (*points[:-1], (x, max(y - LINE_END, above + 1)))


def _segments(points: tuple[tuple[float, float], ...]) -> list[QLineF]:
    return [QLineF(*start, *end) for start, end in pairwise(points)]
