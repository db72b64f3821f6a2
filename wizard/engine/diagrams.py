# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of states as decision diagrams over variables with few values.

A set of assignments is a reduced, ordered, multi-valued decision diagram (Bryant 1986 for two values; Srinivasan et al.
1990 for many): each node is stored once, so equal sets are the same number and every operation is remembered.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

#: A set: the number of a diagram's top node.
Set = int

EMPTY: Set = 0
FULL: Set = 1


class TooManyNodesError(Exception):
    """The diagrams have grown past the cap that was set for them."""


class Diagrams:
    """Sets over variables 0, 1, …; `sizes[v]` is how many values variable v has, numbered from 0.

    Raises:
        TooManyNodesError: from any operation, once there are more than `cap` nodes.
    """

    def __init__(self, sizes: Sequence[int], cap: int) -> None:
        self.sizes = tuple(sizes)
        self.cap = cap
        last = len(self.sizes)
        self._nodes: list[tuple[int, tuple[Set, ...]]] = [(last, ()), (last, ())]
        self._unique: dict[tuple[int, tuple[Set, ...]], Set] = {}
        self._unions: dict[tuple[Set, Set], Set] = {}
        self._meets: dict[tuple[Set, Set], Set] = {}
        self._lacks: dict[tuple[Set, Set], Set] = {}

    @property
    def node_count(self) -> int:
        """How many nodes have been made."""
        return len(self._nodes)

    def node(self, variable: int, children: tuple[Set, ...]) -> Set:
        """Return the set that is `children[value]` where the variable has that value."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (variable, children)
        found = self._unique.get(key)
        if found is None:
            if len(self._nodes) >= self.cap:
                raise TooManyNodesError
            found = self._unique[key] = len(self._nodes)
            self._nodes.append(key)
        return found

    def where(self, variable: int, values: Iterable[int]) -> Set:
        """Return all states in which the variable has one of these values."""
        wanted = set(values)
        return self.node(variable, tuple([int(value in wanted) for value in range(self.sizes[variable])]))

    def union(self, first: Set, second: Set) -> Set:
        """Return the states that are in one or both."""
        if first == FULL or second in (first, EMPTY):
            return first
        if first == EMPTY or second == FULL:
            return second
        key = (first, second) if first < second else (second, first)
        found = self._unions.get(key)
        if found is None:
            found = self._unions[key] = self._apply(self.union, first, second)
        return found

    def meet(self, first: Set, second: Set) -> Set:
        """Return the states that are in both."""
        if first == EMPTY or second in (first, FULL):
            return first
        if first == FULL or second == EMPTY:
            return second
        key = (first, second) if first < second else (second, first)
        found = self._meets.get(key)
        if found is None:
            found = self._meets[key] = self._apply(self.meet, first, second)
        return found

    def without(self, first: Set, second: Set) -> Set:
        """Return the states that are in the first and not in the second."""
        if first in (EMPTY, second) or second == FULL:
            return EMPTY
        if second == EMPTY:
            return first
        key = (first, second)
        found = self._lacks.get(key)
        if found is None:
            found = self._lacks[key] = self._apply(self.without, first, second)
        return found

    def _apply(self, operation: Callable[[Set, Set], Set], first: Set, second: Set) -> Set:
        first_variable, first_children = self._nodes[first]
        second_variable, second_children = self._nodes[second]
        if first_variable == second_variable:
            children = [operation(one, other) for one, other in zip(first_children, second_children, strict=True)]
        elif first_variable < second_variable:
            children = [operation(one, second) for one in first_children]
        else:
            children = [operation(first, other) for other in second_children]
        return self.node(min(first_variable, second_variable), tuple(children))

    def remap(self, states: Set, variable: int, sources: Sequence[Sequence[int]]) -> Set:
        """Return the states with the variable changed: it gets value v from each value in `sources[v]`."""
        done: dict[Set, Set] = {}

        def change(here: Set) -> Set:
            found = done.get(here)
            if found is None:
                at, children = self._nodes[here]
                if at > variable:
                    found = self.node(variable, tuple([here if values else EMPTY for values in sources]))
                elif at == variable:
                    found = self.node(variable, tuple([self._all(children[value] for value in v) for v in sources]))
                else:
                    found = self.node(at, tuple([change(child) for child in children]))
                done[here] = found
            return found

        return EMPTY if states == EMPTY else change(states)

    def widen(
        self, states: Set, classes: Mapping[int, Sequence[Sequence[int]]], done: dict[Set, Set] | None = None
    ) -> Set:
        """Return the states with the value of each variable in `classes` free within its class.

        `done` remembers what was widened; the same may be given again with the same classes.
        """
        remembered = {} if done is None else done

        def change(here: Set) -> Set:
            if here in (EMPTY, FULL):
                return here
            found = remembered.get(here)
            if found is None:
                at, children = self._nodes[here]
                changed = [change(child) for child in children]
                for values in classes.get(at, ()):
                    if len(values) > 1:
                        joined = self._all(changed[value] for value in values)
                        for value in values:
                            changed[value] = joined
                found = remembered[here] = self.node(at, tuple(changed))
            return found

        return change(states)

    def given(self, states: Set, variable: int, value: int) -> Set:
        """Return the states that are in the set if the variable has the value, whatever value it has in them."""
        done: dict[Set, Set] = {}

        def change(here: Set) -> Set:
            at, children = self._nodes[here]
            if at > variable:
                return here
            if at == variable:
                return children[value]
            found = done.get(here)
            if found is None:
                found = done[here] = self.node(at, tuple([change(child) for child in children]))
            return found

        return change(states)

    def forget(self, states: Set, variables: Iterable[int]) -> Set:
        """Return the states with these variables free to have any value."""
        return self.widen(states, {variable: (range(self.sizes[variable]),) for variable in variables})

    def values(self, states: Set, variable: int) -> tuple[int, ...]:
        """Return the values that the variable has in some state of the set."""
        return tuple(v for v in range(self.sizes[variable]) if self.meet(states, self.where(variable, (v,))) != EMPTY)

    def pick(self, states: Set) -> dict[int, int]:
        """Return one state of a set that is not empty: its lowest values; variables that do not matter are left out."""
        state: dict[int, int] = {}
        while states != FULL:
            at, children = self._nodes[states]
            value = next(value for value, child in enumerate(children) if child != EMPTY)
            state[at] = value
            states = children[value]
        return state

    def holds(self, states: Set, point: Sequence[int]) -> bool:
        """Return whether the state with these values of all variables is in the set."""
        while states > FULL:
            variable, children = self._nodes[states]
            states = children[point[variable]]
        return states == FULL

    @contextmanager
    def aside(self, effort: int) -> Iterator[None]:
        """Forget on leaving every set made within, of which there may be `effort` nodes more than now."""
        cap, before = self.cap, len(self._nodes)
        self.cap = min(cap, before + effort)
        try:
            yield
        finally:
            self.cap = cap
            for key in self._nodes[before:]:
                del self._unique[key]
            del self._nodes[before:]
            for made in (self._unions, self._meets, self._lacks):
                made.clear()

    def state(self, values: Mapping[int, int]) -> Set:
        """Return the states in which each of these variables has the value given."""
        return self.box({variable: (value,) for variable, value in values.items()})

    def box(self, values: Mapping[int, Collection[int]]) -> Set:
        """Return the states in which each of these variables has one of the values given."""
        states = FULL
        for variable in sorted(values, reverse=True):
            some = values[variable]
            children = [states if value in some else EMPTY for value in range(self.sizes[variable])]
            states = self.node(variable, tuple(children))
        return states

    def _all(self, sets: Iterable[Set]) -> Set:
        result = EMPTY
        for states in sets:
            result = self.union(result, states)
        return result
