# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the vertices in each layer, with few crossings.

Sweeps of the layer-by-layer heuristics of Sugiyama, Tagawa and Toda 1981 (barycentre) and Eades and Wormald 1994
(median), then swaps of neighbours as in Gansner, Koutsofios, North and Vo 1993 (section 3). Crossings are counted as
inversions (Barth, Juenger and Mutzel 2002), with a sorted list in place of their tree: for layers of this size that is
the faster of the two.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final

from wizard.chart.layout.vertices import Vertices

SWEEPS: Final = 16
PATIENCE: Final = 4
"""Sweeps without gain after which the search ends."""

SWAP_PASSES: Final = 6
SWAP_LIMIT: Final = 6000
"""Vertices up to which neighbours are swapped as well."""

Stop = Callable[[], bool]


class LayoutStopped(Exception):  # noqa: N818 (not an error: the caller asked for it)
    """The layout was given up because its `should_stop` said so."""


def check_stop(should_stop: Stop | None) -> None:
    """Raise LayoutStopped if the caller wants the layout to end."""
    if should_stop is not None and should_stop():
        raise LayoutStopped


def order_layers(vertices: Vertices, should_stop: Stop | None = None) -> None:
    """Reorder the layers of `vertices` so that few arrows cross; the order given is kept unless a better one is found.

    Vertices that are held keep their order among themselves.

    Raises:
        LayoutStopped: if `should_stop`, asked before each sweep, says so.
    """
    layers = vertices.layers
    position = positions(vertices)
    crossings = [_crossings(layer, position, vertices.below) for layer in layers]
    fewest, best, stale = sum(crossings), [layer[:] for layer in layers], 0
    for sweep in range(SWEEPS):
        if not fewest or stale >= PATIENCE:
            break
        check_stop(should_stop)
        _sweep(vertices, position, crossings, sweep)
        total = sum(crossings)
        stale += 1
        if total < fewest:
            fewest, best, stale = total, [layer[:] for layer in layers], 0
    layers[:] = best
    if fewest and len(vertices.kind) <= SWAP_LIMIT:
        _swap_neighbours(vertices, should_stop)


def count_crossings(vertices: Vertices) -> int:
    """Return how many ties cross."""
    position = positions(vertices)
    return sum([_crossings(layer, position, vertices.below) for layer in vertices.layers])


def positions(vertices: Vertices) -> list[int]:
    """Return the place of every vertex in its layer, from 0 at the left."""
    position = [0] * len(vertices.kind)
    for layer in vertices.layers:
        for place, vertex in enumerate(layer):
            position[vertex] = place
    return position


def _sweep(vertices: Vertices, position: list[int], crossings: list[int], sweep: int) -> None:
    """Go once down or up the layers and sort each by its neighbours in the layer just passed.

    `crossings` holds the crossings under each layer, and is brought up to date.
    """
    layers = vertices.layers
    down = sweep % 2 == 0
    middle = _median if sweep % 4 < 2 else _barycentre  # noqa: PLR2004 (two sweeps each in turn)
    neighbours = vertices.above if down else vertices.below
    changed = [False] * (len(layers) + 1)
    hold = any(vertices.held)
    for index in range(1, len(layers)) if down else range(len(layers) - 2, -1, -1):
        new = _sorted_layer(layers[index], neighbours, position, middle)
        if hold:
            new = _as_held(new, layers[index], vertices.held)
        if new != layers[index]:
            layers[index] = new
            changed[index] = True
            for place, vertex in enumerate(new):
                position[vertex] = place
    for index, layer in enumerate(layers):
        if changed[index] or changed[index + 1]:
            crossings[index] = _crossings(layer, position, vertices.below)


def _sorted_layer(
    layer: list[int], neighbours: list[list[int]], position: list[int], middle: Callable[[list[int]], float]
) -> list[int]:
    """Return the layer sorted by the middle of its vertices' neighbours; a vertex with no neighbour keeps its place."""
    keys: dict[int, float] = {}
    for vertex in layer:
        near = neighbours[vertex]
        if len(near) == 1:
            keys[vertex] = position[near[0]]
        elif near:
            keys[vertex] = middle([position[other] for other in near])
    if len(keys) == len(layer):
        return sorted(layer, key=keys.__getitem__)
    movable = iter(sorted(keys, key=keys.__getitem__))
    return [next(movable) if vertex in keys else vertex for vertex in layer]


def _as_held(new: list[int], old: list[int], held: list[bool]) -> list[int]:
    """Return a new order of a layer with the held vertices in their old order, in the places they have together."""
    in_order = iter([vertex for vertex in old if held[vertex]])
    return [next(in_order) if held[vertex] else vertex for vertex in new]


def _median(places: list[int]) -> float:
    """Return the middle place, or half-way between the two middle ones."""
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def _barycentre(places: list[int]) -> float:
    """Return the mean place."""
    return sum(places) / len(places)


def _crossings(layer: Iterable[int], position: list[int], below: list[list[int]]) -> int:
    """Return how many ties between this layer and the next cross."""
    ends: list[int] = []
    for vertex in layer:
        near = below[vertex]
        if len(near) == 1:
            ends.append(position[near[0]])
        else:
            ends.extend(sorted([position[other] for other in near]))
    crossings = 0
    passed: list[int] = []
    highest = -1
    for end in ends:
        if end >= highest:
            highest = end
            passed.append(end)
        else:
            place = bisect_right(passed, end)
            crossings += len(passed) - place
            passed.insert(place, end)
    return crossings


def _swap_neighbours(vertices: Vertices, should_stop: Stop | None) -> None:
    """Swap neighbours in a layer wherever that alone saves a crossing, until nothing is gained or the passes are up."""
    layers = vertices.layers
    position = positions(vertices)
    fresh = [True] * (len(layers) + 1)
    for _ in range(SWAP_PASSES):
        check_stop(should_stop)
        touched = [False] * (len(layers) + 1)
        for index, layer in enumerate(layers):
            if fresh[index - 1] or fresh[index] or fresh[index + 1] or touched[index - 1]:
                touched[index] = _swap_in_layer(layer, vertices, position)
        if not any(touched):
            break
        fresh = touched


def _swap_in_layer(layer: list[int], vertices: Vertices, position: list[int]) -> bool:
    """Go once through a layer and swap neighbours, not both held, where that saves a crossing; return whether any."""
    above, below, held = vertices.above, vertices.below, vertices.held
    swapped = False
    for place in range(len(layer) - 1):
        left, right = layer[place], layer[place + 1]
        gain = _gain(above[left], above[right], position) + _gain(below[left], below[right], position)
        if gain > 0 and not (held[left] and held[right]):
            layer[place], layer[place + 1] = right, left
            position[left], position[right] = place + 1, place
            swapped = True
    return swapped


def _gain(left: list[int], right: list[int], position: list[int]) -> int:
    """Return the crossings saved on one side when two neighbours, tied to `left` and `right`, swap places."""
    if len(left) == 1 and len(right) == 1:
        first, second = position[left[0]], position[right[0]]
        return (first > second) - (first < second)
    gain = 0
    for vertex in left:
        first = position[vertex]
        for other in right:
            second = position[other]
            gain += (first > second) - (first < second)
    return gain
