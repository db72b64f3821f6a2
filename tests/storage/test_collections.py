# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.values import any_value, small_collection
from wizard.model.scenario import Scenario
from wizard.model.tree import Tree
from wizard.storage.collections import digest_of, files_of, read_collection, write_collection
from wizard.storage.errors import NotAFolderError, UnsafePathError, WriteError
from wizard.storage.jsonfile import value_of

FILES = [
    "authorities.json",
    "calendars/federal.calendar.json",
    "collection.json",
    "facts.json",
    "inner.tree.json",
    "outer.tree.json",
    "scenarios/outer.scenarios.json",
    "tables/years-b.table.json",
    "tables/years.table.json",
]


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_collection_is_written_and_read_as_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "small"
    digest = write_collection(folder, small_collection())
    loaded = read_collection(folder)
    assert loaded.collection == small_collection()
    assert loaded.folder == folder
    assert loaded.digest == digest
    assert loaded.ignored == ()
    assert _files(folder) == FILES


def test_trees_stand_in_the_order_of_the_manifest_and_the_rest_by_id(tmp_path: Path) -> None:
    small = small_collection()
    mixed = small.model_copy(
        update={
            "tables": small.tables[::-1],
            "scenarios": (_scenario("b", "inner"), _scenario("c", "outer"), _scenario("a", "outer")),
        }
    )
    write_collection(tmp_path, mixed)
    found = read_collection(tmp_path).collection
    assert [tree.id for tree in found.trees] == ["outer", "inner"]
    assert [table.id for table in found.tables] == ["years", "years-b"]
    assert [scenario.id for scenario in found.scenarios] == ["a", "b", "c"]


def _scenario(scenario_id: str, tree: str) -> Scenario:
    return small_collection().scenarios[0].model_copy(update={"id": scenario_id, "tree": tree})


def test_the_digest_is_that_of_paths_and_bytes_by_path(tmp_path: Path) -> None:
    write_collection(tmp_path, small_collection())
    expected = hashlib.sha256()
    for name in FILES:
        data = (tmp_path / name).read_bytes()
        expected.update(name.encode() + b"\0" + len(data).to_bytes(8, "big") + data)
    assert read_collection(tmp_path).digest == expected.hexdigest()


def test_the_digest_does_not_depend_on_what_else_lies_there_and_does_on_every_byte(tmp_path: Path) -> None:
    digest = write_collection(tmp_path, small_collection())
    (tmp_path / "notes.txt").write_text("mine")
    assert read_collection(tmp_path).digest == digest
    with (tmp_path / "facts.json").open("ab") as file:
        file.write(b"\n")
    assert read_collection(tmp_path).digest != digest


@given(names=st.lists(st.text(min_size=1, max_size=3), min_size=2, max_size=4, unique=True), data=st.binary(max_size=4))
def test_no_two_sets_of_files_share_a_digest_by_where_a_name_ends(names: list[str], data: bytes) -> None:
    apart = dict.fromkeys(names, data)
    joined = {"".join(names): data * len(names)}
    assert digest_of(apart) != digest_of(joined)


def test_what_does_not_belong_is_named(tmp_path: Path) -> None:
    write_collection(tmp_path, small_collection())
    (tmp_path / "notes.txt").touch()
    (tmp_path / "tables" / "years.json").touch()
    (tmp_path / "tables" / "deeper").mkdir()
    (tmp_path / "tables" / "deeper" / "x.table.json").touch()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "outer.tree.json").touch()
    assert read_collection(tmp_path).ignored == ("notes.txt", "old/", "tables/deeper/", "tables/years.json")


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    small = small_collection()
    write_collection(tmp_path, small)
    before = {name: (tmp_path / name).stat().st_ino for name in FILES}
    inner = small.trees[1].model_copy(update={"first": "end"})
    write_collection(tmp_path, small.model_copy(update={"trees": (small.trees[0], inner)}))
    after = {name: (tmp_path / name).stat().st_ino for name in FILES}
    assert [name for name in FILES if before[name] != after[name]] == ["inner.tree.json"]
    assert _files(tmp_path) == FILES


def test_the_files_of_what_is_gone_are_taken_away_and_no_others(tmp_path: Path) -> None:
    small = small_collection()
    write_collection(tmp_path, small)
    (tmp_path / "notes.txt").touch()
    (tmp_path / "scenarios" / "by-hand.scenarios.json").write_bytes(
        (tmp_path / "scenarios" / "outer.scenarios.json").read_bytes()
    )
    manifest = small.manifest.model_copy(update={"trees": small.manifest.trees[:1]})
    less = small.model_copy(update={"manifest": manifest, "trees": small.trees[:1], "tables": (), "calendars": ()})
    write_collection(tmp_path, less)
    assert _files(tmp_path) == [
        "authorities.json",
        "collection.json",
        "facts.json",
        "notes.txt",
        "outer.tree.json",
        "scenarios/outer.scenarios.json",
    ]
    assert read_collection(tmp_path).collection == less


def test_a_collection_is_not_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "small", tmp_path / "outside"
    write_collection(folder, small_collection())
    outside.write_bytes(b"mine")
    (folder / "facts.json").unlink()
    (folder / "facts.json").symlink_to(outside)
    with pytest.raises(UnsafePathError, match=r"facts\.json: this is a link that leads out"):
        write_collection(folder, small_collection())
    assert outside.read_bytes() == b"mine"


def test_a_link_that_stays_inside_is_read(tmp_path: Path) -> None:
    write_collection(tmp_path, small_collection())
    (tmp_path / "facts.json").rename(tmp_path / "shared-facts")
    (tmp_path / "facts.json").symlink_to("shared-facts")
    loaded = read_collection(tmp_path)
    assert loaded.collection == small_collection()
    assert loaded.ignored == ("shared-facts",)


def test_an_id_that_windows_keeps_for_a_device_is_refused(tmp_path: Path) -> None:
    small = small_collection()
    tree = small.trees[0].model_copy(update={"id": "con"})
    with pytest.raises(UnsafePathError, match="Windows cannot store a file that is named “con”; choose another id"):
        write_collection(tmp_path / "small", small.model_copy(update={"trees": (tree,)}))
    assert not (tmp_path / "small").exists()


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"mine")
    with pytest.raises(NotAFolderError):
        write_collection(tmp_path / "small", small_collection())
    with pytest.raises(WriteError):
        write_collection(tmp_path / "small" / "inner", small_collection())
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


@given(trees=st.lists(any_value(Tree), max_size=2, unique_by=lambda tree: tree.id))
def test_the_files_of_any_collection_give_its_trees_again(trees: list[Tree]) -> None:
    collection = small_collection().model_copy(update={"trees": tuple(trees)})
    files = files_of(collection)
    assert [value_of(Tree, files[f"{tree.id}.tree.json"], Path("x")) for tree in trees] == trees
