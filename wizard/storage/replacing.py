# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replace several files of a folder together: all are safe on the disk before the first takes its place."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from wizard.storage.atomic import make_folder, remove_file, stage
from wizard.storage.capped import read_bytes
from wizard.storage.errors import FileError


def replace_files(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> tuple[str, ...]:
    """Write files into a folder, then take others away.

    A full disk or a missing right is met while the bytes are written aside, so that nothing has changed yet. Only a
    power cut between two renames can leave some files new and others old.

    Args:
        folder: the folder; it and the folders of the files are made.
        files: the bytes of each file, by its path in the folder, in the order in which they take their places.
        gone: paths in the folder of files that are taken away at the end.

    Returns:
        The paths that were written: a file that is the same already is left alone.

    Raises:
        WriteError: with what to do about it.
    """
    for parent in sorted({(folder / name).parent for name in files}):
        make_folder(parent)
    changed = [name for name, data in files.items() if not _is_same(folder / name, data)]
    with ExitStack() as dropping:
        staged = [dropping.enter_context(stage(folder / name, files[name])) for name in changed]
        for each in staged:
            each.commit()
    for name in gone:
        remove_file(folder / name)
    return tuple(changed)


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, len(data)) == data
    except FileError:
        return False
