# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that scenarios name, when a node gets another name."""

from collections.abc import Iterator

from wizard.engine.graph import CollectionIndex
from wizard.model.names import NodeId, TreeId
from wizard.model.node import SubtreeNode
from wizard.model.scenario import Expected, Scenario

#: The steps of a place from the outer tree inward: each the tree and the node in it.
_Path = tuple[tuple[TreeId, NodeId], ...]


def renamed_places(index: CollectionIndex, tree: TreeId, old: NodeId, new: NodeId) -> tuple[Scenario, ...]:
    """Return the scenarios of a collection with the places that lead through a node of a tree named anew.

    A scenario names a place by its whole key or by the end of it; what could be meant is found in its own tree.
    """
    scenarios = index.collection.scenarios
    changed = tuple([_renamed(index, scenario, (tree, old), new) for scenario in scenarios])
    return scenarios if all(a is b for a, b in zip(changed, scenarios, strict=True)) else changed


def _renamed(index: CollectionIndex, scenario: Scenario, node: tuple[TreeId, NodeId], new: NodeId) -> Scenario:
    expected = scenario.expected
    named = {*expected.findings, *expected.absent, expected.asked or "", expected.ended or ""}
    if not any(node[1] in place.split("/") for place in named):
        return scenario
    anew = {place: _place(index, scenario.tree, place, node, new) for place in named}
    after = Expected(
        statuses=expected.statuses,
        findings=tuple([anew[place] for place in expected.findings]),
        absent=tuple([anew[place] for place in expected.absent]),
        deadlines=expected.deadlines,
        asked=expected.asked and anew[expected.asked],
        ended=expected.ended and anew[expected.ended],
    )
    return scenario if after == expected else scenario.model_copy(update={"expected": after})


def _place(index: CollectionIndex, start: TreeId, place: str, node: tuple[TreeId, NodeId], new: NodeId) -> str:
    """Return a named place with the node called otherwise in it; of several that it could mean, the first counts."""
    steps = tuple(place.split("/"))
    for path in _paths(index, start, ()):
        end = path[len(path) - len(steps) :]
        if len(end) == len(steps) and tuple(name for _, name in end) == steps:
            return "/".join(new if step == node else step[1] for step in end)
    return place


def _paths(index: CollectionIndex, tree: TreeId, before: _Path) -> Iterator[_Path]:
    """Yield the paths to all nodes of a tree and of its subtrees; a tree within itself is not entered again."""
    if tree not in index.trees or any(inside == tree for inside, _ in before):
        return
    for node in index.trees[tree].nodes:
        path = (*before, (tree, node.id))
        yield path
        if isinstance(node, SubtreeNode):
            yield from _paths(index, node.tree, path)
