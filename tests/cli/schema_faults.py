# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of JSON Schema as pydantic writes: where plain data does not follow a schema."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
    "boolean": (bool,),
}
#: What says nothing on whether data follows.
SILENT = {"$defs", "default", "description", "discriminator", "format", "title"}


def faults(data: object, schema: Schema, place: str, root: Schema | None = None) -> Iterator[str]:
    """Yield where data does not follow a schema; `root` holds the definitions."""
    root = schema if root is None else root
    for keyword in schema.keys() - SILENT:
        yield from CHECKS[keyword](data, schema, place, root)


def _ref(data: object, schema: Schema, place: str, root: Schema) -> Iterator[str]:
    yield from faults(data, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], place, root)


def _options(data: object, schema: Schema, place: str, root: Schema) -> Iterator[str]:
    options = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    if all(any(True for _ in faults(data, option, place, root)) for option in options):
        yield f"{place}: none of the options"


def _type(data: object, schema: Schema, place: str, _root: Schema) -> Iterator[str]:
    fits = isinstance(data, TYPES[schema["type"]])
    if not fits or isinstance(data, bool) != (schema["type"] == "boolean"):
        yield f"{place}: not {schema['type']}"


def _value(data: object, schema: Schema, place: str, _root: Schema) -> Iterator[str]:
    if data not in schema.get("enum", [schema.get("const")]):
        yield f"{place}: not among the values"


def _text(data: object, schema: Schema, place: str, _root: Schema) -> Iterator[str]:
    if isinstance(data, str) and (
        not re.search(schema.get("pattern", ""), data) or len(data) > schema.get("maxLength", len(data))
    ):
        yield f"{place}: not of the form {schema.get('pattern')}"


def _number(data: object, schema: Schema, place: str, _root: Schema) -> Iterator[str]:
    if isinstance(data, int | float) and not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        yield f"{place}: out of bounds"


def _items(data: object, schema: Schema, place: str, root: Schema) -> Iterator[str]:
    for number, item in enumerate(data if isinstance(data, list) else []):
        yield from faults(item, schema["items"], f"{place}[{number}]", root)


def _required(data: object, schema: Schema, place: str, _root: Schema) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (f"{place}: without {name}" for name in schema["required"] if name not in data)


def _fields(data: object, schema: Schema, place: str, root: Schema) -> Iterator[str]:
    more = schema.get("additionalProperties", True)
    for name, item in data.items() if isinstance(data, dict) else ():
        patterns = [part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, name)]
        for part in [schema["properties"][name]] if name in schema.get("properties", {}) else patterns:
            yield from faults(item, part, f"{place}.{name}", root)
        if name in schema.get("properties", {}) or patterns:
            continue
        if more is False:
            yield f"{place}: {name} is not known"
        elif isinstance(more, dict):
            yield from faults(item, more, f"{place}.{name}", root)


def _names(data: object, schema: Schema, place: str, root: Schema) -> Iterator[str]:
    for name in data if isinstance(data, dict) else ():
        yield from faults(name, schema["propertyNames"], f"{place} key", root)


CHECKS: dict[str, Callable[[object, Schema, str, Schema], Iterator[str]]] = {
    "$ref": _ref,
    "additionalProperties": _fields,
    "anyOf": _options,
    "const": _value,
    "enum": _value,
    "items": _items,
    "maxLength": _text,
    "maximum": _number,
    "minimum": _number,
    "oneOf": _options,
    "pattern": _text,
    "patternProperties": _fields,
    "properties": _fields,
    "propertyNames": _names,
    "required": _required,
    "type": _type,
}
