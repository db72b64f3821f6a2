# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.layout_edits import Chart, changed_sides, edited, middles
from tests.benchmarks.synthetic_trees import RECIPES, make
from tests.chart.layout.charts import Chart as Drawn
from tests.chart.layout.charts import chart, charts
from tests.chart.layout.checks import assert_sound
from wizard.chart.layout.layered import Layout, lay_out


def middles_of(layout: Layout) -> dict[int, float]:
    return {index: node.x + node.width / 2 for index, node in enumerate(layout.nodes)}


@pytest.mark.parametrize("name", ["43 nodes", "82 nodes", "115 nodes"])
def test_a_chart_that_was_not_edited_keeps_its_picture(name: str) -> None:
    tree = make(RECIPES[name])
    layout = lay_out(tree.boxes, tree.arrows)
    assert lay_out(tree.boxes, tree.arrows, middles_of(layout)) == layout


def test_a_last_picture_of_other_nodes_changes_nothing() -> None:
    tree = make(RECIPES["115 nodes"])
    assert lay_out(tree.boxes, tree.arrows, {-1: 5.0, 115: 7.0}) == lay_out(tree.boxes, tree.arrows)


@pytest.mark.parametrize("name", ["43 nodes", "82 nodes", "115 nodes"])
def test_an_edit_leaves_nearly_all_nodes_on_their_side(name: str) -> None:
    tree = make(RECIPES[name])
    before = lay_out(tree.boxes, tree.arrows)
    pairs = changed = 0
    for seed in range(6):
        after = edited(Chart(tree.boxes, tree.arrows), seed)
        layout = lay_out(after.boxes, after.arrows, middles(before, after))
        assert_sound(after.boxes, after.arrows, layout)
        together, moved = changed_sides(before, after, layout)
        pairs, changed = pairs + together, changed + moved
    assert changed <= 0.02 * pairs


def test_a_mirrored_picture_stays_mirrored() -> None:
    drawn = chart(5, [(0, node) for node in range(1, 5)])
    layout = lay_out(*drawn)
    mirrored = {node: layout.width - x for node, x in middles_of(layout).items()}
    x = middles_of(lay_out(*drawn, mirrored))
    assert x[4] < x[3] < x[2] < x[1]


def test_a_new_choice_stands_between_nodes_that_keep_their_order() -> None:
    before = lay_out(*chart(4, [(0, 1), (0, 2), (0, 3)]))
    after = lay_out(*chart(5, [(0, 1), (0, 4), (0, 2), (0, 3)]), middles_of(before))
    x = middles_of(after)
    assert x[1] < x[4] < x[2] < x[3]


def test_a_new_start_stands_right_of_all_others() -> None:
    before = lay_out(*chart(3, [(0, 1), (0, 2)]))
    mirrored = {node: -x for node, x in middles_of(before).items()}
    after = lay_out(*chart(4, [(0, 1), (0, 2)]), mirrored)
    x = middles_of(after)
    assert x[2] < x[1]
    assert x[0] < x[3]


@given(charts(most_nodes=8), st.dictionaries(st.integers(-2, 12), st.floats(-1e4, 1e4)))
@settings(deadline=None, max_examples=100)
def test_any_last_picture_leaves_the_layout_sound(drawn: Drawn, previous: dict[int, float]) -> None:
    boxes, arrows = drawn
    layout = lay_out(boxes, arrows, previous)
    assert_sound(boxes, arrows, layout)
    assert lay_out(boxes, arrows, previous) == layout
