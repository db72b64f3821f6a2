# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of deadline rules, each counted once for the same dates and keys.

A walk asks for the dates of one rule at several gates and on the board, and exploring a tree asks for the same ones
tens of thousands of times.
"""

from collections.abc import Callable, Mapping

from wizard.engine.deadlines import Count, count, facts_of
from wizard.engine.law import Law
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import AnswerValue
from wizard.model.names import DeadlineRuleId, FactId

#: Counts of one rule that are kept; about 300 bytes each.
MOST_KEPT = 20_000

Counted = Callable[[Mapping[FactId, AnswerValue]], Count | None]


class Counts:
    """The rules of a collection on its law, with what was counted before."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._by_rule: dict[DeadlineRuleId, Counted] = {}

    def of(self, rule: DeadlineRule) -> Counted:
        """Return the function from known facts to the dates of a rule; see `deadlines.count`."""
        found = self._by_rule.get(rule.id)
        if found is None:
            found = self._by_rule[rule.id] = _remembering(rule, self._law)
        return found


def _remembering(rule: DeadlineRule, law: Law) -> Counted:
    facts = facts_of(rule)
    kept: dict[tuple[AnswerValue, ...], Count | None] = {}

    def counted(known: Mapping[FactId, AnswerValue]) -> Count | None:
        key = tuple([known.get(fact) for fact in facts])
        if key in kept:
            return kept[key]
        if len(kept) >= MOST_KEPT:
            kept.clear()
        result = kept[key] = count(rule, known, law)
        return result

    return counted
