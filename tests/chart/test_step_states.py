# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart says truly how each node and arrow stands in a walk."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, main_tree, walked
from tests.strategies import TODAY, answers, collections
from wizard.chart.drawing import Drawing, draw_path, draw_tree
from wizard.chart.step_states import StepState, StepStates, states_of, unwalked
from wizard.engine.graph import NEXT, UNKNOWN, UNSURE, link
from wizard.engine.walk import Walk, walk
from wizard.model.collection import Collection

ON_PATH = (StepState.UNKNOWN, StepState.TAKEN, StepState.CURRENT)


def passed_ways(made: Walk) -> dict[tuple[str, str], str]:
    """The ways out that a walk took, with where they lead: read off the path, not off the chart."""
    ways = {}
    for before, after in pairwise(made.path):
        number = made.graph.number[before]
        step = made.step_at.get(before)
        name = NEXT if step is None else step.via
        assert made.graph.way[number][name] == made.graph.number[after]
        ways[before, name] = after
    return ways


def state_of(drawing: Drawing, states: StepStates, key: str) -> StepState:
    return states.nodes[drawing.index[key]]


def arrow_state(drawing: Drawing, states: StepStates, source: str, name: str) -> StepState:
    found = [at for at, arrow in enumerate(drawing.arrows) if (source, name) in arrow.ways]
    assert len(found) == 1
    return states.arrows[found[0]]


@st.composite
def drawn_walks(draw: st.DrawFn) -> tuple[Drawing, Walk, frozenset[str]]:
    """A walk on the chart of its tree, the subtrees folded or not."""
    collection: Collection = draw(collections())
    graph = link(collection, "outer")
    inside = [key for key, node in zip(graph.keys, graph.nodes, strict=True) if node.kind == "subtree"]
    folded = frozenset(draw(st.sets(st.sampled_from(inside)))) if inside else frozenset[str]()
    made = walk(graph, draw(answers(collection)), TODAY)
    return draw_tree(graph, "en", folded), made, folded


@given(drawn_walks())
def test_a_node_looks_taken_just_when_the_path_passes_it(drawn: tuple[Drawing, Walk, frozenset[str]]) -> None:
    drawing, made, _ = drawn
    states = states_of(drawing, made)
    on_path = {drawing.shown_at(key) for key in made.path}
    for number, state in enumerate(states.nodes):
        assert (state in ON_PATH) == (number in on_path)
    assert [number for number, state in enumerate(states.nodes) if state is StepState.CURRENT] == [
        drawing.shown_at(made.path[-1])
    ]


@given(drawn_walks())
def test_nothing_that_can_be_reached_is_ruled_out(drawn: tuple[Drawing, Walk, frozenset[str]]) -> None:
    drawing, made, _ = drawn
    states = states_of(drawing, made)
    for key in made.reachable:
        shown = drawing.shown_at(key)
        assert shown is not None
        assert states.nodes[shown] is not StepState.RULED_OUT
    may_be_reached = {drawing.shown_at(key) for key in (*made.reachable, *made.path)}
    for number, state in enumerate(states.nodes):
        assert (state is StepState.RULED_OUT) == (number not in may_be_reached)


@given(drawn_walks())
def test_an_arrow_looks_taken_just_when_the_walk_took_one_of_its_ways(
    drawn: tuple[Drawing, Walk, frozenset[str]],
) -> None:
    drawing, made, _ = drawn
    passed = passed_ways(made)
    states = states_of(drawing, made)
    for arrow, state in zip(drawing.arrows, states.arrows, strict=True):
        assert (state in ON_PATH) == any(way in passed for way in arrow.ways)
        if state is StepState.UNKNOWN:
            assert {way[1] for way in arrow.ways if way in passed} <= {UNSURE, UNKNOWN}


@given(drawn_walks())
def test_an_open_arrow_joins_what_can_still_be_reached(drawn: tuple[Drawing, Walk, frozenset[str]]) -> None:
    drawing, made, _ = drawn
    states = states_of(drawing, made)
    for arrow, state in zip(drawing.arrows, states.arrows, strict=True):
        if state is StepState.OPEN:
            assert states.nodes[arrow.source] is not StepState.RULED_OUT
            assert states.nodes[arrow.target] is not StepState.RULED_OUT
    here = drawing.shown_at(made.path[-1])
    assert here is not None
    if made.asked is not None and not drawing.nodes[here].steps_folded:
        assert StepState.OPEN in [
            state for arrow, state in zip(drawing.arrows, states.arrows, strict=True) if arrow.source == here
        ]


@given(drawn_walks())
def test_every_state_of_a_path_alone_is_of_the_path(drawn: tuple[Drawing, Walk, frozenset[str]]) -> None:
    _, made, _ = drawn
    drawing = draw_path(made, "en")
    states = states_of(drawing, made)
    assert all(state in ON_PATH for state in (*states.nodes, *states.arrows))


@given(drawn_walks(), st.data())
def test_a_choice_not_yet_confirmed_moves_only_the_arrow_out_of_the_current_node(
    drawn: tuple[Drawing, Walk, frozenset[str]], data: st.DataObject
) -> None:
    drawing, made, _ = drawn
    places = [step.key for step in made.trail if step.fact is not None] + [made.path[-1]]
    at = data.draw(st.sampled_from(places))
    ways = made.graph.ways[made.graph.number[at]]
    if not ways:
        return
    chosen = data.draw(st.sampled_from(ways)).name
    before, after = states_of(drawing, made, at), states_of(drawing, made, at, chosen)
    assert after.nodes == before.nodes
    for arrow, old, new in zip(drawing.arrows, before.arrows, after.arrows, strict=True):
        if (at, chosen) in arrow.ways:
            assert new in ON_PATH
        elif not any(source == at for source, _ in arrow.ways):
            assert new is old
        else:
            assert new not in ON_PATH or any(way in passed_ways(made) for way in arrow.ways if way[0] != at)


def test_the_cursor_may_stand_earlier_than_the_walk_does() -> None:
    drawing, made = draw_tree(main_tree(), "en"), walked(TO_THE_END)
    states = states_of(drawing, made, "q-date")
    assert state_of(drawing, states, "q-date") is StepState.CURRENT
    assert state_of(drawing, states, "q-employer") is StepState.TAKEN
    assert state_of(drawing, states, "q-still") is StepState.TAKEN
    assert state_of(drawing, states, "e-done") is StepState.OPEN
    assert states.nodes.count(StepState.CURRENT) == 1


def test_what_was_not_sure_is_marked_on_the_node_and_its_arrow() -> None:
    drawing, made = draw_tree(main_tree(), "en"), walked(NOT_SURE)
    states = states_of(drawing, made)
    assert state_of(drawing, states, "q-employer") is StepState.UNKNOWN
    assert arrow_state(drawing, states, "q-employer", UNSURE) is StepState.UNKNOWN
    assert arrow_state(drawing, states, "q-employer", "company") is StepState.RULED_OUT
    assert state_of(drawing, states, "f-1983") is StepState.RULED_OUT


def test_the_end_of_a_subtree_that_was_passed_looks_taken() -> None:
    drawing, made = draw_tree(main_tree(), "en"), walked(IN_THE_SUBTREE)
    states = states_of(drawing, made)
    assert state_of(drawing, states, "s-inner/i-end") is StepState.TAKEN
    assert arrow_state(drawing, states, "s-inner/i-end", NEXT) is StepState.TAKEN


def test_a_folded_subtree_stands_for_what_the_walk_did_in_it() -> None:
    drawing = draw_tree(main_tree(), "en", frozenset(["s-inner"]))
    assert state_of(drawing, states_of(drawing, walked({})), "s-inner") is StepState.OPEN
    assert state_of(drawing, states_of(drawing, walked(FEDERAL)), "s-inner") is StepState.CURRENT
    passed = states_of(drawing, walked(IN_THE_SUBTREE))
    assert state_of(drawing, passed, "s-inner") is StepState.TAKEN
    assert arrow_state(drawing, passed, "s-inner/i-end", NEXT) is StepState.TAKEN
    around = states_of(drawing, walked({"employer": "state"}))
    assert state_of(drawing, around, "s-inner") is StepState.RULED_OUT


def test_a_choice_shows_as_taken_before_it_is_confirmed() -> None:
    drawing, made = draw_tree(main_tree(), "en"), walked({})
    states = states_of(drawing, made, None, "state")
    assert arrow_state(drawing, states, "q-employer", "state") is StepState.TAKEN
    assert arrow_state(drawing, states, "q-employer", "federal") is StepState.OPEN
    assert state_of(drawing, states, "f-1983") is StepState.OPEN
    assert arrow_state(drawing, states_of(drawing, made, None, UNSURE), "q-employer", UNSURE) is StepState.UNKNOWN


@pytest.mark.parametrize("folded", [frozenset[str](), frozenset(["s-inner"])])
def test_a_tree_that_is_only_read_is_open(folded: frozenset[str]) -> None:
    drawing = draw_tree(main_tree(), "en", folded)
    states = unwalked(drawing)
    assert set(states.nodes) == set(states.arrows) == {StepState.OPEN}
    assert (len(states.nodes), len(states.arrows)) == (len(drawing.nodes), len(drawing.arrows))
