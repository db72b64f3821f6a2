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

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, product

from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation
from wizard.engine.dates_together import Stretch
from wizard.engine.graph import CollectionIndex
from wizard.engine.held_rules import Counting, HeldRule, Stretches, at, held_rules, triggers_of
from wizard.engine.law_changes import law_changes
from wizard.engine.periods import moved
from wizard.engine.tied_dates import TiedDates
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
        self._counting = Counting(index, others)
        self._plain = [atom for atom in atoms if isinstance(atom.condition, DateIs)]
        held = held_rules((a.condition for a in atoms if isinstance(a.condition, DeadlineIs)), index)
        self._now = [one for one in held if one.on == "today"]
        self._pairs = [one for one in held if one.on != "today"]
        self._facts = [fact.id for fact in index.collection.facts if fact.kind == "date"]
        self._spans = {fact: self._span(fact) for fact in self._facts}
        self._base = {fact: self._thresholds(fact) for fact in self._facts}
        self._alone = {fact: self._classes_alone(fact) for fact in self._facts}
        self._among = cache(self._classes_among)

    def find(self) -> dict[FactId, tuple[date, ...]]:
        """Return the days that stand for all days, for each date fact."""
        stretches = {fact: list(self._stretches(fact)) for fact in self._facts}
        found = {fact: [stretch.first for stretch in stretches[fact]] for fact in self._facts}
        tied = TiedDates(self._index, self._pairs, self._counting, stretches)
        too_many = tied.complete(found)
        if too_many:
            for fact, days in self._near([fact for fact in self._facts if fact in too_many]).items():
                found[fact] = [day.toordinal() for day in days]
            tied.complete_few(too_many, found)
        all_days = {fact: tuple(map(date.fromordinal, found[fact])) for fact in self._facts}
        return {fact: self._reduced(fact, all_days[fact], all_days) for fact in self._facts}

    def _near(self, facts: Sequence[FactId]) -> dict[FactId, Sequence[date]]:
        """Return days of dates tied together: those on either side of all that any one rule says of two of them."""
        days: dict[FactId, Sequence[date]] = {fact: self._base[fact] for fact in self._facts}
        days |= {fact: trigger for fact in facts if (trigger := self._trigger_days(fact))}
        for fact in facts:
            marks = {mark for held in self._pairs if held.on == fact for mark in self._marks(held, days)}
            if marks:
                days[fact] = self._reduced(fact, sorted({*days[fact], *self._inside(fact, marks)}), days)
        return {fact: days[fact] for fact in facts}

    def _span(self, fact: FactId) -> tuple[date, date]:
        limits = self._index.facts[fact].limits
        first = self._today if limits.earliest == "today" else limits.earliest
        last = self._today if limits.latest == "today" else limits.latest
        return first or moved(self._today, -YEARS_AWAY), last or moved(self._today, YEARS_AWAY)

    def _inside(self, fact: FactId, days: Iterable[date]) -> set[date]:
        first, last = self._spans[fact]
        return {day for day in days if first <= day <= last}

    # -- conditions that read one date --------------------------------------------------------------------------------

    def _thresholds(self, fact: FactId) -> list[date]:
        """Return the ends of the span and both sides of each change of a condition that reads only this date."""
        found = {*self._spans[fact], self._today}
        for atom in self._plain:
            if isinstance(atom.condition, DateIs) and fact in atom.facts:
                for edge in (atom.condition.since, atom.condition.before):
                    if edge is not None:
                        day = self._day(edge)
                        found |= {day, day - DAY}
        for held in self._now:
            if fact in triggers_of(held.rule):
                for rest in self._around(held.rule, fact, self._spans):
                    found |= self._steps(held, fact, rest, self._today)
        return sorted(self._inside(fact, found))

    def _day(self, edge: date | FromToday) -> date:
        return edge if isinstance(edge, date) else moved(self._today, edge.years, edge.months, edge.days)

    def _steps(self, held: HeldRule, fact: FactId, rest: Values, on: date | None) -> set[date]:
        """Return both sides of each change of the rule's standing, as this date goes from end to end.

        `on`: the day against which it is held, None: the date itself.
        """
        first, last = self._spans[fact]
        edges = sorted({first, last, *self._inside(fact, self._changes(held.rule, fact))})
        found = set(edges)

        def standing(day: int) -> object:
            counted = self._counting.of(held.rule, {**rest, fact: date.fromordinal(day)})
            return held.standing(counted, day if on is None else on.toordinal())

        for start, end in pairwise(edges):
            steps = _steps(standing, start.toordinal(), end.toordinal())
            found |= {date.fromordinal(day) for step in steps for day in (step, step + 1)}
        return found

    def _changes(self, rule: DeadlineRule, fact: FactId) -> Iterator[date]:
        """Yield both sides of each change of the law that the rule counts by."""
        for day in self._law_ends(rule, fact):
            yield from (day, day + DAY)

    def _law_ends(self, rule: DeadlineRule, fact: FactId) -> frozenset[date]:
        return law_changes(rule, self._index.law) if fact in triggers_of(rule) else frozenset()

    def _around(self, rule: DeadlineRule, fact: FactId, days: Days) -> list[Values]:
        """Return each combination of what the rule reads beside this date."""
        keys = self._counting.keys(rule)
        return [{**dates, **values} for dates, values in product(self._triggers_around(rule, fact, days), keys)]

    def _triggers_around(self, rule: DeadlineRule, fact: FactId, days: Days) -> Iterator[Values]:
        """Yield the combinations of the other triggers of a rule.

        Where the earliest or the latest counts, one trigger alone gives every date that several can give.
        """
        triggers = triggers_of(rule)
        others = [name for name in triggers if name != fact]
        careful = rule.cautious is not None and rule.cautious.trigger is not None
        if careful or law_changes(rule, self._index.law):
            for values in product(*[(None, *days[name]) for name in others]):
                yield {name: value for name, value in zip(others, values, strict=True) if value is not None}
            return
        if fact in triggers or not others:
            yield {}
        if fact not in triggers or any(held.on == fact for held in self._pairs):
            yield from ({name: day} for name in others for day in days[name])

    def _classes_alone(self, fact: FactId) -> list[int]:
        """Number the classes that conditions on this date alone make of its thresholds, 0 for the first.

        Between two thresholds that are no neighbours nothing changes, so a day is in the class of that before it.
        """
        days = self._base[fact]
        rows: list[Sequence[object]] = [
            [atom.test.truth(Situation({fact: day}, {}, self._today)) for day in days]
            for atom in self._plain
            if fact in atom.facts
        ]
        for held in self._now:
            if fact in triggers_of(held.rule):
                rows += [self._along(held, fact, rest) for rest in self._around(held.rule, fact, self._base)]
        numbers: dict[tuple[object, ...], int] = {}
        sights = zip(*rows, strict=True) if rows else [()] * len(days)
        return [numbers.setdefault(tuple(sight), len(numbers)) for sight in sights]

    def _along(self, held: HeldRule, fact: FactId, rest: Values) -> list[object]:
        """Return what the conditions say of today for each threshold of a trigger."""
        days = self._base[fact]
        now = self._today.toordinal()

        def standing(place: int) -> object:
            return held.standing(self._counting.of(held.rule, {**rest, fact: days[place]}), now)

        starts = {0}
        edges = {
            0,
            len(days) - 1,
            *[bisect_left(days, day) for day in self._inside(fact, self._changes(held.rule, fact))],
        }
        for start, end in pairwise(sorted(edges)):
            starts |= {step + 1 for step in _steps(standing, start, end)}
        found: list[object] = []
        for start, end in pairwise([*sorted(starts), len(days)]):
            counted = self._counting.of(held.rule, {**rest, fact: days[start]})
            found += [at(held.stretches(counted), now)] * (end - start)
        return found

    def _class_of(self, fact: FactId, day: date) -> int:
        return self._alone[fact][bisect_right(self._base[fact], day) - 1]

    def _classes_among(self, fact: FactId, first: int, last: int) -> int:
        """Return the classes, one bit each, of the days of a date from one to another (ordinals)."""
        base = self._base[fact]
        low = bisect_right(base, date.fromordinal(first)) - 1
        high = bisect_right(base, date.fromordinal(last))
        found = 0
        for number in self._alone[fact][low:high]:
            found |= 1 << number
        return found

    # -- rules that are held against another date ---------------------------------------------------------------------

    def _trigger_days(self, fact: FactId) -> tuple[date, ...]:
        """Return the days of a trigger of a rule that is held against another date; none: it is no such trigger."""
        mine = [held for held in self._pairs if fact in triggers_of(held.rule)]
        if not mine:
            return ()
        days = {day + n * DAY for day in self._base[fact] for n in range(DAYS_OF_A_WEEK)}
        for held in mine:
            against = [None] if held.on == fact else self._base[held.on]
            for rest, on in product(self._around(held.rule, fact, self._base), against):
                days |= self._steps(held, fact, rest, on)
        around = [(held, self._around(held.rule, fact, self._base)) for held in mine]
        kept: dict[tuple[object, ...], tuple[date, date]] = {}
        for day in sorted(self._inside(fact, days)):
            possible = [self._possible(held, rest, fact, day) for held, rests in around for rest in rests]
            sight = (self._class_of(fact, day), *possible)
            kept[sight] = (kept.get(sight, (day, day))[0], day)
        return tuple(sorted({day for pair in kept.values() for day in pair}))

    def _possible(self, held: HeldRule, rest: Values, fact: FactId, day: date) -> frozenset[tuple[object, int]]:
        """Return what the other date can be when the trigger is this day: what the conditions say, with its classes."""
        stretches = held.stretches(self._counting.of(held.rule, {**rest, fact: day}))
        if held.on == fact:
            return frozenset({(at(stretches, day.toordinal()), 0)})
        found: dict[object, int] = {}
        first, last = (end.toordinal() for end in self._spans[held.on])
        for end, truths in stretches:
            if first <= min(end, last):
                found[truths] = found.get(truths, 0) | self._among(held.on, first, min(end, last))
                first = end + 1
        return frozenset(found.items())

    def _marks(self, held: HeldRule, days: Days) -> Iterator[date]:
        """Yield the days around the counts of the rule, for all days of its triggers."""
        for trigger in held.rule.trigger:
            for rest, day in product(self._around(held.rule, trigger, days), days[trigger]):
                counted = self._counting.of(held.rule, {**rest, trigger: day})
                if counted is not None:
                    for mark in (counted.act_by, counted.raw, counted.latest):
                        if mark is not None:
                            yield from (mark - DAY, mark, mark + DAY)

    def _stretches(self, fact: FactId) -> Iterator[Stretch]:
        """Yield the days between changes of what conditions on this date alone say, and of the law."""
        days, kinds = self._base[fact], self._alone[fact]
        changes = {change + DAY for held in self._pairs for change in self._law_ends(held.rule, fact)}
        starts = {days[0], *[day for day, (one, other) in zip(days[1:], pairwise(kinds), strict=True) if one != other]}
        starts |= self._inside(fact, changes)
        for start, following in pairwise([*sorted(starts), days[-1] + DAY]):
            yield Stretch(start.toordinal(), following.toordinal() - 1, self._class_of(fact, start))

    def _reduced(self, fact: FactId, candidates: Sequence[date], days: Days) -> tuple[date, ...]:
        """Return one day of each class: days that no condition tells apart, whatever the other dates are."""
        kept: dict[tuple[object, ...], date] = {}
        sights = [self._sight(held, fact, days) for held in self._pairs if fact in (held.on, *triggers_of(held.rule))]
        for day in candidates:
            kept.setdefault((self._class_of(fact, day), *[sight(day) for sight in sights]), day)
        return tuple(sorted(kept.values()))

    def _sight(self, held: HeldRule, fact: FactId, days: Days) -> Callable[[date], object]:
        """Return what tells for a day of a date all that conditions say, whatever else they read is."""
        rests = self._around(held.rule, fact, days)
        if fact not in triggers_of(held.rule):
            all_said = {held.stretches(self._counting.of(held.rule, rest)) for rest in rests}
            return lambda day: tuple([at(said, day.toordinal()) for said in all_said])

        def said(rest: Values, day: date) -> Stretches:
            return held.stretches(self._counting.of(held.rule, {**rest, fact: day}))

        if held.on == fact:
            return lambda day: tuple([at(said(rest, day), day.toordinal()) for rest in rests])
        against = sorted(day.toordinal() for day in days[held.on])
        return lambda day: tuple([_places(said(rest, day), against) for rest in rests])


def _places(stretches: Stretches, days: Sequence[int]) -> tuple[object, ...]:
    """Return what is said on these days: each thing that is said, with how many days come before its end."""
    found: list[tuple[int, object]] = []
    for end, truths in stretches:
        place = bisect_right(days, end)
        if place > (found[-1][0] if found else 0):
            if found and found[-1][1] == truths:
                found.pop()
            found.append((place, truths))
    return tuple(found)


def _steps(state: Callable[[int], object], first: int, last: int) -> Iterator[int]:
    """Yield the last place before each step of a function that never returns to an earlier state."""
    if first >= last or state(first) == state(last):
        return
    if last - first == 1:
        yield first
        return
    middle = first + (last - first) // 2
    yield from _steps(state, first, middle)
    yield from _steps(state, middle, last)
