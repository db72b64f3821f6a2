# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hypothesis strategies for whole collections and for answers to them. Every collection they give can be linked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.condition_strategies import SHARED, TODAY, choice_ids, choices, conditions, facts, rules, table_of, text
from wizard.engine.graph import CollectionIndex
from wizard.model.collection import Collection, Manifest
from wizard.model.fact import AnswerValue, Fact
from wizard.model.status import Status
from wizard.model.table import Calendar
from wizard.model.tree import Tree, TreeHeader

__all__ = ["TODAY", "answers", "collections", "values"]


@dataclass(frozen=True)
class _Shared:
    """What the trees of a made collection have in common; `skips[fact]`: may be left open."""

    facts: Sequence[Fact]
    skips: Mapping[str, bool]
    claims: Sequence[str]
    rules: Sequence[str]
    named: Sequence[str]


@st.composite
def _trees(draw: st.DrawFn, name: str, shared: _Shared, inner: str) -> Tree:
    """A tree whose nodes lead only to later ones, so that it has no circle."""
    size = draw(st.integers(2, 9))
    nodes = []
    for number in range(size):
        later = st.sampled_from([f"n{later}" for later in range(number + 1, size + 1)])
        kind = draw(st.sampled_from(["question", "question", "gate", "finding", *(["subtree"] if inner else [])]))
        node: dict[str, Any] = {"kind": kind, "id": f"n{number}", "short_name": {"en": f"n{number}"}}
        match kind:
            case "question":
                node |= draw(_question(shared, later))
            case "gate":
                node |= draw(_gate(shared, later))
            case "finding":
                node |= draw(_finding(shared, later))
            case _:
                node |= {"tree": inner, "next": draw(later)}
        nodes.append(node)
    nodes.append({"kind": "end", "id": f"n{size}", "short_name": {"en": "end"}, "text": {"en": "end"}})
    return Tree.model_validate({"id": name, "first": "n0", "nodes": nodes})


@st.composite
def _question(draw: st.DrawFn, shared: _Shared, later: st.SearchStrategy[str]) -> dict[str, Any]:
    fact = draw(st.sampled_from(shared.facts))
    apart = fact.kind == "one-of" and draw(st.booleans())
    return {
        "fact": fact.id,
        "why": {"en": "why"},
        "next": {choice: draw(later) for choice in choice_ids(fact)} if apart else draw(later),
        "unsure": draw(later) if shared.skips[fact.id] else None,
    }


@st.composite
def _gate(draw: st.DrawFn, shared: _Shared, later: st.SearchStrategy[str]) -> dict[str, Any]:
    when = conditions(shared.facts, shared.claims, shared.rules, shared.named)
    branches = draw(st.lists(st.tuples(when, later), min_size=1, max_size=3))
    return {
        "branches": [{"when": when, "label": {"en": "b"}, "next": to} for when, to in branches],
        "otherwise": draw(later),
        "unknown": draw(st.none() | later),
    }


@st.composite
def _finding(draw: st.DrawFn, shared: _Shared, later: st.SearchStrategy[str]) -> dict[str, Any]:
    return {
        "claims": draw(st.lists(st.sampled_from(shared.claims), max_size=2, unique=True)),
        "only_if_reached": draw(st.booleans()),
        "status": draw(st.none() | st.sampled_from([status.value for status in Status])),
        "reason": {"en": "r"},
        "deadlines": draw(st.lists(st.sampled_from(shared.rules), max_size=1)) if shared.rules else [],
        "next": draw(later),
    }


@st.composite
def collections(draw: st.DrawFn, *, dates: bool = True) -> Collection:
    """A whole collection of one or two trees, the first of which may hold the second as a subtree."""
    all_facts = [draw(facts(f"f{number}")) for number in range(draw(st.integers(1, 4)))]
    if not dates:
        all_facts = [fact for fact in all_facts if fact.kind != "date"] or [_plain_fact()]
    skips = {fact.id: draw(st.booleans()) or draw(st.booleans()) for fact in all_facts}
    claims = [f"claim{number}" for number in range(draw(st.integers(1, 2)))]
    has_rule = any(fact.kind == "date" for fact in all_facts)
    made_rules = [draw(rules("rule", all_facts))] if has_rule else []
    rule_ids = [rule["id"] for rule in made_rules]
    named: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 2))):
        when = draw(conditions(all_facts, claims, rule_ids, [one["id"] for one in named]))
        named.append({"id": f"named{number}", "title": "named", "when": when})
    if made_rules and draw(st.booleans()):
        made_rules[0]["applies"] = draw(conditions(all_facts, claims, rule_ids, [one["id"] for one in named]))
    shared = _Shared(all_facts, skips, claims, rule_ids, [one["id"] for one in named])
    inner = draw(_trees("inner", shared, ""))
    has_inner = draw(st.booleans())
    outer = draw(_trees("outer", shared, "inner" if has_inner else ""))
    trees = (outer, inner) if has_inner else (outer,)
    title = text("t")
    manifest = Manifest.model_validate(
        {
            "id": "made",
            "title": {"en": "Made"},
            "publisher": "nobody",
            "version": "1.0",
            "law_checked_on": TODAY,
            "next_check_due": TODAY,
            "trees": [TreeHeader(id=tree.id, title=title, jurisdiction=title) for tree in trees],
            "against": [{"id": "someone", "title": {"en": "someone"}}],
            "claims": [{"id": claim, "against": "someone", "title": {"en": claim}} for claim in claims],
            "conditions": named,
            "deadline_rules": made_rules,
        }
    )
    table = table_of(all_facts)
    return Collection(
        manifest=manifest,
        facts=tuple(all_facts),
        choice_lists=(SHARED,),
        tables=() if table is None else (table,),
        calendars=(_calendar(),),
        trees=trees,
    )


def _plain_fact() -> Fact:
    return Fact(id="f0", kind="one-of", title=text("t"), ask=text("a"), choices=choices(2))


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
