# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for a status in the language of a tree's text, where no window is there to translate them."""

from collections.abc import Mapping
from typing import Final

from wizard.model.status import Status
from wizard.model.text import Text

_WORDS: Final[Mapping[Status, Text]] = {
    Status.AVAILABLE: Text.model_validate({"en": "Available", "es": "Disponible"}),
    Status.ARGUABLE: Text.model_validate({"en": "Arguable", "es": "Discutible"}),
    Status.LIKELY_FORECLOSED: Text.model_validate({"en": "Likely foreclosed", "es": "Probablemente cerrado"}),
    Status.BARRED: Text.model_validate({"en": "Barred", "es": "Excluido"}),
}


def status_words(status: Status, language: str) -> str:
    """Name a status as a badge does: “Likely foreclosed”."""
    return _WORDS[status].within(language)
