# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which things lie near a rectangle: cells of fixed size, each with the numbers of what crosses it."""

from collections.abc import Iterable
from itertools import pairwise

CELL = 512

Bounds = tuple[float, float, float, float]


class Grid:
    """Numbers by cell. `add` takes left, top, right and bottom, px; `near` gives each number once, in order."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[int]] = {}

    def add(self, number: int, bounds: Bounds) -> None:
        """Note that a thing lies within these bounds."""
        for cell in _cells(bounds):
            self._cells.setdefault(cell, []).append(number)

    def add_line(self, number: int, points: Iterable[tuple[float, float]]) -> None:
        """Note a line in the cells that its segments cross: its whole bounding box would fill cells it never enters."""
        crossed: dict[tuple[int, int], None] = {}
        for (x0, y0), (x1, y1) in pairwise(points):
            left, right = (x0, x1) if x0 < x1 else (x1, x0)
            top, bottom = (y0, y1) if y0 < y1 else (y1, y0)
            for cell in _cells((left, top, right, bottom)):
                crossed[cell] = None
        for cell in crossed:
            self._cells.setdefault(cell, []).append(number)

    def near(self, bounds: Bounds) -> list[int]:
        """Return the numbers of all that shares a cell with these bounds."""
        found: set[int] = set()
        for cell in _cells(bounds):
            found.update(self._cells.get(cell, ()))
        return sorted(found)


def _cells(bounds: Bounds) -> list[tuple[int, int]]:
    left, top, right, bottom = bounds
    first, last = int(left // CELL), int(right // CELL)
    upper, lower = int(top // CELL), int(bottom // CELL)
    if first == last and upper == lower:
        return [(first, upper)]
    return [(column, row) for column in range(first, last + 1) for row in range(upper, lower + 1)]
