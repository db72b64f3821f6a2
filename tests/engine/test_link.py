# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees linked with their subtrees, and what cannot be linked."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import ask, collection, end, enter, finding, gate, is_in, one_of, remark
from tests.strategies import collections
from wizard.engine.graph import (
    MOST_PLACES,
    NEXT,
    OTHERWISE,
    UNKNOWN,
    UNSURE,
    CollectionIndex,
    LinkError,
    TreeGraph,
    link,
)
from wizard.model.collection import Collection

FACTS = [one_of("hurt")]


def problem_of(made: Collection, tree: str = "t") -> str:
    """The one problem that keeps a tree from being linked, as `kind place: message`."""
    with pytest.raises(LinkError) as caught:
        link(made, tree)
    (problem,) = caught.value.problems
    assert problem.mend
    assert str(caught.value) == str(problem)
    return f"{problem.kind} {problem.place}: {problem.message}"


def test_a_question_has_a_way_out_for_each_choice_and_one_for_not_sure_yet() -> None:
    graph = link(
        collection([ask("q", "hurt", {"yes": "f", "no": "end"}, "end"), finding("f", "end"), end()], FACTS), "t"
    )
    assert graph.keys == ("q", "f", "end")
    assert [(way.name, graph.keys[way.target]) for way in graph.ways[0]] == [
        ("yes", "f"),
        ("no", "end"),
        (UNSURE, "end"),
    ]
    assert [way.name for way in graph.ways[1]] == [NEXT]
    assert graph.ways[2] == ()


def test_a_gate_has_a_way_out_for_each_branch_one_otherwise_and_one_for_what_is_not_known() -> None:
    branches = [(is_in("hurt", "yes"), "f"), (is_in("hurt", "no"), "end")]
    nodes = [gate("g", *branches, otherwise="end", unknown="end", labels=["Hurt", "Not"]), finding("f", "end"), end()]
    graph = link(collection(nodes, FACTS), "t")
    assert [way.name for way in graph.ways[0]] == ["0", "1", OTHERWISE, UNKNOWN]
    labels = [graph.label(way) for way in graph.ways[0]]
    assert [label.en if label else None for label in labels] == ["Hurt", "Not", "Otherwise", "Not known"]


def test_two_choices_that_lead_to_one_node_are_two_ways() -> None:
    graph = link(collection([ask("q", "hurt", {"yes": "end", "no": "end"}), end()], FACTS), "t")
    assert [way.name for way in graph.ways[0]] == ["yes", "no"]


def test_a_subtree_used_twice_is_two_places_and_its_ends_lead_on() -> None:
    trees = {
        "outer": [enter("one", "inner", "two"), enter("two", "inner", "end"), end()],
        "inner": [remark("r", "done"), end("done")],
    }
    graph = link(collection(trees), "outer")
    assert graph.keys == ("one", "one/r", "one/done", "two", "two/r", "two/done", "end")
    assert graph.node("one/r") is graph.node("two/r")
    assert [graph.keys[way.target] for way in graph.ways[graph.number["one/done"]]] == ["two"]
    assert [graph.keys[way.target] for way in graph.ways[graph.number["two/done"]]] == ["end"]


def test_a_subtree_within_a_subtree_has_both_in_its_key() -> None:
    trees = {
        "outer": [enter("a", "middle", "end"), end()],
        "middle": [enter("b", "inner", "end"), end()],
        "inner": [end("done")],
    }
    assert link(collection(trees), "outer").keys == ("a", "a/b", "a/b/done", "a/end", "end")


def test_nodes_that_nothing_leads_to_are_left_out() -> None:
    assert link(collection([remark("r", "end"), remark("lost", "end"), end()]), "t").keys == ("r", "end")


def test_a_tree_begins_at_its_first_node_wherever_that_stands_in_the_file() -> None:
    made = collection([end(), remark("r", "end")])
    tree = made.trees[0].model_copy(update={"first": "r"})
    assert link(made.model_copy(update={"trees": (tree,)}), "t").keys == ("r", "end")


def test_a_target_that_does_not_exist_is_named_with_the_way_that_leads_there() -> None:
    assert problem_of(collection([ask("q", "hurt", {"yes": "end", "no": "gone"}), end()], FACTS)) == (
        "node-missing t/q no: It leads to “gone”, which does not exist"
    )


def test_every_broken_way_is_named() -> None:
    made = collection([ask("q", "hurt", {"yes": "gone", "no": "lost"}, "nowhere"), end()], FACTS)
    with pytest.raises(LinkError) as caught:
        link(made, "t")
    assert [problem.place.field for problem in caught.value.problems] == ["yes", "no", UNSURE]


def test_a_first_node_that_does_not_exist_is_named() -> None:
    made = collection([end()])
    tree = made.trees[0].model_copy(update={"first": "gone"})
    problem = problem_of(made.model_copy(update={"trees": (tree,)}))
    assert problem == "node-missing t first: The first node “gone” does not exist"


def test_two_nodes_with_one_id_are_refused() -> None:
    assert problem_of(collection([end(), end()])) == "node-twice t: Two nodes have one id"


def test_a_tree_that_does_not_exist_is_named() -> None:
    assert problem_of(collection([end()]), "u") == "tree-missing u: There is no tree “u”"
    assert problem_of(collection([enter("e", "u", "end"), end()])).startswith("tree-missing u: There is no tree “u”")


def test_a_subtree_that_contains_itself_is_named() -> None:
    assert problem_of(collection([enter("e", "t", "end"), end()])).startswith("subtree-within-itself t: ")
    trees = {"t": [enter("e", "u", "end"), end()], "u": [enter("e", "t", "end"), end()]}
    assert problem_of(collection(trees)) == "subtree-within-itself t: The tree “t” contains itself"


def test_a_circle_is_named_node_by_node_in_the_direction_of_the_ways() -> None:
    nodes = [
        remark("a", "b"),
        remark("b", "c"),
        remark("c", "d"),
        gate("d", (is_in("hurt", "yes"), "b"), otherwise="e"),
    ]
    problem = problem_of(collection([*nodes, end("e")], FACTS))
    assert problem.partition(": ")[2].removeprefix("The nodes lead round in a circle: ") in (
        "b → c → d → b",
        "c → d → b → c",
        "d → b → c → d",
    )


def test_a_node_that_leads_to_itself_is_a_circle() -> None:
    assert problem_of(collection([remark("a", "a"), end()])).endswith("in a circle: a → a")


def test_subtrees_that_multiply_without_end_are_refused_before_memory_is_full() -> None:
    depth = 24
    trees = {
        f"t{level}": [enter("a", f"t{level + 1}", "b"), enter("b", f"t{level + 1}", "end"), end()]
        for level in range(depth)
    }
    made = collection({**trees, f"t{depth}": [end()]})
    assert f"more than {MOST_PLACES} places" in problem_of(made, "t0")


@given(collections())
def test_numbers_follow_the_ways_from_the_first_node(made: Collection) -> None:
    graph = link(made, "outer")
    assert all(way.target > way.source for ways in graph.ways for way in ways)
    assert all(way.source == number for number, ways in enumerate(graph.ways) for way in ways)
    assert len(set(graph.keys)) == len(graph.keys)
    led_to = {way.target for ways in graph.ways for way in ways}
    assert led_to == set(range(1, len(graph.keys)))


@given(collections(), st.randoms(use_true_random=False))
def test_the_order_of_the_nodes_in_the_file_changes_no_way(made: Collection, random: Random) -> None:
    index = CollectionIndex(made)
    shuffled = []
    for tree in made.trees:
        nodes = list(tree.nodes)
        random.shuffle(nodes)
        shuffled.append(tree.model_copy(update={"nodes": tuple(nodes)}))
    other = link(made.model_copy(update={"trees": tuple(shuffled)}), "outer")
    graph = link(index, "outer")
    assert ways_in(graph) == ways_in(other)


def ways_in(graph: TreeGraph) -> set[tuple[str, str, str]]:
    return {(graph.keys[way.source], way.name, graph.keys[way.target]) for ways in graph.ways for way in ways}
