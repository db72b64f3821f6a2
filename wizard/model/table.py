# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of law by choice, and the calendars of court systems."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from wizard.model.authority import Pin, Seen
from wizard.model.names import CalendarId, ChoiceId, ChoiceListId, ColumnId, FactId, TableId
from wizard.model.text import Text
from wizard.model.value import Value

Cell = int | str | Text | None


class Column(Value):
    """A column of a table; a *choice* or *date* cell is written as text (`dc`, `2024-07-01`)."""

    id: ColumnId
    title: Text
    kind: Literal["number", "text", "choice", "date"]


class Row(Value):
    """The values for one choice, with the authorities they rest on and how they were checked."""

    key: ChoiceId
    cells: dict[ColumnId, Cell]
    authorities: tuple[Pin, ...] = ()
    seen: Seen | None = None
    note: str | None = None


class Table(Value):
    """Values by choice: of a shared choice list, or of one fact."""

    format: int = 1
    id: TableId
    title: Text
    choice_list: ChoiceListId | None = None
    fact: FactId | None = None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class _Holiday(Value):
    name: Text
    since: int | None = None
    through: int | None = None
    #: A last day that falls on it moves on ("latest"); without this it only shuts offices ("act by").
    extends: bool = True


class FixedHoliday(_Holiday):
    """The same date each year, or every so many years counted from `since`.

    `observed` says which neighbour is a day off when it falls on a weekend; such a day shuts offices only.
    """

    kind: Literal["fixed"]
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    every_years: int = Field(default=1, ge=1)
    observed: tuple[Literal["friday-for-saturday", "monday-for-sunday"], ...] = ()


class WeekdayHoliday(_Holiday):
    """The n-th such weekday of a month; -1 is the last."""

    kind: Literal["weekday"]
    month: int = Field(ge=1, le=12)
    weekday: Weekday
    nth: Literal[1, 2, 3, 4, 5, -1]


Holiday = Annotated[FixedHoliday | WeekdayHoliday, Field(discriminator="kind")]


class Closure(Value):
    """A day on which offices are shut that no rule gives; it never moves a last day."""

    day: dt.date
    name: Text


class Calendar(Value):
    """The legal holidays of a court system, as rules, and how a last day that falls on one moves."""

    format: int = 1
    id: CalendarId
    title: Text
    weekend: tuple[Weekday, ...] = ("saturday", "sunday")
    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...] = ()
    authorities: tuple[Pin, ...] = ()
