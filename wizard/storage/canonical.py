# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of the model -> plain JSON data in the one form in which they are written."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from uuid import UUID

from wizard.model.value import Value

_ALWAYS_WRITTEN = frozenset({"format"})
_WHOLE_LIMIT = 10**18


def canonical(value: object) -> object:
    """Return a value as plain data.

    Fields go in the order of the model. A field that is the default is left out, but never `format`, nor a field
    without a default. The keys of a mapping keep their order, which an author chose; a set is sorted.

    Raises:
        TypeError: for what no model holds.
    """
    match value:
        case Value():
            return dict(_fields(value))
        case tuple():
            return [canonical(item) for item in value]
        case frozenset():
            return sorted(str(item) for item in value)
        case dict():
            return {str(key): canonical(item) for key, item in value.items()}
        case _:
            return _single(value)


def _single(value: object) -> str | float | None:
    plain: str | float | None
    match value:
        case Enum():
            plain = str(value.value)
        case None | int() | str():
            plain = value
        case Decimal():
            plain = _number(value)
        case dt.datetime():
            plain = _moment(value)
        case dt.date():
            plain = value.isoformat()
        case UUID():
            plain = str(value)
        case _:
            msg = f"a {type(value).__name__} has no place in a file"
            raise TypeError(msg)
    return plain


def _fields(value: Value) -> Iterator[tuple[str, object]]:
    for name, default in _defaults(type(value)):
        item = getattr(value, name)
        if name in _ALWAYS_WRITTEN or item != default:
            yield name, canonical(item)
    for name, item in sorted((value.model_extra or {}).items()):
        yield name, canonical(item)


@cache
def _defaults(kind: type[Value]) -> tuple[tuple[str, object], ...]:
    """The fields of a class with their defaults; a field without one has a default that equals nothing."""
    return tuple((name, field.get_default(call_default_factory=True)) for name, field in kind.model_fields.items())


def _number(value: Decimal) -> float | str:
    """A JSON number where reading it gives the same number again, else text, which pydantic reads exactly."""
    if value == value.to_integral_value() and abs(value) < _WHOLE_LIMIT:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else str(value)


def _moment(value: dt.datetime) -> str:
    """ISO 8601; an offset with seconds, as some places had long ago, is not read back, so it becomes UTC."""
    offset = value.utcoffset()
    if offset is not None and offset % dt.timedelta(minutes=1):
        value = value.astimezone(dt.UTC)
    return value.isoformat()
