# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bytes of a collection's files, before anything in them is looked at."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.storage.capped import SIZE_LIMIT, read_bytes, read_fault
from wizard.storage.errors import NotAFolderError, TooLargeError, TooManyFilesError, UnsafePathError

FILE_LIMIT = 1000
"""Entries of a collection's folder, those of its three inner folders included."""

TOTAL_LIMIT = 64 * 1024 * 1024
"""Bytes of all files of a collection."""

FIXED = ("collection.json", "facts.json", "authorities.json")
INNER = ("tables", "calendars", "scenarios")

_NAME = re.compile(
    r"collection\.json|facts\.json|authorities\.json|[^/]+\.tree\.json"
    r"|tables/[^/]+\.table\.json|calendars/[^/]+\.calendar\.json|scenarios/[^/]+\.scenarios\.json"
)


@dataclass(frozen=True, slots=True)
class FolderBytes:
    """What a collection's folder holds.

    Attributes:
        files: the bytes of each file that belongs to a collection, by its path in the folder with `/` between parts,
            sorted.
        ignored: the paths of everything else, sorted; a folder ends in `/`.
    """

    files: Mapping[str, bytes]
    ignored: tuple[str, ...]


def read_folder(folder: Path) -> FolderBytes:
    """Read every file of a collection.

    Args:
        folder: the folder.

    Raises:
        FileError: `NotAFolderError`, `TooManyFilesError`, `UnsafePathError` for a link that leads out of the folder,
            `TooLargeError`, or what `capped.read_bytes` raises.
    """
    names = list_names(folder)
    files: dict[str, bytes] = {}
    left = TOTAL_LIMIT
    for name in names:
        if belongs(name):
            files[name] = read_bytes(folder / name, SIZE_LIMIT)
            left -= len(files[name])
            if left < 0:
                raise TooLargeError(folder, f"its files are larger than {TOTAL_LIMIT // 1024**2} MiB together")
    return FolderBytes(files, tuple(name for name in names if name not in files))


def belongs(name: str) -> bool:
    """Return whether a path in a collection's folder is that of one of its files."""
    return _NAME.fullmatch(name) is not None


def list_names(folder: Path) -> list[str]:
    """Return the paths of all that lies in a collection's folder, sorted; folders, except the inner three, end in `/`.

    Raises:
        FileError: as `read_folder`.
    """
    names: list[str] = []
    for name in _names(folder, folder, ""):
        names.append(name)
        if len(names) > FILE_LIMIT:
            raise TooManyFilesError(folder, FILE_LIMIT)
    return sorted(names)


def _names(top: Path, folder: Path, prefix: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_symlink():
                    _must_stay_inside(top, Path(entry.path))
                if not Path(entry.path).is_dir():
                    yield name
                elif prefix == "" and name in INNER:
                    yield from _names(top, Path(entry.path), f"{name}/")
                else:
                    yield f"{name}/"
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAFolderError(folder) from error
    except OSError as error:
        raise read_fault(folder, error) from error


def _must_stay_inside(top: Path, link: Path) -> None:
    if not Path(os.path.realpath(link)).is_relative_to(os.path.realpath(top)):
        raise UnsafePathError(link, "this is a link that leads out of the folder of the collection")
