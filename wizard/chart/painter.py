# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a chart on any QPainter: screen, PNG, SVG and PDF alike. A grid finds what an exposed rectangle needs."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from wizard.chart.grid import Bounds
from wizard.chart.label_painter import LabelPainter
from wizard.chart.line_painter import LinePainter
from wizard.chart.measuring import Plan
from wizard.chart.node_painter import NodePainter
from wizard.chart.places import NODE_REACH
from wizard.chart.stamps import surface_of
from wizard.chart.step_states import StepState, StepStates, unwalked
from wizard.chart.tokens import Tokens

#: Below this scale there are boxes and lines only; below the next, no text.
BOXES_ONLY = 0.12
NO_TEXT = 0.45
NO_HEADS = 0.25
#: Room around the layout: outlines, the pin and thick lines reach outside.
MARGIN = 40.0
#: Lines with their bends, heads and labels lie at most this far outside of where the grids have them.
EDGE = 12.0
#: Where more than this has changed, all has.
MANY = 400


class ChartPainter:
    """A plan with the states of its steps, ready to be painted in parts.

    `exact` draws icons, hatching and dots as strokes (files); else as cached pictures (screen).
    """

    def __init__(self, plan: Plan, tokens: Tokens, *, exact: bool = False) -> None:
        self.plan = plan
        self.rects = plan.rects
        self.states = unwalked(plan.drawing)
        self._focus: int | None = None
        self._hover: int | None = None
        self._exact = exact
        self._changes: list[QRectF] = []
        self._link_states = [StepState.OPEN if arrows else StepState.RULED_OUT for arrows in plan.places.arrows_of_link]
        self._lines = LinePainter(plan, tokens, exact=exact)
        self.set_tokens(tokens)

    @property
    def bounds(self) -> QRectF:
        """Everything that is drawn lies in here, px."""
        layout = self.plan.layout
        return QRectF(-MARGIN, -MARGIN, layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)

    # -- what is drawn ------------------------------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.tokens = tokens
        self._lines.set_tokens(tokens)
        self._nodes = NodePainter(self.plan.drawing, self.rects, tokens, exact=self._exact)
        self._labels = LabelPainter(self.plan, tokens)
        self._changes = [self.bounds]

    def set_states(self, states: StepStates) -> None:
        """Take other states: a link has the highest state of its arrows. Only what differs is looked at."""
        before, self.states = self.states, states
        links_of_arrow, arrows_of_link = self.plan.layout.links_of_arrow, self.plan.places.arrows_of_link
        arrows = _differing(before.arrows, states.arrows)
        links = {link for arrow in arrows for link in links_of_arrow[arrow]}
        for link in links:
            self._link_states[link] = max([states.arrows[arrow] for arrow in arrows_of_link[link]])
        nodes = _differing(before.nodes, states.nodes)
        if len(links) + len(nodes) > MANY:
            self._changes = [self.bounds]
            return
        for node in nodes:
            self._note_node(node)
        for link in links:
            self._note_line(link)
        for arrow in arrows:
            self._note_label(arrow)

    @property
    def focus(self) -> int | None:
        """The node that the keyboard is on."""
        return self._focus

    @focus.setter
    def focus(self, number: int | None) -> None:
        self._note_node(self._focus)
        self._focus = number
        self._note_node(number)

    @property
    def hover(self) -> int | None:
        """The node under the pointer."""
        return self._hover

    @hover.setter
    def hover(self, number: int | None) -> None:
        self._note_node(self._hover)
        self._hover = number
        self._note_node(number)

    # -- what has changed ---------------------------------------------------------------------------------------------

    def take_changes(self) -> list[QRectF]:
        """Return the parts that look otherwise than when this was asked last."""
        changes, self._changes = self._changes, []
        return changes

    def _note(self, part: QRectF) -> None:
        if len(self._changes) > MANY:
            self._changes = [self.bounds]
        self._changes.append(part)

    def _note_node(self, number: int | None) -> None:
        if number is None:
            return
        self._note(_around(self.rects[number]))
        # The number keys on the labels below a node depend on its state.
        for arrow in self.plan.drawing.arrows_from[number]:
            self._note_label(arrow)

    def _note_line(self, link: int) -> None:
        points = self.plan.places.lines[link]
        for (x0, y0), (x1, y1) in pairwise(points):
            stretch = QRectF(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
            self._note(stretch.adjusted(-EDGE, -EDGE, EDGE, EDGE))

    def _note_label(self, arrow: int) -> None:
        pill = self.plan.layout.pills[arrow]
        if pill is not None:
            rect = QRectF(pill.x, pill.y, pill.width, pill.height)
            self._note(rect.adjusted(-EDGE, -EDGE, EDGE, EDGE))

    # -- painting -----------------------------------------------------------------------------------------------------

    def node_at(self, x: float, y: float) -> int | None:
        """Return the node at a point, or None."""
        for number in self.plan.places.node_grid.near((x, y, x, y)):
            if self.rects[number].contains(x, y):
                return number
        return None

    def paint(self, painter: QPainter, exposed: QRectF, detail: float) -> None:
        """Paint what lies in `exposed`; `detail` is the scale at which it will be seen (1: 100 %)."""
        places, surface = self.plan.places, surface_of(painter)
        left, top, right, bottom = _bounds(exposed)
        part = (left - EDGE, top - EDGE, right + EDGE, bottom + EDGE)
        links = places.link_grid.near(part)
        text = detail >= NO_TEXT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=text)
        if detail < BOXES_ONLY:
            self._lines.paint_thin(painter, links, self._link_states)
            self._nodes.paint_boxes(painter, self._nodes_in(part), self.states.nodes)
            return
        if text:
            self._lines.paint(painter, surface, links, self._link_states, part)
        else:
            self._lines.paint_coarse(painter, links, self._link_states)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        if detail >= NO_HEADS:
            self._lines.paint_heads(painter, places.tip_grid.near(part), self.states)
            self._labels.paint(painter, places.pill_grid.near(part), part, self.states, text=text)
        if self._focus is not None:
            self._nodes.paint_focus(painter, self._focus, self.states.nodes[self._focus])
        states = self.states.nodes
        for number in self._nodes_in(part):
            self._nodes.paint(painter, surface, number, states[number], text=text, hover=number == self._hover)

    def _nodes_in(self, part: Bounds) -> list[int]:
        left, top, right, bottom = part
        rects = self.plan.layout.nodes
        return [
            number
            for number in self.plan.places.node_grid.near(part)
            if rects[number].x - NODE_REACH <= right
            and rects[number].y - NODE_REACH <= bottom
            and rects[number].x + rects[number].width + NODE_REACH >= left
            and rects[number].y + rects[number].height + NODE_REACH >= top
        ]


def _differing(before: tuple[StepState, ...], after: tuple[StepState, ...]) -> list[int]:
    if before is after:
        return []
    return [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]


def _around(rect: QRectF) -> QRectF:
    return rect.adjusted(-NODE_REACH, -NODE_REACH, NODE_REACH, NODE_REACH)


def _bounds(rect: QRectF) -> Bounds:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
