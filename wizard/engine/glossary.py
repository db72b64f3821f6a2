# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of a collection's glossary, found in its texts.

A term is found by its name and by its other spellings, as whole words. A space stands for any space, one that does not
break included, and so do hyphens and apostrophes for their kind; an accent counts, whichever way it is encoded. A small
letter stands for a capital as well. A capital stands for a small letter too where it only begins a word (“Notice to
Appear”), but not within one (FTCA), alone (the U of “U visa”), or in another spelling of one word: “Heck” is a case.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from unicodedata import normalize

from wizard.engine.graph import TreeGraph
from wizard.engine.wording import PLACEHOLDER
from wizard.model.collection import Term

#: What words are made of: letters, figures, and accents that stand apart from their letters.
_IN_WORD: Final = r"[\w\u0300-\u036f]"
_PIECE: Final = re.compile(rf"(?P<placeholder>{PLACEHOLDER.pattern})|{_IN_WORD}+|\S")
_ALIKE: Final = ("-\u2010\u2011", "'’")
_AS_ONE: Final = str.maketrans({sign: signs[0] for signs in _ALIKE for sign in signs})


@dataclass(frozen=True, slots=True)
class TermMark:
    """A term in a text: from the character `start` up to but without `end`."""

    start: int
    end: int
    term: Term


class Glossary:
    """The terms of a collection in one language, by the first word of each of their forms."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for term in terms:
            for words in forms_of(term, language):
                first = _PIECE.search(words)
                # A form with a brace would run into placeholders.
                if first is not None and "{" not in words:
                    self._forms.setdefault(_key(first[0]), []).append(_Form(words, term, language))

    def marks(self, text: str) -> tuple[TermMark, ...]:
        """Return the terms in a text from left to right, each where it stands first.

        Of terms that begin at the same place the longest counts, and what lies within it is not found again; of equal
        ones the first in the glossary counts. Nothing is found inside a placeholder.
        """
        found: dict[str, TermMark] = {}
        for mark in self._each(text):
            found.setdefault(mark.term.id, mark)
        return tuple(found.values())

    def _each(self, text: str) -> Iterator[TermMark]:
        end = 0
        for piece in _PIECE.finditer(text):
            if piece.start() < end or piece["placeholder"]:
                continue
            start, term = piece.start(), None
            for form in self._forms.get(_key(piece[0]), ()):
                match = form.pattern.match(text, start)
                if match is not None and match.end() > end:
                    end, term = match.end(), form.term
            if term is not None:
                yield TermMark(start, end, term)


def glossary_of(graph: TreeGraph, language: str) -> Glossary:
    """Return the glossary of the tree's collection in a language; it is kept with the graph."""
    kept = graph.memo.setdefault("glossary", {})
    if language not in kept:
        kept[language] = Glossary(graph.collection.manifest.glossary, language)
    made: Glossary = kept[language]
    return made


def forms_of(term: Term, language: str) -> tuple[str, ...]:
    """Return the words that mark a term in texts of a language; its other spellings count in all of them."""
    return tuple(dict.fromkeys([term.term.within(language), *term.also]))


@dataclass(frozen=True)
class _Form:
    """Words that mark a term. The pattern is made when a text first has the first of them."""

    words: str
    term: Term
    language: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        words = normalize("NFC", self.words).split()
        if len(words) > 1 or self.words == self.term.term.within(self.language):
            words = [word.lower() if word[0].isupper() and word[1:].islower() else word for word in words]
        inside = r"\s+".join("".join(_letter(char) for char in word) for word in words)
        return re.compile(rf"(?<!{_IN_WORD}){inside}(?!{_IN_WORD})")


def _key(piece: str) -> str:
    return normalize("NFC", piece).casefold().translate(_AS_ONE)


def _letter(char: str) -> str:
    """Return a pattern for what may stand for a character of a term."""
    signs = next((signs for signs in _ALIKE if char in signs), None)
    same = signs or ((char, char.upper()) if char.islower() else (char,))
    spelled = dict.fromkeys(normalize(form, one) for one in same for form in ("NFC", "NFD"))
    return f"(?:{'|'.join(re.escape(one) for one in spelled)})"
