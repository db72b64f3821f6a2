# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which dates deadline rules tie to each other, and how many of them can be looked at together."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import prod

from wizard.engine.dates_together import Conflicts, Stretch, Tie, Together, ties_of
from wizard.engine.deadlines import facts_of
from wizard.engine.graph import CollectionIndex
from wizard.engine.held_rules import Counting, HeldRule, triggers_of
from wizard.model.names import FactId

#: Of dates that are too many to be looked at all together, so many are.
AT_LEAST = 3
#: More choices of stretches than this are not begun with, and after so many choices of bounds it is given up.
MOST_STRETCHES = 1_000
MOST_CHOICES = 250_000


class TiedDates:
    """The rules that are held against dates, each a tie between its triggers and that date."""

    def __init__(
        self,
        index: CollectionIndex,
        rules: Sequence[HeldRule],
        counting: Counting,
        stretches: Mapping[FactId, Sequence[Stretch]],
    ) -> None:
        """Take the rules held against dates and the stretches of each date."""
        self._index = index
        self._rules = rules
        self._counting = counting
        self._stretches = stretches
        self._pairs = {frozenset((trigger, one.on)) for one in rules for trigger in triggers_of(one.rule)}
        self._ties: dict[tuple[object, ...], list[Tie]] = {}
        self._conflicts: Conflicts = {}

    def complete(self, days: Mapping[FactId, list[int]]) -> frozenset[FactId]:
        """Add to the days of each date all that are lacking (see `dates_together`).

        The dates that hang together with too many others are returned; their days are not touched.
        """
        too_many: set[FactId] = set()
        for facts in self._hanging_together():
            before = {fact: list(days[fact]) for fact in facts}
            many = prod(len(self._stretches[fact]) for fact in facts)
            # What a few lack is found fast, and spares most of the search among all.
            if len(facts) <= AT_LEAST or many <= MOST_STRETCHES:
                self._complete_few(facts, days)
                if len(facts) <= AT_LEAST or self._complete(facts, days, MOST_CHOICES):
                    continue
            for fact in facts:
                days[fact][:] = before[fact]
            too_many.update(facts)
        return frozenset(too_many)

    def complete_few(self, facts: Container[FactId], days: Mapping[FactId, list[int]]) -> None:
        """Add to the days of some dates those that are lacking in any three of them."""
        for some in self._hanging_together():
            if some[0] in facts:
                self._complete_few(some, days)

    def _complete_few(self, facts: Sequence[FactId], days: Mapping[FactId, list[int]]) -> None:
        for size in range(1, AT_LEAST + 1):
            for some in combinations(facts, size):
                if self._reached(some[0], some) == set(some):
                    self._complete(some, days, None)

    def _complete(self, facts: Sequence[FactId], days: Mapping[FactId, list[int]], most: int | None) -> bool:
        return all(
            Together(facts, ties, self._stretches, days, self._conflicts).complete(most)
            for ties in self._ties_among(facts)
        )

    def _hanging_together(self) -> Iterator[tuple[FactId, ...]]:
        left = [fact for fact in self._stretches if any(fact in pair for pair in self._pairs)]
        while left:
            reached = self._reached(left[0], left)
            yield tuple(fact for fact in left if fact in reached)
            left = [fact for fact in left if fact not in reached]

    def _reached(self, first: FactId, among: Iterable[FactId]) -> set[FactId]:
        """Return the dates that ties lead to from one, all within some dates."""
        reached, found = {first}, {first}
        while found:
            found = {fact for fact in among if any(frozenset((fact, one)) in self._pairs for one in found)} - reached
            reached |= found
        return reached

    def _ties_among(self, facts: Sequence[FactId]) -> Iterator[list[Tie]]:
        """Yield the ties among dates, for all values of the keys that their rules tell apart."""
        among = [one for one in self._rules if one.on in facts and not set(triggers_of(one.rule)).isdisjoint(facts)]
        for keys in self._counting.keys(*[one.rule for one in among]) if among else ():
            ties: list[Tie] = []
            for held in among:
                own = {name: value for name, value in keys.items() if name in facts_of(held.rule)}
                key = (held.rule.id, held.on, *own.items())
                if key not in self._ties:
                    self._ties[key] = list(ties_of(held, own, self._index.law))
                ties += [tie for tie in self._ties[key] if tie.trigger in facts]
            yield ties
