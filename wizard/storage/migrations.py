# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an older format of a file to the present one, step by step, on plain data.

A step knows the shape of its own day and nothing of today's: it imports no other code of the program, so that it
still works when that code has moved on. To change the format of a kind of file, raise its number in `PRESENT`, add the
step from the number before to `STEPS`, and keep a file of the old format as test data.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from wizard.storage.errors import UnknownFormatError, shown

FileKind = Literal["collection", "facts", "authorities", "table", "calendar", "scenarios", "tree", "case"]

Step = Callable[[dict[str, object]], dict[str, object]]
"""From the plain data of one format to that of the next; `format` itself is set by `migrate`."""

PRESENT: Mapping[FileKind, int] = MappingProxyType(
    {
        "collection": 1,
        "facts": 1,
        "authorities": 1,
        "table": 1,
        "calendar": 1,
        "scenarios": 1,
        "tree": 1,
        "case": 1,
    }
)
"""The format that this program writes, for each kind of file."""

STEPS: Mapping[tuple[FileKind, int], Step] = MappingProxyType({})
"""The step that leads on from a format, by kind of file and that format. Format 1 is the first there ever was."""


def format_of(data: Mapping[str, object], kind: FileKind, file: Path) -> int:
    """Return the format that a file says it has, once it is known that this program can read it.

    Args:
        data: the plain data of the file; only its `format` is looked at.
        kind: the kind of file.
        file: its name, for errors.

    Raises:
        UnknownFormatError: when it has none, a newer one, or one older than any step leads from.
    """
    present = PRESENT[kind]
    found = data.get("format")
    if found is None:
        what = "the file does not say its format"
        raise UnknownFormatError(file, what, f"add “format”: {present}, or choose a file of this program", "format")
    if not isinstance(found, int) or isinstance(found, bool):
        what = f"the format is written as {shown(json.dumps(found))}, which is not a whole number"
        raise UnknownFormatError(file, what, f"write “format”: {present}", "format")
    if found > present:
        what = f"it has format {found}, made by a newer version of the program, and this one reads up to {present}"
        raise UnknownFormatError(file, what, "install the newer version to open it", "format")
    if any((kind, number) not in STEPS for number in range(found, present)):
        what = f"there is no format {found} of such a file"
        raise UnknownFormatError(file, what, f"write “format”: {present}, or take an undamaged copy", "format")
    return found


def migrate(data: dict[str, object], kind: FileKind, file: Path) -> dict[str, object]:
    """Return the data in the present format.

    Args:
        data: the plain data of the whole file; it is not changed.
        kind: the kind of file.
        file: its name, for errors.

    Raises:
        UnknownFormatError: as `format_of`.
    """
    for number in range(format_of(data, kind, file), PRESENT[kind]):
        data = {**STEPS[kind, number](dict(data)), "format": number + 1}
    return data
