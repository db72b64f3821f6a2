# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from functools import partial

import pytest
from hypothesis import given, settings

from tests.benchmarks.chart_metrics import measure, picture_of
from tests.benchmarks.synthetic_trees import RECIPES, make
from tests.chart.layout.charts import BOX, Chart, binary_tree, chain, chart, charts, fan, may_end_at_once
from tests.chart.layout.checks import assert_sound
from wizard.chart.layout.layered import Arrow, Box, CycleError, LayoutStopped, Rect, lay_out


@given(charts())
@settings(deadline=None, max_examples=150)
def test_any_chart_is_laid_out_soundly(drawn: Chart) -> None:
    boxes, arrows = drawn
    assert_sound(boxes, arrows, lay_out(boxes, arrows))


@given(charts())
@settings(deadline=None, max_examples=25)
def test_the_same_chart_gives_the_same_picture(drawn: Chart) -> None:
    assert lay_out(*drawn) == lay_out(*drawn)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(chart(2, [(0, 1), (0, 1), (0, 1)]), id="three choices to one node"),
        pytest.param(chart(2, [(0, 1), (0, 1)], (0, 0)), id="two arrows with no label to one node"),
        pytest.param(chain(400), id="chain of 400"),
        pytest.param(fan(100), id="fan of 100 and join"),
        pytest.param(chart(7, [(0, 1), (0, 2), (3, 4), (5, 4)]), id="several parts and a lonely node"),
        pytest.param(binary_tree(8), id="full binary tree of 511"),
        pytest.param(may_end_at_once(30), id="every question may end at once"),
        pytest.param(chart(9, [(a, b) for a in range(3) for b in range(3, 9)]), id="many starts to many ends"),
    ],
)
def test_an_odd_shape_is_laid_out_soundly(drawn: Chart) -> None:
    boxes, arrows = drawn
    assert_sound(boxes, arrows, lay_out(boxes, arrows))


@pytest.mark.parametrize("name", ["43 nodes", "82 nodes", "153 nodes"])
def test_a_tree_as_large_as_real_ones_is_laid_out_soundly(name: str) -> None:
    tree = make(RECIPES[name])
    assert_sound(tree.boxes, tree.arrows, lay_out(tree.boxes, tree.arrows))


def test_a_chart_with_trunks_shared_from_the_start_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.chart.layout.arrange.SHARE_FROM", 50)
    tree = make(RECIPES["82 nodes"])
    assert_sound(tree.boxes, tree.arrows, lay_out(tree.boxes, tree.arrows))


def test_no_node_gives_an_empty_picture() -> None:
    layout = lay_out([], [])
    assert (layout.nodes, layout.links, layout.width, layout.height) == ((), (), 0, 0)


def test_a_lonely_node_fills_the_picture() -> None:
    layout = lay_out([Box(150, 50)], [])
    assert layout.nodes == (Rect(0, 0, 150, 50),)
    assert (layout.width, layout.height) == (150, 50)


@pytest.mark.parametrize("drawn", [binary_tree(5), chain(20), fan(12), may_end_at_once(8)])
def test_a_chart_that_can_be_drawn_without_crossings_has_none(drawn: Chart) -> None:
    assert measure(picture_of(lay_out(*drawn), drawn[1])).crossings == 0


@pytest.mark.parametrize(("name", "most"), [("43 nodes", 9), ("82 nodes", 31), ("115 nodes", 22)])
def test_a_tree_has_no_more_crossings_than_when_the_goals_were_met(name: str, most: int) -> None:
    tree = make(RECIPES[name])
    layout = lay_out(tree.boxes, tree.arrows)
    assert measure(picture_of(layout, tree.arrows)).crossings <= most


def test_choices_stand_in_their_order() -> None:
    pills = lay_out(*chart(6, [(0, node) for node in range(1, 6)])).pills
    left_edges = [pill.x for pill in pills if pill is not None]
    assert len(left_edges) == 5
    assert left_edges == sorted(left_edges)


def test_a_chain_runs_straight_down() -> None:
    layout = lay_out(*chain(6))
    assert all(len(route) == 2 for route in layout.routes)
    assert {node.x for node in layout.nodes} == {0}


def test_a_label_stands_between_its_question_and_the_next_row() -> None:
    tree = make(RECIPES["82 nodes"])
    layout = lay_out(tree.boxes, tree.arrows)
    for arrow, pill in zip(tree.arrows, layout.pills, strict=True):
        question = layout.nodes[arrow.source]
        foot = question.y + question.height
        next_row = min(node.y for node in layout.nodes if node.y >= foot)
        assert pill is None or foot < pill.y < pill.y + pill.height < next_row


def test_arrows_that_end_in_one_node_share_a_trunk() -> None:
    layout = lay_out(*may_end_at_once(6))
    last = [links[-1] for links in layout.links_of_arrow[1:-2:2]]
    assert len(set(last)) == 1


@pytest.mark.parametrize("ends", [[(0, 0)], [(0, 1), (1, 0)], [(0, 1), (1, 2), (2, 1)]])
def test_a_circle_is_refused(ends: list[tuple[int, int]]) -> None:
    with pytest.raises(CycleError):
        lay_out(*chart(3, ends))


@pytest.mark.parametrize("box", [Box(-1, 10), Box(10, float("nan")), Box(float("inf"), 10)])
def test_a_size_that_cannot_be_drawn_is_refused(box: Box) -> None:
    with pytest.raises(ValueError, match="cannot be placed"):
        lay_out([box], [])


@pytest.mark.parametrize("arrow", [Arrow(0, 2, 0, 0), Arrow(-1, 1, 0, 0)])
def test_an_arrow_to_nowhere_is_refused(arrow: Arrow) -> None:
    with pytest.raises(ValueError, match="of 2 nodes"):
        lay_out([BOX, BOX], [arrow])


def test_a_layout_can_be_given_up_at_every_point_where_it_asks() -> None:
    tree = make(RECIPES["43 nodes"])
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    assert lay_out(tree.boxes, tree.arrows, should_stop=count) == lay_out(tree.boxes, tree.arrows)
    assert asked > 10
    for last in range(1, asked + 1):
        answers = iter([False] * (last - 1) + [True])
        with pytest.raises(LayoutStopped):
            lay_out(tree.boxes, tree.arrows, should_stop=partial(next, answers))
