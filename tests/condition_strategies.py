# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts, conditions on them, deadline rules and the one table of a made collection, drawn by hypothesis.

Everything is chosen by number through one `Draw`: strategies of strategies would cost more to put together than all
that they are drawn for.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st
from pydantic import TypeAdapter

from wizard.model.condition import Condition
from wizard.model.fact import Choice, ChoiceList, Fact, FactKind, Limits, SharedChoices
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

_WORDS = ("when", "Wo?", "ñandú", "a b", "{not a placeholder", "x" * 30)
_T = TypeVar("_T")


class Drawer(Protocol):
    """What draws from a strategy: the argument of a composite, or `data.draw`."""

    def __call__(self, strategy: st.SearchStrategy[_T], /) -> _T:
        """Draw."""


class Draw:
    """Choices drawn by hypothesis."""

    def __init__(self, draw: Drawer) -> None:
        self._draw = draw

    def one(self, among: Sequence[_T]) -> _T:
        """One of several things; shrinks to the first."""
        return among[self._draw(st.integers(0, len(among) - 1))]

    def some(self, among: Sequence[_T], least: int = 1) -> list[_T]:
        """Some of several things, in their order."""
        least = min(least, len(among))
        kept = [thing for thing in among if self._draw(st.booleans())]
        return kept if len(kept) >= least else list(among[:least])

    def maybe(self, make: Callable[[], _T]) -> _T | None:
        """A thing, or None."""
        return make() if self._draw(st.booleans()) else None

    def flag(self) -> bool:
        """True or false; shrinks to false."""
        return self._draw(st.booleans())

    def number(self, least: int, most: int) -> int:
        """A whole number; shrinks to the least."""
        return self._draw(st.integers(least, most))


def text(words: str) -> Text:
    """The same words in both languages."""
    return Text.model_validate({"en": words, "es": words})


def choices(number: int) -> tuple[Choice, ...]:
    """So many choices."""
    return tuple(Choice(id=name, label=text(name), short=text(name)) for name in _CHOICES[:number])


SHARED = ChoiceList(id="shared", title=text("shared"), choices=choices(3))
_KINDS: tuple[FactKind, ...] = ("one-of", "one-of", "any-of", "date", "number")


def fact(draw: Draw, name: str) -> Fact:
    """A fact of any kind with few choices, its own or shared ones."""
    kind = draw.one(_KINDS)
    given: tuple[Choice, ...] | SharedChoices = ()
    if kind in ("one-of", "any-of"):
        without = draw.one(((), ("c2",), ("c1",)))
        options: list[tuple[Choice, ...] | SharedChoices] = [choices(2), choices(3)]
        given = draw.one([*options, SharedChoices(list="shared", without=without)])
    limits = Limits()
    if kind == "date":
        limits = Limits(earliest=TODAY - dt.timedelta(days=1500), latest="today")
    if kind == "number":
        limits = Limits(least=Decimal(0), most=Decimal(5))
    return Fact(
        id=name, kind=kind, title=text(draw.one(_WORDS)), ask=text(draw.one(_WORDS)), choices=given, limits=limits
    )


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


@dataclass(frozen=True)
class Named:
    """What conditions may name."""

    facts: Sequence[Fact]
    claims: Sequence[str]
    rules: Sequence[str] = ()
    conditions: Sequence[str] = ()

    def of_kind(self, *kinds: FactKind) -> list[Fact]:
        """The facts of these kinds."""
        return [fact for fact in self.facts if fact.kind in kinds]


def condition(draw: Draw, named: Named, depth: int = 2) -> Written:
    """A condition of any kind that these names allow."""
    kinds = [*_leaves(named), *(("all", "any", "not") if depth else ())]
    kind = draw.one(kinds)
    if kind in ("all", "any"):
        return {"kind": kind, "of": [condition(draw, named, depth - 1) for _ in range(draw.number(1, 2))]}
    if kind == "not":
        return {"kind": kind, "of": condition(draw, named, depth - 1)}
    return {"kind": kind, **_MAKE[kind](draw, named)}


def _leaves(named: Named) -> list[str]:
    kinds = ["known", "status-is"]
    has: Mapping[str, object] = {
        "fact-in": named.of_kind("one-of"),
        "fact-has": named.of_kind("any-of"),
        "number-is": named.of_kind("number"),
        "date-is": named.of_kind("date"),
        "deadline-is": named.rules,
        "table-is": table_of(named.facts),
        "named": named.conditions,
    }
    return [*(kind for kind, needed in has.items() if needed), *kinds]


def _fact_in(draw: Draw, named: Named) -> Written:
    fact = draw.one(named.of_kind("one-of"))
    return {"fact": fact.id, "among": draw.some(choice_ids(fact))}


def _fact_has(draw: Draw, named: Named) -> Written:
    fact = draw.one(named.of_kind("any-of"))
    ids = choice_ids(fact)
    return {"fact": fact.id, **{name: draw.some(ids) for name in draw.some(("any_of", "all_of", "none_but"))}}


def _number_is(draw: Draw, named: Named) -> Written:
    ends = {name: draw.number(0, 5) for name in draw.some(("at_least", "at_most"))}
    return {"fact": draw.one(named.of_kind("number")).id, **ends}


_MOMENTS: Sequence[Written | str] = (
    {},
    {"years": -1},
    {"years": -2, "days": -1},
    {"months": -30},
    "2025-05-01",
    "2024-02-29",
)


def _date_is(draw: Draw, named: Named) -> Written:
    ends = {name: draw.one(_MOMENTS) for name in draw.some(("since", "before"))}
    return {"fact": draw.one(named.of_kind("date")).id, **ends}


def _deadline_is(draw: Draw, named: Named) -> Written:
    days = ["today", *[fact.id for fact in named.of_kind("date")]]
    states = draw.some([state.value for state in DeadlineState])
    return {
        "rule": draw.one(named.rules),
        "on": draw.one(days),
        "states": states,
        "days_left": draw.one((None, 30, 200)),
    }


def _table_is(draw: Draw, named: Named) -> Written:
    key = draw.one(named.of_kind("one-of", "any-of"))
    return {"table": "t", "by": key.id, "column": "value", "among": draw.some(("0", "1", "2"))}


def _status_is(draw: Draw, named: Named) -> Written:
    status = draw.one(list(Status)).value
    return {"claim": draw.one(named.claims), "test": draw.one(("is", "or-better", "or-worse")), "status": status}


_MAKE: Mapping[str, Callable[[Draw, Named], Written]] = {
    "known": lambda draw, named: {"fact": draw.one(named.facts).id},
    "fact-in": _fact_in,
    "fact-has": _fact_has,
    "number-is": _number_is,
    "date-is": _date_is,
    "deadline-is": _deadline_is,
    "table-is": _table_is,
    "status-is": _status_is,
    "named": lambda draw, named: {"condition": draw.one(named.conditions)},
}
#: The kinds of condition that are made here; a test compares them with the model.
CONDITION_KINDS = frozenset({*_MAKE, "all", "any", "not"})


@st.composite
def conditions(draw: st.DrawFn, named: Named) -> Condition:
    """Conditions of any kind that these names allow."""
    return TypeAdapter[Condition](Condition).validate_python(condition(Draw(draw), named))


# --- deadline rules --------------------------------------------------------------------

_LENGTHS: Sequence[Written] = ({"years": 2}, {"months": 6}, {"days": 60}, {"working_days": 20})


def rule(draw: Draw, name: str, all_facts: Sequence[Fact]) -> Written:
    """A deadline rule of some date facts: a span, a table's length, or the shorter of both; sometimes with care."""
    named = Named(all_facts, ())
    dates = [fact.id for fact in named.of_kind("date")]
    trigger = draw.some(dates)[:2]
    cautious = draw.maybe(
        lambda: {"period": draw.maybe(lambda: _period(draw, named)), "trigger": draw.one([None, *dates])}
    )
    return {
        "id": name,
        "role": draw.one(("last-day", "last-day", "first-day")),
        "title": {"en": "t"},
        "trigger": trigger,
        "pick": "only" if len(trigger) == 1 else draw.one(("earliest", "latest")),
        "period": _period(draw, named),
        "cautious": cautious,
        "calendar": "courts",
        "latest": draw.one(("roll-forward", "none")),
        "early": draw.one((1, 1, 0, 7)),
        "why": {"en": "w"},
    }


def _period(draw: Draw, named: Named) -> Written:
    kinds = ("span", "span", "table", "shortest")
    kind = "span" if table_of(named.facts) is None else draw.one(kinds)
    if kind == "shortest":
        return {"kind": kind, "of": [draw.one((_span, _table_span))(draw, named) for _ in range(draw.number(1, 2))]}
    return _table_span(draw, named) if kind == "table" else _span(draw, named)


def _span(draw: Draw, _named: Named) -> Written:
    return {"kind": "span", **draw.one(_LENGTHS)}


def _table_span(draw: Draw, named: Named) -> Written:
    old = draw.one(({}, {"old_column": "old", "old_through_column": "old-through"}))
    key = draw.one(named.of_kind("one-of", "any-of"))
    return {"kind": "table", "table": "t", "by": key.id, "column": "length", "unit": "years", **old}
