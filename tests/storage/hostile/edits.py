# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of a collection with one thing wrong, made from the small good one."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wizard.storage.errors import FileError

Build = Callable[[Path], None]


@dataclass(frozen=True)
class HostileFolder:
    """A folder made from that of the good collection.

    Attributes:
        name: what is wrong with it.
        build: changes the good folder.
        error: the error that tells it.
        file: the path in the folder that the sentence names; empty for the folder itself.
        says: words that must be in the sentence.
    """

    name: str
    build: Build
    error: type[FileError]
    file: str
    says: str


def edited(file: str, change: Callable[[Any], object]) -> Build:
    """Change the plain data of a file."""

    def build(folder: Path) -> None:
        data = json.loads((folder / file).read_bytes())
        change(data)
        (folder / file).write_text(json.dumps(data), encoding="utf-8")

    return build


def set_to(file: str, *path: str | int, to: object) -> Build:
    """Set one value deep in a file."""

    def change(data: Any) -> None:  # noqa: ANN401 plain data
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = to

    return edited(file, change)


def ignore(_: object) -> None:
    """Take what a call gives back: a builder gives nothing."""
