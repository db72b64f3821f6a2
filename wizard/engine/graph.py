# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree with its subtrees linked: what is walked, checked and drawn."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, assert_never

from wizard.engine.conditions import Compiler, Test
from wizard.engine.counts import Counts
from wizard.engine.law import Law, law_of
from wizard.engine.postdominators import joins_of
from wizard.model.authority import Authority
from wizard.model.collection import Collection
from wizard.model.condition import Condition
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import Choice, Fact, SharedChoices
from wizard.model.finding import Claim
from wizard.model.names import AuthorityId, ChoiceId, ClaimId, DeadlineRuleId, FactId, NodeKey, TreeId
from wizard.model.node import EndNode, FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.model.problem import Place, Problem, Severity
from wizard.model.text import Text
from wizard.model.tree import Tree

#: More places than this in one linked tree are refused: subtrees within subtrees can multiply without end.
MOST_PLACES = 50_000

#: The ways out that are no choice and no branch number.
NEXT, UNSURE, OTHERWISE, UNKNOWN = "next", "unsure", "otherwise", "unknown"


class Way(NamedTuple):
    """One way out of a node, by a choice, the number of a branch, `next`, `unsure`, `otherwise` or `unknown`."""

    source: int
    name: str
    target: int


class LinkError(Exception):
    """The tree cannot be linked; `problems` say where and what mends it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class CollectionIndex:
    """Look-ups by id over one collection, made once and shared by all its linked trees."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.trees: Mapping[TreeId, Tree] = {tree.id: tree for tree in collection.trees}
        self.facts: Mapping[FactId, Fact] = {fact.id: fact for fact in collection.facts}
        self.claims: Mapping[ClaimId, Claim] = {claim.id: claim for claim in collection.manifest.claims}
        self.rules: Mapping[DeadlineRuleId, DeadlineRule] = {
            rule.id: rule for rule in collection.manifest.deadline_rules
        }

    @cached_property
    def authorities(self) -> Mapping[AuthorityId, Authority]:
        """The authorities by id."""
        return {authority.id: authority for authority in self.collection.authorities}

    @cached_property
    def choices(self) -> Mapping[FactId, tuple[Choice, ...]]:
        """The choices of each fact, those of shared lists filled in."""
        lists = {shared.id: shared.choices for shared in self.collection.choice_lists}
        return {fact.id: _choices_of(fact, lists) for fact in self.collection.facts}

    @cached_property
    def choice_ids(self) -> Mapping[FactId, frozenset[ChoiceId]]:
        """The ids of the choices of each fact."""
        return {fact: frozenset(choice.id for choice in choices) for fact, choices in self.choices.items()}

    @cached_property
    def claim_order(self) -> Mapping[ClaimId, int]:
        """The place of each claim on the board."""
        return {claim: number for number, claim in enumerate(self.claims)}

    @cached_property
    def law(self) -> Law:
        """The tables and calendars, ready for look-up."""
        return law_of(self.collection)

    @cached_property
    def counts(self) -> Counts:
        """The dates of the deadline rules, remembered."""
        return Counts(self.law)

    @cached_property
    def against(self) -> Mapping[str, Text]:
        """The names of those whom claims are against."""
        return {against.id: against.title for against in self.collection.manifest.against}

    @cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self.collection.manifest.conditions, self.rules, self.law, self.counts)

    @cached_property
    def _tests(self) -> dict[int, tuple[Condition, Test]]:
        return {}

    def test(self, condition: Condition) -> Test:
        """Return the condition compiled; compiled once for each condition object."""
        kept = self._tests.get(id(condition))
        if kept is None:
            kept = self._tests[id(condition)] = (condition, self._compiler.compile(condition))
        return kept[1]


def _choices_of(fact: Fact, lists: Mapping[str, tuple[Choice, ...]]) -> tuple[Choice, ...]:
    if isinstance(fact.choices, SharedChoices):
        shared = lists.get(fact.choices.list, ())
        left_out = set(fact.choices.without)
        return tuple(choice for choice in shared if choice.id not in left_out)
    return fact.choices


@dataclass(frozen=True)
class TreeGraph:
    """A tree with its subtrees linked, in lists by number; numbers follow a topological order from `first` = 0.

    `keys[i]` is the place of node i, `nodes[i]` the node there (a subtree used twice gives two places for one node),
    `ways[i]` its ways out. An end of a subtree has one way out, to what follows the subtree.
    """

    index: CollectionIndex
    tree: TreeId
    keys: tuple[NodeKey, ...]
    nodes: tuple[Node, ...]
    ways: tuple[tuple[Way, ...], ...]

    @property
    def collection(self) -> Collection:
        """The collection that the tree belongs to."""
        return self.index.collection

    @cached_property
    def number(self) -> Mapping[NodeKey, int]:
        """The number of each place."""
        return {key: number for number, key in enumerate(self.keys)}

    @cached_property
    def way(self) -> tuple[Mapping[str, int], ...]:
        """For each node, where each of its ways out leads."""
        return tuple({way.name: way.target for way in ways} for ways in self.ways)

    @cached_property
    def tests(self) -> tuple[tuple[tuple[str, Test], ...], ...]:
        """For each node, the names of its branches with their conditions made ready; empty but for gates."""
        return tuple([_tests_of(self.index, node) for node in self.nodes])

    @cached_property
    def joins(self) -> tuple[int, ...]:
        """For each node, the first node that every way out of it leads to (its immediate post-dominator), or -1."""
        return joins_of([[way.target for way in ways] for ways in self.ways])

    @cached_property
    def memo(self) -> dict[Hashable, dict[Any, Any]]:
        """What others derive from the graph at some cost and want to keep with it."""
        return {}

    def node(self, key: NodeKey) -> Node:
        """Return the node at a place; KeyError if there is none."""
        return self.nodes[self.number[key]]

    def label(self, way: Way) -> Text | None:
        """Return the words on a way out, or None where it needs none."""
        return way_label(self, self.nodes[way.source], way.name)


def _tests_of(index: CollectionIndex, node: Node) -> tuple[tuple[str, Test], ...]:
    if not isinstance(node, GateNode):
        return ()
    return tuple([(str(number), index.test(branch.when)) for number, branch in enumerate(node.branches)])


def way_label(graph: TreeGraph, node: Node, name: str) -> Text | None:
    """Return the short words on the way out `name` of a node, or None where it needs none."""
    if name == NEXT:
        return None
    if name in (UNSURE, UNKNOWN):
        return NOT_SURE_YET if name == UNSURE else NOT_KNOWN_YET
    if isinstance(node, QuestionNode):
        return next((choice.short for choice in graph.index.choices[node.fact] if choice.id == name), None)
    if isinstance(node, GateNode):
        return OTHERWISE_LABEL if name == OTHERWISE else node.branches[int(name)].label
    return None


NOT_SURE_YET = Text.model_validate({"en": "Not sure yet", "es": "No se sabe"})
NOT_KNOWN_YET = Text.model_validate({"en": "Not known", "es": "No se sabe"})
OTHERWISE_LABEL = Text.model_validate({"en": "Otherwise", "es": "Si no"})


def ways_out(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the ways out of a node as (name, id of the node it leads to), in the order in which they are shown."""
    match node:
        case QuestionNode():
            ways = [(NEXT, node.next)] if isinstance(node.next, str) else list(node.next.items())
            if node.unsure is not None:
                ways.append((UNSURE, node.unsure))
            return tuple(ways)
        case GateNode():
            ways = [(str(number), branch.next) for number, branch in enumerate(node.branches)]
            ways.append((OTHERWISE, node.otherwise))
            if node.unknown is not None:
                ways.append((UNKNOWN, node.unknown))
            return tuple(ways)
        case FindingNode() | SubtreeNode():
            return ((NEXT, node.next),)
        case EndNode():
            return ()
        case _:
            assert_never(node)


def link(collection: Collection | CollectionIndex, tree: TreeId) -> TreeGraph:
    """Return the tree with its subtrees linked, in topological order (Kahn, 1962).

    Raises:
        LinkError: a reference to nothing, a cycle, a subtree within itself, or more than `MOST_PLACES` places.
    """
    index = collection if isinstance(collection, CollectionIndex) else CollectionIndex(collection)
    places = _Places(index)
    first = places.add(tree, "", None, ())
    if places.problems:
        raise LinkError(tuple(places.problems))
    order = _topological(places, tree, first)
    position = [0] * len(places.keys)
    for new, old in enumerate(order):
        position[old] = new
    keys = tuple([places.keys[old] for old in order])
    nodes = tuple([places.nodes[old] for old in order])
    ways = []
    for new, old in enumerate(order):
        ways.append(tuple([Way(new, name, position[target]) for name, target in places.out[old]]))
    return TreeGraph(index, tree, keys, nodes, tuple(ways))


class _Places:
    """Collects the places of a tree and of its subtrees, with their ways out by place number."""

    def __init__(self, index: CollectionIndex) -> None:
        self.index = index
        self.keys: list[NodeKey] = []
        self.nodes: list[Node] = []
        self.out: list[list[tuple[str, int]]] = []
        self.problems: list[Problem] = []

    def add(self, tree_id: TreeId, prefix: str, after: int | None, within: tuple[TreeId, ...]) -> int:
        """Add a tree's places; return the number of its first. `after`: where its ends lead."""
        tree = self.index.trees.get(tree_id)
        if tree is None:
            self._report("tree-missing", Place(tree=tree_id), f"There is no tree “{tree_id}”", "Add it or name another")
            return 0
        if tree_id in within:
            mend = "Take the subtree out of it"
            self._report("subtree-within-itself", Place(tree=tree_id), f"The tree “{tree_id}” contains itself", mend)
            return 0
        start = len(self.nodes)
        numbers = {node.id: start + number for number, node in enumerate(tree.nodes)}
        if len(numbers) != len(tree.nodes):
            self._report("node-twice", Place(tree=tree_id), "Two nodes have one id", "Give one of them another id")
        if start + len(tree.nodes) > MOST_PLACES:
            raise LinkError((*self.problems, _too_large(tree_id)))
        self.keys += [prefix + node.id for node in tree.nodes] if prefix else [node.id for node in tree.nodes]
        self.nodes += tree.nodes
        self.out += [[] for _ in tree.nodes]
        for number, node in enumerate(tree.nodes, start):
            self._join(number, node, numbers, after, (tree_id, prefix, within))
        first = numbers.get(tree.first)
        if first is None:
            message = f"The first node “{tree.first}” does not exist"
            self._report("node-missing", Place(tree=tree_id, field="first"), message, "Name a node of the tree")
        return first or 0

    def _join(
        self,
        number: int,
        node: Node,
        numbers: Mapping[str, int],
        after: int | None,
        inside: tuple[TreeId, str, tuple[TreeId, ...]],
    ) -> None:
        tree_id, prefix, within = inside
        if node.kind == "end":
            if after is not None:
                self.out[number] = [(NEXT, after)]
            return
        ways = self.out[number]
        for name, target in ways_out(node):
            to = numbers.get(target)
            if to is None:
                place = Place(tree=tree_id, node=node.id, field=name)
                self._report("node-missing", place, f"It leads to “{target}”, which does not exist", "Choose a target")
            else:
                ways.append((name, to))
        if node.kind == "subtree" and ways:
            self.out[number] = [(NEXT, self.add(node.tree, f"{prefix}{node.id}/", ways[0][1], (*within, tree_id)))]

    def _report(self, kind: str, place: Place, message: str, mend: str) -> None:
        self.problems.append(Problem(kind=kind, severity=Severity.ERROR, place=place, message=message, mend=mend))


def _too_large(tree: TreeId) -> Problem:
    return Problem(
        kind="tree-too-large",
        severity=Severity.ERROR,
        place=Place(tree=tree),
        message=f"With its subtrees it has more than {MOST_PLACES} places",
        mend="Use fewer subtrees within subtrees",
    )


def _topological(places: _Places, tree: TreeId, first: int) -> list[int]:
    """Return the numbers of the places that the first one leads to, each after all that lead to it."""
    out = [[target for _, target in ways] for ways in places.out]
    waiting = [0] * len(out)
    seen = [False] * len(out)
    seen[first] = True
    stack = [first]
    while stack:
        for target in out[stack.pop()]:
            waiting[target] += 1
            if not seen[target]:
                seen[target] = True
                stack.append(target)
    order = [first] if not waiting[first] else []
    for number in order:
        for target in out[number]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    if len(order) != sum(seen):
        raise LinkError((_cycle(places, tree, [n for n, on in enumerate(seen) if on and waiting[n]]),))
    return order


def _cycle(places: _Places, tree: TreeId, stuck: list[int]) -> Problem:
    """Name one cycle among nodes that no order can place: walk back along them until one repeats."""
    into: dict[int, int] = {}
    left = set(stuck)
    for number in stuck:
        for _, target in places.out[number]:
            if target in left:
                into[target] = number
    path = [min(target for target in into)]
    while into[path[-1]] not in path:
        path.append(into[path[-1]])
    loop = path[path.index(into[path[-1]]) :]
    keys = [places.keys[number] for number in [*reversed(loop), loop[-1]]]
    inside = [key.rpartition("/")[0] for key in keys]
    if len(set(inside)) == 1:
        # The circle lies within one tree: it is told as that tree alone would tell it.
        keys = [key.rpartition("/")[2] for key in keys]
    return Problem(
        kind="cycle",
        severity=Severity.ERROR,
        place=Place(tree=_tree_at(places.index, tree, inside[0]), node=keys[0].rpartition("/")[2]),
        message=f"The nodes lead round in a circle: {' → '.join(keys)}",
        mend="Let one of them lead on to a later node",
    )


def _tree_at(index: CollectionIndex, tree: TreeId, path: str) -> TreeId:
    """Return the tree that the subtree nodes on a path lead into."""
    for name in path.split("/") if path else ():
        node = next(node for node in index.trees[tree].nodes if node.id == name)
        tree = node.tree if isinstance(node, SubtreeNode) else tree
    return tree
