# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of cases in a folder, from a few fields of each; a damaged case is listed as damaged, never left out.

Standard library only: Home shows the recent cases before pydantic loads.
"""

import datetime as dt
import heapq
import os
from pathlib import Path
from typing import NamedTuple

from wizard.storage.atomic import PREVIOUS_SUFFIX
from wizard.storage.capped import read_bytes, read_fault
from wizard.storage.errors import FileError
from wizard.storage.fields import Fields
from wizard.storage.migrations import migrate
from wizard.storage.plain import object_of

CASE_SUFFIX = ".case.json"


class ListedCase(NamedTuple):
    """One line of the list of cases.

    Attributes:
        path: its file.
        number: its number, such as `2026-014`; the name of the file where the case is damaged.
        title: what staff called it; may be empty.
        id: its own id, as text.
        collection: the id of the collection it was walked on.
        version: the version of that collection.
        tree: the tree it was walked on.
        started_at: when it was begun; None where the case is damaged.
        changed_at: when it was last changed; where the case is damaged, when its file was, in UTC.
        archived: whether it was put away.
        problem: what is wrong with it, or None.
    """

    path: Path
    number: str
    changed_at: dt.datetime
    title: str = ""
    id: str = ""
    collection: str = ""
    version: str = ""
    tree: str = ""
    started_at: dt.datetime | None = None
    archived: bool = False
    problem: FileError | None = None


def list_cases(folder: Path, newest: int | None = None) -> tuple[ListedCase, ...]:
    """Return the cases in a folder, the one changed last first.

    Args:
        folder: the case folder; one that does not exist holds no case.
        newest: read only so many, those whose files changed last; None: all.

    Raises:
        FileError: when the folder is there and cannot be read.
    """
    found = _case_files(folder)
    chosen = found if newest is None else heapq.nlargest(newest, found)
    listed = [_listed(path, changed_ns) for changed_ns, path in chosen]
    return tuple(sorted(listed, key=lambda case: (case.changed_at, case.path.name), reverse=True))


def _case_files(folder: Path) -> list[tuple[int, Path]]:
    """Each case file with the time its file changed, in nanoseconds; also one of which only the previous is left."""
    try:
        with os.scandir(folder) as entries:
            names = {entry.name for entry in entries}
    except FileNotFoundError:
        return []
    except OSError as error:
        raise read_fault(folder, error) from error
    cases = {name.removesuffix(PREVIOUS_SUFFIX) for name in names}
    return [
        (_changed_ns(folder / name), folder / name)
        for name in cases
        if name.endswith(CASE_SUFFIX) and not name.startswith(".")
    ]


def _changed_ns(path: Path) -> int:
    try:
        return path.lstat().st_mtime_ns
    except OSError:
        return 0


def _listed(path: Path, changed_ns: int) -> ListedCase:
    try:
        return _read(path)
    except FileError as error:
        changed = dt.datetime.fromtimestamp(max(changed_ns, 0) / 1e9, dt.UTC)
        number = path.name.removesuffix(CASE_SUFFIX)
        return ListedCase(path=path, number=number, changed_at=changed, problem=error)


def _read(path: Path) -> ListedCase:
    fields = Fields(migrate(object_of(read_bytes(path), path), "case", path), path)
    collection = fields.object("collection")
    return ListedCase(
        path=path,
        number=fields.text("number"),
        title=fields.text_or("title", ""),
        id=fields.text("id"),
        collection=collection.name("id"),
        version=collection.version("version"),
        tree=fields.name("tree"),
        started_at=fields.moment("started_at"),
        changed_at=fields.moment("changed_at"),
        archived=fields.flag("archived", default=False),
    )
