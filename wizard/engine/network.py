# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees as networkx graphs, for what graph theory answers: circles and exports.

A `MultiDiGraph`, keyed by the way out: two choices of one question may lead to the same node, and a `DiGraph` would
silently keep one. Never on the path of a walk: its views cost several times the lists of `TreeGraph`.
"""

import networkx as nx

from wizard.engine.graph import TreeGraph, ways_out
from wizard.model.names import NodeId, NodeKey
from wizard.model.tree import Tree


def network_of(graph: TreeGraph) -> "nx.MultiDiGraph[NodeKey]":
    """Return a linked tree as a graph of places; each edge's key is the name of the way out."""
    network: nx.MultiDiGraph[NodeKey] = nx.MultiDiGraph()
    network.add_nodes_from(graph.keys)
    for way in (way for ways in graph.ways for way in ways):
        network.add_edge(graph.keys[way.source], graph.keys[way.target], key=way.name)
    return network


def network_of_tree(tree: Tree) -> "nx.MultiDiGraph[NodeId]":
    """Return the nodes of one tree file as a graph, those that nothing leads to included; subtrees are not entered."""
    network: nx.MultiDiGraph[NodeId] = nx.MultiDiGraph()
    network.add_nodes_from(node.id for node in tree.nodes)
    for node in tree.nodes:
        for name, target in ways_out(node):
            if target in network:
                network.add_edge(node.id, target, key=name)
    return network


def circle_in(tree: Tree) -> tuple[NodeId, ...]:
    """Return the nodes of one circle of a tree in order, empty where there is none."""
    try:
        edges = nx.find_cycle(network_of_tree(tree))
    except nx.NetworkXNoCycle:
        return ()
    return tuple(edge[0] for edge in edges)
