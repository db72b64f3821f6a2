# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words of a review in English and Spanish.

They are the words of a document, not of the program's window, so they stand here as those of dates and conditions
stand in the engine: the command writes a whole Spanish review without Qt and its translations.
"""

from collections.abc import Mapping
from typing import Final, Literal

from wizard.engine.status_wording import status_words
from wizard.export.review.spanish import SPANISH
from wizard.model.authority import AuthorityKind, Seen, Treatment
from wizard.model.deadline import Unit
from wizard.model.fact import FactKind
from wizard.model.finding import Topic
from wizard.model.status import Status

NodeKind = Literal["question", "gate", "finding", "subtree", "end"]

KINDS: Final[Mapping[NodeKind, str]] = {
    "question": "Question",
    "gate": "Gate",
    "finding": "Finding",
    "subtree": "Subtree",
    "end": "End",
}
TOPICS: Final[Mapping[Topic, str]] = {
    "now": "do first",
    "protect": "protect the client",
    "intake": "intake",
    "evidence": "evidence",
}
FACT_KINDS: Final[Mapping[FactKind, str]] = {
    "one-of": "one of the choices",
    "any-of": "any of the choices",
    "date": "a date",
    "number": "a number",
}
AUTHORITY_KINDS: Final[Mapping[AuthorityKind, str]] = {
    "case": "Cases",
    "constitution": "Constitutions",
    "statute": "Statutes",
    "session-law": "Session laws",
    "bill": "Bills",
    "regulation": "Regulations",
    "rule": "Rules",
    "treatise": "Treatises",
    "guidance": "Guidance",
}
TREATMENTS: Final[Mapping[Treatment, str]] = {
    "good": "good law",
    "limited": "limited",
    "in-litigation": "in litigation",
    "questioned": "unsettled",
    "superseded": "superseded",
}
CHECKED: Final[Mapping[Seen, str]] = {
    "read": "read",
    "read-about": "read about only",
    "recalled": "only recalled",
}
CHECKED_MEANS: Final[Mapping[Seen, str]] = {
    "read": "Its own text was read, on the day that stands beside it.",
    "read-about": "A text about it was read, not its own text.",
    "recalled": "From memory: nothing was read. Find it and read it before relying on it.",
}
STATUS_MEANS: Final[Mapping[Status, str]] = {
    Status.AVAILABLE: "The cited law gives this remedy on these facts, if they can be proved.",
    Status.ARGUABLE: "The law is unsettled, or turns on facts still open: a court could go either way.",
    Status.LIKELY_FORECLOSED: "The law as it now stands is probably against it.",
    Status.BARRED: "The cited law rules it out.",
}
UNITS: Final[Mapping[Unit, str]] = {
    "years": "years",
    "months": "months",
    "days": "days",
    "working-days": "working days",
}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NTH: Final[Mapping[int, str]] = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_LANGUAGE_NAMES: Final[Mapping[str, str]] = {"en": "English", "es": "Spanish"}


class Phrases:
    """Says the fixed words in one language; what is neither English nor Spanish is said in English."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, english: str, **values: object) -> str:
        """Return a phrase with its values filled in.

        Raises:
            KeyError: the phrase has no Spanish.
        """
        phrase = SPANISH[english] if self._language == "es" else english
        return phrase.format(**values) if values else phrase

    def within(self, language: str) -> "Phrases":
        """Return the same phrases in another language."""
        return Phrases(language)

    def status(self, status: Status) -> str:
        """Name a status as a badge does."""
        return status_words(status, self._language)

    def language(self, code: str) -> str:
        """Name a language; one without a name here by its code."""
        name = _LANGUAGE_NAMES.get(code)
        return code if name is None else self(name)

    def legal_line(self) -> str:
        """Return the line that stands on everything exported."""
        return self("Legal information for people who work under a supervising attorney. It is not legal advice.")
