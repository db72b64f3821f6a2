# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What exploration finds in trees that are known: what is dead, what overlaps, what is proven and what is not."""

import datetime as dt
from collections.abc import Sequence

import pytest

from tests.engine.building import (
    TODAY,
    Written,
    a_date,
    a_number,
    a_rule,
    any_of,
    ask,
    collection,
    end,
    enter,
    finding,
    gate,
    is_in,
    one_of,
    remark,
)
from wizard.engine.explore import Exploration, explore
from wizard.engine.graph import link
from wizard.engine.state_space import StateSpace

FACTS = [
    one_of("a", "x", "y", "z"),
    one_of("b"),
    any_of("many", *[f"m{number}" for number in range(20)]),
    a_date("day", earliest="2000-01-01"),
    a_date("later", earliest="2000-01-01"),
    a_number("count", least=0, most=9),
]


def explored(nodes: Sequence[Written]) -> Exploration:
    """The exploration of a tree of these nodes."""
    return explore(link(collection(nodes, FACTS), "t"), TODAY)


def ends(*names: str) -> list[Written]:
    """End nodes."""
    return [end(name) for name in names]


X, Y = is_in("a", "x"), is_in("a", "y")


def test_a_choice_that_an_earlier_way_rules_out_is_dead() -> None:
    nodes = [
        ask("q1", "a", {"x": "q2", "y": "q2", "z": "e"}),
        ask("q2", "a", {"x": "e", "y": "e", "z": "never"}),
        *ends("e", "never"),
    ]
    found = explored(nodes)
    assert found.proven
    assert "never" not in found.reached
    assert {via for key, via in found.ways if key == "q2"} == {"x", "y"}
    assert found.answers_to("never") is None


def test_a_branch_behind_one_that_covers_it_is_dead_and_overlaps() -> None:
    nodes = [
        ask("q", "a", "g"),
        gate("g", (is_in("a", "x", "y"), "e"), (X, "never"), otherwise="o"),
        *ends("e", "o", "never"),
    ]
    found = explored(nodes)
    assert found.overlaps == {("g", 0, 1)}
    assert "never" not in found.reached


def test_branches_that_exclude_each_other_do_not_overlap() -> None:
    nodes = [ask("q", "a", "g"), gate("g", (X, "e"), (Y, "e"), otherwise="e"), end("e")]
    assert explored(nodes).overlaps == frozenset()


def test_a_gate_that_may_meet_an_open_fact_without_a_branch_for_it_is_named() -> None:
    skipped = [ask("q", "a", "g", "g"), gate("g", (X, "e"), otherwise="e"), end("e")]
    assert explored(skipped).unknown_without_branch == {"g"}
    never_asked = [gate("g", (X, "e"), otherwise="e"), end("e")]
    assert explored(never_asked).unknown_without_branch == {"g"}
    answered = [ask("q", "a", "g"), gate("g", (X, "e"), otherwise="e"), end("e")]
    assert explored(answered).unknown_without_branch == frozenset()


def test_a_question_that_would_ask_again_what_was_left_open_is_named() -> None:
    nodes = [ask("q1", "a", "q2", "q2"), ask("q2", "a", "e"), end("e")]
    assert explored(nodes).asked_again == {"q2"}
    apart = [ask("q1", "b", {"yes": "q2", "no": "q3"}), ask("q2", "a", "e", "e"), ask("q3", "a", "e"), end("e")]
    assert explored(apart).asked_again == frozenset()


def test_the_statuses_of_lines_are_followed() -> None:
    barred = {"kind": "status-is", "claim": "ftca", "test": "or-worse", "status": "barred"}
    nodes = [
        ask("q", "b", {"yes": "f", "no": "h"}),
        finding("f", "g", "barred"),
        finding("h", "cut", "available"),
        finding("cut", "g", "arguable", only_if_reached=True),
        gate("g", (barred, "yes"), ({**barred, "status": "arguable"}, "maybe"), otherwise="never"),
        *ends("yes", "maybe", "never"),
    ]
    found = explored(nodes)
    assert "never" not in found.reached
    assert found.answers_to("yes") == {"b": "yes"}
    assert found.answers_to("maybe") == {"b": "no"}


def test_fewest_and_most_questions_count_a_fact_once() -> None:
    nodes = [
        ask("q1", "a", {"x": "q2", "y": "q3", "z": "e"}),
        ask("q2", "b", "q3"),
        ask("q3", "a", "q4"),
        ask("q4", "count", "e"),
        end("e"),
    ]
    found = explored(nodes)
    assert (found.fewest, found.most) == (1, 3)


def test_questions_that_exclude_each_other_are_not_added_up() -> None:
    nodes = [
        ask("q1", "a", {"x": "q2", "y": "g", "z": "g"}),
        ask("q2", "b", "g"),
        gate("g", (X, "e"), otherwise="q3"),
        ask("q3", "count", "e"),
        end("e"),
    ]
    assert (explored(nodes).fewest, explored(nodes).most) == (2, 2)


def test_a_date_held_against_another_reaches_both_sides_of_the_deadline() -> None:
    late = {"kind": "deadline-is", "rule": "due", "on": "later", "states": ["past"]}
    nodes = [
        ask("q1", "day", "q2"),
        ask("q2", "later", "g"),
        gate("g", (late, "late"), otherwise="in-time"),
        *ends("late", "in-time"),
    ]
    made = collection(nodes, FACTS, {"deadline_rules": [a_rule("due", "day")]})
    found = explore(link(made, "t"), TODAY)
    assert {"late", "in-time"} <= found.reached
    witness = found.answers_to("late")
    assert witness is not None
    day, later = witness["day"], witness["later"]
    assert isinstance(day, dt.date)
    assert isinstance(later, dt.date)
    assert (later - day).days > 2 * 365


def test_a_day_outside_the_limits_of_its_fact_is_not_taken() -> None:
    nodes = [
        ask("q", "day", "g"),
        gate("g", ({"kind": "date-is", "fact": "day", "before": "2000-01-01"}, "never"), otherwise="e"),
        *ends("e", "never"),
    ]
    assert "never" not in explored(nodes).reached


@pytest.mark.parametrize(("least", "reached"), [(9, True), (10, False)])
def test_a_number_outside_the_limits_of_its_fact_is_not_taken(least: int, reached: object) -> None:
    when = {"kind": "number-is", "fact": "count", "at_least": least}
    nodes = [ask("q", "count", "g"), gate("g", (when, "high"), otherwise="e"), *ends("e", "high")]
    assert ("high" in explored(nodes).reached) is reached


def test_many_choices_that_nothing_tells_apart_are_one() -> None:
    when = {"kind": "fact-has", "fact": "many", "any_of": ["m1", "m2"]}
    nodes = [ask("q", "many", "g"), gate("g", (when, "a"), otherwise="b"), *ends("a", "b")]
    found = explored(nodes)
    assert {"a", "b"} <= found.reached
    graph = link(collection(nodes, FACTS), "t")
    assert len(StateSpace(graph, TODAY, 100, count_questions=False).values["many"]) == 2


def test_too_many_ways_to_mark_choices_are_said_to_be_not_proven_and_by_which_fact() -> None:
    branches = [({"kind": "fact-has", "fact": "many", "any_of": [f"m{number}"]}, "e") for number in range(20)]
    nodes = [ask("q", "many", "g"), gate("g", *branches, otherwise="e"), end("e")]
    found = explored(nodes)
    assert (found.proven, found.reached, found.ways) == (False, frozenset(), frozenset())
    assert "“many”" in found.why_not
    assert found.answers_to("e") is None


def test_past_its_cap_exploration_says_that_nothing_is_proven() -> None:
    nodes = [ask("q1", "a", "q2"), ask("q2", "b", "g"), gate("g", (X, "e"), otherwise="e"), end("e")]
    found = explore(link(collection(nodes, FACTS), "t"), TODAY, cap=5)
    assert (found.proven, found.fewest, found.most, found.reached) == (False, None, None, frozenset())
    assert "more than 5 states" in found.why_not
    assert (found.unknown_without_branch, found.overlaps) == (frozenset(), frozenset())


def test_facts_that_multiply_to_more_states_than_could_be_listed_are_explored() -> None:
    facts = [one_of(f"f{number}", "x", "y", "z") for number in range(40)]
    questions = [
        ask(f"q{number}", f"f{number}", f"q{number + 1}" if number < 39 else "g0", None) for number in range(40)
    ]
    gates = [
        gate(f"g{number}", (is_in(f"f{number}", "x"), f"r{number}"), otherwise=f"g{number + 1}") for number in range(40)
    ]
    remarks = [remark(f"r{number}", f"g{number + 1}") for number in range(40)]
    found = explore(link(collection([*questions, *gates, *remarks, end("g40")], facts), "t"), TODAY)
    assert found.proven
    assert len(found.reached) == 121
    assert (found.fewest, found.most) == (40, 40)


def test_places_of_a_subtree_are_explored_each_by_itself() -> None:
    trees = {
        "t": [ask("q", "a", {"x": "s1", "y": "s2", "z": "s2"}), enter("s1", "u", "e"), enter("s2", "u", "e"), end("e")],
        "u": [gate("g", (X, "r"), otherwise="done"), remark("r", "done"), end("done")],
    }
    found = explore(link(collection(trees, FACTS), "t"), TODAY)
    assert "s1/r" in found.reached
    assert "s2/r" not in found.reached


def test_answers_that_are_given_leave_only_what_they_lead_to() -> None:
    nodes = [
        ask("q1", "a", {"x": "q2", "y": "q3", "z": "e"}),
        ask("q2", "b", "q3", "q3"),
        ask("q3", "count", "g"),
        gate("g", (is_in("b", "yes"), "hurt"), otherwise="e", unknown="e"),
        *ends("e", "hurt"),
    ]
    graph = link(collection(nodes, FACTS), "t")
    assert explore(graph, TODAY).questions == {"e": (1, 3), "hurt": (3, 3)}
    assert explore(graph, TODAY, given={"a": ["y", "z"]}).questions == {"e": (1, 2)}
    assert explore(graph, TODAY, given={"a": ["x"], "b": [None]}).questions == {"e": (3, 3)}
    sure = explore(graph, TODAY, given={"a": ["x"], "b": ["no", "yes"]})
    assert ("q2", "unsure") not in sure.ways
    assert ("q2", "unsure") in explore(graph, TODAY, given={"a": ["x"]}).ways


def test_branches_that_overlap_on_purpose_are_not_named() -> None:
    nodes = [
        ask("q", "a", "g"),
        {**gate("g", (is_in("a", "x"), "e"), (is_in("a", "x", "y"), "o"), otherwise="o"), "first_counts": True},
        *ends("e", "o"),
    ]
    assert explored(nodes).overlaps == frozenset()
