# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way of answering fits a question."""

import datetime as dt
from typing import assert_never

from wizard.ui.walk.answer_input import AnswerInput
from wizard.ui.walk.choice_inputs import NUMBER_KEYS, AnyOfInput, LongListInput, OneOfInput
from wizard.ui.walk.field_inputs import DateInput, NumberInput
from wizard.ui.walk.question import Question


def input_for(question: Question, today: dt.date, language: str) -> AnswerInput:
    """Return the way to answer a question."""
    fact = question.fact
    match fact.kind:
        case "one-of":
            return OneOfInput(question) if len(question.choices) <= NUMBER_KEYS else LongListInput(question)
        case "any-of":
            return AnyOfInput(question)
        case "date":
            return DateInput(question, today, language)
        case "number":
            return NumberInput(question, "" if fact.unit is None else fact.unit.within(language))
        case _:
            assert_never(fact.kind)
