# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the question card shows, as plain values: words in two languages, choices, authorities, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.engine.graph import CollectionIndex
from wizard.engine.walk import Walk
from wizard.engine.wording import fill
from wizard.export.citations import Cited, cited
from wizard.export.words import Words
from wizard.model.authority import Pin
from wizard.model.fact import AnswerValue, Choice, Fact
from wizard.model.names import FactId, NodeKey
from wizard.model.node import QuestionNode
from wizard.model.text import Text
from wizard.ui.open_case import positions
from wizard.ui.terms import Terms


@dataclass(frozen=True, slots=True)
class Citation:
    """An authority as it is shown and copied: its short name, the rest of it, and the whole citation with the pin."""

    lead: str
    rest: str
    whole: str
    holding: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text in the language of the desk, and in the client's where that is another one and the text has it."""

    desk: str
    client: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice as it is offered."""

    value: str
    label: Spoken
    hint: Spoken


@dataclass(frozen=True, slots=True)
class Question:
    """All that the card shows of a question. `number` counts from 1; `fewest` and `most` questions are left."""

    key: NodeKey
    fact: Fact
    number: int
    answered: int
    fewest: int
    most: int
    ask: Spoken
    help: Spoken
    why: str
    citations: tuple[Citation, ...]
    choices: tuple[Offered, ...]
    may_skip: bool
    terms: Terms


class Speech:
    """Puts texts of a tree into words: placeholders filled in, in the language of the desk and the client's."""

    def __init__(
        self, index: CollectionIndex, known: Mapping[FactId, AnswerValue], language: str, client_language: str | None
    ) -> None:
        self._index = index
        self._known = known
        self._language = language
        self._client = client_language if client_language != language else None

    def say(self, text: Text | None) -> str:
        """Return the words for the desk; none for no text."""
        return "" if text is None else fill(text.within(self._language), self._language, self._known, self._index)

    def words(self, text: Text | None) -> Spoken:
        """Return the words for the desk and for the client."""
        if text is None:
            return Spoken("")
        if self._client is None or not text.has(self._client):
            return Spoken(self.say(text))
        return Spoken(self.say(text), fill(text.within(self._client), self._client, self._known, self._index))

    def offer(self, choice: Choice) -> Offered:
        """Return a choice as it is offered."""
        return Offered(choice.id, self.words(choice.label), self.words(choice.hint))


def question_at(made: Walk, key: NodeKey, language: str, client_language: str | None) -> Question:
    """Return the question at a place of a walk.

    Raises:
        ValueError: the node there asks nothing.
    """
    node = made.graph.node(key)
    if not isinstance(node, QuestionNode):
        msg = f"there is no question at {key}"
        raise ValueError(msg)  # noqa: TRY004 the type is right, the place is not
    index = made.graph.index
    speech = Speech(index, made.known, language, client_language)
    fact = index.facts[node.fact]
    places = positions(made)
    return Question(
        key=key,
        fact=fact,
        number=places.index(key) + 1 if key in places else len(places),
        answered=len(places) - 1,
        fewest=made.ahead.fewest,
        most=made.ahead.most,
        ask=speech.words(node.ask or fact.ask),
        help=speech.words(node.help or fact.help),
        why=speech.say(node.why),
        citations=citations(index, node.authorities, language),
        choices=tuple(speech.offer(choice) for choice in index.choices[node.fact]),
        may_skip=node.unsure is not None,
        terms=Terms(made.graph, language, client_language),
    )


def citations(index: CollectionIndex, pins: tuple[Pin, ...], language: str) -> tuple[Citation, ...]:
    """Return the authorities of these references, each with the place in it and what is doubtful about it."""
    present = [pin for pin in pins if pin.authority in index.authorities]
    kinds = [index.authorities[pin.authority].kind for pin in present]
    return tuple(
        _citation(one, is_case=kind == "case")
        for one, kind in zip(cited(index, present, Words(language)), kinds, strict=True)
    )


def _citation(one: Cited, *, is_case: bool) -> Citation:
    doubts = f" [{', '.join(one.doubts)}]" if one.doubts else ""
    if not is_case:
        return Citation(one.whole, (one.holding + doubts).strip(), one.whole, one.holding)
    name, bracket, court = one.whole.partition(" (")
    if bracket and ", " not in name:
        # “Smith v. Jones (6th Cir. Jan. 13, 2026)”: not reported yet, so there is no volume to begin with.
        return Citation(name, f"({court}{doubts}", one.whole, one.holding)
    lead, comma, rest = one.whole.partition(", ")
    # “Smith v. Jones, Inc., 1 U.S. 2”: the name goes on after the comma.
    while comma and not rest[:1].isdigit() and ", " in rest:
        more, _, rest = rest.partition(", ")
        lead = f"{lead}, {more}"
    return Citation(lead, rest + doubts, one.whole, one.holding)
