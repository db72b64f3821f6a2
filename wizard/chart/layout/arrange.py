# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which vertices there are and in which order: ranked, cut into layers, ordered and joined, near the last picture."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from wizard.chart.layout.order import Stop, count_crossings, order_layers
from wizard.chart.layout.rank import rank_nodes
from wizard.chart.layout.trunks import join_trunks
from wizard.chart.layout.vertices import Edge, Size, Vertices, cut

SHARE_FROM: Final = 4000
"""Nodes from which trunks are joined before the ordering: faster, but with more crossings."""

STILLNESS: Final = 10.0
"""How much crossings weigh more if all nodes change sides: a picture that stays the same is easier to read."""


def arrange(
    sizes: Sequence[Size], edges: Sequence[Edge], previous: Mapping[int, float], should_stop: Stop | None = None
) -> Vertices:
    """Return the vertices of a chart in their layers, in an order with few crossings and trunks joined.

    `previous` holds the centre x of nodes in the last picture. If the new order would swap any of them, orders that
    keep all of theirs are looked for as well, and the best of all is taken.

    Raises:
        CycleError: if the arrows form a circle.
        LayoutStopped: if `should_stop` says so.
    """
    above: list[list[int]] = [[] for _ in sizes]
    below: list[list[int]] = [[] for _ in sizes]
    for edge in edges:
        above[edge.target].append(edge.source)
        below[edge.source].append(edge.target)
    rows = rank_nodes(above, below)

    def fresh() -> Vertices:
        return cut(sizes, edges, rows, share=len(sizes) > SHARE_FROM)

    best = fresh()
    _order(best, should_stop)
    if not _moved(best, previous):
        return best
    for prepare in (_hold, _spread):
        vertices = fresh()
        prepare(vertices, previous)
        _order(vertices, should_stop)
        if _cost(vertices, previous) < _cost(best, previous):
            best = vertices
    return best


def _order(vertices: Vertices, should_stop: Stop | None) -> None:
    """Order the layers and join trunks, then once more what this leaves."""
    for _ in range(2):
        order_layers(vertices, should_stop)
        join_trunks(vertices)


def _cost(vertices: Vertices, previous: Mapping[int, float]) -> float:
    """Return how bad an order is: its crossings, weighted by how much it moves."""
    return (1 + count_crossings(vertices)) * (1 + STILLNESS * _moved(vertices, previous))


def _moved(vertices: Vertices, previous: Mapping[int, float]) -> float:
    """Return what part of the nodes that were and are beside each other, two by two, change sides."""
    pairs = moved = 0
    for layer in vertices.layers[::2]:
        before = [previous[vertex] for vertex in layer if vertex in previous]
        for left, right in combinations(before, 2):
            pairs += 1
            moved += left > right
    return moved / pairs if pairs else 0.0


def _hold(vertices: Vertices, previous: Mapping[int, float]) -> None:
    """Put the nodes of each layer that were in the last picture into their order there, and hold them."""
    for layer in vertices.layers[::2]:
        known = iter(sorted([vertex for vertex in layer if vertex in previous], key=previous.__getitem__))
        layer[:] = [next(known) if vertex in previous else vertex for vertex in layer]
        for vertex in layer:
            vertices.held[vertex] = vertex in previous


def _spread(vertices: Vertices, previous: Mapping[int, float]) -> None:
    """Sort each layer by where its vertices stood in the last picture, and hold the nodes that were in it.

    A new node stands under its parents, a new start right of all; pills and lines are spread evenly between the two
    ends of their arrow.
    """
    parents: dict[int, list[int]] = {}
    for path in vertices.paths:
        parents.setdefault(path[-1], []).append(path[0])
    right = max(previous.values()) + 1.0
    ideal = [previous.get(vertex, right) for vertex in range(len(vertices.kind))]
    for layer in vertices.layers[::2]:
        for node in layer:
            if node in parents and node not in previous:
                places = sorted([ideal[parent] for parent in parents[node]])
                ideal[node] = (places[0] + places[-1]) / 2
    for path in vertices.paths:
        start, end = ideal[path[0]], ideal[path[-1]]
        for step in range(1, len(path) - 1):
            ideal[path[step]] = start + (end - start) * step / (len(path) - 1)
    for layer in vertices.layers:
        layer.sort(key=ideal.__getitem__)
    _hold(vertices, previous)
