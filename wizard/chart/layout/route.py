# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The y of every layer and the way of every line.

Between two layers each question's choices share one line that runs sideways (a fork), and so do the lines that lead to
one vertex (a join). Lines run only between the layers and in the slots that their vertices hold in them, so none can
meet a box or a label that is not its own.
"""

from dataclasses import dataclass, field

from wizard.chart.layout.gaps import FORK_GAP, HEAD, RANK_GAP, STRAIGHT_HEAD, STUB, TRACK, UNIT
from wizard.chart.layout.tracks import Net, number_tracks
from wizard.chart.layout.vertices import Vertices

Pair = tuple[int, int]
"""Two tied vertices of neighbouring layers, the upper first."""


@dataclass(slots=True)
class Routes:
    """Where everything stands and runs, in layout units."""

    y: list[int]
    """The centre of every vertex."""

    bends: dict[Pair, int] = field(default_factory=dict)
    """The y of the line that runs sideways, for each two tied vertices that do not stand straight above one another."""

    height: int = 0


def route(vertices: Vertices, x: list[int]) -> Routes:
    """Return the y of every vertex and of every line that runs sideways; `x` holds the centres of the vertices."""
    routes = Routes([0] * len(vertices.kind))
    foot, rank_foot, forked = 0, 0, False
    for index, layer in enumerate(vertices.layers):
        top = foot
        if index:
            tracks = _bend(vertices, x, index - 1, foot, routes.bends)
            forked = forked or tracks > 0
            top += _gap(index - 1, tracks)
        if index and index % 2 == 0:
            top = max(top, rank_foot + UNIT * (FORK_GAP if forked else RANK_GAP))
            forked = False
        height = max((vertices.height[vertex] for vertex in layer), default=0)
        for vertex in layer:
            routes.y[vertex] = top + height // 2
        foot = top + height
        if index % 2 == 0:
            rank_foot = foot
    routes.height = foot
    return routes


def _gap(index: int, tracks: int) -> int:
    """Return the distance from layer `index` to the next when so many lines lie between them, in layout units."""
    to_node = index % 2 == 1
    if tracks:
        return UNIT * (STUB + (tracks - 1) * TRACK + (HEAD if to_node else STUB))
    return UNIT * (STRAIGHT_HEAD if to_node else STUB)


def _bend(vertices: Vertices, x: list[int], index: int, foot: int, bends: dict[Pair, int]) -> int:
    """Fill in `bends` between layer `index`, whose foot is at `foot`, and the next; return the number of tracks."""
    groups = _groups(vertices, index)
    nets = [Net(tuple([x[pair[0]] for pair in group]), tuple([x[pair[1]] for pair in group])) for group in groups]
    tracks = number_tracks(nets)
    for group, track in zip(groups, tracks, strict=True):
        if track is not None:
            y = foot + UNIT * (STUB + track * TRACK)
            for upper, lower in group:
                if x[upper] != x[lower]:
                    bends[upper, lower] = y
    return 1 + max((track for track in tracks if track is not None), default=-1)


def _groups(vertices: Vertices, index: int) -> list[list[Pair]]:
    """Return the tied pairs of layer `index` and the next by the line they share.

    A vertex with several below it shares one with them all, the others share theirs by the vertex below.
    """
    forks: list[list[Pair]] = []
    joins: dict[int, list[Pair]] = {}
    for upper in vertices.layers[index]:
        below = vertices.below[upper]
        if len(below) > 1:
            forks.append([(upper, lower) for lower in below])
        elif below:
            joins.setdefault(below[0], []).append((upper, below[0]))
    return forks + list(joins.values())
