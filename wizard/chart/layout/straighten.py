# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Straight lines down the layers, with the order and the gaps of the layers kept."""

from typing import Final

from wizard.chart.layout.gaps import UNIT
from wizard.chart.layout.room import FAR, Room
from wizard.chart.layout.vertices import LINE, NODE, Vertices

CHAIN_PASSES: Final = 4
SNAP_PASSES: Final = 3

CLOSE: Final = 40 * UNIT
"""Within this, the end of a chain moves half-way to the vertex below it."""

JOG: Final = 14 * UNIT
"""A line that jumps sideways by less than this looks like a mistake."""


def align_chains(vertices: Vertices, room: Room, x: list[int]) -> None:
    """Bring the lines of each long arrow to as few different x as their neighbours allow; `x` is changed."""
    chains = _chains(vertices)
    chains.sort(key=len, reverse=True)
    for _ in range(CHAIN_PASSES):
        for chain in chains:
            start = 0
            while start < len(chain):
                start = _align_from(chain, start, vertices, room, x)


def _chains(vertices: Vertices) -> list[list[int]]:
    """Return the pills and lines that follow one another down the layers, two or more in a chain, each in one only."""
    kind, below = vertices.kind, vertices.below
    used = [False] * len(kind)
    chains: list[list[int]] = []
    for layer in vertices.layers:
        for vertex in layer:
            if used[vertex] or kind[vertex] == NODE:
                continue
            chain = [vertex]
            following = below[vertex][0]
            while kind[following] == LINE and not used[following]:
                used[following] = True
                chain.append(following)
                following = below[following][0]
            if len(chain) > 1:
                chains.append(chain)
    return chains


def _align_from(chain: list[int], start: int, vertices: Vertices, room: Room, x: list[int]) -> int:
    """Bring as much of a chain as can share one x to the middle of where it stands; return where the rest begins."""
    low, high, end = -FAR, FAR, start
    while end < len(chain):
        least, most = room.limits(chain[end], x)
        if max(low, least) > min(high, most):
            break
        low, high, end = max(low, least), min(high, most), end + 1
    run = chain[start:end]
    wish = sorted(x[vertex] for vertex in run)[len(run) // 2]
    if end == len(chain):
        goal = x[vertices.below[chain[-1]][0]]
        if abs(wish - goal) < CLOSE:
            wish = (wish + goal) // 2
    wish = min(max(wish, low), high)
    for vertex in run:
        x[vertex] = wish
    return end


def snap(vertices: Vertices, room: Room, x: list[int]) -> None:
    """Remove jogs: a vertex moves onto a neighbour's x if it then runs straight with more of them; `x` is changed."""
    for _ in range(SNAP_PASSES):
        snapped = False
        for layer in vertices.layers:
            for vertex in layer:
                snapped = _snap_vertex(vertex, vertices, room, x) or snapped
        if not snapped:
            break


def _snap_vertex(vertex: int, vertices: Vertices, room: Room, x: list[int]) -> bool:
    """Move a vertex onto the x that most of its close neighbours above and below share, if the layer has the room."""
    at = x[vertex]
    close = [there for other in vertices.above[vertex] if -JOG < (there := x[other]) - at < JOG]
    close += [there for other in vertices.below[vertex] if -JOG < (there := x[other]) - at < JOG]
    if close.count(at) == len(close):
        return False
    best = max(sorted(close), key=close.count)
    low, high = room.limits(vertex, x)
    if close.count(best) <= close.count(at) or not low <= best <= high:
        return False
    x[vertex] = best
    return True
