# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How each node and arrow of a drawing stands in a walk."""

from dataclasses import dataclass
from enum import IntEnum

from wizard.chart.drawing import Drawing
from wizard.engine.graph import UNKNOWN, UNSURE
from wizard.engine.walk import Walk
from wizard.model.names import NodeKey


class StepState(IntEnum):
    """How a node or arrow stands. A line that several arrows share shows the highest of theirs."""

    RULED_OUT = 0
    OPEN = 1
    UNKNOWN = 2
    TAKEN = 3
    CURRENT = 4


@dataclass(frozen=True, slots=True)
class StepStates:
    """The state of each node and of each arrow of a drawing."""

    nodes: tuple[StepState, ...]
    arrows: tuple[StepState, ...]


def unwalked(drawing: Drawing) -> StepStates:
    """Return the states of a drawing that is only read: all is open."""
    return StepStates((StepState.OPEN,) * len(drawing.nodes), (StepState.OPEN,) * len(drawing.arrows))


def states_of(drawing: Drawing, made: Walk, at: NodeKey | None = None, chosen: str | None = None) -> StepStates:
    """Return the states of a drawing in a walk.

    `at` is the place of the cursor (default: the question now asked, or the end). `chosen` is the way out that a choice
    not yet confirmed would take from there; its arrow is shown as taken.
    """
    here = at or made.path[-1]
    nodes = [StepState.RULED_OUT] * len(drawing.nodes)
    for key in made.reachable:
        _raise(nodes, drawing.shown_at(key), StepState.OPEN)
    for key in made.path[:-1]:
        step = made.step_at.get(key)
        not_sure = step is not None and step.how == "unsure"
        _raise(nodes, drawing.shown_at(key), StepState.UNKNOWN if not_sure else StepState.TAKEN)
    _raise(nodes, drawing.shown_at(here), StepState.CURRENT)
    if here != made.path[-1]:
        _raise(nodes, drawing.shown_at(made.path[-1]), StepState.OPEN)
    return StepStates(tuple(nodes), _arrow_states(drawing, made, here, chosen))


def _raise(nodes: list[StepState], number: int | None, state: StepState) -> None:
    if number is not None:
        nodes[number] = max(nodes[number], state)


def _arrow_states(drawing: Drawing, made: Walk, here: NodeKey, chosen: str | None) -> tuple[StepState, ...]:
    passed = {(step.key, step.via) for step in made.trail}
    passed |= {(key, "next") for key in made.path[:-1] if key not in made.step_at}
    if chosen is not None:
        passed = {way for way in passed if way[0] != here} | {(here, chosen)}
    on_path = frozenset(made.path[:-1])
    reachable = made.reachable
    states = []
    for arrow in drawing.arrows:
        best = StepState.RULED_OUT
        target = drawing.nodes[arrow.target].key
        for way in arrow.ways:
            ahead = target in reachable and way[0] in reachable
            best = max(best, _way_state(way, passed, on_path, ahead=ahead))
        states.append(best)
    return tuple(states)


def _way_state(
    way: tuple[NodeKey, str], passed: set[tuple[NodeKey, str]], on_path: frozenset[NodeKey], *, ahead: bool
) -> StepState:
    if way in passed:
        return StepState.UNKNOWN if way[1] in (UNSURE, UNKNOWN) else StepState.TAKEN
    if ahead and way[0] not in on_path:
        return StepState.OPEN
    return StepState.RULED_OUT
