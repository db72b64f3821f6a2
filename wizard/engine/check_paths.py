# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every node, choice and branch of the trees can be met by some answers."""

from collections.abc import Collection, Iterator
from datetime import date

from wizard.engine.explore import Exploration, explore
from wizard.engine.graph import OTHERWISE, UNKNOWN, CollectionIndex, LinkError, TreeGraph, link, ways_out
from wizard.engine.network import circle_in
from wizard.engine.problem_list import ProblemList
from wizard.model.node import GateNode, QuestionNode, SubtreeNode
from wizard.model.problem import Place
from wizard.model.tree import Tree


def path_problems(index: CollectionIndex, today: date, found: ProblemList) -> bool:
    """Report circles, orphans and what no answers can reach, over all trees that may be started.

    Returns whether every tree could be linked.
    """
    graphs = {tree.id: _linked(index, tree, found) for tree in index.collection.trees}
    for tree in index.collection.trees:
        _orphans(tree, found)
    _unused(index, found)
    starts = [graphs[header.id] for header in index.collection.manifest.trees if header.starts]
    if None in graphs.values():
        return False
    _report(index, [explore(graph, today, count_questions=False) for graph in starts if graph is not None], found)
    return True


def _linked(index: CollectionIndex, tree: Tree, found: ProblemList) -> TreeGraph | None:
    """Link a tree, also one that nothing starts, and report its circles; None where it cannot be linked."""
    try:
        graph = link(index, tree.id)
    except LinkError as fault:
        for problem in fault.problems:
            found.error(problem.kind, problem.place, problem.message, problem.mend)
        return None
    circle = circle_in(tree)
    if circle:
        # Linking sees only what the first node leads to.
        place = Place(tree=tree.id, node=circle[0])
        message = f"The nodes lead round in a circle: {' → '.join((*circle, circle[0]))}"
        found.error("cycle", place, message, "Let one of them lead on to a later node")
    return graph


def _orphans(tree: Tree, found: ProblemList) -> None:
    led_to = {target for node in tree.nodes for _, target in ways_out(node)}
    for node in tree.nodes:
        if node.id != tree.first and node.id not in led_to:
            place = Place(tree=tree.id, node=node.id)
            found.warning("node-orphan", place, "Nothing leads to this node", "Lead to it, or take it out")


def _unused(index: CollectionIndex, found: ProblemList) -> None:
    """Report trees that neither start a walk nor are part of another."""
    manifest = index.collection.manifest
    used = {node.tree for tree in index.collection.trees for node in tree.nodes if isinstance(node, SubtreeNode)}
    for header in manifest.trees:
        if not header.starts and header.id not in used:
            place = Place(file="collection.json", item=header.id)
            found.warning("tree-unused", place, "No walk begins with this tree or enters it", "Use it or take it out")


def _report(index: CollectionIndex, explorations: list[Exploration], found: ProblemList) -> None:
    unproven = [one for one in explorations if not one.proven]
    for one in unproven:
        message = f"Not proven that every answer leads on: {one.why_not}"
        found.warning("not-proven", Place(tree=one.graph.tree), message, "Split the tree, or ask for fewer facts")
    places = [(one, number, key) for one in explorations for number, key in enumerate(one.graph.keys)]
    seen: dict[tuple[str, str], list[tuple[Exploration, int]]] = {}
    for one, number, key in places:
        seen.setdefault((_tree_of(one.graph, key), one.graph.nodes[number].id), []).append((one, number))
    for (tree, node), where in seen.items():
        proven = [(one, number) for one, number in where if one.proven]
        if proven:
            whole = len(proven) == len(where)
            _node(index, Place(tree=tree, node=node), proven, found, whole=whole)


def _tree_of(graph: TreeGraph, key: str) -> str:
    """Return the id of the tree that a place is in: that of the last subtree node on the way to it."""
    outer, _, _ = key.rpartition("/")
    if not outer:
        return graph.tree
    node = graph.node(outer)
    return node.tree if node.kind == "subtree" else graph.tree


def _node(
    index: CollectionIndex, place: Place, where: list[tuple[Exploration, int]], found: ProblemList, *, whole: bool
) -> None:
    """Report on a node wherever it is walked; not `whole`: it is walked in a tree too that is not proven.

    There it may be reached, and its ways be taken, as they are not in those that are.
    """
    first, number = where[0]
    node = first.graph.nodes[number]
    if whole and not any(one.graph.keys[at] in one.reached for one, at in where):
        found.warning("node-unreachable", place, "No answers can reach this node", "Change what leads to it")
        return
    taken = {via for one, at in where for key, via in one.ways if key == one.graph.keys[at]}
    if not whole:
        taken |= first.graph.way[number].keys()
    if isinstance(node, QuestionNode) and not isinstance(node.next, str):
        for choice in node.next:
            if choice not in taken and choice in index.choice_ids[node.fact]:
                message = f"The choice “{choice}” can never be met here"
                found.warning("choice-dead", place, message, "Take the question out, or ask it earlier")
    if any(one.graph.keys[at] in one.asked_again for one, at in where):
        message = "The fact may have been left open before, and here it may not be"
        found.warning("asked-again", place, message, "Let it be “not sure yet” here too, or not before")
    if isinstance(node, GateNode):
        _gate(place, node, where, taken, found)


def _gate(
    place: Place, node: GateNode, where: list[tuple[Exploration, int]], taken: set[str], found: ProblemList
) -> None:
    for number, branch in enumerate(node.branches):
        if str(number) not in taken:
            message = f"The branch “{branch.label.en}” can never be taken"
            found.warning("branch-dead", place, message, "Take it out, or move it up")
    for earlier, later in sorted(set(_overlaps(where))):
        message = f"The branches “{node.branches[earlier].label.en}” and “{node.branches[later].label.en}” overlap"
        found.hint("branches-overlap", place, message, "Part them, or say that the first counts if that is meant")
    if any(one.graph.keys[at] in one.unknown_without_branch for one, at in where):
        message = "Its facts may be not known, and no branch says what then"
        found.error("unknown-branch-missing", place, message, "Say where “not known yet” leads")
    # Where another way leads to the same node, “otherwise” is only the net below it.
    if OTHERWISE not in taken and node.otherwise not in _targets(node, taken):
        message = "Nothing is left for “otherwise”: the branches cover every case"
        found.hint("otherwise-dead", place, message, "Let it lead where another way does, or take the last branch out")


def _targets(node: GateNode, taken: Collection[str]) -> set[str]:
    ways = {str(number): branch.next for number, branch in enumerate(node.branches)} | {UNKNOWN: node.unknown or ""}
    return {ways[via] for via in taken if via in ways}


def _overlaps(where: list[tuple[Exploration, int]]) -> Iterator[tuple[int, int]]:
    for one, at in where:
        key = one.graph.keys[at]
        yield from ((earlier, later) for node, earlier, later in one.overlaps if node == key)
