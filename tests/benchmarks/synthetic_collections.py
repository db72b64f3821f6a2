# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole collections made of synthetic trees, so that a chart of any size can be walked."""

import datetime as dt
from typing import Any, Final

from tests.benchmarks.synthetic_trees import SyntheticTree
from wizard.engine.graph import UNSURE, CollectionIndex, TreeGraph, link
from wizard.engine.walk import Walk, walk
from wizard.model.collection import Collection, Manifest
from wizard.model.fact import AnswerValue, Fact
from wizard.model.status import Status
from wizard.model.tree import Tree

TODAY: Final = dt.date(2026, 11, 24)
SHORT_NAME: Final = 22
SHORT_LABEL: Final = 14
#: Every third question may be left open.
SKIPPED: Final = 3
STATUSES: Final = tuple(Status)

Answers = dict[str, AnswerValue]


def graph_of(tree: SyntheticTree) -> TreeGraph:
    """Return a synthetic tree as one that can be walked.

    A node with one way out is a finding, one without any an end. Questions ask for one fact each, gates look at the
    fact of the first question.
    """
    ways: list[list[tuple[str, str]]] = [[] for _ in tree.nodes]
    for arrow, label in zip(tree.arrows, tree.labels, strict=True):
        ways[arrow.source].append((f"n{arrow.target}", label[:SHORT_LABEL] or "On"))
    nodes, facts = [], []
    for number, (node, out) in enumerate(zip(tree.nodes, ways, strict=True)):
        base = {"id": f"n{number}", "short_name": {"en": node.text[:SHORT_NAME].strip()}}
        if len(out) > 1 and (node.kind != "gate" or number == 0):
            facts.append(_fact(number, out))
            nodes.append(base | _question(number, out, node.text))
        elif len(out) > 1:
            nodes.append(base | _gate(out))
        elif out:
            nodes.append(base | _finding(number, out[0][0], node.text))
        else:
            nodes.append(base | {"kind": "end", "text": {"en": node.text}})
    return link(CollectionIndex(_collection(nodes, facts)), "synthetic")


def answered(graph: TreeGraph, questions: int) -> tuple[Answers, Walk]:
    """Return answers to the first questions that a walk asks, and the walk they make.

    Each time it is the choice that skips least, so that the walk is long.
    """
    answers: Answers = {}
    made = walk(graph, answers, TODAY)
    while made.asked is not None and len(answers) < questions:
        node = graph.node(made.asked)
        assert node.kind == "question"
        ways = graph.ways[graph.number[made.asked]]
        answers[node.fact] = min((way for way in ways if way.name != UNSURE), key=lambda way: way.target).name
        made = walk(graph, answers, TODAY)
    return answers, made


def _fact(number: int, out: list[tuple[str, str]]) -> dict[str, Any]:
    words = {"en": f"Fact {number}"}
    choices = [
        {"id": f"c{place}", "label": {"en": label}, "short": {"en": label}} for place, (_, label) in enumerate(out)
    ]
    return {"id": f"f{number}", "kind": "one-of", "title": words, "ask": words, "choices": choices}


def _question(number: int, out: list[tuple[str, str]], words: str) -> dict[str, Any]:
    leads = {f"c{place}": target for place, (target, _) in enumerate(out)}
    unsure = out[0][0] if number % SKIPPED == 0 else None
    return {"kind": "question", "fact": f"f{number}", "why": {"en": words}, "next": leads, "unsure": unsure}


def _gate(out: list[tuple[str, str]]) -> dict[str, Any]:
    branches = [
        {
            "when": {"kind": "fact-in", "fact": "f0", "among": [f"c{place}"]},
            "label": {"en": label},
            "next": target,
        }
        for place, (target, label) in enumerate(out[:-1])
    ]
    return {"kind": "gate", "branches": branches, "otherwise": out[-1][0]}


def _finding(number: int, leads: str, words: str) -> dict[str, Any]:
    status = STATUSES[number % len(STATUSES)]
    return {"kind": "finding", "claims": ["claim"], "status": status, "reason": {"en": words}, "next": leads}


def _collection(nodes: list[dict[str, Any]], facts: list[dict[str, Any]]) -> Collection:
    title = {"en": "Synthetic"}
    manifest = Manifest.model_validate(
        {
            "id": "synthetic",
            "title": title,
            "publisher": "Benchmarks",
            "version": "1.0",
            "law_checked_on": TODAY,
            "next_check_due": TODAY,
            "trees": [{"id": "synthetic", "title": title, "jurisdiction": title}],
            "against": [{"id": "all", "title": title}],
            "claims": [{"id": "claim", "against": "all", "title": {"en": "A claim"}}],
        }
    )
    tree = Tree.model_validate({"id": "synthetic", "first": "n0", "nodes": nodes})
    return Collection(manifest=manifest, facts=tuple(Fact.model_validate(fact) for fact in facts), trees=(tree,))
