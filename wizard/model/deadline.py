# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadline rules (data) and the dates computed from them."""

import datetime as dt
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from wizard.model.authority import Pin
from wizard.model.condition import Condition
from wizard.model.names import CalendarId, ColumnId, DeadlineRuleId, FactId, TableId
from wizard.model.status import DeadlineState
from wizard.model.text import Text
from wizard.model.value import Value

Unit = Literal["years", "months", "days", "working-days"]


class Span(Value):
    """Years, then months, then days, counted from the day after the trigger; or working days of the rule's calendar."""

    kind: Literal["span"]
    years: int = Field(default=0, ge=0)
    months: int = Field(default=0, ge=0)
    days: int = Field(default=0, ge=0)
    working_days: int = Field(default=0, ge=0)


class TableSpan(Value):
    """A length that a table gives: `column` in the row that the fact `by` names.

    The unit is fixed (`unit`) or stands in the row (`unit_column`); `days_column` adds days. Where the trigger is on or
    before the date in `old_through_column`, `old_column` counts instead: a change of law.
    """

    kind: Literal["table"]
    table: TableId
    by: FactId
    column: ColumnId
    unit: Unit | None = None
    unit_column: ColumnId | None = None
    days_column: ColumnId | None = None
    old_column: ColumnId | None = None
    old_through_column: ColumnId | None = None


class Shortest(Value):
    """The length that ends first; those that cannot be counted are left out."""

    kind: Literal["shortest"]
    of: tuple["Period", ...]


Period = Annotated[Span | TableSpan | Shortest, Field(discriminator="kind")]


class Cautious(Value):
    """A count on the more careful view of the law: another period, another trigger, or both."""

    period: Period | None = None
    trigger: FactId | None = None


class DeadlineRule(Value):
    """How a date follows from date facts.

    `early` is how many days before the plain count the safe date must lie at least. A rule with no trigger is shown
    without a date. `applies` leaves a rule out where it is false. `practice` marks good practice that is not law.
    """

    id: DeadlineRuleId
    role: Literal["last-day", "first-day"]
    title: Text
    trigger: tuple[FactId, ...]
    pick: Literal["only", "earliest", "latest"] = "only"
    period: Period
    cautious: Cautious | None = None
    calendar: CalendarId
    latest: Literal["roll-forward", "none"] = "roll-forward"
    early: int = Field(default=1, ge=0)
    mail_by_days_before: int | None = None
    applies: Condition | None = None
    practice: bool = False
    warn: tuple[int, ...] = ()
    authorities: tuple[Pin, ...] = ()
    why: Text
    moves: Text | None = None


class Deadline(NamedTuple):
    """A computed date; no dates where a date fact is open.

    `act_by` is the safe date and is shown first, `raw` the plain count, `latest` what a court might still accept.
    `days_left` counts from today to `act_by` (negative: past). `findings` are the node keys that brought it in.
    """

    rule: DeadlineRuleId
    role: Literal["last-day", "first-day"]
    act_by: dt.date | None
    raw: dt.date | None
    latest: dt.date | None
    mail_by: dt.date | None
    state: DeadlineState
    days_left: int | None
    findings: tuple[str, ...] = ()
