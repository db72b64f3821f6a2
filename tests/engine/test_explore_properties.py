# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `explore` proves, and what `ahead` bounds, against real walks of every collection."""

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_properties import a_graph, some_answers
from tests.strategies import TODAY
from wizard.engine.explore import explore
from wizard.engine.walk import Walk, walk

drawn = st.data()


def questions_in(made: Walk) -> int:
    """How many questions were asked on the trail."""
    return sum(step.how in ("answered", "unsure") for step in made.trail)


@given(drawn)
def test_every_node_that_explore_reaches_is_reached_by_the_answers_it_gives(data: st.DataObject) -> None:
    graph = a_graph(data)
    explored = explore(graph, TODAY)
    assert explored.proven
    assert graph.keys[0] in explored.reached
    for key in explored.reached:
        witness = explored.answers_to(key)
        assert witness is not None
        assert key in walk(graph, witness, TODAY).path


@given(drawn)
def test_no_walk_goes_where_explore_says_that_none_goes(data: st.DataObject) -> None:
    graph = a_graph(data)
    explored = explore(graph, TODAY)
    for _ in range(6):
        made = walk(graph, some_answers(data, graph, complete=True), TODAY)
        assert set(made.path) <= explored.reached
        assert {(step.key, step.via) for step in made.trail} <= explored.ways


@given(drawn)
def test_every_way_that_explore_takes_leads_to_a_node_that_it_reaches(data: st.DataObject) -> None:
    graph = a_graph(data)
    explored = explore(graph, TODAY)
    targets = {graph.keys[graph.way[graph.number[key]][via]] for key, via in explored.ways}
    assert targets | {graph.keys[0]} == explored.reached
    assert {key for key, _ in explored.ways} <= explored.reached


@given(drawn)
def test_no_walk_to_an_end_needs_fewer_or_more_questions_than_explore_says(data: st.DataObject) -> None:
    graph = a_graph(data)
    explored = explore(graph, TODAY)
    counts = []
    for _ in range(6):
        made = walk(graph, some_answers(data, graph, complete=True), TODAY)
        if made.ended is not None:
            counts.append(questions_in(made))
    if counts:
        assert explored.fewest is not None
        assert explored.most is not None
        assert explored.fewest <= min(counts) <= max(counts) <= explored.most


@given(drawn)
def test_counting_questions_changes_nothing_else(data: st.DataObject) -> None:
    graph = a_graph(data)
    counted, plain = explore(graph, TODAY), explore(graph, TODAY, count_questions=False)
    assert (plain.reached, plain.ways, plain.overlaps) == (counted.reached, counted.ways, counted.overlaps)
    assert plain.unknown_without_branch == counted.unknown_without_branch
    assert (plain.fewest, plain.most) == (None, None)


@given(drawn)
def test_a_walk_goes_on_only_within_what_lies_ahead_of_it(data: st.DataObject) -> None:
    graph = a_graph(data)
    given_answers = some_answers(data, graph)
    made = walk(graph, given_answers, TODAY)
    assert made.path[-1] in made.reachable
    for _ in range(4):
        later = walk(graph, {**some_answers(data, graph, complete=True), **given_answers}, TODAY)
        assert later.path[: len(made.path)] == made.path
        assert set(later.path[len(made.path) :]) <= made.reachable
        if later.ended is not None:
            needed = questions_in(later) - questions_in(made)
            assert made.ahead.fewest <= needed <= made.ahead.most


@given(drawn)
def test_at_an_end_nothing_lies_ahead(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph, complete=True), TODAY)
    if made.ended is not None:
        assert (made.reachable, made.ahead.fewest, made.ahead.most) == (frozenset({made.ended}), 0, 0)


@given(drawn)
def test_what_lies_ahead_is_never_more_than_explore_reaches_and_its_counts_never_tighter(data: st.DataObject) -> None:
    graph = a_graph(data)
    explored = explore(graph, TODAY)
    ahead = walk(graph, {}, TODAY).ahead
    passed = set(walk(graph, {}, TODAY).path)
    assert explored.reached <= ahead.reachable | passed
    if explored.fewest is not None and explored.most is not None:
        assert ahead.fewest <= explored.fewest
        assert explored.most <= ahead.most
