# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import pairwise

from hypothesis import given, settings

from tests.chart.layout.charts import chart, may_end_at_once
from tests.chart.layout.vertices import cut_charts, vertices_of
from wizard.chart.layout.gaps import UNIT
from wizard.chart.layout.place import place
from wizard.chart.layout.room import gap
from wizard.chart.layout.trunks import join_trunks
from wizard.chart.layout.vertices import Vertices


@given(cut_charts())
@settings(deadline=None)
def test_every_layer_keeps_its_order_and_its_gaps(vertices: Vertices) -> None:
    join_trunks(vertices)
    x = place(vertices)
    for layer in vertices.layers:
        for left, right in pairwise(layer):
            assert x[right] - x[left] >= gap(vertices, left, right)


def test_a_question_stands_in_the_middle_of_its_two_answers() -> None:
    vertices = vertices_of(chart(3, [(0, 1), (0, 2)]))
    x = place(vertices)
    assert abs(x[1] + x[2] - 2 * x[0]) <= 2
    assert x[2] - x[1] == gap(vertices, 1, 2)


def test_an_answer_stands_straight_above_what_it_leads_to() -> None:
    vertices = vertices_of(chart(5, [(0, 1), (0, 2), (0, 3), (0, 4)]))
    x = place(vertices)
    assert [x[path[1]] for path in vertices.paths] == [x[path[2]] for path in vertices.paths]


def test_the_shared_line_of_many_arrows_runs_straight() -> None:
    vertices = vertices_of(may_end_at_once(8))
    join_trunks(vertices)
    x = place(vertices)
    trunk = vertices.paths[1][2:-1]
    assert len(trunk) > 10
    assert len({x[line] for line in trunk}) == 1


def test_positions_are_whole_numbers_of_small_steps() -> None:
    vertices = vertices_of(may_end_at_once(8))
    assert all(isinstance(value, int) for value in place(vertices))
    assert UNIT == 64
