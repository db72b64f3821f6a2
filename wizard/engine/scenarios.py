# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the scenarios of a collection."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.engine.answers import AnswerError, read_answers
from wizard.engine.graph import CollectionIndex, TreeGraph, link
from wizard.engine.walk import Walk, walk
from wizard.model.collection import Collection
from wizard.model.names import NodeId, NodeKey, TreeId
from wizard.model.node import SubtreeNode
from wizard.model.scenario import ExpectedDeadline, Scenario
from wizard.model.status import NOT_REACHED


@dataclass(frozen=True)
class ScenarioResult:
    """A scenario with what came out otherwise than expected, one sentence each; `walk` is None if none was possible."""

    scenario: Scenario
    differences: tuple[str, ...]
    walk: Walk | None

    @property
    def holds(self) -> bool:
        """Whether everything came out as expected."""
        return not self.differences


def run_scenarios(collection: Collection | CollectionIndex) -> tuple[ScenarioResult, ...]:
    """Run every scenario of a collection.

    Raises:
        LinkError: a tree of a scenario cannot be linked.
    """
    index = collection if isinstance(collection, CollectionIndex) else CollectionIndex(collection)
    graphs: dict[str, TreeGraph] = {}
    results = []
    for scenario in index.collection.scenarios:
        graph = graphs.get(scenario.tree)
        if graph is None:
            graph = graphs[scenario.tree] = link(index, scenario.tree)
        results.append(run_scenario(index, scenario, graph))
    return tuple(results)


def run_scenario(index: CollectionIndex, scenario: Scenario, graph: TreeGraph | None = None) -> ScenarioResult:
    """Run one scenario.

    Raises:
        LinkError: its tree cannot be linked.
    """
    graph = graph or link(index, scenario.tree)
    try:
        answers = read_answers(index.facts, index.choice_ids, scenario.answers)
    except AnswerError as fault:
        return ScenarioResult(scenario, (str(fault),), None)
    made = walk(graph, answers, scenario.today)
    return ScenarioResult(scenario, tuple(_differences(made, scenario)), made)


def not_visited(index: CollectionIndex, results: Iterable[ScenarioResult]) -> dict[TreeId, tuple[NodeId, ...]]:
    """Return for each tree the nodes that no scenario comes to, in their order, by whichever tree they are walked."""
    passed = {
        (tree_at(result.walk.graph, key), key.rpartition("/")[2])
        for result in results
        if result.walk is not None
        for key in result.walk.path
    }
    return {
        tree.id: tuple(node.id for node in tree.nodes if (tree.id, node.id) not in passed)
        for tree in index.trees.values()
    }


def tree_at(graph: TreeGraph, key: NodeKey) -> TreeId:
    """Return the tree that a place of a linked tree belongs to."""
    entered, _, _ = key.rpartition("/")
    subtree = graph.node(entered) if entered else None
    return subtree.tree if isinstance(subtree, SubtreeNode) else graph.tree


def _differences(made: Walk, scenario: Scenario) -> Iterator[str]:
    expected = scenario.expected
    for claim, status in expected.statuses.items():
        got = made.statuses.get(claim)
        if got != status:
            yield f"The line “{claim}” is {got or NOT_REACHED}, expected {status or NOT_REACHED}"
    keys = [found.key for found in made.found]
    for wanted in expected.findings:
        if not any(_names(wanted, key) for key in keys):
            yield f"The finding “{wanted}” is not on the trail"
    for unwanted in expected.absent:
        if any(_names(unwanted, key) for key in keys):
            yield f"The finding “{unwanted}” is on the trail"
    yield from _deadline_differences(made, expected.deadlines)
    for what, wanted_key, got_key in (("asked", expected.asked, made.asked), ("ended", expected.ended, made.ended)):
        if wanted_key is not None and (got_key is None or not _names(wanted_key, got_key)):
            yield f"The node {what} is “{got_key}”, expected “{wanted_key}”"
    if made.parked:
        yield f"Answers that the trail does not use: {', '.join(made.parked)}"


def _deadline_differences(made: Walk, expected: Mapping[str, ExpectedDeadline]) -> Iterator[str]:
    deadlines = {deadline.rule: deadline for deadline in made.deadlines}
    for rule, wanted in expected.items():
        got = deadlines.get(rule)
        if got is None:
            yield f"The deadline “{rule}” is not shown"
            continue
        for name in wanted.model_fields_set:
            if getattr(got, name) != getattr(wanted, name):
                yield f"The deadline “{rule}” has {name} {getattr(got, name)}, expected {getattr(wanted, name)}"


def _names(wanted: str, key: str) -> bool:
    return key == wanted or key.endswith(f"/{wanted}")
