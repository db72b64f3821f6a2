# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The collection whose walks the contract is tested on, and what a call of the program gave."""

from pathlib import Path
from typing import NamedTuple

from tests.engine.building import (
    AUTHORITY,
    CALENDAR,
    a_date,
    a_number,
    a_rule,
    any_of,
    ask,
    collection,
    end,
    enter,
    finding,
    gate,
    one_of,
    remark,
    words,
)
from wizard.model.collection import Collection

CHECKOUT = Path(__file__).parent.parent.parent


class Ran(NamedTuple):
    """What a process gave back."""

    status: int
    out: str
    err: str


def contract_collection() -> Collection:
    """A sound collection whose walks have every field of the contract."""
    hit = {"kind": "fact-has", "fact": "harms", "any_of": ["hit"]}
    trees = {
        "outer": [
            ask("q-hurt", "hurt", {"yes": "q-harms", "no": "end"}, "q-harms"),
            ask("q-harms", "harms", "s", "s"),
            enter("s", "inner", "r"),
            remark("r", "end", topic="protect"),
            end(),
        ],
        "inner": [
            ask("q-day", "day", "q-count", "q-count"),
            ask("q-count", "count", "q-hurt", "q-hurt"),
            ask("q-hurt", "hurt", {"yes": "g", "no": "g"}, "g"),
            gate("g", (hit, "f"), otherwise="o", unknown="o", labels=["Hit"]),
            finding("f", "done", "arguable", deadlines=["due"]),
            finding("o", "done", "likely-foreclosed"),
            end("done"),
        ],
    }
    facts = [one_of("hurt"), any_of("harms", "hit", "held"), a_date("day"), a_number("count"), one_of("unused")]
    used = {"conditions": [{"id": "c", "title": "c", "when": {"kind": "known", "fact": "unused"}}]}
    scenario = {
        "id": "hit",
        "tree": "outer",
        "title": "A client who was hit",
        "today": "2026-11-24",
        "answers": {"hurt": "yes", "harms": ["hit"], "day": "2026-03-02", "count": 3},
        "expected": {"statuses": {"ftca": "arguable"}, "ended": "end"},
    }
    return collection(
        trees,
        facts,
        {**used, "deadline_rules": [a_rule("due", "day")], "glossary": [GLOSSARY]},
        calendars=[CALENDAR],
        authorities=[AUTHORITY],
        scenarios=[scenario],
    )


GLOSSARY = {"id": "hit", "term": words("hit"), "meaning": words("struck with force")}
