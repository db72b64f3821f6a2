# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from tests.storage.values import SMALL, any_value, small_collection
from wizard.model import names
from wizard.model.collection import Manifest
from wizard.storage import fields
from wizard.storage.collections import write_collection
from wizard.storage.errors import FileError
from wizard.storage.headers import ListedTree, installed, read_headers
from wizard.storage.jsonfile import to_bytes, value_of

ROOT = Path(__file__).parents[2]


def test_the_header_says_what_home_shows(tmp_path: Path) -> None:
    write_collection(tmp_path, small_collection())
    header = read_headers(tmp_path)
    assert header.problem is None
    assert (header.id, header.version, header.folder) == ("small", "3.1", tmp_path)
    assert header.title == {"en": "A small collection", "es": "Una colección pequeña"}
    assert (header.law_checked_on, header.next_check_due) == (dt.date(2026, 11, 24), dt.date(2027, 5, 24))
    everywhere = {"en": "Everywhere"}
    assert header.trees == (
        ListedTree("outer", {"en": "Outer"}, everywhere, None, starts=True),
        ListedTree("inner", {"en": "Inner"}, everywhere, None, starts=False),
    )


@given(manifest=any_value(Manifest))
def test_every_manifest_that_can_be_read_has_its_header(
    tmp_path_factory: pytest.TempPathFactory, manifest: Manifest
) -> None:
    folder = tmp_path_factory.mktemp("collection")
    (folder / "collection.json").write_bytes(to_bytes(manifest))
    header = read_headers(folder)
    assert header.problem is None
    assert header.id == manifest.id
    assert header.title == manifest.title.model_dump()
    assert [tree.id for tree in header.trees] == [tree.id for tree in manifest.trees]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "../up"}, "id: “../up” is not an id"),
        ({"version": "three"}, "version: “three” is not a version"),
        ({"title": {"es": "Título"}}, "title: the English words are missing"),
        ({"title": {"en": 7}}, "title, en: this must be text"),
        ({"title": {"en": "A", "Español": "B"}}, "title: “Español” is not a language code"),
        ({"title": "A"}, "title: this must be an object"),
        ({"law_checked_on": "2026-13-01"}, "law checked on: “2026-13-01” is not a date"),
        ({"law_checked_on": "20261124"}, "law checked on: “20261124” is not a date"),
        ({"trees": {}}, "trees: this must be a list"),
        ({"trees": [7]}, "tree 1: this must be an object"),
        ({"trees": [{"id": "x"}]}, "tree 1, title: this is missing"),
        ({"format": 2}, "format: it has format 2, made by a newer version"),
        ({"format": None}, "format: the file does not say its format"),
    ],
)
def test_what_cannot_be_shown_is_told_under_the_name_of_the_folder(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "collection.json").write_text(json.dumps({"format": 1, **SMALL["manifest"], **change}))
    header = read_headers(folder)
    assert header.problem is not None
    assert f"{folder}/collection.json, {words}" in header.problem
    assert (header.id, header.title, header.trees) == ("small", {"en": "small"}, ())
    with pytest.raises(FileError):
        value_of(Manifest, (folder / "collection.json").read_bytes(), folder / "collection.json")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    header = read_headers(tmp_path / "gone")
    assert header.problem is not None
    assert "there is no such file" in header.problem


def test_the_bundled_collections_come_first_and_each_folder_by_name(tmp_path: Path) -> None:
    bundled, clinic = tmp_path / "bundled", tmp_path / "clinic"
    for folder in (bundled / "zebra", bundled / "ant", clinic / "bee", clinic / ".hidden"):
        write_collection(folder, small_collection())
    (bundled / "empty").mkdir()
    (bundled / "README").touch()
    (clinic / "damaged").mkdir()
    (clinic / "damaged" / "outer.tree.json").touch()
    found = installed(bundled, clinic)
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "bundled/ant",
        "bundled/zebra",
        "clinic/bee",
        "clinic/damaged",
    ]
    assert installed(tmp_path / "no", tmp_path / "none") == ()


def test_names_are_the_same_as_in_the_model() -> None:
    assert f"^{fields.NAME_PATTERN}$" == names.NAME_PATTERN
    assert fields.NAME_LENGTH == names.NAME_LENGTH
    for ours, theirs in ((fields.LANGUAGE_PATTERN, names.LanguageCode), (fields.VERSION_PATTERN, names.VersionText)):
        assert re.escape(f"^{ours}$") in re.escape(repr(theirs).encode().decode("unicode_escape"))


@pytest.mark.parametrize(
    "module", ["headers", "case_list", "settings", "errors", "capped", "plain", "fields", "migrations", "atomic"]
)
def test_what_home_needs_is_read_without_pydantic_and_without_qt(module: str) -> None:
    code = (
        f"import sys, wizard.storage.{module}\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'pydantic', 'pydantic_core', 'networkx', 'PySide6', 'shiboken6'}, loaded\n"
        "assert not [name for name in sys.modules if name.startswith('wizard.model')]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
