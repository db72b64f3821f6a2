# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nodes: the steps of a tree."""

from typing import Annotated, Literal

from pydantic import Field

from wizard.model.authority import Pin
from wizard.model.condition import Condition
from wizard.model.finding import NextStep, Topic
from wizard.model.names import ChoiceId, ClaimId, DeadlineRuleId, FactId, NodeId, TreeId
from wizard.model.status import Status
from wizard.model.text import Text
from wizard.model.value import Value


class _Node(Value):
    id: NodeId
    #: At most 22 characters: the chart and the trail show it.
    short_name: Text


class QuestionNode(_Node):
    """A question for one fact. `next` leads on, for every answer alike or choice by choice.

    `unsure` is where "not sure yet" leads; None: the question may not be skipped. `ask` and `help` stand in for the
    fact's own words where this tree must say it otherwise.
    """

    kind: Literal["question"]
    fact: FactId
    ask: Text | None = None
    help: Text | None = None
    why: Text
    authorities: tuple[Pin, ...] = ()
    next: NodeId | dict[ChoiceId, NodeId]
    unsure: NodeId | None = None


class Branch(Value):
    """One way out of a gate."""

    when: Condition
    label: Text
    next: NodeId


class GateNode(_Node):
    """Branches by itself on what is known. Branches go in order and the first true one wins.

    One that is *not known yet*, met before that, sends the gate to `unknown`. `first_counts` says that several may be
    true at once and that this is meant, as in a table whose hit policy is "first" (OMG, Decision Model and Notation).
    """

    kind: Literal["gate"]
    why: Text | None = None
    authorities: tuple[Pin, ...] = ()
    first_counts: bool = False
    branches: tuple[Branch, ...]
    otherwise: NodeId
    unknown: NodeId | None = None


class FindingNode(_Node):
    """Records a conclusion and goes on. No claims: a remark on the client; no status: a remark."""

    kind: Literal["finding"]
    claims: tuple[ClaimId, ...] = ()
    only_if_reached: bool = False
    status: Status | None = None
    topic: Topic | None = None
    reason: Text
    authorities: tuple[Pin, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    deadlines: tuple[DeadlineRuleId, ...] = ()
    next: NodeId


class SubtreeNode(_Node):
    """Walks another tree of the collection, then goes on."""

    kind: Literal["subtree"]
    tree: TreeId
    next: NodeId


class EndNode(_Node):
    """An end. `keeps` says whether the case is kept, or nothing of it is."""

    kind: Literal["end"]
    text: Text
    keeps: Literal["case", "nothing"] = "case"


Node = Annotated[QuestionNode | GateNode | FindingNode | SubtreeNode | EndNode, Field(discriminator="kind")]
