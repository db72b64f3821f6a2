# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions as sentences, for people who check the law: “Where it happened” is “abroad”.

Joined conditions become a line with lines below it, as a lawyer would outline them. The language is that of the tree's
text, not of the program's window.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from wizard.engine.graph import CollectionIndex
from wizard.engine.shared_things import Sort
from wizard.engine.status_wording import status_words
from wizard.engine.wording import format_date
from wizard.model.condition import (
    All,
    AnyOf,
    Condition,
    DateIs,
    DeadlineIs,
    FactHas,
    FactIn,
    FromToday,
    Known,
    Named,
    Not,
    NumberIs,
    StatusIs,
    TableIs,
)
from wizard.model.names import ChoiceId, ClaimId, FactId
from wizard.model.status import BADNESS, Status

#: Says what stands behind the name of a thing: its number in a report, such as “ (FA-12)”; nothing by default.
Mark = Callable[[Sort, str], str]

_BEST, _WORST = min(Status, key=BADNESS.__getitem__), max(Status, key=BADNESS.__getitem__)


@dataclass(frozen=True, slots=True)
class ToldCondition:
    """A condition in words: a sentence without parts, or a line that says how its parts are joined."""

    text: str
    parts: tuple["ToldCondition", ...] = ()


class ConditionWording:
    """Words for the conditions of one collection in one language.

    References must hold (`check_references`); a name that stands for nothing raises KeyError.
    """

    def __init__(self, index: CollectionIndex, language: str, mark: Mark = lambda _sort, _name: "") -> None:
        self._index = index
        self._language = language
        self._say = _LANGUAGES.get(language, _ENGLISH)
        self._mark = mark
        self._named = {one.id: one.title for one in index.collection.manifest.conditions}
        self._tables = {table.id: table for table in index.collection.tables}

    def told(self, condition: Condition) -> ToldCondition:
        """Return a condition in words."""
        return self._told(condition, holds=True)

    def name(self, sort: Sort, name: str, title: str) -> str:
        """Return the title of a thing between quotation marks, with its mark."""
        return f"“{title}”{self._mark(sort, name)}"

    def fact(self, fact: FactId) -> str:
        """Return the name of a fact as it stands in sentences."""
        return self.name("fact", fact, self._index.facts[fact].title.within(self._language))

    def claim(self, claim: ClaimId) -> str:
        """Return the title of a claim with whom it is against: several lines may share one title."""
        found = self._index.claims[claim]
        against = self._index.against[found.against].within(self._language)
        return self._say["claim"].format(claim=found.title.within(self._language), against=against)

    def _told(self, condition: Condition, *, holds: bool) -> ToldCondition:
        match condition:
            case All() | AnyOf():
                return self._joined(condition, holds=holds)
            case Not():
                return self._told(condition.of, holds=not holds)
            case _:
                return ToldCondition(self._sentence(condition, holds=holds))

    def _joined(self, condition: All | AnyOf, *, holds: bool) -> ToldCondition:
        if len(condition.of) == 1:
            return self._told(condition.of[0], holds=holds)
        every = isinstance(condition, All)
        if not condition.of:
            # All of nothing is true, one of nothing is false.
            return ToldCondition(self._say["always" if every == holds else "never"])
        key = ("all" if every else "any") if holds else ("not all" if every else "not any")
        return ToldCondition(self._say[key], tuple(self._told(part, holds=True) for part in condition.of))

    def _sentence(  # noqa: PLR0911 one case a kind of condition
        self,
        condition: FactIn | FactHas | NumberIs | DateIs | TableIs | DeadlineIs | StatusIs | Known | Named,
        *,
        holds: bool,
    ) -> str:
        match condition:
            case FactIn():
                choices = self._either(self._labels(condition.fact, condition.among))
                key = "is" if holds else "is not"
                return self._say[key].format(what=self.fact(condition.fact), choices=choices)
            case FactHas():
                return self._fact_has(condition, holds=holds)
            case NumberIs():
                return self._or_not(self._number(condition), holds=holds)
            case DateIs():
                return self._or_not(self._date(condition), holds=holds)
            case TableIs():
                return self._table(condition, holds=holds)
            case DeadlineIs():
                return self._or_not(self._deadline(condition), holds=holds)
            case StatusIs():
                return self._status(condition, holds=holds)
            case Known():
                return self._say["known" if holds else "not known"].format(what=self.fact(condition.fact))
            case Named():
                named = self.name("condition", condition.condition, self._named[condition.condition])
                return self._say["holds" if holds else "does not hold"].format(what=named)
            case _:
                assert_never(condition)

    def _or_not(self, sentence: str, *, holds: bool) -> str:
        return sentence if holds else self._say["not so"].format(sentence=sentence)

    def _fact_has(self, condition: FactHas, *, holds: bool) -> str:
        fact = condition.fact
        if condition.any_of and condition.any_of == condition.none_but and not condition.all_of:
            just = self._say["has just"].format(choices=self._either(self._labels(fact, condition.any_of)))
            return self._or_not(f"{self.fact(fact)} {just}", holds=holds)
        clauses: list[tuple[str, str]] = []
        if condition.any_of is not None:
            clauses.append(("has any", self._either(self._labels(fact, condition.any_of))))
        if condition.all_of:
            clauses.append(("has all", self._both(self._labels(fact, condition.all_of))))
        if condition.none_but is not None:
            key = "has only" if condition.none_but else "has none"
            clauses.append((key, self._either(self._labels(fact, condition.none_but))))
        if len(clauses) == 1 and not holds:
            key, choices = clauses[0]
            return f"{self.fact(fact)} {self._say[f'not {key}'].format(choices=choices)}"
        told = [self._say[key].format(choices=choices) for key, choices in clauses]
        return self._or_not(f"{self.fact(fact)} {self._both(told) or self._say['is answered']}", holds=holds)

    def _number(self, condition: NumberIs) -> str:
        what, least, most = self.fact(condition.fact), condition.at_least, condition.at_most
        if least is not None and most is not None:
            return self._say["number between"].format(what=what, least=_figures(least), most=_figures(most))
        if least is not None:
            return self._say["number at least"].format(what=what, least=_figures(least))
        if most is not None:
            return self._say["number at most"].format(what=what, most=_figures(most))
        return f"{what} {self._say['is answered']}"

    def _date(self, condition: DateIs) -> str:
        bounds = []
        if condition.since is not None:
            bounds.append(self._say["date since"].format(day=self._day(condition.since)))
        if condition.before is not None:
            bounds.append(self._say["date before"].format(day=self._day(condition.before)))
        return f"{self.fact(condition.fact)} {self._both(bounds) or self._say['is answered']}"

    def _day(self, moment: date | FromToday) -> str:
        if isinstance(moment, date):
            return format_date(moment, self._language)
        moves = [
            (self._say["less" if number < 0 else "plus"]).format(length=self.length(**{unit: abs(number)}))
            for unit, number in (("years", moment.years), ("months", moment.months), ("days", moment.days))
            if number
        ]
        return " ".join([self._say["today"], *moves])

    def length(self, years: int = 0, months: int = 0, days: int = 0, working_days: int = 0) -> str:
        """Return a length of time in words: “1 year and 90 days”."""
        parts = [
            self._say[unit if number == 1 else f"{unit}s"].format(number=number)
            for unit, number in (("year", years), ("month", months), ("day", days), ("working day", working_days))
            if number
        ]
        return self._both(parts) or self._say["days"].format(number=0)

    def _table(self, condition: TableIs, *, holds: bool) -> str:
        table = self._tables[condition.table]
        column = next(one.title for one in table.columns if one.id == condition.column)
        return self._say["cell" if holds else "cell not"].format(
            column=column.within(self._language),
            table=self.name("table", table.id, table.title.within(self._language)),
            what=self.fact(condition.by),
            values=self._either([f"“{value}”" for value in condition.among]),
        )

    def _deadline(self, condition: DeadlineIs) -> str:
        rule = self._index.rules[condition.rule]
        states = self._either([self._say[f"state {state.value}"] for state in condition.states])
        on = self._say["today"] if condition.on == "today" else self.fact(condition.on)
        name = self.name("rule", rule.id, rule.title.within(self._language))
        told = self._say["deadline"].format(what=name, on=on, states=states)
        if condition.days_left is None:
            return told
        return told + self._say["days left"].format(number=condition.days_left)

    def _status(self, condition: StatusIs, *, holds: bool) -> str:
        reached = (condition.test, condition.status) in (("or-better", _WORST), ("or-worse", _BEST))
        key = "reached" if reached else f"status {condition.test}"
        status = status_words(condition.status, self._language).lower()
        text = self._say[key if holds else f"not {key}"]
        return text.format(what=self.name("claim", condition.claim, self.claim(condition.claim)), status=status)

    def _labels(self, fact: FactId, choices: Sequence[ChoiceId]) -> list[str]:
        labels = {choice.id: choice.label.within(self._language) for choice in self._index.choices[fact]}
        return [f"“{labels[choice]}”" for choice in choices]

    def _either(self, parts: Sequence[str]) -> str:
        return _listed(parts, self._say["or"]) or self._say["nothing"]

    def _both(self, parts: Sequence[str]) -> str:
        return _listed(parts, self._say["and"])


def _listed(parts: Sequence[str], word: str) -> str:
    return "".join(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"  # noqa: PLR2004


def _figures(number: Decimal) -> str:
    return f"{number:f}"


_ENGLISH: Final[Mapping[str, str]] = {
    "always": "in every case",
    "never": "in no case",
    "all": "all of these hold:",
    "any": "at least one of these holds:",
    "not all": "not all of these hold:",
    "not any": "none of these holds:",
    "not so": "it is not so that {sentence}",
    "is": "{what} is {choices}",
    "is not": "{what} is not {choices}",
    "has any": "includes {choices}",
    "has all": "includes {choices}",
    "has only": "includes nothing but {choices}",
    "has none": "includes nothing at all",
    "has just": "includes {choices} and nothing else",
    "not has any": "does not include {choices}",
    "not has all": "does not include all of {choices}",
    "not has only": "includes something other than {choices}",
    "not has none": "includes something",
    "is answered": "is answered",
    "number between": "{what} is from {least} to {most}",
    "number at least": "{what} is at least {least}",
    "number at most": "{what} is at most {most}",
    "date since": "is on or after {day}",
    "date before": "is before {day}",
    "today": "today",
    "less": "less {length}",
    "plus": "plus {length}",
    "year": "1 year",
    "years": "{number} years",
    "month": "1 month",
    "months": "{number} months",
    "day": "1 day",
    "days": "{number} days",
    "working day": "1 working day",
    "working days": "{number} working days",
    "cell": "“{column}” in the table {table} for {what} is {values}",
    "cell not": "“{column}” in the table {table} for {what} is not {values}",
    "deadline": "the deadline {what}, seen from {on}, is {states}",
    "days left": ", with at most {number} days left to act by",
    "state open": "open",
    "state last-days": "in its last days",
    "state doubtful": "doubtful",
    "state past": "past",
    "state too-early": "not yet open",
    "state not-known": "not known",
    "claim": "{claim}, against {against}",
    "reached": "{what} has been reached",
    "not reached": "{what} has not been reached",
    "status is": "{what} stands at {status}",
    "status or-better": "{what} stands at {status} or better",
    "status or-worse": "{what} stands at {status} or worse",
    "not status is": "{what} does not stand at {status}",
    "not status or-better": "{what} does not stand at {status} or better",
    "not status or-worse": "{what} does not stand at {status} or worse",
    "known": "{what} is known",
    "not known": "{what} is not known (open, or not asked)",
    "holds": "{what} holds",
    "does not hold": "{what} does not hold",
    "and": "and",
    "or": "or",
    "nothing": "no choice",
}
_SPANISH: Final[Mapping[str, str]] = {
    "always": "en todos los casos",
    "never": "en ningún caso",
    "all": "se cumple todo lo siguiente:",
    "any": "se cumple al menos uno de estos puntos:",
    "not all": "no se cumple todo lo siguiente a la vez:",
    "not any": "no se cumple ninguno de estos puntos:",
    "not so": "no es cierto que {sentence}",
    "is": "{what} es {choices}",
    "is not": "{what} no es {choices}",
    "has any": "incluye {choices}",
    "has all": "incluye {choices}",
    "has only": "no incluye nada más que {choices}",
    "has none": "no incluye nada",
    "has just": "incluye {choices} y nada más",
    "not has any": "no incluye {choices}",
    "not has all": "no incluye a la vez {choices}",
    "not has only": "incluye algo distinto de {choices}",
    "not has none": "incluye algo",
    "is answered": "tiene respuesta",
    "number between": "{what} es de {least} a {most}",
    "number at least": "{what} es {least} o más",
    "number at most": "{what} es {most} o menos",
    "date since": "es el {day} o después",
    "date before": "es antes del {day}",
    "today": "hoy",
    "less": "menos {length}",
    "plus": "más {length}",
    "year": "1 año",
    "years": "{number} años",
    "month": "1 mes",
    "months": "{number} meses",
    "day": "1 día",
    "days": "{number} días",
    "working day": "1 día hábil",
    "working days": "{number} días hábiles",
    "cell": "“{column}” en la tabla {table} para {what} es {values}",
    "cell not": "“{column}” en la tabla {table} para {what} no es {values}",
    "deadline": "el plazo {what}, visto desde {on}, está {states}",
    "days left": ", con {number} días o menos hasta la fecha segura",
    "state open": "abierto",
    "state last-days": "en sus últimos días",
    "state doubtful": "en duda",
    "state past": "vencido",
    "state too-early": "todavía sin abrir",
    "state not-known": "sin fecha conocida",
    "claim": "{claim}, contra {against}",
    "reached": "ya hay una conclusión sobre {what}",
    "not reached": "no hay todavía una conclusión sobre {what}",
    "status is": "{what} está como {status}",
    "status or-better": "{what} está como {status} o mejor",
    "status or-worse": "{what} está como {status} o peor",
    "not status is": "{what} no está como {status}",
    "not status or-better": "{what} no está como {status} o mejor",
    "not status or-worse": "{what} no está como {status} o peor",
    "known": "{what} se sabe",
    "not known": "{what} no se sabe (pendiente o sin preguntar)",
    "holds": "{what} se cumple",
    "does not hold": "{what} no se cumple",
    "and": "y",
    "or": "o",
    "nothing": "ninguna opción",
}
_LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {"en": _ENGLISH, "es": _SPANISH}
