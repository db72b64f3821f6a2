# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the terms of the glossary can be found in the collection's texts."""

from wizard.engine.collection_texts import texts_in
from wizard.engine.glossary import Glossary, forms_of
from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.model.collection import Collection
from wizard.model.names import TermId
from wizard.model.problem import Place


def glossary_problems(index: CollectionIndex, found: ProblemList) -> None:
    """Report terms that no text contains, and words that mark two terms: only the first would be explained."""
    manifest = index.collection.manifest
    glossaries = {language: Glossary(manifest.glossary, language) for language in manifest.languages}
    contained = _contained(index.collection, glossaries)
    for term in manifest.glossary:
        place = Place(file="collection.json", item=term.id)
        for language, glossary in glossaries.items():
            for form in forms_of(term, language):
                for mark in glossary.marks(form):
                    if (mark.start, mark.end) == (0, len(form)) and mark.term.id != term.id:
                        message = f"“{form}” in “{language}” marks the term “{mark.term.id}” already"
                        found.warning("term-twice", place, message, "Take it out of one of the two")
        if term.id not in contained:
            message = f"No text contains the term “{term.term.en}”"
            found.hint("term-unused", place, message, "Use it, add the spelling that the texts use, or take it out")


def _contained(collection: Collection, glossaries: dict[str, Glossary]) -> set[TermId]:
    bare = collection.manifest.model_copy(update={"glossary": ()})
    return {
        mark.term.id
        for text in texts_in(collection.model_copy(update={"manifest": bare}))
        for language in text.languages
        if language in glossaries
        for mark in glossaries[language].marks(text.within(language))
    }
