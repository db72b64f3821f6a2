# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are written: a date, a number."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from wizard.engine.wording import format_date
from wizard.model.fact import Limits
from wizard.ui.walk.answer_input import AnswerInput
from wizard.ui.walk.question import Question
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.date_field import DateField, DateLimits
from wizard.ui.widgets.number_field import NumberField, NumberLimits

translate = QCoreApplication.translate


class DateInput(AnswerInput):
    """A date."""

    def __init__(self, question: Question, today: dt.date, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.field = DateField(
            dt.date(today.year - 1, 2, 12),
            _date_limits(question.fact.limits, today, language),
            when_empty=_when_empty(translate("Walk", "Write the date"), question),
        )
        self.field.value_changed.connect(self._take)
        self.field.error_changed.connect(self.refused)
        self.column.addWidget(self.field)
        self.add_unsure()

    @override
    def show_value(self, value: object) -> None:
        """Show an answer."""
        self.field.set_value(value if isinstance(value, dt.date) else None)
        super().show_value(value)

    @override
    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard into the first field."""
        _focus_field(self.field, self.unsure, made=made)

    @override
    def check(self) -> bool:
        """Return whether the date can be accepted, or is left open."""
        return (self.unsure is not None and self.unsure.isChecked()) or self.field.check()

    def _take(self, value: dt.date | None) -> None:
        if self.unsure is not None:
            self.unsure.set_chosen(False)
        if value is None:
            self.taken_back.emit()
        else:
            self.answered.emit(value)


class NumberInput(AnswerInput):
    """A number."""

    def __init__(self, question: Question, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.field = NumberField(
            question.ask.desk,
            unit,
            _number_limits(question.fact.limits),
            when_empty=_when_empty(translate("Walk", "Write a number"), question),
        )
        self.field.value_changed.connect(self._take)
        self.field.error_changed.connect(self.refused)
        self.column.addWidget(self.field)
        self.add_unsure()

    @override
    def show_value(self, value: object) -> None:
        """Show an answer."""
        self.field.set_value(value if isinstance(value, Decimal) else None)
        super().show_value(value)

    @override
    def focus_choice(self, *, made: bool) -> None:
        """Put the keyboard into the field."""
        _focus_field(self.field, self.unsure, made=made)

    @override
    def check(self) -> bool:
        """Return whether the number can be accepted, or is left open."""
        return (self.unsure is not None and self.unsure.isChecked()) or self.field.check()

    def _take(self, value: Decimal | None) -> None:
        if self.unsure is not None:
            self.unsure.set_chosen(False)
        if value is None:
            self.taken_back.emit()
        else:
            self.answered.emit(value)


def _focus_field(field: QWidget, unsure: ChoiceButton | None, *, made: bool) -> None:
    wanted = unsure if made and unsure is not None and unsure.isChecked() else field
    wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def _when_empty(words: str, question: Question) -> str:
    if question.may_skip:
        return translate("Walk", "{words}, or choose “Not sure yet”").format(words=words)
    return words


def _date_limits(limits: Limits, today: dt.date, language: str) -> DateLimits:
    earliest = today if limits.earliest == "today" else limits.earliest
    latest = today if limits.latest == "today" else limits.latest
    too_early = translate("Walk", "The date must be {day} or later")
    too_late = translate("Walk", "The date must be {day} or earlier")
    now = translate("Walk", "today")
    return DateLimits(
        earliest=earliest,
        latest=latest,
        too_early=too_early.format(day=_day(limits.earliest, now, language)),
        too_late=too_late.format(day=_day(limits.latest, now, language)),
    )


def _day(limit: dt.date | str | None, now: str, language: str) -> str:
    return format_date(limit, language) if isinstance(limit, dt.date) else now


def _number_limits(limits: Limits) -> NumberLimits:
    return NumberLimits(
        least=limits.least,
        most=limits.most,
        too_small=translate("Walk", "The number must be {least} or more").format(least=limits.least),
        too_large=translate("Walk", "The number must be {most} or less").format(most=limits.most),
        whole=limits.decimals == 0,
    )
