# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small collection with every shape and state that a chart can show; its pictures do not change when the law does."""

import datetime as dt
from functools import cache
from typing import Any

from wizard.engine.graph import CollectionIndex, TreeGraph, link
from wizard.engine.walk import Walk, walk
from wizard.model.collection import Collection, Manifest
from wizard.model.fact import AnswerValue, Fact
from wizard.model.tree import Tree

TODAY = dt.date(2026, 11, 24)

Answers = dict[str, AnswerValue]

FEDERAL: Answers = {"employer": "federal"}
NOT_SURE: Answers = {"employer": None}
IN_THE_SUBTREE: Answers = {"employer": "federal", "arrest": "yes"}
TO_THE_END: Answers = {"employer": "state", "harm-date": dt.date(2026, 2, 12), "still": "likely"}


def _text(english: str, spanish: str = "") -> dict[str, str]:
    return {"en": english, "es": spanish} if spanish else {"en": english}


def _choice(name: str, english: str, spanish: str) -> dict[str, Any]:
    return {"id": name, "label": _text(f"It is {english}"), "short": _text(english, spanish)}


FACTS: list[dict[str, Any]] = [
    {
        "id": "employer",
        "kind": "one-of",
        "title": _text("Employer"),
        "ask": _text("Who employed the officer?", "¿Para quién trabajaba el agente?"),
        "choices": [
            _choice("federal", "Federal", "Federal"),
            _choice("state", "State", "Estatal"),
            _choice("company", "Company", "Empresa"),
        ],
    },
    {
        "id": "arrest",
        "kind": "one-of",
        "title": _text("Arrest"),
        "ask": _text("Was there an arrest?"),
        "choices": [_choice("yes", "Yes", "Sí"), _choice("no", "No", "No")],
    },
    {"id": "harm-date", "kind": "date", "title": _text("Date"), "ask": _text("When was it?", "¿Cuándo fue?")},
    {
        "id": "still",
        "kind": "one-of",
        "title": _text("Still"),
        "ask": _text("Is it still going on?"),
        "choices": [
            _choice("yes", "Yes", "Sí"),
            _choice("likely", "Likely", "Probable"),
            _choice("over", "No", "No"),
        ],
    },
]


def _question(name: str, fact: str, short: dict[str, str], leads: object, unsure: str | None) -> dict[str, Any]:
    words = {"kind": "question", "id": name, "short_name": short, "fact": fact, "why": _text(f"Why {fact}?")}
    return words | {"next": leads, "unsure": unsure}


def _finding(name: str, claim: str, status: str | None, leads: str) -> dict[str, Any]:
    return {
        "kind": "finding",
        "id": name,
        "short_name": _text(name, f"{name} en español"),
        "claims": [claim] if claim else [],
        "status": status,
        "reason": _text(f"The reason of {name}, with <b>no</b> markup & on {{fact:harm-date}}."),
        "next": leads,
    }


INNER: list[dict[str, Any]] = [
    _question("i-arrest", "arrest", _text("Arrest?", "¿Arresto?"), {"yes": "i-found", "no": "i-end"}, "i-end"),
    _finding("i-found", "bivens", "likely-foreclosed", "i-end"),
    {"kind": "end", "id": "i-end", "short_name": _text("Back", "Vuelta"), "text": _text("Back to the main tree.")},
]
OUTER: list[dict[str, Any]] = [
    _question(
        "q-employer",
        "employer",
        _text("Officer’s employer", "Quién empleaba al agente"),
        {"federal": "s-inner", "state": "f-1983", "company": "q-date"},
        "q-date",
    ),
    {"kind": "subtree", "id": "s-inner", "short_name": _text("Arrests", "Arrestos"), "tree": "inner", "next": "q-date"},
    _finding("f-1983", "section-1983", "barred", "q-date"),
    _question("q-date", "harm-date", _text("Date of harm", "Fecha del daño"), "g-time", "g-time"),
    {
        "kind": "gate",
        "id": "g-time",
        "short_name": _text("Still in time?", "¿A tiempo?"),
        "branches": [
            {
                "when": {"kind": "date-is", "fact": "harm-date", "since": {"years": -2}},
                "label": _text("In time", "A tiempo"),
                "next": "f-ftca",
            }
        ],
        "otherwise": "f-late",
        "unknown": "f-maybe",
    },
    _finding("f-ftca", "ftca", "available", "q-still"),
    _finding("f-late", "ftca", "barred", "q-still"),
    _finding("f-maybe", "ftca", "arguable", "q-still"),
    _question(
        "q-still",
        "still",
        _text("Harm still going on?", "¿Sigue el daño?"),
        {"yes": "f-order", "likely": "f-perhaps", "over": "f-none"},
        None,
    ),
    _finding("f-order", "court-order", "available", "r-remark"),
    _finding("f-perhaps", "court-order", "arguable", "r-remark"),
    _finding("f-none", "court-order", "likely-foreclosed", "r-remark"),
    _finding("r-remark", "", None, "e-done"),
    {"kind": "end", "id": "e-done", "short_name": _text("Done", "Terminado"), "text": _text("All is answered.")},
]
CLAIMS = {
    "ftca": _text("FTCA"),
    "bivens": _text("Bivens"),
    "section-1983": _text("Section 1983"),
    "court-order": _text("Court order", "Orden judicial"),
}


def collection() -> Collection:
    """The whole of it."""
    manifest = Manifest.model_validate(
        {
            "id": "chart",
            "title": _text("Chart"),
            "publisher": "Tests",
            "version": "1.0",
            "languages": ["en", "es"],
            "law_checked_on": TODAY,
            "next_check_due": TODAY,
            "trees": [
                {"id": "main", "title": _text("Main"), "jurisdiction": _text("Nowhere")},
                {
                    "id": "inner",
                    "title": _text("Arrests"),
                    "jurisdiction": _text("Nowhere"),
                    "about": _text("What an arrest changes."),
                },
            ],
            "against": [{"id": "all", "title": _text("all")}],
            "claims": [{"id": claim, "against": "all", "title": title} for claim, title in CLAIMS.items()],
        }
    )
    trees = (
        Tree.model_validate({"id": "main", "first": "q-employer", "nodes": OUTER}),
        Tree.model_validate({"id": "inner", "first": "i-arrest", "nodes": INNER}),
    )
    return Collection(manifest=manifest, facts=tuple(Fact.model_validate(fact) for fact in FACTS), trees=trees)


@cache
def main_tree() -> TreeGraph:
    """The tree, linked."""
    return link(CollectionIndex(collection()), "main")


def walked(answers: Answers) -> Walk:
    """A walk of it."""
    return walk(main_tree(), answers, TODAY)
