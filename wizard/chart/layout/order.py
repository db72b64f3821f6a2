# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the vertices in each layer, with few crossings.

Sweeps of the layer-by-layer heuristics of Sugiyama, Tagawa and Toda 1981 (barycentre) and Eades and Wormald 1994
(median), then swaps of neighbours as in Gansner, Koutsofios, North and Vo 1993 (section 3). Crossings are counted as
inversions (Barth, Juenger and Mutzel 2002), with a sorted list in place of their tree: for layers of this size that is
the faster of the two.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import Final, NamedTuple

from wizard.chart.layout.vertices import Vertices

SWEEPS: Final = 24
PATIENCE: Final = 6
"""Sweeps without gain after which the search ends."""

SWAP_PASSES: Final = 6
SWAP_LIMIT: Final = 20_000
"""Vertices up to which neighbours are swapped as well."""

NONE: Final = -1
"""In place of a vertex."""

Stop = Callable[[], bool]


class LayoutStopped(Exception):  # noqa: N818 (not an error: the caller asked for it)
    """The layout was given up because its `should_stop` said so."""


def check_stop(should_stop: Stop | None) -> None:
    """Raise LayoutStopped if the caller wants the layout to end."""
    if should_stop is not None and should_stop():
        raise LayoutStopped


class _Side(NamedTuple):
    """What the vertices are tied to in the layers above them, or in those below."""

    ties: list[list[int]]
    only: list[int]
    """For each vertex with one tie, what it is tied to; NONE for the others."""


def order_layers(vertices: Vertices, should_stop: Stop | None = None, patience: int = PATIENCE) -> None:
    """Reorder the layers of `vertices` so that few arrows cross; the order given is kept unless a better one is found.

    Vertices that are held keep their order among themselves. The search ends after `patience` sweeps without gain.

    Raises:
        LayoutStopped: if `should_stop`, asked before each sweep, says so.
    """
    layers = vertices.layers
    position = positions(vertices)
    above, below = _side(vertices.above), _side(vertices.below)
    crossings = [_crossings(layer, below, position) for layer in layers]
    fewest, best, stale = sum(crossings), layers[:], 0
    for sweep in range(SWEEPS):
        if not fewest or stale >= patience:
            break
        check_stop(should_stop)
        down, mean = sweep % 2 == 0, sweep % 4 >= 2  # noqa: PLR2004 (two sweeps each in turn)
        changed = _sweep(vertices, above if down else below, position, down=down, mean=mean)
        for index in range(len(layers)):
            if changed[index] or changed[index + 1]:
                crossings[index] = _crossings(layers[index], below, position)
        stale += 1
        if sum(crossings) < fewest:
            fewest, best, stale = sum(crossings), layers[:], 0
    layers[:] = best
    if fewest and len(vertices.kind) <= SWAP_LIMIT:
        _swap_neighbours(vertices, should_stop)


def count_crossings(vertices: Vertices) -> int:
    """Return how many ties cross."""
    position = positions(vertices)
    below = _side(vertices.below)
    return sum([_crossings(layer, below, position) for layer in vertices.layers])


def positions(vertices: Vertices) -> list[int]:
    """Return the place of every vertex in its layer, from 0 at the left."""
    position = [0] * len(vertices.kind)
    for layer in vertices.layers:
        for place, vertex in enumerate(layer):
            position[vertex] = place
    return position


def _side(ties: list[list[int]]) -> _Side:
    """Return the ties to one side, with what makes them quick to follow."""
    return _Side(ties, [others[0] if len(others) == 1 else NONE for others in ties])


def _sweep(vertices: Vertices, side: _Side, position: list[int], *, down: bool, mean: bool) -> list[bool]:
    """Go once down or up the layers and sort each by its ties to the layer just passed.

    With `mean` by their barycentre, and equals turn their order round; else by their median. Returns which layers have
    changed, and one more False.
    """
    layers = vertices.layers
    changed = [False] * (len(layers) + 1)
    hold = any(vertices.held)
    for index in range(1, len(layers)) if down else range(len(layers) - 2, -1, -1):
        new = _sorted_layer(layers[index], side, position, mean=mean)
        if hold:
            new = _as_held(new, layers[index], vertices.held)
        if new != layers[index]:
            layers[index] = new
            changed[index] = True
            for place, vertex in enumerate(new):
                position[vertex] = place
    return changed


def _sorted_layer(layer: list[int], side: _Side, position: list[int], *, mean: bool) -> list[int]:
    """Return the layer sorted by the middle of its vertices' ties; a vertex with none keeps its place."""
    ties, only = side
    keys: dict[int, float] = {}
    for vertex in reversed(layer) if mean else layer:
        other = only[vertex]
        if other != NONE:
            keys[vertex] = position[other]
        elif ties[vertex]:
            places = [position[other] for other in ties[vertex]]
            keys[vertex] = sum(places) / len(places) if mean else _median(places)
    new = sorted(keys, key=keys.__getitem__)
    if len(new) == len(layer):
        return new
    tied = iter(new)
    return [next(tied) if vertex in keys else vertex for vertex in layer]


def _median(places: list[int]) -> float:
    """Return the middle place, or half-way between the two middle ones."""
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def _as_held(new: list[int], old: list[int], held: list[bool]) -> list[int]:
    """Return a new order of a layer with the held vertices in their old order, in the places they have together."""
    in_order = iter([vertex for vertex in old if held[vertex]])
    return [next(in_order) if held[vertex] else vertex for vertex in new]


def _crossings(layer: list[int], below: _Side, position: list[int]) -> int:
    """Return how many ties between a layer and the next cross."""
    ties, only = below
    ends: list[int] = []
    for vertex in layer:
        other = only[vertex]
        if other != NONE:
            ends.append(position[other])
        else:
            ends += sorted([position[other] for other in ties[vertex]])
    if ends == sorted(ends):
        return 0
    crossings = 0
    passed: list[int] = []
    for count, end in enumerate(ends):
        place = bisect_right(passed, end)
        crossings += count - place
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
