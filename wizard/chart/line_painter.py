# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints arrows: their lines by state, the path on top, and their heads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from wizard.chart.dots import Dots, Stretch
from wizard.chart.grid import Bounds
from wizard.chart.measuring import Plan
from wizard.chart.stamps import Surface
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.style import bent, bent_in_parts, line_looks, reach
from wizard.chart.tokens import Tokens

#: Lines are drawn in this order, so that the path lies on top.
LINE_ORDER = (StepState.RULED_OUT, StepState.OPEN, StepState.UNKNOWN, StepState.TAKEN)
HEAD_WIDTH = 0.52
#: How far the point of an arrow head stays off the node.
TIP_GAP = 1.0


@dataclass(slots=True)
class _Parts:
    """A line taken apart: its upright stretches, each with x, top and bottom, and what runs level between them."""

    upright: tuple[Stretch, ...]
    level: QPainterPath | None = None
    y: float = 0.0
    left: float = 0.0
    right: float = 0.0
    rects: dict[StepState, list[QRectF]] = field(default_factory=dict)
    """The upright stretches as they are drawn, by state."""

    def is_level_seen(self, part: Bounds) -> bool:
        """Whether what runs level reaches into a part of the chart."""
        left, top, right, bottom = part
        return top <= self.y <= bottom and self.left <= right and self.right >= left


class LinePainter:
    """The arrows of one plan; their shapes are prepared when first seen.

    `exact` draws strokes, and dots one by one (files); else upright lines are thin rectangles and dots are a pattern in
    the ink, which is many times faster (screen).
    """

    def __init__(self, plan: Plan, tokens: Tokens, *, exact: bool) -> None:
        self._plan = plan
        self._points = plan.places.lines
        self._straight = [QLineF(*line[0], *line[-1]) if len(line) == 2 else None for line in self._points]  # noqa: PLR2004
        self._paths: dict[int, QPainterPath] = {}
        self._parts: dict[int, _Parts] = {}
        self._heads: dict[tuple[int, StepState, bool], QPolygonF] = {}
        self._exact = exact
        self._dots: Dots | None = None
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._looks = line_looks(tokens)
        self._dots = None

    def paint(
        self, painter: QPainter, surface: Surface, links: Iterable[int], states: Sequence[StepState], part: Bounds
    ) -> None:
        """Paint what of links lies in a part of the chart, each in its state."""
        by_state: dict[StepState, list[int]] = {state: [] for state in LINE_ORDER}
        for number in links:
            by_state[min(states[number], StepState.TAKEN)].append(number)
        for state, numbers in by_state.items():
            if not numbers:
                continue
            if self._exact or state is StepState.UNKNOWN:
                self._paint_strokes(painter, numbers, state)
            elif state is StepState.RULED_OUT:
                self._paint_dotted(painter, surface, numbers, part)
            else:
                self._paint_solid(painter, numbers, state, part)

    def _paint_strokes(self, painter: QPainter, numbers: Iterable[int], state: StepState) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._looks[state].pen)
        for number in numbers:
            straight = self._straight[number]
            if straight is not None:
                painter.drawLine(straight)
            else:
                painter.drawPath(self._path(number))

    def _paint_dotted(self, painter: QPainter, surface: Surface, numbers: Iterable[int], part: Bounds) -> None:
        _, top, _, bottom = part
        scale = surface.scale * surface.fineness
        if self._dots is None or self._dots.scale != scale:
            self._dots = Dots(self._looks[StepState.RULED_OUT].pen, scale)
        upright: list[Stretch] = []
        level: list[QPainterPath] = []
        for number in numbers:
            parts = self._parts.get(number) or self._take_apart(number)
            # Of a line many views long only what is seen.
            upright += [(x, max(a, top), min(b, bottom)) for x, a, b in parts.upright if _is_seen(x, a, b, part)]
            if parts.level is not None and parts.is_level_seen(part):
                level.append(parts.level)
        self._dots.draw_upright(painter, surface, upright)
        _paint_level(painter, level, self._dots.level_pen)

    def _paint_solid(self, painter: QPainter, numbers: Iterable[int], state: StepState, part: Bounds) -> None:
        look = self._looks[state]
        upright: list[QRectF] = []
        level: list[QPainterPath] = []
        for number in numbers:
            parts = self._parts.get(number) or self._take_apart(number)
            rects = parts.rects.get(state)
            if rects is None:
                width = look.pen.widthF()
                rects = parts.rects[state] = [QRectF(x - width / 2, a, width, b - a) for x, a, b in parts.upright]
            upright += [rect for rect, (x, a, b) in zip(rects, parts.upright, strict=True) if _is_seen(x, a, b, part)]
            if parts.level is not None and parts.is_level_seen(part):
                level.append(parts.level)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ink)
        painter.drawRects(upright)
        _paint_level(painter, level, look.pen)

    def paint_coarse(self, painter: QPainter, links: Iterable[int], states: Sequence[StepState]) -> None:
        """Paint links with sharp corners, for a view from farther away."""
        for state, lines in self._segments(links, states).items():
            painter.setPen(self._looks[state].pen)
            painter.drawLines(lines)

    def paint_thin(self, painter: QPainter, links: Iterable[int], states: Sequence[StepState]) -> None:
        """Paint links one pixel thin, the path two, for a view from very far away."""
        for state, lines in self._segments(links, states).items():
            pen = QPen(self._looks[state].pen.color(), 2 if state is StepState.TAKEN else 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)

    def paint_heads(self, painter: QPainter, arrows: Iterable[int], states: StepStates) -> None:
        """Paint the heads of these arrows: one at each node, in the highest state of the arrows that end there."""
        best: dict[int, tuple[StepState, int]] = {}
        for number in arrows:
            target = self._plan.drawing.arrows[number].target
            best[target] = max(best.get(target, (StepState.RULED_OUT, number)), (states.arrows[number], number))
        painter.setPen(Qt.PenStyle.NoPen)
        for target, (state, number) in best.items():
            painter.setBrush(self._looks[min(state, StepState.TAKEN)].ink)
            painter.drawPolygon(self._head(number, state, target, at_current=states.nodes[target] is StepState.CURRENT))

    def _head(self, number: int, state: StepState, target: int, *, at_current: bool) -> QPolygonF:
        key = (target, state, at_current)
        head = self._heads.get(key)
        if head is None:
            x, y = self._plan.layout.routes[number][-1]
            y -= TIP_GAP + (self._rise(target) if at_current else 0.0)
            length = self._looks[min(state, StepState.TAKEN)].head
            half = length * HEAD_WIDTH
            corners = [QPointF(x, y), QPointF(x - half, y - length), QPointF(x + half, y - length)]
            head = self._heads[key] = QPolygonF(corners)
        return head

    def _rise(self, target: int) -> float:
        """Return how far the current node reaches above its rectangle."""
        shape, rect = self._plan.drawing.nodes[target].shape, self._plan.rects[target]
        return rect.top() - reach(shape, rect, StepState.CURRENT).top()

    def _path(self, number: int) -> QPainterPath:
        path = self._paths.get(number)
        if path is None:
            path = self._paths[number] = bent(self._points[number])
        return path

    def _segments(self, links: Iterable[int], states: Sequence[StepState]) -> dict[StepState, list[QLineF]]:
        lines: dict[StepState, list[QLineF]] = {state: [] for state in LINE_ORDER}
        for number in links:
            straight = self._straight[number]
            there = lines[min(states[number], StepState.TAKEN)]
            if straight is not None:
                there.append(straight)
            else:
                there += [QLineF(*start, *end) for start, end in pairwise(self._points[number])]
        return lines

    def _take_apart(self, number: int) -> _Parts:
        straight = self._straight[number]
        if straight is not None:
            parts = _Parts(((straight.x1(), straight.y1(), straight.y2()),))
        else:
            points = self._points[number]
            ends, path = bent_in_parts(points)
            upright = tuple([(end.x1(), end.y1(), end.y2()) for end in ends])
            left, right = sorted((points[0][0], points[-1][0]))
            parts = _Parts(upright, path, points[1][1], left, right)
        self._parts[number] = parts
        return parts


def _is_seen(x: float, upper: float, lower: float, part: Bounds) -> bool:
    left, top, right, bottom = part
    return left <= x <= right and upper < bottom and lower > top


def _paint_level(painter: QPainter, paths: Iterable[QPainterPath], pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for path in paths:
        painter.drawPath(path)
