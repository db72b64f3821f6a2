# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an answer is given: what all ways have in common."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from wizard.model.fact import AnswerValue
from wizard.ui.theme import current, follow
from wizard.ui.walk.question import Question
from wizard.ui.widgets.choice_button import ChoiceButton

translate = QCoreApplication.translate

NOT_ANSWERED = object()
"""No answer at all; None is "not sure yet"."""


class AnswerInput(QGroupBox):
    """One way to give an answer. The question is the name of the group."""

    answered = Signal(object)
    """An `AnswerValue`: the user has just given it."""
    taken_back = Signal()
    """The user has taken every mark away: the question is not answered."""
    refused = Signal(str)
    """What the user wrote cannot be an answer, in a sentence that stands at the field; empty when that is mended."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setStyleSheet("QGroupBox { background: transparent; border: 0; margin: 0; padding: 0; }")
        self.setAccessibleName(question.ask.desk)
        self.column = QVBoxLayout(self)
        self.unsure: ChoiceButton | None = None
        self._may_skip = question.may_skip
        follow(self._space)

    def add_unsure(self) -> None:
        """Add *Not sure yet* at the end, where the question may be left open."""
        if not self._may_skip:
            return
        words = translate("Walk", "Not sure yet"), translate("Walk", "Stays on the list of open facts")
        self.unsure = ChoiceButton("0", *words, unsure=True, parent=self)
        self.unsure.clicked.connect(self._leave_open)
        self.column.addWidget(self.unsure)

    def _leave_open(self) -> None:
        self.show_value(None)
        self.answered.emit(None)

    def show_value(self, value: object) -> None:
        """Show an answer (`NOT_ANSWERED`: none) without saying that anybody gave it."""
        if self.unsure is not None:
            self.unsure.set_chosen(value is None)

    def press(self, digit: int) -> bool:
        """Do what a number key does; return whether it does anything here."""
        if digit == 0 and self.unsure is not None:
            self.unsure.click()
            self.unsure.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard on the answer made before, or on the first choice or field."""

    def check(self) -> bool:
        """Return whether there is nothing half written; else say at the field what is wrong and put the keyboard in."""
        return True

    def choose_focused(self) -> bool:
        """Choose what the keyboard is on; return whether that was anything."""
        # The window's own: it is right also while another window is in front.
        focused = self.window().focusWidget()
        if isinstance(focused, ChoiceButton) and self.isAncestorOf(focused):
            focused.click()
            return True
        return False

    def value_of(self, button: ChoiceButton) -> AnswerValue:  # noqa: ARG002 (here only *Not sure yet* is one)
        """Return the answer that a click on this button would give."""
        return None

    def _space(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().sp(8))
