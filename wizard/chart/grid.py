# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which things lie near a rectangle: cells of fixed size, each with the numbers of what crosses it."""

from collections.abc import Iterable, Iterator

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
        before: tuple[float, float] | None = None
        for x, y in points:
            if before is not None:
                box = (min(x, before[0]), min(y, before[1]), max(x, before[0]), max(y, before[1]))
                crossed.update(dict.fromkeys(_cells(box)))
            before = (x, y)
        for cell in crossed:
            self._cells.setdefault(cell, []).append(number)

    def near(self, bounds: Bounds) -> list[int]:
        """Return the numbers of all that shares a cell with these bounds."""
        found: set[int] = set()
        for cell in _cells(bounds):
            found.update(self._cells.get(cell, ()))
        return sorted(found)


def _cells(bounds: Bounds) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, row
