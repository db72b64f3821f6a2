# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.storage import settings as module
from wizard.storage.errors import BadShapeError, NotAFileError, NotJsonError, UnknownFormatError
from wizard.storage.settings import SETTINGS_FILE, TEXT_SIZES, ReadSettings, Settings, read_settings, write_settings

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)

_ANY = st.builds(
    Settings,
    theme=st.sampled_from(["system", "light", "dark"]),
    text_size=st.sampled_from(TEXT_SIZES),
    language=st.none() | _WORDS,
    client_language=st.none() | _WORDS,
    digits_choose=st.booleans(),
    motion=st.sampled_from(["system", "none"]),
    staff_name=_WORDS,
    recent_collection=st.none() | _WORDS,
    export_folder=st.none() | _WORDS,
    picture_kind=st.sampled_from(["png", "svg", "pdf"]),
    picture_scale=st.sampled_from(["1x", "2x", "print"]),
    picture_part=st.sampled_from(["path", "whole"]),
    picture_paper=st.sampled_from([None, "letter", "a4"]),
)


@given(settings=_ANY)
def test_settings_are_written_and_read_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    write_settings(folder, settings)
    assert read_settings(folder) == ReadSettings(settings)
    assert [path.name for path in folder.iterdir()] == [SETTINGS_FILE]


def test_without_a_file_there_are_the_defaults_and_nothing_to_tell(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "not there") == ReadSettings(Settings())


def test_the_folder_is_made(tmp_path: Path) -> None:
    write_settings(tmp_path / "a" / "b", Settings())
    assert read_settings(tmp_path / "a" / "b") == ReadSettings(Settings())


def test_settings_that_cannot_be_read_are_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(b"{damaged")
    found = read_settings(tmp_path)
    assert found.settings == Settings()
    assert isinstance(found.problem, NotJsonError)
    assert found.kept == tmp_path / "settings.json.damaged"
    write_settings(tmp_path, Settings()._replace(theme="dark"))
    assert found.kept.read_bytes() == b"{damaged"
    assert read_settings(tmp_path).settings.theme == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "blue"),
        ("theme", ["dark"]),
        ("text_size", 110),
        ("text_size", True),
        ("text_size", 125.0),
        ("digits_choose", 1),
        ("staff_name", None),
        ("staff_name", "x" * 5000),
        ("language", 7),
        ("export_folder", "\ud800"),
        ("colour", "red"),
    ],
)
def test_one_setting_that_cannot_be_is_told_and_the_others_hold(tmp_path: Path, key: str, value: object) -> None:
    data = {"format": 1, "motion": "none", key: value}
    (tmp_path / SETTINGS_FILE).write_text(json.dumps(data))
    found = read_settings(tmp_path)
    assert found.settings == Settings(motion="none")
    assert isinstance(found.problem, BadShapeError)
    assert found.problem.place == f"“{key}”"
    assert "choose it again in the program" in str(found.problem)
    assert found.kept is not None


@pytest.mark.parametrize("found", [None, 2, True, "1"])
def test_settings_of_another_format_are_not_guessed_at(tmp_path: Path, found: object) -> None:
    (tmp_path / SETTINGS_FILE).write_text(json.dumps({"format": found, "theme": "dark"}))
    read = read_settings(tmp_path)
    assert read.settings == Settings()
    assert isinstance(read.problem, UnknownFormatError)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).mkdir()
    found = read_settings(tmp_path)
    assert isinstance(found.problem, NotAFileError)
    assert found.kept is None
    assert found.settings == Settings()


def test_every_setting_is_checked_when_it_is_read() -> None:
    assert list(module._CHECKS) == list(Settings._fields)


def test_settings_do_not_change_under_their_reader() -> None:
    with pytest.raises(AttributeError):
        Settings().theme = "dark"  # type: ignore[misc]  # wrong on purpose
