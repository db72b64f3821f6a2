# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All walks of a small tree, with every answer to every question."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import assume

from tests.strategies import TODAY
from wizard.engine.graph import TreeGraph
from wizard.engine.state_space import StateSpace
from wizard.engine.walk import Walk, walk
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId
from wizard.model.node import QuestionNode

MOST_WALKS = 3000
Answered = dict[str, AnswerValue | None]


def all_values(graph: TreeGraph, fact: FactId, apart: Sequence[AnswerValue]) -> Sequence[AnswerValue]:
    """All choices and combinations of choices; of dates and numbers those that are told apart."""
    choices = [choice.id for choice in graph.index.choices[fact]]
    if graph.index.facts[fact].kind == "one-of":
        return choices
    if graph.index.facts[fact].kind == "any-of":
        return [frozenset(some) for size in range(len(choices) + 1) for some in combinations(choices, size)]
    return apart


def every_walk(graph: TreeGraph) -> Iterator[Walk]:
    """Walks to every end with every answer, and with every question left open that may be."""
    values = StateSpace(graph, TODAY, 1_000_000, count_questions=False).values
    waiting: list[Answered] = [{}]
    made_so_far = 0
    while waiting:
        answers = waiting.pop()
        made = walk(graph, answers, TODAY)
        made_so_far += 1
        assume(made_so_far < MOST_WALKS)
        if made.asked is None:
            yield made
            continue
        node = graph.node(made.asked)
        assert isinstance(node, QuestionNode)
        tried = [*all_values(graph, node.fact, values[node.fact]), *([None] if node.unsure is not None else [])]
        waiting += [{**answers, node.fact: value} for value in tried]
