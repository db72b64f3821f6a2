# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The next steps as boxes to tick; what is ticked is kept in the case."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.export.standing import ToldStep
from wizard.ui.summary.rows import clear
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.check_box import CheckBox

translate = QCoreApplication.translate


class StepBox(CheckBox):
    """One step."""

    def __init__(self, told: ToldStep, terms: Terms, parent: QWidget | None = None) -> None:
        text = told.text
        if told.client:
            text = translate("Summary", "Say to the client: {step}").format(step=text)
        super().__init__(text, parent=parent)
        self.spots.set_marks(terms.desk(text).marks)
        self.key = told.key


class NextStepsCard(Card):
    """All steps that the findings ask for."""

    step_marked = Signal(str, bool)
    """The key of a step, and whether it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Next steps"), "list-checks", parent)
        self.setAccessibleName(self.tr("Next steps"))
        self.boxes: list[StepBox] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        follow(self._space)

    def show_steps(self, steps: Sequence[ToldStep], terms: Terms) -> None:
        """Show these steps."""
        clear(self._list)
        self.boxes = []
        for told in steps:
            box = StepBox(told, terms)
            box.clicked.connect(self._mark)
            self.boxes.append(box)
            self._list.addWidget(box)
        self.setVisible(bool(steps))

    def show_done(self, done: Collection[str]) -> None:
        """Tick the steps that are done."""
        for box in self.boxes:
            box.setChecked(box.key in done)

    def _mark(self, checked: bool) -> None:
        box = self.sender()
        if isinstance(box, StepBox):
            self.step_marked.emit(box.key, checked)

    def _space(self) -> None:
        self._list.setSpacing(current().sp(7))
