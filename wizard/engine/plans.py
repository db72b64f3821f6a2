# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a walk does at each node, worked out once for a linked tree: a walk looks it up and follows."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from wizard.engine.answers import fitting
from wizard.engine.board import Found
from wizard.engine.conditions import Situation, Truth
from wizard.engine.graph import NEXT, OTHERWISE, UNKNOWN, UNSURE, TreeGraph
from wizard.engine.regions import slot_of
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, FactId
from wizard.model.node import FindingNode, GateNode, QuestionNode
from wizard.model.status import BADNESS, Status

#: How a step was passed: answered here; known from an earlier step; branched by a gate; left open ("not sure yet");
#: a finding noted; a subtree entered.
How = Literal["answered", "known", "branched", "unsure", "noted", "entered"]

#: A step as the walk takes it down: the number of its node, how it was passed, the way out, the fact and its value.
Taken = tuple[int, How, str, FactId | None, AnswerValue]

#: A way out: the step that it is, and the number of the node that it leads to.
WayOut = tuple[Taken, int]


# Plain tuples, not named ones: Python takes those apart several times faster, hundreds of times a walk.

#: A question: its fact; for a *one of* fact the node that each choice leads to; for another whether a value fits it;
#: the node that all answers lead to, if they do; the node that "not sure yet" leads to, if it may be left open.
QuestionPlan = tuple[FactId, Mapping[AnswerValue, int] | None, Callable[[AnswerValue], bool], int | None, int | None]

#: A branch of a gate: `truth`, `settles`, `facts` and `claims` of its condition (see `conditions.Test`), the way out.
BranchPlan = tuple[Callable[[Situation], Truth], bool, tuple[FactId, ...], tuple[ClaimId, ...], WayOut]

#: A gate: its branches in order, and the ways out where none is true and where one is not known.
GatePlan = tuple[tuple[BranchPlan, ...], WayOut, WayOut]

#: A finding as it is noted where it rests on nothing; its status; its lines with the slots for how bad it is (see
#: `regions.slot_of`; a remark has none of both); whether it counts only on lines that are reached; its way out.
FindingPlan = tuple[Found, Status | None, tuple[tuple[ClaimId, int], ...], bool, WayOut]

#: The first node of a subtree, entered by a step, or its end, passed without one; and the node after it.
PassPlan = tuple[Taken | None, int]


class Plans(NamedTuple):
    """The plans of a tree by the numbers of its nodes; a node with none of them is an end of the whole tree."""

    questions: tuple[QuestionPlan | None, ...]
    gates: tuple[GatePlan | None, ...]
    findings: tuple[FindingPlan | None, ...]
    passes: tuple[PassPlan | None, ...]


def plans_of(graph: TreeGraph) -> Plans:
    """Return the plans of a tree; worked out once."""
    kept = graph.memo.get("plans")
    if kept is None:
        kept = graph.memo["plans"] = {"all": _plans(graph)}
    plans: Plans = kept["all"]
    return plans


def _plans(graph: TreeGraph) -> Plans:
    numbers = range(len(graph.nodes))
    return Plans(
        tuple([_question(graph, number) for number in numbers]),
        tuple([_gate(graph, number) for number in numbers]),
        tuple([_finding(graph, number) for number in numbers]),
        tuple([_pass(graph, number) for number in numbers]),
    )


def _question(graph: TreeGraph, number: int) -> QuestionPlan | None:
    node, way = graph.nodes[number], graph.way[number]
    if not isinstance(node, QuestionNode):
        return None
    onward, unsure = way.get(NEXT), way.get(UNSURE)
    fact, choices = graph.index.facts[node.fact], graph.index.choice_ids[node.fact]
    targets: dict[AnswerValue, int] | None = None
    if fact.kind == "one-of":
        ways = dict.fromkeys(choices, onward) if onward is not None else way
        targets = {choice: target for choice, target in ways.items() if choice in choices}
    return node.fact, targets, fitting(fact, choices), onward, unsure


def _gate(graph: TreeGraph, number: int) -> GatePlan | None:
    node = graph.nodes[number]
    if not isinstance(node, GateNode):
        return None
    branches = [
        (test.truth, test.settles, test.facts, test.claims, _out(graph, number, "branched", name))
        for name, test in graph.tests[number]
    ]
    otherwise = _out(graph, number, "branched", OTHERWISE)
    unknown = otherwise if node.unknown is None else _out(graph, number, "branched", UNKNOWN)
    return tuple(branches), otherwise, unknown


def _finding(graph: TreeGraph, number: int) -> FindingPlan | None:
    node = graph.nodes[number]
    if not isinstance(node, FindingNode):
        return None
    found = Found(graph.keys[number], node, node.claims, ())
    slots: list[tuple[ClaimId, int]] = []
    if node.status is not None:
        slots = [(claim, slot_of(graph, claim, BADNESS[node.status])) for claim in node.claims]
    return found, node.status, tuple(slots), node.only_if_reached, _out(graph, number, "noted", NEXT)


def _pass(graph: TreeGraph, number: int) -> PassPlan | None:
    kind = graph.nodes[number].kind
    if kind == "subtree":
        return _out(graph, number, "entered", NEXT)
    return (None, graph.way[number][NEXT]) if kind == "end" and graph.way[number] else None


def _out(graph: TreeGraph, number: int, how: How, name: str) -> WayOut:
    return (number, how, name, None, None), graph.way[number][name]
