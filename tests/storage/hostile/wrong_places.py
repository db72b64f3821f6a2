# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of a collection in which files are missing, misplaced, or no files at all."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.storage.hostile.edits import Build, HostileFolder, edited, ignore, set_to
from tests.storage.hostile.texts import CYRILLIC_OUTER
from wizard.storage.errors import (
    MissingTreeError,
    NotAFileError,
    NotAFolderError,
    NotFoundError,
    TooLargeError,
    TooManyFilesError,
    UnlistedTreeError,
    UnsafePathError,
    WrongNameError,
)

OUTER = "outer.tree.json"


def _replaced(file: str, make: Callable[[Path], object]) -> Build:
    """Take a file away and make something else in its place."""

    def build(folder: Path) -> None:
        path = folder / file
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        make(path)

    return build


def _moved(old: str, new: str) -> Build:
    return lambda folder: ignore((folder / old).rename(folder / new))


def _sparse(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def _linked_to(target: str | Path) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _outside(path: Path) -> None:
    """A link to a good file that lies beside the folder."""
    outside = path.parent.parent / "outside.json"
    outside.write_text('{"format": 1, "facts": []}')
    path.symlink_to(outside)


def _outside_folder(path: Path) -> None:
    outside = path.parent.parent / "outside"
    outside.mkdir()
    path.symlink_to(outside)


def _many(folder: Path) -> None:
    for number in range(1000):
        (folder / f"note-{number}.txt").touch()


def _heavy(folder: Path) -> None:
    for number in range(9):
        _sparse(8 * 1024**2)(folder / "tables" / f"heavy-{number}.table.json")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    """A socket that nobody listens to; made without touching the network, which the tests may not."""
    os.mknod(path, 0o140600)


def _named(path: Path) -> None:
    path.mkdir()


def _copy_of_outer(folder: Path) -> None:
    shutil.copy(folder / "outer.tree.json", folder / "third.tree.json")
    edited("collection.json", lambda data: data["trees"].append({**data["trees"][0], "id": "third"}))(folder)


WRONG_PLACES = (
    HostileFolder("1 GB of nothing", _replaced(OUTER, _sparse(1024**3)), TooLargeError, OUTER, "larger than 8 MiB"),
    HostileFolder(
        "20 GB of nothing",
        _replaced("facts.json", _sparse(20 * 1024**3)),
        TooLargeError,
        "facts.json",
        "larger than 8 MiB",
    ),
    HostileFolder("more than 64 MiB together", _heavy, TooLargeError, "", "larger than 64 MiB together"),
    HostileFolder("too many files", _many, TooManyFilesError, "", "more than 1000 files"),
    HostileFolder(
        "a folder in place of a tree",
        _replaced(OUTER, _named),
        MissingTreeError,
        "collection.json",
        "tree “outer”: the tree has no file",
    ),
    HostileFolder(
        "a folder in place of the manifest",
        _replaced("collection.json", _named),
        NotFoundError,
        "collection.json",
        "there is no such file",
    ),
    HostileFolder("a pipe", _replaced(OUTER, _pipe), NotAFileError, OUTER, "this is a pipe, not a file"),
    HostileFolder(
        "a socket", _replaced("facts.json", _socket), NotAFileError, "facts.json", "this is a socket, not a file"
    ),
    HostileFolder(
        "a link to a device",
        _replaced("facts.json", _linked_to("/dev/zero")),
        UnsafePathError,
        "facts.json",
        "a link that leads out",
    ),
    HostileFolder(
        "a link to what is not there",
        _replaced("facts.json", _linked_to("gone.json")),
        UnsafePathError,
        "facts.json",
        "a link to a file that is not there",
    ),
    HostileFolder(
        "a link that leads out",
        _replaced("facts.json", _outside),
        UnsafePathError,
        "facts.json",
        "a link that leads out",
    ),
    HostileFolder(
        "a link to /etc/passwd",
        _replaced("authorities.json", _linked_to("/etc/passwd")),
        UnsafePathError,
        "authorities.json",
        "a link that leads out",
    ),
    HostileFolder(
        "a link up and down again",
        _replaced("facts.json", _linked_to("../outside.json")),
        UnsafePathError,
        "facts.json",
        "a link that leads out",
    ),
    HostileFolder(
        "a link to itself",
        _replaced("facts.json", _linked_to("facts.json")),
        UnsafePathError,
        "facts.json",
        "leads back to itself",
    ),
    HostileFolder(
        "an inner folder that is a link out",
        _replaced("tables", _outside_folder),
        UnsafePathError,
        "tables",
        "a link that leads out",
    ),
    HostileFolder(
        "a needless link out",
        lambda folder: (folder / "notes.txt").symlink_to("/etc/passwd"),
        UnsafePathError,
        "notes.txt",
        "a link that leads out",
    ),
    HostileFolder(
        "a tree under another name",
        _moved(OUTER, "other.tree.json"),
        MissingTreeError,
        "collection.json",
        "put the file “outer.tree.json” into the folder",
    ),
    HostileFolder(
        "a tree with another id",
        set_to(OUTER, "id", to="other"),
        WrongNameError,
        OUTER,
        "name the file “other.tree.json”, or mend the id",
    ),
    HostileFolder(
        "a table under another name",
        _moved("tables/years.table.json", "tables/Years.table.json"),
        WrongNameError,
        "tables/Years.table.json",
        "name the file “years.table.json”",
    ),
    HostileFolder(
        "a calendar with another id",
        set_to("calendars/federal.calendar.json", "id", to="state"),
        WrongNameError,
        "calendars/federal.calendar.json",
        "name the file “state.calendar.json”",
    ),
    HostileFolder("two trees with one id", _copy_of_outer, WrongNameError, "third.tree.json", "holds the id “outer”"),
    HostileFolder(
        "a tree that is not named",
        lambda folder: ignore(shutil.copy(folder / OUTER, folder / "third.tree.json")),
        UnlistedTreeError,
        "third.tree.json",
        "the tree “third” is not named in collection.json",
    ),
    HostileFolder(
        "a tree whose name looks alike",
        lambda folder: ignore(shutil.copy(folder / OUTER, folder / f"{CYRILLIC_OUTER}.tree.json")),
        UnlistedTreeError,
        f"{CYRILLIC_OUTER}.tree.json",
        "is not named in collection.json",
    ),
    HostileFolder(
        "a tree that is not there",
        lambda folder: (folder / "inner.tree.json").unlink(),
        MissingTreeError,
        "collection.json",
        "tree “inner”: the tree has no file",
    ),
    HostileFolder(
        "a tree that is named twice",
        edited("collection.json", lambda data: data["trees"].append(data["trees"][0])),
        MissingTreeError,
        "collection.json",
        "the tree is named twice; name it once",
    ),
    HostileFolder(
        "no manifest",
        lambda folder: (folder / "collection.json").unlink(),
        NotFoundError,
        "collection.json",
        "there is no such file",
    ),
    HostileFolder(
        "no facts",
        lambda folder: (folder / "facts.json").unlink(),
        NotFoundError,
        "facts.json",
        "there is no such file",
    ),
    HostileFolder(
        "no authorities",
        lambda folder: (folder / "authorities.json").unlink(),
        NotFoundError,
        "authorities.json",
        "there is no such file",
    ),
    HostileFolder("nothing at all", shutil.rmtree, NotAFolderError, "", "there is no such folder"),
)
