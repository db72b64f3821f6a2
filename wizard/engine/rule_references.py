# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether deadline rules, tables and calendars refer to what exists."""

from datetime import date
from typing import assert_never

from wizard.engine.condition_references import ConditionReferences
from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.uses import Uses
from wizard.model.deadline import DeadlineRule, Period, Shortest, TableSpan
from wizard.model.fact import Choice
from wizard.model.names import ColumnId
from wizard.model.problem import Place
from wizard.model.table import Cell, Column, FixedHoliday, Table

LEAP_YEAR = 2024


class RuleReferences:
    """Checks the deadline rules, tables and calendars of a collection."""

    def __init__(self, index: CollectionIndex, found: ProblemList, uses: Uses, conditions: ConditionReferences) -> None:
        self._index = index
        self._found = found
        self._uses = uses
        self._conditions = conditions
        self._tables = {table.id: table for table in index.collection.tables}

    def check(self) -> None:
        """Report what they refer to in vain, rows that are missing, and holidays on days that do not exist."""
        for rule in self._index.collection.manifest.deadline_rules:
            self._rule(rule, Place(file="collection.json", item=rule.id))
        for table in self._index.collection.tables:
            self._table(table)
        for calendar in self._index.collection.calendars:
            for holiday in calendar.holidays:
                if isinstance(holiday, FixedHoliday) and not _exists(holiday):
                    place = Place(file=f"calendars/{calendar.id}", item=holiday.name.en)
                    self._found.error("holiday-impossible", place, "There is no such day", "Give a day that exists")
                if isinstance(holiday, FixedHoliday) and holiday.every_years > 1 and holiday.since is None:
                    place = Place(file=f"calendars/{calendar.id}", item=holiday.name.en)
                    message = f"It comes every {holiday.every_years} years, and no first year says which"
                    self._found.error("holiday-without-start", place, message, "Give a year of it in “since”")

    def _rule(self, rule: DeadlineRule, place: Place) -> None:
        self._uses.calendar(rule.calendar, place)
        self._uses.pins(rule.authorities, place)
        triggers = (*rule.trigger, *([rule.cautious.trigger] if rule.cautious and rule.cautious.trigger else []))
        for fact in triggers:
            if self._uses.fact(fact, place) and self._index.facts[fact].kind != "date":
                message = f"The trigger “{fact}” is not a date"
                self._found.error("fact-kind-wrong", place, message, "Name a date fact")
        self._period(rule.period, place)
        if rule.cautious and rule.cautious.period:
            self._period(rule.cautious.period, place)
        if rule.applies is not None:
            self._conditions.check(rule.applies, place)
        if rule.pick == "only" and len(rule.trigger) > 1:
            message = "It has several triggers and does not say which counts"
            self._found.error("trigger-unclear", place, message, "Pick the earliest or the latest")

    def _period(self, period: Period, place: Place) -> None:
        if isinstance(period, Shortest):
            for part in period.of:
                self._period(part, place)
        elif isinstance(period, TableSpan):
            if self._uses.fact(period.by, place) and self._index.facts[period.by].kind not in ("one-of", "any-of"):
                message = f"The fact “{period.by}” has no choices, so no row of the table can be found by it"
                self._found.error("fact-kind-wrong", place, message, "Name a fact with choices")
            if self._uses.table(period.table, place):
                columns = (period.column, period.unit_column, period.days_column)
                old = (period.old_column, period.old_through_column)
                self._columns(self._tables[period.table], (*columns, *old), place)
            if period.unit is None and period.unit_column is None:
                self._found.error("unit-missing", place, "The length has no unit", "Give a unit or a unit column")

    def _columns(self, table: Table, columns: tuple[ColumnId | None, ...], place: Place) -> None:
        known = {column.id for column in table.columns}
        for column in columns:
            if column is not None and column not in known:
                message = f"The table “{table.id}” has no column “{column}”"
                self._found.error("column-missing", place, message, "Add the column or name another")

    def _table(self, table: Table) -> None:
        place = Place(file=f"tables/{table.id}")
        choices = self._choices(table)
        if choices is None:
            message = "The table is keyed by a choice list or a fact that does not exist"
            self._found.error("table-key-missing", place, message, "Name a choice list or a fact with choices")
            return
        rows = {row.key for row in table.rows}
        for key in sorted(rows - {choice.id for choice in choices}):
            row_place = place.model_copy(update={"item": key})
            self._found.error("choice-missing", row_place, "The row is for no choice", "Take it out or rename it")
        for choice in choices:
            if choice.id not in rows:
                message = f"There is no row for “{choice.id}”"
                self._found.warning("table-row-missing", place, message, "Add the row; leave a cell empty if not known")
        for row in table.rows:
            row_place = place.model_copy(update={"item": row.key})
            self._uses.pins(row.authorities, row_place)
            self._columns(table, tuple(row.cells), row_place)
            for column in table.columns:
                if not _suits(column, row.cells.get(column.id)):
                    message = f"The cell in “{column.id}” is not a {column.kind}"
                    cell_place = row_place.model_copy(update={"field": column.id})
                    self._found.error("cell-wrong", cell_place, message, "Write it as the column's kind says")

    def _choices(self, table: Table) -> tuple[Choice, ...] | None:
        if table.choice_list is not None:
            self._uses.choice_list(table.choice_list)
            lists = {one.id: one.choices for one in self._index.collection.choice_lists}
            return lists.get(table.choice_list)
        return self._index.choices.get(table.fact or "") or None


def _suits(column: Column, cell: Cell) -> bool:
    """Return whether a cell is of its column's kind; an empty one always is."""
    match column.kind:
        case "number":
            return cell is None or isinstance(cell, int)
        case "date":
            return cell is None or (isinstance(cell, str) and _is_day(cell))
        case "choice":
            return cell is None or isinstance(cell, str)
        case "text":
            return True
        case _:
            assert_never(column.kind)


def _is_day(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _exists(holiday: FixedHoliday) -> bool:
    try:
        date(LEAP_YEAR, holiday.month, holiday.day)
    except ValueError:
        return False
    return True
