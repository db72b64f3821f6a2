# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid finds whatever lies near, as looking at everything would."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wizard.chart.grid import CELL, Bounds, Grid

NUMBERS = st.floats(-3 * CELL, 3 * CELL)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    left, right = sorted((draw(NUMBERS), draw(NUMBERS)))
    top, bottom = sorted((draw(NUMBERS), draw(NUMBERS)))
    return left, top, right, bottom


LINES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=5)


def meet(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def grown(one: Bounds) -> Bounds:
    """What shares a cell with these bounds lies in here."""
    return one[0] - CELL, one[1] - CELL, one[2] + CELL, one[3] + CELL


def orthogonal(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line with only upright and level pieces, as a chart has."""
    points = [line[0]]
    for x, y in line[1:]:
        points += [(points[-1][0], y), (x, y)]
    return points


def pieces(line: list[tuple[float, float]]) -> list[Bounds]:
    return [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in pairwise(line)]


@given(st.lists(bounds(), max_size=20), bounds())
def test_all_that_meets_a_rectangle_is_found_and_nothing_far_away(things: list[Bounds], asked: Bounds) -> None:
    grid = Grid()
    for number, thing in enumerate(things):
        grid.add(number, thing)
    found = grid.near(asked)
    assert found == sorted(set(found))
    assert {number for number, thing in enumerate(things) if meet(thing, asked)} <= set(found)
    assert all(meet(things[number], grown(asked)) for number in found)


@given(st.lists(LINES, max_size=10), bounds())
def test_a_line_is_found_where_one_of_its_pieces_runs(drawn: list[list[tuple[float, float]]], asked: Bounds) -> None:
    lines = [orthogonal(line) for line in drawn]
    grid = Grid()
    for number, line in enumerate(lines):
        grid.add_line(number, line)
    found = grid.near(asked)
    assert {n for n, line in enumerate(lines) if any(meet(piece, asked) for piece in pieces(line))} <= set(found)
    assert all(any(meet(piece, grown(asked)) for piece in pieces(lines[number])) for number in found)


def test_a_line_is_not_found_in_the_middle_of_the_box_around_it() -> None:
    grid = Grid()
    grid.add_line(7, [(0, 0), (0, 10 * CELL), (10 * CELL, 10 * CELL)])
    assert grid.near((5 * CELL, 5 * CELL, 5 * CELL + 1, 5 * CELL + 1)) == []
    assert grid.near((5 * CELL, 10 * CELL, 5 * CELL + 1, 10 * CELL + 1)) == [7]
