# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few days that stand for all: every end that some days lead to is found, checked by trying all of a short span."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.condition_strategies import Draw, Written
from tests.engine.building import a_date, a_rule, any_of, ask, collection, end, gate, one_of, words
from wizard.engine.explore import explore
from wizard.engine.graph import link
from wizard.engine.walk import walk
from wizard.model.collection import Collection
from wizard.model.fact import AnswerValue
from wizard.model.status import DeadlineState

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)
STATES = [state.value for state in DeadlineState]

#: Each example tries thousands of days, so there are fewer of them.
fewer = settings(max_examples=max(8, settings().max_examples // 5))


def span(draw: Draw) -> Written:
    if draw.flag():
        return {"kind": "span", "working_days": draw.number(0, 8)}
    return {"kind": "span", "days": draw.number(0, 15)}


def period(draw: Draw) -> Written:
    """A span, a table's length with or without an old law, or the shorter of some."""
    kind = draw.one(("span", "table", "shortest"))
    if kind == "shortest":
        return {"kind": kind, "of": [draw.one((span, table_span))(draw) for _ in range(draw.number(1, 2))]}
    return table_span(draw) if kind == "table" else span(draw)


def table_span(draw: Draw) -> Written:
    old = draw.one(({}, {"old_column": "old", "old_through_column": "through"}))
    unit = draw.one(("days", "working-days"))
    return {"kind": "table", "table": "t", "by": "key", "column": "length", "unit": unit, **old}


def rule(draw: Draw, name: str, triggers: Sequence[str], **more: object) -> Mapping[str, Any]:
    made = a_rule(name, *triggers, authorities=[], **more)
    return {
        **made,
        "role": draw.one(("last-day", "last-day", "first-day")),
        "pick": "only" if len(triggers) == 1 else draw.one(("earliest", "latest")),
        "latest": draw.one(("roll-forward", "none")),
        "early": draw.one((1, 1, 0, 3)),
    }


def branch(draw: Draw, rules: Sequence[str], dates: Sequence[str], days: int) -> Written:
    """One or two conditions on deadlines and dates."""
    parts: list[Written] = []
    for _ in range(draw.number(1, 3)):
        if draw.number(0, 2):
            days_left = draw.one((None, None, 3))
            held = {"rule": draw.one(rules), "on": draw.one(("today", *dates)), "states": draw.some(STATES)}
            parts.append({"kind": "deadline-is", **held, "days_left": days_left})
        else:
            ends = {name: {"days": -draw.number(0, days)} for name in draw.some(("since", "before"))}
            parts.append({"kind": "date-is", "fact": draw.one(dates), **ends})
    return {"kind": "all", "of": parts}


def a_tree(draw: Draw, asked: Sequence[str], rules: Sequence[str], days: int) -> list[Any]:
    """Questions for all facts, then one gate whose branches each end apart."""
    dates = [fact for fact in asked if fact != "key"]
    following = [*[f"q-{fact}" for fact in asked[1:]], "gate"]
    questions = [ask(f"q-{fact}", fact, to, to) for fact, to in zip(asked, following, strict=True)]
    branches = [(branch(draw, rules, dates, days), f"end{number}") for number in range(draw.number(1, 3))]
    ends = [end(f"end{number}") for number in range(len(branches))]
    return [*questions, gate("gate", *branches, otherwise="end-o", unknown="end-u"), *ends, end("end-o"), end("end-u")]


def ends_found(made: Collection, today: dt.date, days: int, keys: Sequence[AnswerValue]) -> tuple[set[str], set[str]]:
    """The ends that explore reaches, and those that trying every day reaches."""
    graph = link(made, "t")
    explored = {key for key in explore(graph, today, count_questions=False).reached if key.startswith("end")}
    span_of_days: list[AnswerValue] = [None, *[today - number * DAY for number in range(days + 1)]]
    dates = [fact.id for fact in made.facts if fact.kind == "date"]
    tried = set()
    for values in product(*[span_of_days] * len(dates), keys):
        given_answers = dict(zip((*dates, "key"), values, strict=True))
        tried.add(walk(graph, given_answers, today).ended or "")
    return explored, tried


@fewer
@given(st.data())
def test_one_rule_with_a_table_care_or_an_old_law_against_two_dates(data: st.DataObject) -> None:
    draw = Draw(data.draw)
    days = 22
    today = MONDAY + draw.number(0, 6) * DAY
    limits = {"earliest": (today - days * DAY).isoformat()}
    make_key = draw.one((one_of, any_of))
    facts = [a_date("first", **limits), a_date("second", **limits), make_key("key", "c0", "c1", "c2")]
    rows = [
        {"key": "c0", "cells": {"length": draw.number(0, 12), "old": draw.number(0, 20), "through": "2026-11-11"}},
        {"key": "c1", "cells": {"length": draw.number(0, 12)}},
    ]
    columns = [{"id": name, "title": words(name), "kind": "number"} for name in ("length", "old", "through")]
    cautious = draw.maybe(
        lambda: {"period": draw.maybe(lambda: period(draw)), "trigger": draw.one((None, "first", "second"))}
    )
    triggers = draw.one((("first",), ("first", "second")))
    made = collection(
        a_tree(draw, ["first", "second", "key"], ["rule"], days),
        facts,
        {"deadline_rules": [{**rule(draw, "rule", triggers), "period": period(draw), "cautious": cautious}]},
        tables=[{"id": "t", "title": words("t"), "fact": "key", "columns": columns, "rows": rows}],
    )
    keys: list[AnswerValue] = [None, "c0", "c1", "c2"]
    if make_key is any_of:
        keys = [None, *[frozenset(marked) for marked in ((), ("c0",), ("c1",), ("c2",), ("c0", "c1"), ("c0", "c2"))]]
    explored, tried = ends_found(made, today, days, keys)
    assert tried <= explored
    if make_key is one_of:
        assert explored == tried


@fewer
@given(st.data())
def test_two_rules_held_against_the_same_date(data: st.DataObject) -> None:
    draw = Draw(data.draw)
    days = 13
    today = MONDAY + draw.number(0, 6) * DAY
    limits = {"earliest": (today - days * DAY).isoformat()}
    facts = [a_date(name, **limits) for name in ("first", "second", "third")] + [one_of("key")]
    rules = [rule(draw, name, [trigger], period=span(draw)) for name, trigger in (("r", "first"), ("s", "second"))]
    tree = a_tree(draw, ["first", "second", "third"], ["r", "s"], days)
    explored, tried = ends_found(collection(tree, facts, {"deadline_rules": rules}), today, days, [None])
    assert explored == tried
