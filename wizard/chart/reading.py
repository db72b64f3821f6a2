# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader, a tooltip and the outline say of a node."""

from PySide6.QtCore import QCoreApplication

from wizard.chart.drawing import Drawing
from wizard.chart.node_words import subtitle_of
from wizard.chart.step_states import StepState, StepStates
from wizard.engine.network import places_before
from wizard.engine.walk import Walk
from wizard.engine.wording import format_value
from wizard.model.names import NodeKey


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


def read_node(drawing: Drawing, states: StepStates, number: int) -> str:
    """Return a node as one line: “Claim form, question, you are here, leads to 3 steps”."""
    node = drawing.nodes[number]
    targets = {arrow.target for arrow in drawing.arrows if arrow.source == number}
    parts = [node.title]
    subtitle = subtitle_of(node)
    if subtitle:
        parts.append(subtitle.lower())
    parts += [shape_word(node.shape), state_word(states.nodes[number])]
    if targets:
        parts.append(QCoreApplication.translate("Chart", "leads to %n steps", "", len(targets)))
    return ", ".join(parts)


def why_ruled_out(made: Walk, key: NodeKey, language: str) -> str:
    """Return why a node can no longer be reached: the last step on the trail from which it still could.

    Empty where it still can be reached or lies on the path.
    """
    graph = made.graph
    if key in made.reachable or key in made.path:
        return ""
    leads_there = places_before(graph, key)
    for step in reversed(made.trail):
        if step.key not in leads_there:
            continue
        name = graph.node(step.key).short_name.within(language)
        if step.fact is None:
            return QCoreApplication.translate("Chart", "ruled out by “{step}”").format(step=name)
        index = graph.index
        value = format_value(index.facts[step.fact], index.choices[step.fact], step.value, language)
        words = QCoreApplication.translate("Chart", "ruled out because “{step}” is “{answer}”")
        return words.format(step=name, answer=value)
    return ""
