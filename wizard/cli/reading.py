# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what commands are given: collections, trees and answers."""

import sys
from pathlib import Path

from wizard.cli.failure import Failure
from wizard.engine.graph import CollectionIndex, LinkError, TreeGraph, link
from wizard.storage.capped import read_bytes
from wizard.storage.collections import Loaded, read_collection
from wizard.storage.errors import FileError

#: Bytes: a million answers fit.
ANSWERS_LIMIT = 1024**3


def collection_at(folder: str) -> Loaded:
    """Read the collection in a folder.

    Raises:
        Failure: it cannot be read.
    """
    try:
        return read_collection(Path(folder))
    except FileError as fault:
        raise Failure(str(fault)) from fault


def graph_of(loaded: Loaded, tree: str) -> TreeGraph:
    """Link a tree of a collection.

    Raises:
        Failure: there is no such tree, or it cannot be linked.
    """
    index = CollectionIndex(loaded.collection)
    if tree not in index.trees:
        names = ", ".join(index.trees)
        msg = f"{loaded.folder}: there is no tree “{tree}”. It has: {names}"
        raise Failure(msg)
    try:
        return link(index, tree)
    except LinkError as fault:
        msg = f"{loaded.folder}: {fault.problems[0]}"
        raise Failure(msg) from fault


def text_at(name: str) -> bytes:
    """Read a file, or standard input where the name is `-`.

    Raises:
        Failure: it cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return read_bytes(Path(name), ANSWERS_LIMIT)
    except FileError as fault:
        raise Failure(str(fault)) from fault
