# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the bundled collection: in two languages, short enough for their places, and never about status."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.model.collection import FactFile, Manifest
from wizard.model.fact import Choice, Fact
from wizard.model.text import Text

FOLDER = Path(__file__).parents[2] / "trees/ice-force"
#: Two lines of the question's type size in the question column.
QUESTION_LENGTH = 90
EDGE_LENGTH = 14


@pytest.fixture(scope="module")
def file() -> FactFile:
    """The facts and choice lists of the bundled collection."""
    return FactFile.model_validate_json((FOLDER / "facts.json").read_bytes())


def choices_of(fact: Fact, file: FactFile) -> tuple[Choice, ...]:
    """Return the choices of a fact, those of a shared list less what it leaves out."""
    if isinstance(fact.choices, tuple):
        return fact.choices
    (shared,) = [one for one in file.choice_lists if one.id == fact.choices.list]
    return tuple(choice for choice in shared.choices if choice.id not in fact.choices.without)


def texts(file: FactFile) -> Iterator[tuple[str, Text]]:
    """Yield every text with the place where it stands."""
    for fact in file.facts:
        yield f"{fact.id} title", fact.title
        yield f"{fact.id} ask", fact.ask
        if fact.help:
            yield f"{fact.id} help", fact.help
        for choice in choices_of(fact, file):
            yield f"{fact.id} {choice.id}", choice.label
            yield f"{fact.id} {choice.id} short", choice.short
            if choice.hint:
                yield f"{fact.id} {choice.id} hint", choice.hint


def test_every_fact_and_choice_is_declared_once(file: FactFile) -> None:
    names = [fact.id for fact in file.facts]
    assert len(names) == len(set(names))
    for fact in file.facts:
        choices = [choice.id for choice in choices_of(fact, file)]
        assert len(choices) == len(set(choices))
        assert bool(choices) == (fact.kind in ("one-of", "any-of")), fact.id


def test_every_text_of_a_fact_is_in_english_and_spanish(file: FactFile) -> None:
    assert [place for place, text in texts(file) if not (text.has("en") and text.has("es"))] == []


def test_questions_fit_two_lines_and_short_labels_fit_an_edge(file: FactFile) -> None:
    long = []
    for place, text in texts(file):
        limit = QUESTION_LENGTH if place.endswith(" ask") else EDGE_LENGTH if place.endswith(" short") else None
        long += [place for language in ("en", "es") if limit and len(text.within(language)) > limit]
    assert long == []


def test_short_labels_of_one_fact_differ(file: FactFile) -> None:
    for fact in file.facts:
        for language in ("en", "es"):
            labels = [choice.short.within(language) for choice in choices_of(fact, file)]
            assert len(labels) == len(set(labels)), (fact.id, language)


def test_nothing_that_happened_can_be_dated_after_today(file: FactFile) -> None:
    dates = [fact for fact in file.facts if fact.kind == "date"]
    assert dates
    assert [fact.id for fact in dates if fact.limits.latest != "today"] == []


def test_all_fifty_seven_jurisdictions_have_their_postal_code(file: FactFile) -> None:
    (jurisdictions,) = [one for one in file.choice_lists if one.id == "jurisdictions"]
    assert len(jurisdictions.choices) == 57
    for choice in jurisdictions.choices[:-1]:
        assert choice.short.en == choice.short.within("es") == choice.id.upper()
        assert len(choice.id) == 2
    abroad = jurisdictions.choices[-1]
    assert (abroad.id, abroad.short.en, abroad.short.within("es")) == ("abroad", "Abroad", "Extranjero")


def test_no_question_asks_for_citizenship_or_status(file: FactFile) -> None:
    words = ("citizen", "ciudadan", "birthplace", "lugar de nacimiento", "a-number", "alien")
    asked = [
        (place, language)
        for place, text in texts(file)
        for language in ("en", "es")
        if any(word in text.within(language).lower() for word in words)
    ]
    assert asked == []


def test_every_date_that_a_deadline_rule_counts_from_is_a_date_fact(file: FactFile) -> None:
    manifest = Manifest.model_validate_json((FOLDER / "collection.json").read_bytes())
    dates = {fact.id for fact in file.facts if fact.kind == "date"}
    assert manifest.deadline_rules
    assert [rule.id for rule in manifest.deadline_rules if not set(rule.trigger) <= dates] == []
