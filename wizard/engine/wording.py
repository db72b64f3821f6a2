# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for dates and answers, and the placeholders in a tree's texts filled in.

`{fact:incident-date}` is an answer, `{table:offices/claim-address/officers-present}` the cell of a table for it, and
`{deadline:ftca-present}` the date to act by. The language is that of the tree's text, not of the program's window.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, Protocol, cast

from typing_extensions import override

from wizard.engine.answers import decimals_of
from wizard.engine.deadlines import count
from wizard.engine.law import Law
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue, Choice, Fact
from wizard.model.names import DeadlineRuleId, FactId
from wizard.model.table import Cell
from wizard.model.text import Text

PlaceholderKind = Literal["fact", "table", "deadline"]

#: How many names a placeholder of each kind has, parted by "/".
NAMES: Final[Mapping[PlaceholderKind, int]] = {"fact": 1, "table": 3, "deadline": 1}

#: A placeholder in a text: its kind and what it names.
PLACEHOLDER: Final = re.compile(r"\{(fact|table|deadline):([^{}]*)\}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Numbers of four figures are written without a mark between the thousands, as in a house number or a year.
_MARK_THOUSANDS_FROM: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Language:
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    date: str
    short_date: str
    none_of_these: str
    not_sure_yet: str
    not_known_yet: str


_ENGLISH: Final = _Language(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    date="{day} {month} {year}",
    short_date="{day} {month} {year}",
    none_of_these="none of these",
    not_sure_yet="not sure yet",
    not_known_yet="not known yet",
)
_SPANISH: Final = _Language(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    short_months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    date="{day} de {month} de {year}",
    short_date="{day} {month} {year}",
    none_of_these="ninguna de estas opciones",
    not_sure_yet="todavía no se sabe",
    not_known_yet="todavía no se sabe",
)
_LANGUAGES: Final[Mapping[str, _Language]] = {"en": _ENGLISH, "es": _SPANISH}


class Lookups(Protocol):
    """What a text may name, by id; `graph.CollectionIndex` is one."""

    @property
    def facts(self) -> Mapping[FactId, Fact]:
        """The facts."""

    @property
    def choices(self) -> Mapping[FactId, tuple[Choice, ...]]:
        """The choices of each fact, those of shared lists filled in."""

    @property
    def rules(self) -> Mapping[DeadlineRuleId, DeadlineRule]:
        """The deadline rules."""

    @property
    def law(self) -> Law:
        """The tables and calendars."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder in a text: its kind and the names in it, as many as were written (see `NAMES`)."""

    kind: PlaceholderKind
    names: tuple[str, ...]

    @override
    def __str__(self) -> str:
        """Return the placeholder as it stands in the text."""
        return f"{{{self.kind}:{'/'.join(self.names)}}}"


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders in a text, in order. Other braces are no placeholders."""
    return tuple(_placeholder(match) for match in PLACEHOLDER.finditer(text))


def resolves(placeholder: Placeholder, lookups: Lookups) -> bool:
    """Return whether all that a placeholder names is there: the fact, the table with its column, or the rule."""
    match placeholder.kind, placeholder.names:
        case "fact", (fact,):
            return fact in lookups.facts
        case "table", (table, column, fact):
            rows = lookups.law.tables.get(table, {})
            return fact in lookups.facts and any(column in row.cells for row in rows.values())
        case "deadline", (rule,):
            return rule in lookups.rules
        case _:
            return False


def fill(text: str, language: str, known: Mapping[FactId, AnswerValue], lookups: Lookups) -> str:
    """Return the text with its placeholders filled in from the facts established so far.

    What is not known, or names nothing, is said to be not known yet. Other braces stay as they are.
    """
    if "{" not in text:
        return text

    def words(match: re.Match[str]) -> str:
        filled = _fill_one(_placeholder(match), language, known, lookups)
        return _language(language).not_known_yet if filled is None else filled

    return PLACEHOLDER.sub(words, text)


def format_date(day: date, language: str, *, short: bool = False) -> str:
    """Return a date in words: “12 February 2027”, short “12 Feb 2027”; “12 de febrero de 2027”, “12 feb 2027”."""
    words = _language(language)
    month = (words.short_months if short else words.months)[day.month - 1]
    return (words.short_date if short else words.date).format(day=day.day, month=month, year=day.year)


def format_value(
    fact: Fact, choices: Sequence[Choice], value: AnswerValue, language: str, *, short: bool = False
) -> str:
    """Return an answer in words; `short` takes the short labels and dates that fit an edge or the trail.

    Choices marked stand in the order of the fact's choices; a choice that is gone is shown by its id.
    """
    if value is None:
        return _language(language).not_sure_yet
    if isinstance(value, date):
        return format_date(value, language, short=short)
    if isinstance(value, Decimal):
        number = _format_number(value, fact.limits.decimals)
        return number if fact.unit is None else f"{number} {fact.unit.within(language)}"
    labels = {choice.id: (choice.short if short else choice.label).within(language) for choice in choices}
    if isinstance(value, str):
        return labels.get(value, value)
    if not value:
        return _language(language).none_of_these
    marked = [labels.get(one, one) for one in _in_order(value, choices)]
    return ("; " if any("," in label for label in marked) else ", ").join(marked)


def _placeholder(match: re.Match[str]) -> Placeholder:
    return Placeholder(cast("PlaceholderKind", match[1]), tuple(match[2].split("/")))


def _language(code: str) -> _Language:
    return _LANGUAGES.get(code, _ENGLISH)


def _fill_one(
    placeholder: Placeholder, language: str, known: Mapping[FactId, AnswerValue], lookups: Lookups
) -> str | None:
    """Return the words for a placeholder, None where there are none yet."""
    if not resolves(placeholder, lookups):
        return None
    match placeholder.kind, placeholder.names:
        case "fact", (fact,):
            value = known.get(fact)
            return None if value is None else format_value(lookups.facts[fact], lookups.choices[fact], value, language)
        case "table", (table, column, fact):
            rows = lookups.law.tables[table]
            marked = [rows[key] for key in _keys(known.get(fact), lookups.choices[fact]) if key in rows]
            lines = [_format_cell(row.cells.get(column), language) for row in marked]
            return "\n".join(line for line in lines if line) or None
        case _, (rule, *_):
            counted = count(lookups.rules[rule], known, lookups.law)
            return None if counted is None else format_date(counted.act_by, language)
        case _:
            return None


def _keys(value: AnswerValue, choices: Sequence[Choice]) -> Iterator[str]:
    """Yield the rows that an answer names, those of several choices in the order of the fact's choices."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, frozenset):
        yield from _in_order(value, choices)


def _in_order(marked: frozenset[str], choices: Sequence[Choice]) -> Iterator[str]:
    declared = [choice.id for choice in choices if choice.id in marked]
    yield from declared
    yield from sorted(marked.difference(declared))


def _format_cell(cell: Cell, language: str) -> str:
    """Return a cell in words, nothing for an empty one; a cell that is a date and no more is written as one."""
    if isinstance(cell, Text):
        return cell.within(language)
    if isinstance(cell, str) and _ISO_DATE.fullmatch(cell):
        try:
            return format_date(date.fromisoformat(cell), language)
        except ValueError:
            return cell
    return "" if cell is None else str(cell)


def _format_number(number: Decimal, decimals: int) -> str:
    """Return a number in figures: whole where it is whole, else with all the decimals that its fact allows."""
    places = max(decimals, decimals_of(number)) if decimals_of(number) else 0
    return f"{number:,.{places}f}" if abs(number) >= _MARK_THOUSANDS_FROM else f"{number:.{places}f}"
