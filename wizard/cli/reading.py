# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what commands are given: collections, trees, answers and days."""

import argparse
import sys
from datetime import date
from pathlib import Path

from wizard.cli.failure import Failure
from wizard.engine.answers import AnswerError, read_answers
from wizard.engine.graph import CollectionIndex, LinkError, TreeGraph, link
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId
from wizard.storage.capped import read_pipe, read_stream
from wizard.storage.collections import Loaded, read_collection
from wizard.storage.errors import FileError
from wizard.storage.plain import object_of

STANDARD_INPUT = "standard input"
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
    """Read a file or a named pipe, or standard input where the name is `-`.

    Raises:
        Failure: it cannot be read.
    """
    try:
        if name == "-":
            return read_stream(sys.stdin.buffer, STANDARD_INPUT, ANSWERS_LIMIT)
        return read_pipe(Path(name), ANSWERS_LIMIT)
    except FileError as fault:
        raise Failure(str(fault)) from fault


def answers_in(graph: TreeGraph, data: bytes, name: str) -> dict[FactId, AnswerValue]:
    """Return the answers in these bytes; `name` is what they were read from.

    Raises:
        Failure: they cannot be read, or do not fit the facts of the collection.
    """
    try:
        return read_answers(graph.index.facts, graph.index.choice_ids, object_of(data, Path(name)))
    except FileError as fault:
        raise Failure(str(fault)) from fault
    except AnswerError as fault:
        msg = f"{name}: {fault}"
        raise Failure(msg) from fault


def a_day(text: str) -> date:
    """Return the day that an argument names, for `argparse`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        msg = f"“{text[:40]}” is no day; write it like 2026-03-01"
        raise argparse.ArgumentTypeError(msg)
    return day
