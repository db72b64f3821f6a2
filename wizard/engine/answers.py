# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers: reading them from their written form and back, and whether one fits its fact.

Written, a set of answers is `{"fact": "choice" | ["choice", …] | "2026-03-01" | 3 | null}`. The kind of the fact says
how a value is meant; null is "not sure yet".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, Literal, assert_never

from wizard.model.fact import AnswerValue, Fact
from wizard.model.names import ChoiceId, FactId
from wizard.model.scenario import WrittenAnswer

#: More digits than this, before or after the point, are no count and no sum of money.
MOST_DIGITS: Final = 24

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN_CHOICES: Final = 8
_SHOWN_CHARACTERS: Final = 40
_NO_CHOICES: Final[frozenset[ChoiceId]] = frozenset()


class AnswerError(ValueError):
    """An answer that cannot be read: which fact (None: the whole), what is wrong, and what mends it."""

    def __init__(self, fact: FactId | None, message: str, mend: str) -> None:
        super().__init__(f"{fact}: {message} {mend}" if fact else f"{message} {mend}")
        self.fact = fact
        self.message = message
        self.mend = mend


@dataclass(frozen=True, slots=True)
class LimitFault:
    """How a date or number goes past the limits of its fact; `limit` is the one it breaks, as the fact states it."""

    kind: Literal["too-early", "too-late", "too-small", "too-large", "too-many-decimals"]
    limit: date | Literal["today"] | Decimal | int


def read_answers(
    facts: Mapping[FactId, Fact], choices: Mapping[FactId, frozenset[ChoiceId]], written: object
) -> dict[FactId, AnswerValue]:
    """Return answers from their written form, in the order in which they stand there.

    The ends of a date or a number are not looked at: `limit_fault` knows the day of the walk.

    Raises:
        AnswerError: for the first answer that is none.
    """
    if not isinstance(written, Mapping):
        raise AnswerError(None, "The answers are not an object.", 'Write {"fact": "answer", …}.')
    answers: dict[FactId, AnswerValue] = {}
    for name, value in written.items():
        fact = facts.get(name)
        if fact is None:
            raise AnswerError(str(name), "There is no such fact.", _nearest(str(name), facts, "facts.json names them."))
        known = choices.get(name, _NO_CHOICES)
        # Most answers are one choice: these are not sent the long way round.
        if value is None or (isinstance(value, str) and fact.kind == "one-of" and value in known):
            answers[name] = value
        else:
            answers[name] = _read(fact, known, value)
    return answers


def written(value: AnswerValue) -> WrittenAnswer:
    """Return the written form of an answer; `read_answers` reads it back. Choices are sorted."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, date):
        return value.isoformat()
    if not _is_plain(value):
        return value
    return int(value) if value == value.to_integral_value() else value.normalize()


def fits(fact: Fact, choices: frozenset[ChoiceId], value: AnswerValue) -> bool:
    """Return whether an answer is of the fact's kind and names choices that it has; "not sure yet" always does."""
    return value is None or fitting(fact, choices)(value)


def fitting(fact: Fact, choices: frozenset[ChoiceId]) -> Callable[[AnswerValue], bool]:
    """Return the function that tells whether a value is of the fact's kind and names choices that it has."""
    match fact.kind:
        case "one-of":
            return lambda value: isinstance(value, str) and value in choices
        case "any-of":
            return lambda value: isinstance(value, frozenset) and value <= choices
        case "date":
            return lambda value: isinstance(value, date)
        case "number":
            return lambda value: isinstance(value, Decimal) and _is_plain(value)
        case _:
            assert_never(fact.kind)


def limit_fault(fact: Fact, value: AnswerValue, today: date) -> LimitFault | None:
    """Return how a date or a number goes past the limits of its fact, None where it does not."""
    limits = fact.limits
    if isinstance(value, date):
        if limits.earliest is not None and value < _day(limits.earliest, today):
            return LimitFault("too-early", limits.earliest)
        if limits.latest is not None and value > _day(limits.latest, today):
            return LimitFault("too-late", limits.latest)
    elif isinstance(value, Decimal):
        if limits.least is not None and value < limits.least:
            return LimitFault("too-small", limits.least)
        if limits.most is not None and value > limits.most:
            return LimitFault("too-large", limits.most)
        if decimals_of(value) > limits.decimals:
            return LimitFault("too-many-decimals", limits.decimals)
    return None


def _is_plain(number: Decimal) -> bool:
    """Return whether a number can be written out in figures."""
    return number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS and len(number.as_tuple().digits) <= MOST_DIGITS


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number needs: 0 for 3 and 3.0, 2 for 3.25."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not number:
        return 0
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -(exponent + zeros))


def _day(limit: date | Literal["today"], today: date) -> date:
    return today if isinstance(limit, str) else limit


def _read(fact: Fact, choices: frozenset[ChoiceId], value: object) -> AnswerValue:
    match fact.kind:
        case "one-of":
            return _choice(fact, choices, value)
        case "any-of":
            return _choices(fact, choices, value)
        case "date":
            return _date(fact, value)
        case "number":
            return _number(fact, value)
        case _:
            assert_never(fact.kind)


def _choice(fact: Fact, choices: frozenset[ChoiceId], value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError(fact.id, f"{_quoted(value)} is not one choice.", f"Write {_some(choices)}.")
    if value not in choices:
        mend = _nearest(value, choices, f"Write {_some(choices)}.")
        raise AnswerError(fact.id, f"{_quoted(value)} is not among the choices.", mend)
    return value


def _choices(fact: Fact, choices: frozenset[ChoiceId], value: object) -> frozenset[str]:
    if not isinstance(value, list | tuple):
        mend = "Write a list of choices; an empty list means “none of these”."
        raise AnswerError(fact.id, f"{_quoted(value)} is not a list.", mend)
    if _are_choices(value, choices):
        return frozenset(value)
    marked: set[str] = set()
    for one in value:
        choice = _choice(fact, choices, one)
        if choice in marked:
            raise AnswerError(fact.id, f"{_quoted(choice)} stands there twice.", "Write each choice once.")
        marked.add(choice)
    return frozenset(marked)


def _are_choices(values: Sequence[object], choices: frozenset[ChoiceId]) -> bool:
    """Return whether these are choices, each once; told quickly, as nearly all are."""
    try:
        marked = frozenset(values)
    except TypeError:
        return False
    return marked <= choices and len(marked) == len(values)


def _date(fact: Fact, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise AnswerError(fact.id, f"There is no day {value}.", "Write a day that exists.") from None
    raise AnswerError(fact.id, f"{_quoted(value)} is not a date.", "Write year, month and day, as in “2026-03-01”.")


def _number(fact: Fact, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise AnswerError(fact.id, f"{_quoted(value)} is not a number.", "Write a number without quotation marks.")
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not _is_plain(number):
        raise AnswerError(fact.id, f"{_quoted(value)} has too many digits.", f"Write at most {MOST_DIGITS} digits.")
    most = fact.limits.decimals
    if decimals_of(number) > most:
        mend = f"Write at most {most} decimals." if most else "Write a whole number."
        raise AnswerError(fact.id, f"{_quoted(value)} has too many decimals.", mend)
    return number


def _nearest(name: str, among: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(name[:_SHOWN_CHARACTERS], sorted(among), n=1, cutoff=0.75)
    return f"Did you mean “{near[0]}”?" if near else otherwise


def _some(choices: frozenset[ChoiceId]) -> str:
    shown = ", ".join(sorted(choices)[:_SHOWN_CHOICES])
    return f"one of {shown}, …" if len(choices) > _SHOWN_CHOICES else f"one of {shown}"


def _quoted(value: object) -> str:
    # Python refuses to write out an integer of thousands of digits.
    text = "This number" if isinstance(value, int) and value.bit_length() > _SHOWN_CHARACTERS * 4 else str(value)
    return f"“{text[:_SHOWN_CHARACTERS]}…”" if len(text) > _SHOWN_CHARACTERS else f"“{text}”"
