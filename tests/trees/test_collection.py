# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bundled collection: nothing found wrong, all scenarios hold, every tree proven, every node reached."""

import datetime as dt
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from wizard.engine.check import problems
from wizard.engine.explore import Exploration, explore
from wizard.engine.graph import CollectionIndex, TreeGraph, link
from wizard.engine.scenarios import not_visited, run_scenarios
from wizard.engine.walk import walk
from wizard.model.collection import AuthorityFile, Collection, FactFile, Manifest
from wizard.model.node import FindingNode
from wizard.model.scenario import ScenarioFile
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree
from wizard.model.value import Value
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection
from wizard.storage.jsonfile import to_bytes, value_of

#: The trees are proven for a day of the bundled law, as the dates of deadlines move with it.
TODAY = dt.date(2026, 11, 24)

FOLDERS = sorted(manifest.parent for manifest in trees_dir().glob("*/collection.json"))
TREES = [(folder, file.name.removesuffix(".tree.json")) for folder in FOLDERS for file in folder.glob("*.tree.json")]

#: Nodes of a bundled tree that no answers reach, by place, with the reason why they stay.
UNREACHED: dict[str, str] = {}
#: Nodes that no scenario visits, as `tree/node`, with the reason.
NOT_VISITED: dict[str, str] = {}


def name_of(part: object) -> str:
    return part.name if isinstance(part, Path) else str(part)


@cache
def collection_in(folder: Path) -> Collection:
    return read_collection(folder).collection


@cache
def exploration_of(folder: Path, tree: str) -> Exploration:
    return explore(link(collection_in(folder), tree), TODAY, count_questions=False)


def test_there_is_a_bundled_collection() -> None:
    assert [folder.name for folder in FOLDERS] == ["ice-force"]
    assert {tree for _, tree in TREES} == {
        *("intake", "other-relief", "ftca", "bivens", "qualified-immunity", "section-1983", "state-law"),
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_nothing_is_found_wrong(folder: Path) -> None:
    found = problems(collection_in(folder), collection_in(folder).manifest.law_checked_on)
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_every_scenario_holds(folder: Path) -> None:
    results = run_scenarios(collection_in(folder))
    assert results
    assert {result.scenario.id: result.differences for result in results if not result.holds} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_every_tree_has_a_scenario(folder: Path) -> None:
    collection = collection_in(folder)
    assert {scenario.tree for scenario in collection.scenarios} == {tree.id for tree in collection.trees}


READ: dict[str, Callable[[bytes, Path], Value]] = {
    "collection.json": partial(value_of, Manifest),
    "facts.json": partial(value_of, FactFile),
    "authorities.json": partial(value_of, AuthorityFile),
    ".tree.json": partial(value_of, Tree),
    ".table.json": partial(value_of, Table),
    ".calendar.json": partial(value_of, Calendar),
    ".scenarios.json": partial(value_of, ScenarioFile),
}


@pytest.mark.parametrize("file", sorted(trees_dir().rglob("*.json")), ids=name_of)
def test_a_file_read_and_written_again_has_the_same_bytes(file: Path) -> None:
    read = next(read for end, read in READ.items() if file.name.endswith(end))
    data = file.read_bytes()
    assert to_bytes(read(data, file)) == data


@pytest.mark.parametrize(("folder", "tree"), TREES, ids=name_of)
def test_every_tree_is_proven_and_every_node_and_way_reached(folder: Path, tree: str) -> None:
    found = exploration_of(folder, tree)
    assert (found.proven, found.why_not) == (True, "")
    assert set(found.graph.keys) - found.reached == UNREACHED.keys() & set(found.graph.keys)
    assert found.unknown_without_branch == frozenset()
    assert found.asked_again == frozenset()


@pytest.mark.parametrize(("folder", "tree"), TREES, ids=name_of)
def test_real_answers_lead_to_every_finding_and_every_end(folder: Path, tree: str) -> None:
    found = exploration_of(folder, tree)
    graph = found.graph
    shown = [key for key in graph.keys if is_result(graph, key) and key in found.reached]
    assert shown
    for key in shown:
        answers = found.answers_to(key)
        assert answers is not None
        assert key in walk(graph, answers, TODAY).path


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_scenarios_visit_every_node(folder: Path) -> None:
    collection = collection_in(folder)
    index = CollectionIndex(collection)
    missed = not_visited(index, run_scenarios(index))
    assert {f"{tree}/{node}" for tree, nodes in missed.items() for node in nodes} == NOT_VISITED.keys()


def is_result(graph: TreeGraph, key: str) -> bool:
    node = graph.node(key)
    return isinstance(node, FindingNode) or node.kind == "end"
