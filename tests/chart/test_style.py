# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines, hatching and bends stay where they belong."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPathStroker

from wizard.chart.drawing import Shape
from wizard.chart.step_states import StepState
from wizard.chart.style import BEND, HATCH_STEP, bent, hatching, line_looks, node_looks, outline, reach
from wizard.chart.tokens import DARK, LIGHT, Tokens

SHAPES: tuple[Shape, ...] = get_args(Shape)


@pytest.mark.parametrize("shape", SHAPES)
@given(width=st.floats(124, 400), height=st.floats(42, 120))
def test_hatching_stays_inside_the_outline_and_reaches_its_edge(shape: Shape, width: float, height: float) -> None:
    path = outline(shape, QRectF(0, 0, width, height))
    edge = QPainterPathStroker()
    edge.setWidth(1.0)
    near = path.united(edge.createStroke(path))
    lines = hatching(shape, width, height)
    # Round ends have no corners for lines to run in.
    assert (width + 0.1 * height) / HATCH_STEP - 2 <= len(lines) <= (width + height) / HATCH_STEP
    for line in lines:
        assert near.contains(line.p1())
        assert near.contains(line.p2())
        assert path.contains(line.center())
        assert line.dx() == pytest.approx(-line.dy())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("grown", [0.0, 5.0])
def test_an_outline_fills_its_rectangle(shape: Shape, grown: float) -> None:
    rect = QRectF(10, 20, 150, 50)
    bounds = outline(shape, rect, grown).boundingRect()
    assert (bounds.left(), bounds.top()) == pytest.approx((10 - grown, 20 - grown), abs=0.01)
    assert (bounds.width(), bounds.height()) == pytest.approx((150 + 2 * grown, 50 + 2 * grown), abs=0.01)


def test_the_current_node_reaches_further_than_others_and_a_subtree_further_down() -> None:
    rect = QRectF(0, 0, 150, 50)
    assert reach("question", rect, StepState.TAKEN) == rect
    assert reach("question", rect, StepState.CURRENT).contains(rect)
    assert reach("subtree", rect, StepState.OPEN).bottomRight() == QPointF(156, 56)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 90)), min_size=1, max_size=4))
def test_a_bent_line_keeps_its_ends_and_stays_near_its_corners(steps: list[tuple[float, float]]) -> None:
    points = [(0.0, 0.0)]
    for across, down in steps:
        points += [(points[-1][0], points[-1][1] + down), (points[-1][0] + across, points[-1][1] + down)]
    path = bent(tuple(points))
    assert path.elementAt(0).x == points[0][0]
    assert (path.currentPosition().x(), path.currentPosition().y()) == pytest.approx(points[-1])
    bounds = path.boundingRect()
    assert min(x for x, _ in points) - 0.01 <= bounds.left() <= bounds.right() <= max(x for x, _ in points) + 0.01
    assert -0.01 <= bounds.top() <= bounds.bottom() <= points[-1][1] + 0.01
    full = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points))
    assert full - (len(points) - 2) * BEND <= path.length() + 0.01 <= full + 0.02


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_state_looks_different_without_colour(tokens: Tokens) -> None:
    """Line width and dashes tell the states of nodes apart, and those of arrows."""
    nodes = {(look.pen.widthF(), tuple(look.pen.dashPattern())) for look in node_looks(tokens).values()}
    assert len(nodes) == len(StepState)
    lines = {(look.pen.widthF(), tuple(look.pen.dashPattern())) for look in line_looks(tokens).values()}
    assert len(lines) == len(StepState) - 1
    assert max(width for width, _ in lines) == line_looks(tokens)[StepState.TAKEN].pen.widthF() == 4.5
