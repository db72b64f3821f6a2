# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The things of a collection by sort: where each sort lies, and a collection with other ones."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeVar, get_args

from wizard.model.authority import Authority
from wizard.model.collection import Collection, Term
from wizard.model.condition import NamedCondition
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import ChoiceList, Fact
from wizard.model.finding import Against, Claim
from wizard.model.scenario import Scenario
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree

_T = TypeVar("_T")

Sort = Literal[
    "against",
    "authority",
    "calendar",
    "choice-list",
    "claim",
    "condition",
    "fact",
    "rule",
    "scenario",
    "table",
    "term",
    "tree",
]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)

Thing = (
    Against
    | Authority
    | Calendar
    | ChoiceList
    | Claim
    | DeadlineRule
    | Fact
    | NamedCondition
    | Scenario
    | Table
    | Term
    | Tree
)

#: What each sort is called in a sentence.
WORDS: Final[Mapping[Sort, str]] = {
    "against": "party that claims are against",
    "authority": "authority",
    "calendar": "calendar",
    "choice-list": "choice list",
    "claim": "claim",
    "condition": "condition",
    "fact": "fact",
    "rule": "deadline rule",
    "scenario": "scenario",
    "table": "table",
    "term": "term",
    "tree": "tree",
}

_OF_CLASS: Final[Mapping[type[Thing], Sort]] = {
    Against: "against",
    Authority: "authority",
    Calendar: "calendar",
    ChoiceList: "choice-list",
    Claim: "claim",
    DeadlineRule: "rule",
    Fact: "fact",
    NamedCondition: "condition",
    Scenario: "scenario",
    Table: "table",
    Term: "term",
    Tree: "tree",
}
_IN_MANIFEST: Final[Mapping[Sort, str]] = {
    "against": "against",
    "claim": "claims",
    "condition": "conditions",
    "rule": "deadline_rules",
    "term": "glossary",
}
_IN_COLLECTION: Final[Mapping[Sort, str]] = {
    "authority": "authorities",
    "calendar": "calendars",
    "choice-list": "choice_lists",
    "fact": "facts",
    "scenario": "scenarios",
    "table": "tables",
    "tree": "trees",
}


class EditError(ValueError):
    """An edit that cannot be made, in one sentence that says why and what to do."""


def sort_of(thing: Thing) -> Sort:
    """Return the sort of a thing."""
    return _OF_CLASS[type(thing)]


def things(collection: Collection, sort: Sort) -> tuple[Thing, ...]:
    """Return all things of a sort, in order."""
    holder = collection.manifest if sort in _IN_MANIFEST else collection
    found: tuple[Thing, ...] = getattr(holder, _IN_MANIFEST.get(sort) or _IN_COLLECTION[sort])
    return found


def with_things(collection: Collection, sort: Sort, new: Sequence[Thing]) -> Collection:
    """Return the collection with these things of a sort in the place of the ones before."""
    if sort in _IN_MANIFEST:
        manifest = collection.manifest.model_copy(update={_IN_MANIFEST[sort]: tuple(new)})
        return collection.model_copy(update={"manifest": manifest})
    return collection.model_copy(update={_IN_COLLECTION[sort]: tuple(new)})


def position(collection: Collection, sort: Sort, name: str) -> int:
    """Return the place of a thing among those of its sort.

    Raises:
        EditError: there is none.
    """
    for number, thing in enumerate(things(collection, sort)):
        if thing.id == name:
            return number
    raise EditError(none_such(sort, name))


def none_such(sort: Sort, name: str) -> str:
    """Return the sentence for a name that stands for nothing."""
    return f"There is no {WORDS[sort]} “{name}”: choose one that exists"


def moved_within(items: Sequence[_T], start: int, to: int) -> tuple[_T, ...]:
    """Return the items with the one at `start` taken to the place `to`, which is brought within the ends."""
    left = [*items[:start], *items[start + 1 :]]
    left.insert(max(0, min(to, len(left))), items[start])
    return tuple(left)
