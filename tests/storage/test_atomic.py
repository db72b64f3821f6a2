# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.storage.rights import WithoutRights, limited_file_size
from wizard.storage.atomic import (
    PRIVATE,
    is_aside,
    make_folder,
    previous_of,
    remove_file,
    remove_leftovers,
    stage,
    write_bytes,
)
from wizard.storage.errors import WriteError

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    data = bytes(range(256)) * 20_000
    write_bytes(tmp_path / "file", data)
    assert (tmp_path / "file").read_bytes() == data
    assert _names(tmp_path) == ["file"]


def test_the_version_before_is_kept_beside_the_file_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_bytes(file, b"one", keep_previous=True)
    assert not previous_of(file).exists()
    for number in range(5):
        write_bytes(file, f"version {number}".encode(), keep_previous=True)
    assert file.read_bytes() == b"version 4"
    assert previous_of(file).read_bytes() == b"version 3"
    assert _names(tmp_path) == ["file", "file.previous"]


def test_the_version_before_is_kept_by_copy_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "this file system has no links")

    file = tmp_path / "file"
    write_bytes(file, b"one")
    monkeypatch.setattr(os, "link", no_link)
    write_bytes(file, b"two", keep_previous=True)
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"two", b"one")
    assert _names(tmp_path) == ["file", "file.previous"]


def test_a_previous_version_that_is_the_same_file_leaves_nothing_aside(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_bytes(file, b"one")
    previous_of(file).hardlink_to(file)
    write_bytes(file, b"two", keep_previous=True)
    assert (file.read_bytes(), previous_of(file).read_bytes()) == (b"two", b"one")
    assert _names(tmp_path) == ["file", "file.previous"]


@on_posix
def test_permissions_are_kept_and_a_private_file_is_private(tmp_path: Path) -> None:
    shared, private = tmp_path / "shared", tmp_path / "private"
    shared.touch()
    shared.chmod(0o640)
    write_bytes(shared, b"new", mode=PRIVATE)
    write_bytes(private, b"new", mode=PRIVATE)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


@on_posix
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_bytes(link, b"new", keep_previous=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert previous_of(target).read_bytes() == b"old"


def test_staged_bytes_that_are_not_committed_vanish(tmp_path: Path) -> None:
    with stage(tmp_path / "file", b"new"):
        assert [is_aside(name) for name in _names(tmp_path)] == [True]
    assert _names(tmp_path) == []


def test_what_a_killed_process_left_is_removed_and_nothing_else_is(tmp_path: Path) -> None:
    kept = [".hidden", "file", "file.previous", "notes.writing", ".file.123.writing"]
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
    left = stage(tmp_path / "2026-014.case.json", b"half")
    assert left.aside is not None
    assert remove_leftovers(tmp_path) == (left.aside,)
    assert _names(tmp_path) == sorted(kept)
    assert remove_leftovers(tmp_path / "not there") == ()


def test_a_folder_that_has_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write_bytes(tmp_path / "gone" / "file", b"new")
    assert str(caught.value) == (
        f"{tmp_path}/gone/file: it is not saved because its folder is not there any more; "
        "plug the drive in again and save again, or save elsewhere."
    )


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(WriteError, match="not a file has its name; save under another name"):
        write_bytes(tmp_path / "file", b"new")
    assert _names(tmp_path) == ["file"]


@pytest.mark.parametrize("name", ["n\0ul", "x" * 300])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="name"):
        write_bytes(tmp_path / name, b"new")
    assert _names(tmp_path) == []


@on_posix
def test_a_folder_one_may_not_write_to_is_told_and_the_file_stays(without_rights: WithoutRights) -> None:
    folder = without_rights.folder
    file = folder / "file"
    file.write_bytes(b"old")
    folder.chmod(0o555)
    with without_rights(), pytest.raises(WriteError, match="you may not write there; save elsewhere"):
        write_bytes(file, b"new", keep_previous=True)
    assert file.read_bytes() == b"old"
    assert _names(folder) == ["file"]


@on_posix
def test_a_file_one_may_not_write_to_is_not_replaced(without_rights: WithoutRights) -> None:
    file = without_rights.folder / "file"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with without_rights(), pytest.raises(WriteError, match="you may not write there"):
        write_bytes(file, b"new")
    assert file.read_bytes() == b"old"


@on_posix
def test_a_folder_that_cannot_be_made_and_a_file_that_cannot_be_removed_are_told(
    without_rights: WithoutRights,
) -> None:
    folder = without_rights.folder
    (folder / "file").write_bytes(b"old")
    folder.chmod(0o555)
    with without_rights():
        with pytest.raises(WriteError, match="you may not write there"):
            make_folder(folder / "new")
        with pytest.raises(WriteError, match="you may not write there"):
            remove_file(folder / "file")
    assert _names(folder) == ["file"]


@on_posix
def test_a_disk_that_takes_no_more_is_told_and_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    with limited_file_size(4096), pytest.raises(WriteError, match="the disk is full; free some space"):
        write_bytes(file, b"x" * 10_000, keep_previous=True)
    assert file.read_bytes() == b"old"
    assert _names(tmp_path) == ["file"]
