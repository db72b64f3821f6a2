# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms of a glossary found in texts: whole words, the longest first, once each, never in a placeholder."""

from collections.abc import Sequence
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.engine.building import ask, collection, end, one_of, words
from wizard.engine.glossary import Glossary, forms_of, glossary_of
from wizard.engine.graph import link
from wizard.engine.wording import placeholders
from wizard.model.collection import Term
from wizard.model.text import Text


def a_term(name: str, english: str, spanish: str = "", also: Sequence[str] = ()) -> Term:
    term = Text.model_validate({"en": english, "es": spanish} if spanish else {"en": english})
    return Term(id=name, term=term, meaning=Text(en=f"What {name} means."), also=tuple(also))


TERMS = (
    a_term("claim", "Claim", "Reclamo", ["claims"]),
    a_term("administrative", "Administrative claim", "Reclamo administrativo"),
    a_term("ftca", "Federal Tort Claims Act (FTCA)", "Ley Federal (FTCA)", ["FTCA", "Federal Tort Claims Act"]),
    a_term("nta", "Notice to Appear (NTA)", "Aviso de Comparecencia (NTA)", ["Notice to Appear", "NTA"]),
    a_term("u-visa", "U visa", "Visa U", ["U visas", "U-visa"]),
    a_term("heck", "Heck bar", "Barrera Heck", ["Heck"]),
    a_term("section-1983", "Section 1983", "Sección 1983", ["§ 1983", "§1983"]),
    a_term("287g", "287(g) officer", "Agente 287(g)", ["287(g)"]),
    a_term("habeas", "Habeas corpus", "Hábeas corpus", ["habeas"]),
    a_term("scope", "Scope of employment", "Ámbito del empleo"),
    a_term("merits", "Officer’s file"),
)


def found(text: str, language: str = "en", terms: Sequence[Term] = TERMS) -> list[tuple[str, str]]:
    """The terms in a text: the words found, and the id of the term."""
    return [(text[one.start : one.end], one.term.id) for one in Glossary(terms, language).marks(text)]


def test_terms_are_found_from_left_to_right_by_name_and_by_other_spellings() -> None:
    text = "A Notice to Appear (NTA) is no claim under the FTCA."
    assert found(text) == [("Notice to Appear (NTA)", "nta"), ("claim", "claim"), ("FTCA", "ftca")]


def test_of_terms_at_one_place_the_longest_is_found_and_nothing_within_it() -> None:
    assert found("An administrative claim.") == [("administrative claim", "administrative")]
    assert found("Two Federal Tort Claims Act claims.") == [("Federal Tort Claims Act", "ftca"), ("claims", "claim")]


def test_a_term_is_found_once_in_a_text_and_what_lies_within_a_later_place_is_not_found_either() -> None:
    assert found("The FTCA is the FTCA.") == [("FTCA", "ftca")]
    assert found("An administrative claim, again an administrative claim.") == [
        ("administrative claim", "administrative")
    ]


@pytest.mark.parametrize(
    "text",
    ["A claimant disclaims it.", "claim_1", "xclaim", "claim2", "1§1983", "§19830", "habeasé", "claim\u0301", "TFTCA"],
)
def test_a_part_of_a_word_is_no_term(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FTCA-claim’s “claim”", [("FTCA", "ftca"), ("claim", "claim")]),
        ("42 U.S.C. § 1983.", [("§ 1983", "section-1983")]),
        ("(§1983)", [("§1983", "section-1983")]),
        ("A 287(g) officer, 287(g).", [("287(g) officer", "287g")]),
    ],
)
def test_signs_around_and_within_a_term_are_no_hindrance(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADMINISTRATIVE CLAIM", ["ADMINISTRATIVE CLAIM"]),
        ("Administrative Claim", ["Administrative Claim"]),
        ("notice to appear", ["notice to appear"]),
        ("ftca, nta", []),
        ("a u visa", []),
        ("a U visa", ["U visa"]),
        ("what the heck", []),
        ("the heck bar", ["heck bar"]),
        ("Heck", ["Heck"]),
    ],
)
def test_a_capital_counts_where_it_is_part_of_the_word(text: str, expected: list[str]) -> None:
    assert [piece for piece, _ in found(text)] == expected


def test_a_capital_alone_keeps_a_term_apart_from_a_word_of_another_language() -> None:
    assert found("una visa u otro permiso", "es") == []
    assert found("una visa U", "es") == [("visa U", "u-visa")]


def test_an_accent_counts_whichever_way_it_is_encoded() -> None:
    assert found("habeas corpus", "es") == [("habeas", "habeas")]
    assert found("hábeas corpus", "es") == [("hábeas corpus", "habeas")]
    apart = normalize("NFD", "El ámbito del empleo, hábeas corpus")
    assert [term for _, term in found(apart, "es")] == ["scope", "habeas"]
    assert found("ambito del empleo", "es") == []


def test_spaces_hyphens_and_apostrophes_stand_for_their_kind() -> None:
    assert [term for _, term in found("§\u00a01983, a U\u2011visa, the officer's\n file")] == [
        "section-1983",
        "u-visa",
        "merits",
    ]


def test_nothing_is_found_inside_a_placeholder() -> None:
    assert found("On {fact:claim} by {deadline:ftca/claim}{table:claim/x/y}: a claim.") == [("claim", "claim")]
    assert found("{claim} is no placeholder") == [("claim", "claim")]


def test_each_language_has_its_own_names_and_other_spellings_count_in_all() -> None:
    assert found("Un reclamo administrativo bajo la FTCA", "es") == [
        ("reclamo administrativo", "administrative"),
        ("FTCA", "ftca"),
    ]
    assert found("reclamo") == []
    # A name that is not translated is looked for as it is.
    assert found("officer’s file", "es") == [("officer’s file", "merits")]


def test_of_two_terms_with_the_same_words_the_first_is_found() -> None:
    two = (a_term("first", "Stay"), a_term("second", "Stay"))
    assert found("A stay.", terms=two) == [("stay", "first")]


def test_the_glossary_of_a_tree_is_made_once_a_language() -> None:
    term = {"id": "stay", "term": words("Stay"), "meaning": words("A pause.")}
    made = collection([ask("q", "hurt", "end"), end()], [one_of("hurt")], {"glossary": [term]})
    graph = link(made, "t")
    assert glossary_of(graph, "en") is glossary_of(graph, "en")
    assert glossary_of(graph, "en") is not glossary_of(graph, "es")
    assert [mark.term.id for mark in glossary_of(graph, "es").marks("stay")] == ["stay"]


# Properties

SINGLE = ("stay", "Stay", "FTCA", "U", "visa", "Heck", "claim", "§", "1983", "él", "Él", "I-9", "agent’s", "Act", "(g)")
forms = st.lists(st.sampled_from(SINGLE), min_size=1, max_size=3).map(" ".join)
terms = st.lists(st.tuples(forms, st.lists(forms, max_size=2)), max_size=5).map(
    lambda made: [a_term(f"t{number}", name, "", also) for number, (name, also) in enumerate(made)]
)
piece = st.sampled_from(SINGLE).flatmap(
    lambda word: st.sampled_from(
        [word, word.upper(), word.lower(), normalize("NFD", word), word.replace("-", "\u2011"), word.replace("’", "'")]
    )
)
between = st.sampled_from([" ", "  ", "\u00a0", "\n", "", "-", ". ", "_", " {fact:stay} ", "{table:claim/U/visa}"])
texts = st.lists(st.tuples(piece, between), max_size=10).map(lambda parts: "".join(a + b for a, b in parts))


@given(terms, texts)
def test_what_is_found_is_what_a_slow_search_finds(made: list[Term], text: str) -> None:
    marks = Glossary(made, "en").marks(text)
    assert [(one.start, one.end, one.term.id) for one in marks] == slowly(made, text)


@given(terms, texts)
@example([a_term("t", "{fact")], "{fact:stay}")
def test_marks_go_from_left_to_right_apart_and_outside_of_placeholders(made: list[Term], text: str) -> None:
    marks = Glossary(made, "en").marks(text)
    bounds = [bound for one in marks for bound in (one.start, one.end)]
    assert bounds == sorted(bounds)
    assert all(one.start < one.end for one in marks)
    assert len({one.term.id for one in marks}) == len(marks)
    kept = text
    for one in reversed(marks):
        kept = kept[: one.start] + kept[one.end :]
    assert placeholders(kept) == placeholders(text)


@given(terms, st.text())
def test_any_text_can_be_searched(made: list[Term], text: str) -> None:
    for one in Glossary(made, "en").marks(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text(min_size=1).filter(lambda form: form.strip() and "{" not in form))
def test_any_form_is_found_where_it_stands_alone(form: str) -> None:
    text = f"“{' '.join(form.split())}”"
    term = a_term("t", form)
    marks = Glossary([term], "en").marks(text)
    edges = normalize("NFC", text[1:-1])
    # Signs that belong to no word may begin or end with what would be a part of one.
    if edges[0].isalnum() and edges[-1].isalnum():
        assert [one.term.id for one in marks] == ["t"]


def slowly(made: list[Term], text: str) -> list[tuple[int, int, str]]:
    """The same by trying every form on every piece of the text."""
    taken = [False] * len(text)
    for one in placeholders(text):
        start = text.index(str(one))
        while start >= 0:
            taken[start : start + len(str(one))] = [True] * len(str(one))
            start = text.find(str(one), start + 1)
    found_: dict[str, tuple[int, int, str]] = {}
    at = 0
    while at < len(text):
        ends = [
            (stop, -number, term.id)
            for number, term in enumerate(made)
            for form in forms_of(term, "en")
            for stop in range(at + 1, len(text) + 1)
            if not any(taken[at:stop]) and alone(text, at, stop) and same(text[at:stop], form, term)
        ]
        if ends:
            stop, _, name = max(ends)
            found_.setdefault(name, (at, stop, name))
            at = stop
        else:
            at += 1
    return list(found_.values())


def alone(text: str, start: int, stop: int) -> bool:
    return not any(char.isalnum() or char in "_\u0301" for char in (text[start - 1 : start] + text[stop : stop + 1]))


def same(piece_: str, form: str, term: Term) -> bool:
    if piece_ != piece_.strip() or not piece_:
        return False
    left, right = as_written(piece_).split(), as_written(form).split()
    loose = len(right) > 1 or form == term.term.en
    return len(left) == len(right) and all(
        same_word(one, other, loose=loose) for one, other in zip(left, right, strict=True)
    )


def same_word(one: str, other: str, *, loose: bool) -> bool:
    if loose and other[1:].islower() and other[0].isupper():
        other = other[0].lower() + other[1:]
    return len(one) == len(other) and all(
        a == b or (b.islower() and a == b.upper()) for a, b in zip(one, other, strict=True)
    )


def as_written(text: str) -> str:
    return normalize("NFC", text).replace("\u2011", "-").replace("’", "'")
