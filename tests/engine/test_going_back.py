# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What trial walks and looking from behind say can be met, against all walks of small trees."""

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import TODAY as DAY
from tests.engine.building import ask, collection, end, finding, gate, one_of
from tests.engine.every_walk import every_walk
from tests.engine.test_properties import a_graph
from tests.strategies import TODAY
from wizard.engine.explore import explore
from wizard.engine.going_back import can_be_met
from wizard.engine.graph import TreeGraph, link
from wizard.engine.sights import Sight
from wizard.engine.state_space import StateSpace
from wizard.engine.trial_walks import TrialWalks

drawn = st.data()
ENOUGH = 1_000_000
#: Twenty questions of which each may worsen the line, and a gate on the line.
LONG = 20


def ways_of_all_walks(graph: TreeGraph) -> set[tuple[str, str]]:
    """Each way that some walk takes; the end of a subtree is left by its only way."""
    taken: set[tuple[str, str]] = set()
    for made in every_walk(graph):
        taken |= {(step.key, step.via) for step in made.trail}
        taken |= {(key, "next") for key in made.path[:-1] if graph.node(key).kind == "end"}
    return taken


def a_space(graph: TreeGraph) -> StateSpace:
    """The states of a tree."""
    return StateSpace(graph, TODAY, ENOUGH, count_questions=False)


@given(drawn)
def test_exploration_takes_the_ways_of_all_walks_and_no_other(data: st.DataObject) -> None:
    graph = a_graph(data)
    assert explore(graph, TODAY, count_questions=False).ways == ways_of_all_walks(graph)


@given(drawn)
def test_looking_from_behind_finds_what_can_be_met_without_any_trial_before(data: st.DataObject) -> None:
    graph = a_graph(data)
    taken = ways_of_all_walks(graph)
    trials = TrialWalks(a_space(graph))
    for here, key in enumerate(graph.keys):
        for sight in [sight for sight in trials.unmet[here] if sight.kind == "way"]:
            if sight not in trials.met:
                assert can_be_met(trials, sight, ENOUGH) is ((key, sight.what) in taken)


@given(drawn, st.integers(0, 12))
def test_with_little_effort_it_says_the_same_or_that_it_does_not_know(data: st.DataObject, effort: int) -> None:
    graph = a_graph(data)
    taken = ways_of_all_walks(graph)
    trials = TrialWalks(a_space(graph))
    trials.walk({})
    for here in list(trials.nodes):
        for sight in [sight for sight in trials.unmet[here] if sight.kind == "way"]:
            if sight not in trials.met:
                assert can_be_met(trials, sight, effort) in (None, (graph.keys[here], sight.what) in taken)


@given(drawn)
def test_the_same_tree_is_explored_alike_each_time(data: st.DataObject) -> None:
    graph = a_graph(data)
    once, again = explore(graph, TODAY), explore(graph, TODAY)
    assert once == again
    assert [once.answers_to(key) for key in graph.keys] == [again.answers_to(key) for key in graph.keys]


def long_tree() -> TreeGraph:
    """A tree in which one of a million walks leaves its last gate by the first way: every answer must be “no”."""
    facts = [one_of(f"f{number}") for number in range(LONG)]
    nodes = []
    for number in range(LONG):
        onward = f"q{number + 1}" if number < LONG - 1 else "g"
        nodes.append(ask(f"q{number}", f"f{number}", {"yes": f"n{number}", "no": onward}))
        nodes.append(finding(f"n{number}", onward, "barred"))
    spared = {"kind": "not", "of": {"kind": "status-is", "claim": "ftca", "test": "or-worse", "status": "barred"}}
    nodes += [gate("g", (spared, "rare"), otherwise="e"), end("e"), end("rare")]
    return link(collection(nodes, facts), "t")


def test_what_trials_hardly_ever_meet_is_found_from_behind() -> None:
    graph = long_tree()
    trials = TrialWalks(StateSpace(graph, DAY, ENOUGH, count_questions=False))
    trials.walk({trials.space.variable["f7"]: 2})
    rare = Sight("way", graph.number["g"], "0")
    assert rare not in trials.met
    assert can_be_met(trials, rare, ENOUGH) is True
    assert explore(graph, DAY).answers_to("rare") == {f"f{number}": "no" for number in range(LONG)}


def test_sets_that_were_made_on_the_way_are_dropped() -> None:
    trials = TrialWalks(StateSpace(long_tree(), DAY, ENOUGH, count_questions=False))
    before = trials.space.diagrams.node_count
    trials.walk({trials.space.variable["f7"]: 2})
    for sight in list(trials.unmet[trials.space.graph.number["g"]]):
        can_be_met(trials, sight, ENOUGH)
    assert trials.space.diagrams.node_count == before
