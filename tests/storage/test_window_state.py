# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage.window_state import STATE_FILE, WindowState, read_window_state, write_window_state

_WORDS = st.text(st.characters(exclude_characters="\0"), max_size=20)


@given(geometry=_WORDS, page=_WORDS, case=st.none() | st.just(Path("/cases/María 1.case.json")))
def test_where_the_window_was_left_is_written_and_read_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, geometry: str, page: str, case: Path | None
) -> None:
    folder = tmp_path_factory.mktemp("state") / "new"
    write_window_state(folder, WindowState(geometry, page, case))
    assert read_window_state(folder) == WindowState(geometry, page, case)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_state_that_cannot_be_read_is_the_plain_beginning(tmp_path: Path, data: bytes) -> None:
    (tmp_path / STATE_FILE).write_bytes(data)
    assert read_window_state(tmp_path) == WindowState()
    assert read_window_state(tmp_path / "not there") == WindowState()


@pytest.mark.parametrize("wrong", [7, None, ["a"], "x" * 5000, "a\0b"])
def test_a_part_that_cannot_be_is_left_out(tmp_path: Path, wrong: object) -> None:
    (tmp_path / STATE_FILE).write_text(json.dumps({"geometry": wrong, "page": "walk", "case": wrong}))
    assert read_window_state(tmp_path) == WindowState(page="walk")
