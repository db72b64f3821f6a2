# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions: data that is true, false or not known yet of the facts so far."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from wizard.model.names import ChoiceId, ClaimId, ColumnId, ConditionId, DeadlineRuleId, FactId, TableId
from wizard.model.status import DeadlineState, Status
from wizard.model.value import Value


class FactIn(Value):
    """The *one of* fact has one of these choices."""

    kind: Literal["fact-in"]
    fact: FactId
    among: tuple[ChoiceId, ...]


class FactHas(Value):
    """The *any of* fact has at least one of `any_of`, all of `all_of` and none outside `none_but`, where given."""

    kind: Literal["fact-has"]
    fact: FactId
    any_of: tuple[ChoiceId, ...] | None = None
    all_of: tuple[ChoiceId, ...] | None = None
    none_but: tuple[ChoiceId, ...] | None = None


class NumberIs(Value):
    """The number is within these ends; both count."""

    kind: Literal["number-is"]
    fact: FactId
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class FromToday(Value):
    """The day of the walk, moved by years, months and days (negative: back)."""

    years: int = 0
    months: int = 0
    days: int = 0


class DateIs(Value):
    """The date is on or after `since` and before `before`, where given."""

    kind: Literal["date-is"]
    fact: FactId
    since: dt.date | FromToday | None = None
    before: dt.date | FromToday | None = None


class TableIs(Value):
    """The table's cell in `column`, in the row that the fact `by` names, is one of these.

    A row that is missing is not known.
    """

    kind: Literal["table-is"]
    table: TableId
    by: FactId
    column: ColumnId
    among: tuple[str | int, ...]


class DeadlineIs(Value):
    """The rule, seen from today or from the date that a fact gives, is in one of these states.

    With `days_left` it must also hold that at most so many days are left to *act by*.
    """

    kind: Literal["deadline-is"]
    rule: DeadlineRuleId
    on: Literal["today"] | FactId = "today"
    states: tuple[DeadlineState, ...]
    days_left: int | None = None


class StatusIs(Value):
    """The line's status so far is `status`, or that or better, or that or worse; false while it is not reached."""

    kind: Literal["status-is"]
    claim: ClaimId
    test: Literal["is", "or-better", "or-worse"] = "is"
    status: Status


class Known(Value):
    """The fact has been established: false while it is open or not asked; never itself not known."""

    kind: Literal["known"]
    fact: FactId


class Named(Value):
    """A condition of the collection, by its name."""

    kind: Literal["named"]
    condition: ConditionId


class All(Value):
    """True when each is true, false when one is false."""

    kind: Literal["all"]
    of: tuple["Condition", ...]


class AnyOf(Value):
    """True when one is true, false when each is false."""

    kind: Literal["any"]
    of: tuple["Condition", ...]


class Not(Value):
    """True when the other is false, and the reverse."""

    kind: Literal["not"]
    of: "Condition"


Condition = Annotated[
    FactIn | FactHas | NumberIs | DateIs | TableIs | DeadlineIs | StatusIs | Known | Named | All | AnyOf | Not,
    Field(discriminator="kind"),
]


class NamedCondition(Value):
    """A condition used in several places, written once in the collection."""

    id: ConditionId
    title: str
    when: Condition
