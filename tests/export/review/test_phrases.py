# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words of a review: none without Spanish, none that is not used, none other than elsewhere on paper."""

import ast
import re
from pathlib import Path

import pytest

import wizard.export.review
from wizard.engine.status_wording import status_words
from wizard.export.review import phrases
from wizard.export.review.phrases import Phrases
from wizard.export.review.spanish import SPANISH
from wizard.export.words import words_in
from wizard.model.status import Status

FOLDER = Path(wizard.export.review.__path__[0])
_FIELD = re.compile(r"\{(\w+)\}")


def modules() -> list[ast.Module]:
    return [ast.parse(path.read_bytes()) for path in sorted(FOLDER.glob("*.py")) if path.name != "spanish.py"]


def said() -> set[str]:
    """The phrases that the modules of the review say."""
    found = set()
    for module in modules():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute) or not node.args:
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            told = node.args[0]
            if called in ("say", "said") and isinstance(told, ast.Constant) and isinstance(told.value, str):
                found.add(told.value)
    return found


def written() -> set[str]:
    """All texts in the modules of the review."""
    return {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_phrase_has_spanish_and_every_spanish_is_said() -> None:
    assert len(said()) > 100
    assert said() - SPANISH.keys() == set()
    assert SPANISH.keys() - written() == set()


@pytest.mark.parametrize(
    "table",
    [
        phrases.KINDS,
        phrases.TOPICS,
        phrases.FACT_KINDS,
        phrases.AUTHORITY_KINDS,
        phrases.TREATMENTS,
        phrases.CHECKED,
        phrases.CHECKED_MEANS,
        phrases.STATUS_MEANS,
        phrases.UNITS,
        phrases.NTH,
    ],
)
def test_every_word_that_stands_for_a_value_has_spanish(table: dict[object, str]) -> None:
    assert set(table.values()) <= SPANISH.keys()
    assert {*phrases.WEEKDAYS, *phrases.MONTHS} <= SPANISH.keys()


def test_the_spanish_has_the_places_of_the_english() -> None:
    for english, spanish in SPANISH.items():
        assert sorted(_FIELD.findall(english)) == sorted(_FIELD.findall(spanish)), english
        assert english[:1] == " " or spanish[:1] != " "
        assert english.endswith(" ") == spanish.endswith(" "), english
        assert english.endswith(".") == spanish.endswith((".", "N.º")), english


def test_the_words_are_those_of_everything_else_on_paper() -> None:
    words = words_in("en")
    assert Phrases("en").legal_line() == words.legal_line()
    for status in Status:
        assert Phrases("en").status(status) == status_words(status, "en") == words.status(status)


def test_a_language_without_phrases_is_said_in_english() -> None:
    assert Phrases("ht")("Agree") == "Agree"
    assert Phrases("ht").language("ht") == "ht"
    with pytest.raises(KeyError):
        Phrases("es")("a phrase that nobody translated")
