# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Home shows of collections, read from `collection.json` alone.

Standard library only: Home paints before pydantic, the model and the engine load.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from wizard.storage.capped import read_bytes
from wizard.storage.errors import FileError
from wizard.storage.fields import Fields
from wizard.storage.migrations import migrate
from wizard.storage.plain import object_of

MANIFEST = "collection.json"
TREE_SUFFIX = ".tree.json"


class ListedTree(NamedTuple):
    """What a collection says of one of its trees; words are by language code, `en` always among them.

    Attributes:
        id: the id of the tree.
        title: its title.
        jurisdiction: where its law holds.
        about: what it is for, or None.
        starts: whether a walk may begin with it.
    """

    id: str
    title: Mapping[str, str]
    jurisdiction: Mapping[str, str]
    about: Mapping[str, str] | None
    starts: bool


class CollectionHeader(NamedTuple):
    """What Home shows of a collection.

    Attributes:
        folder: where it lies.
        id: its id; the name of the folder where the collection cannot be read.
        title: its title by language code, `en` always among them.
        version: its version; empty where the collection cannot be read.
        law_checked_on: when its law was last checked; None where the collection cannot be read.
        next_check_due: when the next check is due; None likewise.
        trees: its trees, in the order of the collection.
        problem: why it cannot be read, in one sentence; None when it can.
    """

    folder: Path
    id: str
    title: Mapping[str, str]
    version: str
    law_checked_on: dt.date | None
    next_check_due: dt.date | None
    trees: tuple[ListedTree, ...]
    problem: str | None = None


def read_headers(folder: Path) -> CollectionHeader:
    """Return the header of the collection in a folder; one that cannot be read says so in `problem`."""
    try:
        return _header(folder)
    except FileError as error:
        name = folder.name
        return CollectionHeader(folder, name, {"en": name}, "", None, None, (), str(error))


def installed(bundled: Path, clinic: Path) -> tuple[Path, ...]:
    """Return the folders of all collections: the bundled ones, then the clinic's own, each sorted by name.

    Args:
        bundled: the folder of the collections that came with the program.
        clinic: the folder of those that were installed or made here; it need not exist.
    """
    return (*_collections_in(bundled), *_collections_in(clinic))


def _collections_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and _is_collection(path))
    except OSError:
        return []


def _is_collection(folder: Path) -> bool:
    """Whether a folder is meant as one: a damaged collection is to be shown, not to vanish."""
    try:
        return any(path.name == MANIFEST or path.name.endswith(TREE_SUFFIX) for path in folder.iterdir())
    except OSError:
        return False


def _header(folder: Path) -> CollectionHeader:
    file = folder / MANIFEST
    fields = Fields(migrate(object_of(read_bytes(file), file), "collection", file), file)
    return CollectionHeader(
        folder=folder,
        id=fields.name("id"),
        title=fields.words("title"),
        version=fields.version("version"),
        law_checked_on=fields.date("law_checked_on"),
        next_check_due=fields.date("next_check_due"),
        trees=tuple(_listed(tree) for tree in fields.objects("trees", "tree")),
    )


def _listed(tree: Fields) -> ListedTree:
    return ListedTree(
        id=tree.name("id"),
        title=tree.words("title"),
        jurisdiction=tree.words("jurisdiction"),
        about=tree.words_or_none("about"),
        starts=tree.flag("starts", default=True),
    )
