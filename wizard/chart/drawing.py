# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is drawn of a tree: nodes and arrows with their words, subtrees folded or not. No sizes yet, no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, assert_never

from wizard.engine.graph import NEXT, UNKNOWN, UNSURE, TreeGraph, Way
from wizard.engine.walk import Walk
from wizard.model.names import NodeKey
from wizard.model.node import EndNode, FindingNode, GateNode, QuestionNode, SubtreeNode
from wizard.model.status import Status

Shape = Literal["question", "date", "gate", "finding", "subtree", "end"]

#: Choices beyond the ninth have no number key.
NUMBER_KEYS = 9


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A node as it is drawn. `steps_folded`: how many nodes a folded subtree hides (0: none)."""

    key: NodeKey
    shape: Shape
    title: str
    subtitle: str = ""
    status: Status | None = None
    steps_folded: int = 0


@dataclass(frozen=True, slots=True)
class ChartArrow:
    """An arrow as it is drawn, for the ways out (node, name) in `ways`; `number` is the key that chooses it."""

    source: int
    target: int
    label: str
    ways: tuple[tuple[NodeKey, str], ...]
    number: int | None = None

    @property
    def words(self) -> str:
        """The label with its number key, as it is shown ahead."""
        return f"{self.number} {self.label}" if self.number is not None else self.label


@dataclass(frozen=True)
class Drawing:
    """The nodes and arrows of one chart; arrows of a node stand in the order of its choices."""

    nodes: tuple[ChartNode, ...]
    arrows: tuple[ChartArrow, ...]

    @cached_property
    def index(self) -> Mapping[NodeKey, int]:
        """The number of each node drawn."""
        return {node.key: number for number, node in enumerate(self.nodes)}

    @cached_property
    def arrows_from(self) -> tuple[tuple[int, ...], ...]:
        """For each node, its arrows."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for number, arrow in enumerate(self.arrows):
            found[arrow.source].append(number)
        return tuple([tuple(numbers) for numbers in found])

    @cached_property
    def targets(self) -> tuple[tuple[int, ...], ...]:
        """For each node, those that it leads to, each once, in the order of its arrows."""
        return tuple([tuple(dict.fromkeys([self.arrows[number].target for number in out])) for out in self.arrows_from])

    def shown_at(self, key: NodeKey) -> int | None:
        """Return the node that stands for a place: itself, or the folded subtree that hides it."""
        while key:
            number = self.index.get(key)
            if number is not None:
                return number
            key = key.rpartition("/")[0]
        return None


def draw_tree(graph: TreeGraph, language: str, folded: frozenset[NodeKey] = frozenset()) -> Drawing:
    """Return the drawing of a whole tree; the subtrees in `folded` are one node each."""
    hidden_by = [_fold_of(key, folded) for key in graph.keys]
    counts: dict[NodeKey, int] = {}
    for fold in hidden_by:
        if fold is not None:
            counts[fold] = counts.get(fold, 0) + 1
    shown = [number for number, fold in enumerate(hidden_by) if fold is None]
    place = {number: at for at, number in enumerate(shown)}
    for number, fold in enumerate(hidden_by):
        if fold is not None:
            place[number] = place[graph.number[fold]]
    nodes = tuple([_node(graph, number, language, counts.get(graph.keys[number], 0)) for number in shown])
    ways = (way for number in range(len(graph.keys)) for way in graph.ways[number])
    return Drawing(nodes, _arrows(graph, language, place, ways))


def draw_path(made: Walk, language: str) -> Drawing:
    """Return the drawing of the path taken only, ends of subtrees left out."""
    graph = made.graph
    keys = [key for key in made.path if graph.node(key).kind != "end" or key == made.path[-1]]
    numbers = [graph.number[key] for key in keys]
    nodes = tuple([_node(graph, number, language, 0) for number in numbers])
    arrows = []
    for at, key in enumerate(keys[:-1]):
        via = made.step_at[key].via
        label = graph.label(Way(numbers[at], via, numbers[at + 1]))
        words = label.within(language) if label is not None else ""
        arrows.append(ChartArrow(at, at + 1, words, ((key, via),)))
    return Drawing(nodes, tuple(arrows))


def _fold_of(key: NodeKey, folded: frozenset[NodeKey]) -> NodeKey | None:
    """Return the outermost folded subtree node that a place is inside of."""
    parts = key.split("/")
    for depth in range(1, len(parts)):
        outer = "/".join(parts[:depth])
        if outer in folded:
            return outer
    return None


def _arrows(graph: TreeGraph, language: str, place: Mapping[int, int], ways: Iterable[Way]) -> tuple[ChartArrow, ...]:
    """Return one arrow a way out; ways without words of their own between the same nodes share one."""
    arrows: list[ChartArrow] = []
    plain: dict[tuple[int, int], int] = {}
    for way in ways:
        source, target = place[way.source], place[way.target]
        if source == target:
            continue
        key = (graph.keys[way.source], way.name)
        node = graph.nodes[way.source]
        number = _number_key(graph, node, way.name)
        label = graph.label(way)
        words = label.within(language) if label is not None else ""
        shared = plain.get((source, target))
        if shared is not None and (not words or way.name in (UNSURE, UNKNOWN)):
            old = arrows[shared]
            arrows[shared] = ChartArrow(source, target, old.label, (*old.ways, key), old.number)
            continue
        if not words or way.name == NEXT:
            plain[source, target] = len(arrows)
        arrows.append(ChartArrow(source, target, words, (key,), number))
    return tuple(arrows)


def _number_key(graph: TreeGraph, node: object, name: str) -> int | None:
    if not isinstance(node, QuestionNode) or name in (NEXT, UNSURE):
        return None
    ids = [choice.id for choice in graph.index.choices[node.fact]]
    number = ids.index(name) + 1 if name in ids else 0
    return number if 0 < number <= NUMBER_KEYS else None


def _node(graph: TreeGraph, number: int, language: str, folded: int) -> ChartNode:
    key, node = graph.keys[number], graph.nodes[number]
    title = node.short_name.within(language)
    match node:
        case QuestionNode():
            kind = graph.index.facts[node.fact].kind
            return ChartNode(key, "date" if kind in ("date", "number") else "question", title)
        case GateNode():
            return ChartNode(key, "gate", title)
        case FindingNode():
            if node.status is None or not node.claims:
                return ChartNode(key, "finding", title)
            claims = [graph.index.claims[claim].title.within(language) for claim in node.claims]
            first = claims[0] if len(claims) == 1 else f"{claims[0]} +{len(claims) - 1}"
            return ChartNode(key, "finding", first, status=node.status)
        case SubtreeNode():
            return ChartNode(key, "subtree", title, steps_folded=folded)
        case EndNode():
            return ChartNode(key, "end", title)
        case _:
            assert_never(node)
