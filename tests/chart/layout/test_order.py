# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.chart.layout.charts import chart
from tests.chart.layout.vertices import cut_charts, vertices_of
from wizard.chart.layout.order import count_crossings, order_layers
from wizard.chart.layout.vertices import Vertices


def crossings_by_pairs(vertices: Vertices) -> int:
    total = 0
    for upper, lower in pairwise(vertices.layers):
        ties = [(upper.index(a), lower.index(b)) for a in upper for b in vertices.below[a]]
        total += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ties, 2))
    return total


@given(cut_charts(), st.randoms(use_true_random=False))
def test_crossings_are_counted_as_by_comparing_all_pairs(vertices: Vertices, chance: Random) -> None:
    for layer in vertices.layers:
        chance.shuffle(layer)
    assert count_crossings(vertices) == crossings_by_pairs(vertices)


@given(cut_charts(), st.randoms(use_true_random=False))
def test_ordering_keeps_each_layer_and_never_adds_a_crossing(vertices: Vertices, chance: Random) -> None:
    for layer in vertices.layers:
        chance.shuffle(layer)
    before, members = count_crossings(vertices), [sorted(layer) for layer in vertices.layers]
    order_layers(vertices)
    assert count_crossings(vertices) <= before
    assert [sorted(layer) for layer in vertices.layers] == members


@given(cut_charts(), st.randoms(use_true_random=False))
def test_held_vertices_keep_their_order(vertices: Vertices, chance: Random) -> None:
    for layer in vertices.layers:
        chance.shuffle(layer)
    vertices.held = [chance.random() < 0.5 for _ in vertices.held]
    before = [[vertex for vertex in layer if vertices.held[vertex]] for layer in vertices.layers]
    order_layers(vertices)
    assert [[vertex for vertex in layer if vertices.held[vertex]] for layer in vertices.layers] == before


def test_two_questions_that_cross_are_untangled() -> None:
    vertices = vertices_of(chart(6, [(0, 2), (0, 3), (1, 4), (1, 5)]))
    vertices.layers[2] = [4, 2, 5, 3]
    assert count_crossings(vertices) == 3
    order_layers(vertices)
    assert count_crossings(vertices) == 0
