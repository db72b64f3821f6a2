# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the vertices may move without losing the order or the gaps of their layers."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wizard.chart.layout.gaps import LINE_GAP, NODE_GAP, PILL_GAP, UNIT
from wizard.chart.layout.vertices import LINE, NODE, Vertices

FAR: Final = 1 << 60
"""Further than anything, in layout units."""

NONE: Final = -1
"""In place of a neighbour: there is none on that side."""


@dataclass(slots=True)
class Room:
    """The neighbours of each vertex in its layer, and the least distances to them, centre to centre."""

    left: list[int]
    right: list[int]
    left_gap: list[int]
    right_gap: list[int]

    def limits(self, vertex: int, x: list[int]) -> tuple[int, int]:
        """Return the leftmost and the rightmost x that the neighbours leave to a vertex."""
        left, right = self.left[vertex], self.right[vertex]
        low = -FAR if left == NONE else x[left] + self.left_gap[vertex]
        high = FAR if right == NONE else x[right] - self.right_gap[vertex]
        return low, high


def gap(vertices: Vertices, left: int, right: int) -> int:
    """Return the least distance between two vertices beside each other, centre to centre, in layout units."""
    kinds = vertices.kind[left], vertices.kind[right]
    between = LINE_GAP if LINE in kinds else NODE_GAP if kinds == (NODE, NODE) else PILL_GAP
    return vertices.half[left] + vertices.half[right] + between * UNIT


def room_of(vertices: Vertices) -> Room:
    """Return the room that each vertex has."""
    count = len(vertices.kind)
    room = Room([NONE] * count, [NONE] * count, [0] * count, [0] * count)
    for layer in vertices.layers:
        for left, right in pairwise(layer):
            room.right[left], room.left[right] = right, left
            room.right_gap[left] = room.left_gap[right] = gap(vertices, left, right)
    return room
