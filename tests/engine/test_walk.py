# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk, case by case: how a step is passed, what a gate does, what findings do to lines."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from tests.engine.building import (
    TODAY,
    Written,
    a_date,
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
    words,
)
from wizard.engine.graph import link
from wizard.engine.walk import Walk, walk
from wizard.model.fact import AnswerValue
from wizard.model.status import DeadlineState, Status

FACTS = [one_of("hurt"), one_of("force"), any_of("harms", "hit", "held"), a_date("day")]
LINES = [{"id": name, "against": "us", "title": words(name)} for name in ("ftca", "bivens")]
CLAIMS = {"claims": [*LINES, {"id": "inner", "against": "us", "title": words("inner"), "shown": False}]}


def made(nodes: Sequence[Written], answers: Mapping[str, AnswerValue] | None = None, **manifest: object) -> Walk:
    """A walk of a tree of these nodes."""
    graph = link(collection(nodes, FACTS, {**CLAIMS, **manifest}), "t")
    return walk(graph, answers or {}, TODAY)


def steps(one: Walk) -> list[tuple[str, str, str]]:
    """The trail as key, how and via."""
    return [(step.key, step.how, step.via) for step in one.trail]


TWICE = [
    ask("q1", "hurt", {"yes": "q2", "no": "q2"}, "q2"),
    ask("q2", "force", "q3", "q3"),
    ask("q3", "hurt", {"yes": "f", "no": "end"}, "end"),
    finding("f", "end"),
    end(),
]


def test_without_answers_the_first_question_is_asked() -> None:
    one = made(TWICE)
    assert (one.asked, one.ended, one.trail, one.path) == ("q1", None, (), ("q1",))


def test_a_fact_answered_earlier_is_known_later_and_leads_on() -> None:
    one = made(TWICE, {"hurt": "yes", "force": "no"})
    assert steps(one) == [
        ("q1", "answered", "yes"),
        ("q2", "answered", "next"),
        ("q3", "known", "yes"),
        ("f", "noted", "next"),
    ]
    assert (one.ended, one.known) == ("end", {"hurt": "yes", "force": "no"})


def test_a_fact_left_open_stays_open_later() -> None:
    one = made(TWICE, {"hurt": None, "force": "no"})
    assert steps(one)[0] == ("q1", "unsure", "unsure")
    assert steps(one)[2] == ("q3", "known", "unsure")
    assert (one.open_facts, one.ended) == (("hurt",), "end")


def test_answers_beyond_the_question_now_asked_are_parked() -> None:
    one = made(TWICE, {"force": "yes"})
    assert (one.asked, one.parked) == ("q1", ("force",))


def test_a_question_that_may_not_be_skipped_is_asked_until_it_is_answered() -> None:
    one = made([ask("q", "hurt", {"yes": "end", "no": "end"}), end()], {"hurt": None})
    assert (one.asked, one.open_facts, one.parked) == ("q", (), ("hurt",))


@pytest.mark.parametrize("value", ["gone", frozenset({"yes"}), dt.date(2026, 1, 1)])
@pytest.mark.parametrize("leads", ["end", {"yes": "end", "no": "end"}])
def test_an_answer_that_does_not_fit_its_fact_counts_as_not_given(value: AnswerValue, leads: object) -> None:
    one = made([ask("q", "hurt", leads, "end"), end()], {"hurt": value})
    assert (one.asked, one.known, one.parked) == ("q", {}, ("hurt",))


def test_none_of_these_is_an_answer() -> None:
    one = made([ask("q", "harms", "end", "end"), end()], {"harms": frozenset()})
    assert (one.ended, one.known, one.open_facts) == ("end", {"harms": frozenset()}, ())


# --- gates -----------------------------------------------------------------------------

HIT = is_in("force", "yes")
HURT = is_in("hurt", "yes")


def judged(answers: Mapping[str, AnswerValue], unknown: str | None = "u") -> Walk:
    """A walk to a gate with two branches."""
    nodes = [
        ask("q1", "hurt", "q2", "q2"),
        ask("q2", "force", "g", "g"),
        gate("g", (HURT, "a"), (HIT, "b"), otherwise="o", unknown=unknown),
        *[finding(name, "end", "arguable") for name in ("a", "b", "o", "u")],
        end(),
    ]
    return made(nodes, answers)


@pytest.mark.parametrize(
    ("hurt", "force", "reached", "rests"),
    [
        ("yes", "yes", "a", ()),
        ("yes", None, "a", ()),
        ("no", "yes", "b", ()),
        ("no", "no", "o", ()),
        (None, "yes", "u", ("hurt",)),
        (None, None, "u", ("hurt",)),
        ("no", None, "u", ("force",)),
    ],
)
def test_branches_go_in_order_and_an_unknown_one_sends_the_gate_to_its_unknown_branch(
    hurt: AnswerValue, force: AnswerValue, reached: str, rests: tuple[str, ...]
) -> None:
    one = judged({"hurt": hurt, "force": force})
    assert [(found.key, found.rests_on) for found in one.found] == [(reached, rests)]


def test_without_an_unknown_branch_a_gate_goes_otherwise_and_the_finding_still_rests_on_the_open_fact() -> None:
    one = judged({"hurt": None, "force": "no"}, unknown=None)
    assert [(found.key, found.rests_on) for found in one.found] == [("o", ("hurt",))]
    assert steps(one)[2] == ("g", "branched", "otherwise")


def test_a_gate_whose_fact_was_never_asked_takes_the_unknown_branch_and_rests_on_nothing() -> None:
    nodes = [gate("g", (HURT, "end"), otherwise="end", unknown="f"), finding("f", "end"), end()]
    one = made(nodes)
    assert [(found.key, found.rests_on) for found in one.found] == [("f", ())]


def test_a_gate_reads_the_lines_so_far() -> None:
    barred = {"kind": "status-is", "claim": "ftca", "test": "or-worse", "status": "barred"}
    nodes = [
        ask("q", "hurt", {"yes": "f", "no": "g"}),
        finding("f", "g", "barred"),
        gate("g", (barred, "r"), otherwise="end"),
        remark("r", "end"),
        end(),
    ]
    assert [found.key for found in made(nodes, {"hurt": "yes"}).found] == ["f", "r"]
    assert made(nodes, {"hurt": "no"}).found == ()


# --- findings and lines ----------------------------------------------------------------


def test_a_worse_status_wins_and_a_better_one_changes_nothing() -> None:
    nodes = [finding("f1", "f2", "arguable"), finding("f2", "f3", "barred"), finding("f3", "end"), end()]
    one = made(nodes)
    assert one.statuses == {"ftca": Status.BARRED}
    (line,) = one.board
    assert (line.status, line.against, line.findings) == (Status.BARRED, "us", ("f1", "f2", "f3"))


def test_a_finding_may_count_on_several_lines_which_stand_in_the_order_of_the_collection() -> None:
    one = made([finding("f", "end", claims=["bivens", "ftca"]), end()])
    assert [line.claim for line in one.board] == ["ftca", "bivens"]


def test_an_internal_line_is_left_out_of_the_board() -> None:
    one = made([finding("f", "end", claims=["inner"]), end()])
    assert one.board == ()
    assert [line.claim for line in one.lines] == ["inner"]


def test_a_finding_that_counts_only_on_lines_reached_leaves_the_others_alone() -> None:
    cut = finding("cut", "end", "barred", claims=["ftca", "bivens"], only_if_reached=True)
    reached = made([finding("f", "cut"), cut, end()])
    assert reached.statuses == {"ftca": Status.BARRED}
    assert [found.claims for found in reached.found] == [("ftca",), ("ftca",)]
    alone = made([cut, end()])
    assert (alone.statuses, alone.found) == ({}, ())
    assert steps(alone) == [("cut", "noted", "next")]


def test_remarks_stand_apart_from_the_lines() -> None:
    one = made([remark("r", "f"), finding("f", "end", None), end()])
    assert [found.key for found in one.remarks] == ["r", "f"]
    assert one.lines == ()


# --- what rests on open facts ----------------------------------------------------------


def test_a_finding_behind_an_open_question_rests_on_it_only_until_the_ways_join() -> None:
    nodes = [
        ask("q", "hurt", {"yes": "a", "no": "c"}, "b"),
        finding("a", "c", "barred", claims=["bivens"]),
        finding("b", "c", claims=["bivens"]),
        finding("c", "end"),
        end(),
    ]
    one = made(nodes, {"hurt": None})
    assert [(found.key, found.rests_on) for found in one.found] == [("b", ("hurt",)), ("c", ())]
    assert {line.claim: line.rests_on for line in one.lines} == {"ftca": (), "bivens": ("hurt",)}


def test_a_line_rests_on_an_open_fact_that_could_put_a_worse_finding_on_it_though_none_stands_there_now() -> None:
    nodes = [
        finding("first", "q"),
        ask("q", "hurt", {"yes": "worse", "no": "end"}, "end"),
        finding("worse", "end", "barred"),
        end(),
    ]
    (line,) = made(nodes, {"hurt": None}).lines
    assert (line.status, line.rests_on) == (Status.AVAILABLE, ("hurt",))


def test_a_line_that_is_barred_for_good_rests_on_nothing() -> None:
    nodes = [
        finding("first", "q", "barred"),
        ask("q", "hurt", {"yes": "a", "no": "end"}, "a"),
        finding("a", "end", "arguable"),
        end(),
    ]
    (line,) = made(nodes, {"hurt": None}).lines
    assert (line.status, line.rests_on) == (Status.BARRED, ())


def test_a_gate_on_a_line_that_rests_on_an_open_fact_hands_the_fact_on() -> None:
    barred = {"kind": "status-is", "claim": "ftca", "test": "is", "status": "barred"}
    nodes = [
        ask("q", "hurt", {"yes": "a", "no": "g"}, "g"),
        finding("a", "g", "barred"),
        gate("g", (barred, "r"), otherwise="o"),
        remark("r", "end"),
        remark("o", "end"),
        end(),
    ]
    one = made(nodes, {"hurt": None})
    assert [(found.key, found.rests_on) for found in one.found] == [("o", ("hurt",))]


def test_a_gate_on_a_fact_that_is_asked_only_because_another_is_open_hands_that_one_on() -> None:
    nodes = [
        ask("q1", "hurt", {"yes": "g", "no": "g"}, "q2"),
        ask("q2", "force", "g", "g"),
        gate("g", (HIT, "r"), otherwise="end", unknown="end"),
        remark("r", "end"),
        end(),
    ]
    one = made(nodes, {"hurt": None, "force": "yes"})
    assert [(found.key, found.rests_on) for found in one.found] == [("r", ("hurt",))]


def test_a_condition_on_whether_a_fact_is_known_rests_on_it_while_it_is_open() -> None:
    nodes = [
        ask("q", "hurt", "g", "g"),
        gate("g", ({"kind": "known", "fact": "hurt"}, "end"), otherwise="r"),
        remark("r", "end"),
        end(),
    ]
    assert [found.rests_on for found in made(nodes, {"hurt": None}).found] == [("hurt",)]


# --- subtrees and ends -----------------------------------------------------------------


def test_a_subtree_is_entered_and_its_end_leads_on() -> None:
    trees = {
        "t": [enter("s", "u", "f"), finding("f", "end"), end()],
        "u": [ask("q", "hurt", {"yes": "done", "no": "done"}), end("done")],
    }
    one = walk(link(collection(trees, FACTS), "t"), {"hurt": "yes"}, TODAY)
    assert steps(one) == [("s", "entered", "next"), ("s/q", "answered", "yes"), ("f", "noted", "next")]
    assert (one.path, one.ended) == (("s", "s/q", "s/done", "f", "end"), "end")


def test_a_subtree_used_twice_asks_its_question_once() -> None:
    trees = {
        "t": [enter("one", "u", "two"), enter("two", "u", "end"), end()],
        "u": [ask("q", "hurt", {"yes": "done", "no": "done"}), end("done")],
    }
    one = walk(link(collection(trees, FACTS), "t"), {"hurt": "yes"}, TODAY)
    assert [(step.key, step.how) for step in one.trail if step.fact] == [("one/q", "answered"), ("two/q", "known")]


# --- deadlines -------------------------------------------------------------------------

DUE = [ask("q", "day", "f", "f"), finding("f", "g", deadlines=["due"]), finding("g", "end", deadlines=["due"]), end()]


def test_a_deadline_is_shown_once_with_all_findings_that_brought_it() -> None:
    one = made(DUE, {"day": dt.date(2026, 3, 2)}, deadline_rules=[a_rule("due", "day")])
    (due,) = one.deadlines
    assert (due.rule, due.raw, due.state, due.findings) == ("due", dt.date(2028, 3, 2), DeadlineState.OPEN, ("f", "g"))
    assert due.act_by is not None
    assert due.days_left == (due.act_by - TODAY).days


def test_a_deadline_without_its_date_is_shown_without_dates() -> None:
    (due,) = made(DUE, {"day": None}, deadline_rules=[a_rule("due", "day")]).deadlines
    assert (due.act_by, due.raw, due.state) == (None, None, DeadlineState.NOT_KNOWN)


def test_a_rule_that_does_not_apply_is_left_out_and_one_that_may_apply_is_not() -> None:
    rules = [a_rule("due", "day", applies=HURT)]
    nodes = [ask("q0", "hurt", "q", "q"), *DUE]
    day: dict[str, AnswerValue] = {"day": dt.date(2026, 3, 2)}
    assert made(nodes, {**day, "hurt": "no"}, deadline_rules=rules).deadlines == ()
    assert len(made(nodes, {**day, "hurt": "yes"}, deadline_rules=rules).deadlines) == 1
    assert len(made(nodes, {**day, "hurt": None}, deadline_rules=rules).deadlines) == 1


def test_a_walk_on_another_day_sees_the_same_dates_in_another_state() -> None:
    graph = link(collection(DUE, FACTS, {**CLAIMS, "deadline_rules": [a_rule("due", "day")]}), "t")
    later = walk(graph, {"day": dt.date(2026, 3, 2)}, dt.date(2028, 3, 10))
    assert [(one.raw, one.state) for one in later.deadlines] == [(dt.date(2028, 3, 2), DeadlineState.PAST)]
