# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fewest and the most questions, as the README states them, are those that exploration proves."""

import datetime as dt
from pathlib import Path

import pytest

from wizard.engine.explore import Given, explore
from wizard.engine.graph import CollectionIndex, link
from wizard.model.text import Text
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection

README = Path(__file__).parents[2] / "README.md"
TODAY = dt.date(2026, 11, 24)
INDEX = CollectionIndex(read_collection(trees_dir() / "ice-force").collection)

#: ICE alone, an arrest on a street, hands, a minor injury, nothing filed, under two years; the client is the one hurt.
COMMONEST: Given = {
    "officers-present": [frozenset({"ice"})],
    "incident-place": ["public-street"],
    "custody-stage": ["being-arrested"],
    "wrongs": [frozenset({"force"})],
    "force-kind": [frozenset({"physical"})],
    "injury": ["minor"],
    "filed": [frozenset()],
    "incident-date": [dt.date(2026, 10, 5), dt.date(2026, 1, 20), dt.date(2025, 2, 3)],
    "incident-state": [choice.id for choice in INDEX.choices["incident-state"] if choice.id != "abroad"],
    "claimant-kind": ["injured-person"],
    "custody-now": [choice.id for choice in INDEX.choices["custody-now"] if choice.id != "deceased"],
}


def row(title: Text, fewest: int | None, most: int | None) -> str:
    """The row of a tree in the README's table, without its marks of emphasis."""
    return f"| {title.en} | {fewest} | {most} |"


@pytest.mark.parametrize("tree", ["other-relief", "ftca", "bivens", "qualified-immunity", "section-1983", "state-law"])
def test_the_readme_states_what_a_tree_asks_at_the_fewest_and_the_most(tree: str) -> None:
    found = explore(link(INDEX.collection, tree), TODAY)
    title = next(header.title for header in INDEX.collection.manifest.trees if header.id == tree)
    assert found.proven
    assert row(title, found.fewest, found.most) in README.read_text("utf-8").replace("*", "")


def test_the_commonest_case_is_asked_twenty_one_questions_at_the_fewest() -> None:
    found = explore(link(INDEX.collection, "intake"), TODAY, given=COMMONEST)
    assert found.proven
    assert found.questions["in-done"] == (21, 40)
    assert "asks 21 questions at the fewest and 40 at the most" in " ".join(README.read_text("utf-8").split())
