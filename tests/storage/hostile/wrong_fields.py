# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a collection that are JSON and hold what they must not."""

import json

from tests.storage.hostile.edits import HostileFolder, edited, ignore, set_to
from tests.storage.hostile.texts import CYRILLIC_OUTER
from wizard.storage.errors import BadShapeError, TooLargeError

OUTER = "outer.tree.json"
NODE = ("nodes", 0)

#: Loads, and is caught when the tree is linked: nothing is wrong with the file as such.
SUBTREE_OF_ITSELF = set_to(OUTER, "nodes", 1, "tree", to="outer")


def _bad_id(name: str, wrong: object, says: str = "is not an id; use small letters") -> HostileFolder:
    return HostileFolder(f"an id with {name}", set_to(OUTER, *NODE, "id", to=wrong), BadShapeError, OUTER, says)


WRONG_FIELDS = (
    _bad_id("a slash", "a/b"),
    _bad_id("a backslash", "a\\b"),
    _bad_id("dots", ".."),
    _bad_id("a way up", "../../etc/passwd"),
    _bad_id("a drive", "c:"),
    _bad_id("a zero byte", "a\0b"),
    _bad_id("an escape sequence", "a\x1b[2Jb"),
    _bad_id("a line break at its end", "a\n"),
    _bad_id("right-to-left marks", "a\u202eb"),
    _bad_id("capitals", "Ask-Hurt"),
    _bad_id("a space", "ask hurt"),
    _bad_id("an underline", "ask_hurt"),
    _bad_id("letters that look alike", CYRILLIC_OUTER),
    _bad_id("full-width letters", "\uff41\uff53\uff4b"),
    _bad_id("a dash that is none", "ask\u2010hurt"),
    _bad_id("nothing in it", ""),
    _bad_id("two hyphens together", "a--b"),
    _bad_id("10 KB", "a" * 10_240, "is too long; use at most 64 characters"),
    HostileFolder(
        "no nodes", edited(OUTER, lambda data: data.pop("nodes")), BadShapeError, OUTER, "nodes: this is missing"
    ),
    HostileFolder(
        "nodes by name", set_to(OUTER, "nodes", to={"a": {}}), BadShapeError, OUTER, "nodes: this must be a list"
    ),
    HostileFolder(
        "a node that is a text", set_to(OUTER, *NODE, to="ask"), BadShapeError, OUTER, "node 1: this must be an object"
    ),
    HostileFolder(
        "a node without a kind",
        edited(OUTER, lambda data: data["nodes"][0].pop("kind")),
        BadShapeError,
        OUTER,
        "no “kind”",
    ),
    HostileFolder(
        "a node of an unknown kind",
        set_to(OUTER, *NODE, "kind", to="oracle"),
        BadShapeError,
        OUTER,
        "the kind “oracle” is not known",
    ),
    HostileFolder(
        "a node with a kind that is a list",
        set_to(OUTER, *NODE, "kind", to=["question"]),
        BadShapeError,
        OUTER,
        "kind",
    ),
    HostileFolder(
        "a node with the fields of another kind",
        set_to(OUTER, *NODE, "kind", to="end"),
        BadShapeError,
        OUTER,
        "node “ask-hurt”",
    ),
    HostileFolder(
        "an unknown field deep inside",
        set_to(OUTER, *NODE, "authorities", 0, "page", to=7),
        BadShapeError,
        OUTER,
        "node “ask-hurt”, authority 1, page: this is not known here",
    ),
    HostileFolder(
        "a text without English",
        set_to(OUTER, *NODE, "why", to={"es": "Porque"}),
        BadShapeError,
        OUTER,
        "why, en: this is missing",
    ),
    HostileFolder(
        "a text in an unknown language",
        set_to(OUTER, *NODE, "why", to={"en": "A", "x" * 5000: "B"}),
        BadShapeError,
        OUTER,
        "node “ask-hurt”",
    ),
    HostileFolder(
        "a text that is a number",
        set_to(OUTER, *NODE, "why", to={"en": 7}),
        BadShapeError,
        OUTER,
        "why, en: this must be text",
    ),
    HostileFolder(
        "a next that leads by list",
        set_to(OUTER, *NODE, "next", to=["end"]),
        BadShapeError,
        OUTER,
        "next: this has the wrong kind of value",
    ),
    HostileFolder(
        "an unknown status",
        set_to("inner.tree.json", *NODE, "status", to="certain"),
        BadShapeError,
        "inner.tree.json",
        "status: “certain” is not known here; use one of 'available'",
    ),
    HostileFolder(
        "a condition of no kind, 40 deep",
        set_to(
            "collection.json",
            "conditions",
            0,
            "when",
            to=json.loads('{"kind":"not","of":' * 40 + '{"kind":"maybe"}' + "}" * 40),
        ),
        BadShapeError,
        "collection.json",
        "the kind “maybe” is not known",
    ),
    HostileFolder(
        "a date that is a number",
        set_to("collection.json", "law_checked_on", to=0),
        BadShapeError,
        "collection.json",
        "law checked on: this must be a date; write it like “2026-11-24”",
    ),
    HostileFolder(
        "a day that does not exist",
        set_to("collection.json", "law_checked_on", to="2026-02-30"),
        BadShapeError,
        "collection.json",
        "this is not a date",
    ),
    HostileFolder(
        "a version that is none",
        set_to("collection.json", "version", to="3.1-beta"),
        BadShapeError,
        "collection.json",
        "“3.1-beta” is not a version",
    ),
    HostileFolder(
        "a month that does not exist",
        set_to("calendars/federal.calendar.json", "holidays", 0, "month", to=13),
        BadShapeError,
        "calendars/federal.calendar.json",
        "holiday 1, month: “13” must be at most 12",
    ),
    HostileFolder(
        "a cell that is a list",
        set_to("tables/years.table.json", "rows", 0, "cells", "length", to=[3]),
        BadShapeError,
        "tables/years.table.json",
        "row “dc”, cells, length: this has the wrong kind of value",
    ),
    HostileFolder(
        "an answer that is true",
        set_to("scenarios/outer.scenarios.json", "scenarios", 0, "answers", "was-hurt", to=True),
        BadShapeError,
        "scenarios/outer.scenarios.json",
        "scenario “hurt-client”, answers, “was-hurt”: this has the wrong kind of value",
    ),
    HostileFolder(
        "a million nodes",
        lambda folder: ignore(
            (folder / OUTER).write_text(
                '{"format": 1, "id": "outer", "first": "a", "nodes": [' + "{}," * 999_999 + "{}]}"
            )
        ),
        TooLargeError,
        OUTER,
        "500,000 entries",
    ),
    HostileFolder(
        "400,000 wrong nodes",
        lambda folder: ignore(
            (folder / OUTER).write_text(
                '{"format": 1, "id": "outer", "first": "a", "nodes": [' + "{}," * 399_999 + "{}]}"
            )
        ),
        BadShapeError,
        OUTER,
        "node 1: this has no “kind”",
    ),
    HostileFolder(
        "400,000 wrong rows",
        lambda folder: ignore(
            (folder / "tables/years.table.json").write_text(
                '{"format": 1, "id": "years", "title": {"en": ""}, "columns": [], "rows": [' + "{}," * 399_999 + "{}]}"
            )
        ),
        BadShapeError,
        "tables/years.table.json",
        "row 1, key: this is missing",
    ),
)
