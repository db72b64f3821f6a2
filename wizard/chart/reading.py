# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader, a tooltip and the outline say of a node."""

import html
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from wizard.chart.drawing import Drawing
from wizard.chart.node_words import subtitle_of
from wizard.chart.status_words import status_word
from wizard.chart.step_states import StepState, StepStates
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk
from wizard.engine.wording import fill, format_value
from wizard.model.names import NodeKey
from wizard.model.node import EndNode, FindingNode, GateNode, QuestionNode, SubtreeNode
from wizard.model.text import Text

#: A tooltip shows the first lines of a node's words: no more than this many characters.
TIP_CHARACTERS = 240


def shape_word(shape: str) -> str:
    """Return the word for a kind of node."""
    words = {
        "question": QCoreApplication.translate("Chart", "question"),
        "date": QCoreApplication.translate("Chart", "date or number"),
        "gate": QCoreApplication.translate("Chart", "decided by known facts"),
        "finding": QCoreApplication.translate("Chart", "finding"),
        "subtree": QCoreApplication.translate("Chart", "subtree"),
        "end": QCoreApplication.translate("Chart", "end"),
    }
    return words[shape]


def state_word(state: StepState) -> str:
    """Return the word for the state of a step."""
    words = {
        StepState.TAKEN: QCoreApplication.translate("Chart", "taken"),
        StepState.CURRENT: QCoreApplication.translate("Chart", "you are here"),
        StepState.OPEN: QCoreApplication.translate("Chart", "ahead"),
        StepState.UNKNOWN: QCoreApplication.translate("Chart", "not sure yet"),
        StepState.RULED_OUT: QCoreApplication.translate("Chart", "ruled out"),
    }
    return words[state]


def read_node(drawing: Drawing, states: StepStates, number: int, why: str = "") -> str:
    """Return a node as one line: “Claim form, question, you are here, leads to 3 steps”.

    `why` stands in the place of the state of a node that is ruled out (see `why_ruled_out`).
    """
    node = drawing.nodes[number]
    parts = [node.title]
    subtitle = subtitle_of(node)
    if subtitle:
        parts.append(subtitle.lower())
    parts += [shape_word(node.shape), why or state_word(states.nodes[number])]
    targets = len(drawing.targets[number])
    if targets == 1:
        parts.append(QCoreApplication.translate("Chart", "leads to 1 step"))
    elif targets:
        parts.append(QCoreApplication.translate("Chart", "leads to %n steps", "", targets))
    return ", ".join(parts)


def why_ruled_out(made: Walk, key: NodeKey, language: str) -> str:
    """Return why a node can no longer be reached: the last step from which some way leads there.

    Empty where it still can be reached or lies on the path.
    """
    return NodeReader(made.graph, made, language).why_ruled_out(key)


def plain_tip(words: str) -> str:
    """Return lines for Qt to show as a tooltip: wrapped, and as they are, even where they look like markup."""
    return f"<p style='white-space:pre-wrap'>{html.escape(words)}</p>"


class NodeReader:
    """Says of the nodes of a tree what they are and how they stand in a walk (None: the tree is only read)."""

    def __init__(self, graph: TreeGraph, made: Walk | None, language: str) -> None:
        self._graph = graph
        self._walk = made
        self._language = language

    def line(self, drawing: Drawing, states: StepStates, number: int) -> str:
        """Return a node as one line, for a list and a screen reader."""
        ruled_out = states.nodes[number] is StepState.RULED_OUT
        why = self.why_ruled_out(drawing.nodes[number].key) if ruled_out else ""
        return read_node(drawing, states, number, why)

    def tip(self, drawing: Drawing, states: StepStates, number: int) -> str:
        """Return what a tooltip says, as lines of plain text: name, words, state, and why it is ruled out."""
        shown = drawing.nodes[number]
        words = self._words(shown.key)
        if len(words) > TIP_CHARACTERS:
            words = words[:TIP_CHARACTERS].rpartition(" ")[0] + " …"
        state = self._state(shown.key, states.nodes[number])
        return "\n".join(line for line in (self._name(shown.key), words, state) if line)

    def why_ruled_out(self, key: NodeKey) -> str:
        """Return why a node can no longer be reached, empty where it can be or lies on the path."""
        made = self._walk
        if made is None or key in made.reachable or key in made.path:
            return ""
        number = self._closed_by.get(self._graph.number[key])
        if number is None:
            return ""
        node = self._graph.nodes[number]
        name = node.short_name.within(self._language)
        if not isinstance(node, QuestionNode):
            return QCoreApplication.translate("Chart", "ruled out by “{step}”").format(step=name)
        words = QCoreApplication.translate("Chart", "ruled out because “{step}” is “{answer}”")
        return words.format(step=name, answer=self._answer(made, node))

    @cached_property
    def _closed_by(self) -> Mapping[int, int]:
        """For each node that some way leads to from the path or from what lies ahead, the last node that it does from.

        No way out of that one is open that leads there: else a later one would do as well.
        """
        made = self._walk
        if made is None:
            return {}
        may_close = {self._graph.number[step.key] for step in made.trail}.union(made.ahead.numbers)
        closed: dict[int, int] = {}
        for start in sorted(may_close, reverse=True):
            waiting = [start]
            while waiting:
                for way in self._graph.ways[waiting.pop()]:
                    if way.target not in closed:
                        closed[way.target] = start
                        waiting.append(way.target)
        return closed

    def _answer(self, made: Walk, node: QuestionNode) -> str:
        index = self._graph.index
        fact = index.facts[node.fact]
        return format_value(fact, index.choices[node.fact], made.known.get(node.fact), self._language)

    def _name(self, key: NodeKey) -> str:
        node = self._graph.node(key)
        name = node.short_name.within(self._language)
        if not isinstance(node, FindingNode) or node.status is None:
            return name
        claims = [self._graph.index.claims[claim].title.within(self._language) for claim in node.claims]
        return f"{name} ({', '.join(claims)}: {status_word(node.status)})" if claims else name

    def _words(self, key: NodeKey) -> str:
        """Return what a node says: the question, the reason of a finding, what a subtree is about."""
        words = "\n".join(self._say(text) for text in self._texts(key))
        if not words and self._graph.node(key).kind == "gate":
            return QCoreApplication.translate("Chart", "Decided by what is already known.")
        return words

    def _texts(self, key: NodeKey) -> Iterator[Text]:
        node = self._graph.node(key)
        match node:
            case QuestionNode():
                yield node.ask or self._graph.index.facts[node.fact].ask
            case GateNode():
                if node.why is not None:
                    yield node.why
            case FindingNode():
                yield node.reason
            case SubtreeNode():
                headers = self._graph.collection.manifest.trees
                yield from [header.about or header.title for header in headers if header.id == node.tree]
            case EndNode():
                yield node.text
            case _:
                assert_never(node)

    def _say(self, text: Text) -> str:
        known = self._walk.known if self._walk is not None else {}
        return fill(text.within(self._language), self._language, known, self._graph.index)

    def _state(self, key: NodeKey, state: StepState) -> str:
        if self._walk is None:
            return ""
        node = self._graph.node(key)
        words = (self.why_ruled_out(key) if state is StepState.RULED_OUT else "") or state_word(state)
        if state is StepState.TAKEN and isinstance(node, QuestionNode):
            words = f"{words}: {self._answer(self._walk, node)}"
        return words[:1].upper() + words[1:]
