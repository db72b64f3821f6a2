# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deadline rule held against a date: what its conditions say, as that date goes from the first day to the last."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, product

from wizard.engine.conditions import Truth
from wizard.engine.deadlines import Count, cells_of, count, facts_of, state_of
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import DeadlineIs
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue
from wizard.model.names import DeadlineRuleId, FactId
from wizard.model.status import DeadlineState

Truths = tuple[Truth, ...]
#: The last day (its ordinal) of each stretch of days on which all is the same, with what it is; in order.
Stretches = tuple[tuple[int, Truths], ...]
#: After every day.
NEVER = date.max.toordinal()


@dataclass(frozen=True)
class HeldRule:
    """A rule, the date that it is held against, and the conditions that do so."""

    rule: DeadlineRule
    on: FactId
    conditions: tuple[DeadlineIs, ...]

    def stretches(self, counted: Count | None) -> Stretches:
        """Return what the conditions say, for these dates of the rule, on each day that it may be held against."""
        if counted is None:
            unknown = [True if DeadlineState.NOT_KNOWN in one.states else None for one in self.conditions]
            return ((NEVER, tuple(unknown)),)
        act_by = counted.act_by.toordinal()
        ends = {act_by - 1, act_by, counted.raw.toordinal(), NEVER}
        if counted.latest is not None:
            ends.add(counted.latest.toordinal())
        ends |= {act_by - one.days_left - 1 for one in self.conditions if one.days_left is not None}
        read = [(end, self.truths(counted, end)) for end in sorted(ends) if end > 0]
        return tuple([list(same)[-1] for _, same in groupby(read, key=lambda one: one[1])])

    def truths(self, counted: Count, day: int) -> Truths:
        """Return what the conditions say on one day."""
        state = state_of(self.rule, counted, date.fromordinal(day))
        left = counted.act_by.toordinal() - day
        return tuple(
            [state in one.states and (one.days_left is None or left <= one.days_left) for one in self.conditions]
        )

    def bounds(self, counted: Count | None, *, safe_only: bool = False) -> tuple[int, ...]:
        """Return the last days (ordinals) after which what the conditions say can change, in their order.

        There are as many whatever the dates of the rule are; none where it could not be counted. `safe_only`: leave out
        those that do not go by the safe date.
        """
        if counted is None:
            return ()
        act_by = counted.act_by.toordinal()
        found = [act_by - left - 1 for left in {one.days_left for one in self.conditions} if left is not None]
        if self.rule.role == "first-day":
            ends = {(DeadlineState.TOO_EARLY, DeadlineState.OPEN): act_by - 1}
        else:
            ends = {(DeadlineState.OPEN, DeadlineState.LAST_DAYS): act_by}
            if not safe_only and counted.latest is None:
                ends[DeadlineState.LAST_DAYS, DeadlineState.PAST] = counted.raw.toordinal()
            elif not safe_only and counted.latest is not None:
                ends[DeadlineState.LAST_DAYS, DeadlineState.DOUBTFUL] = counted.raw.toordinal()
                ends[DeadlineState.DOUBTFUL, DeadlineState.PAST] = counted.latest.toordinal()
        found += [end for (before, after), end in ends.items() if self._tells(before, after)]
        return tuple(sorted(found))

    def _tells(self, before: DeadlineState, after: DeadlineState) -> bool:
        return any((before in one.states) != (after in one.states) for one in self.conditions)

    def standing(self, counted: Count | None, day: int) -> object:
        """Return the state of the rule, and which conditions have few enough days left; None: not known.

        As long as the law stays the same, a later trigger never brings an earlier standing back.
        """
        if counted is None:
            return None
        left = counted.act_by.toordinal() - day
        within = [one.days_left is None or left <= one.days_left for one in self.conditions]
        return state_of(self.rule, counted, date.fromordinal(day)), *within


def held_rules(conditions: Iterable[DeadlineIs], index: CollectionIndex) -> tuple[HeldRule, ...]:
    """Return the rules that conditions hold against a date, each with all that hold it against the same one."""
    found: dict[tuple[DeadlineRuleId, FactId], list[DeadlineIs]] = {}
    for condition in conditions:
        found.setdefault((condition.rule, condition.on), []).append(condition)
    return tuple(HeldRule(index.rules[rule], on, tuple(same)) for (rule, on), same in found.items())


def at(stretches: Stretches, day: int) -> Truths:
    """Return what is said on a day."""
    return stretches[bisect_left(stretches, (day,))][1]


def triggers_of(rule: DeadlineRule) -> tuple[FactId, ...]:
    """Return the dates that a rule counts from, that of its more careful count included."""
    careful = rule.cautious.trigger if rule.cautious is not None else None
    return rule.trigger if careful is None else tuple(dict.fromkeys((*rule.trigger, careful)))


class Counting:
    """Counts rules once for the same dates and rows; it remembers as long as it lives itself."""

    def __init__(self, index: CollectionIndex, values: Mapping[FactId, Sequence[AnswerValue]]) -> None:
        """Take the values that the facts beside dates may have."""
        self._index = index
        self._values = values
        self._keys: dict[tuple[DeadlineRuleId, ...], tuple[Mapping[FactId, AnswerValue], ...]] = {}
        self._counted: dict[tuple[object, ...], Count | None] = {}

    def of(self, rule: DeadlineRule, known: Mapping[FactId, AnswerValue]) -> Count | None:
        """Return the dates of a rule."""
        key = (rule.id, *[known.get(fact) for fact in facts_of(rule)])
        if key not in self._counted:
            self._counted[key] = count(rule, known, self._index.law)
        return self._counted[key]

    def keys(self, *rules: DeadlineRule) -> tuple[Mapping[FactId, AnswerValue], ...]:
        """Return combinations of the keys of rules, one of those for which they read the same cells.

        A key is left open only where a rule can do without it.
        """
        among = tuple(dict.fromkeys(rule.id for rule in rules))
        found = self._keys.get(among)
        if found is None:
            found = self._keys[among] = tuple(self._find_keys([self._index.rules[rule] for rule in among]))
        return found

    def _find_keys(self, rules: Sequence[DeadlineRule]) -> Iterator[Mapping[FactId, AnswerValue]]:
        can_lack = any(rule.cautious is not None or rule.period.kind == "shortest" for rule in rules)
        names = [
            name for name in dict.fromkeys(fact for rule in rules for fact in facts_of(rule)) if name in self._values
        ]
        choices: list[list[AnswerValue | None]] = []
        for name in names:
            told_apart: dict[object, AnswerValue] = {}
            for value in self._values[name]:
                told_apart.setdefault(tuple([cells_seen(self._index, rule, name, value) for rule in rules]), value)
            choices.append([*([None] if can_lack else []), *told_apart.values()])
        for values in product(*choices):
            yield {name: value for name, value in zip(names, values, strict=True) if value is not None}


def cells_seen(index: CollectionIndex, rule: DeadlineRule, fact: FactId, value: AnswerValue) -> frozenset[object]:
    """Return the cells of the rows that a value names, as far as the dates of the rule read them."""
    keys = value if isinstance(value, frozenset) else [value]
    cells = cells_of(rule, fact)
    found: set[object] = set()
    for key in keys:
        rows = [index.law.tables.get(table, {}).get(str(key)) for table, _ in cells]
        read = [None if row is None else (row.cells.get(column),) for row, (_, column) in zip(rows, cells, strict=True)]
        found.add(tuple(read))
    return frozenset(found)
