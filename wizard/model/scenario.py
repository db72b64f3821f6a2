# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios: a tree's own tests."""

import datetime as dt
from decimal import Decimal

from pydantic import Field

from wizard.model.names import ClaimId, DeadlineRuleId, FactId, ScenarioId, TreeId
from wizard.model.status import DeadlineState, Status
from wizard.model.value import Value

#: An answer as files and other programs write it: a choice, a list of choices, a date as text, a number, or null.
WrittenAnswer = str | tuple[str, ...] | int | Decimal | None


class ExpectedDeadline(Value):
    """The dates a lawyer expects of a rule; what is not given is not looked at."""

    act_by: dt.date | None = None
    raw: dt.date | None = None
    latest: dt.date | None = None
    state: DeadlineState | None = None


class Expected(Value):
    """The result a lawyer expects. A status of None: the line is not reached. Nodes are named by key or by last id."""

    statuses: dict[ClaimId, Status | None] = Field(default_factory=dict)
    findings: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    deadlines: dict[DeadlineRuleId, ExpectedDeadline] = Field(default_factory=dict)
    asked: str | None = None
    ended: str | None = None


class Scenario(Value):
    """A stored set of answers with the result that a lawyer expects. `case` names the reported case behind it."""

    id: ScenarioId
    tree: TreeId
    title: str
    case: str | None = None
    note: str | None = None
    today: dt.date
    answers: dict[FactId, WrittenAnswer]
    expected: Expected


class ScenarioFile(Value):
    """Scenarios in one file."""

    format: int = 1
    scenarios: tuple[Scenario, ...]
