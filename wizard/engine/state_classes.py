# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that nothing from a node on tells apart.

A date that was read by a dozen rules is from some node on read by one, or by none. From there on its values fall into
few classes, and a set of states need not say which value of a class it was: that keeps sets small.
"""

from collections.abc import Callable, Iterator
from functools import cache

from wizard.engine.atoms import leaves_of
from wizard.engine.diagrams import Diagrams, Set
from wizard.engine.graph import TreeGraph
from wizard.model.condition import Condition, Known, StatusIs
from wizard.model.names import ClaimId, FactId
from wizard.model.node import FindingNode, GateNode, QuestionNode
from wizard.model.status import BADNESS

Values = tuple[int, ...]
Classes = tuple[Values, ...]
"""The values of a variable in classes, each class in order."""

Reader = tuple[str, int] | Condition
"""Something that tells values apart: a condition, a question (by its number), or a step of the statuses."""


class StateClasses:
    """The classes of each variable at each node.

    Args:
        graph: the tree.
        diagrams: the sets of states.
        variables: the variable of each fact that is asked, and of each line that is read.
        truths: the states in which a condition is true, and those in which it is false.
        way_of: the way out of a question that a value takes: `way_of(number of the node, value)`.
    """

    def __init__(
        self,
        graph: TreeGraph,
        diagrams: Diagrams,
        variables: tuple[dict[FactId, int], dict[ClaimId, int]],
        truths: Callable[[Condition], tuple[Set, Set]],
        way_of: Callable[[int, int], str],
    ) -> None:
        self._graph = graph
        self._diagrams = diagrams
        self._facts, self._claims = variables
        self._truths = truths
        self._way_of = way_of
        self._all = sorted((*self._facts.values(), *self._claims.values()))
        self._of = cache(self._classes)
        self._done: dict[tuple[tuple[int, Classes], ...], dict[Set, Set]] = {}
        self.at: tuple[dict[int, Classes], ...] = tuple(self._find())
        """For each node the classes of each variable; a variable whose values are all told apart is left out."""

    def widened(self, states: Set, at: int, kept: frozenset[int] = frozenset()) -> Set:
        """Return states at a node with each value widened to its class; variables `kept` are left as they are."""
        classes = tuple((variable, some) for variable, some in self.at[at].items() if variable not in kept)
        return self._diagrams.widen(states, dict(classes), self._done.setdefault(classes, {}))

    def _find(self) -> Iterator[dict[int, Classes]]:
        readers: list[dict[int, frozenset[Reader]]] = [{} for _ in self._graph.nodes]
        for here in range(len(readers) - 1, -1, -1):
            found: dict[int, set[Reader]] = {}
            for variable, reader in self._readers_at(here):
                found.setdefault(variable, set()).add(reader)
            for way in self._graph.ways[here]:
                for variable, others in readers[way.target].items():
                    found.setdefault(variable, set()).update(others)
            readers[here] = {variable: frozenset(some) for variable, some in found.items()}
        for here in range(len(readers)):
            classes = {variable: self._of(variable, readers[here].get(variable, frozenset())) for variable in self._all}
            yield {variable: some for variable, some in classes.items() if len(some) < self._diagrams.sizes[variable]}

    def _readers_at(self, here: int) -> Iterator[tuple[int, Reader]]:
        node = self._graph.nodes[here]
        if isinstance(node, QuestionNode):
            yield self._facts[node.fact], ("question", here)
        elif isinstance(node, FindingNode) and node.only_if_reached:
            yield from ((self._claims[claim], ("worse than", 0)) for claim in node.claims)
        elif isinstance(node, GateNode):
            for branch in node.branches:
                for leaf in leaves_of(branch.when, self._graph.index):
                    yield from self._readers_in(leaf)

    def _readers_in(self, leaf: Condition) -> Iterator[tuple[int, Reader]]:
        if isinstance(leaf, StatusIs):
            step = 1 + BADNESS[leaf.status]
            yield self._claims[leaf.claim], ("worse than", 0)
            if leaf.test in ("is", "or-better"):
                yield self._claims[leaf.claim], ("worse than", step)
            if leaf.test in ("is", "or-worse"):
                yield self._claims[leaf.claim], ("worse than", step - 1)
        elif isinstance(leaf, Known):
            if leaf.fact in self._facts:
                yield self._facts[leaf.fact], leaf
        else:
            for fact in self._graph.index.test(leaf).facts:
                if fact in self._facts:
                    yield self._facts[fact], leaf

    def _classes(self, variable: int, readers: frozenset[Reader]) -> Classes:
        classes: dict[tuple[object, ...], list[int]] = {}
        ordered = sorted(readers, key=repr)
        for value in range(self._diagrams.sizes[variable]):
            sight = tuple([self._sight(reader, variable, value) for reader in ordered])
            classes.setdefault(sight, []).append(value)
        return tuple(map(tuple, classes.values()))

    def _sight(self, reader: Reader, variable: int, value: int) -> object:
        match reader:
            case ("question", int(number)):
                return self._way_of(number, value)
            case (_, int(step)):
                return value > step
            case _:
                true, false = self._truths(reader)
                return self._diagrams.given(true, variable, value), self._diagrams.given(false, variable, value)
