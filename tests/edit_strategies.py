# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of any kind on a collection, drawn by hypothesis; one that cannot be made leaves the collection as it is."""

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from tests.condition_strategies import Draw
from wizard.engine import edit, edit_nodes
from wizard.engine.rename import rename, rename_choice, rename_column, rename_node
from wizard.engine.shared_things import SORTS, EditError, Sort, things
from wizard.model.collection import Collection
from wizard.model.tree import Tree

Edit = Callable[[Collection], Collection]

NEW = ("anew", "f9", "n9", "c9")


def _some_tree(draw: Draw, made: Collection) -> Tree:
    return draw.one(made.trees)


def _some_node(draw: Draw, tree: Tree) -> str:
    return draw.one([node.id for node in tree.nodes])


def _sort(draw: Draw, made: Collection) -> Sort:
    return draw.one([sort for sort in SORTS if things(made, sort)])


def _rename(draw: Draw, made: Collection) -> Edit:
    sort = _sort(draw, made)
    old = draw.one(things(made, sort)).id
    new = draw.one(NEW)
    return lambda one: rename(one, sort, old, new)


def _rename_node(draw: Draw, made: Collection) -> Edit:
    tree, new = _some_tree(draw, made), draw.one(NEW)
    old = _some_node(draw, tree)
    return lambda one: rename_node(one, tree.id, old, new)


def _rename_choice(draw: Draw, made: Collection) -> Edit:
    fact, new = draw.one(made.facts), draw.one(NEW)
    return lambda one: rename_choice(one, "fact", fact.id, "c0", new)


def _rename_shared_choice(draw: Draw, _made: Collection) -> Edit:
    new = draw.one(NEW)
    return lambda one: rename_choice(one, "choice-list", "shared", "c1", new)


def _rename_column(draw: Draw, _made: Collection) -> Edit:
    old, new = draw.one(("value", "length", "old")), draw.one(NEW)
    return lambda one: rename_column(one, "t", old, new)


def _move(draw: Draw, made: Collection) -> Edit:
    sort, to = _sort(draw, made), draw.number(-1, 5)
    name = draw.one(things(made, sort)).id
    return lambda one: edit.move(one, sort, name, to)


def _remove(draw: Draw, made: Collection) -> Edit:
    sort = _sort(draw, made)
    name = draw.one(things(made, sort)).id
    return lambda one: edit.remove(one, sort, name)


def _add(draw: Draw, made: Collection) -> Edit:
    sort = draw.one([sort for sort in SORTS if things(made, sort) and sort != "tree"])
    copy = draw.one(things(made, sort)).model_copy(update={"id": draw.one(NEW)})
    at = draw.number(0, 3)
    return lambda one: edit.add(one, copy, at)


def _connect(draw: Draw, made: Collection) -> Edit:
    tree = _some_tree(draw, made)
    node, target = _some_node(draw, tree), draw.maybe(lambda: _some_node(draw, tree))
    way = draw.one(("next", "unsure", "unknown", "otherwise", "0", "1", "c0", "c1"))
    return lambda one: edit_nodes.connect(one, tree.id, node, way, target)


def _remove_node(draw: Draw, made: Collection) -> Edit:
    tree = _some_tree(draw, made)
    node, target = _some_node(draw, tree), draw.maybe(lambda: _some_node(draw, tree))
    return lambda one: edit_nodes.remove_node(one, tree.id, node, target)


def _duplicate_node(draw: Draw, made: Collection) -> Edit:
    tree, new = _some_tree(draw, made), draw.one(NEW)
    node = _some_node(draw, tree)
    return lambda one: edit_nodes.duplicate_node(one, tree.id, node, new)


def _move_node(draw: Draw, made: Collection) -> Edit:
    tree, to = _some_tree(draw, made), draw.number(-1, 9)
    node = _some_node(draw, tree)
    return lambda one: edit_nodes.move_node(one, tree.id, node, to)


EDITS: Mapping[str, Callable[[Draw, Collection], Edit]] = {
    "rename": _rename,
    "rename node": _rename_node,
    "rename choice": _rename_choice,
    "rename shared choice": _rename_shared_choice,
    "rename column": _rename_column,
    "move": _move,
    "remove": _remove,
    "add": _add,
    "connect": _connect,
    "remove node": _remove_node,
    "duplicate node": _duplicate_node,
    "move node": _move_node,
}


@st.composite
def edits(draw: st.DrawFn, made: Collection, kinds: tuple[str, ...] = tuple(EDITS)) -> Edit:
    """An edit of one of these kinds; it gives the collection back where it cannot be made."""
    drawer = Draw(draw)
    # Edits before may have taken the last tree or fact away.
    there = [kind for kind in kinds if made.facts and made.trees and all(tree.nodes for tree in made.trees)]
    if not there:
        return lambda one: one
    attempt = EDITS[drawer.one(there)](drawer, made)

    def edited(one: Collection) -> Collection:
        try:
            return attempt(one)
        except EditError:
            return one

    return edited
