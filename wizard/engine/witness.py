# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that lead to a node, found by going back through the sets of states."""

from collections.abc import Iterator, Sequence
from itertools import product

from wizard.engine.atom_sets import FIRST_VALUE, NOT_ASKED, OPEN
from wizard.engine.diagrams import EMPTY, Set
from wizard.engine.graph import UNSURE
from wizard.engine.state_space import STATUSES, StateSpace, worsened
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId
from wizard.model.node import FindingNode, QuestionNode


def witness(space: StateSpace, target: int) -> dict[FactId, AnswerValue]:
    """Return answers that lead to a node: go back along ways whose states lead into a state picked there."""
    answers: dict[FactId, AnswerValue] = {}
    into: dict[int, list[tuple[int, str]]] = {}
    for here, via in space.ways:
        into.setdefault(space.graph.way[here][via], []).append((here, via))
    wanted = _one_of(space, target, space.states[target])
    here = target
    while here:
        here, wanted = _back(space, here, wanted, into[here], answers)
    return answers


def _back(
    space: StateSpace, here: int, wanted: Set, into: Sequence[tuple[int, str]], answers: dict[FactId, AnswerValue]
) -> tuple[int, Set]:
    for source, via in into:
        after = space.diagrams.meet(space.ways[source, via], wanted)
        if after == EMPTY:
            continue
        point = space.diagrams.pick(after)
        before = _before(space, source, via, point, answers)
        if before is not None:
            return source, before
    msg = f"no way leads to {space.graph.keys[here]}"
    raise AssertionError(msg)


def _before(
    space: StateSpace, source: int, via: str, point: dict[int, int], answers: dict[FactId, AnswerValue]
) -> Set | None:
    """Return a state at `source` from which `via` leads to the state `point`, noting what is answered there."""
    diagrams, states = space.diagrams, space.states[source]
    node = space.graph.nodes[source]
    if isinstance(node, QuestionNode):
        variable = space.variable[node.fact]
        number = point.get(variable, OPEN if via == UNSURE else FIRST_VALUE)
        value = None if number == OPEN else space.values[node.fact][number - FIRST_VALUE]
        passed = diagrams.meet(states, diagrams.state({**_uncounted(space, point, 0), variable: number}))
        if passed != EMPTY:
            return _one_of(space, source, passed)
        fresh = diagrams.meet(states, diagrams.state({**_uncounted(space, point, 1), variable: NOT_ASKED}))
        if fresh == EMPTY:
            return None
        answers[node.fact] = value
        return _one_of(space, source, fresh)
    if isinstance(node, FindingNode):
        for candidate in _unworsened(space, node, point):
            before = diagrams.meet(states, diagrams.state(candidate))
            if before != EMPTY:
                return _one_of(space, source, before)
        return None
    before = diagrams.meet(states, diagrams.meet(space.ways[source, via], diagrams.state(point)))
    return None if before == EMPTY else _one_of(space, source, before)


def _one_of(space: StateSpace, at: int, states: Set) -> Set:
    """Return one state of a set at a node, with all that nothing from there on tells apart from it."""
    picked = space.diagrams.pick(states)
    classes = space.classes.at[at]
    wide = {
        variable: next((some for some in classes.get(variable, ()) if value in some), (value,))
        for variable, value in picked.items()
    }
    return space.diagrams.box(wide)


def _uncounted(space: StateSpace, point: dict[int, int], asked: int) -> dict[int, int]:
    if space.counter is None or space.counter not in point:
        return point
    return {**point, space.counter: max(0, point[space.counter] - asked)}


def _unworsened(space: StateSpace, node: FindingNode, point: dict[int, int]) -> Iterator[dict[int, int]]:
    changed = [space.claim_variable[claim] for claim in node.claims if claim in space.claim_variable]
    if node.status is None or not changed:
        yield point
        return
    sources = worsened(node.status, reach=not node.only_if_reached)
    options = [sources[point[variable]] if variable in point else range(1 + len(STATUSES)) for variable in changed]
    for numbers in product(*options):
        yield {**point, **dict(zip(changed, numbers, strict=True))}
