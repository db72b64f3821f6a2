# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typed access to the fields of plain data, for what is read before pydantic loads."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from wizard.storage.errors import BadShapeError, shown, spelled

# The same as in wizard.model.names, which imports pydantic; a test compares them.
NAME_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
NAME_LENGTH = 64
LANGUAGE_PATTERN = r"[a-z]{2,3}"
VERSION_PATTERN = r"[0-9]+(\.[0-9]+){0,3}"
VERSION_LENGTH = 32

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

Plain = Mapping[str, object]


class Fields:
    """The fields of one JSON object of a file; each reader raises `BadShapeError` with the place of the fault."""

    def __init__(self, data: Plain, file: Path, place: str = "") -> None:
        self._data = data
        self._file = file
        self._place = place

    def text(self, key: str) -> str:
        """Return a text that can be shown and stored."""
        value = self._data.get(key)
        if not isinstance(value, str):
            raise self._wrong(key, "this must be text", "write it in quotation marks")
        if not is_storable(value):
            raise self._wrong(key, "this text holds half a character", "write the text again")
        return value

    def text_or(self, key: str, default: str) -> str:
        """Return a text, or `default` where there is none."""
        return default if self._data.get(key) is None else self.text(key)

    def name(self, key: str) -> str:
        """Return an id."""
        value = self.text(key)
        if len(value) > NAME_LENGTH or not re.fullmatch(NAME_PATTERN, value):
            mend = "use small letters a to z, figures and single hyphens"
            raise self._wrong(key, f"{spelled(value)} is not an id", mend)
        return value

    def version(self, key: str) -> str:
        """Return a version such as `3.1`."""
        value = self.text(key)
        if len(value) > VERSION_LENGTH or not re.fullmatch(VERSION_PATTERN, value):
            raise self._wrong(key, f"{shown(value)} is not a version", "write it like “3.1”")
        return value

    def date(self, key: str) -> dt.date:
        """Return a date written like `2026-11-24`."""
        value = self.text(key)
        try:
            if _DATE.fullmatch(value):
                return dt.date.fromisoformat(value)
        except ValueError:
            pass
        raise self._wrong(key, f"{shown(value)} is not a date", "write it like “2026-11-24”")

    def moment(self, key: str) -> dt.datetime:
        """Return a moment with its time zone."""
        value = self.text(key)
        try:
            moment = dt.datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is None or moment.utcoffset() is None:
            what = f"{shown(value)} is not a moment with its time zone"
            raise self._wrong(key, what, "write it like “2026-11-24T10:42:00-06:00”")
        return moment

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false, or `default` where there is neither."""
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "this must be true or false", "write true or false without quotation marks")
        return value

    def words(self, key: str) -> dict[str, str]:
        """Return words by language code, English among them."""
        codes = self._object(key)
        if "en" not in codes:
            raise self._wrong(key, "the English words are missing", "add them under “en”")
        for code in codes:
            if not re.fullmatch(LANGUAGE_PATTERN, code):
                raise self._wrong(key, f"{shown(code)} is not a language code", "write a code such as “en” or “es”")
        return {code: self.object(key).text(code) for code in codes}

    def words_or_none(self, key: str) -> dict[str, str] | None:
        """Return words by language code, or None where there are none."""
        return None if self._data.get(key) is None else self.words(key)

    def object(self, key: str) -> "Fields":
        """Return the fields of an object in this one."""
        return Fields(self._object(key), self._file, self._at(key))

    def objects(self, key: str, item: str) -> "list[Fields]":
        """Return the fields of each object of a list.

        Args:
            key: the list.
            item: what one of it is called, for places.
        """
        value = self._data.get(key)
        if not isinstance(value, list):
            raise self._wrong(key, "this must be a list", "put it in square brackets")
        found = []
        for number, data in enumerate(value, 1):
            place = f"{item} {number}"
            if not isinstance(data, dict):
                raise BadShapeError(self._file, "this must be an object", "put it in braces", place)
            found.append(Fields(data, self._file, place))
        return found

    def _object(self, key: str) -> Plain:
        value = self._data.get(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "this must be an object", "put it in braces")
        return value

    def _at(self, key: str) -> str:
        return ", ".join(part for part in (self._place, key.replace("_", " ")) if part)

    def _wrong(self, key: str, what: str, mend: str) -> BadShapeError:
        if key not in self._data:
            what, mend = "this is missing", "add it, or take an undamaged copy"
        return BadShapeError(self._file, what, mend, self._at(key), location=(key,))


def is_storable(text: str) -> bool:
    """Return whether a text can be written as UTF-8: it holds no half of a character."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
