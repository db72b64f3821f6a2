# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes -> value -> bytes: the one way a value of the model comes from a file and goes into one.

Reading is strict: the types are JSON's own, so that “yes” is never true and 0 never the first day of 1970. Writing is
canonical: fields in the order of the model, what is the default left out; the same value gives the same bytes.
"""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from wizard.model.case import Case
from wizard.model.collection import AuthorityFile, FactFile, Manifest
from wizard.model.scenario import ScenarioFile
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree
from wizard.model.value import Value
from wizard.storage.atomic import PUBLIC, write_bytes
from wizard.storage.canonical import canonical
from wizard.storage.capped import SIZE_LIMIT, read_bytes
from wizard.storage.errors import BadShapeError, FileError
from wizard.storage.migrations import PRESENT, FileKind, format_of, migrate
from wizard.storage.plain import fault_in, object_of, parsed, shape_of, text_of, top_object, without_mark
from wizard.storage.shape import bad_shape

FileValue = TypeVar("FileValue", Manifest, FactFile, AuthorityFile, Table, Calendar, ScenarioFile, Tree, Case)
"""The values that have a file of their own."""

FAULT_LIMIT = 1000
"""Faults of one file that are looked at one by one."""

_BEGINNING = 20

KINDS: Mapping[type[Value], FileKind] = MappingProxyType(
    {
        Manifest: "collection",
        FactFile: "facts",
        AuthorityFile: "authorities",
        Table: "table",
        Calendar: "calendar",
        ScenarioFile: "scenarios",
        Tree: "tree",
        Case: "case",
    }
)


def read_value(kind: type[FileValue], path: Path, limit: int = SIZE_LIMIT) -> FileValue:
    """Return the value that a file holds.

    Args:
        kind: the class of the value.
        path: the file.
        limit: the most bytes that are read.

    Raises:
        FileError: one class for each thing that can be wrong.
    """
    return value_of(kind, read_bytes(path, limit), path)


def value_of(kind: type[FileValue], data: bytes, file: Path) -> FileValue:
    """Return the value that these bytes of a file are.

    The text is parsed twice, both times without making plain data of the whole: once to count the keys that are left
    of each object and to look at every number, then by pydantic. Keys that were lost stood twice.

    Args:
        kind: the class of the value.
        data: the bytes.
        file: the name of the file, for errors.

    Raises:
        FileError: one class for each thing that can be wrong.
    """
    with _no_garbage_collection():
        top = _checked_top(data, file)
        name = KINDS[kind]
        if format_of(top, name, file) == PRESENT[name]:
            data = without_mark(data)
        else:
            data = json.dumps(migrate(object_of(data, file), name, file)).encode()
        try:
            return kind.model_validate_json(data, strict=True)
        except ValidationError as error:
            raise _told(error, kind, json.loads(data), file) from None


def to_bytes(value: Value) -> bytes:
    """Return the canonical bytes of a value: JSON in UTF-8, indented by 2, with a newline at the end."""
    text = json.dumps(canonical(value), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        # Half a character can be typed or pasted. Losing it is better than losing the answer that it stands in.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode("utf-8")


def write_value(path: Path, value: Value, *, keep_previous: bool = False, mode: int = PUBLIC) -> None:
    """Write a value to a file, so that at every moment the old or the new version is there whole.

    Args:
        path: the file.
        value: the value.
        keep_previous: as in `atomic.write_bytes`.
        mode: as in `atomic.write_bytes`.

    Raises:
        WriteError: with what to do about it; the file is as it was.
    """
    write_bytes(path, to_bytes(value), keep_previous=keep_previous, mode=mode)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Hold Python's search for cycles: all that is made is kept, and the search takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _told(error: ValidationError, kind: type[FileValue], data: object, file: Path) -> FileError:
    """Tell what pydantic found; of very many faults only those at the beginning, as each takes a kilobyte to list."""
    if error.error_count() <= FAULT_LIMIT:
        return bad_shape(error, data, file)
    beginning = _beginning(data)
    try:
        kind.model_validate_json(json.dumps(beginning), strict=True)
    except ValidationError as fewer:
        if fewer.error_count() <= FAULT_LIMIT:
            return bad_shape(fewer, beginning, file)
    what = f"more than {FAULT_LIMIT} things in it are not as they must be"
    return BadShapeError(file, what, "take an undamaged copy", more=error.error_count() - 1)


def _beginning(data: object) -> object:
    """The same data with the first items of each list only."""
    if isinstance(data, list):
        return [_beginning(item) for item in data[:_BEGINNING]]
    if isinstance(data, dict):
        return {key: _beginning(item) for key, item in data.items()}
    return data


def _checked_top(data: bytes, file: Path) -> dict[str, object]:
    """Return the outermost object, with None for what is nested in it, once every object is known to keep its keys."""
    text = text_of(data, file)
    keys = shape_of(data, file)
    objects: list[dict[str, object]] = []
    rest = parsed(text, file, object_hook=objects.append)
    if sum(map(len, objects)) != keys:
        raise fault_in(text, file)
    return top_object(objects[-1] if rest is None and objects else rest, file)
