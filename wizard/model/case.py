# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases: one client's walk, with its history."""

import datetime as dt
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from wizard.model.fact import AnswerValue
from wizard.model.names import ChoiceId, CollectionId, FactId, LanguageCode, NodeKey, TreeId, VersionText
from wizard.model.status import Status
from wizard.model.value import Value

FORMAT = 1


class Answer(Value):
    """An answer with when and by whom. No value at all: not sure yet. Empty `choices`: none of these."""

    choice: ChoiceId | None = None
    choices: frozenset[ChoiceId] | None = None
    date: dt.date | None = None
    number: Decimal | None = None
    given_at: AwareDatetime
    by: str = ""

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        given = [value for value in (self.choice, self.choices, self.date, self.number) if value is not None]
        if len(given) > 1:
            msg = "an answer has one value: choice, choices, date or number"
            raise ValueError(msg)
        return self

    @classmethod
    def of(cls, value: AnswerValue, given_at: dt.datetime, by: str = "") -> Self:
        """Return an answer with this value."""
        if isinstance(value, str):
            return cls(choice=value, given_at=given_at, by=by)
        if isinstance(value, frozenset):
            return cls(choices=value, given_at=given_at, by=by)
        if isinstance(value, dt.date):
            return cls(date=value, given_at=given_at, by=by)
        return cls(number=value, given_at=given_at, by=by)

    @property
    def value(self) -> AnswerValue:
        """The value as the engine reads it."""
        if self.choice is not None:
            return self.choice
        if self.choices is not None:
            return self.choices
        return self.date if self.date is not None else self.number


class CollectionRef(Value):
    """The collection a case was walked on; `digest` is the SHA-256 of its files, in hex."""

    id: CollectionId
    version: VersionText
    digest: str


class Note(Value):
    """A note for the attorney, on a fact or (None) on the whole case."""

    fact: FactId | None = None
    text: str
    written_at: AwareDatetime
    by: str = ""


class SignOff(Value):
    """A supervising attorney's sign-off. `answers_digest` tells whether an answer changed since."""

    by: str
    signed_at: AwareDatetime
    answers_digest: str


class Change(Value):
    """One entry of the history: an answer set, changed or taken back (`after` None). Never edited."""

    at: AwareDatetime
    by: str = ""
    fact: FactId
    before: Answer | None
    after: Answer | None


class Overruling(Value):
    """A supervising attorney's own status for a finding, with the reason."""

    node: NodeKey
    status: Status
    reason: str
    at: AwareDatetime
    by: str


class Alternative(Value):
    """A named "what if" kept with the case: answers that differ from the case's own."""

    title: str
    answers: dict[FactId, Answer]


class Case(Value):
    """One client's walk: answers by fact, the cursor `at`, notes, sign-off, history, and the collection used."""

    format: int = FORMAT
    id: UUID
    number: str
    title: str = ""
    collection: CollectionRef
    tree: TreeId
    started_at: AwareDatetime
    changed_at: AwareDatetime
    client_language: LanguageCode | None = None
    answers: dict[FactId, Answer] = Field(default_factory=dict)
    at: NodeKey | None = None
    notes: tuple[Note, ...] = ()
    steps_done: tuple[str, ...] = ()
    sign_off: SignOff | None = None
    overrulings: tuple[Overruling, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    history: tuple[Change, ...] = ()
    archived: bool = False

    def values(self) -> dict[FactId, AnswerValue]:
        """Return the answers as the engine reads them."""
        return {fact: answer.value for fact, answer in self.answers.items()}
