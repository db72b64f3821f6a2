# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged and hostile bytes for any file, and what must be said about each."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from wizard.storage.errors import (
    BadShapeError,
    DuplicateKeyError,
    FileError,
    NotANumberError,
    NotJsonError,
    NotTextError,
    NumberTooLongError,
    TooDeepError,
    TooLargeError,
    UnknownFormatError,
)

Damage = Callable[[bytes], bytes]


@dataclass(frozen=True)
class HostileText:
    """Bytes made from those of a good file.

    Attributes:
        name: what is wrong with them.
        damage: from the good bytes to the bad ones.
        error: the error that tells it.
        says: words that must be in its sentence.
    """

    name: str
    damage: Damage
    error: type[FileError]
    says: str


def _with(**changes: object) -> Damage:
    """The good file with some fields of its outermost object changed; `...` takes one out."""

    def damage(good: bytes) -> bytes:
        data = {**json.loads(good), **changes}
        return json.dumps({key: value for key, value in data.items() if value is not ...}).encode()

    return damage


def _raw(text: str) -> Damage:
    """The good file with one field more, `extra`, that is written like this."""
    return lambda good: good.replace(b'{\n  "format": 1,', b'{\n  "format": 1,\n  "extra": ' + text.encode() + b",", 1)


def _first(old: bytes, new: bytes) -> Damage:
    return lambda good: good.replace(old, new, 1)


def _always(data: bytes) -> Damage:
    return lambda _: data


CYRILLIC_OUTER = "\u043euter"
"""Looks like `outer`."""

HOSTILE_TEXTS = (
    HostileText("empty", _always(b""), NotJsonError, "the file is empty"),
    HostileText("only white space", _always(b" \n\t\r\n"), NotJsonError, "the file is empty"),
    HostileText("only a byte order mark", _always(b"\xef\xbb\xbf"), NotJsonError, "the file is empty"),
    HostileText("cut short in the middle", lambda good: good[: len(good) // 2], NotJsonError, "line "),
    HostileText("cut short by one byte", lambda good: good.rstrip()[:-1], NotJsonError, "the file is cut short"),
    HostileText("zeros after a power cut", _always(b"\0" * 4096), NotJsonError, "line 1, column 1"),
    HostileText("zeros from the middle on", lambda good: good[:90] + b"\0" * 500, NotJsonError, "line "),
    HostileText("a zero byte in a text", _first(b'"id": "', b'"id": "\0'), NotJsonError, "control character"),
    HostileText("UTF-16 with a mark", lambda good: good.decode().encode("utf-16"), NotTextError, "UTF-16"),
    HostileText(
        "UTF-16 big-endian", lambda good: b"\xfe\xff" + good.decode().encode("utf-16-be"), NotTextError, "UTF-16"
    ),
    HostileText("UTF-16 without a mark", lambda good: good.decode().encode("utf-16-le"), NotTextError, "UTF-16"),
    HostileText("UTF-32", lambda good: good.decode().encode("utf-32"), NotTextError, "UTF-16"),
    HostileText("Latin-1", _first(b'"id": "', '"id": "ñ'.encode("latin-1")), NotTextError, "are not UTF-8"),
    HostileText("Windows-1252", _first(b'"id": "', "“".encode("cp1252") + b'"id": "'), NotTextError, "are not UTF-8"),
    HostileText("a lone continuation byte", _first(b'"id": "', b'"id": "\x80'), NotTextError, "line "),
    HostileText("an overlong slash", _first(b'"id": "', b'"id": "\xc0\xaf'), NotTextError, "are not UTF-8"),
    HostileText("a surrogate in bytes", _first(b'"id": "', b'"id": "\xed\xa0\x80'), NotTextError, "are not UTF-8"),
    HostileText("a surrogate by escape", _first(b'"id": "', b'"id": "\\ud800'), NotJsonError, "this is not JSON"),
    HostileText("a picture", _always(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), NotTextError, "are not UTF-8"),
    HostileText("a web page", _always(b"<!DOCTYPE html><title>Sign in</title>"), NotJsonError, "line 1, column 1"),
    HostileText("a list", lambda good: b"[" + good + b"]", NotJsonError, "one object in braces"),
    HostileText("a text", _always(b'"case"'), NotJsonError, "one object in braces"),
    HostileText("null", _always(b"null"), NotJsonError, "one object in braces"),
    HostileText("two objects", lambda good: good + good, NotJsonError, "something follows after the end"),
    HostileText("a comment", lambda good: b"// mine\n" + good, NotJsonError, "line 1, column 1"),
    HostileText("a trailing comma", lambda good: good.rstrip()[:-1] + b",}", NotJsonError, "line "),
    HostileText("a missing comma", _first(b'"format": 1,', b'"format": 1'), NotJsonError, "a comma"),
    HostileText("a missing colon", _first(b'"format": 1', b'"format" 1'), NotJsonError, "a colon is missing"),
    HostileText("single quotes", _first(b'"format"', b"'format'"), NotJsonError, "a key in quotation marks"),
    HostileText("a text without an end", lambda good: good[: good.index(b'"id": "') + 8], NotJsonError, "has no end"),
    HostileText("a line break in a text", _first(b'"id": "', b'"id": "\n'), NotJsonError, "control character"),
    HostileText("an unknown escape", _first(b'"id": "', b'"id": "\\x'), NotJsonError, "backslash"),
    HostileText("lists 100,000 deep", _always(b"[" * 100_000 + b"]" * 100_000), TooDeepError, "100 levels"),
    HostileText("lists without an end", _always(b"[" * 1_000_000), TooDeepError, "100 levels"),
    HostileText(
        "objects 100,000 deep", _always(b'{"a":' * 100_000 + b"1" + b"}" * 100_000), TooDeepError, "100 levels"
    ),
    HostileText("one level too deep", _raw("[" * 100 + "]" * 100), TooDeepError, "100 levels"),
    HostileText("depth behind brackets in texts", _raw('["]",' * 150 + "1" + "]" * 150), TooDeepError, "100 levels"),
    HostileText("a key twice", _first(b'"format": 1,', b'"format": 1, "format": 1,'), DuplicateKeyError, "“format”"),
    HostileText("a key twice, once by escape", _raw('1, "extr\\u0061": 2'), DuplicateKeyError, "“extra”"),
    HostileText("a key twice, deep", _raw('[{"a": [{"b": 1, "c": 2, "b": 3}]}]'), DuplicateKeyError, "“b”"),
    HostileText("a key of colons twice", _raw('{":" : 1, ":" : 2}'), DuplicateKeyError, "“:”"),
    HostileText("NaN", _raw("NaN"), NotANumberError, "“NaN” is not a number"),
    HostileText("Infinity", _raw("Infinity"), NotANumberError, "“Infinity” is not a number"),
    HostileText("-Infinity, deep", _raw("[[-Infinity]]"), NotANumberError, "“-Infinity” is not a number"),
    HostileText("a number of 100,000 digits", _raw("9" * 100_000), NumberTooLongError, "too large or too exact"),
    HostileText("a fraction of 100,000 digits", _raw("0." + "1" * 100_000), NumberTooLongError, "too large"),
    HostileText("a huge exponent", _raw("1e999999999"), NumberTooLongError, "“1e999999999”"),
    HostileText("more than 8 MiB", lambda good: good + b" " * 8 * 1024**2, TooLargeError, "larger than 8 MiB"),
    HostileText("a million lists", _raw("[" + "[]," * 999_999 + "[]]"), TooLargeError, "500,000 entries"),
    HostileText("a million keys", _raw("[" + '{"a":1},' * 999_999 + "1]"), TooLargeError, "500,000 entries"),
    HostileText(
        "a million brackets in a text", _raw('"' + "[{" * 999_999 + '"'), BadShapeError, "extra: this is not known"
    ),
    HostileText("a key of a megabyte", _raw('1, "' + "k" * 1_000_000 + '": 1'), BadShapeError, "this is not known"),
    HostileText(
        "400,000 unknown fields",
        _raw("1" + "".join(f',"k{n}":1' for n in range(400_000))),
        BadShapeError,
        "more than 1000 things",
    ),
    HostileText("without a format", _with(format=...), UnknownFormatError, "does not say its format"),
    HostileText("format null", _with(format=None), UnknownFormatError, "does not say its format"),
    HostileText("format 0", _with(format=0), UnknownFormatError, "there is no format 0"),
    HostileText("format -1", _with(format=-1), UnknownFormatError, "there is no format -1"),
    HostileText("a newer format", _with(format=2), UnknownFormatError, "made by a newer version"),
    HostileText("a format far off", _with(format=10**17), UnknownFormatError, "made by a newer version"),
    HostileText("a format in words", _with(format="1"), UnknownFormatError, "not a whole number"),
    HostileText("a format that is true", _with(format=True), UnknownFormatError, "not a whole number"),
    HostileText("a format with a fraction", _with(format=1.0), UnknownFormatError, "not a whole number"),
    HostileText("a format that is a list", _with(format=[1]), UnknownFormatError, "not a whole number"),
    HostileText("an unknown field", _with(colour="red"), BadShapeError, "colour: this is not known here"),
    HostileText("a field in capitals", _with(ID="x"), BadShapeError, "this is not known here"),
    HostileText("a field of the language", _with(__class__="x"), BadShapeError, "this is not known here"),
    HostileText("a field with a line break", _with(**{"a\nb": 1}), BadShapeError, "a\\nb"),
    HostileText("no id", _with(id=...), BadShapeError, "id: this is missing"),
    HostileText("an id that is a number", _with(id=7), BadShapeError, "id: this "),
    HostileText("an id that is a list", _with(id=["a"]), BadShapeError, "id: this "),
)
