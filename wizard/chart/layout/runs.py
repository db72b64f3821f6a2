# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of vertices straight above one another, moved sideways as one to where their ties are shortest.

What is minimised is the weighted sum of the sideways lengths of all ties (Gansner, Koutsofios, North and Vo 1993,
section 4), by descent: a run moves while more of its ties pull than hold. Where it meets others it pushes them along,
if that still gains. A run that reaches the x of another that it is tied to grows together with it.
"""

from dataclasses import dataclass
from typing import Final

from wizard.chart.layout.order import Stop, check_stop
from wizard.chart.layout.room import FAR, NONE, Room
from wizard.chart.layout.vertices import Vertices

PASSES: Final = 4
MANY: Final = 20_000
"""From so many vertices on, only PASSES_OF_MANY passes are made."""

PASSES_OF_MANY: Final = 2
STEPS: Final = 6
"""Steps, each to the next tie or neighbour, that a run makes at most in one push."""

GROUP: Final = 100
"""Runs that are pushed along at most."""

PULL: Final = ((2, 1, 4), (6, 2, 6), (2, 2, 8))
"""How strongly a vertex, by its kind, and one below it, by its kind, want to stand above one another."""


@dataclass(slots=True)
class Runs:
    """All runs by index."""

    x: list[int]
    members: list[list[int]]
    left: list[list[tuple[int, int]]]
    """The runs that stand left of each in some layer, and the least distances to them."""

    right: list[list[tuple[int, int]]]
    ties: list[list[tuple[int, int]]]
    """The runs that each is tied to, and how strongly."""


def move_runs(vertices: Vertices, room: Room, x: list[int], should_stop: Stop | None = None) -> None:
    r"""Move runs so that the ties grow shorter; `x` is changed.

    Raises:
        LayoutStopped: if `should_stop`, asked before each pass, says so.
    """
    for count in range(PASSES if len(x) < MANY else PASSES_OF_MANY):
        check_stop(should_stop)
        runs = _find_runs(vertices, room, x)
        directions = (1, -1) if count % 2 == 0 else (-1, 1)
        moved = [_push_all(runs, direction) for direction in directions]
        for run, members in enumerate(runs.members):
            for vertex in members:
                x[vertex] = runs.x[run]
        if not any(moved):
            break


def _find_runs(vertices: Vertices, room: Room, x: list[int]) -> Runs:
    """Join tied vertices of one x into runs, and collect what lies between the runs."""
    run_of = _number_runs(vertices, x)
    count = max(run_of, default=NONE) + 1
    members: list[list[int]] = [[] for _ in range(count)]
    left: list[dict[int, int]] = [{} for _ in range(count)]
    right: list[dict[int, int]] = [{} for _ in range(count)]
    ties: list[dict[int, int]] = [{} for _ in range(count)]
    kind = vertices.kind
    for layer in vertices.layers:
        for vertex in layer:
            run = run_of[vertex]
            members[run].append(vertex)
            if room.right[vertex] != NONE:
                other, distance = run_of[room.right[vertex]], room.right_gap[vertex]
                if right[run].get(other, NONE) < distance:
                    right[run][other] = left[other][run] = distance
            for lower in vertices.below[vertex]:
                other = run_of[lower]
                if other != run:
                    pull = PULL[kind[vertex]][kind[lower]]
                    ties[run][other] = ties[other][run] = ties[run].get(other, 0) + pull
    places = [x[run[0]] for run in members]
    return Runs(places, members, *([list(table.items()) for table in tables] for tables in (left, right, ties)))


def _number_runs(vertices: Vertices, x: list[int]) -> list[int]:
    """Return the run of each vertex: those that ties connect at one x share a number."""
    run_of = [NONE] * len(x)
    count = 0
    for layer in vertices.layers:
        for vertex in layer:
            if run_of[vertex] == NONE:
                run_of[vertex] = count
                stack = [vertex]
                while stack:
                    current = stack.pop()
                    for other in vertices.above[current] + vertices.below[current]:
                        if x[other] == x[vertex] and run_of[other] == NONE:
                            run_of[other] = count
                            stack.append(other)
                count += 1
    return run_of


def _push_all(runs: Runs, direction: int) -> bool:
    """Push every run to one side (1 right, -1 left) as far as that gains; return whether one moved.

    The runs furthest to that side go first, so that they make room.
    """
    moved = False
    for run in sorted(range(len(runs.x)), key=runs.x.__getitem__, reverse=direction > 0):
        for _ in range(STEPS):
            if not (_is_pulled(runs, run, direction) and _push(runs, run, direction)):
                break
            moved = True
    return moved


def _is_pulled(runs: Runs, run: int, direction: int) -> bool:
    """Tell whether more of a run's ties pull it to one side than hold it."""
    here = runs.x[run] * direction
    gain = 0
    for other, pull in runs.ties[run]:
        gain += pull if runs.x[other] * direction > here else -pull
    return gain > 0


def _push(runs: Runs, run: int, direction: int) -> bool:
    """Move a run and all that it touches to the next tie or neighbour, if the group gains by it; return whether."""
    ahead = runs.right if direction > 0 else runs.left
    group, inside = [run], {run}
    for member in group:
        if len(group) > GROUP:
            return False
        here = runs.x[member]
        for other, distance in ahead[member]:
            if other not in inside and (runs.x[other] - here) * direction <= distance:
                inside.add(other)
                group.append(other)
    if _gain(runs, group, inside, direction) <= 0:
        return False
    step = _way(runs, group, inside, direction) * direction
    for member in group:
        runs.x[member] += step
    return True


def _gain(runs: Runs, group: list[int], inside: set[int], direction: int) -> int:
    """Return by how much more the ties of a group pull it to one side than hold it.

    `inside` is the group again: ties inside it do neither.
    """
    gain = 0
    for run in group:
        here = runs.x[run] * direction
        for other, pull in runs.ties[run]:
            if other not in inside:
                gain += pull if runs.x[other] * direction > here else -pull
    return gain


def _way(runs: Runs, group: list[int], inside: set[int], direction: int) -> int:
    """Return how far a group can move to one side before it meets the x of a tie or another run."""
    ahead = runs.right if direction > 0 else runs.left
    way = FAR
    for run in group:
        here = runs.x[run]
        for other, _ in runs.ties[run]:
            if other not in inside and 0 < (away := (runs.x[other] - here) * direction) < way:
                way = away
        for other, distance in ahead[run]:
            if other not in inside:
                way = min(way, (runs.x[other] - here) * direction - distance)
    return way
