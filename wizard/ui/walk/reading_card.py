# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of the tree to be read without moving there."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.chart.reading import why_ruled_out
from wizard.engine.graph import way_label
from wizard.engine.walk import Walk
from wizard.model.names import NodeKey
from wizard.model.node import EndNode, FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.walk.question import Speech, citations
from wizard.ui.walk.trail_rows import capitalised
from wizard.ui.walk.why import WhyPanel
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.status_badge import StatusBadge
from wizard.ui.widgets.term_label import TermLabel

translate = QCoreApplication.translate


class ReadingCard(QWidget):
    """Shows one step: its words, what it decides, its authorities."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.key: NodeKey | None = None
        self._kind = Label("", "label", "accent", wrap=False)
        self.title = TermLabel(style="question")
        self._ruled_out = Label("", "label", "ink2")
        self._claims = QVBoxLayout()
        self.text = TermLabel(style="body")
        self._choices = Label("", "body", "ink2")
        self.why = WhyPanel()
        self.close_button = Button(self.tr("Close"), icon="x")
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for widget in (self.title, self._ruled_out):
            self._column.addWidget(widget)
        self._column.addLayout(self._claims)
        for widget in (self.text, self._choices):
            self._column.addWidget(widget)
        self._column.addWidget(self.why)
        self._column.addStretch(1)
        follow(self._take_over)

    def show_node(self, made: Walk, key: NodeKey, language: str, law_checked: str) -> None:
        """Show the step at a place of a walk."""
        self.key = key
        graph = made.graph
        node = graph.node(key)
        speech = Speech(graph.index, made.known, language, None)
        terms = Terms(graph, language)
        self._kind.setText(_kind_word(node))
        self.title.setText(node.short_name.within(language))
        reason = why_ruled_out(made, key, language)
        self._ruled_out.setText(capitalised(reason))
        self._ruled_out.setVisible(bool(reason))
        self._clear_claims()
        self._choices.setText("\n".join(_ways(made, key, language)))
        pins = () if isinstance(node, SubtreeNode | EndNode) else node.authorities
        why = ""
        match node:
            case QuestionNode():
                fact = graph.index.facts[node.fact]
                self._kind.setText(f"{_kind_word(node)}: {self.title.text()}")
                self.title.show_text(terms.desk(speech.say(node.ask or fact.ask)))
                text = speech.say(node.help or fact.help)
                why = speech.say(node.why)
            case GateNode():
                text = self.tr("Decided by what is already known.")
                why = speech.say(node.why)
            case FindingNode():
                self._show_claims(made, node, language)
                steps = [speech.say(step.text) for step in node.next_steps]
                text = "\n\n".join([speech.say(node.reason), *steps])
            case SubtreeNode():
                headers = graph.collection.manifest.trees
                header = next((one for one in headers if one.id == node.tree), None)
                about = None if header is None else header.about or header.title
                text = speech.say(about)
            case EndNode():
                text = speech.say(node.text)
            case _:
                assert_never(node)
        self.text.show_text(terms.desk(text))
        self.text.setVisible(bool(text))
        self._choices.setVisible(bool(self._choices.text()))
        self.why.show_reason(terms.desk(why), citations(graph.index, pins, language), law_checked)
        announce(self, f"{self._kind.text()}, {self.title.text()}. {text}")

    def _clear_claims(self) -> None:
        while (item := self._claims.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_claims(self, made: Walk, node: FindingNode, language: str) -> None:
        index = made.graph.index
        for claim_id in node.claims:
            claim = index.claims[claim_id]
            name = translate("Walk", "{title}, against {against}").format(
                title=claim.title.within(language), against=index.against[claim.against].within(language)
            )
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(Label(name, "label"), 1)
            if node.status is not None:
                layout.addWidget(StatusBadge(node.status, claim=name))
            self._claims.addWidget(row)

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(24), theme.sp(12), theme.sp(24), theme.sp(8))
        self._column.setSpacing(theme.sp(8))


def _kind_word(node: Node) -> str:
    match node:
        case QuestionNode():
            return translate("Walk", "Question")
        case GateNode():
            return translate("Walk", "Decided by known facts")
        case FindingNode():
            return translate("Walk", "Finding") if node.status is not None else translate("Walk", "Remark")
        case SubtreeNode():
            return translate("Walk", "Part of its own")
        case EndNode():
            return translate("Walk", "End")
        case _:
            assert_never(node)


def _ways(made: Walk, key: NodeKey, language: str) -> list[str]:
    """Return a line for each way out that has a label: where it leads."""
    graph = made.graph
    number = graph.number[key]
    node = graph.node(key)
    lines = []
    for way in graph.ways[number]:
        label = way_label(graph, node, way.name)
        if label is not None:
            target = graph.nodes[way.target].short_name.within(language)
            words = translate("Walk", "{answer}: leads to “{step}”")
            lines.append(words.format(answer=label.within(language), step=target))
    return lines
