# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets as decision diagrams, against Python's own sets of all assignments."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.diagrams import EMPTY, FULL, Diagrams, Set, TooManyNodesError

SIZES = (2, 3, 2, 4)
ALL = frozenset(product(*[range(size) for size in SIZES]))
State = tuple[int, ...]

sets = st.frozensets(st.sampled_from(sorted(ALL)), max_size=len(ALL))
variables = st.integers(0, len(SIZES) - 1)


def diagram(diagrams: Diagrams, states: frozenset[State]) -> Set:
    """The diagram of these states."""
    result = EMPTY
    for state in sorted(states):
        result = diagrams.union(result, diagrams.state(dict(enumerate(state))))
    return result


def states_of(diagrams: Diagrams, made: Set) -> frozenset[State]:
    """The states of a diagram, asked one by one."""
    return frozenset(state for state in ALL if diagrams.meet(made, diagrams.state(dict(enumerate(state)))) != EMPTY)


def changed(state: State, variable: int, value: int) -> State:
    """A state with one variable otherwise."""
    return (*state[:variable], value, *state[variable + 1 :])


@given(sets, sets)
def test_union_meet_and_difference_are_those_of_sets(first: frozenset[State], second: frozenset[State]) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    one, other = diagram(diagrams, first), diagram(diagrams, second)
    assert states_of(diagrams, one) == first
    assert states_of(diagrams, diagrams.union(one, other)) == first | second
    assert states_of(diagrams, diagrams.meet(one, other)) == first & second
    assert states_of(diagrams, diagrams.without(one, other)) == first - second


@given(sets, st.permutations(sorted(ALL)))
def test_equal_sets_are_the_same_number_however_they_were_made(states: frozenset[State], order: list[State]) -> None:
    diagrams = Diagrams(SIZES, 100_000)
    made = diagram(diagrams, states)
    again = EMPTY
    for state in order:
        if state in states:
            again = diagrams.union(diagrams.state(dict(enumerate(state))), again)
    assert again == made
    everything = diagrams.union(made, diagrams.without(FULL, made))
    assert everything == FULL


@given(sets, st.sets(variables))
def test_forgetting_a_variable_frees_it(states: frozenset[State], forgotten: set[int]) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    left = states_of(diagrams, diagrams.forget(diagram(diagrams, states), forgotten))
    kept = [variable for variable in range(len(SIZES)) if variable not in forgotten]
    seen = {tuple(state[variable] for variable in kept) for state in states}
    assert left == {state for state in ALL if tuple(state[variable] for variable in kept) in seen}


@given(sets, variables, st.data())
def test_remapping_a_variable_moves_each_state(states: frozenset[State], variable: int, data: st.DataObject) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    values = range(SIZES[variable])
    sources = [data.draw(st.lists(st.sampled_from(values), unique=True)) for _ in values]
    moved = states_of(diagrams, diagrams.remap(diagram(diagrams, states), variable, sources))
    assert moved == {
        changed(state, variable, value) for state in states for value in values if state[variable] in sources[value]
    }


@given(sets, variables)
def test_the_values_of_a_variable_are_those_it_has_in_some_state(states: frozenset[State], variable: int) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    assert set(diagrams.values(diagram(diagrams, states), variable)) == {state[variable] for state in states}


@given(sets.filter(bool))
def test_a_state_that_is_picked_is_in_the_set(states: frozenset[State]) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    made = diagram(diagrams, states)
    picked = diagrams.state(diagrams.pick(made))
    assert picked != EMPTY
    assert diagrams.meet(picked, made) == picked


@given(variables, st.data())
def test_where_holds_all_states_with_one_of_the_values(variable: int, data: st.DataObject) -> None:
    diagrams = Diagrams(SIZES, 10_000)
    values = data.draw(st.sets(st.sampled_from(range(SIZES[variable]))))
    assert states_of(diagrams, diagrams.where(variable, values)) == {
        state for state in ALL if state[variable] in values
    }


def test_past_the_cap_every_operation_gives_up() -> None:
    diagrams = Diagrams([2] * 8, 12)
    first, second = diagrams.state(dict.fromkeys(range(4), 1)), diagrams.state(dict.fromkeys(range(3, 8), 0))
    with pytest.raises(TooManyNodesError):
        diagrams.union(first, second)
    with pytest.raises(TooManyNodesError):
        diagrams.where(1, (0,))
    assert diagrams.node_count == 12
