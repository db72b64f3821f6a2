# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which vertices there are and in which order: ranked, cut into layers, ordered and joined, near the last picture."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import Final

from wizard.chart.layout.order import Stop, count_crossings, order_layers
from wizard.chart.layout.rank import rank_nodes
from wizard.chart.layout.trunks import join_trunks
from wizard.chart.layout.vertices import Edge, Size, Vertices, cut, fill_layers

Way = Callable[[Vertices, Mapping[int, float]], None]
"""Fills the layers at first, given where nodes stood in the last picture."""

SHARE_FROM: Final = 4000
"""Nodes from which trunks are joined before the ordering: faster, but with more crossings."""

STILLNESS: Final = 10.0
"""How much crossings weigh more if all nodes change sides: a picture that stays the same is easier to read."""

PATIENCE: Final = 4
"""Sweeps without gain after which the ordering of joined trunks ends."""

WORTH: Final = 0.9
"""What part of the cost a further order may have at most to be taken: the first shows choices as they are listed."""


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
    share = len(sizes) > SHARE_FROM

    def ordered(way: Way) -> Vertices:
        vertices = cut(sizes, edges, rows, share=share)
        way(vertices, previous)
        order_layers(vertices, should_stop)
        return vertices

    if previous:
        ways = (_downwards, _hold, _spread) if share else (_downwards, _upwards, _hold, _spread)
        return _nearest((_joined(ordered(way), should_stop) for way in ways), previous)
    best = ordered(_downwards)
    if not share and (crossings := count_crossings(best)):
        other = ordered(_upwards)
        if count_crossings(other) < crossings * WORTH:
            best = other
    return _joined(best, should_stop)


def _joined(vertices: Vertices, should_stop: Stop | None) -> Vertices:
    """Return ordered vertices with their trunks joined, and ordered once more: a trunk crosses a line only once."""
    join_trunks(vertices)
    order_layers(vertices, should_stop, PATIENCE)
    join_trunks(vertices)
    return vertices


def _nearest(candidates: Iterable[Vertices], previous: Mapping[int, float]) -> Vertices:
    """Return the candidate with few crossings that changes the last picture little, the first liked best."""
    best, least = Vertices(), inf
    for vertices in candidates:
        moved = _moved(vertices, previous)
        cost = (1 + count_crossings(vertices)) * (1 + STILLNESS * moved)
        if cost < least * WORTH:
            best, least = vertices, cost
        if not moved:
            break
    return best


def _moved(vertices: Vertices, previous: Mapping[int, float]) -> float:
    """Return what part of the nodes that were and are beside each other, two by two, change sides."""
    pairs = moved = 0
    for layer in vertices.layers[::2]:
        before = [previous[vertex] for vertex in layer if vertex in previous]
        for left, right in combinations(before, 2):
            pairs += 1
            moved += left > right
    return moved / pairs if pairs else 0.0


def _downwards(vertices: Vertices, _previous: Mapping[int, float]) -> None:
    """Fill the layers from the starts."""
    fill_layers(vertices)


def _upwards(vertices: Vertices, _previous: Mapping[int, float]) -> None:
    """Fill the layers from the ends."""
    fill_layers(vertices, upwards=True)


def _hold(vertices: Vertices, previous: Mapping[int, float]) -> None:
    """Fill the layers from the starts, but keep the nodes that were in the last picture in their order there."""
    fill_layers(vertices)
    _keep(vertices, previous)


def _keep(vertices: Vertices, previous: Mapping[int, float]) -> None:
    """Give the nodes of each layer that were in the last picture the order they had there, and hold them."""
    for layer in vertices.layers[::2]:
        known = iter(sorted([vertex for vertex in layer if vertex in previous], key=previous.__getitem__))
        layer[:] = [next(known) if vertex in previous else vertex for vertex in layer]
        for vertex in layer:
            vertices.held[vertex] = vertex in previous


def _spread(vertices: Vertices, previous: Mapping[int, float]) -> None:
    """Fill the layers by where their vertices stood in the last picture, and keep the nodes that were in it in order.

    A new node stands under its parents, a new start right of all; pills and lines are spread evenly between the two
    ends of their arrow.
    """
    fill_layers(vertices)
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
    _keep(vertices, previous)
