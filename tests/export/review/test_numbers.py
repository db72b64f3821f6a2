# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers by which the items of a review are cited."""

from typing import get_args

import pytest
from hypothesis import given

from tests.engine.building import Written, collection, end, gate, is_in, one_of, remark
from tests.strategies import collections
from wizard.engine.graph import ways_out
from wizard.export.review.numbers import AUTHORITY_KINDS, PREFIXES, Numbers, anchor_of, walking_order
from wizard.model.authority import AuthorityKind
from wizard.model.collection import Collection

HURT = is_in("hurt", "yes")


def order(*nodes: Written) -> list[str]:
    made = collection(nodes, [one_of("hurt")])
    return [node.id for node in walking_order(made.trees[0])]


def test_the_first_way_is_followed_first_and_where_ways_meet_comes_after_both() -> None:
    nodes = [
        end(),
        remark("b", "meet"),
        gate("g", (HURT, "a"), otherwise="b"),
        remark("a", "a2"),
        remark("a2", "meet"),
        remark("meet", "end"),
    ]
    assert order(nodes[2], *nodes[:2], *nodes[3:]) == ["g", "a", "a2", "b", "meet", "end"]


def test_what_nothing_leads_to_comes_last() -> None:
    assert order(remark("r", "end"), remark("lost", "lost2"), end(), remark("lost2", "end")) == [
        "r",
        "end",
        "lost",
        "lost2",
    ]


@given(collections())
def test_each_step_leads_to_higher_numbers_only(made: Collection) -> None:
    for tree in made.trees:
        ordered = walking_order(tree)
        place = {node.id: number for number, node in enumerate(ordered)}
        assert sorted(place) == sorted(node.id for node in tree.nodes)
        reached = {tree.first}
        for node in ordered:
            if node.id in reached:
                targets = {target for _, target in ways_out(node)}
                assert all(place[target] > place[node.id] for target in targets)
                reached |= targets


def letters(*names: str) -> dict[str, str]:
    made = collection({name: [end()] for name in names})
    return dict(Numbers(made).letters)


def test_each_tree_has_a_letter_of_its_name() -> None:
    names = ("intake", "other-relief", "ftca", "bivens", "qualified-immunity", "section-1983", "state-law")
    assert letters(*names) == {
        # I-94, N-400 and G-28 are forms.
        "intake": "T",
        "other-relief": "O",
        "ftca": "F",
        "bivens": "B",
        "qualified-immunity": "Q",
        "section-1983": "S",
        "state-law": "A",
    }


@pytest.mark.parametrize("count", [24, 60])
def test_many_trees_have_letters_of_their_own(count: int) -> None:
    found = letters(*[f"a{number}" for number in range(count)])
    assert len(set(found.values())) == count
    assert not set(found.values()) & {"I", "N", "G", *PREFIXES.values()}


def test_every_kind_of_authority_has_its_place() -> None:
    assert sorted(AUTHORITY_KINDS) == sorted(get_args(AuthorityKind))


def test_bookmarks_are_named_as_word_allows() -> None:
    assert anchor_of("AU-133") == "item_AU_133"
