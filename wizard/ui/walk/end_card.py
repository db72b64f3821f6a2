# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a walk: its text, what came of it, and the way to the summary."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.chart.status_words import status_word
from wizard.engine.walk import Walk
from wizard.model.node import EndNode
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.walk.board import board_lines
from wizard.ui.walk.note_field import NoteField
from wizard.ui.walk.question import Speech
from wizard.ui.walk.question_card import ClientWords
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import HLine
from wizard.ui.widgets.marked_text import MarkedText
from wizard.ui.widgets.status_badge import StatusBadge
from wizard.ui.widgets.term_label import TermLabel

translate = QCoreApplication.translate


class EndCard(QWidget):
    """Says what the end says. One that keeps nothing asks before the case goes."""

    delete_requested = Signal()
    note_written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._name = Label("", "label", "accent", wrap=False)
        self.title = TermLabel(style="question")
        """What the end says."""
        self.client = ClientWords()
        self._open = Label("", "body", "ink2")
        self.keep_question = Label(
            self.tr("Nothing of this case may be kept. Delete it from this computer now?"), "lead"
        )
        self.delete_button = Button(self.tr("Delete this case"), "primary")
        self.delete_button.clicked.connect(self.delete_requested)
        self._lines = QVBoxLayout()
        self._note_title = Label(self.tr("Note for the attorney"), "label", wrap=False)
        self.note = NoteField()
        self.note.written.connect(self.note_written)
        self._column = QVBoxLayout(self)
        for widget in (self._name, self.title, self.client, self._open, self.keep_question):
            self._column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.delete_button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._note_title)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        follow(self._take_over)

    def show_end(self, made: Walk, note: str, language: str, client_language: str | None) -> None:
        """Show the end that a walk has reached."""
        node = made.graph.node(made.ended or made.graph.keys[-1])
        if not isinstance(node, EndNode):
            return
        speech = Speech(made.graph.index, made.known, language, client_language)
        words = speech.words(node.text)
        self._name.setText(node.short_name.within(language))
        terms = Terms(made.graph, language, client_language)
        self.title.show_text(terms.desk(words.desk))
        self.client.set_language(client_language)
        self.client.show_words(terms.client(words.client), MarkedText())
        keeps = node.keeps == "case"
        self.keep_question.setVisible(not keeps)
        self.delete_button.setVisible(not keeps)
        count = len(made.open_facts)
        self._open.setVisible(bool(count))
        one = translate("Walk", "1 fact is still open. The summary says what it could change.")
        many = translate("Walk", "{count} facts are still open. The summary says what each could change.")
        self._open.setText(one if count == 1 else many.format(count=count))
        self._show_lines(made, language)
        self.note.show_note(note)
        self.note.setVisible(keeps)
        self._note_title.setVisible(keeps)

    def say(self) -> None:
        """Have a screen reader say that the end is reached."""
        announce(self, f"{self._name.text()}. {self.title.text()}")

    def _show_lines(self, made: Walk, language: str) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in board_lines(made, language):
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, current().sp(6), 0, current().sp(6))
            name = translate("Walk", "{title}, against {against}").format(title=line.title, against=line.against)
            layout.addWidget(Label(name, "body"), 1)
            layout.addWidget(StatusBadge(line.status, claim=name))
            row.setAccessibleName(f"{name}, {status_word(line.status)}")
            self._lines.addWidget(HLine())
            self._lines.addWidget(row)

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(24), theme.sp(16), theme.sp(24), theme.sp(8))
        self._column.setSpacing(theme.sp(8))
