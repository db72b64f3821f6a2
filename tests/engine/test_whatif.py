# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a choice would close and start, and what an open fact could change."""

import datetime as dt
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import (
    TODAY,
    Written,
    a_date,
    a_rule,
    any_of,
    ask,
    collection,
    end,
    finding,
    gate,
    is_in,
    one_of,
    words,
)
from tests.engine.test_properties import a_graph, some_answers
from wizard.engine.graph import link
from wizard.engine.walk import Walk, walk
from wizard.engine.whatif import MOST_TRIED, answers_of, effect_of, open_facts, values_to_try
from wizard.model.fact import AnswerValue
from wizard.model.status import Status

FACTS = [one_of("a", "x", "y", "z"), one_of("b"), a_date("day", earliest="2000-01-01")]
LINES = [{"id": name, "against": "us", "title": words(name)} for name in ("ftca", "bivens")]
MANIFEST = {
    "claims": [*LINES, {"id": "inner", "against": "us", "title": words("inner"), "shown": False}],
    "deadline_rules": [a_rule("due", "day")],
}


def made(nodes: Sequence[Written], answers: Mapping[str, AnswerValue], facts: Sequence[Written] = FACTS) -> Walk:
    """A walk of a tree of these nodes."""
    return walk(link(collection(nodes, facts, MANIFEST), "t"), answers, TODAY)


FORK = [
    ask("day", "day", "q", "q"),
    ask("q", "a", {"x": "f", "y": "h", "z": "stop"}, "h"),
    finding("f", "end", "arguable", deadlines=["due"]),
    finding("h", "end", "barred", claims=["bivens", "inner"]),
    end(),
    end("stop"),
]


def test_a_choice_gives_lines_their_status_and_closes_what_it_leads_past() -> None:
    effect = effect_of(made(FORK, {"day": dt.date(2026, 3, 2)}), "a", "x")
    assert effect.statuses == {"ftca": Status.ARGUABLE}
    assert effect.closed_claims == ("bivens",)
    assert effect.closed_ends == ("stop",)
    assert [one.rule for one in effect.started] == ["due"]


def test_a_choice_that_leads_to_the_end_closes_every_line() -> None:
    effect = effect_of(made(FORK, {"day": None}), "a", "z")
    assert (effect.statuses, effect.closed_claims, effect.closed_ends) == ({}, ("ftca", "bivens"), ("end",))


def test_a_deadline_without_its_date_is_not_started() -> None:
    assert effect_of(made(FORK, {"day": None}), "a", "x").started == ()


def test_an_open_fact_is_shown_with_every_status_that_lines_could_have() -> None:
    one = made(FORK, {"day": None, "a": None})
    (first, second) = open_facts(one)
    assert (first.fact, first.lines_it_could_change) == ("a", 2)
    assert {claim: set(could) for claim, could in first.could_be.items()} == {
        "ftca": {None, Status.ARGUABLE},
        "bivens": {None, Status.BARRED},
    }
    assert (second.fact, second.could_be) == ("day", {})


def test_the_open_fact_that_could_change_most_lines_comes_first() -> None:
    nodes = [
        ask("q1", "b", {"yes": "f1", "no": "q2"}, "q2"),
        finding("f1", "q2"),
        ask("q2", "a", {"x": "f2", "y": "end", "z": "end"}, "end"),
        finding("f2", "end", "barred", claims=["ftca", "bivens"]),
        end(),
    ]
    assert [one.fact for one in open_facts(made(nodes, {"a": None, "b": None}))] == ["a", "b"]


def test_a_date_is_tried_on_both_sides_of_every_deadline() -> None:
    past = {"kind": "deadline-is", "rule": "due", "states": ["past"]}
    nodes = [ask("q", "day", "g", "g"), gate("g", (past, "f"), otherwise="h", unknown="h"), *FORK[2:5]]
    (only,) = open_facts(made(nodes, {"day": None}))
    assert set(only.could_be["ftca"]) == {None, Status.ARGUABLE}


def test_facts_with_very_many_ways_to_be_answered_are_tried_on_some() -> None:
    choices = [f"m{number}" for number in range(20)]
    facts = [any_of("many", *choices), any_of("more", *choices)]
    branches = [
        ({"kind": "fact-has", "fact": fact["id"], "any_of": [choice]}, "f") for choice in choices for fact in facts
    ]
    nodes = [
        ask("q1", "many", "q2", "q2"),
        ask("q2", "more", "g", "g"),
        gate("g", *branches, otherwise="h", unknown="h"),
        *FORK[2:5],
    ]
    one = made(nodes, {"many": None, "more": frozenset()}, [*FACTS, *facts])
    tried = values_to_try(one.graph, "many", TODAY)
    assert frozenset() in tried
    assert {frozenset({choice}) for choice in choices} <= set(tried)
    assert len(tried) <= MOST_TRIED
    assert set(open_facts(one)[0].could_be["ftca"]) == {None, Status.ARGUABLE}


def test_choices_that_lead_apart_are_all_tried() -> None:
    one = made(FORK, {"day": None})
    assert values_to_try(one.graph, "a", TODAY) == ("x", "y", "z")
    assert values_to_try(one.graph, "b", TODAY) == ()


def test_choices_that_nothing_tells_apart_are_tried_once() -> None:
    nodes = [ask("q", "a", "g"), gate("g", (is_in("a", "x", "y"), "f"), otherwise="h", unknown="h"), *FORK[2:5]]
    assert values_to_try(made(nodes, {}).graph, "a", TODAY) == ("x", "z")


@given(st.data())
def test_trying_out_leaves_the_walk_alone_and_agrees_with_walking(data: st.DataObject) -> None:
    graph = a_graph(data)
    one = walk(graph, some_answers(data, graph, complete=True), TODAY)
    before = (one.trail, dict(one.statuses), dict(one.known), one.open_facts)
    for fact in open_facts(one):
        for value in values_to_try(graph, fact.fact, TODAY):
            then = walk(graph, {**answers_of(one), fact.fact: value}, TODAY)
            effect = effect_of(one, fact.fact, value)
            assert {claim: then.statuses[claim] for claim in effect.statuses} == effect.statuses
            for claim, status in then.statuses.items():
                could = fact.could_be.get(claim, (one.statuses.get(claim),))
                assert status in could
    assert (one.trail, dict(one.statuses), dict(one.known), one.open_facts) == before


@given(st.data())
def test_an_open_fact_that_could_change_a_line_is_one_that_the_line_rests_on(data: st.DataObject) -> None:
    graph = a_graph(data)
    one = walk(graph, some_answers(data, graph, complete=True), TODAY)
    if one.ended is None:
        return
    for fact in open_facts(one):
        for value in values_to_try(graph, fact.fact, TODAY):
            then = walk(graph, {**answers_of(one), fact.fact: value}, TODAY)
            if then.ended is not None:
                for line in one.lines:
                    assert then.statuses.get(line.claim) == line.status or fact.fact in line.rests_on
