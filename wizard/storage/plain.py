# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes -> plain JSON data, with every limit that a hostile file may try.

Refused, each with its place: bytes that are not UTF-8, deep nesting, too many entries, a key twice in one object,
`NaN` and `Infinity`, numbers that would be changed by reading them. A byte order mark at the start is skipped, since
editors on Windows put one there; it is never written.

Standard library only: Home reads its headers through this before pydantic loads.
"""

import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from wizard.storage.errors import (
    DuplicateKeyError,
    FileError,
    NotANumberError,
    NotJsonError,
    NotTextError,
    NumberTooLongError,
    TooDeepError,
    TooLargeError,
    at_line,
)

DEPTH_LIMIT = 100
"""Levels of objects and lists; eight conditions inside each other take about 25."""

ENTRY_LIMIT = 500_000
"""Keys, objects and lists of one file: twice what a tree of 10,000 nodes has."""

_DIGIT_LIMIT = 18
_NUMBER_LENGTH = 40

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

_STRUCTURE = b'{}[]":'
_NO_STRUCTURE = bytes(byte for byte in range(256) if byte not in _STRUCTURE)
_AS_PARENTHESES = bytes.maketrans(b"{[}]", b"(())")
_QUOTED = re.compile(rb'"[^"]*"')
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class _RefusedError(Exception):
    """A hook met something; where it is, is looked up afterwards."""


def object_of(data: bytes, file: Path) -> dict[str, object]:
    """Return the one JSON object that a file holds.

    Args:
        data: the bytes of the file.
        file: its name, for errors.

    Raises:
        FileError: one class for each thing that can be wrong.
    """
    text = text_of(data, file)
    shape_of(data, file)
    return top_object(parsed(text, file, object_pairs_hook=_no_key_twice), file)


def text_of(data: bytes, file: Path) -> str:
    """Return the text of a file, without a byte order mark.

    Raises:
        NotTextError: when it is not UTF-8.
        NotJsonError: when it is empty.
    """
    if data.startswith(_WIDE_MARKS) or (len(data) > 1 and (data[0] == 0) != (data[1] == 0)):
        raise NotTextError(file, "the text is UTF-16 or UTF-32, not UTF-8")
    try:
        text = without_mark(data).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotTextError(file, "the bytes here are not UTF-8", f"line {line}") from error
    if not text or text.isspace():
        raise NotJsonError(file, "the file is empty")
    return text


def without_mark(data: bytes) -> bytes:
    """Return the bytes of a text without the byte order mark that may stand before it."""
    return data.removeprefix(_BYTE_ORDER_MARK)


def shape_of(data: bytes, file: Path) -> int:
    """Count the keys of a JSON text and check its limits, without parsing it: a few passes over the bytes.

    Everything but brackets, quotes and colons is dropped, then all that stands between quotes. What is left are the
    brackets, which are peeled off level by level, and one colon a key. Exact for well-formed text; of a text that is
    not, it never finds less depth than a parser reaches before it gives up.

    Returns:
        The number of keys, the same key twice in one object counted twice.

    Raises:
        TooDeepError: beyond `DEPTH_LIMIT`.
        TooLargeError: beyond `ENTRY_LIMIT`.
    """
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    skeleton = _QUOTED.sub(b"", data.translate(_AS_PARENTHESES, _NO_STRUCTURE).replace(b'""', b""))
    keys = skeleton.count(b":")
    brackets = skeleton.replace(b":", b"")
    if keys + len(brackets) // 2 > ENTRY_LIMIT:
        raise TooLargeError(file, f"it has more than {ENTRY_LIMIT:,} entries")
    depth = 0
    while depth <= DEPTH_LIMIT and b"()" in brackets:
        brackets = brackets.replace(b"()", b"")
        depth += 1
    if depth + brackets.count(b"(") > DEPTH_LIMIT:
        raise TooDeepError(file, DEPTH_LIMIT)
    return keys


def parsed(
    text: str,
    file: Path,
    *,
    object_hook: Callable[[dict[str, object]], object] | None = None,
    object_pairs_hook: Callable[[list[tuple[str, object]]], object] | None = None,
) -> object:
    """Return the plain data of a JSON text whose shape was checked.

    Args:
        text: the text.
        file: its name, for errors.
        object_hook: as in `json.loads`.
        object_pairs_hook: as in `json.loads`.

    Raises:
        FileError: `NotJsonError`, `NotANumberError`, `NumberTooLongError`, `DuplicateKeyError` or `TooDeepError`.
    """
    try:
        return json.loads(
            text,
            object_hook=object_hook,
            object_pairs_hook=object_pairs_hook,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        raise _not_json(error, file) from error
    except _RefusedError as error:
        raise fault_in(text, file) from error
    except RecursionError as error:
        raise TooDeepError(file, DEPTH_LIMIT) from error


def top_object(data: object, file: Path) -> dict[str, object]:
    """Return the data of a file as the object that it must be.

    Raises:
        NotJsonError: when it is a list, a text or a number.
    """
    if not isinstance(data, dict):
        raise NotJsonError(file, "the file does not hold one object in braces")
    return data


def fault_in(text: str, file: Path) -> FileError:
    """Return the error for the first key that stands twice, or number that is none, in well-formed JSON.

    Slow and exact; only called once it is known that there is one.
    """
    keys: list[set[str] | None] = []
    waiting: str | None = None
    waiting_at = 0
    for piece, offset in _tokens(text):
        if piece == "{":
            keys.append(set())
        elif piece == "[":
            keys.append(None)
        elif piece in ("}", "]") and keys:
            keys.pop()
        elif piece == ":" and waiting is not None and keys and (seen := keys[-1]) is not None:
            if waiting in seen:
                return DuplicateKeyError(file, waiting, _place(text, waiting_at))
            seen.add(waiting)
        elif piece in ("NaN", "Infinity", "-Infinity"):
            return NotANumberError(file, piece, _place(text, offset))
        elif piece[0] in "-0123456789" and not _is_kept(piece):
            return NumberTooLongError(file, piece, _place(text, offset))
        waiting, waiting_at = (json.loads(piece, strict=False), offset) if piece[0] == '"' else (None, 0)
    return NotJsonError(file, "the file is not well formed")


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    for match in _TOKEN.finditer(text):
        yield match.group(), match.start()


def _place(text: str, offset: int) -> str:
    return at_line(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RefusedError
    return found


def _whole_number(text: str) -> int:
    if not _is_kept(text):
        raise _RefusedError
    return int(text)


def _number(text: str) -> float:
    if not _is_kept(text):
        raise _RefusedError
    return float(text)


def _no_number(_text: str) -> NoReturn:
    raise _RefusedError


def _is_kept(text: str) -> bool:
    """Whether reading this number keeps its value: pydantic reads fractions in binary."""
    if len(text) > _NUMBER_LENGTH:
        return False
    if text.lstrip("-").isdecimal():
        return len(text.lstrip("-")) <= _DIGIT_LIMIT
    from decimal import Decimal  # noqa: PLC0415 Home reads no fraction, and paints first

    value = float(text)
    return math.isfinite(value) and Decimal(repr(value)) == Decimal(text)


def _not_json(error: json.JSONDecodeError, file: Path) -> NotJsonError:
    place = at_line(error.lineno, error.colno)
    if not error.doc[error.pos :].strip():
        return NotJsonError(file, "the file is cut short", place)
    what = _IN_WORDS.get(error.msg, "this is not JSON") if error.pos else "this is not JSON"
    return NotJsonError(file, what, place)


_IN_WORDS = {
    "Expecting value": "a value is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting property name enclosed in double quotes": "a key in quotation marks is missing here",
    "Illegal trailing comma before end of object": "there is a comma too many here",
    "Illegal trailing comma before end of array": "there is a comma too many here",
    "Unterminated string starting at": "the text that begins here has no end",
    "Invalid control character at": "there is a control character in the text here",
    "Invalid \\escape": "there is a backslash here that means nothing",
    "Invalid \\uXXXX escape": "there is a backslash here that means nothing",
    "Extra data": "something follows after the end of the object",
}
