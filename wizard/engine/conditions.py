# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Truth of a condition on what is known: true, false, or not known yet (None). Kleene's strong three-valued logic."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from wizard.engine.counts import Counts
from wizard.engine.deadlines import facts_of, state_of
from wizard.engine.law import Law
from wizard.engine.periods import moved
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
    NamedCondition,
    Not,
    NumberIs,
    StatusIs,
    TableIs,
)
from wizard.model.deadline import DeadlineRule, Span, TableSpan
from wizard.model.fact import AnswerValue
from wizard.model.names import ChoiceId, ClaimId, ConditionId, DeadlineRuleId, FactId
from wizard.model.status import BADNESS, DeadlineState, Status

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What a condition is read against: facts established so far, lines reached so far, and the day of the walk."""

    known: Mapping[FactId, AnswerValue]
    statuses: Mapping[ClaimId, Status]
    today: date


@dataclass(frozen=True, slots=True)
class Test:
    """A condition made ready: `truth` reads it; `facts` and `claims` are all that it can depend on.

    `settles`: once it is true or false, further facts cannot change that (it does not ask whether a fact is known).
    """

    truth: Callable[[Situation], Truth]
    facts: tuple[FactId, ...]
    claims: tuple[ClaimId, ...]
    settles: bool = True


class ConditionCycleError(ValueError):
    """A named condition that names itself, directly or through others."""


class Compiler:
    """Turns conditions into tests; raises KeyError for a name that stands for nothing."""

    def __init__(
        self, named: Iterable[NamedCondition], rules: Mapping[DeadlineRuleId, DeadlineRule], law: Law, counts: Counts
    ) -> None:
        self._named = {condition.id: condition.when for condition in named}
        self._rules = rules
        self._law = law
        self._counts = counts
        self._compiled: dict[ConditionId, Test] = {}
        self._open: list[ConditionId] = []

    def compile(self, condition: Condition) -> Test:  # noqa: C901, PLR0911, PLR0912 (one case a kind of condition)
        """Return the condition as a test.

        Raises:
            ConditionCycleError: a named condition contains itself.
            KeyError: a condition, rule or table that does not exist.
        """
        match condition:
            case FactIn():
                return _fact_in(condition)
            case FactHas():
                return _fact_has(condition)
            case NumberIs():
                return _number_is(condition)
            case DateIs():
                return _date_is(condition)
            case TableIs():
                return self._table_is(condition)
            case DeadlineIs():
                return self._deadline_is(condition)
            case StatusIs():
                return _status_is(condition)
            case Known():
                fact = condition.fact
                return Test(lambda now: fact in now.known, (fact,), (), settles=False)
            case Named():
                return self._by_name(condition.condition)
            case All():
                return _all([self.compile(part) for part in condition.of])
            case AnyOf():
                return _any([self.compile(part) for part in condition.of])
            case Not():
                return _not(self.compile(condition.of))
            case _:
                assert_never(condition)

    def _by_name(self, name: ConditionId) -> Test:
        test = self._compiled.get(name)
        if test is None:
            if name in self._open:
                raise ConditionCycleError(name)
            self._open.append(name)
            try:
                test = self._compiled[name] = self.compile(self._named[name])
            finally:
                self._open.pop()
        return test

    def _table_is(self, condition: TableIs) -> Test:
        rows = self._law.tables[condition.table]
        fact, column, among = condition.by, condition.column, frozenset(str(value) for value in condition.among)
        truths: dict[str, Truth] = {}
        for key, row in rows.items():
            cell = row.cells.get(column)
            truths[key] = None if cell is None else str(cell) in among

        def truth(now: Situation) -> Truth:
            value = now.known.get(fact)
            if isinstance(value, str):
                return truths.get(value)
            if isinstance(value, frozenset):
                return _any_truth(truths.get(key) for key in sorted(value))
            return None

        return Test(truth, (fact,), ())

    def _deadline_is(self, condition: DeadlineIs) -> Test:
        rule, on, most = self._rules[condition.rule], condition.on, condition.days_left
        count = self._counts.of(rule)
        states = frozenset(condition.states)

        def truth(now: Situation) -> Truth:
            day = now.today if on == "today" else now.known.get(on)
            counted = count(now.known)
            if not isinstance(day, date) or counted is None:
                return True if DeadlineState.NOT_KNOWN in states else None
            if state_of(rule, counted, day) not in states:
                return False
            return most is None or (counted.act_by - day).days <= most

        facts = facts_of(rule) if on == "today" else (*facts_of(rule), on)
        settles = DeadlineState.NOT_KNOWN not in states and _settles(rule)
        return Test(truth, tuple(dict.fromkeys(facts)), (), settles=settles)


def _settles(rule: DeadlineRule) -> bool:
    """Return whether further facts leave the dates of a rule as they are, once it could be counted."""
    needed = {rule.period.by} if isinstance(rule.period, TableSpan) else set()
    periods = (rule.period, rule.cautious.period if rule.cautious is not None else None)
    return rule.pick == "only" and all(
        period is None or isinstance(period, Span) or (isinstance(period, TableSpan) and period.by in needed)
        for period in periods
    )


def _fact_in(condition: FactIn) -> Test:
    fact, among = condition.fact, frozenset(condition.among)

    def truth(now: Situation) -> Truth:
        value = now.known.get(fact)
        return None if value is None else value in among

    return Test(truth, (fact,), ())


def _fact_has(condition: FactHas) -> Test:
    fact = condition.fact
    any_of = None if condition.any_of is None else frozenset(condition.any_of)
    all_of = frozenset(condition.all_of or ())
    none_but = None if condition.none_but is None else frozenset(condition.none_but)
    if any_of is not None and not all_of and none_but is None:
        return Test(_has_any(fact, any_of), (fact,), ())

    def truth(now: Situation) -> Truth:
        value = now.known.get(fact)
        if not isinstance(value, frozenset):
            return None
        if any_of is not None and value.isdisjoint(any_of):
            return False
        return all_of <= value and (none_but is None or value <= none_but)

    return Test(truth, (fact,), ())


def _has_any(fact: FactId, any_of: frozenset[ChoiceId]) -> Callable[[Situation], Truth]:
    def truth(now: Situation) -> Truth:
        value = now.known.get(fact)
        return not value.isdisjoint(any_of) if isinstance(value, frozenset) else None

    return truth


def _number_is(condition: NumberIs) -> Test:
    fact, least, most = condition.fact, condition.at_least, condition.at_most

    def truth(now: Situation) -> Truth:
        value = now.known.get(fact)
        if value is None or isinstance(value, str | frozenset | date):
            return None
        return (least is None or value >= least) and (most is None or value <= most)

    return Test(truth, (fact,), ())


def _date_is(condition: DateIs) -> Test:
    fact, since, before = condition.fact, condition.since, condition.before

    def truth(now: Situation) -> Truth:
        value = now.known.get(fact)
        if not isinstance(value, date):
            return None
        return (since is None or value >= _day(since, now.today)) and (
            before is None or value < _day(before, now.today)
        )

    return Test(truth, (fact,), ())


def _day(moment: date | FromToday, today: date) -> date:
    if isinstance(moment, date):
        return moment
    return moved(today, moment.years, moment.months, moment.days)


def _status_is(condition: StatusIs) -> Test:
    claim = condition.claim
    rank = BADNESS[condition.status]
    match condition.test:
        case "is":
            wanted = frozenset({condition.status})
        case "or-better":
            wanted = frozenset(status for status in Status if BADNESS[status] <= rank)
        case "or-worse":
            wanted = frozenset(status for status in Status if BADNESS[status] >= rank)
    return Test(lambda now: now.statuses.get(claim) in wanted, (), (claim,), settles=False)


def _all(tests: list[Test]) -> Test:
    truths = [test.truth for test in tests]

    def truth(now: Situation) -> Truth:
        result: Truth = True
        for part in truths:
            value = part(now)
            if value is False:
                return False
            if value is None:
                result = None
        return result

    return _combined(truth, tests)


def _any(tests: list[Test]) -> Test:
    truths = [test.truth for test in tests]

    def truth(now: Situation) -> Truth:
        result: Truth = False
        for part in truths:
            value = part(now)
            if value:
                return True
            if value is None:
                result = None
        return result

    return _combined(truth, tests)


def _any_truth(values: Iterable[Truth]) -> Truth:
    result: Truth = False
    for value in values:
        if value:
            return True
        if value is None:
            result = None
    return result


def _not(test: Test) -> Test:
    inner = test.truth

    def truth(now: Situation) -> Truth:
        value = inner(now)
        return None if value is None else not value

    return Test(truth, test.facts, test.claims, test.settles)


def _combined(truth: Callable[[Situation], Truth], tests: list[Test]) -> Test:
    facts = dict.fromkeys(fact for test in tests for fact in test.facts)
    claims = dict.fromkeys(claim for test in tests for claim in test.claims)
    return Test(truth, tuple(facts), tuple(claims), all(test.settles for test in tests))
