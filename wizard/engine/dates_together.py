# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days that give together whatever any days give, for dates that deadline rules tie to each other.

A rule held against a date puts that date (`on`) between two of the days that the rule counts from its trigger. Of
several triggers, and of a more careful count with a trigger of its own, each bounds the date by itself: where the
earliest counts, the date is within the rule's day if it is within that of each trigger. Between changes of law those
days never go back as the trigger goes on. So if any days fulfil a set of such bounds then there is a greatest choice of
days that does, and it is found by going down from the last days as far as each bound demands (the greatest fixed point
of monotone functions, Tarski 1955). Every set of bounds that some days fulfil is tried on the days that are there, and
where those do not fulfil it, days that do are added.

So whatever all conditions on these dates say together on some days, they say on days found; it is exact but for
`MOST_STEPS`. Nothing is found that is not so: each day found is a day like others.
"""

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from wizard.engine.deadlines import count
from wizard.engine.held_rules import HeldRule
from wizard.engine.law import Law
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId

#: Bounds that no days fulfil after so many steps down are taken for bounds that none do. A step is a day at least, and
#: the gaps that weekends, holidays and months of unequal length open come back within a year.
MOST_STEPS = 2_000
#: After so many steps in vain it is asked whether the bounds that were at work lately can be fulfilled at all.
STEPS_WATCHED = 16


#: The latest day of each date (ordinals).
Latest = tuple[int, ...]
#: A bound of a tie, with the stretches of the two dates.
Sight = tuple["Tie", int, "Stretch", "Stretch"]
#: Bounds that no days fulfil together, by each of them: found by going down in vain, and not to be tried again.
Conflicts = dict[Sight, list[frozenset[Sight]]]


class _TooManyChoicesError(Exception):
    """More choices would have to be looked at than there is time for."""


@dataclass(frozen=True, eq=False)
class Stretch:
    """Days of one date, first to last (ordinals), that no condition on this date alone tells apart.

    Stretches of the same `kind` are not told apart either. The law is the same throughout.
    """

    first: int
    last: int
    kind: int


@dataclass(eq=False)
class Tie:
    """What binds a date (`on`) to one trigger of a rule: days that the rule counts from it, in their order."""

    trigger: FactId
    on: FactId
    rule: DeadlineRule
    keys: Mapping[FactId, AnswerValue]
    held: HeldRule
    safe_only: bool
    law: Law
    _counted: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def bounds(self, day: int) -> tuple[int, ...]:
        """Return the last day of each stretch but the last in which the date can be, for a day of the trigger.

        Days go up; there are always as many, or none where the rule cannot be counted.
        """
        found = self._counted.get(day)
        if found is None:
            counted = count(self.rule, {**self.keys, self.trigger: date.fromordinal(day)}, self.law)
            found = self._counted[day] = self.held.bounds(counted, safe_only=self.safe_only)
        return found


@dataclass(frozen=True)
class Bound:
    """A tie with the stretch of it in which the date is to be: after bound `number - 1` and up to bound `number`."""

    tie: Tie
    trigger: int
    on: int
    number: int


def ties_of(held: HeldRule, keys: Mapping[FactId, AnswerValue], law: Law) -> Iterator[Tie]:
    """Yield what binds the date against which a rule is held to each trigger of the rule, for these keys."""
    rule, careful = held.rule, held.rule.cautious
    apart = careful is not None and careful.trigger is not None
    for trigger in rule.trigger:
        alone = {"trigger": (trigger,), "pick": "only", "cautious": None if apart else careful}
        yield Tie(trigger, held.on, rule.model_copy(update=alone), keys, held, safe_only=False, law=law)
    if careful is not None and careful.trigger is not None:
        period = rule.period if careful.period is None else careful.period
        also = {"trigger": (careful.trigger,), "pick": "only", "cautious": None, "period": period}
        yield Tie(careful.trigger, held.on, rule.model_copy(update=also), keys, held, safe_only=True, law=law)


class Together:
    """Some dates tied together, with the days found for each so far; `complete` adds what they lack."""

    def __init__(
        self,
        facts: Sequence[FactId],
        ties: Sequence[Tie],
        stretches: Mapping[FactId, Sequence[Stretch]],
        days: Mapping[FactId, list[int]],
        conflicts: Conflicts,
    ) -> None:
        """Take the ties among these dates; `days` are kept in order and added to, and so are `conflicts`."""
        self._conflicts = conflicts
        self._facts = facts
        self._stretches = [stretches[fact] for fact in facts]
        self._days = [days[fact] for fact in facts]
        place = {fact: number for number, fact in enumerate(facts)}
        #: The ties of each date with those before it and with itself.
        self._ties: list[list[tuple[Tie, int, int]]] = [[] for _ in facts]
        for tie in ties:
            trigger, on = place[tie.trigger], place[tie.on]
            self._ties[max(trigger, on)].append((tie, trigger, on))
        self._any = [None] * len(facts)
        self._fulfilled: set[tuple[object, ...]] = set()
        self._left: int | None = None

    def complete(self, most: int | None = None) -> bool:
        """Add days so that all that some days fulfil is fulfilled by days found.

        Return False, with nothing added, where more than `most` choices would have to be looked at.
        """
        before = [list(days) for days in self._days]
        self._left = most
        try:
            self._choose_stretch((), (), (), ())
        except _TooManyChoicesError:
            for days, found in zip(self._days, before, strict=True):
                days[:] = found
            return False
        return True

    def _choose_stretch(
        self, chosen: tuple[Stretch, ...], bounds: tuple[Bound, ...], tops: Latest, found: Latest | None
    ) -> None:
        """Go on with every stretch of the next date; `tops`: no days that do are later, `found`: of those found."""
        number = len(chosen)
        if number == len(self._facts):
            self._check(chosen, bounds, found)
            return
        for stretch in self._stretches[number]:
            last = _floor(stretch.last, self._days[number])
            still = None if found is None or last < stretch.first else (*found, last)
            self._choose_bounds((*chosen, stretch), bounds, (*tops, stretch.last), still, self._ties[number])

    def _choose_bounds(
        self,
        chosen: tuple[Stretch, ...],
        bounds: tuple[Bound, ...],
        tops: Latest,
        found: Latest | None,
        ties: Sequence[tuple[Tie, int, int]],
    ) -> None:
        """Go on with every choice of bounds that some days fulfil."""
        if not ties:
            self._choose_stretch(chosen, bounds, tops, found)
            return
        (tie, trigger, on), *rest = ties
        many = len(tie.bounds(chosen[trigger].last))
        if not many or many != len(tie.bounds(chosen[trigger].first)):
            self._choose_bounds(chosen, bounds, tops, found, rest)
            return
        for number in range(many + 1):
            self._count_choice()
            more = (*bounds, Bound(tie, trigger, on, number))
            lower = tops if _fulfils(tops, more[-1]) else self._greatest_of_all(chosen, more, tops)
            if lower is None:
                continue
            still = found
            if found is not None and not _fulfils(found, more[-1]):
                still = greatest(chosen, more, found, self._days)
            self._choose_bounds(chosen, more, lower, still, rest)

    def _greatest_of_all(self, chosen: tuple[Stretch, ...], bounds: tuple[Bound, ...], tops: Latest) -> Latest | None:
        sights = [(one.tie, one.number, chosen[one.trigger], chosen[one.on]) for one in bounds]
        if any(conflict.issubset(sights) for conflict in self._conflicts.get(sights[-1], ())):
            return None
        moving: set[int] = set()
        found = greatest(chosen, bounds, tops, self._any, moving)
        if found is None and moving:
            self._note_conflict(chosen, [bounds[number] for number in moving], [sights[number] for number in moving])
        return found

    def _note_conflict(self, chosen: tuple[Stretch, ...], bounds: Sequence[Bound], sights: Sequence[Sight]) -> None:
        tops = tuple([stretch.last for stretch in chosen])
        if greatest(chosen, bounds, tops, self._any) is None:
            for sight in sights:
                self._conflicts.setdefault(sight, []).append(frozenset(sights))

    def _count_choice(self) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise _TooManyChoicesError

    def _check(self, chosen: tuple[Stretch, ...], bounds: tuple[Bound, ...], found: Latest | None) -> None:
        """Note what is fulfilled, and add days where those found do not; these may have been added to meanwhile."""
        sight = (*[stretch.kind for stretch in chosen], *[bound.number for bound in bounds])
        if sight in self._fulfilled:
            return
        self._fulfilled.add(sight)
        if found is not None:
            return
        tops = tuple([stretch.last for stretch in chosen])
        numbers = range(len(chosen))
        for size in range(len(chosen) + 1):
            for free in combinations(numbers, size):
                within = [None if number in free else self._days[number] for number in numbers]
                days = greatest(chosen, bounds, tops, within)
                if days is not None:
                    for number in free:
                        if days[number] not in self._days[number]:
                            insort(self._days[number], days[number])
                    return


def greatest(
    chosen: Sequence[Stretch],
    bounds: Sequence[Bound],
    tops: Latest,
    within: Sequence[Sequence[int] | None],
    moving: set[int] | None = None,
) -> Latest | None:
    """Return the latest day of each date, in its stretch and not after `tops`, with which all bounds are fulfilled.

    `within`: the days to take for each date, None: any. None is returned where no days fulfil the bounds; `moving`
    then gets the places of those that drove each other down to the last, if they did so for long.
    """
    days = [_floor(top, within[number]) for number, top in enumerate(tops)]
    if any(day < stretch.first for day, stretch in zip(days, chosen, strict=True)):
        return None
    drivers: deque[int] = deque(maxlen=STEPS_WATCHED * len(bounds))
    for step in range(MOST_STEPS):
        moved = False
        for place in range(len(bounds) - 1, -1, -1):
            bound = bounds[place]
            if not _fulfils(days, bound):
                moved = True
                drivers.append(place)
                if not _lower(days, bound, chosen, within):
                    if moving is not None and step >= STEPS_WATCHED:
                        moving.update(drivers)
                    return None
        if not moved:
            return tuple(days)
    if moving is not None:
        moving.update(drivers)
    return None


def _lower(days: list[int], bound: Bound, chosen: Sequence[Stretch], within: Sequence[Sequence[int] | None]) -> bool:
    """Lower the two dates of a bound as far as it demands; return False where one would leave its stretch."""
    trigger, on, number = bound.trigger, bound.on, bound.number
    ends = bound.tie.bounds(days[trigger])
    if number < len(ends) and ends[number] < days[on]:
        days[on] = _floor(ends[number], within[on])
        if days[on] < chosen[on].first:
            return False
    if number and bound.tie.bounds(days[trigger])[number - 1] >= days[on]:
        first = chosen[trigger].first
        days[trigger] = _floor(_last_before(bound, days[on], days[trigger], first), within[trigger])
        return days[trigger] >= first
    return True


def _fulfils(days: Sequence[int], bound: Bound) -> bool:
    ends, day = bound.tie.bounds(days[bound.trigger]), days[bound.on]
    return (bound.number == len(ends) or day <= ends[bound.number]) and (
        not bound.number or ends[bound.number - 1] < day
    )


def _floor(day: int, within: Sequence[int] | None) -> int:
    """Return the last of some days that is not after a day, 0 where there is none."""
    if within is None:
        return day
    place = bisect_right(within, day)
    return within[place - 1] if place else 0


def _last_before(bound: Bound, limit: int, day: int, first: int) -> int:
    """Return the last trigger day before `day` whose lower bound lies before a limit; before `first` if none does."""
    tie, number = bound.tie, bound.number - 1
    found = day
    # A bound goes with its trigger nearly day by day, so the first guess is seldom wrong by more than a few.
    while found >= first and (over := tie.bounds(found)[number] - limit) >= 0:
        found -= over + 1
    if found < first:
        found = first
        if tie.bounds(found)[number] >= limit:
            return first - 1
    while found + 1 < day and tie.bounds(found + 1)[number] < limit:
        found += 1
    return found
