# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hypothesis strategies for whole collections and for answers to them. Every collection they give can be linked."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from tests.condition_strategies import (
    SHARED,
    TODAY,
    Draw,
    Named,
    Written,
    choice_ids,
    choices,
    condition,
    fact,
    rule,
    table_of,
    text,
)
from wizard.engine.graph import CollectionIndex
from wizard.model.collection import Collection, Manifest
from wizard.model.fact import AnswerValue, Fact
from wizard.model.status import Status
from wizard.model.table import Calendar
from wizard.model.tree import Tree, TreeHeader

__all__ = ["NODE_KINDS", "TODAY", "answers", "collections", "names_in", "values"]

TITLE = text("t")
CALENDAR = Calendar.model_validate(
    {
        "id": "courts",
        "title": {"en": "c"},
        "holidays": [
            {"kind": "fixed", "name": {"en": "Labour"}, "month": 5, "day": 1, "observed": ["friday-for-saturday"]},
            {"kind": "weekday", "name": {"en": "Thanks"}, "month": 11, "weekday": "thursday", "nth": 4},
        ],
    }
)


@dataclass(frozen=True)
class _Shared:
    """What the trees of a made collection have in common; `skips[fact]`: may be left open."""

    named: Named
    skips: Mapping[str, bool]


def _tree(draw: Draw, name: str, shared: _Shared, inner: str) -> Tree:
    """A tree whose nodes lead only to later ones, so that it has no circle."""
    size = draw.number(2, 9)
    nodes = []
    for number in range(size):
        kind = draw.one(["question", "question", "gate", "finding", *(["subtree"] if inner else [])])
        later = [f"n{later}" for later in range(number + 1, size + 1)]
        node = {"kind": kind, "id": f"n{number}", "short_name": {"en": f"n{number}"}}
        nodes.append(node | _MAKE[kind](draw, shared, later) | ({"tree": inner} if kind == "subtree" else {}))
    nodes.append({"kind": "end", "id": f"n{size}", "short_name": {"en": "end"}, "text": {"en": "end"}})
    return Tree.model_validate({"id": name, "first": "n0", "nodes": nodes})


def _question(draw: Draw, shared: _Shared, later: Sequence[str]) -> Written:
    fact = draw.one(shared.named.facts)
    apart = fact.kind == "one-of" and draw.flag()
    return {
        "fact": fact.id,
        "why": {"en": "why"},
        "next": {choice: draw.one(later) for choice in choice_ids(fact)} if apart else draw.one(later),
        "unsure": draw.one(later) if shared.skips[fact.id] else None,
    }


def _gate(draw: Draw, shared: _Shared, later: Sequence[str]) -> Written:
    branches = [
        {"when": condition(draw, shared.named), "label": {"en": "b"}, "next": draw.one(later)}
        for _ in range(draw.number(1, 3))
    ]
    return {"branches": branches, "otherwise": draw.one(later), "unknown": draw.maybe(lambda: draw.one(later))}


def _finding(draw: Draw, shared: _Shared, later: Sequence[str]) -> Written:
    return {
        "claims": draw.some(shared.named.claims, least=0),
        "only_if_reached": draw.flag(),
        "status": draw.one([None, *[status.value for status in Status]]),
        "reason": {"en": "r"},
        "deadlines": draw.some(shared.named.rules, least=0),
        "next": draw.one(later),
    }


_MAKE: Mapping[str, Callable[[Draw, _Shared, Sequence[str]], Written]] = {
    "question": _question,
    "gate": _gate,
    "finding": _finding,
    "subtree": lambda draw, _, later: {"next": draw.one(later)},
}
#: The kinds of node that are made here; a test compares them with the model.
NODE_KINDS = frozenset({*_MAKE, "end"})


@st.composite
def collections(draw_from: st.DrawFn, *, dates: bool = True) -> Collection:
    """A whole collection of one or two trees, the first of which may hold the second as a subtree."""
    draw = Draw(draw_from)
    facts = [fact(draw, f"f{number}") for number in range(draw.number(1, 4))]
    if not dates:
        facts = [one for one in facts if one.kind != "date"] or [_plain_fact()]
    skips = {one.id: draw.flag() or draw.flag() for one in facts}
    claims = [f"claim{number}" for number in range(draw.number(1, 2))]
    rules = [rule(draw, "rule", facts)] if any(one.kind == "date" for one in facts) else []
    named = Named(facts, claims, [one["id"] for one in rules])
    conditions: list[Written] = []
    for number in range(draw.number(0, 2)):
        conditions.append({"id": f"named{number}", "title": "named", "when": condition(draw, named)})
        named = Named(facts, claims, named.rules, [one["id"] for one in conditions])
    if rules and draw.flag():
        rules[0]["applies"] = condition(draw, named)
    shared = _Shared(named, skips)
    inner = _tree(draw, "inner", shared, "")
    trees = (_tree(draw, "outer", shared, "inner"), inner) if draw.flag() else (_tree(draw, "outer", shared, ""),)
    table = table_of(facts)
    return Collection(
        manifest=_manifest(trees, {"conditions": conditions, "deadline_rules": rules}, claims),
        facts=tuple(facts),
        choice_lists=(SHARED,),
        tables=() if table is None else (table,),
        calendars=(CALENDAR,),
        trees=trees,
    )


def _manifest(trees: Sequence[Tree], more: Written, claims: Sequence[str]) -> Manifest:
    headers = [TreeHeader(id=tree.id, title=TITLE, jurisdiction=TITLE) for tree in trees]
    written = {
        "id": "made",
        "title": {"en": "Made"},
        "publisher": "nobody",
        "version": "1.0",
        "law_checked_on": TODAY,
        "next_check_due": TODAY,
        "trees": headers,
        "against": [{"id": "someone", "title": {"en": "someone"}}],
        "claims": [{"id": claim, "against": "someone", "title": {"en": claim}} for claim in claims],
        **more,
    }
    return Manifest.model_validate(written)


def names_in(collection: Collection) -> Named:
    """What conditions on a collection may name."""
    manifest = collection.manifest
    claims, rules = [one.id for one in manifest.claims], [one.id for one in manifest.deadline_rules]
    return Named(collection.facts, claims, rules, [one.id for one in manifest.conditions])


def _plain_fact() -> Fact:
    return Fact(id="f0", kind="one-of", title=text("t"), ask=text("a"), choices=choices(2))


@st.composite
def answers(
    draw: st.DrawFn, collection: Collection, *, complete: bool = False, unsure: bool = True
) -> dict[str, AnswerValue]:
    """Answers within the limits of their facts; `complete`: to every fact; `unsure`: "not sure yet" among them."""
    index = CollectionIndex(collection)
    given: dict[str, AnswerValue] = {}
    for one in collection.facts:
        if complete or draw(st.booleans()):
            open_too = unsure and draw(st.integers(0, 3)) == 0
            given[one.id] = None if open_too else draw(values(one, sorted(index.choice_ids[one.id])))
    return given


def values(fact: Fact, choices: Sequence[str]) -> st.SearchStrategy[AnswerValue]:
    """Return values that the fact can have within its limits."""
    match fact.kind:
        case "one-of":
            return st.sampled_from(choices)
        case "any-of":
            return st.sets(st.sampled_from(choices)).map(frozenset)
        case "date":
            earliest = fact.limits.earliest
            return st.dates(earliest if isinstance(earliest, dt.date) else dt.date(1990, 1, 1), TODAY)
        case "number":
            return st.integers(0, 5).map(Decimal)
