# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read and write a collection: a folder with these files and no others.

`collection.json`, `facts.json`, `authorities.json`, `<id>.tree.json`, `tables/<id>.table.json`,
`calendars/<id>.calendar.json` and `scenarios/<any name>.scenarios.json`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from wizard.model.collection import AuthorityFile, Collection, FactFile, Manifest
from wizard.model.scenario import Scenario, ScenarioFile
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree
from wizard.storage.errors import (
    MissingTreeError,
    NotFoundError,
    UnlistedTreeError,
    UnsafePathError,
    WrongNameError,
    shown,
)
from wizard.storage.folder import FolderBytes, belongs, list_names, read_folder
from wizard.storage.headers import MANIFEST, TREE_SUFFIX
from wizard.storage.jsonfile import FileValue, to_bytes, value_of
from wizard.storage.replacing import replace_files

FACTS = "facts.json"
AUTHORITIES = "authorities.json"

_Named = TypeVar("_Named", Table, Calendar)
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A collection as it was read.

    Attributes:
        collection: the collection; trees in the order of the manifest, tables, calendars and scenarios by id.
        digest: the SHA-256 of its files, in hex; a case names it.
        folder: where it lies.
        ignored: what else lies there, by path in the folder.
    """

    collection: Collection
    digest: str
    folder: Path
    ignored: tuple[str, ...]


def read_collection(folder: Path) -> Loaded:
    """Read the collection in a folder.

    Args:
        folder: the folder.

    Raises:
        FileError: one class for each thing that can be wrong, with the file and the place in it.
    """
    found = read_folder(folder)
    manifest = _the_one(Manifest, folder, found, MANIFEST)
    facts = _the_one(FactFile, folder, found, FACTS)
    authorities = _the_one(AuthorityFile, folder, found, AUTHORITIES)
    collection = Collection(
        manifest=manifest,
        facts=facts.facts,
        choice_lists=facts.choice_lists,
        authorities=authorities.authorities,
        tables=_named(Table, folder, found, "tables/", ".table.json"),
        calendars=_named(Calendar, folder, found, "calendars/", ".calendar.json"),
        trees=_trees(folder, found, manifest),
        scenarios=_scenarios(folder, found),
    )
    return Loaded(collection, digest_of(found.files), folder, found.ignored)


def write_collection(folder: Path, collection: Collection) -> str:
    """Write a collection into a folder, and take away the files of what it no longer has.

    Scenarios go into one file for each tree. Files that do not belong to a collection are left alone.

    Args:
        folder: the folder; it is made if it is not there.
        collection: the collection.

    Returns:
        Its digest.

    Raises:
        WriteError: with what to do about it.
        FileError: when what lies in the folder cannot be looked at.
    """
    files = files_of(collection)
    present = list_names(folder) if folder.exists() else []
    replace_files(folder, files, [name for name in present if belongs(name) and name not in files])
    return digest_of(files)


def files_of(collection: Collection) -> dict[str, bytes]:
    """Return the bytes of each file of a collection by its path in the folder; the manifest comes last.

    Raises:
        UnsafePathError: when an id cannot be the name of a file on every system.
    """
    by_tree: dict[str, list[Scenario]] = {}
    for scenario in collection.scenarios:
        by_tree.setdefault(scenario.tree, []).append(scenario)
    values = {
        **{f"{_safe(tree.id)}{TREE_SUFFIX}": tree for tree in collection.trees},
        **{f"tables/{_safe(table.id)}.table.json": table for table in collection.tables},
        **{f"calendars/{_safe(calendar.id)}.calendar.json": calendar for calendar in collection.calendars},
        **{
            f"scenarios/{_safe(tree)}.scenarios.json": ScenarioFile(scenarios=tuple(scenarios))
            for tree, scenarios in by_tree.items()
        },
        FACTS: FactFile(choice_lists=collection.choice_lists, facts=collection.facts),
        AUTHORITIES: AuthorityFile(authorities=collection.authorities),
        MANIFEST: collection.manifest,
    }
    return {name: to_bytes(value) for name, value in values.items()}


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 in hex of files: of path, a zero byte, the length in eight bytes and the bytes, by path."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + len(files[name]).to_bytes(8, "big"))
        digest.update(files[name])
    return digest.hexdigest()


def _the_one(kind: type[FileValue], folder: Path, found: FolderBytes, name: str) -> FileValue:
    if name not in found.files:
        raise NotFoundError(folder / name)
    return value_of(kind, found.files[name], folder / name)


def _named(kind: type[_Named], folder: Path, found: FolderBytes, prefix: str, suffix: str) -> tuple[_Named, ...]:
    """Read the files of one inner folder; each is named after the id in it."""
    values = []
    for name, data in found.files.items():
        if name.startswith(prefix):
            value = value_of(kind, data, folder / name)
            _must_be_named(folder / name, value.id, f"{value.id}{suffix}")
            values.append(value)
    return tuple(sorted(values, key=attrgetter("id")))


def _scenarios(folder: Path, found: FolderBytes) -> tuple[Scenario, ...]:
    files = [
        value_of(ScenarioFile, data, folder / name)
        for name, data in found.files.items()
        if name.startswith("scenarios/")
    ]
    return tuple(sorted((scenario for file in files for scenario in file.scenarios), key=attrgetter("id")))


def _trees(folder: Path, found: FolderBytes, manifest: Manifest) -> tuple[Tree, ...]:
    """Read the trees in the order of the manifest; each file must be named there, and each name have its file."""
    listed = [header.id for header in manifest.trees]
    trees = []
    for number, tree_id in enumerate(listed):
        name = f"{tree_id}{TREE_SUFFIX}"
        place = f"tree {shown(tree_id)}"
        if tree_id in listed[:number]:
            raise MissingTreeError(folder / MANIFEST, "the tree is named twice", "name it once", place)
        if name not in found.files:
            mend = f"put the file {shown(name)} into the folder, or take the tree out of “trees”"
            raise MissingTreeError(folder / MANIFEST, "the tree has no file", mend, place)
        tree = value_of(Tree, found.files[name], folder / name)
        _must_be_named(folder / name, tree.id, f"{tree.id}{TREE_SUFFIX}")
        trees.append(tree)
    for name in found.files:
        if name.endswith(TREE_SUFFIX) and (tree_id := name.removesuffix(TREE_SUFFIX)) not in listed:
            raise UnlistedTreeError(folder / name, tree_id)
    return tuple(trees)


def _must_be_named(file: Path, identifier: str, expected: str) -> None:
    if file.name != expected:
        raise WrongNameError(file, identifier, expected)


def _safe(identifier: str) -> str:
    """An id that may be the name of a file; Windows keeps some for devices, whatever follows the dot."""
    if identifier in _RESERVED:
        what = f"Windows cannot store a file that is named {shown(identifier)}"
        raise UnsafePathError(Path(identifier), what, "choose another id")
    return identifier
