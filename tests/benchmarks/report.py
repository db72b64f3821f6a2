# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all benchmarks share: goals as ratios, times taken side by side, tables, and the last line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Final

ROUNDS: Final = 9
"""Rounds of a measurement, at least; the median counts."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio (or a count that shall be small) and the most that it may be."""

    name: str
    ratio: float
    limit: float

    @property
    def is_met(self) -> bool:
        """Whether the ratio keeps to its limit."""
        return self.ratio <= self.limit


def ratio(ours: float, theirs: float) -> float:
    """Return ours as a part of theirs; if theirs is 0, then 0 if ours is as well, else infinite."""
    if theirs:
        return ours / theirs
    return float("inf") if ours else 0.0


def median_seconds(*sides: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds of each side. All take turns in one run, so that a busy machine slows all alike."""
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(max(rounds, ROUNDS)):
        for side, seconds in zip(sides, taken, strict=True):
            start = perf_counter()
            side()
            seconds.append(perf_counter() - start)
    return [median(seconds) for seconds in taken]


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under a title, the first column to the left and the others to the right; floats with 2 places."""
    cells = [
        list(columns),
        *([f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows),
    ]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    print(f"\n{title}")
    for line in cells:
        first = line[0].ljust(widths[0])
        print("  ".join([first, *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]))


def conclude(goals: Sequence[Goal]) -> int:
    """Print all goals and how many are met; return the exit status: 0 if all are."""
    rows = [(goal.name, goal.ratio, goal.limit, "yes" if goal.is_met else "NO") for goal in goals]
    print_table("Goals", ("goal", "ratio", "at most", "met"), rows)
    met = sum(goal.is_met for goal in goals)
    print(f"\n{met} of {len(goals)} goals met")
    return 0 if met == len(goals) else 1
