# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hypothesis strategies for whole collections and for answers to them. Every collection they give can be linked."""

import datetime as dt
from decimal import Decimal
from typing import Any, Literal, assert_never, get_args

from hypothesis import strategies as st

from wizard.engine.graph import CollectionIndex
from wizard.model.collection import Collection, Manifest
from wizard.model.condition import Condition
from wizard.model.fact import AnswerValue, Choice, Fact, Limits
from wizard.model.node import Node
from wizard.model.status import DeadlineState, Status
from wizard.model.table import Calendar, Table
from wizard.model.text import Text
from wizard.model.tree import Tree, TreeHeader

TODAY = dt.date(2026, 11, 24)

WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="{}"), min_size=1, max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Words in English, sometimes in Spanish too."""
    words = {"en": draw(WORDS)}
    if draw(st.booleans()):
        words["es"] = draw(WORDS)
    return Text.model_validate(words)


def _text(words: str) -> Text:
    return Text.model_validate({"en": words, "es": words})


@st.composite
def facts(draw: st.DrawFn, name: str) -> Fact:
    """A fact of any kind with few choices."""
    kinds: list[Literal["one-of", "any-of", "date", "number"]] = ["one-of", "one-of", "any-of", "date", "number"]
    kind = draw(st.sampled_from(kinds))
    choices: tuple[Choice, ...] = ()
    if kind in ("one-of", "any-of"):
        number = draw(st.integers(2, 3))
        choices = tuple(Choice(id=f"c{i}", label=_text(f"c{i}"), short=_text(f"c{i}")) for i in range(number))
    limits = Limits()
    if kind == "date":
        limits = Limits(earliest=TODAY - dt.timedelta(days=1500), latest="today")
    if kind == "number":
        limits = Limits(least=Decimal(0), most=Decimal(5))
    return Fact(id=name, kind=kind, title=draw(texts()), ask=draw(texts()), choices=choices, limits=limits)


def _choices(fact: Fact) -> tuple[Choice, ...]:
    """The choices of a fact made here, which shares none."""
    return fact.choices if isinstance(fact.choices, tuple) else ()


def _fact_conditions(fact: Fact) -> st.SearchStrategy[dict[str, Any]]:
    ids = [choice.id for choice in _choices(fact)]
    known = st.just({"kind": "known", "fact": fact.id})
    some = st.lists(st.sampled_from(ids), min_size=1, unique=True) if ids else st.nothing()
    match fact.kind:
        case "one-of":
            made: st.SearchStrategy[dict[str, Any]] = st.builds(
                lambda among: {"kind": "fact-in", "fact": fact.id, "among": among}, some
            )
        case "any-of":
            made = st.builds(
                lambda how, which: {"kind": "fact-has", "fact": fact.id, how: which},
                st.sampled_from(["any_of", "all_of", "none_but"]),
                some,
            )
        case "date":
            made = st.builds(
                lambda end, years: {"kind": "date-is", "fact": fact.id, end: {"years": -years}},
                st.sampled_from(["since", "before"]),
                st.integers(0, 3),
            )
        case "number":
            made = st.builds(
                lambda end, n: {"kind": "number-is", "fact": fact.id, end: n},
                st.sampled_from(["at_least", "at_most"]),
                st.integers(0, 5),
            )
        case _:
            assert_never(fact.kind)
    return st.one_of(made, made, known)


def _conditions(all_facts: list[Fact], claims: list[str], rules: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    leaves = [_fact_conditions(fact) for fact in all_facts]
    leaves.append(
        st.builds(
            lambda claim, test, status: {"kind": "status-is", "claim": claim, "test": test, "status": status},
            st.sampled_from(claims),
            st.sampled_from(["is", "or-better", "or-worse"]),
            st.sampled_from([status.value for status in Status]),
        )
    )
    if rules:
        dates = [fact.id for fact in all_facts if fact.kind == "date"]
        leaves.append(
            st.builds(
                lambda rule, on, states: {"kind": "deadline-is", "rule": rule, "on": on, "states": states},
                st.sampled_from(rules),
                st.sampled_from(["today", "today", *dates]),
                st.lists(st.sampled_from([state.value for state in DeadlineState]), min_size=1, unique=True),
            )
        )
    if any(fact.kind == "one-of" for fact in all_facts):
        keys = [fact.id for fact in all_facts if fact.kind == "one-of"]
        leaves.append(
            st.builds(
                lambda by, among: {"kind": "table-is", "table": "t", "by": by, "column": "value", "among": among},
                st.sampled_from(keys),
                st.lists(st.integers(0, 2), min_size=1, unique=True),
            )
        )
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(lambda of: {"kind": "all", "of": of}, st.lists(inner, min_size=1, max_size=2)),
            st.builds(lambda of: {"kind": "any", "of": of}, st.lists(inner, min_size=1, max_size=2)),
            st.builds(lambda of: {"kind": "not", "of": of}, inner),
        ),
        max_leaves=3,
    )


@st.composite
def _trees(
    draw: st.DrawFn, name: str, all_facts: list[Fact], asks: dict[str, bool], shared: dict[str, list[str]], inner: str
) -> Tree:
    """A tree whose nodes lead only to later ones, so that it has no circle; `asks[fact]`: may be skipped."""
    size = draw(st.integers(2, 9))
    conditions = _conditions(all_facts, shared["claims"], shared["rules"])
    nodes: list[dict[str, Any]] = []
    for number in range(size):
        later = st.sampled_from([f"n{later}" for later in range(number + 1, size + 1)])
        kind = draw(st.sampled_from(["question", "question", "gate", "finding", *(["subtree"] if inner else [])]))
        node: dict[str, Any] = {"kind": kind, "id": f"n{number}", "short_name": {"en": f"n{number}"}}
        if kind == "question":
            fact = draw(st.sampled_from(all_facts))
            apart = fact.kind == "one-of" and draw(st.booleans())
            ways = {choice.id: draw(later) for choice in _choices(fact)}
            node |= {"fact": fact.id, "why": {"en": "why"}, "next": ways if apart else draw(later)}
            node["unsure"] = draw(later) if asks[fact.id] else None
        elif kind == "gate":
            branches = draw(st.lists(st.tuples(conditions, later), min_size=1, max_size=3))
            node["branches"] = [{"when": when, "label": {"en": "b"}, "next": to} for when, to in branches]
            node |= {"otherwise": draw(later), "unknown": draw(st.none() | later)}
        elif kind == "finding":
            node |= {
                "claims": draw(st.lists(st.sampled_from(shared["claims"]), max_size=2, unique=True)),
                "only_if_reached": draw(st.booleans()),
                "status": draw(st.none() | st.sampled_from([status.value for status in Status])),
                "reason": {"en": "r"},
                "deadlines": draw(st.lists(st.sampled_from(shared["rules"]), max_size=1)) if shared["rules"] else [],
                "next": draw(later),
            }
        else:
            node |= {"tree": inner, "next": draw(later)}
        nodes.append(node)
    nodes.append({"kind": "end", "id": f"n{size}", "short_name": {"en": "end"}, "text": {"en": "end"}})
    return Tree.model_validate({"id": name, "first": "n0", "nodes": nodes})


@st.composite
def collections(draw: st.DrawFn, *, dates: bool = True) -> Collection:
    """A whole collection of one or two trees, the first of which may hold the second as a subtree."""
    all_facts = [draw(facts(f"f{number}")) for number in range(draw(st.integers(1, 4)))]
    if not dates:
        all_facts = [fact for fact in all_facts if fact.kind != "date"] or [_plain_fact()]
    asks = {fact.id: draw(st.booleans()) or draw(st.booleans()) for fact in all_facts}
    date_facts = [fact.id for fact in all_facts if fact.kind == "date"]
    claims = [f"claim{number}" for number in range(draw(st.integers(1, 2)))]
    rules = [draw(_rules("rule", date_facts))] if date_facts else []
    shared = {"claims": claims, "rules": [rule["id"] for rule in rules]}
    inner = draw(_trees("inner", all_facts, asks, shared, ""))
    has_inner = draw(st.booleans())
    outer = draw(_trees("outer", all_facts, asks, shared, "inner" if has_inner else ""))
    trees = (outer, inner) if has_inner else (outer,)
    title = _text("t")
    headers = tuple(TreeHeader(id=tree.id, title=title, jurisdiction=title) for tree in trees)
    manifest = Manifest.model_validate(
        {
            "id": "made",
            "title": {"en": "Made"},
            "publisher": "nobody",
            "version": "1.0",
            "law_checked_on": TODAY,
            "next_check_due": TODAY,
            "trees": headers,
            "against": [{"id": "someone", "title": {"en": "someone"}}],
            "claims": [{"id": claim, "against": "someone", "title": {"en": claim}} for claim in claims],
            "deadline_rules": rules,
        }
    )
    return Collection(
        manifest=manifest,
        facts=tuple(all_facts),
        tables=tuple(_tables(all_facts)),
        calendars=(_calendar(),),
        trees=trees,
    )


def _plain_fact() -> Fact:
    choices = tuple(Choice(id=f"c{i}", label=_text("c"), short=_text("c")) for i in range(2))
    return Fact(id="f0", kind="one-of", title=_text("t"), ask=_text("a"), choices=choices)


@st.composite
def _rules(draw: st.DrawFn, name: str, date_facts: list[str]) -> dict[str, Any]:
    trigger = draw(st.lists(st.sampled_from(date_facts), min_size=1, max_size=2, unique=True))
    return {
        "id": name,
        "role": draw(st.sampled_from(["last-day", "last-day", "first-day"])),
        "title": {"en": "t"},
        "trigger": trigger,
        "pick": "only" if len(trigger) == 1 else draw(st.sampled_from(["earliest", "latest"])),
        "period": {"kind": "span", **draw(st.sampled_from([{"years": 2}, {"months": 6}, {"days": 60}]))},
        "calendar": "courts",
        "why": {"en": "w"},
    }


def _tables(all_facts: list[Fact]) -> list[Table]:
    rows = [{"key": f"c{number}", "cells": {"value": number}} for number in range(2)]
    columns = [{"id": "value", "title": {"en": "v"}, "kind": "number"}]
    fact = next((fact.id for fact in all_facts if fact.kind == "one-of"), None)
    if fact is None:
        return []
    return [Table.model_validate({"id": "t", "title": {"en": "t"}, "fact": fact, "columns": columns, "rows": rows})]


def _calendar() -> Calendar:
    holiday = {"kind": "fixed", "name": {"en": "Labour"}, "month": 5, "day": 1, "observed": ["friday-for-saturday"]}
    return Calendar.model_validate({"id": "courts", "title": {"en": "c"}, "holidays": [holiday]})


@st.composite
def answers(draw: st.DrawFn, collection: Collection, *, complete: bool = False) -> dict[str, AnswerValue]:
    """Answers within the limits of their facts, "not sure yet" among them; `complete`: to every fact."""
    index = CollectionIndex(collection)
    given: dict[str, AnswerValue] = {}
    for fact in collection.facts:
        if complete or draw(st.booleans()):
            given[fact.id] = draw(st.none() | values(fact, sorted(index.choice_ids[fact.id])))
    return given


def values(fact: Fact, choices: list[str]) -> st.SearchStrategy[AnswerValue]:
    """Return values that the fact can have within its limits."""
    match fact.kind:
        case "one-of":
            return st.sampled_from(choices)
        case "any-of":
            return st.frozensets(st.sampled_from(choices))
        case "date":
            earliest = fact.limits.earliest
            return st.dates(earliest if isinstance(earliest, dt.date) else dt.date(1990, 1, 1), TODAY)
        case "number":
            return st.integers(0, 5).map(Decimal)


NODE_KINDS = tuple(kind.model_fields["kind"].annotation for kind in get_args(get_args(Node)[0]))
CONDITION_KINDS = tuple(kind.model_fields["kind"].annotation for kind in get_args(get_args(Condition)[0]))
