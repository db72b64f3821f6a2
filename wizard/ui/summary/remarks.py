# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks by topic: what to do first, how to protect the client, and what else was noted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.export.standing import ToldFinding
from wizard.ui.summary.claims import FindingView, OpenButton
from wizard.ui.summary.rows import RuledCard, clear
from wizard.ui.terms import Terms
from wizard.ui.theme import current
from wizard.ui.widgets.lines import HLine


class RemarksCard(RuledCard):
    """The remarks of one topic; hidden while there is none."""

    def __init__(self, heading: str, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, icon, tone, parent)
        self.setAccessibleName(heading)
        self.findings: list[FindingView] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)

    def show_remarks(self, remarks: Sequence[ToldFinding], terms: Terms) -> None:
        """Show these remarks."""
        clear(self._list)
        self._list.setSpacing(current().sp(8))
        self.findings = []
        for number, told in enumerate(remarks):
            if number:
                self._list.addWidget(HLine())
            self._list.addWidget(self._remark(told, terms))
        self.setVisible(bool(remarks))

    def _remark(self, told: ToldFinding, terms: Terms) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().sp(12))
        view = FindingView(told, terms, with_status=True)
        self.findings.append(view)
        row.addWidget(view, 1)
        if told.citations:
            button = OpenButton(told.title)
            button.toggled.connect(view.set_open)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder
