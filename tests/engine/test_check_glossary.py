# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the glossary: terms that no text contains, and words that mark two terms."""

from tests.engine.building import TODAY, Written, a_term, ask, collection, end, finding, one_of, words
from wizard.engine.check import problems
from wizard.model.problem import Problem, Severity


def about_terms(*terms: Written, reason: Written | None = None) -> list[Problem]:
    """The problems of a collection with these terms and one reason that may contain them."""
    nodes = [ask("q", "hurt", "f", "f"), finding("f", "end", reason=reason or words("reason")), end()]
    made = collection(nodes, [one_of("hurt")], {"glossary": terms}, calendars=[])
    return [problem for problem in problems(made, TODAY) if problem.kind.startswith("term-")]


def test_a_term_that_some_text_contains_in_some_language_is_no_problem() -> None:
    assert about_terms(a_term("stay", "Stay"), reason=words("Ask for a stay.")) == []
    assert about_terms(a_term("stay", "Stay", "stays"), reason=words("Ask for stays.")) == []
    spanish = {"en": "Ask the judge.", "es": "Pida una pausa."}
    assert about_terms(a_term("stay", "Stay", spanish="Pausa"), reason=spanish) == []


def test_a_term_in_no_text_is_a_hint_that_names_it() -> None:
    (problem,) = about_terms(a_term("stay", "Stay"), reason=words("Nobody stayed; {fact:stay}."))
    assert problem.severity is Severity.HINT
    assert str(problem).startswith("hint collection.json/stay: No text contains the term “Stay”")


def test_a_term_that_only_its_own_meaning_contains_is_in_no_text() -> None:
    term = {**a_term("stay", "Stay"), "meaning": words("A stay is a pause.")}
    assert [problem.kind for problem in about_terms(term)] == ["term-unused"]


def test_words_that_mark_two_terms_are_told_of_the_second_in_each_language() -> None:
    one, two = a_term("one", "Stay", spanish="Pausa"), a_term("two", "Halt", "stay", "PAUSA", spanish="Alto")
    told = [problem.message for problem in about_terms(one, two) if problem.kind == "term-twice"]
    assert told == [
        "“stay” in “en” marks the term “one” already",
        "“PAUSA” in “es” marks the term “one” already",
    ]


def test_a_longer_term_that_begins_with_another_is_no_problem() -> None:
    text = words("A stay and a stay of removal.")
    assert about_terms(a_term("one", "Stay"), a_term("two", "Stay of removal"), reason=text) == []
