# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims board with few, some and many lines."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from wizard.ui.walk.board import BoardLine, ClaimsBoard

STATUSES = ("available", "arguable", "likely-foreclosed", "barred")


def lines(count: int) -> tuple[BoardLine, ...]:
    return tuple(
        BoardLine(f"claim-{number}", f"Claim {number}", "the officer", STATUSES[number % 4], number % 2 == 1)
        for number in range(count)
    )


@pytest.fixture
def board(qtbot: QtBot) -> ClaimsBoard:
    board = ClaimsBoard()
    qtbot.addWidget(board)
    return board


def show(board: ClaimsBoard, count: int, width: int = 1366, rest: tuple[str, ...] = ()) -> None:
    board.show_lines(lines(count), rest, ended=False)
    board.resize(width, board.heightForWidth(width))
    board.show()


def test_up_to_five_lines_are_large_tiles_in_one_row(board: ClaimsBoard) -> None:
    show(board, 5)
    assert len(board.tiles) == 5
    assert len({tile.y() for tile in board.tiles}) == 1
    assert 80 <= board.height() <= 92


def test_six_to_twelve_lines_are_small_tiles_in_two_rows(board: ClaimsBoard) -> None:
    show(board, 12, width=1920)
    assert len(board.tiles) == 12
    rows = sorted({tile.y() for tile in board.tiles})
    assert len(rows) == 2
    assert all(tile.height() < 40 for tile in board.tiles)


def test_small_tiles_say_whom_a_line_is_against_where_two_have_the_same_title(board: ClaimsBoard) -> None:
    against = ("the city", "the company")
    twins = [replace(line, title="State tort", against=who) for line, who in zip(lines(2), against, strict=True)]
    board.resize(1366, 100)
    board.show_lines((*twins, *lines(6)[2:]), (), ended=False)
    assert [tile.text for tile in board.tiles[:2]] == ["State tort\nthe city", "State tort\nthe company"]
    assert "\n" not in board.tiles[2].text


def test_more_than_twelve_lines_open_as_a_panel(board: ClaimsBoard) -> None:
    show(board, 15, width=1920, rest=("Other", "Another"))
    assert len(board.tiles) == 11
    assert board.more.text() == "+ 4 more, and 2 not reached"


@pytest.mark.parametrize("count", [1, 3, 5, 6, 9, 12, 15])
@pytest.mark.parametrize("width", [800, 1093, 1366, 1920])
def test_no_tile_is_cut_off_or_lies_on_another(board: ClaimsBoard, count: int, width: int) -> None:
    show(board, count, width)
    for tile in board.tiles:
        assert board.rect().contains(tile.geometry())
        assert tile.rect().contains(tile.badge.geometry())
        others = [one for one in board.tiles if one is not tile]
        assert not any(tile.geometry().intersects(one.geometry()) for one in others)


def test_without_a_claim_the_board_says_so(board: ClaimsBoard) -> None:
    show(board, 0)
    assert board.tiles == []


def test_a_line_is_spoken_with_whom_it_is_against_and_what_it_rests_on(board: ClaimsBoard) -> None:
    show(board, 2)
    assert board.tiles[0].line.spoken == "Claim 0, against the officer, available"
    assert board.tiles[1].line.spoken == "Claim 1, against the officer, arguable, rests on an open fact"
