# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Give a thing another name, everywhere it is named. Collection to collection; the one given is left as it was.

Cases keep the names that their answers were given under: renaming a fact or a choice is a new version of a collection.
"""

import re
from typing import Literal

from wizard.engine.graph import NEXT, UNSURE, CollectionIndex, ways_out
from wizard.engine.naming import renaming, replaced, rewritten, with_placeholders
from wizard.engine.place_names import renamed_places
from wizard.engine.shared_things import WORDS, EditError, Sort, none_such, position, things, with_things
from wizard.engine.wording import PlaceholderKind
from wizard.model.collection import Collection
from wizard.model.condition import FactHas, FactIn, TableIs
from wizard.model.deadline import TableSpan
from wizard.model.fact import Choice, ChoiceList, Fact, SharedChoices
from wizard.model.names import NAME_LENGTH, NAME_PATTERN, ChoiceId, ColumnId, FactId, NodeId, TableId, TreeId
from wizard.model.node import GateNode, Node, QuestionNode
from wizard.model.scenario import Scenario
from wizard.model.table import Table
from wizard.model.text import Text
from wizard.model.tree import Tree
from wizard.model.value import Value

_NAME = re.compile(NAME_PATTERN)
#: A condition on a deadline is held against "today" or against a date fact of that name.
_TODAY = "today"


def rename(collection: Collection, sort: Sort, old: str, new: str) -> Collection:
    """Return the collection with a thing called otherwise in its own place and wherever it is named.

    Raises:
        EditError: there is no such thing, the new name is no name, or another thing of the sort has it.
    """
    at = position(collection, sort, old)
    if new == old:
        return collection
    must_be_free(new, [thing.id for thing in things(collection, sort)], WORDS[sort])
    if sort == "fact" and _TODAY in (old, new):
        msg = "“today” means the day of the walk: choose another name for the fact"
        raise EditError(msg)
    all_things = list(things(collection, sort))
    all_things[at] = all_things[at].model_copy(update={"id": new})
    renamed: Collection = rewritten(with_things(collection, sort, all_things), renaming(sort, old, new))
    return renamed


def must_be_free(name: str, taken: list[str], what: str) -> None:
    """Refuse what is no name, and a name that is taken.

    Raises:
        EditError: with what to do.
    """
    if not _NAME.fullmatch(name) or len(name) > NAME_LENGTH:
        msg = f"“{name[:NAME_LENGTH]}” is no name: use small letters a to z, figures and single hyphens"
        raise EditError(msg)
    if name in taken:
        msg = f"There is a {what} “{name}” already: choose another name"
        raise EditError(msg)


def rename_node(collection: Collection, tree_id: TreeId, old: NodeId, new: NodeId) -> Collection:
    """Return the collection with a node of a tree called otherwise: where ways lead to it, and in scenarios.

    Raises:
        EditError: there is no such node, the new name is no name, or another node of the tree has it.
    """
    at, tree = tree_at(collection, tree_id)
    names = [node.id for node in tree.nodes]
    if old not in names:
        raise EditError(no_node(tree_id, old))
    if new == old:
        return collection
    must_be_free(new, names, "node")
    nodes = tuple([leading_to(node, old, new) for node in tree.nodes])
    nodes = tuple([node.model_copy(update={"id": new}) if node.id == old else node for node in nodes])
    first = new if tree.first == old else tree.first
    trees = list(collection.trees)
    trees[at] = tree.model_copy(update={"nodes": nodes, "first": first})
    scenarios = renamed_places(CollectionIndex(collection), tree_id, old, new)
    return collection.model_copy(update={"trees": tuple(trees), "scenarios": scenarios})


def no_node(tree: TreeId, node: NodeId) -> str:
    """Return the sentence for a node that is not there."""
    return f"There is no node “{node}” in the tree “{tree}”: choose one that exists"


def leading_to(node: Node, old: NodeId, new: NodeId) -> Node:
    """Return a node with the ways that led to `old` leading to `new`; the same node where none did."""
    if all(target != old for _, target in ways_out(node)):
        return node
    if isinstance(node, GateNode):
        branches = tuple([b.model_copy(update={"next": new}) if b.next == old else b for b in node.branches])
        ends = {name: replaced(getattr(node, name), old, new) for name in ("otherwise", "unknown")}
        return node.model_copy(update={"branches": branches, **ends})
    if isinstance(node, QuestionNode) and not isinstance(node.next, str):
        ways = {choice: replaced(target, old, new) for choice, target in node.next.items()}
        return node.model_copy(update={"next": ways, "unsure": replaced(node.unsure, old, new)})
    fields = [name for name in ("next", "unsure") if name in type(node).model_fields]
    return node.model_copy(update={name: replaced(getattr(node, name), old, new) for name in fields})


# --- choices ---------------------------------------------------------------------------


def rename_choice(
    collection: Collection, holder: Literal["fact", "choice-list"], name: str, old: ChoiceId, new: ChoiceId
) -> Collection:
    """Return the collection with a choice of a fact, or of a shared choice list, called otherwise.

    Renamed are questions, conditions, rows of tables and answers of scenarios that mean this choice of these facts.

    Raises:
        EditError: there is no such choice, the new name is no name or taken, or the fact's choices are shared ones.
    """
    at = position(collection, holder, name)
    thing = things(collection, holder)[at]
    choices = own_choices(thing)
    ids = [choice.id for choice in choices]
    if old not in ids:
        msg = f"The {WORDS[holder]} “{name}” has no choice “{old}”: choose one that exists"
        raise EditError(msg)
    if new == old:
        return collection
    must_be_free(new, [*ids, NEXT, UNSURE], "choice or a way out")
    renamed = tuple([one.model_copy(update={"id": new}) if one.id == old else one for one in choices])
    all_things = list(things(collection, holder))
    all_things[at] = thing.model_copy(update={"choices": renamed})
    changed: Collection = rewritten(
        with_things(collection, holder, all_things), _Choices(collection, holder, name, old, new).change
    )
    return changed


def own_choices(thing: Value) -> tuple[Choice, ...]:
    """Return the choices that a fact or a choice list has of its own.

    Raises:
        EditError: a fact has the choices of a shared list.
    """
    if isinstance(thing, Fact) and isinstance(thing.choices, SharedChoices):
        msg = f"The choices of “{thing.id}” are those of the list “{thing.choices.list}”: change them there"
        raise EditError(msg)
    return thing.choices if isinstance(thing, Fact | ChoiceList) and isinstance(thing.choices, tuple) else ()


class _Choices:
    """Gives one choice of some facts another name."""

    def __init__(self, collection: Collection, holder: Sort, name: str, old: ChoiceId, new: ChoiceId) -> None:
        self._list = name if holder == "choice-list" else None
        self._facts = {name} if holder == "fact" else _sharing(collection, name)
        self._old, self._new = old, new

    def change(self, value: Value) -> Value:  # noqa: PLR0911 (one case a kind of value)
        """Return a value of the model with the choice renamed, if it means it."""
        match value:
            case FactIn() if value.fact in self._facts:
                return self._fields(value, "among")
            case FactHas() if value.fact in self._facts:
                return self._fields(value, "any_of", "all_of", "none_but")
            case QuestionNode() if value.fact in self._facts and not isinstance(value.next, str):
                return self._fields(value, "next")
            case SharedChoices() if value.list == self._list:
                return self._fields(value, "without")
            case Table() if value.choice_list == self._list if value.choice_list else value.fact in self._facts:
                rows = tuple([self._fields(row, "key") for row in value.rows])
                same = all(new is row for new, row in zip(rows, value.rows, strict=True))
                return value if same else value.model_copy(update={"rows": rows})
            case Scenario():
                answers = {f: self._replaced(a) if f in self._facts else a for f, a in value.answers.items()}
                return value if answers == value.answers else value.model_copy(update={"answers": answers})
            case _:
                return value

    def _fields(self, value: Value, *names: str) -> Value:
        held = [(name, getattr(value, name)) for name in names]
        fields = {name: new for name, old in held if (new := self._replaced(old)) is not old}
        return value.model_copy(update=fields) if fields else value

    def _replaced(self, held: object) -> object:
        changed: object = replaced(held, self._old, self._new)
        return changed


def _sharing(collection: Collection, choice_list: str) -> set[FactId]:
    return {
        fact.id
        for fact in collection.facts
        if isinstance(fact.choices, SharedChoices) and fact.choices.list == choice_list
    }


# --- columns ---------------------------------------------------------------------------


def rename_column(collection: Collection, table_id: TableId, old: ColumnId, new: ColumnId) -> Collection:
    """Return the collection with a column of a table called otherwise: in its rows, conditions, rules and texts.

    Raises:
        EditError: there is no such table or column, or the new name is no name or taken.
    """
    at = position(collection, "table", table_id)
    table = collection.tables[at]
    ids = [column.id for column in table.columns]
    if old not in ids:
        msg = f"The table “{table_id}” has no column “{old}”: choose one that exists"
        raise EditError(msg)
    if new == old:
        return collection
    must_be_free(new, ids, "column")
    columns = tuple([one.model_copy(update={"id": new}) if one.id == old else one for one in table.columns])
    rows = tuple([row.model_copy(update={"cells": replaced(row.cells, old, new)}) for row in table.rows])
    tables = list(collection.tables)
    tables[at] = table.model_copy(update={"columns": columns, "rows": rows})

    def names_in(kind: PlaceholderKind, names: tuple[str, ...]) -> tuple[str, ...]:
        is_meant = kind == "table" and names[:2] == (table_id, old)
        return (table_id, new, *names[2:]) if is_meant else names

    def change(value: Value) -> Value:
        if isinstance(value, Text):
            return with_placeholders(value, names_in)
        if isinstance(value, TableIs | TableSpan) and value.table == table_id:
            fields = [name for name in type(value).model_fields if name.endswith("column")]
            found = {name: new for name in fields if getattr(value, name) == old}
            return value.model_copy(update=found) if found else value
        return value

    renamed: Collection = rewritten(collection.model_copy(update={"tables": tuple(tables)}), change)
    return renamed


def tree_at(collection: Collection, tree_id: TreeId) -> tuple[int, Tree]:
    """Return a tree with its place.

    Raises:
        EditError: there is none.
    """
    for number, tree in enumerate(collection.trees):
        if tree.id == tree_id:
            return number, tree
    raise EditError(none_such("tree", tree_id))
