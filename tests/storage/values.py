# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values for the tests of storage: a small whole collection, a case, and any value of the model at all."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from hypothesis import strategies as st
from pydantic import AwareDatetime, StringConstraints
from pydantic.fields import FieldInfo

from wizard.model.case import Answer, Case, Change, CollectionRef
from wizard.model.collection import Collection
from wizard.model.text import Text
from wizard.model.value import Value

MOMENT = dt.datetime(2026, 11, 24, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=-6)))
CASE_ID = UUID("7f1f9d1c-5f0a-4a53-9d3b-0d6c1f6f3a11")

SMALL: dict[str, Any] = {
    "manifest": {
        "id": "small",
        "title": {"en": "A small collection", "es": "Una colección pequeña"},
        "publisher": "The clinic",
        "version": "3.1",
        "languages": ["en", "es"],
        "law_checked_on": "2026-11-24",
        "next_check_due": "2027-05-24",
        "trees": [
            {"id": "outer", "title": {"en": "Outer"}, "jurisdiction": {"en": "Everywhere"}},
            {"id": "inner", "title": {"en": "Inner"}, "jurisdiction": {"en": "Everywhere"}, "starts": False},
        ],
        "against": [{"id": "united-states", "title": {"en": "United States"}}],
        "claims": [{"id": "ftca", "against": "united-states", "title": {"en": "FTCA"}}],
        "conditions": [
            {"id": "hurt", "title": "Hurt", "when": {"kind": "fact-in", "fact": "was-hurt", "among": ["yes"]}}
        ],
    },
    "facts": [
        {
            "id": "was-hurt",
            "kind": "one-of",
            "title": {"en": "Hurt", "es": "Herido"},
            "ask": {"en": "Was the client hurt?", "es": "¿Resultó herido el cliente?"},
            "choices": [
                {"id": "yes", "label": {"en": "Yes", "es": "Sí"}, "short": {"en": "Yes", "es": "Sí"}},
                {"id": "no", "label": {"en": "No"}, "short": {"en": "No"}},
            ],
        }
    ],
    "authorities": [
        {
            "id": "usc-28-2675",
            "kind": "statute",
            "citation": "28 U.S.C. § 2675(a)",
            "short": "§ 2675",
            "holding": "A claim must first be presented to the agency.",
            "seen": "read",
            "treatment": "good",
            "checked_on": "2026-11-24",
        }
    ],
    "tables": [
        {
            "id": "years",
            "title": {"en": "Years"},
            "columns": [{"id": "length", "title": {"en": "Length"}, "kind": "number"}],
            "rows": [{"key": "dc", "cells": {"length": 3}}],
        },
        {"id": "years-b", "title": {"en": "More years"}, "columns": [], "rows": []},
    ],
    "calendars": [
        {
            "id": "federal",
            "title": {"en": "Federal"},
            "holidays": [
                {"kind": "fixed", "name": {"en": "New Year"}, "month": 1, "day": 1},
                {"kind": "weekday", "name": {"en": "Thanksgiving"}, "month": 11, "weekday": "thursday", "nth": 4},
            ],
        }
    ],
    "trees": [
        {
            "id": "outer",
            "first": "ask-hurt",
            "nodes": [
                {
                    "kind": "question",
                    "id": "ask-hurt",
                    "short_name": {"en": "Hurt"},
                    "fact": "was-hurt",
                    "why": {"en": "Only harm is paid for."},
                    "authorities": [{"authority": "usc-28-2675", "at": "(a)"}],
                    "next": {"yes": "into", "no": "end"},
                    "unsure": "end",
                },
                {"kind": "subtree", "id": "into", "short_name": {"en": "Inner"}, "tree": "inner", "next": "end"},
                {"kind": "end", "id": "end", "short_name": {"en": "End"}, "text": {"en": "That is all."}},
            ],
        },
        {
            "id": "inner",
            "first": "finding",
            "nodes": [
                {
                    "kind": "finding",
                    "id": "finding",
                    "short_name": {"en": "FTCA"},
                    "claims": ["ftca"],
                    "status": "arguable",
                    "reason": {"en": "An officer did it."},
                    "next": "end",
                },
                {"kind": "end", "id": "end", "short_name": {"en": "End"}, "text": {"en": "Done."}},
            ],
        },
    ],
    "scenarios": [
        {
            "id": "hurt-client",
            "tree": "outer",
            "title": "A client who was hurt",
            "today": "2026-11-24",
            "answers": {"was-hurt": "yes"},
            "expected": {"statuses": {"ftca": "arguable"}},
        }
    ],
}


def small_collection() -> Collection:
    """Two trees with all they share."""
    return Collection.model_validate(SMALL)


def a_case(answers: int = 2) -> Case:
    """A case with so many answers and their history."""
    given = {f"fact-{number}": Answer(choice="yes", given_at=MOMENT, by="Ana") for number in range(answers)}
    return Case(
        id=CASE_ID,
        number="2026-014",
        title="María's claim",
        collection=CollectionRef(id="small", version="3.1", digest="0" * 64),
        tree="outer",
        started_at=MOMENT,
        changed_at=MOMENT,
        answers=given,
        at="ask-hurt",
        history=tuple(Change(at=MOMENT, fact=fact, before=None, after=answer) for fact, answer in given.items()),
    )


# --- any value of the model ------------------------------------------------------------

_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)

_PLAIN: dict[object, Callable[[], st.SearchStrategy[Any]]] = {
    bool: st.booleans,
    int: lambda: st.integers(-(10**15), 10**15),
    str: lambda: _WORDS,
    Decimal: lambda: st.decimals(-(10**9), 10**9, places=4),
    dt.date: st.dates,
    AwareDatetime: lambda: st.datetimes(timezones=_ZONES),
    UUID: st.uuids,
    NoneType: st.none,
}


@cache
def any_value(kind: type[Value]) -> st.SearchStrategy[Any]:
    """Any value of a class of the model, made from its fields, so that a new field needs nothing here."""
    if kind is Text:
        codes = st.from_regex(r"[a-z]{2,3}", fullmatch=True)
        return st.builds(lambda en, more: Text.model_validate({**more, "en": en}), _WORDS, _up_to(2, codes, _WORDS))
    return st.deferred(lambda: _made(kind))


def _made(kind: type[Value]) -> st.SearchStrategy[Any]:
    kind.model_rebuild()
    fields = {name: _of_field(field) for name, field in kind.model_fields.items() if name != "format"}
    optional = {name: item for name, item in fields.items() if not kind.model_fields[name].is_required()}
    required = {name: item for name, item in fields.items() if name not in optional}
    return st.fixed_dictionaries(required, optional=optional).filter(_can_be(kind)).map(kind.model_validate)


def _can_be(kind: type[Value]) -> Callable[[dict[str, Any]], bool]:
    """An answer has one value at most; every other class takes any fields together."""
    values = ("choice", "choices", "date", "number")
    if kind is not Answer:
        return lambda _: True
    return lambda given: sum(given.get(name) is not None for name in values) <= 1


def _of_field(field: FieldInfo) -> st.SearchStrategy[Any]:
    return _of(field.annotation, tuple(field.metadata))


def _of(kind: Any, limits: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:  # noqa: ANN401 an annotation is anything
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _of(inner[0], (*inner[1:], *limits))
    if origin in _BUILT:
        return _BUILT[origin](inner)
    if isinstance(kind, type) and issubclass(kind, Value):
        return any_value(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _limited(kind, limits)


_BUILT: dict[object, Callable[[tuple[Any, ...]], st.SearchStrategy[Any]]] = {
    Literal: st.sampled_from,
    Union: lambda inner: st.one_of([_of(item) for item in inner]),
    UnionType: lambda inner: st.one_of([_of(item) for item in inner]),
    tuple: lambda inner: st.lists(_of(inner[0]), max_size=2).map(tuple),
    frozenset: lambda inner: st.frozensets(_of(inner[0]), max_size=3),
    dict: lambda inner: _up_to(2, _of(inner[0]), _of(inner[1])),
}


def _up_to(size: int, keys: st.SearchStrategy[Any], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(keys, values, max_size=size)


def _limited(kind: object, limits: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    patterns = [limit for limit in limits if isinstance(limit, StringConstraints) and limit.pattern]
    if patterns:
        pattern = str(patterns[0].pattern).removeprefix("^").removesuffix("$")
        longest = patterns[0].max_length or 64
        return st.from_regex(pattern, fullmatch=True).map(str.strip).filter(lambda text: 0 < len(text) <= longest)
    least = next((limit.ge for limit in limits if hasattr(limit, "ge")), None)
    most = next((limit.le for limit in limits if hasattr(limit, "le")), 10**15)
    if kind is int and least is not None:
        return st.integers(least, most)
    return _PLAIN[kind]()
