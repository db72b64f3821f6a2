# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of the nodes of a tree: collection to collection. The one given is left as it was.

Ways out are named as in `graph.Way`: a choice, the number of a branch, `next`, `unsure`, `otherwise` or `unknown`.
"""

from collections.abc import Sequence
from typing import assert_never

from wizard.engine.graph import NEXT, OTHERWISE, UNKNOWN, UNSURE, CollectionIndex, ways_out
from wizard.engine.rename import leading_to, must_be_free, no_node, tree_at
from wizard.engine.shared_things import EditError, moved_within
from wizard.model.collection import Collection
from wizard.model.names import NodeId, TreeId
from wizard.model.node import EndNode, FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.model.tree import Tree


def add_node(collection: Collection, tree_id: TreeId, node: Node, at: int | None = None) -> Collection:
    """Return the collection with a new node at a place in its tree (None: at the end). Nothing leads to it yet.

    Raises:
        EditError: there is no such tree, or the node's id is no name or taken.
    """
    _, tree = tree_at(collection, tree_id)
    must_be_free(node.id, [one.id for one in tree.nodes], "node")
    nodes = list(tree.nodes)
    nodes.insert(len(nodes) if at is None else max(0, at), node)
    return _with_nodes(collection, tree, nodes)


def duplicate_node(collection: Collection, tree_id: TreeId, node_id: NodeId, new: NodeId) -> Collection:
    """Return the collection with a copy of a node right after it, under a new id. Nothing leads to the copy yet.

    Raises:
        EditError: there is no such node, or the new id is no name or taken.
    """
    _, tree = tree_at(collection, tree_id)
    at = _place(tree, node_id)
    return add_node(collection, tree_id, tree.nodes[at].model_copy(update={"id": new}), at + 1)


def put_node(collection: Collection, tree_id: TreeId, node: Node) -> Collection:
    """Return the collection with this node in the place of the one with its id; the same collection if they are equal.

    Raises:
        EditError: there is no such tree or node.
    """
    _, tree = tree_at(collection, tree_id)
    at = _place(tree, node.id)
    if tree.nodes[at] == node:
        return collection
    return _with_nodes(collection, tree, [*tree.nodes[:at], node, *tree.nodes[at + 1 :]])


def remove_node(collection: Collection, tree_id: TreeId, node_id: NodeId, lead_to: NodeId | None = None) -> Collection:
    """Return the collection without a node. What led to it leads to `lead_to`, by default to where it led itself.

    Raises:
        EditError: there is no such node, or it leads to several nodes or to none, and something leads to it.
    """
    _, tree = tree_at(collection, tree_id)
    at = _place(tree, node_id)
    left = [*tree.nodes[:at], *tree.nodes[at + 1 :]]
    target = lead_to
    if tree.first == node_id or any(to == node_id for node in left for _, to in ways_out(node)):
        target = lead_to or _only_target(tree.nodes[at])
        if target == node_id or target not in [node.id for node in left]:
            raise EditError(no_node(tree_id, target))
    nodes = [leading_to(node, node_id, target) for node in left] if target is not None else left
    first = target if tree.first == node_id and target is not None else tree.first
    return _with_nodes(collection, tree, nodes, first)


def _only_target(node: Node) -> NodeId:
    targets = {target for _, target in ways_out(node)}
    if len(targets) != 1:
        msg = f"“{node.id}” does not lead to one node: say where what leads to it shall lead"
        raise EditError(msg)
    return targets.pop()


def connect(collection: Collection, tree_id: TreeId, node_id: NodeId, way: str, target: NodeId | None) -> Collection:
    """Return the collection with a way out of a node leading to a target; None takes `unsure` or `unknown` away.

    A question whose answers all lead to one node leads on choice by choice once one choice is connected; `next` lets
    them all lead to one node again.

    Raises:
        EditError: there is no such node or target, or the node has no such way out.
    """
    _, tree = tree_at(collection, tree_id)
    at = _place(tree, node_id)
    if target is not None:
        _place(tree, target)
    node = tree.nodes[at]
    changed = _connected(CollectionIndex(collection), node, way, target)
    if changed is None:
        to = "nowhere" if target is None else f"to “{target}”"
        msg = f"“{node_id}” has no way out “{way}” that could lead {to}: choose another"
        raise EditError(msg)
    return put_node(collection, tree_id, changed)


def set_first(collection: Collection, tree_id: TreeId, node_id: NodeId) -> Collection:
    """Return the collection with a tree that begins at this node.

    Raises:
        EditError: there is no such node.
    """
    _, tree = tree_at(collection, tree_id)
    _place(tree, node_id)
    return collection if tree.first == node_id else _with_nodes(collection, tree, tree.nodes, node_id)


def move_node(collection: Collection, tree_id: TreeId, node_id: NodeId, to: int) -> Collection:
    """Return the collection with a node at another place in the file of its tree; no way changes.

    Raises:
        EditError: there is no such node.
    """
    _, tree = tree_at(collection, tree_id)
    return _with_nodes(collection, tree, moved_within(tree.nodes, _place(tree, node_id), to))


def move_branch(collection: Collection, tree_id: TreeId, gate_id: NodeId, at: int, to: int) -> Collection:
    """Return the collection with a branch of a gate at another place: branches are tried in order.

    Raises:
        EditError: there is no such gate or branch.
    """
    _, tree = tree_at(collection, tree_id)
    gate = tree.nodes[_place(tree, gate_id)]
    if not isinstance(gate, GateNode) or not 0 <= at < len(gate.branches):
        msg = f"“{gate_id}” is no gate with a branch {at + 1}: choose one that exists"
        raise EditError(msg)
    return put_node(collection, tree_id, gate.model_copy(update={"branches": moved_within(gate.branches, at, to)}))


def _connected(index: CollectionIndex, node: Node, way: str, target: NodeId | None) -> Node | None:
    """Return the node with a way leading to a target, None where it cannot have that way."""
    match node:
        case QuestionNode():
            return _question_connected(index, node, way, target)
        case GateNode():
            return _gate_connected(node, way, target)
        case FindingNode() | SubtreeNode():
            return node.model_copy(update={"next": target}) if way == NEXT and target is not None else None
        case EndNode():
            return None
        case _:
            assert_never(node)


def _question_connected(
    index: CollectionIndex, node: QuestionNode, way: str, target: NodeId | None
) -> QuestionNode | None:
    if way == UNSURE:
        return node.model_copy(update={"unsure": target})
    if target is None:
        return None
    if way == NEXT:
        return node.model_copy(update={"next": target})
    fact = index.facts.get(node.fact)
    if fact is None or fact.kind != "one-of" or way not in index.choice_ids[fact.id]:
        return None
    before = node.next
    ways = {choice.id: before for choice in index.choices[fact.id]} if isinstance(before, str) else before
    return node.model_copy(update={"next": {**ways, way: target}})


def _gate_connected(node: GateNode, way: str, target: NodeId | None) -> GateNode | None:
    if way == UNKNOWN:
        return node.model_copy(update={"unknown": target})
    if target is None:
        return None
    if way == OTHERWISE:
        return node.model_copy(update={"otherwise": target})
    if not way.isascii() or not way.isdigit() or int(way) >= len(node.branches):
        return None
    branches = list(node.branches)
    branches[int(way)] = branches[int(way)].model_copy(update={"next": target})
    return node.model_copy(update={"branches": tuple(branches)})


def _place(tree: Tree, node_id: NodeId) -> int:
    for number, node in enumerate(tree.nodes):
        if node.id == node_id:
            return number
    raise EditError(no_node(tree.id, node_id))


def _with_nodes(collection: Collection, tree: Tree, nodes: Sequence[Node], first: NodeId | None = None) -> Collection:
    changed = tree.model_copy(update={"nodes": tuple(nodes), "first": first or tree.first})
    trees = tuple([changed if one is tree else one for one in collection.trees])
    return collection.model_copy(update={"trees": trees})
