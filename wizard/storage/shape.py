# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What pydantic found, in an author's words: node “ftca-claim”, branch 2, when (`nodes.7.gate.branches.1.when`)."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.model.names import NAME_LENGTH, NAME_PATTERN
from wizard.storage.errors import BadShapeError, NotJsonError, shown, spelled

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Location = tuple[str | int, ...]

#: What one item of a list is called; other lists are named with the number of the item.
_ITEM = {
    "alternatives": "alternative",
    "among": "choice",
    "authorities": "authority",
    "branches": "branch",
    "calendars": "calendar",
    "choice_lists": "choice list",
    "choices": "choice",
    "claims": "claim",
    "closures": "closure",
    "columns": "column",
    "conditions": "condition",
    "deadline_rules": "deadline rule",
    "deadlines": "deadline",
    "facts": "fact",
    "findings": "finding",
    "glossary": "term",
    "history": "change",
    "holidays": "holiday",
    "languages": "language",
    "next_steps": "next step",
    "nodes": "node",
    "notes": "note",
    "overrulings": "overruling",
    "rows": "row",
    "scenarios": "scenario",
    "trees": "tree",
}

#: Words of a place; of one that is nested deeper the middle is left out.
_PLACE_LENGTH = 10

_ADD = "add it, or take an undamaged copy"
_IN_WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("this is missing", _ADD),
    "extra_forbidden": ("this is not known here", "take it out, or mend its spelling"),
    "union_tag_not_found": ("this has no “kind”", "add the kind"),
    "string_type": ("this must be text", "write it in quotation marks"),
    "string_unicode": ("this text holds half a character", "write the text again"),
    "int_type": ("this must be a whole number", "write a whole number without quotation marks"),
    "int_from_float": ("this must be a whole number", "write a whole number without quotation marks"),
    "bool_type": ("this must be true or false", "write true or false without quotation marks"),
    "decimal_type": ("this must be a number", "write a number"),
    "decimal_parsing": ("this must be a number", "write a number"),
    "finite_number": ("this must be a number", "write a number"),
    "date_type": ("this must be a date", "write it like “2026-11-24”"),
    "date_parsing": ("this is not a date", "write it like “2026-11-24”"),
    "date_from_datetime_parsing": ("this is not a date", "write it like “2026-11-24”"),
    "date_from_datetime_inexact": ("this is not a date", "write it like “2026-11-24”"),
    "datetime_type": ("this must be a moment", "write it like “2026-11-24T10:42:00-06:00”"),
    "datetime_parsing": ("this is not a moment", "write it like “2026-11-24T10:42:00-06:00”"),
    "timezone_aware": ("this moment has no time zone", "write it like “2026-11-24T10:42:00-06:00”"),
    "uuid_parsing": ("this is not a case id", "take an undamaged copy"),
    "uuid_type": ("this is not a case id", "take an undamaged copy"),
    "tuple_type": ("this must be a list", "put it in square brackets"),
    "frozen_set_type": ("this must be a list", "put it in square brackets"),
    "dict_type": ("this must be an object", "put it in braces"),
    "model_type": ("this must be an object", "put it in braces"),
    "model_attributes_type": ("this must be an object", "put it in braces"),
    "none_required": ("this must be null", "write null"),
    "recursion_loop": ("this is nested too deep", "nest it less"),
}
_PATTERNS = {
    NAME_PATTERN: ("is not an id", "use small letters a to z, figures and single hyphens"),
    r"^[a-z]{2,3}$": ("is not a language code", "write a code such as “en” or “es”"),
    r"^[0-9]+(\.[0-9]+){0,3}$": ("is not a version", "write it like “3.1”"),
}
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "greater_than": ("more than", "gt"),
    "less_than": ("less than", "lt"),
}


def bad_shape(error: "ValidationError", data: object, file: Path) -> BadShapeError | NotJsonError:
    """Return what pydantic found as one error: the fault that lies deepest, for that is the most exact one.

    Args:
        error: what pydantic raised.
        data: the plain data that was validated, to tell keys of the file from pydantic's own marks.
        file: the name of the file.
    """
    details = error.errors(include_url=False)
    best: tuple[Location, ErrorDetails] | None = None
    kinds_at: dict[Location, set[str]] = {}
    for detail in details:
        if detail["type"] == "json_invalid":
            _, _, place = str(detail.get("ctx", {}).get("error", "")).partition(" at ")
            return NotJsonError(file, "this is not JSON", place.replace(" column", ", column"))
        location = _in_the_file(detail["loc"], data)
        kinds_at.setdefault(location, set()).add(detail["type"])
        if best is None or len(location) > len(best[0]):
            best = (location, detail)
    if best is None:
        return BadShapeError(file, "this is not such a file", "take an undamaged copy")
    location, detail = best
    what, mend = _words(detail)
    if len(kinds_at[location]) > 1 and all(kind.endswith("_type") for kind in kinds_at[location]):
        what, mend = "this has the wrong kind of value", "write it as in the other entries"
    return BadShapeError(file, what, mend, place_of(location, data), location=location, more=len(details) - 1)


def place_of(location: Location, data: object) -> str:
    """Return a place in plain data in an author's words.

    Args:
        location: keys and list positions from the top down.
        data: the plain data.
    """
    words: list[str] = []
    name = ""
    for part in location:
        data = _below(data, part)
        if isinstance(part, int):
            if words and words[-1] == _plain(name):
                words.pop()
            words.append(f"{_ITEM.get(name, _plain(name))} {_title(data) or part + 1}")
        else:
            name = part
            words.append(_plain(part))
    if len(words) > _PLACE_LENGTH:
        words[_PLACE_LENGTH // 2 : -_PLACE_LENGTH // 2] = ["…"]
    return ", ".join(words)


def _in_the_file(loc: Location, data: object) -> Location:
    """Leave out what pydantic adds to tell the members of a union apart."""
    found: list[str | int] = []
    last = len(loc) - 1
    kind_seen = False
    for index, part in enumerate(loc):
        below = _below(data, part)
        if not kind_seen and index < last and isinstance(data, dict) and data.get("kind") == part:
            # A kind may be called like a field of it: a length by table names its table.
            kind_seen = True
        elif below is not _NOTHING:
            found.append(part)
            data, kind_seen = below, False
        elif index == last and isinstance(part, str) and isinstance(data, dict) and part.isidentifier():
            found.append(part)
    return tuple(found)


_NOTHING = object()


def _below(data: object, part: str | int) -> object:
    if isinstance(data, dict) and isinstance(part, str):
        return data.get(part, _NOTHING)
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return data[part]
    return _NOTHING


def _title(item: object) -> str:
    """What an item of a list is called by its author: its id or key."""
    if isinstance(item, dict):
        for key in ("id", "key"):
            if isinstance(name := item.get(key), str):
                return shown(name)
    return ""


def _plain(name: str) -> str:
    is_field = len(name) <= NAME_LENGTH and name.isascii() and name.replace("_", "").isalnum() and name[0] != "_"
    return name.replace("_", " ") if is_field else shown(name)


def _words(detail: "ErrorDetails") -> tuple[str, str]:
    kind = detail["type"]
    context = detail.get("ctx", {})
    given = detail["input"]
    quoted = shown(given) if isinstance(given, str) else shown(str(given)[:100]) if isinstance(given, int) else "this"
    what, mend = _IN_WORDS.get(kind, ("this is not written as it must be", "mend it, or take an undamaged copy"))
    match kind:
        case "string_pattern_mismatch":
            is_not, mend = _PATTERNS.get(str(context.get("pattern")), ("is not written as it must be", "mend it"))
            what = f"{spelled(str(given))} {is_not}"
        case "string_too_long":
            what, mend = f"{quoted} is too long", f"use at most {context.get('max_length', NAME_LENGTH)} characters"
        case "literal_error" | "enum":
            what, mend = f"{quoted} is not known here", f"use one of {context.get('expected')}"
        case "union_tag_invalid":
            what = f"the kind {shown(str(context.get('tag')))} is not known"
            mend = f"use one of {context.get('expected_tags')}"
        case "value_error":
            what = str(context.get("error", "this cannot be"))
        case _ if kind in _LIMITS:
            words, key = _LIMITS[kind]
            what = f"{quoted} must be {words} {context.get(key)}"
            mend = f"write a number that is {words} {context.get(key)}"
        case _:
            pass
    return what, mend
