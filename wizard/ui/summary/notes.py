# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes for the attorney, each with the question it was written on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.engine.walk import Walk
from wizard.model.case import Case, Note
from wizard.ui.summary.rows import clear
from wizard.ui.theme import current
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.label import LeadLabel


class NotesCard(Card):
    """All notes of a case; hidden while there is none."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Notes"), "sticky-note", parent)
        self.setAccessibleName(self.tr("Notes"))
        self._language = language
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)

    def show_notes(self, made: Walk, case: Case) -> None:
        """Show the notes of a case, those on the whole case last."""
        clear(self._list)
        self._list.setSpacing(current().sp(6))
        ordered = sorted(case.notes, key=lambda note: note.fact is None)
        for note in ordered:
            self._list.addWidget(LeadLabel(self._on(made, note), note.text, rest_tone="ink"))
        self.setVisible(bool(ordered))

    def _on(self, made: Walk, note: Note) -> str:
        fact = None if note.fact is None else made.graph.index.facts.get(note.fact)
        return self.tr("Whole case") if fact is None else fact.title.within(self._language)
