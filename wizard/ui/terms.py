# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms in texts of a tree, with what they mean to the desk and to the client."""

from wizard.engine.glossary import Glossary, glossary_of
from wizard.engine.graph import TreeGraph
from wizard.model.collection import Term
from wizard.ui.language import native_name
from wizard.ui.widgets.marked_text import Mark, MarkedText, Meaning


class Terms:
    """Marks the terms in words that are about to be shown. With no client's language there is only the desk's."""

    def __init__(self, graph: TreeGraph, language: str, client_language: str | None = None) -> None:
        self._language = language
        self._client = client_language if client_language != language else None
        self._glossary = glossary_of(graph, language)
        self._clients_glossary = None if self._client is None else glossary_of(graph, self._client)

    def desk(self, words: str) -> MarkedText:
        """Return words in the language of the desk with their terms."""
        return self._marked(words, self._glossary, (self._language, self._client))

    def client(self, words: str) -> MarkedText:
        """Return words in the client's language with their terms."""
        if self._client is None or self._clients_glossary is None:
            return MarkedText(words)
        return self._marked(words, self._clients_glossary, (self._client, self._language))

    def _marked(self, words: str, glossary: Glossary, languages: tuple[str, str | None]) -> MarkedText:
        for_client = languages[0] != self._language
        found = glossary.marks(words)
        marks = [Mark(one.start, one.end, one.term.id, _meanings(one.term, *languages), for_client) for one in found]
        return MarkedText(words, tuple(marks))


def _meanings(term: Term, language: str, other: str | None) -> tuple[Meaning, ...]:
    """Return what a term means in the language of the text, then in the other one that is shown, if it says so."""
    first = Meaning(native_name(language), term.term.within(language), term.meaning.within(language))
    if other is None or not (term.term.has(other) and term.meaning.has(other)):
        return (first,)
    return (first, Meaning(native_name(other), term.term.within(other), term.meaning.within(other)))
