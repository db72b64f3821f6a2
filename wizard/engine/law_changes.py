# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last days of old law that the tables of a deadline rule name."""

from collections.abc import Iterator
from datetime import date

from wizard.engine.law import Law
from wizard.model.deadline import DeadlineRule, Period, Shortest, TableSpan


def law_changes(rule: DeadlineRule, law: Law) -> frozenset[date]:
    """Return the last day of each old law that a rule counts by; its counts may go back after such a day."""
    periods = [rule.period]
    if rule.cautious is not None and rule.cautious.period is not None:
        periods.append(rule.cautious.period)
    return frozenset(day for period in periods for day in _changes(period, law))


def _changes(period: Period, law: Law) -> Iterator[date]:
    if isinstance(period, Shortest):
        for part in period.of:
            yield from _changes(part, law)
    elif isinstance(period, TableSpan) and period.old_through_column is not None:
        for row in law.tables.get(period.table, {}).values():
            cell = row.cells.get(period.old_through_column)
            if isinstance(cell, str):
                try:
                    yield date.fromisoformat(cell)
                except ValueError:
                    # A cell that is no date is reported by `check`; the count reads it as text.
                    continue
