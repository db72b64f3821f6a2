# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client may read or hear is in plain words: at or under US grade 9.

English by the Automated Readability Index (Senter and Smith, 1967), Spanish by Crawford's grade (1989), as the library
textstat counts them. A formula says nothing of a few words, so a question is measured with its help and its choices.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import textstat  # type: ignore[import-untyped]

from wizard.engine.graph import CollectionIndex
from wizard.model.node import FindingNode, QuestionNode
from wizard.model.text import Text
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection

FOLDER = trees_dir() / "ice-force"
GRADE = 9
#: A text of fewer words is not measured.
FEWEST_WORDS = 10
#: Texts above the grade, as `tree/node part`, with the reason.
EXCEPTIONS = {
    "bivens/bv-replica why": "the names of three states make most of its length",
    "bivens/bv-during why": "the names of three states make most of its length",
    "other-relief/o-cert ask": "agency, prosecutor and judge are who can sign; one word for them would be wrong",
}


def client_texts(index: CollectionIndex) -> Iterator[tuple[str, list[Text]]]:
    """Yield what a client may read or hear: the place, and the texts that are read there as one."""
    for tree in index.collection.trees:
        for node in tree.nodes:
            place = f"{tree.id}/{node.id}"
            if isinstance(node, QuestionNode):
                fact = index.facts[node.fact]
                labels = [choice.label for choice in index.choices[node.fact]]
                listed = labels if isinstance(fact.choices, tuple) else []
                yield f"{place} ask", [node.ask or fact.ask, *filter(None, [node.help or fact.help]), *listed]
                yield f"{place} why", [node.why]
            elif isinstance(node, FindingNode):
                for number, step in enumerate(node.next_steps, 1):
                    if step.client:
                        yield f"{place} step {number}", [step.text]


def grade(texts: list[Text], language: str) -> float:
    """The grade of some texts, each a sentence at least; 0 for a few words."""
    written = [text.within(language).strip() for text in texts]
    whole = " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in written if one)
    if len(whole.split()) < FEWEST_WORDS:
        return 0
    textstat.set_lang(language)
    return float(textstat.automated_readability_index(whole) if language == "en" else textstat.crawford(whole))


@pytest.fixture(scope="module")
def index() -> CollectionIndex:
    """The bundled collection."""
    return CollectionIndex(read_collection(Path(FOLDER)).collection)


@pytest.mark.parametrize("language", ["en", "es"])
def test_client_texts_are_at_or_under_grade_9(index: CollectionIndex, language: str) -> None:
    hard = {place: round(found, 1) for place, texts in client_texts(index) if (found := grade(texts, language)) > GRADE}
    assert {place: found for place, found in hard.items() if place not in EXCEPTIONS} == {}


def test_every_exception_is_still_needed(index: CollectionIndex) -> None:
    hard = {place for place, texts in client_texts(index) for code in ("en", "es") if grade(texts, code) > GRADE}
    assert EXCEPTIONS.keys() <= hard


def test_the_formulas_tell_hard_from_easy() -> None:
    easy = Text.model_validate({"en": "We ask this to keep you safe. You may say no at any time, and we will stop."})
    words = (
        "Extraterritorial applicability of a jurisdictional provision necessitates careful interpretation beforehand."
    )
    hard = Text.model_validate({"en": words})
    assert grade([easy], "en") < GRADE < grade([hard], "en")
