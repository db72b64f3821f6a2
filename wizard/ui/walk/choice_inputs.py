# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are choices: one of a few, any of a few, one of many."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from wizard.model.fact import AnswerValue
from wizard.ui.terms import Terms
from wizard.ui.walk.answer_input import NOT_ANSWERED, AnswerInput
from wizard.ui.walk.long_list import LongList
from wizard.ui.walk.question import Question, Spoken
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.marked_text import MarkedText

translate = QCoreApplication.translate

#: The most choices that have a number key; one-of facts with more are a list one can type in.
NUMBER_KEYS = 9


def spoken_with(words: Spoken, hint: Spoken, terms: Terms) -> MarkedText:
    """Return what stands under the label of a choice: its hint, then label and hint in the client's language."""
    client = ". ".join(part.rstrip(".") for part in (words.client, hint.client) if part)
    lines = [line for line in (terms.desk(hint.desk), terms.client(client)) if line.text]
    return MarkedText("\n").join(lines)


def _choice_button(place: int, question: Question, parent: QWidget, *, any_of: bool) -> ChoiceButton:
    offered = question.choices[place]
    key = str(place + 1) if place < NUMBER_KEYS else ""
    label = question.terms.desk(offered.label.desk)
    hint = spoken_with(offered.label, offered.hint, question.terms)
    button = ChoiceButton(key, label.text, hint.text, any_of=any_of, parent=parent)
    # Label and hint are read as one text.
    explained = {mark.term for mark in label.marks}
    further = tuple(mark for mark in hint.marks if mark.for_client or mark.term not in explained)
    button.set_marks(label.marks, further)
    return button


class OneOfInput(AnswerInput):
    """A few choices of which one holds."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._values = [offered.value for offered in question.choices]
        count = len(question.choices)
        self.buttons = [_choice_button(place, question, self, any_of=False) for place in range(count)]
        for button in self.buttons:
            self.column.addWidget(button)
            button.clicked.connect(self._click)
        self.add_unsure()

    @override
    def show_value(self, value: object) -> None:
        """Show an answer."""
        for button, choice in zip(self.buttons, self._values, strict=True):
            button.set_chosen(choice == value)
        super().show_value(value)

    @override
    def press(self, digit: int) -> bool:
        """Choose the choice with this key."""
        if 1 <= digit <= min(len(self.buttons), NUMBER_KEYS):
            button = self.buttons[digit - 1]
            button.click()
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().press(digit)

    @override
    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard on the choice made before, or on the first one."""
        _focus(self.buttons, self.unsure, made=made)

    @override
    def value_of(self, button: ChoiceButton) -> AnswerValue:
        """Return the answer that a click on this button would give."""
        return self._values[self.buttons.index(button)] if button in self.buttons else None

    def _click(self) -> None:
        button = self.sender()
        if isinstance(button, ChoiceButton):
            self.show_value(self.value_of(button))
            self.answered.emit(self.value_of(button))


class AnyOfInput(AnswerInput):
    """Choices of which any number hold, and a button that says that none does."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._values = [offered.value for offered in question.choices]
        count = len(question.choices)
        self.buttons = [_choice_button(place, question, self, any_of=True) for place in range(count)]
        key = str(len(self.buttons) + 1) if len(self.buttons) < NUMBER_KEYS else ""
        self.none = ChoiceButton(key, translate("Walk", "None of these"), parent=self)
        for button in self.buttons:
            self.column.addWidget(button)
            button.clicked.connect(self._mark)
        self.column.addWidget(self.none)
        self.none.clicked.connect(self._mark_none)
        self.add_unsure()

    @override
    def show_value(self, value: object) -> None:
        """Show an answer."""
        marked = value if isinstance(value, frozenset) else frozenset()
        for button, choice in zip(self.buttons, self._values, strict=True):
            button.set_chosen(choice in marked)
        self.none.set_chosen(value == frozenset())
        super().show_value(value)

    @override
    def press(self, digit: int) -> bool:
        """Mark the choice with this key, or take the mark away."""
        keyed = [*self.buttons, self.none]
        if 1 <= digit <= min(len(keyed), NUMBER_KEYS):
            button = keyed[digit - 1]
            button.click()
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().press(digit)

    @override
    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard on the first choice marked before, or on the first one."""
        _focus([*self.buttons, self.none], self.unsure, made=made)

    @override
    def value_of(self, button: ChoiceButton) -> AnswerValue:
        """Return the answer that a click on this button would give."""
        if button is self.unsure:
            return None
        marked = self._marked()
        if button in self.buttons:
            return marked ^ {self._values[self.buttons.index(button)]}
        return frozenset()

    def _marked(self) -> frozenset[str]:
        return frozenset(
            choice for button, choice in zip(self.buttons, self._values, strict=True) if button.isChecked()
        )

    def _mark(self) -> None:
        marked = self._marked()
        if not marked:
            self.show_value(NOT_ANSWERED)
            self.taken_back.emit()
            return
        self.show_value(marked)
        self.answered.emit(marked)

    def _mark_none(self) -> None:
        self.show_value(frozenset())
        self.answered.emit(frozenset())


class LongListInput(AnswerInput):
    """Many choices of which one holds: a list one can type in."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.list = LongList(question.choices, question.ask.desk, self)
        self.list.chosen.connect(self._choose)
        self.column.addWidget(self.list)
        self.add_unsure()

    @override
    def show_value(self, value: object) -> None:
        """Show an answer."""
        self.list.show_chosen(value if isinstance(value, str) else None)
        super().show_value(value)

    @override
    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard into the field."""
        if made and self.unsure is not None and self.unsure.isChecked():
            self.unsure.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def choose_focused(self) -> bool:
        """Choose the row that the keyboard is on."""
        return self.list.choose_current() if self.list.has_focus() else super().choose_focused()

    def _choose(self, value: str) -> None:
        self.show_value(value)
        self.answered.emit(value)


def _focus(buttons: list[ChoiceButton], unsure: ChoiceButton | None, *, made: bool) -> None:
    every = [*buttons, *([unsure] if unsure is not None else [])]
    chosen = next((button for button in every if made and button.isChecked()), every[0])
    chosen.setFocus(Qt.FocusReason.OtherFocusReason)
