# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of shared things and of nodes, one by one."""

from collections.abc import Callable

import pytest

from tests.engine.building import (
    CALENDAR,
    TODAY,
    a_rule,
    any_of,
    ask,
    choice,
    collection,
    end,
    enter,
    finding,
    gate,
    is_in,
    one_of,
    remark,
    words,
)
from wizard.engine import edit, edit_nodes
from wizard.engine.check import problems
from wizard.engine.graph import link
from wizard.engine.shared_things import SORTS, EditError, things
from wizard.model.collection import Collection
from wizard.model.fact import Fact
from wizard.model.node import EndNode, Node
from wizard.model.tree import Tree, TreeHeader

NODES = [
    ask("q", "hurt", {"yes": "f", "no": "g"}, "g"),
    finding("f", "g"),
    gate("g", (is_in("hurt", "yes"), "r"), (is_in("hurt", "no"), "end"), otherwise="end", unknown="r"),
    remark("r", "end"),
    end(),
]
MADE = collection(NODES, [one_of("hurt"), one_of("other")])


def node(made: Collection, name: str) -> Node:
    """A node of the tree `t`."""
    return next(node for node in made.trees[0].nodes if node.id == name)


def names(made: Collection) -> list[str]:
    """The ids of the nodes of the tree `t`, in order."""
    return [node.id for node in made.trees[0].nodes]


def ways(made: Collection, name: str) -> dict[str, str]:
    """Where the ways out of a node lead."""
    graph = link(made, "t")
    return {way.name: graph.keys[way.target] for way in graph.ways[graph.number[name]]}


def a_fact(name: str) -> Fact:
    return Fact.model_validate(one_of(name))


# --- shared things ---------------------------------------------------------------------


def test_a_thing_is_added_at_the_end_or_at_its_place() -> None:
    assert [fact.id for fact in edit.add(MADE, a_fact("new")).facts] == ["hurt", "other", "new"]
    assert [fact.id for fact in edit.add(MADE, a_fact("new"), 1).facts] == ["hurt", "new", "other"]
    assert [fact.id for fact in edit.add(MADE, a_fact("new"), -5).facts] == ["new", "hurt", "other"]


def test_a_thing_of_every_sort_can_be_added_put_moved_and_removed() -> None:
    full = collection(
        NODES,
        [one_of("hurt"), one_of("other")],
        {
            "against": [{"id": "us", "title": words("us")}, {"id": "officer", "title": words("officer")}],
            "conditions": [{"id": "c", "title": "c", "when": is_in("hurt", "yes")}],
            "deadline_rules": [a_rule("due")],
            "glossary": [{"id": "bivens", "term": words("Bivens"), "meaning": words("a case")}],
        },
        choice_lists=[{"id": "states", "title": words("states"), "choices": [choice("tx")]}],
        tables=[{"id": "t", "title": words("t"), "fact": "hurt", "columns": [], "rows": []}],
        calendars=[CALENDAR],
        scenarios=[{"id": "s", "tree": "t", "title": "s", "today": "2026-11-24", "answers": {}, "expected": {}}],
    )
    for sort in SORTS:
        if sort == "tree":
            continue
        (first, *_) = things(full, sort)
        copy = first.model_copy(update={"id": "copy"})
        added = edit.add(full, copy)
        assert things(added, sort)[-1] is copy
        assert things(edit.move(added, sort, "copy", 0), sort)[0] is copy
        assert edit.remove(added, sort, "copy") == full
        field = "citation" if sort == "authority" else "title" if "title" in type(copy).model_fields else None
        if field is not None:
            put = edit.put(added, copy.model_copy(update={field: getattr(copy, field)}))
            assert put is added


def test_a_thing_is_put_in_the_place_of_the_one_before() -> None:
    changed = a_fact("hurt").model_copy(update={"title": a_fact("changed").title})
    after = edit.put(MADE, changed)
    assert after.facts == (changed, MADE.facts[1])
    assert after.facts[1] is MADE.facts[1]
    assert edit.put(after, changed) is after


def test_a_thing_that_nothing_uses_is_removed() -> None:
    assert [fact.id for fact in edit.remove(MADE, "fact", "other").facts] == ["hurt"]


def test_a_thing_still_used_is_not_removed_and_its_users_are_named() -> None:
    with pytest.raises(EditError) as refused:
        edit.remove(MADE, "fact", "hurt")
    assert str(refused.value) == (
        "The fact “hurt” is still used by node “q” of “t”, node “g” of “t”: take it out there first"
    )


def test_many_users_are_counted() -> None:
    made = collection([*[finding(f"f{number}", f"f{number + 1}") for number in range(5)], end("f5")])
    with pytest.raises(EditError, match=r"“f0” of “t”, node “f1” of “t”, node “f2” of “t” and 2 more: take"):
        edit.remove(made, "claim", "ftca")


def test_a_placeholder_in_a_text_is_a_use() -> None:
    made = collection([finding("f", "end", reason=words("because {fact:hurt}")), end()], [one_of("hurt")])
    assert edit.used_by(made, "fact", "hurt") == ("node “f” of “t”",)


@pytest.mark.parametrize(
    ("attempt", "sentence"),
    [
        (lambda: edit.add(MADE, a_fact("hurt")), "There is a fact “hurt” already: choose another name"),
        (lambda: edit.put(MADE, a_fact("gone")), "There is no fact “gone”: choose one that exists"),
        (lambda: edit.remove(MADE, "table", "gone"), "There is no table “gone”: choose one that exists"),
        (lambda: edit.move(MADE, "claim", "gone", 0), "There is no claim “gone”: choose one that exists"),
        (lambda: edit.add(MADE, MADE.trees[0]), "A tree comes with its header: use add_tree"),
        (
            lambda: edit.add(MADE, a_fact("hurt").model_copy(update={"id": "Two words"})),
            "“Two words” is no name: use small letters a to z, figures and single hyphens",
        ),
        (
            lambda: edit.move_choice(MADE, "fact", "hurt", "gone", 0),
            "The fact “hurt” has no choice “gone”: choose one that exists",
        ),
    ],
)
def test_an_edit_that_cannot_be_made_says_why(attempt: Callable[[], object], sentence: str) -> None:
    with pytest.raises(EditError) as refused:
        attempt()
    assert str(refused.value) == sentence


def test_choices_are_put_in_another_order() -> None:
    made = collection([end()], [any_of("harms", "a", "b", "c")])
    choices = edit.move_choice(made, "fact", "harms", "c", 0).facts[0].choices
    assert isinstance(choices, tuple)
    assert [one.id for one in choices] == ["c", "a", "b"]


def test_the_choices_of_a_shared_list_are_moved_in_the_list() -> None:
    fact = {**one_of("state"), "choices": {"list": "states"}}
    lists = [{"id": "states", "title": words("states"), "choices": [choice("tx"), choice("ca")]}]
    made = collection([end()], [fact], choice_lists=lists)
    moved = edit.move_choice(made, "choice-list", "states", "ca", 0)
    assert [one.id for one in moved.choice_lists[0].choices] == ["ca", "tx"]
    with pytest.raises(EditError, match=r"The choices of “state” are those of the list “states”: change them there"):
        edit.move_choice(made, "fact", "state", "ca", 0)


def header(name: str) -> TreeHeader:
    return MADE.manifest.trees[0].model_copy(update={"id": name})


def test_a_tree_comes_and_goes_with_its_header() -> None:
    tree = Tree.model_validate({"id": "new", "first": "end", "nodes": [end()]})
    added = edit.add_tree(MADE, header("new"), tree)
    assert [one.id for one in added.manifest.trees] == ["t", "new"]
    assert edit.remove(added, "tree", "new") == MADE
    moved = edit.move(added, "tree", "new", 0)
    assert [one.id for one in moved.manifest.trees] == [one.id for one in moved.trees] == ["new", "t"]
    with pytest.raises(EditError, match="give both the same id"):
        edit.add_tree(MADE, header("other"), tree)
    with pytest.raises(EditError, match="There is a tree “new” already"):
        edit.add_tree(added, header("new"), tree)


def test_a_tree_that_another_enters_is_not_removed() -> None:
    made = collection({"t": [enter("e", "u", "end"), end()], "u": [end()]})
    with pytest.raises(EditError, match=r"still used by node “e” of “t”"):
        edit.remove(made, "tree", "u")


def test_a_header_is_put_in_its_place() -> None:
    changed = header("t").model_copy(update={"starts": False})
    assert edit.put_header(MADE, changed).manifest.trees == (changed,)
    assert edit.put_header(MADE, header("t")) is MADE
    with pytest.raises(EditError, match="There is no tree “gone”"):
        edit.put_header(MADE, header("gone"))


# --- nodes -----------------------------------------------------------------------------

LOST = EndNode.model_validate(end("lost"))


def test_a_node_is_added_at_the_end_or_at_its_place_and_nothing_leads_to_it() -> None:
    assert names(edit_nodes.add_node(MADE, "t", LOST)) == ["q", "f", "g", "r", "end", "lost"]
    added = edit_nodes.add_node(MADE, "t", LOST, 1)
    assert names(added) == ["q", "lost", "f", "g", "r", "end"]
    assert "node-orphan" in {problem.kind for problem in problems(added, TODAY)}


def test_a_node_is_put_in_the_place_of_the_one_before() -> None:
    changed = node(MADE, "r").model_copy(update={"topic": "now"})
    after = edit_nodes.put_node(MADE, "t", changed)
    assert node(after, "r") is changed
    assert all(node(after, name) is node(MADE, name) for name in ("q", "f", "g", "end"))
    assert edit_nodes.put_node(after, "t", changed.model_copy()) is after


def test_a_copy_of_a_node_stands_after_it() -> None:
    copied = edit_nodes.duplicate_node(MADE, "t", "f", "f-two")
    assert names(copied) == ["q", "f", "f-two", "g", "r", "end"]
    assert node(copied, "f-two").model_copy(update={"id": "f"}) == node(MADE, "f")


def test_what_led_to_a_removed_node_leads_on_to_where_it_led() -> None:
    after = edit_nodes.remove_node(MADE, "t", "f")
    assert names(after) == ["q", "g", "r", "end"]
    assert ways(after, "q") == {"yes": "g", "no": "g", "unsure": "g"}
    after = edit_nodes.remove_node(after, "t", "r")
    assert ways(after, "g") == {"0": "end", "1": "end", "otherwise": "end", "unknown": "end"}


def test_what_led_to_a_removed_node_leads_where_it_is_told_to() -> None:
    assert ways(edit_nodes.remove_node(MADE, "t", "g", "r"), "f") == {"next": "r"}
    with pytest.raises(EditError, match=r"“g” does not lead to one node: say where what leads to it shall lead"):
        edit_nodes.remove_node(MADE, "t", "g")
    with pytest.raises(EditError, match=r"There is no node “gone” in the tree “t”"):
        edit_nodes.remove_node(MADE, "t", "g", "gone")
    with pytest.raises(EditError, match=r"There is no node “g” in the tree “t”"):
        edit_nodes.remove_node(MADE, "t", "g", "g")
    with pytest.raises(EditError, match=r"“end” does not lead to one node"):
        edit_nodes.remove_node(MADE, "t", "end")


def test_a_node_that_nothing_leads_to_is_just_removed() -> None:
    assert edit_nodes.remove_node(edit_nodes.add_node(MADE, "t", LOST), "t", "lost") == MADE


def test_a_tree_without_its_first_node_begins_at_the_next() -> None:
    made = collection([remark("r", "end"), end()])
    assert edit_nodes.remove_node(made, "t", "r").trees[0].first == "end"


@pytest.mark.parametrize(
    ("name", "way", "target", "expected"),
    [
        ("q", "yes", "end", {"yes": "end", "no": "g", "unsure": "g"}),
        ("q", "unsure", "end", {"yes": "f", "no": "g", "unsure": "end"}),
        ("q", "unsure", None, {"yes": "f", "no": "g"}),
        ("q", "next", "f", {"next": "f", "unsure": "g"}),
        ("f", "next", "end", {"next": "end"}),
        ("g", "0", "end", {"0": "end", "1": "end", "otherwise": "end", "unknown": "r"}),
        ("g", "otherwise", "r", {"0": "r", "1": "end", "otherwise": "r", "unknown": "r"}),
        ("g", "unknown", None, {"0": "r", "1": "end", "otherwise": "end"}),
    ],
)
def test_a_way_out_is_connected(name: str, way: str, target: str | None, expected: dict[str, str]) -> None:
    assert ways(edit_nodes.connect(MADE, "t", name, way, target), name) == expected


def test_a_question_whose_answers_all_lead_on_alike_leads_apart_once_one_choice_is_connected() -> None:
    made = collection([ask("q", "hurt", "f"), finding("f", "end"), end()], [one_of("hurt")])
    after = edit_nodes.connect(made, "t", "q", "no", "end")
    assert ways(after, "q") == {"yes": "f", "no": "end"}
    assert ways(edit_nodes.connect(after, "t", "q", "next", "end"), "q") == {"next": "end"}


@pytest.mark.parametrize(
    ("name", "way", "target"),
    [
        ("q", "perhaps", "end"),
        ("q", "yes", None),
        ("q", "otherwise", "end"),
        ("f", "yes", "end"),
        ("f", "next", None),
        ("g", "2", "end"),
        ("g", "-1", "end"),
        ("g", "٣", "end"),
        ("g", "otherwise", None),
        ("end", "next", "r"),
    ],
)
def test_a_way_out_that_a_node_cannot_have_is_refused(name: str, way: str, target: str | None) -> None:
    with pytest.raises(EditError, match=rf"“{name}” has no way out “{way}” that could lead"):
        edit_nodes.connect(MADE, "t", name, way, target)


def test_nothing_leads_to_a_node_that_is_not_there() -> None:
    with pytest.raises(EditError, match="There is no node “gone” in the tree “t”"):
        edit_nodes.connect(MADE, "t", "f", "next", "gone")
    with pytest.raises(EditError, match="There is no node “gone” in the tree “t”"):
        edit_nodes.connect(MADE, "t", "gone", "next", "f")
    with pytest.raises(EditError, match="There is no tree “gone”"):
        edit_nodes.connect(MADE, "gone", "f", "next", "end")


def test_nodes_and_branches_are_put_in_another_order() -> None:
    assert names(edit_nodes.move_node(MADE, "t", "r", 0)) == ["r", "q", "f", "g", "end"]
    assert edit_nodes.move_node(MADE, "t", "r", 0).trees[0].first == "q"
    after = edit_nodes.move_branch(MADE, "t", "g", 1, 0)
    assert ways(after, "g")["0"] == "end"
    for name, at in (("g", 2), ("f", 0)):
        with pytest.raises(EditError, match=rf"“{name}” is no gate with a branch {at + 1}"):
            edit_nodes.move_branch(MADE, "t", name, at, 0)


def test_a_tree_begins_where_it_is_told_to() -> None:
    assert link(edit_nodes.set_first(MADE, "t", "g"), "t").keys == ("g", "r", "end")
    assert edit_nodes.set_first(MADE, "t", "q") is MADE
