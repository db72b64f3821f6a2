# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The number of each item of a review, by which it is cited: F-12 for a step of a tree, AU-133 for an authority.

The steps of a tree bear a letter of its name and are counted in walking order: each leads only to higher numbers.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from wizard.engine.graph import ways_out
from wizard.engine.shared_things import Sort, things
from wizard.model.authority import Authority, AuthorityKind
from wizard.model.collection import Collection
from wizard.model.names import NodeId, TreeId
from wizard.model.node import Node
from wizard.model.tree import Tree

#: Two letters each: the steps of trees have one.
PREFIXES: Final[Mapping[Sort, str]] = {
    "claim": "CL",
    "condition": "CO",
    "choice-list": "LI",
    "fact": "FA",
    "rule": "DR",
    "table": "TA",
    "calendar": "CA",
    "term": "GL",
    "authority": "AU",
}

#: The order of a table of authorities: cases first, then what binds, then what persuades.
AUTHORITY_KINDS: Final[tuple[AuthorityKind, ...]] = (
    "case",
    "constitution",
    "statute",
    "session-law",
    "bill",
    "regulation",
    "rule",
    "treatise",
    "guidance",
)

#: Forms of the immigration agencies are called I-94, N-400 and G-28: no tree has these letters.
_LETTERS_OF_FORMS: Final = frozenset("ING")
_FIGURES: Final = re.compile(r"(\d+)")


class Numbers:
    """The numbers of all items of a collection."""

    def __init__(self, collection: Collection) -> None:
        self.authorities: tuple[Authority, ...] = tuple(sorted(collection.authorities, key=_place_of))
        self.order: Mapping[TreeId, tuple[Node, ...]] = {tree.id: walking_order(tree) for tree in collection.trees}
        self.letters: Mapping[TreeId, str] = dict(
            zip(self.order, _letters(list(self.order), PREFIXES.values()), strict=True)
        )
        self._nodes = {
            (tree, node.id): f"{self.letters[tree]}-{number}"
            for tree, nodes in self.order.items()
            for number, node in enumerate(nodes, 1)
        }
        self._steps = {self._nodes[tree, node.id]: node for tree, nodes in self.order.items() for node in nodes}
        self._things: dict[tuple[Sort, str], str] = {}
        for sort, prefix in PREFIXES.items():
            ordered = self.authorities if sort == "authority" else things(collection, sort)
            self._things.update({(sort, thing.id): f"{prefix}-{number}" for number, thing in enumerate(ordered, 1)})

    def node(self, tree: TreeId, node: NodeId) -> str:
        """Return the number of a step; KeyError if there is none."""
        return self._nodes[tree, node]

    def step(self, number: str) -> Node | None:
        """Return the step of a tree that has a number; None where something else has it."""
        return self._steps.get(number)

    def thing(self, sort: Sort, name: str) -> str:
        """Return the number of something that trees share; KeyError if there is none."""
        return self._things[sort, name]

    def of_tree(self, tree: TreeId) -> tuple[str, ...]:
        """Return the numbers of the steps of a tree, in order."""
        return tuple(self._nodes[tree, node.id] for node in self.order[tree])

    def of_sort(self, sort: Sort) -> tuple[str, ...]:
        """Return the numbers of a sort of things, in order."""
        return tuple(number for (one, _), number in self._things.items() if one == sort)


def anchor_of(number: str) -> str:
    """Return the name of the bookmark at an item; Word takes no hyphen in it."""
    return f"item_{number.replace('-', '_')}"


def walking_order(tree: Tree) -> tuple[Node, ...]:
    """Return the nodes of a tree, each before all that it leads to and near to them; what nothing leads to last.

    That is the reverse of the order in which a depth-first search leaves the nodes, ways out taken from the last.
    """
    nodes = {node.id: node for node in tree.nodes}
    seen: set[NodeId] = set()
    ordered: list[Node] = []
    for start in (tree.first, *nodes):
        if start in nodes and start not in seen:
            left = list(_left(nodes, start, seen))
            ordered += [nodes[name] for name in reversed(left)]
    return tuple(ordered)


def _left(nodes: Mapping[NodeId, Node], start: NodeId, seen: set[NodeId]) -> Iterator[NodeId]:
    """Yield the nodes that lie behind one, in the order in which a depth-first search leaves them."""
    seen.add(start)
    stack = [(start, iter(reversed(ways_out(nodes[start]))))]
    while stack:
        name, ways = stack[-1]
        for _, target in ways:
            if target in nodes and target not in seen:
                seen.add(target)
                stack.append((target, iter(reversed(ways_out(nodes[target])))))
                break
        else:
            stack.pop()
            yield name


def _letters(names: Sequence[str], taken: Iterable[str]) -> Iterator[str]:
    """Yield a letter for each name that no other has: the first that fits of its own, else another, else two."""
    used = {*taken, *_LETTERS_OF_FORMS}
    for name in names:
        own = [letter for letter in name.upper() if letter.isalpha()]
        pairs = (first + second for first in string.ascii_uppercase for second in string.ascii_uppercase)
        free = next(one for one in (*own, *string.ascii_uppercase, *pairs) if one not in used)
        used.add(free)
        yield free


def _place_of(authority: Authority) -> tuple[int, list[tuple[int, str]], str]:
    """Return what an authority is sorted by: its kind, then its citation with its figures read as numbers."""
    words = [
        (int(part), "") if part.isascii() and part.isdigit() else (-1, part.casefold())
        for part in _FIGURES.split(authority.citation)
        if part
    ]
    return AUTHORITY_KINDS.index(authority.kind), words, authority.id
