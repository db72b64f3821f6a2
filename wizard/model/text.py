# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in one or more languages."""

from pydantic import ConfigDict, Field

from wizard.model.names import LanguageCode
from wizard.model.value import Value


class Text(Value):
    """Words in English and in any further languages, each under its ISO 639 code (`es`, `ht`, …).

    Plain text: no mark-up. `{fact:…}`, `{table:…}` and `{deadline:…}` are placeholders that `engine.wording` fills in.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[LanguageCode, str] = Field(init=False)

    en: str

    def within(self, language: str) -> str:
        """Return the words in `language`, or the English ones where there are none."""
        if language == "en":
            return self.en
        return self.__pydantic_extra__.get(language) or self.en

    def has(self, language: str) -> bool:
        """Return whether there are words in `language`."""
        return bool(self.en) if language == "en" else bool(self.__pydantic_extra__.get(language))

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages given, English first."""
        return ("en", *sorted(self.__pydantic_extra__))
