# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The days that stand for all days of a date fact.

A condition on dates changes only at thresholds: those that it names, the days at which a deadline rule seen from today
changes its state, and, where a rule is held against another date, the days of that rule's counts. Between changes of
law every rule is monotone (a later trigger never ends earlier), so its changes are found by halving. A rule that is
held against a date needs care: which of its states are possible depends on how its counts fall on weekends, so trigger
days are told apart by all that the other date can then be. Of each class the first and the last day are kept, so that
the counts of two rules can fall on either side of each other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product

from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation, Truth
from wizard.engine.graph import CollectionIndex
from wizard.engine.law_changes import law_changes
from wizard.engine.periods import moved
from wizard.model.condition import DateIs, DeadlineIs, FromToday
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId

#: A day further back (or ahead) than this many years is like one at this distance.
YEARS_AWAY = 120
#: A week and a day hold every place of a weekend, so every gap between the counts of one rule.
DAYS_OF_A_WEEK = 8
DAY = timedelta(days=1)

Values = Mapping[FactId, AnswerValue]
Days = Mapping[FactId, Sequence[date]]


class DateClasses:
    """The days to try for each date fact, from the conditions (`atoms`) that read it."""

    def __init__(
        self, index: CollectionIndex, atoms: Sequence[Atom], today: date, others: Mapping[FactId, Sequence[AnswerValue]]
    ) -> None:
        self._index = index
        self._today = today
        self._others = others
        self._atoms = [atom for atom in atoms if isinstance(atom.condition, DateIs | DeadlineIs)]
        self._pairs = [atom for atom in self._atoms if _is_pair(atom)]
        self._facts = [fact.id for fact in index.collection.facts if fact.kind == "date"]
        self._ends = {fact: self._span(fact) for fact in self._facts}
        self._base = {fact: self._thresholds(fact) for fact in self._facts}

    def find(self) -> dict[FactId, tuple[date, ...]]:
        """Return the days that stand for all days, for each date fact."""
        days = {fact: self._trigger_days(fact) or tuple(self._base[fact]) for fact in self._facts}
        for fact in self._facts:
            marks = {mark for atom in self._pairs if _on(atom) == fact for mark in self._marks(atom, days)}
            if marks:
                days[fact] = self._reduced(fact, sorted({*days[fact], *self._inside(fact, marks)}), days)
        return {fact: self._reduced(fact, days[fact], days) for fact in self._facts}

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
        found = {*self._span(fact), self._today}
        for atom in self._atoms:
            if fact not in atom.facts or _is_pair(atom):
                continue
            if isinstance(atom.condition, DateIs):
                for edge in (atom.condition.since, atom.condition.before):
                    if edge is not None:
                        day = self._day(edge)
                        found |= {day, day - DAY}
                continue
            for rest in self._around(atom, fact, self._ends):
                found |= self._steps(atom, fact, rest)
        return sorted(self._inside(fact, found))

    def _day(self, edge: date | FromToday) -> date:
        return edge if isinstance(edge, date) else moved(self._today, edge.years, edge.months, edge.days)

    def _steps(self, atom: Atom, fact: FactId, rest: Values) -> set[date]:
        """Return both sides of each change of what the atom asks for, as this date goes from end to end."""
        first, last = self._span(fact)
        edges = sorted({first, last, *self._inside(fact, self._changes(atom, fact))})
        found = set(edges)
        for start, end in pairwise(edges):
            found |= set(_steps(lambda day: atom.state({**rest, fact: day}, self._today), start, end))
        return found

    def _changes(self, atom: Atom, fact: FactId) -> Iterator[date]:
        """Yield both sides of each change of the law that the atom's rule counts by."""
        rule = self._rule(atom)
        if rule is not None and fact in _triggers(rule):
            for day in law_changes(rule, self._index.law):
                yield from (day, day + DAY)

    def _rule(self, atom: Atom) -> DeadlineRule | None:
        return self._index.rules[atom.condition.rule] if isinstance(atom.condition, DeadlineIs) else None

    def _around(self, atom: Atom, fact: FactId, days: Days, on: Sequence[date] = ()) -> Iterator[Values]:
        """Yield each combination of what the atom reads beside this date; `on`: what the rule is held against.

        A key may be open only where a rule can do without it.
        """
        rule = self._rule(atom)
        can_lack = rule is not None and (rule.cautious is not None or rule.period.kind == "shortest")
        names = [name for name in atom.facts if name in self._others]
        keys = list(product(*[[*([None] if can_lack else []), *self._others[name]] for name in names]))
        held = [{_on(atom): day} for day in on] if on and _on(atom) != fact else [{}]
        for dates, values, seen in product(list(self._triggers_around(rule, fact, days)), keys, held):
            yield {**dates, **{n: v for n, v in zip(names, values, strict=True) if v is not None}, **seen}

    def _triggers_around(self, rule: DeadlineRule | None, fact: FactId, days: Days) -> Iterator[Values]:
        """Yield the combinations of the other triggers of a rule.

        Where the earliest or the latest counts, one trigger alone gives every date that several can give.
        """
        triggers = () if rule is None else _triggers(rule)
        others = [name for name in triggers if name != fact]
        if rule is not None and (len(triggers) > len(rule.trigger) or law_changes(rule, self._index.law)):
            for values in product(*[(None, *days[name]) for name in others]):
                yield {name: value for name, value in zip(others, values, strict=True) if value is not None}
            return
        if fact in triggers or not others:
            yield {}
        if fact not in triggers or self._is_held(fact):
            yield from ({name: day} for name in others for day in days[name])

    def _is_held(self, fact: FactId) -> bool:
        return any(_on(atom) == fact for atom in self._pairs)

    def _trigger_days(self, fact: FactId) -> tuple[date, ...]:
        """Return the days of a trigger of a rule that is held against another date; none: it is no such trigger."""
        mine = [atom for atom in self._pairs if (rule := self._rule(atom)) is not None and fact in _triggers(rule)]
        if not mine:
            return ()
        days = {day + n * DAY for day in self._base[fact] for n in range(DAYS_OF_A_WEEK)}
        for atom in mine:
            for rest in self._around(atom, fact, self._base, self._base[_on(atom)]):
                days |= self._steps(atom, fact, rest)
        kept: dict[tuple[object, ...], tuple[date, date]] = {}
        for day in sorted(self._inside(fact, days)):
            sight = (self._alone(fact, day), *[self._possible(atom, fact, day) for atom in mine])
            kept[sight] = (kept.get(sight, (day, day))[0], day)
        return tuple(sorted({day for pair in kept.values() for day in pair}))

    def _possible(self, atom: Atom, fact: FactId, day: date) -> frozenset[tuple[object, ...]]:
        """Return what the other date can be when the trigger is this day: the pair's truth with its own."""
        on = _on(atom)
        found: set[tuple[object, ...]] = set()
        for rest in self._around(atom, fact, self._base):
            known = {**rest, fact: day}
            for other in [day] if on == fact else self._inside(on, {*self._base[on], *self._marks_of(atom, known)}):
                truth = atom.test.truth(Situation({**known, on: other}, {}, self._today))
                found.add((tuple(rest.items()), truth, self._alone(on, other)))
        return frozenset(found)

    def _alone(self, fact: FactId, day: date) -> tuple[Truth, ...]:
        """Return the truth of each condition that reads this date, and no other date that is known."""
        truths: list[Truth] = []
        for atom in self._atoms:
            if fact in atom.facts and not _is_pair(atom):
                rests = self._around(atom, fact, self._base)
                truths += [atom.test.truth(Situation({**rest, fact: day}, {}, self._today)) for rest in rests]
        return tuple(truths)

    def _marks(self, atom: Atom, days: Days) -> Iterator[date]:
        """Yield the days around the counts of the atom's rule, for all days of its triggers."""
        rule = self._rule(atom)
        for trigger in () if rule is None else rule.trigger:
            for rest in self._around(atom, trigger, days):
                for day in days[trigger]:
                    yield from self._marks_of(atom, {**rest, trigger: day})

    def _marks_of(self, atom: Atom, known: Values) -> Iterator[date]:
        rule = self._rule(atom)
        counted = None if rule is None else self._index.counts.of(rule)(known)
        if counted is not None:
            for day in (counted.act_by, counted.raw, counted.latest):
                if day is not None:
                    yield from (day - DAY, day, day + DAY)

    def _reduced(self, fact: FactId, candidates: Sequence[date], days: Days) -> tuple[date, ...]:
        """Return one day of each class: days that no condition tells apart, whatever the other dates are."""
        kept: dict[tuple[object, ...], date] = {}
        mine = [atom for atom in self._pairs if fact in atom.facts]
        around = [(atom, list(self._around(atom, fact, days, days[_on(atom)]))) for atom in mine]
        for day in candidates:
            truths = [
                atom.test.truth(Situation({**rest, fact: day}, {}, self._today))
                for atom, rests in around
                for rest in rests
            ]
            kept.setdefault((self._alone(fact, day), *truths), day)
        return tuple(sorted(kept.values()))


def _is_pair(atom: Atom) -> bool:
    return isinstance(atom.condition, DeadlineIs) and atom.condition.on != "today"


def _on(atom: Atom) -> FactId:
    return atom.condition.on if isinstance(atom.condition, DeadlineIs) else ""


def _triggers(rule: DeadlineRule) -> tuple[FactId, ...]:
    """Return the dates that a rule counts from, that of its more careful count included."""
    careful = rule.cautious.trigger if rule.cautious is not None else None
    return rule.trigger if careful is None else tuple(dict.fromkeys((*rule.trigger, careful)))


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
