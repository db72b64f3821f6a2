# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small collections written in few words, for tests of the engine. What a node leaves out is filled in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from wizard.model.collection import Collection

TODAY = dt.date(2026, 11, 24)

#: A part of a collection as it stands in a file.
Written = Mapping[str, Any]

AUTHORITY: Written = {
    "id": "lyons",
    "kind": "case",
    "citation": "461 U.S. 95 (1983)",
    "short": "Lyons",
    "holding": "A past wrong alone gives no order for the future.",
    "seen": "read",
    "treatment": "good",
    "checked_on": "2026-11-24",
}
PINS = ({"authority": "lyons"},)


def words(english: str) -> Written:
    """The same words in English and Spanish."""
    return {"en": english, "es": english}


def one_of(name: str, *choices: str) -> Written:
    """A *one of* fact; by default yes or no."""
    return {**_fact(name, "one-of"), "choices": [choice(one) for one in choices or ("yes", "no")]}


def any_of(name: str, *choices: str) -> Written:
    """An *any of* fact."""
    return {**_fact(name, "any-of"), "choices": [choice(one) for one in choices]}


def a_date(name: str, **limits: object) -> Written:
    """A date fact."""
    return {**_fact(name, "date"), "limits": {"latest": "today", **limits}}


def a_number(name: str, **limits: object) -> Written:
    """A number fact."""
    return {**_fact(name, "number"), "limits": limits}


def choice(name: str) -> Written:
    """A choice whose words are its id."""
    return {"id": name, "label": words(name), "short": words(name)}


def _fact(name: str, kind: str) -> Written:
    return {"id": name, "kind": kind, "title": words(name), "ask": words(f"{name}?")}


def ask(name: str, fact: str, leads: object, unsure: str | None = None, **more: object) -> Written:
    """A question node; `leads`: one node, or a node for each choice."""
    node = {"kind": "question", "fact": fact, "why": words("why"), "next": leads, "unsure": unsure}
    return {**_node(name), **node, "authorities": PINS, **more}


def gate(
    name: str, *branches: tuple[Written, str], otherwise: str, unknown: str | None = None, labels: Sequence[str] = ()
) -> Written:
    """A gate node with branches of condition and target."""
    made = [
        {"when": when, "label": words(labels[number] if labels else f"b{number}"), "next": target}
        for number, (when, target) in enumerate(branches)
    ]
    return {**_node(name), "kind": "gate", "branches": made, "otherwise": otherwise, "unknown": unknown}


def finding(name: str, leads: str, status: str | None = "available", **more: object) -> Written:
    """A finding node on the line `ftca`, with authority and next step."""
    node = {"kind": "finding", "claims": ["ftca"], "status": status, "reason": words("reason"), "next": leads}
    return {**_node(name), **node, "authorities": PINS, "next_steps": [{"text": words("do it")}], **more}


def remark(name: str, leads: str, **more: object) -> Written:
    """A finding node with neither line nor status."""
    return finding(name, leads, None, **{"claims": [], "topic": "intake", "next_steps": [], **more})


def enter(name: str, tree: str, leads: str) -> Written:
    """A subtree node."""
    return {**_node(name), "kind": "subtree", "tree": tree, "next": leads}


def end(name: str = "end") -> Written:
    """An end node."""
    return {**_node(name), "kind": "end", "text": words("the end")}


def _node(name: str) -> Written:
    return {"id": name, "short_name": words(name)}


def is_in(fact: str, *choices: str) -> Written:
    """The condition that a *one of* fact has one of these choices."""
    return {"kind": "fact-in", "fact": fact, "among": list(choices)}


def a_rule(name: str, *trigger: str, **more: object) -> Written:
    """A deadline rule of two years."""
    return {
        "id": name,
        "role": "last-day",
        "title": words(name),
        "trigger": trigger,
        "period": {"kind": "span", "years": 2},
        "calendar": "courts",
        "why": words("why"),
        "authorities": PINS,
        **more,
    }


def a_term(name: str, english: str, *also: str, spanish: str = "") -> Written:
    """A term of the glossary with its other spellings; in Spanish it is called the same unless told otherwise."""
    term = {"en": english, "es": spanish or english}
    return {"id": name, "term": term, "meaning": words(f"what {name} means"), "also": also}


CALENDAR: Written = {"id": "courts", "title": words("courts"), "holidays": []}


def collection(
    trees: Mapping[str, Sequence[Written]] | Sequence[Written],
    facts: Sequence[Written] = (),
    manifest: Written | None = None,
    **more: object,
) -> Collection:
    """A collection of these trees (one alone is called `t`), which begin at their first nodes.

    Tables, calendars, scenarios and so on go into `more`, parts of the manifest into `manifest`.
    """
    named = trees if isinstance(trees, Mapping) else {"t": trees}
    headers = [{"id": name, "title": words(name), "jurisdiction": words("anywhere")} for name in named]
    written = {
        "manifest": {
            "id": "made",
            "title": words("Made"),
            "publisher": "The clinic",
            "version": "1.0",
            "languages": ["en", "es"],
            "law_checked_on": "2026-11-01",
            "next_check_due": "2027-05-01",
            "trees": headers,
            "against": [{"id": "us", "title": words("the United States")}],
            "claims": [{"id": "ftca", "against": "us", "title": words("FTCA")}],
            **(manifest or {}),
        },
        "facts": facts,
        "authorities": [AUTHORITY],
        "calendars": [CALENDAR],
        "trees": [{"id": name, "first": nodes[0]["id"], "nodes": nodes} for name, nodes in named.items()],
        **more,
    }
    return Collection.model_validate(written)
