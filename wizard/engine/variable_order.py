# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the variables of a decision diagram.

A diagram must remember each value from the level where it is decided to the last level that depends on it, so facts
that are read together should lie near each other. The method is FORCE (Aloul, Markov and Sakallah, "FORCE: a fast and
easy-to-implement variable-ordering heuristic", 2003): each variable moves to the centre of gravity of what it is read
with, until nothing gets shorter.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from wizard.engine.atoms import Atom
from wizard.engine.graph import TreeGraph
from wizard.model.names import ClaimId, FactId
from wizard.model.node import FindingNode, GateNode, QuestionNode

Name = TypeVar("Name", bound=Hashable)
Variable = tuple[Literal["fact", "claim"], str]

ROUNDS = 200
#: The dates and keys of one rule belong together more than the facts of one gate.
WEIGHT_OF_A_RULE = 3.0
WEIGHT_OF_A_GATE = 1.0
WEIGHT_OF_A_FINDING = 1.0


def variable_order(
    graph: TreeGraph, atoms: Iterable[Atom], facts: Sequence[FactId], claims: Sequence[ClaimId]
) -> list[Variable]:
    """Return the facts that a tree asks for and the lines that it reads in the order for a diagram of its states."""
    names: list[Variable] = [("fact", fact) for fact in facts]
    return [*near_order(names, list(_read_together(graph, atoms, set(names)))), *(("claim", claim) for claim in claims)]


def _read_together(
    graph: TreeGraph, atoms: Iterable[Atom], names: set[Variable]
) -> Iterator[tuple[list[Variable], float]]:
    """Yield what a condition without a condition inside reads, what a gate reads, and what decides on a finding."""
    groups: list[tuple[list[Variable], float]] = [
        ([("fact", fact) for fact in atom.facts], WEIGHT_OF_A_RULE) for atom in atoms
    ]
    deciders: list[dict[Variable, None]] = [{} for _ in graph.nodes]
    for here, node in enumerate(graph.nodes):
        read: dict[Variable, None] = {}
        if isinstance(node, GateNode):
            for branch in node.branches:
                test = graph.index.test(branch.when)
                read |= dict.fromkeys(("fact", fact) for fact in test.facts)
                read |= dict.fromkeys(("claim", claim) for claim in test.claims)
            groups.append((list(read), WEIGHT_OF_A_GATE))
        elif isinstance(node, QuestionNode):
            read = {("fact", node.fact): None}
        elif isinstance(node, FindingNode) and node.status is not None:
            lines: list[Variable] = [("claim", claim) for claim in node.claims]
            groups.append(([*deciders[here], *lines], WEIGHT_OF_A_FINDING))
        for way in graph.ways[here]:
            deciders[way.target] |= read or deciders[here]
    for group, weight in groups:
        if len(known := [name for name in group if name in names]) > 1:
            yield known, weight


def near_order(names: Sequence[Name], together: Sequence[tuple[Sequence[Name], float]]) -> list[Name]:
    """Return the names in an order in which those that belong together are near; the same for the same input.

    Args:
        names: all names, in the order to begin with.
        together: groups of names that are read together, each with its weight.
    """
    place = {name: float(number) for number, name in enumerate(names)}
    best, shortest = list(names), _length(place, together)
    for _ in range(ROUNDS):
        pulls = {name: [0.0, 0.0] for name in names}
        for group, weight in together:
            centre = sum(place[name] for name in group) / len(group)
            for name in group:
                pulls[name][0] += weight * centre
                pulls[name][1] += weight
        wanted = {name: pull / weight if weight else place[name] for name, (pull, weight) in pulls.items()}
        order = sorted(names, key=lambda name: (wanted[name], place[name]))
        place = {name: float(number) for number, name in enumerate(order)}
        length = _length(place, together)
        if length < shortest:
            best, shortest = order, length
    return best


def _length(place: dict[Name, float], together: Sequence[tuple[Sequence[Name], float]]) -> float:
    total = 0.0
    for group, weight in together:
        places = [place[name] for name in group]
        total += weight * (max(places) - min(places))
    return total
