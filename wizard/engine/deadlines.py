# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of a deadline rule, and where a day stands against them.

A period counts from the day after its trigger. A last day has a plain count (*raw*), a safe date before it (*act by*)
and the date that a court might still accept (*latest*). A first day has a plain count and the safe day after it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple, assert_never, get_args

from wizard.engine.calendars import ClosedDays
from wizard.engine.law import Law
from wizard.engine.periods import moved
from wizard.model.deadline import Deadline, DeadlineRule, Period, Shortest, Span, TableSpan, Unit
from wizard.model.fact import AnswerValue
from wizard.model.names import ColumnId, FactId, TableId
from wizard.model.status import DeadlineState
from wizard.model.table import Row

DAY: Final = timedelta(days=1)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)


class Count(NamedTuple):
    """The dates of a rule: `act_by` the safe date, `raw` the plain count, `latest` what a court might still accept."""

    act_by: date
    raw: date
    latest: date | None
    mail_by: date | None


def count(rule: DeadlineRule, known: Mapping[FactId, AnswerValue], law: Law) -> Count | None:
    """Return the dates of a rule on the facts established so far.

    None where they cannot be counted: the rule has no trigger, a date or a table's key is open or not asked (of several
    triggers: all of them), the table has no such row or cell, or a date falls outside the years 1 to 9999.
    """
    start = _start(rule, known)
    closed = law.calendars.get(rule.calendar)
    if start is None or closed is None:
        return None
    raw = _end(rule.period, start, known, law, closed)
    if raw is None:
        return None
    cautious = raw if rule.cautious is None else _cautious(rule, start, known, law, closed)
    if cautious is None:
        return None if _lacks_cautious_date(rule, known) else _dates(rule, raw, raw, closed)
    return _dates(rule, raw, cautious, closed)


def state_of(rule: DeadlineRule, counted: Count | None, on: date) -> DeadlineState:
    """Return where the day `on` stands against the rule."""
    if counted is None:
        return DeadlineState.NOT_KNOWN
    if rule.role == "first-day":
        return DeadlineState.TOO_EARLY if on < counted.act_by else DeadlineState.OPEN
    if on <= counted.act_by:
        return DeadlineState.OPEN
    if on <= counted.raw:
        return DeadlineState.LAST_DAYS
    if counted.latest is not None and on <= counted.latest:
        return DeadlineState.DOUBTFUL
    return DeadlineState.PAST


def deadline(rule: DeadlineRule, counted: Count | None, today: date, findings: tuple[str, ...]) -> Deadline:
    """Return the deadline that is shown; `findings` are the node keys that brought it in."""
    state = state_of(rule, counted, today)
    if counted is None:
        return Deadline(rule.id, rule.role, None, None, None, None, state, None, findings)
    act_by, raw, latest, mail_by = counted
    return Deadline(rule.id, rule.role, act_by, raw, latest, mail_by, state, (act_by - today).days, findings)


def facts_of(rule: DeadlineRule) -> tuple[FactId, ...]:
    """Return all facts that the dates of a rule depend on: its triggers, the keys of its tables, and the cautious ones.

    The facts of `applies` are not among them: they decide whether the rule is shown, not its dates.
    """
    facts = [*rule.trigger, *_keys(rule.period)]
    if rule.cautious is not None:
        if rule.cautious.trigger is not None:
            facts.append(rule.cautious.trigger)
        if rule.cautious.period is not None:
            facts.extend(_keys(rule.cautious.period))
    return tuple(dict.fromkeys(facts))


def cells_of(rule: DeadlineRule, fact: FactId) -> tuple[tuple[TableId, ColumnId], ...]:
    """Return the tables and columns that the dates of a rule read in the row that a fact names."""
    periods = [rule.period]
    if rule.cautious is not None and rule.cautious.period is not None:
        periods.append(rule.cautious.period)
    spans = [span for period in periods for span in _table_spans(period) if span.by == fact]
    found = [
        (span.table, column)
        for span in spans
        for column in (span.column, span.unit_column, span.days_column, span.old_column, span.old_through_column)
        if column is not None
    ]
    return tuple(dict.fromkeys(found))


def _keys(period: Period) -> Iterator[FactId]:
    return (span.by for span in _table_spans(period))


def _table_spans(period: Period) -> Iterator[TableSpan]:
    match period:
        case Span():
            return
        case TableSpan():
            yield period
        case Shortest():
            for part in period.of:
                yield from _table_spans(part)
        case _:
            assert_never(period)


def _start(rule: DeadlineRule, known: Mapping[FactId, AnswerValue]) -> date | None:
    """Return the date that the rule counts from, of those of its triggers that are known."""
    dates = [day for fact in rule.trigger if isinstance(day := known.get(fact), date)]
    if not dates:
        return None
    if rule.pick == "only":
        return dates[0]
    return min(dates) if rule.pick == "earliest" else max(dates)


def _cautious(
    rule: DeadlineRule, start: date, known: Mapping[FactId, AnswerValue], law: Law, closed: ClosedDays
) -> date | None:
    """Return the plain count on the more careful view of the law, None where it cannot be counted."""
    cautious = rule.cautious
    if cautious is None:
        return None
    since = start if cautious.trigger is None else known.get(cautious.trigger)
    if not isinstance(since, date):
        return None
    return _end(rule.period if cautious.period is None else cautious.period, since, known, law, closed)


def _lacks_cautious_date(rule: DeadlineRule, known: Mapping[FactId, AnswerValue]) -> bool:
    """Return whether the more careful count waits for a date.

    Then no date can be called safe. A table without a careful period is different: there is only one view of the law.
    """
    trigger = rule.cautious.trigger if rule.cautious is not None else None
    return trigger is not None and not isinstance(known.get(trigger), date)


def _dates(rule: DeadlineRule, raw: date, cautious: date, closed: ClosedDays) -> Count | None:
    try:
        if rule.role == "first-day":
            return Count(max(raw, cautious) + DAY, raw, None, None)
        plain = min(raw, cautious)
        act_by = closed.last_open_before(plain if rule.early == 1 else plain + timedelta(days=1 - rule.early))
        rolls = rule.latest == "roll-forward" and not rule.practice
        latest = closed.roll_forward(raw) if rolls else None
        mailing = rule.mail_by_days_before
        return Count(act_by, raw, latest, None if mailing is None else act_by - timedelta(days=mailing))
    except OverflowError:
        return None


def _end(period: Period, start: date, known: Mapping[FactId, AnswerValue], law: Law, closed: ClosedDays) -> date | None:
    """Return the last day of a period that counts from the day after `start`, None where it cannot be counted."""
    match period:
        case Span():
            return _after(start, closed, period.years, period.months, period.days, period.working_days)
        case TableSpan():
            rows = law.tables.get(period.table, {})
            key = known.get(period.by)
            if isinstance(key, str):
                return _row_end(period, rows.get(key), start, closed)
            if isinstance(key, frozenset):
                return _earliest(_row_end(period, rows.get(one), start, closed) for one in key)
            return None
        case Shortest():
            return _earliest(_end(part, start, known, law, closed) for part in period.of)
        case _:
            assert_never(period)


def _earliest(ends: Iterator[date | None]) -> date | None:
    return min((end for end in ends if end is not None), default=None)


def _row_end(period: TableSpan, row: Row | None, start: date, closed: ClosedDays) -> date | None:
    """Return the last day of the period that a row of a table gives, None where a cell that it needs is missing."""
    if row is None:
        return None
    length = row.cells.get(_length_column(period, row, start))
    unit = period.unit if period.unit_column is None else row.cells.get(period.unit_column)
    more_days = 0 if period.days_column is None else row.cells.get(period.days_column) or 0
    if not isinstance(length, int) or not isinstance(more_days, int) or length < 0 or more_days < 0:
        return None
    if unit not in UNITS:
        return None
    years, months, days, working_days = [length if unit == one else 0 for one in UNITS]
    return _after(start, closed, years, months, days + more_days, working_days)


def _length_column(period: TableSpan, row: Row, start: date) -> str:
    """Return the column that gives the length: the old law's where the trigger is on or before its last day."""
    if period.old_column is None or period.old_through_column is None:
        return period.column
    through = row.cells.get(period.old_through_column)
    return period.old_column if isinstance(through, str) and start.isoformat() <= through else period.column


def _after(
    start: date, closed: ClosedDays, years: int = 0, months: int = 0, days: int = 0, working_days: int = 0
) -> date | None:
    try:
        end = moved(start, years, months, days)
        return closed.add_working_days(end, working_days) if working_days else end
    except OverflowError:
        return None
