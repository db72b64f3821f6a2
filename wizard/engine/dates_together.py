# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days that give together whatever any days give, for up to three dates that deadline rules tie to each other.

A rule held against a date puts that date (`on`) between two of the days that the rule counts from its trigger. Of
several triggers, and of a more careful count with a trigger of its own, each bounds the date by itself: where the
earliest counts, the date is within the rule's day if it is within that of each trigger. Between changes of law those
days never go back as the trigger goes on. So if any days fulfil a set of such bounds then there is a greatest choice of
days that does, and it is found by going down from the last days as far as each bound demands (the fixed point of
monotone functions, Tarski 1955). Every set of bounds is tried on the days that are there, and where those do not
fulfil it and others do, these are added.

So for every one, two or three dates tied together, whatever conditions say of them on some days, they say on days
found. For four and more tied together each three of them are right, but not always all at once.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from wizard.engine.deadlines import count
from wizard.engine.held_rules import HeldRule
from wizard.engine.law import Law
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId

#: So many dates are looked at together.
TOGETHER = 3
#: Bounds that no days fulfil after so many steps down are taken for bounds that none do. A step is a day at least, and
#: the gaps that weekends, holidays and months of unequal length open come back within a year.
MOST_STEPS = 2_000


@dataclass(frozen=True)
class Stretch:
    """Days of one date, first to last (ordinals), that no condition on this date alone tells apart.

    Stretches of the same `kind` are not told apart either. The law is the same throughout.
    """

    first: int
    last: int
    kind: int


@dataclass
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
        alone = {"trigger": (careful.trigger,), "pick": "only", "cautious": None, "period": period}
        yield Tie(careful.trigger, held.on, rule.model_copy(update=alone), keys, held, safe_only=True, law=law)


def tied_together(facts: Sequence[FactId], ties: Iterable[tuple[FactId, FactId]]) -> Iterator[tuple[FactId, ...]]:
    """Yield the dates that are to be looked at together: each few that hang together by `ties` of two."""
    pairs = {frozenset(tie) for tie in ties}
    for size in range(1, TOGETHER + 1):
        for some in combinations(facts, size):
            reached = {some[0]}
            while more := {one for one in some if any(frozenset((one, other)) in pairs for other in reached)} - reached:
                reached |= more
            if len(reached) == size and any(pair <= reached for pair in pairs):
                yield some


class Together:
    """Some dates tied together, with the days found for each so far; `complete` adds what they lack."""

    def __init__(
        self,
        facts: Sequence[FactId],
        ties: Sequence[Tie],
        stretches: Mapping[FactId, Sequence[Stretch]],
        days: Mapping[FactId, list[int]],
    ) -> None:
        """Take the ties among these dates; `days` are kept in order and added to."""
        self._facts = facts
        self._stretches = [stretches[fact] for fact in facts]
        self._days = [days[fact] for fact in facts]
        place = {fact: number for number, fact in enumerate(facts)}
        #: The ties of each date with those before it and with itself.
        self._ties: list[list[tuple[Tie, int, int]]] = [[] for _ in facts]
        for tie in ties:
            trigger, on = place[tie.trigger], place[tie.on]
            self._ties[max(trigger, on)].append((tie, trigger, on))
        self._fulfilled: set[tuple[object, ...]] = set()

    def complete(self) -> None:
        """Add days so that all that some days fulfil is fulfilled by days found."""
        self._choose_stretch((), (), ())

    def _choose_stretch(self, chosen: tuple[Stretch, ...], bounds: tuple[Bound, ...], tops: tuple[int, ...]) -> None:
        date_number = len(chosen)
        if date_number == len(self._facts):
            self._check(chosen, bounds)
            return
        for stretch in self._stretches[date_number]:
            self._choose_bounds((*chosen, stretch), bounds, (*tops, stretch.last), self._ties[date_number])

    def _choose_bounds(
        self,
        chosen: tuple[Stretch, ...],
        bounds: tuple[Bound, ...],
        tops: tuple[int, ...],
        ties: Sequence[tuple[Tie, int, int]],
    ) -> None:
        """Go on with every choice of bounds that some days fulfil; `tops`: no day that does is later."""
        if not ties:
            self._choose_stretch(chosen, bounds, tops)
            return
        (tie, trigger, on), *rest = ties
        many = len(tie.bounds(chosen[trigger].last))
        if many != len(tie.bounds(chosen[trigger].first)):
            many = 0
        for number in range(many + 1):
            more = (*bounds, Bound(tie, trigger, on, number)) if many else bounds
            lower = greatest(chosen, more, tops, [None] * len(chosen))
            if lower is not None:
                self._choose_bounds(chosen, more, lower, rest)

    def _check(self, chosen: tuple[Stretch, ...], bounds: tuple[Bound, ...]) -> None:
        sight = (*[stretch.kind for stretch in chosen], *[bound.number for bound in bounds])
        if sight in self._fulfilled:
            return
        self._fulfilled.add(sight)
        tops = tuple([stretch.last for stretch in chosen])
        numbers = range(len(chosen))
        for size in range(len(chosen) + 1):
            for free in combinations(numbers, size):
                within = [None if number in free else self._days[number] for number in numbers]
                found = greatest(chosen, bounds, tops, within)
                if found is not None:
                    for number in free:
                        if found[number] not in self._days[number]:
                            insort(self._days[number], found[number])
                    return


def greatest(
    chosen: Sequence[Stretch],
    bounds: Sequence[Bound],
    tops: Sequence[int],
    within: Sequence[Sequence[int] | None],
) -> tuple[int, ...] | None:
    """Return the latest day of each date, in its stretch and not after `tops`, with which all bounds are fulfilled.

    `within`: the days to take for each date, None: any. None is returned where no days fulfil the bounds.
    """
    days = [_floor(top, some) for top, some in zip(tops, within, strict=True)]
    for day, stretch in zip(days, chosen, strict=True):
        if day < stretch.first:
            return None
    steps = 0
    moved = True
    while moved:
        moved = False
        steps += 1
        if steps > MOST_STEPS:
            return None
        for bound in bounds:
            trigger, on, number = bound.trigger, bound.on, bound.number
            ends = bound.tie.bounds(days[trigger])
            if number < len(ends) and ends[number] < days[on]:
                days[on] = _floor(ends[number], within[on])
                moved = True
                if days[on] < chosen[on].first:
                    return None
                ends = bound.tie.bounds(days[trigger])
            if number and ends[number - 1] >= days[on]:
                first = chosen[trigger].first
                before = _last_before(bound.tie, number - 1, days[on], days[trigger], first)
                days[trigger] = _floor(before, within[trigger])
                moved = True
                if days[trigger] < first:
                    return None
    return tuple(days)


def _floor(day: int, within: Sequence[int] | None) -> int:
    """Return the last of some days that is not after a day, 0 where there is none."""
    if within is None:
        return day
    place = bisect_right(within, day)
    return within[place - 1] if place else 0


def _last_before(tie: Tie, number: int, limit: int, day: int, first: int) -> int:
    """Return the last trigger day, before `day`, whose bound lies before a limit; before `first` where there is none."""
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
