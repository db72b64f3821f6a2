# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The open facts, each with what it could change and a button that goes to its question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.export.standing import ToldOpenFact
from wizard.model.names import FactId
from wizard.ui.summary.rows import clear, plain
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import HLine


class OpenFactRow(QWidget):
    """One open fact."""

    answer_requested = Signal(str)

    def __init__(self, told: ToldOpenFact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = told.fact
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon("circle-question-mark", 20, "ink"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(told.ask, "label"))
        for line in told.could:
            words.addWidget(plain(line, "card", "ink2"))
        self._row.addLayout(words, 1)
        self.answer_button = Button(self.tr("Answer"), "soft")
        self.answer_button.setAccessibleName(self.tr("Answer: {question}").format(question=told.ask))
        self.answer_button.setAccessibleDescription(" ".join(told.could))
        self.answer_button.clicked.connect(self._ask)
        self._row.addWidget(self.answer_button, 0, Qt.AlignmentFlag.AlignVCenter)
        follow(self._take_over)

    def _ask(self) -> None:
        self.answer_requested.emit(self._fact)

    def _take_over(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.sp(7), 0, theme.sp(7))
        self._row.setSpacing(theme.sp(10))


class OpenFactsCard(Card):
    """The open facts, the one that settles most first."""

    answer_requested = Signal(str)
    """The id of a fact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open facts"), "list-todo", parent)
        self.setAccessibleName(self.tr("Open facts"))
        self.rows: list[OpenFactRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._working = Label(self.tr("Working out what each could change"), "meta", "ink2")
        self.body.addWidget(self._working)
        self.body.addLayout(self._list)

    @property
    def facts(self) -> tuple[FactId, ...]:
        """The facts shown, in their order."""
        return tuple(row._fact for row in self.rows)  # noqa: SLF001 its own row

    def show_facts(self, facts: Sequence[ToldOpenFact], *, working: bool) -> None:
        """Show these facts; `working`: what they could change is still being worked out."""
        clear(self._list)
        self.rows = []
        for number, told in enumerate(facts):
            if number:
                self._list.addWidget(HLine())
            row = OpenFactRow(told)
            row.answer_requested.connect(self.answer_requested)
            self.rows.append(row)
            self._list.addWidget(row)
        self._working.setVisible(working)
        self.setVisible(bool(facts))
