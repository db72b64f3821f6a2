# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hypothesis strategies for facts, conditions on them, deadline rules and the one table of a made collection."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, assert_never

from hypothesis import strategies as st

from wizard.model.fact import Choice, ChoiceList, Fact, Limits, SharedChoices
from wizard.model.status import DeadlineState, Status
from wizard.model.table import Table
from wizard.model.text import Text

TODAY = dt.date(2026, 11, 24)

#: A condition as it stands in a file.
Written = dict[str, Any]

_CHOICES = ("c0", "c1", "c2")
#: The table's own word on which row is which; the third choice has no row, and the second no old law.
_ROWS: tuple[Written, ...] = (
    {"key": "c0", "cells": {"value": 0, "length": 2, "old": 3, "old-through": "2025-02-14"}},
    {"key": "c1", "cells": {"value": 1, "length": 1}},
)
_COLUMNS: Mapping[str, str] = {"value": "number", "length": "number", "old": "number", "old-through": "date"}

_WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="{}"), min_size=1, max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Words in English, sometimes in Spanish too."""
    words = {"en": draw(_WORDS)}
    if draw(st.booleans()):
        words["es"] = draw(_WORDS)
    return Text.model_validate(words)


def text(words: str) -> Text:
    """The same words in both languages."""
    return Text.model_validate({"en": words, "es": words})


def choices(number: int) -> tuple[Choice, ...]:
    """So many choices."""
    return tuple(Choice(id=name, label=text(name), short=text(name)) for name in _CHOICES[:number])


SHARED = ChoiceList(id="shared", title=text("shared"), choices=choices(3))


@st.composite
def facts(draw: st.DrawFn, name: str) -> Fact:
    """A fact of any kind with few choices, its own or shared ones."""
    kinds: list[Literal["one-of", "any-of", "date", "number"]] = ["one-of", "one-of", "any-of", "date", "number"]
    kind = draw(st.sampled_from(kinds))
    given: tuple[Choice, ...] | SharedChoices = ()
    if kind in ("one-of", "any-of"):
        shared = st.sampled_from([(), ("c2",), ("c1",)]).map(
            lambda without: SharedChoices(list="shared", without=without)
        )
        given = draw(st.integers(2, 3).map(choices) | shared)
    limits = Limits()
    if kind == "date":
        limits = Limits(earliest=TODAY - dt.timedelta(days=1500), latest="today")
    if kind == "number":
        limits = Limits(least=Decimal(0), most=Decimal(5))
    return Fact(id=name, kind=kind, title=draw(texts()), ask=draw(texts()), choices=given, limits=limits)


def choice_ids(fact: Fact) -> list[str]:
    """The ids of the choices of a fact made here."""
    if isinstance(fact.choices, SharedChoices):
        return [name for name in _CHOICES if name not in fact.choices.without]
    return [choice.id for choice in fact.choices]


def table_of(all_facts: Sequence[Fact]) -> Table | None:
    """The one table, of the shared choices or of the first fact with choices; None where no fact has any."""
    keyed = next((fact for fact in all_facts if fact.kind == "one-of"), None)
    if keyed is None:
        return None
    columns = [{"id": name, "title": {"en": name}, "kind": kind} for name, kind in _COLUMNS.items()]
    ids = choice_ids(keyed)
    by: Written = {"choice_list": "shared"} if isinstance(keyed.choices, SharedChoices) else {"fact": keyed.id}
    rows = _ROWS if "choice_list" in by else [row for row in _ROWS if row["key"] in ids]
    return Table.model_validate({"id": "t", "title": {"en": "t"}, **by, "columns": columns, "rows": rows})


# --- conditions ------------------------------------------------------------------------


def conditions(
    all_facts: Sequence[Fact], claims: Sequence[str], rules: Sequence[str], named: Sequence[str]
) -> st.SearchStrategy[Written]:
    """Conditions of every kind on these facts, lines, rules and conditions of the collection."""
    leaves = [_on_fact(fact) for fact in all_facts]
    leaves.append(st.builds(_status_is, st.sampled_from(claims), _STATUS_TESTS, st.sampled_from(list(Status))))
    if rules:
        days = ["today", "today", *[fact.id for fact in all_facts if fact.kind == "date"]]
        leaves.append(st.builds(_deadline_is, st.sampled_from(rules), st.sampled_from(days), _STATES, _DAYS_LEFT))
    if table_of(all_facts) is not None:
        keys = [fact.id for fact in all_facts if fact.kind in ("one-of", "any-of")]
        leaves.append(st.builds(_table_is, st.sampled_from(keys), _some(["0", "1", "2"])))
    if named:
        leaves.append(st.builds(lambda name: {"kind": "named", "condition": name}, st.sampled_from(named)))
    return st.recursive(st.one_of(leaves), _combined, max_leaves=3)


_STATUS_TESTS = st.sampled_from(["is", "or-better", "or-worse"])
_STATES = st.lists(st.sampled_from([state.value for state in DeadlineState]), min_size=1, unique=True)
_DAYS_LEFT = st.sampled_from([None, None, 30, 200])


def _status_is(claim: str, test: str, status: Status) -> Written:
    return {"kind": "status-is", "claim": claim, "test": test, "status": status.value}


def _deadline_is(rule: str, on: str, states: list[str], days_left: int | None) -> Written:
    return {"kind": "deadline-is", "rule": rule, "on": on, "states": states, "days_left": days_left}


def _table_is(by: str, among: list[str]) -> Written:
    return {"kind": "table-is", "table": "t", "by": by, "column": "value", "among": among}


def _combined(inner: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    several = st.lists(inner, min_size=1, max_size=2)
    return st.one_of(
        st.builds(lambda of: {"kind": "all", "of": of}, several),
        st.builds(lambda of: {"kind": "any", "of": of}, several),
        st.builds(lambda of: {"kind": "not", "of": of}, inner),
    )


def _some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, unique=True)


def _on_fact(fact: Fact) -> st.SearchStrategy[Written]:
    known = st.just({"kind": "known", "fact": fact.id})
    ids = choice_ids(fact)
    match fact.kind:
        case "one-of":
            made: st.SearchStrategy[Written] = st.builds(
                lambda among: {"kind": "fact-in", "fact": fact.id, "among": among}, _some(ids)
            )
        case "any-of":
            parts = {name: _some(ids) for name in ("any_of", "all_of", "none_but")}
            given = st.fixed_dictionaries({}, optional=parts)
            made = st.builds(lambda has: {"kind": "fact-has", "fact": fact.id, **has}, given)
        case "date":
            made = st.builds(_date_is, st.just(fact.id), st.none() | _MOMENTS, st.none() | _MOMENTS)
        case "number":
            ends = st.none() | st.integers(0, 5)
            made = st.builds(_number_is, st.just(fact.id), ends, ends)
        case _:
            assert_never(fact.kind)
    return st.one_of(made, made, known)


_MOMENTS = st.sampled_from([{}, {"years": -1}, {"years": -2, "days": -1}, {"months": -30}, "2025-05-01", "2024-02-29"])


def _date_is(fact: str, since: object, before: object) -> Written:
    return {"kind": "date-is", "fact": fact, "since": since, "before": before}


def _number_is(fact: str, least: int | None, most: int | None) -> Written:
    return {"kind": "number-is", "fact": fact, "at_least": least, "at_most": most}


# --- deadline rules --------------------------------------------------------------------


@st.composite
def rules(draw: st.DrawFn, name: str, all_facts: Sequence[Fact]) -> Written:
    """A deadline rule of some date facts: a span, a table's length, or the shorter of both; sometimes with care."""
    dates = [fact.id for fact in all_facts if fact.kind == "date"]
    trigger = draw(st.lists(st.sampled_from(dates), min_size=1, max_size=2, unique=True))
    periods = _periods(all_facts)
    cautious = st.fixed_dictionaries({}, optional={"period": periods, "trigger": st.sampled_from(dates)})
    return {
        "id": name,
        "role": draw(st.sampled_from(["last-day", "last-day", "first-day"])),
        "title": {"en": "t"},
        "trigger": trigger,
        "pick": "only" if len(trigger) == 1 else draw(st.sampled_from(["earliest", "latest"])),
        "period": draw(periods),
        "cautious": draw(st.none() | cautious),
        "calendar": "courts",
        "latest": draw(st.sampled_from(["roll-forward", "none"])),
        "early": draw(st.sampled_from([1, 1, 0, 7])),
        "why": {"en": "w"},
    }


def _periods(all_facts: Sequence[Fact]) -> st.SearchStrategy[Written]:
    lengths: list[Written] = [{"years": 2}, {"months": 6}, {"days": 60}, {"working_days": 20}]
    span = st.sampled_from([{"kind": "span", **length} for length in lengths])
    keys = [fact.id for fact in all_facts if fact.kind in ("one-of", "any-of")]
    if table_of(all_facts) is None:
        return span
    old = st.sampled_from([{}, {"old_column": "old", "old_through_column": "old-through"}])
    table = st.builds(
        lambda by, more: {"kind": "table", "table": "t", "by": by, "column": "length", "unit": "years", **more},
        st.sampled_from(keys),
        old,
    )
    shortest = st.lists(span | table, min_size=1, max_size=2).map(lambda of: {"kind": "shortest", "of": of})
    return st.one_of(span, span, table, shortest)
