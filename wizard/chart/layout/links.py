# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pieces that the routes of all arrows consist of, each of them once."""

from dataclasses import dataclass, field
from itertools import pairwise

from wizard.chart.layout.route import Pair, Routes
from wizard.chart.layout.vertices import NODE, Vertices

Point = tuple[int, int]
"""x and y, in layout units."""

Points = tuple[Point, ...]


@dataclass(slots=True)
class Pieces:
    """All pieces, and for each arrow the indexes of those it runs through, from its source down."""

    points: list[Points] = field(default_factory=list)
    of_arrow: list[tuple[int, ...]] = field(default_factory=list)


def find_pieces(vertices: Vertices, x: list[int], routes: Routes) -> Pieces:
    """Return the pieces: each ends where lines part or meet, at a node, or where a second bend would begin.

    `x` holds the centres of the vertices. A piece is straight (2 points) or runs sideways once (4 points).
    """
    pieces = Pieces()
    seen: dict[Pair, int] = {}
    for path in vertices.paths:
        through: list[int] = []
        for run in _runs(vertices, path, routes):
            ends = run[0], run[1]
            if ends not in seen:
                seen[ends] = len(pieces.points)
                pieces.points.append(_points(vertices, run, x, routes))
            through.append(seen[ends])
        pieces.of_arrow.append(tuple(through))
    return pieces


def _runs(vertices: Vertices, path: list[int], routes: Routes) -> list[list[int]]:
    """Cut the path of an arrow where its lines part or meet others, and so that each run has one bend at most."""
    runs: list[list[int]] = []
    bent = False
    for upper, lower in pairwise(path):
        bends = (upper, lower) in routes.bends
        alone = len(vertices.above[upper]) == len(vertices.below[upper]) == 1
        if runs and vertices.kind[upper] != NODE and alone and not (bent and bends):
            runs[-1].append(lower)
            bent = bent or bends
        else:
            runs.append([upper, lower])
            bent = bends
    return runs


def _points(vertices: Vertices, run: list[int], x: list[int], routes: Routes) -> Points:
    """Return the line through a run: from the foot of a node or the middle of another vertex to the next such place."""
    first, last = run[0], run[-1]
    start = routes.y[first] + (vertices.height[first] // 2 if vertices.kind[first] == NODE else 0)
    end = routes.y[last] - (vertices.height[last] // 2 if vertices.kind[last] == NODE else 0)
    for pair in pairwise(run):
        if pair in routes.bends:
            y = routes.bends[pair]
            return (x[first], start), (x[first], y), (x[last], y), (x[last], end)
    return (x[first], start), (x[first], end)


def join_points(pieces: list[Points]) -> Points:
    """Return the whole line of an arrow from its pieces, without points in the middle of a straight stretch."""
    line = list(pieces[0])
    for piece in pieces[1:]:
        line[-1:] = piece[1:]
    return tuple(line)
