# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies between a node and the place where its ways out come together again.

When an open fact has chosen the way out of a node, it has chosen all that lies in between; what comes after the join
is met whatever the fact turns out to be, but lines may stand otherwise there, and other facts be established.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.engine.graph import TreeGraph
from wizard.model.names import ClaimId, FactId
from wizard.model.node import FindingNode, QuestionNode
from wizard.model.status import BADNESS

LEVELS = len(BADNESS)


@dataclass(frozen=True, slots=True)
class Region:
    """What lies between a node and its join, by whichever way.

    `join` is the number of the node where the ways come together, beyond the last node where they never do. `worst`
    is how bad the worst finding on each line is. `sometimes` are the facts that only some of the ways establish.
    """

    join: int
    worst: Mapping[ClaimId, int]
    sometimes: frozenset[FactId]
    slots: tuple[tuple[ClaimId, int], ...]
    """`worst` as lines with slots; see `slot_of`."""


def slot_of(graph: TreeGraph, claim: ClaimId, badness: int) -> int:
    """Return the number of a line with how bad a finding on it is: with the badness it counts up by one."""
    return graph.index.claim_order[claim] * LEVELS + badness


def region_of(graph: TreeGraph, here: int) -> Region:
    """Return the region that begins at a node; worked out once for each."""
    regions = regions_of(graph)
    found = regions.get(here)
    if found is None:
        found = regions[here] = _region(graph, here)
    return found


def regions_of(graph: TreeGraph) -> dict[int, Region]:
    """Return the regions of a tree that have been worked out, by the numbers of the nodes at which they begin."""
    return graph.memo.setdefault("regions", {})


def _region(graph: TreeGraph, start: int) -> Region:
    join = graph.joins[start] if graph.joins[start] >= 0 else len(graph.nodes)
    worst: dict[ClaimId, int] = {}
    some: dict[int, frozenset[FactId]] = {start: frozenset()}
    every: dict[int, frozenset[FactId]] = {start: frozenset()}
    for here in range(start, min(join, len(graph.nodes))):
        if here not in some:
            continue
        node = graph.nodes[here]
        asked = frozenset({node.fact}) if isinstance(node, QuestionNode) else frozenset()
        if isinstance(node, FindingNode) and node.status is not None and here != start:
            for claim in node.claims:
                worst[claim] = max(worst.get(claim, -1), BADNESS[node.status])
        for target in (way.target for way in graph.ways[here]):
            some[target] = some.get(target, frozenset()) | some[here] | asked
            every[target] = every[target] & (every[here] | asked) if target in every else every[here] | asked
    sometimes = some.get(join, frozenset()) - every.get(join, frozenset())
    slots = [(claim, slot_of(graph, claim, badness)) for claim, badness in worst.items()]
    return Region(join, worst, sometimes, tuple(slots))
