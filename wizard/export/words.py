# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words of what is exported, in the language of the paper: it need not be the one of the window."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QTranslator

from wizard.model.status import NOT_REACHED, Status
from wizard.paths import resources_dir

SOURCE_LANGUAGE = "en"


class Words:
    """Looks words up in the translation of one language; what has none stays in English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translator: QTranslator | None = None
        if language != SOURCE_LANGUAGE:
            translator = QTranslator()
            if translator.load(f"wizard_{language}", str(resources_dir() / "translations")):
                self._translator = translator

    def translate(self, context: str, source: str) -> str:
        """Return the words for an English source text."""
        if self._translator is None:
            return source
        return self._translator.translate(context, source) or source

    def status(self, status: Status | None) -> str:
        """Name a status as a badge does: “Likely foreclosed”."""
        match status:
            case Status.AVAILABLE:
                return self.translate("Status", "Available")
            case Status.ARGUABLE:
                return self.translate("Status", "Arguable")
            case Status.LIKELY_FORECLOSED:
                return self.translate("Status", "Likely foreclosed")
            case Status.BARRED:
                return self.translate("Status", "Barred")
            case None:
                return self.translate("Status", "Not reached")

    def legal_line(self) -> str:
        """Return the line that stands on everything exported."""
        return self.translate(
            "Paper",
            "Legal information for people who work under a supervising attorney. It is not legal advice.",
        )

    def one_or_more(self, number: int, one: str, more: str) -> str:
        """Return `one`, or `more` with its `{number}` filled in; both are translated already."""
        return one if number == 1 else more.format(number=number)

    def either(self, parts: Sequence[str]) -> str:
        """Join alternatives: “a, b or c”."""
        if len(parts) < 2:  # noqa: PLR2004 one or none needs no joining
            return "".join(parts)
        last = self.translate("Paper", "{first} or {last}")
        return last.format(first=", ".join(parts[:-1]), last=parts[-1])


@lru_cache(maxsize=4)
def words_in(language: str) -> Words:
    """Return the words of a language."""
    return Words(language)


def status_name(status: Status | None) -> str:
    """Return the name by which a status is drawn."""
    return NOT_REACHED if status is None else status.value


def uncapitalised(words: str) -> str:
    """Return the words with a small letter at their head."""
    return words[:1].lower() + words[1:]


def capitalised(words: str) -> str:
    """Return the words with a capital at their head."""
    return words[:1].upper() + words[1:]
