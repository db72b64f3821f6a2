# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.chart.layout.charts import chart
from tests.chart.layout.vertices import cut_charts, vertices_of
from wizard.chart.layout.order import LayoutStopped
from wizard.chart.layout.room import gap, room_of
from wizard.chart.layout.runs import PULL, move_runs
from wizard.chart.layout.vertices import Vertices


def packed(vertices: Vertices) -> list[int]:
    """Return the x of every vertex with each layer packed to the left."""
    x = [0] * len(vertices.kind)
    for layer in vertices.layers:
        for left, right in pairwise(layer):
            x[right] = x[left] + gap(vertices, left, right)
    return x


def length_of_ties(vertices: Vertices, x: list[int]) -> int:
    """Return the weighted sideways length of all ties."""
    return sum(
        PULL[vertices.kind[upper]][vertices.kind[lower]] * abs(x[upper] - x[lower])
        for upper, below in enumerate(vertices.below)
        for lower in below
    )


@given(cut_charts())
@settings(deadline=None)
def test_moving_runs_keeps_the_gaps_and_makes_no_tie_longer_in_sum(vertices: Vertices) -> None:
    x = packed(vertices)
    before = length_of_ties(vertices, x)
    move_runs(vertices, room_of(vertices), x)
    assert length_of_ties(vertices, x) <= before
    for layer in vertices.layers:
        for left, right in pairwise(layer):
            assert x[right] - x[left] >= gap(vertices, left, right)


def test_a_run_pushes_along_what_stands_in_its_way() -> None:
    vertices = vertices_of(chart(3, [(0, 1)]))
    x = packed(vertices)
    between = gap(vertices, 0, 2)
    x[1] = x[vertices.paths[0][1]] = 5 * between
    assert (x[0], x[2]) == (0, between)
    move_runs(vertices, room_of(vertices), x)
    assert x[0] == x[vertices.paths[0][1]] == x[1] == 5 * between
    assert x[2] == 6 * between


def test_moving_runs_can_be_given_up() -> None:
    vertices = vertices_of(chart(3, [(0, 1), (0, 2)]))
    with pytest.raises(LayoutStopped):
        move_runs(vertices, room_of(vertices), packed(vertices), lambda: True)
