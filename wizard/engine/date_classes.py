# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The days that stand for all days of a date fact.

A condition on dates changes only at thresholds: those that it names, the days at which a deadline rule seen from today
changes its state, and, where a rule is held against another date, the days of that rule's counts. Every rule is
monotone (a later trigger never ends earlier), so its changes are found by halving. A rule that is held against a date
needs care: which of its states are possible depends on how its counts fall on weekends, so trigger days are told apart
by all that the other date can then be.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation, Truth
from wizard.engine.deadlines import count
from wizard.engine.graph import CollectionIndex
from wizard.engine.periods import moved
from wizard.model.condition import DateIs, DeadlineIs, FromToday
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId

#: A day further back (or ahead) than this many years is like one at this distance.
YEARS_AWAY = 120
#: A week and a day hold every place of a weekend, so every gap between the counts of one rule.
DAYS_OF_A_WEEK = 8
DAY = timedelta(days=1)

Values = Mapping[FactId, AnswerValue]


class DateClasses:
    """The days to try for each date fact, from the conditions (`atoms`) that read it."""

    def __init__(
        self, index: CollectionIndex, atoms: Sequence[Atom], today: date, others: Mapping[FactId, Sequence[AnswerValue]]
    ) -> None:
        self._index = index
        self._today = today
        self._others = others
        self._atoms = [atom for atom in atoms if isinstance(atom.condition, DateIs | DeadlineIs)]
        self._facts = [fact.id for fact in index.collection.facts if fact.kind == "date"]
        self._base = {fact: self._thresholds(fact) for fact in self._facts}

    def find(self) -> dict[FactId, tuple[date, ...]]:
        """Return the days that stand for all days, for each date fact."""
        pairs = [atom for atom in self._atoms if _is_pair(atom)]
        triggers = {fact: self._trigger_days(fact, pairs) for fact in self._facts}
        days = {
            fact: tuple(found) if found is not None else tuple(self._base[fact]) for fact, found in triggers.items()
        }
        for fact in self._facts:
            marks = [mark for atom in pairs if _on(atom) == fact for mark in self._marks(atom, days)]
            if marks:
                days[fact] = self._reduced(fact, sorted({*days[fact], *self._inside(fact, marks)}), pairs, days)
        return {fact: self._reduced(fact, days[fact], pairs, days) for fact in self._facts}

    def _span(self, fact: FactId) -> tuple[date, date]:
        limits = self._index.facts[fact].limits
        first = self._today if limits.earliest == "today" else limits.earliest
        last = self._today if limits.latest == "today" else limits.latest
        return first or moved(self._today, -YEARS_AWAY), last or moved(self._today, YEARS_AWAY)

    def _inside(self, fact: FactId, days: Iterable[date]) -> set[date]:
        first, last = self._span(fact)
        return {day for day in days if first <= day <= last}

    def _thresholds(self, fact: FactId) -> list[date]:
        """Return the ends of the span and both sides of each change of a condition that reads only this date."""
        first, last = self._span(fact)
        found = {first, last, self._today}
        for atom in self._atoms:
            if fact not in atom.facts or _is_pair(atom):
                continue
            if isinstance(atom.condition, DateIs):
                for edge in (atom.condition.since, atom.condition.before):
                    if edge is not None:
                        day = self._day(edge)
                        found |= {day, day - DAY}
                continue
            for rest in self._keys(atom):
                found |= set(_steps(self._by_day(atom, fact, rest), first, last))
        return sorted(self._inside(fact, found))

    def _day(self, edge: date | FromToday) -> date:
        return edge if isinstance(edge, date) else moved(self._today, edge.years, edge.months, edge.days)

    def _by_day(self, atom: Atom, fact: FactId, known: Values) -> Callable[[date], object]:
        return lambda day: atom.state({**known, fact: day}, self._today)

    def _keys(self, atom: Atom) -> Iterator[dict[FactId, AnswerValue]]:
        """Yield each combination of what else the atom reads, dates left out."""
        names = [name for name in atom.facts if name in self._others]
        for values in product(*[self._others[name] for name in names]):
            yield dict(zip(names, values, strict=True))

    def _trigger_days(self, fact: FactId, pairs: Sequence[Atom]) -> list[date] | None:
        """Return the days of a trigger of a rule that is held against another date; None: it is no such trigger."""
        mine = [atom for atom in pairs if fact in self._index.rules[_rule(atom)].trigger]
        if not mine:
            return None
        first, last = self._span(fact)
        days = {day + n * DAY for day in self._base[fact] for n in range(DAYS_OF_A_WEEK)}
        for atom in mine:
            on = _on(atom)
            for rest, seen in product(list(self._keys(atom)), self._base[on]):
                known = {**rest, on: seen}
                days |= set(_steps(self._by_day(atom, fact, known), first, last))
        kept: dict[tuple[object, ...], date] = {}
        for day in sorted(self._inside(fact, days)):
            kept.setdefault((self._alone(fact, day), *[self._possible(atom, fact, day) for atom in mine]), day)
        return sorted(kept.values())

    def _possible(self, atom: Atom, fact: FactId, day: date) -> frozenset[tuple[object, ...]]:
        """Return what the other date can be when the trigger is this day: the pair's truth with its own."""
        on = _on(atom)
        found: set[tuple[object, ...]] = set()
        for rest in self._keys(atom):
            known = {**rest, fact: day}
            for other in self._inside(on, {*self._base[on], *self._marks_of(atom, known)}):
                truth = atom.test.truth(Situation({**known, on: other}, {}, self._today))
                found.add((tuple(rest.values()), truth, self._alone(on, other)))
        return frozenset(found)

    def _alone(self, fact: FactId, day: date) -> tuple[Truth, ...]:
        """Return the truth of each condition that reads this date, and no other date that is known."""
        truths = []
        for atom in self._atoms:
            if fact in atom.facts and not _is_pair(atom):
                dates = [name for name in atom.facts if name in self._base and name != fact]
                options = [[None, *self._base[name]] for name in dates]
                for rest, values in product(list(self._keys(atom)), list(product(*options))):
                    known = {name: value for name, value in zip(dates, values, strict=True) if value is not None}
                    truths.append(atom.test.truth(Situation({**rest, **known, fact: day}, {}, self._today)))
        return tuple(truths)

    def _marks(self, atom: Atom, days: Mapping[FactId, Sequence[date]]) -> Iterator[date]:
        rule = self._index.rules[_rule(atom)]
        for rest, values in product(list(self._keys(atom)), list(product(*[days[name] for name in rule.trigger]))):
            yield from self._marks_of(atom, {**rest, **dict(zip(rule.trigger, values, strict=True))})

    def _marks_of(self, atom: Atom, known: Values) -> Iterator[date]:
        counted = count(self._index.rules[_rule(atom)], known, self._index.law)
        if counted is not None:
            for day in (counted.act_by, counted.raw, counted.latest):
                if day is not None:
                    yield from (day - DAY, day, day + DAY)

    def _reduced(
        self, fact: FactId, candidates: Sequence[date], pairs: Sequence[Atom], days: Mapping[FactId, Sequence[date]]
    ) -> tuple[date, ...]:
        """Return one day of each class: days that no condition tells apart, whatever the other dates are."""
        kept: dict[tuple[object, ...], date] = {}
        mine = [atom for atom in pairs if fact in atom.facts]
        for day in candidates:
            truths: list[Truth] = []
            for atom in mine:
                names = [name for name in atom.facts if name in days and name != fact]
                for rest, values in product(list(self._keys(atom)), list(product(*[days[name] for name in names]))):
                    known = {**rest, **dict(zip(names, values, strict=True)), fact: day}
                    truths.append(atom.test.truth(Situation(known, {}, self._today)))
            kept.setdefault((self._alone(fact, day), *truths), day)
        return tuple(sorted(kept.values()))


def _is_pair(atom: Atom) -> bool:
    return isinstance(atom.condition, DeadlineIs) and atom.condition.on != "today"


def _on(atom: Atom) -> FactId:
    return atom.condition.on if isinstance(atom.condition, DeadlineIs) else ""


def _rule(atom: Atom) -> str:
    return atom.condition.rule if isinstance(atom.condition, DeadlineIs) else ""


def _steps(state: Callable[[date], object], first: date, last: date) -> Iterator[date]:
    """Yield the last day before and the first day of each step of a function that never returns to an earlier state."""
    if first >= last or state(first) == state(last):
        return
    if last - first == DAY:
        yield from (first, last)
        return
    middle = first + (last - first) // 2
    yield from _steps(state, first, middle)
    yield from _steps(state, middle, last)
