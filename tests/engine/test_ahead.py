# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies ahead of a walk: nodes still in reach, fewest and most questions left."""

from collections.abc import Mapping, Sequence

from tests.engine.building import TODAY, Written, ask, collection, end, enter, finding, gate, is_in, one_of, remark
from wizard.engine.graph import link
from wizard.engine.walk import Walk, walk
from wizard.model.fact import AnswerValue

FACTS = [one_of(name) for name in ("a", "b", "c")]
YES_A = is_in("a", "yes")


def made(nodes: Sequence[Written], answers: Mapping[str, AnswerValue] | None = None) -> Walk:
    """A walk of a tree of these nodes."""
    return walk(link(collection(nodes, FACTS), "t"), answers or {}, TODAY)


def left(one: Walk) -> tuple[int, int]:
    """The fewest and the most questions left."""
    return one.ahead.fewest, one.ahead.most


BRANCHING = [
    ask("qa", "a", {"yes": "qb", "no": "end"}, "qb"),
    ask("qb", "b", "qc", "qc"),
    ask("qc", "c", "end", "end"),
    end(),
]


def test_the_question_now_asked_counts() -> None:
    assert left(made([ask("q", "a", "end"), end()])) == (1, 1)


def test_the_shortest_and_the_longest_way_to_an_end_are_counted() -> None:
    assert left(made(BRANCHING)) == (1, 3)
    assert left(made(BRANCHING, {"a": "yes"})) == (2, 2)
    assert left(made(BRANCHING, {"a": "no"})) == (0, 0)


def test_a_fact_known_already_is_not_counted_again() -> None:
    nodes = [ask("q1", "a", "q2"), ask("q2", "b", "q3"), ask("q3", "a", "end"), end()]
    assert left(made(nodes)) == (2, 2)
    assert left(made(nodes, {"a": "yes"})) == (1, 1)


def test_a_fact_left_open_is_not_counted_again() -> None:
    nodes = [ask("q1", "a", "q2", "q2"), ask("q2", "b", "q3"), ask("q3", "a", "end", "end"), end()]
    assert left(made(nodes, {"a": None})) == (1, 1)


def test_a_choice_known_already_closes_the_other_ways_of_a_later_question() -> None:
    nodes = [
        ask("q1", "a", "q2"),
        ask("q2", "b", "q3"),
        ask("q3", "a", {"yes": "f", "no": "r"}),
        finding("f", "end"),
        remark("r", "end"),
        end(),
    ]
    assert made(nodes).reachable == {"q1", "q2", "q3", "f", "r", "end"}
    assert made(nodes, {"a": "yes"}).reachable == {"q2", "q3", "f", "end"}


GATED = [
    ask("q1", "a", "q2", "q2"),
    ask("q2", "b", "g"),
    gate("g", (YES_A, "yes"), otherwise="no", unknown="open"),
    *[remark(name, "end") for name in ("yes", "no", "open")],
    end(),
]


def test_a_gate_is_decided_by_what_is_known() -> None:
    gone = {"q1", "q2", "g", "end"}
    assert made(GATED).reachable - gone == {"yes", "no", "open"}
    assert made(GATED, {"a": "yes"}).reachable - gone == {"yes"}
    assert made(GATED, {"a": "no"}).reachable - gone == {"no"}
    assert made(GATED, {"a": None}).reachable - gone == {"open"}


def test_a_gate_on_a_fact_that_nothing_ahead_asks_stays_unknown() -> None:
    nodes = [ask("q", "b", "g"), gate("g", (YES_A, "yes"), otherwise="no", unknown="open"), *GATED[3:]]
    assert made(nodes).reachable == {"q", "g", "open", "end"}


def test_a_gate_on_a_line_keeps_all_its_branches() -> None:
    barred = {"kind": "status-is", "claim": "ftca", "test": "is", "status": "barred"}
    nodes = [
        ask("q", "a", {"yes": "f", "no": "g"}),
        finding("f", "g", "barred"),
        gate("g", (barred, "yes"), otherwise="no"),
        *GATED[3:5],
        end(),
    ]
    assert {"yes", "no"} <= made(nodes).reachable


def test_the_questions_of_subtrees_count_too() -> None:
    trees = {
        "t": [enter("s", "u", "q"), ask("q", "b", "end"), end()],
        "u": [ask("q", "a", {"yes": "q2", "no": "done"}), ask("q2", "c", "done"), end("done")],
    }
    one = walk(link(collection(trees, FACTS), "t"), {}, TODAY)
    assert left(one) == (2, 3)
    assert "s/q2" in one.reachable
