# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings folded into the claims board: one status a line."""

from typing import NamedTuple

from wizard.model.names import AgainstId, ClaimId, FactId, NodeKey
from wizard.model.node import FindingNode
from wizard.model.status import Status


class Found(NamedTuple):
    """A finding on the trail. `claims` are the lines it counts on; `rests_on` the open facts that led to it."""

    key: NodeKey
    node: FindingNode
    claims: tuple[ClaimId, ...]
    rests_on: tuple[FactId, ...]


class Line(NamedTuple):
    """A line of the claims board that a finding has reached: the worst status of its findings."""

    claim: ClaimId
    against: AgainstId
    status: Status
    rests_on: tuple[FactId, ...]
    findings: tuple[NodeKey, ...]
