# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks to draw: on the small collection, on the bundled one, and one as long and as hostile as wanted."""

import datetime as dt
from functools import lru_cache

from tests.ui.small_collection import choice, manifest, small_collection, text
from wizard.engine.answers import read_answers
from wizard.engine.graph import CollectionIndex, TreeGraph, link
from wizard.engine.walk import Walk, walk
from wizard.model.authority import Authority, Pin
from wizard.model.collection import Collection
from wizard.model.fact import AnswerValue, Fact
from wizard.model.finding import NextStep
from wizard.model.node import EndNode, FindingNode, Node, QuestionNode
from wizard.model.status import Status
from wizard.model.table import Calendar
from wizard.model.tree import Tree, TreeHeader
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection

TODAY = dt.date(2026, 11, 24)

FEDERAL: dict[str, AnswerValue] = {
    "employer": "federal",
    "harm-date": dt.date(2025, 2, 12),
    "still": "likely",
}

#: Words as no tree should have them, and as some will.
HOSTILE = (
    "X" * 700,
    "word " * 400,
    "one\ntwo\n\n\nthree",
    "bell \x07 escape \x1b null \x00 del \x7f",
    "right to left \u202e override, zero\u200bwidth, \U0001f469\u200d\u2696\ufe0f, 你好, Привет",
    "<b>&amp;</b> ]]> <!-- --> {fact:nothing} %s %n \\",
    "-" * 300 + " " + "§" * 200,
)


@lru_cache(maxsize=1)
def small_index() -> CollectionIndex:
    return CollectionIndex(small_collection())


@lru_cache(maxsize=4)
def small_graph(tree: str = "short") -> TreeGraph:
    return link(small_index(), tree)


def small_walk(answers: dict[str, AnswerValue] | None = None) -> Walk:
    return walk(small_graph(), FEDERAL if answers is None else answers, TODAY)


@lru_cache(maxsize=1)
def bundled_index() -> CollectionIndex:
    return CollectionIndex(read_collection(trees_dir() / "ice-force").collection)


@lru_cache(maxsize=1)
def some_scenarios() -> list[str]:
    """Return the ids of scenarios from all over the collection: enough to meet every kind of step."""
    return [one.id for one in bundled_index().collection.scenarios][::9]


@lru_cache(maxsize=4)
def bundled_graph(tree: str) -> TreeGraph:
    return link(bundled_index(), tree)


@lru_cache(maxsize=16)
def bundled_walk(scenario_id: str) -> Walk:
    index = bundled_index()
    scenario = next(one for one in index.collection.scenarios if one.id == scenario_id)
    answers = read_answers(index.facts, index.choice_ids, scenario.answers)
    return walk(bundled_graph(scenario.tree), answers, scenario.today)


def long_collection(questions: int, words: tuple[str, ...] = ("Is it so?",)) -> Collection:
    """A chain of questions, a finding after each fifth, a remark after each seventh; texts take `words` in turn."""

    def said(number: int) -> str:
        return words[number % len(words)]

    facts = [
        Fact(
            id=f"f{number}",
            kind="one-of",
            title=text(said(number)),
            ask=text(said(number)),
            choices=(choice("yes", said(number + 1), said(number + 2)), choice("no", "No", said(number + 3))),
        )
        for number in range(questions)
    ]
    nodes: list[Node] = []
    for number in range(questions):
        after = f"q{number + 1}" if number + 1 < questions else "end"
        extra: list[Node] = []
        if number % 5 == 4:
            extra.append(_finding(f"c{number}", said(number), Status.ARGUABLE, after))
        if number % 7 == 6:
            extra.insert(0, _finding(f"r{number}", said(number + 1), None, extra[0].id if extra else after))
        leads = extra[0].id if extra else after
        nodes.append(
            QuestionNode(
                id=f"q{number}",
                kind="question",
                short_name=text(said(number)),
                fact=f"f{number}",
                why=text(said(number)),
                next=leads,
                unsure=leads,
            )
        )
        nodes += extra
    nodes.append(EndNode(id="end", kind="end", short_name=text(said(0)), text=text(said(1))))
    header = TreeHeader(id="long", title=text(said(4)), jurisdiction=text("Nowhere"))
    return Collection(
        manifest=manifest().model_copy(update={"trees": (header,), "deadline_rules": ()}),
        facts=tuple(facts),
        authorities=(
            Authority(
                id="act",
                kind="statute",
                citation=said(5),
                short=said(6),
                holding=said(1),
                seen="recalled",
                treatment="questioned",
                checked_on=TODAY,
            ),
        ),
        calendars=(Calendar(id="federal", title=text("Federal courts"), holidays=()),),
        trees=(Tree(id="long", first="q0", nodes=tuple(nodes)),),
    )


def _finding(name: str, words: str, status: Status | None, leads: str) -> FindingNode:
    return FindingNode(
        id=name,
        kind="finding",
        short_name=text(words),
        claims=("ftca",) if status is not None else (),
        status=status,
        topic=None if status is not None else "now",
        reason=text(words),
        authorities=(Pin(authority="act"),),
        next_steps=(NextStep(text=text(words)),),
        next=leads,
    )


def long_walk(questions: int = 150, words: tuple[str, ...] = ("Is it so?",), *, unsure: int = 0) -> Walk:
    """A walk of so many questions, every `unsure`-th of them left open (0: none)."""
    graph = link(CollectionIndex(long_collection(questions, words)), "long")
    answers: dict[str, AnswerValue] = {}
    for number in range(questions):
        answers[f"f{number}"] = None if unsure and number % unsure == 0 else "yes"
    return walk(graph, answers, TODAY)
