# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts: what a case establishes, declared once in a collection."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from wizard.model.names import ChoiceId, ChoiceListId, FactId
from wizard.model.text import Text
from wizard.model.value import Value

FactKind = Literal["one-of", "any-of", "date", "number"]

#: An answer as the engine reads it: a choice, a set of choices, a day, a number, or None for "not sure yet".
#: An empty set is an answer ("none of these").
AnswerValue = str | frozenset[str] | dt.date | Decimal | None


class Choice(Value):
    """One possible value of a *one of* or *any of* fact; `short` (at most 14 characters) labels an edge."""

    id: ChoiceId
    label: Text
    short: Text
    hint: Text | None = None


class ChoiceList(Value):
    """Choices that several facts share, such as the states of the Union."""

    id: ChoiceListId
    title: Text
    choices: tuple[Choice, ...]


class SharedChoices(Value):
    """The choices of a shared list, less those left out."""

    list: ChoiceListId
    without: tuple[ChoiceId, ...] = ()


class Limits(Value):
    """What a date or a number may be; both ends count. `"today"` is the day of the walk."""

    earliest: dt.date | Literal["today"] | None = None
    latest: dt.date | Literal["today"] | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int = 0


class Fact(Value):
    """Something a case establishes. `ask` is the question in plain words; a question node may say it otherwise."""

    id: FactId
    kind: FactKind
    title: Text
    ask: Text
    help: Text | None = None
    choices: tuple[Choice, ...] | SharedChoices = ()
    limits: Limits = Limits()
    unit: Text | None = None
