# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether words are there in each language, fit their place, and their placeholders lead to something."""

from collections.abc import Iterator

from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.wording import Placeholder, placeholders, resolves
from wizard.model.collection import Manifest
from wizard.model.fact import Choice
from wizard.model.node import EndNode, FindingNode, GateNode, Node, QuestionNode
from wizard.model.problem import Place
from wizard.model.text import Text

SHORT_NAME = 22
EDGE_LABEL = 14
ASK = 160
LABEL = 160
HELP = 400

#: A text with its place, the most characters that fit there (None: any), and whether a client reads it.
Placed = tuple[Place, Text, int | None, bool]


def word_problems(index: CollectionIndex, found: ProblemList) -> None:
    """Report missing translations, texts too long for their place and placeholders that lead to nothing."""
    languages = index.collection.manifest.languages
    for place, text, most, for_client in _texts(index):
        for language in languages if for_client else ():
            if not text.has(language):
                message = f"The words in “{language}” are missing: {text.en[:40]}"
                found.warning("translation-missing", place, message, "Add the translation")
        for language in text.languages:
            words = text.within(language)
            if most is not None and len(words) > most:
                message = f"“{words}” has {len(words)} characters, {most} fit"
                found.warning("text-too-long", place, message, "Say it in fewer words")
            for placeholder in placeholders(words):
                _placeholder(index, found, place, placeholder)


def _placeholder(index: CollectionIndex, found: ProblemList, place: Place, placeholder: Placeholder) -> None:
    if not resolves(placeholder, index):
        message = f"The placeholder “{placeholder}” leads to nothing"
        found.error("placeholder-broken", place, message, "Name a fact, a table with its column and fact, or a rule")


def _texts(index: CollectionIndex) -> Iterator[Placed]:
    yield from _manifest_texts(index.collection.manifest)
    for fact in index.collection.facts:
        place = Place(file="facts.json", item=fact.id)
        yield place, fact.title, 40, True
        yield place, fact.ask, ASK, True
        if fact.help is not None:
            yield place, fact.help, HELP, True
        if isinstance(fact.choices, tuple):
            yield from _choices(fact.choices, place)
    for shared in index.collection.choice_lists:
        yield from _choices(shared.choices, Place(file="facts.json", item=shared.id))
    for tree in index.collection.trees:
        for node in tree.nodes:
            yield from _node(node, Place(tree=tree.id, node=node.id))


def _manifest_texts(manifest: Manifest) -> Iterator[Placed]:
    for header in manifest.trees:
        place = Place(file="collection.json", item=header.id)
        yield place, header.title, None, True
        yield place, header.jurisdiction, None, True
        yield from _optional(header.about, place, "about")
    for claim in manifest.claims:
        place = Place(file="collection.json", item=claim.id)
        yield place, claim.title, 40, True
        yield from _optional(claim.about, place, "about")
    for against in manifest.against:
        yield Place(file="collection.json", item=against.id), against.title, 60, True
    for rule in manifest.deadline_rules:
        place = Place(file="collection.json", item=rule.id)
        yield place.model_copy(update={"field": "title"}), rule.title, None, True
        yield place.model_copy(update={"field": "why"}), rule.why, None, False
        yield from _optional(rule.moves, place, "moves")
    for term in manifest.glossary:
        yield Place(file="collection.json", item=term.id), term.term, None, True
        yield Place(file="collection.json", item=term.id), term.meaning, None, True


def _optional(text: Text | None, place: Place, field: str) -> Iterator[Placed]:
    if text is not None:
        yield place.model_copy(update={"field": field}), text, None, False


def _choices(choices: tuple[Choice, ...], place: Place) -> Iterator[Placed]:
    for choice in choices:
        here = place.model_copy(update={"field": choice.id})
        yield here, choice.label, LABEL, True
        yield here, choice.short, EDGE_LABEL, True
        if choice.hint is not None:
            yield here, choice.hint, LABEL, True


def _node(node: Node, place: Place) -> Iterator[Placed]:
    yield place.model_copy(update={"field": "short_name"}), node.short_name, SHORT_NAME, True
    match node:
        case QuestionNode():
            yield place.model_copy(update={"field": "why"}), node.why, HELP, True
            for field, text, most in (("ask", node.ask, ASK), ("help", node.help, HELP)):
                if text is not None:
                    yield place.model_copy(update={"field": field}), text, most, True
        case GateNode():
            yield from _optional(node.why, place, "why")
            for number, branch in enumerate(node.branches):
                yield place.model_copy(update={"field": f"branches.{number}"}), branch.label, EDGE_LABEL, True
        case FindingNode():
            yield place.model_copy(update={"field": "reason"}), node.reason, None, False
            for number, step in enumerate(node.next_steps):
                yield place.model_copy(update={"field": f"next_steps.{number}"}), step.text, None, step.client
        case EndNode():
            yield place.model_copy(update={"field": "text"}), node.text, None, True
        case _:
            pass
