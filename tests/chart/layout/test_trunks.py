# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import pairwise

from hypothesis import given

from tests.chart.layout.charts import chart
from tests.chart.layout.vertices import cut_charts, vertices_of
from wizard.chart.layout.order import count_crossings
from wizard.chart.layout.trunks import join_trunks
from wizard.chart.layout.vertices import Vertices


@given(cut_charts())
def test_joining_keeps_every_arrow_whole_and_adds_no_crossing(vertices: Vertices) -> None:
    ends, crossings = [(path[0], path[-1]) for path in vertices.paths], count_crossings(vertices)
    join_trunks(vertices)
    assert [(path[0], path[-1]) for path in vertices.paths] == ends
    placed = {vertex for layer in vertices.layers for vertex in layer}
    for path in vertices.paths:
        assert set(path) <= placed
        assert all(lower in vertices.below[upper] and upper in vertices.above[lower] for upper, lower in pairwise(path))
    assert count_crossings(vertices) <= crossings


def test_long_arrows_to_one_node_become_one_trunk() -> None:
    vertices = vertices_of(chart(6, [(0, 1), (0, 5), (1, 2), (1, 5), (2, 3), (3, 4), (4, 5)]))
    vertices.layers[3] = sorted(vertices.layers[3])
    join_trunks(vertices)
    first, second = vertices.paths[1], vertices.paths[3]
    assert first[4:] == second[2:]
    assert first[3:] != second[1:]


def test_lines_to_different_nodes_stay_apart() -> None:
    vertices = vertices_of(chart(6, [(0, 1), (1, 2), (2, 3), (0, 4), (0, 5), (2, 4), (2, 5)]))
    join_trunks(vertices)
    assert not set(vertices.paths[3][1:-1]) & set(vertices.paths[4][1:-1])
