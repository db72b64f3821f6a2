# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The collections on this computer: what Home shows of them, and their trees, read and linked once each.

The model and the engine are imported when the first tree is asked for: Home paints before.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from wizard.storage.errors import FileError
from wizard.storage.headers import CollectionHeader, installed, read_headers

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.engine.graph import CollectionIndex, TreeGraph
    from wizard.model.case import CollectionRef


class NoSuchTreeError(FileError):
    """No collection on this computer has the tree."""


class UnlinkableTreeError(FileError):
    """The tree is damaged: it leads to nothing, or round in a circle."""


class OpenedTree(NamedTuple):
    """A tree ready to be walked, and the version of its collection as a case names it."""

    graph: TreeGraph
    ref: CollectionRef


class Library:
    """Reads each collection once; may be asked from any thread."""

    def __init__(self, bundled: Path, clinic: Path) -> None:
        self._bundled = bundled
        self._clinic = clinic
        self._lock = threading.Lock()
        self._indexes: dict[Path, tuple[CollectionIndex, CollectionRef]] = {}
        self._trees: dict[tuple[Path, str], OpenedTree] = {}

    def headers(self) -> tuple[CollectionHeader, ...]:
        """Return what Home shows of each collection; one that cannot be read says why."""
        return tuple(read_headers(folder) for folder in installed(self._bundled, self._clinic))

    def folder_of(self, collection: str) -> Path:
        """Return the folder of the collection with this id; the clinic's own wins over the bundled one.

        Raises:
            NoSuchTreeError: there is none.
        """
        folders = [header.folder for header in self.headers() if header.id == collection and header.problem is None]
        if not folders:
            what = f"the collection “{collection}”, which this case was walked on, is not on this computer"
            raise NoSuchTreeError(self._clinic, what, "install it, then open the case again")
        return folders[-1]

    def open(self, folder: Path, tree: str) -> OpenedTree:
        """Return a tree of the collection in a folder; read and linked at the first time only.

        Raises:
            FileError: the collection cannot be read, or its tree cannot be walked.
        """
        with self._lock:
            key = (folder, tree)
            if key not in self._trees:
                self._trees[key] = self._link(folder, tree)
            return self._trees[key]

    def _link(self, folder: Path, tree: str) -> OpenedTree:
        from wizard.engine.graph import LinkError, link  # noqa: PLC0415 Home paints before the engine loads

        index, ref = self._index(folder)
        if tree not in index.trees:
            what = f"the collection has no tree “{tree}”"
            raise NoSuchTreeError(folder, what, "install the version of the law that has it")
        try:
            return OpenedTree(link(index, tree), ref)
        except LinkError as error:
            problem = error.problems[0]
            raise UnlinkableTreeError(folder, problem.message, problem.mend, str(problem.place)) from error

    def _index(self, folder: Path) -> tuple[CollectionIndex, CollectionRef]:
        from wizard.engine.graph import CollectionIndex  # noqa: PLC0415 Home paints before the engine loads
        from wizard.model.case import CollectionRef  # noqa: PLC0415
        from wizard.storage.collections import read_collection  # noqa: PLC0415

        if folder not in self._indexes:
            loaded = read_collection(folder)
            manifest = loaded.collection.manifest
            ref = CollectionRef(id=manifest.id, version=manifest.version, digest=loaded.digest)
            self._indexes[folder] = (CollectionIndex(loaded.collection), ref)
        return self._indexes[folder]
