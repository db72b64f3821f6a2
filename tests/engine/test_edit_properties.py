# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds of every edit: the collection given stays as it was, what is not changed is shared, all can be read."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.edit_strategies import edits
from tests.strategies import TODAY, answers, collections
from wizard.engine.check import problems
from wizard.engine.explore import explore
from wizard.engine.graph import LinkError, link
from wizard.engine.rename import rename, rename_node
from wizard.engine.walk import Walk, walk
from wizard.model.collection import Collection
from wizard.model.problem import Severity
from wizard.storage.collections import files_of
from wizard.storage.jsonfile import to_bytes, value_of

drawn = st.data()


def a_collection(data: st.DataObject) -> Collection:
    return data.draw(collections(), label="collection")


@given(drawn)
def test_an_edit_never_changes_the_collection_it_was_given(data: st.DataObject) -> None:
    made = a_collection(data)
    before, again = files_of(made), made.model_copy(deep=True)
    data.draw(edits(made), label="edit")(made)
    assert made == again
    assert files_of(made) == before


@given(drawn)
def test_edits_one_after_another_keep_every_collection_on_the_way(data: st.DataObject) -> None:
    states = [a_collection(data)]
    written = [files_of(states[0])]
    for _ in range(4):
        states.append(data.draw(edits(states[-1]), label="edit")(states[-1]))
        written.append(files_of(states[-1]))
    assert [files_of(state) for state in states] == written


@given(drawn)
def test_nodes_that_an_edit_does_not_change_are_shared(data: st.DataObject) -> None:
    made = a_collection(data)
    after = data.draw(edits(made), label="edit")(made)
    before = {(tree.id, node.id): node for tree in made.trees for node in tree.nodes}
    for tree in after.trees:
        for node in tree.nodes:
            old = before.get((tree.id, node.id))
            assert old is None or node is old or node != old
    old_facts = {fact.id: fact for fact in made.facts}
    assert all(fact is old_facts.get(fact.id) or fact != old_facts.get(fact.id) for fact in after.facts)


@given(drawn)
def test_what_an_edit_gives_can_be_written_and_read_again(data: st.DataObject) -> None:
    made = a_collection(data)
    after = data.draw(edits(made), label="edit")(made)
    assert Collection.model_validate(after.model_dump()) == after
    for tree in after.trees:
        again = value_of(type(tree), to_bytes(tree), Path("a.tree.json"))
        assert again == tree
        assert to_bytes(again) == to_bytes(tree)
    manifest = value_of(type(after.manifest), to_bytes(after.manifest), Path("collection.json"))
    assert manifest == after.manifest
    assert to_bytes(manifest) == to_bytes(after.manifest)


@given(drawn)
def test_edits_other_than_connecting_and_removing_keep_a_tree_without_circles(data: st.DataObject) -> None:
    made = a_collection(data)
    kinds = ("rename", "rename node", "rename choice", "rename column", "move", "duplicate node", "move node", "add")
    after = data.draw(edits(made, kinds), label="edit")(made)
    for tree in after.trees:
        link(after, tree.id)


@given(drawn)
def test_removing_a_node_never_leaves_a_way_that_leads_to_nothing(data: st.DataObject) -> None:
    made = a_collection(data)
    after = data.draw(edits(made, ("remove node",)), label="edit")(made)
    # Told to lead back, a way may make a circle; it never leads to nothing.
    assert {kind for tree in after.trees for kind in faults(after, tree.id)} <= {"cycle"}


def faults(made: Collection, tree: str) -> list[str]:
    """The kinds of what keeps a tree from being linked."""
    try:
        link(made, tree)
    except LinkError as fault:
        return [problem.kind for problem in fault.problems]
    return []


def shape(made: Walk) -> list[tuple[int, str, str]]:
    """A walk by the numbers of its nodes, which no name changes."""
    return [(number, how, via) for number, how, via, _, _ in made.taken]


@given(drawn)
def test_a_new_name_changes_no_walk(data: st.DataObject) -> None:
    made = a_collection(data)
    given_answers = data.draw(answers(made, complete=True), label="answers")
    fact = data.draw(st.sampled_from(sorted(given_answers)), label="fact")
    claim = made.manifest.claims[0].id
    after = rename(rename(made, "fact", fact, "anew"), "claim", claim, "also-new")
    after = rename_node(after, "outer", made.trees[0].nodes[-1].id, "last")
    before_walk = walk(link(made, "outer"), given_answers, TODAY)
    renamed = {("anew" if name == fact else name): value for name, value in given_answers.items()}
    after_walk = walk(link(after, "outer"), renamed, TODAY)
    assert shape(after_walk) == shape(before_walk)
    statuses = {("also-new" if name == claim else name): status for name, status in before_walk.statuses.items()}
    assert after_walk.statuses == statuses
    assert [one.act_by for one in after_walk.deadlines] == [one.act_by for one in before_walk.deadlines]


@given(drawn)
def test_a_new_name_changes_nothing_that_exploration_finds(data: st.DataObject) -> None:
    made = a_collection(data)
    after = data.draw(edits(made, ("rename", "rename column", "move")), label="edit")(made)
    outer = next((tree.id for tree in after.trees if tree.first == made.trees[0].first and tree.id != "inner"), "outer")
    one, other = explore(link(made, "outer"), TODAY), explore(link(after, outer), TODAY)
    if len(one.graph.keys) == len(other.graph.keys):
        assert (one.fewest, one.most, len(one.reached)) == (other.fewest, other.most, len(other.reached))


@given(drawn)
def test_a_new_name_makes_no_reference_lead_to_nothing(data: st.DataObject) -> None:
    made = a_collection(data)
    after = data.draw(edits(made, ("rename", "rename node", "rename choice", "rename shared choice")), label="edit")(
        made
    )

    def kinds(one: Collection) -> list[str]:
        return sorted(found.kind for found in problems(one, TODAY) if found.severity is Severity.ERROR)

    assert kinds(after) == kinds(made)
