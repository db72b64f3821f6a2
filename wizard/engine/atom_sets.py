# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The states in which a condition on facts is true, and those in which it is false.

A deadline rule with several dates and a table has millions of combinations of values, but it sees little of them: of
its triggers the one that counts, of a key the cells of its row. So facts are taken one after the other, in the order of
the diagram's variables, and what the condition has seen so far is all that is remembered of them.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation
from wizard.engine.diagrams import EMPTY, FULL, Diagrams, Set
from wizard.engine.held_rules import cells_seen
from wizard.model.condition import DeadlineIs
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId

#: How values are numbered in a diagram: not asked, left open, then the values of the fact.
NOT_ASKED, OPEN, FIRST_VALUE = 0, 1, 2


class Seen(NamedTuple):
    """What a condition has seen of the facts so far: the trigger that counts, and all else that it reads as it is."""

    start: tuple[FactId, date] | None = None
    others: tuple[tuple[FactId, AnswerValue], ...] = ()


class AtomSets:
    """Reads one condition on every combination of the values of its facts, not known ones included."""

    def __init__(
        self,
        atom: Atom,
        today: date,
        values: Mapping[FactId, Sequence[AnswerValue]],
        variable: Mapping[FactId, int],
        diagrams: Diagrams,
    ) -> None:
        """Take the values of each fact and its variable in the diagrams; facts without one are never known."""
        self._atom = atom
        self._today = today
        self._diagrams = diagrams
        self._names = sorted([fact for fact in atom.facts if fact in variable], key=variable.__getitem__)
        self._variables = [variable[name] for name in self._names]
        self._values = {name: self._grouped(name, values[name]) for name in self._names}
        self._done: dict[tuple[int, Seen], tuple[Set, Set]] = {}
        condition = atom.condition
        rule = atom.index.rules[condition.rule] if isinstance(condition, DeadlineIs) else None
        self._pick = "only" if rule is None else rule.pick
        careful = rule.cautious.trigger if rule is not None and rule.cautious is not None else None
        # A date that is read beside being a trigger is kept as it is, even where another trigger counts.
        apart = {careful, condition.on if isinstance(condition, DeadlineIs) else None}
        self._apart = {name for name in self._names if name in apart}
        self._triggers = () if rule is None else rule.trigger
        self._stand_in = next((name for name in self._triggers if name not in apart), None)
        plain = [name in self._triggers and name not in apart and self._pick != "only" for name in self._names]
        self._only_triggers_from = next((at for at in range(len(plain) + 1) if all(plain[at:])), 0)
        days = {day for name in self._triggers for day in self._values.get(name, ()) if isinstance(day, date)}
        self._days = sorted(days)
        self._alike: dict[tuple[tuple[FactId, AnswerValue], ...], dict[date, date]] = {}

    def find(self) -> tuple[Set, Set]:
        """Return the states in which the condition is true and those in which it is false."""
        return self._from(0, Seen())

    def _grouped(self, fact: FactId, values: Sequence[AnswerValue]) -> list[AnswerValue]:
        """Return for each value one that stands for it: the first for which a rule reads the same cells."""
        condition = self._atom.condition
        if not isinstance(condition, DeadlineIs) or self._atom.index.facts[fact].kind == "date":
            return list(values)
        rule, index = self._atom.index.rules[condition.rule], self._atom.index
        first: dict[object, AnswerValue] = {}
        return [first.setdefault(cells_seen(index, rule, fact, value), value) for value in values]

    def _from(self, depth: int, seen: Seen) -> tuple[Set, Set]:
        """Return both sets over the facts from one on, after what was seen of those before it."""
        if depth == len(self._names):
            truth = self._truth(seen)
            return (FULL, EMPTY) if truth else (EMPTY, EMPTY if truth is None else FULL)
        found = self._done.get((depth, seen))
        if found is None:
            name, variable = self._names[depth], self._variables[depth]
            left_open = self._from(depth + 1, seen)
            after = [self._from(depth + 1, self._with(depth, seen, value)) for value in self._values[name]]
            # What was not asked is as little known as what was left open.
            true, false = zip(left_open, left_open, *after, strict=True)
            found = self._diagrams.node(variable, true), self._diagrams.node(variable, false)
            self._done[depth, seen] = found
        return found

    def _with(self, depth: int, seen: Seen, value: AnswerValue) -> Seen:
        """Return what has been seen once the fact at a depth has a value too."""
        name = self._names[depth]
        if name not in self._triggers or not isinstance(value, date):
            start, others = seen.start, (*seen.others, (name, value))
        else:
            start = self._counting((name, value), seen.start)
            others = (*seen.others, (name, value)) if name in self._apart else seen.others
        if start is not None and self._only_triggers_from <= depth + 1 < len(self._names):
            start = start[0], self._days_alike(start[0], others)[start[1]]
        return Seen(start, others)

    def _days_alike(self, name: FactId, others: tuple[tuple[FactId, AnswerValue], ...]) -> dict[date, date]:
        """Return for each trigger day the first of its neighbours that give the same truth, all else being known.

        Whichever of two triggers counts, it counts as well by the first of its neighbours.
        """
        found = self._alike.get(others)
        if found is None:
            found = self._alike[others] = {}
            first, truth = None, None
            for day in self._days:
                here = self._truth(Seen((name, day), others))
                if first is None or here != truth:
                    first, truth = day, here
                found[day] = first
        return found

    def _counting(self, one: tuple[FactId, date], other: tuple[FactId, date] | None) -> tuple[FactId, date]:
        """Return the trigger that counts. Where only its day matters it goes by one name, whichever it was."""
        both = (one,) if other is None else (one, other)
        if self._pick == "only":
            return min(both, key=lambda each: self._triggers.index(each[0]))
        name, day = (min if self._pick == "earliest" else max)(both, key=lambda each: each[1])
        return self._stand_in or name, day

    def _truth(self, seen: Seen) -> bool | None:
        known = dict(seen.others) if seen.start is None else dict([seen.start, *seen.others])
        return self._atom.test.truth(Situation(known, {}, self._today))
