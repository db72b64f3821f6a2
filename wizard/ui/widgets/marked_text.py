# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text with the terms that are explained in it, as plain values."""

from collections.abc import Sequence
from typing import NamedTuple


class Meaning(NamedTuple):
    """A term and what it means, in one language."""

    language: str
    """What the language calls itself."""
    term: str
    meaning: str


class Mark(NamedTuple):
    """A term in a text, from the character `start` up to but without `end`."""

    start: int
    end: int
    term: str
    """The id of the term: the same in all languages."""
    meanings: tuple[Meaning, ...]
    """In each language that is shown, that of the text first."""
    for_client: bool = False
    """Whether the text is in the client's language."""


class MarkedText(NamedTuple):
    """A plain text and the terms in it, from left to right."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def join(self, parts: Sequence["MarkedText"]) -> "MarkedText":
        """Return some texts as one, with the words of this one between them."""
        marks: list[Mark] = []
        begins = 0
        for part in parts:
            marks += [mark._replace(start=mark.start + begins, end=mark.end + begins) for mark in part.marks]
            begins += len(part.text) + len(self.text)
        return MarkedText(self.text.join(part.text for part in parts), tuple(marks))


def in_words(meanings: tuple[Meaning, ...]) -> str:
    """Return what a screen reader says: “Accrual: The day a legal clock starts.”, in each language."""
    return " ".join(f"{one.term}: {one.meaning}" for one in meanings)
