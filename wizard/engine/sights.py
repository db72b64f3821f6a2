# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be met at a node of a tree, and in which states."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wizard.engine.atom_sets import OPEN
from wizard.engine.diagrams import EMPTY, FULL, Set
from wizard.engine.state_space import StateSpace
from wizard.model.node import GateNode, QuestionNode


class Sight(NamedTuple):
    """One thing met at a node.

    `way`: a way out of it is taken, `what` being its name; `overlap`: two branches of a gate hold, which is not said to
    be meant, `what` being their numbers; `left unknown`: a branch may hold or not, and the gate has no way for that;
    `asked again`: a question that may not be skipped meets a fact that was left open.
    """

    kind: Literal["way", "overlap", "left unknown", "asked again"]
    here: int
    what: str | tuple[int, int] = ""


def sights_at(space: StateSpace, here: int) -> dict[Sight, Set]:
    """Return what might be met at a node, with the states in which it is; what no state allows is left out."""
    return {sight: states for sight, states in _sights_at(space, here) if states != EMPTY}


def _sights_at(space: StateSpace, here: int) -> Iterator[tuple[Sight, Set]]:
    for via in space.graph.way[here]:
        yield Sight("way", here, via), space.origins(here, via, FULL)
    node = space.graph.nodes[here]
    if isinstance(node, QuestionNode) and node.unsure is None:
        yield Sight("asked again", here), space.diagrams.where(space.variable[node.fact], (OPEN,))
    if isinstance(node, GateNode):
        gate = space.gates[here]
        yield Sight("left unknown", here), gate.left_unknown
        if not node.first_counts:
            yield from ((Sight("overlap", here, pair), states) for pair, states in gate.overlaps.items())
