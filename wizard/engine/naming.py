# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which fields of the model name which things, and the rewriting of names wherever they stand.

What is not changed is not copied: a collection before and after an edit share all else.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from wizard.engine.shared_things import Sort
from wizard.engine.wording import PlaceholderKind, placeholders
from wizard.model.authority import Pin
from wizard.model.condition import (
    DateIs,
    DeadlineIs,
    FactHas,
    FactIn,
    Known,
    Named,
    NumberIs,
    StatusIs,
    TableIs,
)
from wizard.model.deadline import Cautious, DeadlineRule, TableSpan
from wizard.model.fact import SharedChoices
from wizard.model.finding import Claim
from wizard.model.node import FindingNode, QuestionNode, SubtreeNode
from wizard.model.scenario import Expected, Scenario
from wizard.model.table import Table
from wizard.model.text import Text
from wizard.model.tree import TreeHeader
from wizard.model.value import Value

#: The fields that name a thing of a sort; of a mapping the keys do. A test compares this with the model.
NAMING: Final[Mapping[type[Value], Mapping[str, Sort]]] = {
    Cautious: {"trigger": "fact"},
    Claim: {"against": "against"},
    DateIs: {"fact": "fact"},
    DeadlineIs: {"rule": "rule", "on": "fact"},
    DeadlineRule: {"trigger": "fact", "calendar": "calendar"},
    Expected: {"statuses": "claim", "deadlines": "rule"},
    FactHas: {"fact": "fact"},
    FactIn: {"fact": "fact"},
    FindingNode: {"claims": "claim", "deadlines": "rule"},
    Known: {"fact": "fact"},
    Named: {"condition": "condition"},
    NumberIs: {"fact": "fact"},
    Pin: {"authority": "authority"},
    QuestionNode: {"fact": "fact"},
    Scenario: {"tree": "tree", "answers": "fact"},
    SharedChoices: {"list": "choice-list"},
    StatusIs: {"claim": "claim"},
    SubtreeNode: {"tree": "tree"},
    Table: {"choice_list": "choice-list", "fact": "fact"},
    TableIs: {"table": "table", "by": "fact"},
    TableSpan: {"table": "table", "by": "fact"},
    TreeHeader: {"id": "tree"},
}
#: What the names in a placeholder stand for; "" is a column, which belongs to its table.
IN_PLACEHOLDER: Final[Mapping[PlaceholderKind, tuple[Sort | None, ...]]] = {
    "fact": ("fact",),
    "table": ("table", None, "fact"),
    "deadline": ("rule",),
}

#: What a rewriting does to one value whose parts are rewritten already: the same object where nothing is to change.
Change = Callable[[Any], Any]

_PLACEHOLDER: Final = re.compile(r"\{(?:fact|table|deadline):[^{}]*\}")


def rewritten(value: Any, change: Change) -> Any:  # noqa: ANN401 any part of a model
    """Return a value with `change` made to every value of the model in it, from the inside out."""
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, Value):
        fields = [(name, getattr(value, name)) for name in type(value).model_fields]
        changed = {name: new for name, old in fields if (new := rewritten(old, change)) is not old}
        return change(value.model_copy(update=changed) if changed else value)
    if isinstance(value, tuple):
        items = [rewritten(item, change) for item in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else tuple(items)
    if isinstance(value, dict):
        pairs = {key: rewritten(item, change) for key, item in value.items()}
        return value if all(pairs[key] is item for key, item in value.items()) else pairs
    return value


def renaming(sort: Sort, old: str, new: str) -> Change:
    """Return the change that gives a thing another name wherever it is named, in placeholders too."""

    def change(value: Value) -> Value:
        if isinstance(value, Text):
            return with_placeholders(value, lambda kind, names: _renamed_in(kind, names, sort, old, new))
        fields = {
            name: renamed
            for name, named in NAMING.get(type(value), {}).items()
            if named == sort and (renamed := replaced(getattr(value, name), old, new)) is not getattr(value, name)
        }
        return value.model_copy(update=fields) if fields else value

    return change


def replaced(held: Any, old: str, new: str) -> Any:  # noqa: ANN401 whatever a field holds
    """Return what a field holds with one name replaced: the text itself, items of a list, keys of a mapping."""
    if isinstance(held, str):
        return new if held == old else held
    if isinstance(held, tuple):
        return tuple([new if item == old else item for item in held]) if old in held else held
    if isinstance(held, dict):
        return {new if key == old else key: item for key, item in held.items()} if old in held else held
    return held


def with_placeholders(text: Text, rename: Callable[[PlaceholderKind, tuple[str, ...]], tuple[str, ...]]) -> Text:
    """Return a text with the names in its placeholders replaced, in every language."""
    words = {language: _with_placeholders(text.within(language), rename) for language in text.languages}
    if all(words[language] == text.within(language) for language in words):
        return text
    return Text.model_validate(words)


def _with_placeholders(words: str, rename: Callable[[PlaceholderKind, tuple[str, ...]], tuple[str, ...]]) -> str:
    def renamed(match: re.Match[str]) -> str:
        (placeholder,) = placeholders(match[0])
        return f"{{{placeholder.kind}:{'/'.join(rename(placeholder.kind, placeholder.names))}}}"

    return _PLACEHOLDER.sub(renamed, words) if "{" in words else words


def _renamed_in(kind: PlaceholderKind, names: tuple[str, ...], sort: Sort, old: str, new: str) -> tuple[str, ...]:
    sorts = (*IN_PLACEHOLDER[kind], *[None] * len(names))
    return tuple([new if one == sort and name == old else name for name, one in zip(names, sorts, strict=False)])
