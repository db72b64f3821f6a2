# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small collection that has something of every kind a review shows."""

from tests.engine.building import (
    AUTHORITY,
    Written,
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
    is_in,
    one_of,
    remark,
)
from wizard.model.collection import Collection


def both(english: str, spanish: str) -> Written:
    return {"en": english, "es": spanish}


CALENDAR: Written = {
    "id": "courts",
    "title": both("Courts", "Tribunales"),
    "holidays": [
        {
            "kind": "fixed",
            "name": both("New Year", "Año Nuevo"),
            "month": 1,
            "day": 1,
            "observed": ["monday-for-sunday"],
        },
        {"kind": "weekday", "name": both("Labor Day", "Día del Trabajo"), "month": 9, "weekday": "monday", "nth": 1},
        {
            "kind": "fixed",
            "name": both("Inauguration", "Toma de posesión"),
            "month": 1,
            "day": 20,
            "every_years": 4,
            "since": 1937,
            "extends": False,
        },
    ],
    "closures": [{"day": "2025-12-26", "name": both("Closed by order", "Cierre por orden")}],
    "authorities": [{"authority": "rule-6"}],
}
YEARS: Written = {
    "id": "years",
    "title": both("Years to sue", "Años para demandar"),
    "choice_list": "states",
    "columns": [
        {"id": "years", "title": both("Years", "Años"), "kind": "number"},
        {"id": "old", "title": both("Old years", "Años antes"), "kind": "number"},
        {"id": "through", "title": both("Old law through", "Ley anterior hasta"), "kind": "date"},
        {"id": "unit", "title": both("Unit", "Unidad"), "kind": "choice"},
        {"id": "words", "title": both("What to know", "Qué saber"), "kind": "text"},
    ],
    "rows": [
        {
            "key": "ny",
            "cells": {"years": 3, "words": both("Three years.", "Tres años."), "unit": "years"},
            "authorities": [{"authority": "cplr", "at": "(5)"}],
            "seen": "read",
        },
        {
            "key": "la",
            "cells": {"years": 2, "old": 1, "through": "2024-07-01"},
            "seen": "recalled",
            "note": "Look it up.",
        },
    ],
}
STATES: Written = {
    "id": "states",
    "title": both("States", "Estados"),
    "choices": [
        {"id": "ny", "label": both("New York", "Nueva York"), "short": both("N.Y.", "N.Y.")},
        {"id": "la", "label": both("Louisiana", "Luisiana"), "short": both("La.", "La.")},
        {"id": "gu", "label": both("Guam", "Guam"), "short": both("Guam", "Guam")},
    ],
}
AUTHORITIES = (
    AUTHORITY,
    {**AUTHORITY, "id": "rule-6", "kind": "rule", "citation": "Fed. R. Civ. P. 6(a)", "seen": "read-about"},
    {**AUTHORITY, "id": "cplr", "kind": "statute", "citation": "N.Y. C.P.L.R. 214", "note": "Amended in 2019."},
    {**AUTHORITY, "id": "usc-9", "kind": "statute", "citation": "28 U.S.C. § 9", "seen": "recalled"},
    {
        **AUTHORITY,
        "id": "usc-1346",
        "kind": "statute",
        "citation": "28 U.S.C. § 1346",
        "treatment": "in-litigation",
        "checked_on": "2026-10-02",
        "source": "a slip opinion",
        "pin": "(b)(1)",
    },
)
TERM: Written = {
    "id": "tort",
    "term": both("Tort", "Agravio"),
    "meaning": both("A wrong.", "Un daño."),
    "also": ["torts"],
}
_HIT = {"kind": "fact-has", "fact": "harms", "any_of": ["hit"]}
_FEDERAL = {"kind": "named", "condition": "federal"}


def small() -> Collection:
    """Two trees, one within the other, and all that trees can share."""
    outer = [
        ask("q-state", "state", "q-hurt", ask=both("Where?", "¿Dónde?"), why=both("Law differs.", "La ley cambia.")),
        ask("q-hurt", "hurt", {"yes": "q-harms", "no": "e"}, "q-harms"),
        ask("q-harms", "harms", "g", "g"),
        gate(
            "g",
            ({"kind": "all", "of": [_HIT, {"kind": "not", "of": _FEDERAL}]}, "f"),
            ({"kind": "status-is", "claim": "ftca", "test": "or-better", "status": "barred"}, "s"),
            otherwise="r",
            unknown="s",
            labels=["Hit", "Reached"],
        ),
        finding(
            "f",
            "s",
            "arguable",
            deadlines=["sue", "ask"],
            only_if_reached=True,
            reason={"en": "A court may see it so."},
            authorities=[{"authority": "lyons", "at": "102"}, {"authority": "usc-9"}],
            next_steps=[
                {"text": {"en": "File it."}},
                {"text": both("Sign it.", "Fírmelo."), "client": True},
                {"text": {"en": "Where: {table:years/words/state}; the answer was {fact:hurt}; by {deadline:sue}."}},
            ],
        ),
        remark("r", "s", topic="protect"),
        enter("s", "inner", "e"),
        end("e"),
        remark("lost", "e"),
    ]
    inner = [
        ask("q-day", "day", "q-times", "q-times"),
        ask("q-times", "times", "e", "e"),
        {**end("e"), "keeps": "nothing"},
    ]
    table = {"kind": "table", "table": "years", "by": "state", "column": "years", "unit": "years"}
    old = {"old_column": "old", "old_through_column": "through"}
    rules = [
        a_rule("ask", "day", mail_by_days_before=30, warn=[30, 7]),
        a_rule("sue", "day", period={**table, **old}, cautious={"period": {"kind": "span", "years": 1}}, practice=True),
        a_rule(
            "option", "day", "last", pick="latest", role="first-day", period={"kind": "span", "months": 6}, applies=_HIT
        ),
        a_rule("none"),
    ]
    return collection(
        {"outer": outer, "inner": inner},
        [
            {**one_of("state"), "choices": {"list": "states", "without": ["gu"]}},
            {**one_of("hurt"), "help": both("Any harm counts.", "Todo daño cuenta.")},
            any_of("harms", "hit", "held"),
            a_date("day", earliest="2000-01-01"),
            a_date("last"),
            {**a_number("times", least=1, most=9, decimals=2), "unit": both("dollars", "dólares")},
        ],
        {
            "conditions": [{"id": "federal", "title": "A federal officer", "when": is_in("hurt", "yes")}],
            "claims": [
                {"id": "ftca", "against": "us", "title": both("FTCA", "FTCA"), "about": both("Money.", "Dinero.")},
                {"id": "hidden", "against": "us", "title": both("Immunity", "Inmunidad"), "shown": False},
            ],
            "deadline_rules": rules,
            "glossary": [TERM],
        },
        calendars=[CALENDAR],
        choice_lists=[STATES],
        tables=[YEARS],
        authorities=AUTHORITIES,
    )
