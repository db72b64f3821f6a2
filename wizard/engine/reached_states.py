# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sets of states at each node of a tree, carried from the first node to the ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.engine.diagrams import EMPTY, Set
from wizard.engine.state_space import StateSpace


@dataclass(frozen=True)
class ReachedStates:
    """The states in which each node is met, and those in which each way out is left by, all as they are after it."""

    space: StateSpace
    states: Sequence[Set]
    ways: Mapping[tuple[int, str], Set]

    def question_counts(self) -> dict[int, tuple[int, int]]:
        """Return for each end that is met the fewest and the most questions that walks to it are asked.

        Nothing where questions were not counted.
        """
        space, counts = self.space, {}
        for here, states in enumerate(self.states):
            if states != EMPTY and not space.graph.ways[here] and space.counter is not None:
                numbers = space.diagrams.values(states, space.counter)
                counts[here] = min(numbers), max(numbers)
        return counts


def reached_states(space: StateSpace) -> ReachedStates:
    """Carry sets of states from the first node to the ends, in topological order.

    Raises:
        TooManyNodesError: the sets grow past the cap of the space.
    """
    graph, diagrams = space.graph, space.diagrams
    states = [EMPTY] * len(graph.nodes)
    ways: dict[tuple[int, str], Set] = {}
    # The result is not known before the end.
    start = {variable: 0 for variable in range(len(diagrams.sizes)) if variable != space.result}
    states[0] = space.projected(diagrams.state(start), 0)
    for here in range(len(graph.nodes)):
        if states[here] == EMPTY:
            continue
        for via, image in space.images(here, states[here]):
            if image != EMPTY:
                target = graph.way[here][via]
                ways[here, via] = image
                states[target] = diagrams.union(states[target], space.projected(image, target))
    return ReachedStates(space, states, ways)
