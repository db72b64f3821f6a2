# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The question: how far it is, the question in plain words, its answers, why we ask, a note."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.language import native_name
from wizard.ui.theme import current, follow
from wizard.ui.walk.answer_input import NOT_ANSWERED, AnswerInput
from wizard.ui.walk.inputs import input_for
from wizard.ui.walk.note_field import NoteField
from wizard.ui.walk.question import Question
from wizard.ui.walk.tab_order import anchor, chain, focusable
from wizard.ui.walk.why import WhyPanel
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.field_error import ErrorFrame, FieldError
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.marked_text import MarkedText
from wizard.ui.widgets.remaining_bar import RemainingBar
from wizard.ui.widgets.term_label import TermLabel

translate = QCoreApplication.translate

#: How long the pointer or the keyboard rests on a choice before it is said what the choice does.
_REST_MS = 350


class QuestionCard(QWidget):
    """Shows one question and says what the user answers. It keeps no answer itself."""

    answered = Signal(object)
    """An `AnswerValue`."""
    taken_back = Signal()
    note_written = Signal(str)
    choice_focused = Signal(object)
    """The `ChoiceButton` that the keyboard has come to."""
    rested_on = Signal(object, object)
    """The choice (a `ChoiceButton`) that was rested on and the answer it would give; None, None: on none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.question: Question | None = None
        self.input: AnswerInput | None = None
        self.before = anchor(self)
        """Where Tab comes into the card."""
        self._before_answers = anchor(self)
        self._number = Label("", "label", "accent", wrap=False)
        self._left = Label("", "card", "ink2", wrap=False)
        self.bar = RemainingBar()
        self.frame = ErrorFrame()
        self.ask = TermLabel(style="question")
        self.help = TermLabel(style="body", tone="ink2")
        self.client = ClientWords()
        self.error = FieldError()
        self.why = WhyPanel()
        self._note_title = Label(self.tr("Note for the attorney"), "label", wrap=False)
        self._note_kept = Label(self.tr("Kept in this case file"), "meta", "ink2")
        self.note = NoteField()
        self.note.written.connect(self.note_written)
        self.note.left.connect(self.focus_answer)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)
        self._resting: ChoiceButton | None = None
        self._build()
        follow(self._take_over)

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._number)
        self._head.addStretch(1)
        self._head.addWidget(self._left)
        self._top = QVBoxLayout()
        self._top.addLayout(self._head)
        self._top.addWidget(self.bar)
        body = self.frame.body
        for widget in (self.ask, self.client, self.help, self.error):
            body.addWidget(widget)
        self._gap = QSpacerItem(0, 0)
        body.addSpacerItem(self._gap)
        self._note_head = QHBoxLayout()
        self._note_head.addWidget(self._note_title)
        self._note_head.addWidget(self._note_kept, 1)
        self._bottom = QVBoxLayout()
        self._bottom.addWidget(self.why)
        self._bottom.addLayout(self._note_head)
        self._bottom.addWidget(self.note)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.frame)
        self._column.addLayout(self._bottom)
        self._column.addStretch(1)

    # What it shows

    def show_question(self, question: Question, value: object, note: str, law_checked: str, language: str) -> None:
        """Show a question with the answer given so far (`NOT_ANSWERED`: none) and its note."""
        self._rest.stop()
        self.question = question
        self._number.setText(self.tr("Question {number}").format(number=question.number))
        self._left.setText(left_words(question.fewest, question.most))
        self.bar.set_counts(question.answered, question.fewest, question.most)
        terms = question.terms
        self.ask.show_text(terms.desk(question.ask.desk))
        self.help.show_text(terms.desk(question.help.desk))
        self.help.setVisible(bool(question.help.desk))
        self.client.show_words(terms.client(question.ask.client), terms.client(question.help.client))
        self._replace_input(input_for(question, dt.date.today(), language), value)
        self.why.show_reason(terms.desk(question.why), question.citations, law_checked)
        self.note.show_note(note)
        self.show_error("")

    def _replace_input(self, made: AnswerInput, value: object) -> None:
        if self.input is not None:
            self.frame.body.removeWidget(self.input)
            self.input.hide()
            self.input.deleteLater()
        self.input = made
        made.show_value(value)
        made.answered.connect(self._answer)
        made.taken_back.connect(self._take_back)
        made.refused.connect(self._mark)
        self.frame.body.addWidget(made)
        # At once, so that it can have the keyboard; a layout shows what it is given only later.
        made.show()
        chain(self._before_answers, *focusable(made))
        for button in made.findChildren(ChoiceButton):
            button.installEventFilter(self)

    def show_error(self, sentence: str) -> None:
        """Say above the answers what is missing; nothing takes it away."""
        self.error.set_text(sentence)
        self._mark(sentence)
        if sentence:
            announce(self, sentence, assertive=True)

    def focus_answer(self, *, made: bool = True) -> None:
        """Put the keyboard on the answer made before, or on the first choice."""
        if self.input is not None:
            self.input.focus_choice(made=made)

    def say(self) -> None:
        """Have a screen reader say that there is a new question."""
        if self.question is None:
            return
        parts = [self._number.text()]
        count = len(self.question.choices)
        if count:
            parts.append(self.tr("{count} choices").format(count=count))
        parts += [self._left.text(), self.question.ask.desk]
        announce(self, ", ".join(parts))

    def describe(self, choice: ChoiceButton, sentences: tuple[str, ...]) -> None:
        """Let a screen reader say with a choice what it would do."""
        hint = choice.property("hint_words")
        if hint is None:
            hint = choice.accessibleDescription()
            choice.setProperty("hint_words", hint)
        choice.setAccessibleDescription(". ".join(part.rstrip(".") for part in (hint, *sentences) if part))

    def check(self) -> bool:
        """Return whether nothing is half written; else the field says what is wrong."""
        return self.input is None or self.input.check()

    # What the user does

    def _answer(self, value: object) -> None:
        self.show_error("")
        self.answered.emit(value)

    def _take_back(self) -> None:
        self.taken_back.emit()

    def _mark(self, sentence: str) -> None:
        self.frame.set_marked(bool(sentence))

    def show_not_answered(self) -> None:
        """Show no answer at all."""
        if self.input is not None:
            self.input.show_value(NOT_ANSWERED)

    # Resting on a choice

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the pointer or the keyboard comes to a choice, and when it goes."""
        if isinstance(watched, ChoiceButton):
            if event.type() == QEvent.Type.FocusIn:
                self.choice_focused.emit(watched)
            if event.type() == QEvent.Type.Enter or (isinstance(event, QFocusEvent) and _moved_here(event)):
                self._resting = watched
                self._rest.start()
            elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
                self._resting = None
                self._rest.stop()
                self.rested_on.emit(None, None)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.rested_on.emit(None, None)
        return False

    def _rested(self) -> None:
        button = self._resting
        if button is not None and self.input is not None and button.parent() is self.input and not button.isChecked():
            self.rested_on.emit(button, self.input.value_of(button))

    def _take_over(self) -> None:
        theme = current()
        margin, bar = theme.sp(24), theme.sp(18)
        self._column.setContentsMargins(0, theme.sp(12), margin, theme.sp(8))
        self._column.setSpacing(theme.sp(8))
        self._top.setContentsMargins(margin, 0, 0, 0)
        self._top.setSpacing(0)
        self.frame.setContentsMargins(margin - bar, 0, 0, 0)
        self.frame.body.setSpacing(theme.sp(3))
        self._gap.changeSize(0, theme.sp(4))
        self._bottom.setContentsMargins(margin, 0, 0, 0)
        self._bottom.setSpacing(theme.sp(8))
        self._note_head.setSpacing(theme.sp(8))


def _moved_here(event: QFocusEvent) -> bool:
    """Return whether the user has moved the keyboard here; the program puts it on a choice by itself as well."""
    return event.gotFocus() and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ClientWords(QWidget):
    """The question in the client's language, with the name of that language and a bar at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", "meta", "ink2", wrap=False)
        self.ask = TermLabel(style="lead")
        self.help = TermLabel(style="card", tone="ink2")
        self._column = QVBoxLayout(self)
        for label in (self._name, self.ask, self.help):
            self._column.addWidget(label)
        self.hide()
        follow(self._take_over)

    def set_language(self, code: str | None) -> None:
        """Name the language."""
        self._name.setText(native_name(code) if code else "")

    def show_words(self, ask: MarkedText, help_words: MarkedText) -> None:
        """Show the words; none hides it."""
        self.ask.show_text(ask)
        self.help.show_text(help_words)
        self.help.setVisible(bool(help_words.text))
        self.setVisible(bool(ask.text))

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(12), theme.sp(2), 0, theme.sp(2))
        self._column.setSpacing(theme.sp(1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), current().colour("control"))


def left_words(fewest: int, most: int) -> str:
    """Return how many questions are left in words: “About 2 to 7 left”."""
    if most <= 0:
        return translate("Walk", "All answered")
    if fewest == most:
        if most == 1:
            return translate("Walk", "1 left")
        return translate("Walk", "{count} left").format(count=most)
    if most == fewest + 1:
        return translate("Walk", "About {fewest} or {most} left").format(fewest=fewest, most=most)
    return translate("Walk", "About {fewest} to {most} left").format(fewest=fewest, most=most)
