# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The supervising attorney's sign-off; an answer changed later voids it, and that is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.engine.answering import signed_answers_changed
from wizard.engine.wording import format_date
from wizard.model.case import Case
from wizard.ui.summary.rows import IconLine
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.field_error import FieldError
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.text_field import TextField


class SignOffCard(Card):
    """Says whether the case is signed off and by whom, and takes a new sign-off."""

    signed_off = Signal(str)
    """The name of the attorney."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Attorney sign-off"), "user-check", parent)
        self.setAccessibleName(self.tr("Attorney sign-off"))
        self._language = language
        self._state = Label("", "card", "ink2")
        self.void = IconLine(
            "triangle-alert", self.tr("An answer has changed since. The sign-off no longer counts."), "label", "error"
        )
        self.error = FieldError()
        self.field = TextField(placeholder=self.tr("Attorney’s name"))
        self.field.setAccessibleName(self.tr("Attorney’s name"))
        self.button = Button(self.tr("Sign off"), "soft", "pen-line")
        self._form = QWidget()
        self._row = QHBoxLayout(self._form)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.button)
        self._column = QVBoxLayout()
        for widget in (self._state, self.void, self.error, self._form):
            self._column.addWidget(widget)
        self.body.addLayout(self._column)
        self.button.clicked.connect(self._sign)
        self.field.returnPressed.connect(self._sign)
        self.field.textEdited.connect(self._forgive)
        follow(self._space)

    @property
    def text(self) -> str:
        """What it says of the sign-off."""
        return self._state.text()

    def show_case(self, case: Case, open_facts: int) -> None:
        """Show how the case stands."""
        self._state.setText(self._words(case, open_facts))
        void = signed_answers_changed(case)
        self.void.setVisible(void)
        self._form.setVisible(case.sign_off is None or void)
        if case.sign_off is not None and not void:
            self.error.set_text("")
            self.field.clear()

    def _words(self, case: Case, open_facts: int) -> str:
        if case.sign_off is not None:
            text = self.tr("Signed off by {name} on {date}.")
            on = format_date(case.sign_off.signed_at.astimezone().date(), self._language)
            return text.format(name=case.sign_off.by, date=on)
        if not open_facts:
            return self.tr("Not signed off.")
        if open_facts == 1:
            return self.tr("Not signed off. One fact is still open.")
        return self.tr("Not signed off. {number} facts are still open.").format(number=open_facts)

    def _sign(self) -> None:
        name = self.field.text().strip()
        if name:
            self.signed_off.emit(name)
            return
        self.error.set_text(self.tr("Write the name of the attorney who signs"))
        self.field.set_refused(True)
        self.field.setFocus()

    def _forgive(self) -> None:
        self.error.set_text("")
        self.field.set_refused(False)

    def _space(self) -> None:
        self._column.setSpacing(current().sp(7))
        self._row.setSpacing(current().sp(10))
