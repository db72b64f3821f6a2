# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The x of every vertex: each layer keeps its order and its gaps and comes as near as it can to the layers around it.

A layer of fixed order and gaps that shall come nearest (weighted least squares) to a wish for each vertex is an
isotonic regression on x minus the gaps so far; pool adjacent violators solves it in one pass (Ayer et al. 1955).
Sweeping over the layers settles the whole chart, as the quadratic programs of Sugiyama, Tagawa and Toda 1981 do. The
regression divides, so it runs in floats, whose four operations give the same on all computers; its result is rounded to
layout units, and all that follows is whole numbers.
"""

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from wizard.chart.layout.gaps import UNIT
from wizard.chart.layout.order import Stop, check_stop
from wizard.chart.layout.room import gap, room_of
from wizard.chart.layout.runs import move_runs
from wizard.chart.layout.straighten import align_chains, snap
from wizard.chart.layout.vertices import Vertices

SWEEPS: Final = 6
"""Sweeps over all layers, of which in the last third each layer follows both its neighbours."""

STILL: Final = 2.0 * UNIT
"""When no vertex moves further than this in a sweep, the chart has settled."""

LOOSE: Final = 0.2
"""How strongly a vertex that is tied to nothing keeps its place."""

PULL: Final = ((1, 3, 3), (3, 3, 3), (3, 3, 8))
"""How strongly two vertices, by their kinds, want to stand above one another."""

UP, DOWN, BOTH = 0, 1, 2
"""Which ties a layer follows: those to the layer above, those to the layer below, or all."""

Tie = tuple[int, int]
"""A vertex of a neighbouring layer, and how strongly it pulls."""


@dataclass(slots=True)
class Row:
    """A layer from left to right."""

    vertices: list[int]
    offsets: list[int]
    """How far each vertex stands at least from the first, centre to centre."""

    ties: tuple[list[list[Tie]], list[list[Tie]], list[list[Tie]]]
    """The ties of each vertex by UP, DOWN and BOTH."""


def place(vertices: Vertices, should_stop: Stop | None = None) -> list[int]:
    """Return the centre x of every vertex, in layout units.

    Raises:
        LayoutStopped: if `should_stop`, asked before each sweep, says so.
    """
    rows = [_row(vertices, layer) for layer in vertices.layers]
    x = _packed(rows, len(vertices.kind))
    _settle(rows, x, should_stop)
    centre = [round(value) for value in x]
    for row in rows:
        _keep_gaps(row, centre)
    room = room_of(vertices)
    align_chains(vertices, room, centre)
    move_runs(vertices, room, centre, should_stop)
    snap(vertices, room, centre)
    return centre


def _row(vertices: Vertices, layer: list[int]) -> Row:
    """Return a layer with all that a sweep needs."""
    kind = vertices.kind
    offsets = list(accumulate((gap(vertices, left, right) for left, right in pairwise(layer)), initial=0))
    ties: tuple[list[list[Tie]], list[list[Tie]], list[list[Tie]]] = ([], [], [])
    for vertex in layer:
        pull = PULL[kind[vertex]]
        up = [(other, pull[kind[other]]) for other in vertices.above[vertex]]
        down = [(other, pull[kind[other]]) for other in vertices.below[vertex]]
        ties[UP].append(up or down)
        ties[DOWN].append(down or up)
        ties[BOTH].append(up + down)
    return Row(layer, offsets, ties)


def _packed(rows: list[Row], count: int) -> list[float]:
    """Return the x of every vertex with each layer packed around 0."""
    x = [0.0] * count
    for row in rows:
        for vertex, offset in zip(row.vertices, row.offsets, strict=True):
            x[vertex] = offset - row.offsets[-1] / 2
    return x


def _settle(rows: list[Row], x: list[float], should_stop: Stop | None) -> None:
    """Sweep down and up in turn: down the layers follow the ones above, up the ones below, in the end both."""
    for sweep in range(SWEEPS):
        check_stop(should_stop)
        down = sweep % 2 == 0
        follow = BOTH if sweep >= SWEEPS * 2 // 3 else UP if down else DOWN
        moved = 0.0
        for row in rows[1:] if down else rows[-2::-1]:
            moved = max(moved, _settle_row(row, follow, x))
        if follow == BOTH and moved < STILL:
            break


def _settle_row(row: Row, follow: int, x: list[float]) -> float:
    """Move one layer as near as it can to the mean of the ties it follows; return how far a vertex moved at most."""
    blocks: list[tuple[float, float, int]] = []
    for vertex, offset, ties in zip(row.vertices, row.offsets, row.ties[follow], strict=True):
        wish, weight = _wish(vertex, ties, x)
        wish -= offset
        size = 1
        while blocks and blocks[-1][0] >= wish:
            before, its_weight, its_size = blocks.pop()
            wish = (wish * weight + before * its_weight) / (weight + its_weight)
            weight += its_weight
            size += its_size
        blocks.append((wish, weight, size))
    moved, start = 0.0, 0
    for wish, _, size in blocks:
        for place_in_row in range(start, start + size):
            vertex = row.vertices[place_in_row]
            target = wish + row.offsets[place_in_row]
            moved = max(moved, abs(target - x[vertex]))
            x[vertex] = target
        start += size
    return moved


def _wish(vertex: int, ties: list[Tie], x: list[float]) -> tuple[float, float]:
    """Return the weighted mean x of a vertex's ties and their weight together; tied to nothing, its own x."""
    if len(ties) == 1:
        other, pull = ties[0]
        return x[other], pull
    total, weight = 0.0, 0
    for other, pull in ties:
        total += pull * x[other]
        weight += pull
    return (total / weight, weight) if weight else (x[vertex], LOOSE)


def _keep_gaps(row: Row, centre: list[int]) -> None:
    """Push vertices right where rounding has cost a gap a step."""
    for (left, its_offset), (right, offset) in pairwise(zip(row.vertices, row.offsets, strict=True)):
        centre[right] = max(centre[right], centre[left] + offset - its_offset)
