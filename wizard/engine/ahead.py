# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can still be reached from a node on what is known: safe bounds, fast enough for every answer.

`explore` proves; this only bounds: no node outside `reachable` can be reached, no walk needs fewer questions than
`fewest` or more than `most`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wizard.engine.conditions import Situation, Test
from wizard.engine.graph import NEXT, OTHERWISE, UNKNOWN, UNSURE, TreeGraph
from wizard.model.names import FactId, NodeKey
from wizard.model.node import GateNode, QuestionNode


@dataclass(frozen=True)
class Ahead:
    """The nodes that can still be reached, the start included, and the fewest and most questions left."""

    graph: TreeGraph
    numbers: tuple[int, ...]
    fewest: int
    most: int

    @cached_property
    def reachable(self) -> frozenset[NodeKey]:
        """The reachable nodes by place."""
        return frozenset([self.graph.keys[number] for number in self.numbers])


def look_ahead(graph: TreeGraph, start: int, now: Situation, still_open: frozenset[FactId]) -> Ahead:
    """Return what can be reached from node `start` when the facts of `now` are known and `still_open` are not sure."""
    return _Lookout(graph, now, still_open).look(start)


class _Lookout:
    def __init__(self, graph: TreeGraph, now: Situation, still_open: frozenset[FactId]) -> None:
        self.graph = graph
        self.now = now
        self.open = still_open
        self.bits: dict[FactId, int] = {}

    def look(self, start: int) -> Ahead:
        """Go forward in topological order collecting what may and must have been asked, then count backward."""
        may: dict[int, int] = {start: 0}
        must: dict[int, int] = {start: 0}
        onward: dict[int, list[int]] = {}
        for here in range(start, len(self.graph.nodes)):
            if here not in may:
                continue
            bit = self._asks(here)
            before_may, before_must = may[here] | bit, must[here] | bit
            targets = onward[here] = [self.graph.way[here][via] for via in self._ways(here, may[here])]
            for target in targets:
                may[target] = may.get(target, 0) | before_may
                must[target] = must[target] & before_must if target in must else before_must
        return self._count(start, may, must, onward)

    def _count(self, start: int, may: dict[int, int], must: dict[int, int], onward: dict[int, list[int]]) -> Ahead:
        fewest: dict[int, int] = {}
        most: dict[int, int] = {}
        for here in reversed(onward):
            bit = self._asks(here)
            targets = onward[here]
            # A second question for one fact is passed through: it counts for "fewest" only where no earlier one can
            # have asked, and not for "most" where one surely did.
            low = int(bool(bit & ~may[here]))
            high = int(bool(bit & ~must[here]))
            fewest[here] = low + min((fewest[target] for target in targets), default=0)
            most[here] = high + max((most[target] for target in targets), default=0)
        return Ahead(self.graph, tuple(onward), fewest[start], most[start])

    def _asks(self, here: int) -> int:
        """Return the bit of the fact that this node would ask, 0 where it asks nothing new."""
        node = self.graph.nodes[here]
        if node.kind != "question" or node.fact in self.now.known or node.fact in self.open:
            return 0
        return self.bits.setdefault(node.fact, 1 << len(self.bits))

    def _ways(self, here: int, asked: int) -> Iterator[str]:
        node = self.graph.nodes[here]
        if isinstance(node, QuestionNode):
            return self._question_ways(here, node)
        if isinstance(node, GateNode):
            return self._gate_ways(here, node, asked)
        return iter(self.graph.way[here])

    def _question_ways(self, here: int, node: QuestionNode) -> Iterator[str]:
        if node.fact in self.open:
            yield UNSURE if node.unsure is not None else NEXT if isinstance(node.next, str) else next(iter(node.next))
        elif node.fact in self.now.known:
            value = self.now.known[node.fact]
            yield NEXT if isinstance(node.next, str) else str(value)
        else:
            yield from self.graph.way[here]

    def _gate_ways(self, here: int, node: GateNode, asked: int) -> Iterator[str]:
        unknown = UNKNOWN if node.unknown is not None else OTHERWISE
        for name, test in self.graph.tests[here]:
            may_be_true, may_be_false, may_be_unknown = self._truths(test, asked)
            if may_be_true:
                yield name
            if may_be_unknown:
                yield unknown
            if not may_be_false:
                return
        yield OTHERWISE

    def _truths(self, test: Test, asked: int) -> tuple[bool, bool, bool]:
        """Return whether the condition may come out true, false and not known by the time its gate is reached."""
        truth = test.truth(self.now)
        may_change = any(self.bits.get(fact, 0) & asked for fact in test.facts)
        if test.claims or (may_change and (truth is None or not test.settles)):
            return True, True, truth is None or not test.settles
        return truth is True, truth is False, truth is None
