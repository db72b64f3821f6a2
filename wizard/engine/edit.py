# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of a collection's shared things: collection to collection. The one given is left as it was.

Edits of nodes are in `edit_nodes`, new names in `rename`. An edit keeps a collection readable; whether it is sound is
for `check` to say.
"""

from typing import Literal

from wizard.engine.naming import renaming, rewritten
from wizard.engine.rename import must_be_free, own_choices
from wizard.engine.shared_things import (
    SORTS,
    WORDS,
    EditError,
    Sort,
    Thing,
    moved_within,
    position,
    sort_of,
    things,
    with_things,
)
from wizard.model.collection import Collection
from wizard.model.names import ChoiceId, TreeId
from wizard.model.tree import Tree, TreeHeader

#: No name of a thing: what a rename to it changes is where the thing is named.
_NOWHERE = "-"
#: More users than this are not listed in a sentence.
_LISTED = 3


def add(collection: Collection, thing: Thing, at: int | None = None) -> Collection:
    """Return the collection with a new thing at a place among its sort (None: at the end). Trees: see `add_tree`.

    Raises:
        EditError: its id is no name or taken, or it is a tree.
    """
    sort = sort_of(thing)
    _no_tree(sort, "add_tree")
    all_things = list(things(collection, sort))
    must_be_free(thing.id, [one.id for one in all_things], WORDS[sort])
    all_things.insert(len(all_things) if at is None else max(0, at), thing)
    return with_things(collection, sort, all_things)


def put(collection: Collection, thing: Thing) -> Collection:
    """Return the collection with this thing in the place of the one with its id; the same collection if they are equal.

    Raises:
        EditError: there is none of this sort with its id.
    """
    sort = sort_of(thing)
    at = position(collection, sort, thing.id)
    all_things = list(things(collection, sort))
    if all_things[at] == thing:
        return collection
    all_things[at] = thing
    return with_things(collection, sort, all_things)


def remove(collection: Collection, sort: Sort, name: str) -> Collection:
    """Return the collection without a thing that nothing names any more. A tree's header goes with it.

    Raises:
        EditError: there is none, or it is still used, and by what.
    """
    at = position(collection, sort, name)
    users = used_by(collection, sort, name)
    if users:
        more = f" and {len(users) - _LISTED} more" if len(users) > _LISTED else ""
        msg = f"The {WORDS[sort]} “{name}” is still used by {', '.join(users[:_LISTED])}{more}: take it out there first"
        raise EditError(msg)
    all_things = list(things(collection, sort))
    del all_things[at]
    changed = with_things(collection, sort, all_things)
    return _without_header(changed, name) if sort == "tree" else changed


def move(collection: Collection, sort: Sort, name: str, to: int) -> Collection:
    """Return the collection with a thing at another place among its sort; a tree's header goes with it.

    Raises:
        EditError: there is none.
    """
    at = position(collection, sort, name)
    moved = with_things(collection, sort, moved_within(things(collection, sort), at, to))
    if sort != "tree":
        return moved
    headers = {header.id: header for header in collection.manifest.trees}
    in_order = [headers.pop(tree.id) for tree in moved.trees if tree.id in headers]
    return _with_headers(moved, (*in_order, *headers.values()))


def move_choice(
    collection: Collection, holder: Literal["fact", "choice-list"], name: str, choice: ChoiceId, to: int
) -> Collection:
    """Return the collection with a choice of a fact or of a choice list at another place.

    Raises:
        EditError: there is no such choice, or the fact's choices are shared ones.
    """
    at = position(collection, holder, name)
    all_things = list(things(collection, holder))
    choices = own_choices(all_things[at])
    ids = [one.id for one in choices]
    if choice not in ids:
        msg = f"The {WORDS[holder]} “{name}” has no choice “{choice}”: choose one that exists"
        raise EditError(msg)
    moved = moved_within(choices, ids.index(choice), to)
    all_things[at] = all_things[at].model_copy(update={"choices": moved})
    return with_things(collection, holder, all_things)


def used_by(collection: Collection, sort: Sort, name: str) -> tuple[str, ...]:
    """Return what names a thing, in words: `fact “hurt”`, `node “q-hurt” of “ftca”`. A scenario's own tree counts."""
    change = renaming(sort, name, _NOWHERE)
    users: list[str] = []
    for one in SORTS:
        for thing in things(collection, one):
            if isinstance(thing, Tree):
                nodes = [node.id for node in thing.nodes if rewritten(node, change) is not node]
                users += [f"node “{node}” of “{thing.id}”" for node in nodes]
            elif rewritten(thing, change) is not thing:
                users.append(f"{WORDS[one]} “{thing.id}”")
    return tuple(users)


# --- trees -----------------------------------------------------------------------------


def add_tree(collection: Collection, header: TreeHeader, tree: Tree) -> Collection:
    """Return the collection with a new tree and its header, at the end.

    Raises:
        EditError: the two have different ids, or the id is no name or taken.
    """
    if header.id != tree.id:
        msg = f"The header is of “{header.id}”, the tree is “{tree.id}”: give both the same id"
        raise EditError(msg)
    taken = [one.id for one in collection.trees] + [one.id for one in collection.manifest.trees]
    must_be_free(tree.id, taken, WORDS["tree"])
    trees = collection.model_copy(update={"trees": (*collection.trees, tree)})
    return _with_headers(trees, (*collection.manifest.trees, header))


def put_header(collection: Collection, header: TreeHeader) -> Collection:
    """Return the collection with this header of a tree in the place of the one before.

    Raises:
        EditError: there is no header with its id.
    """
    headers = list(collection.manifest.trees)
    for at, one in enumerate(headers):
        if one.id == header.id:
            headers[at] = header
            return collection if one == header else _with_headers(collection, headers)
    msg = f"There is no tree “{header.id}”: choose one that exists"
    raise EditError(msg)


def _with_headers(collection: Collection, headers: "list[TreeHeader] | tuple[TreeHeader, ...]") -> Collection:
    manifest = collection.manifest.model_copy(update={"trees": tuple(headers)})
    return collection.model_copy(update={"manifest": manifest})


def _without_header(collection: Collection, tree: TreeId) -> Collection:
    return _with_headers(collection, [header for header in collection.manifest.trees if header.id != tree])


def _no_tree(sort: Sort, instead: str) -> None:
    if sort == "tree":
        msg = f"A tree comes with its header: use {instead}"
        raise EditError(msg)
