# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A few values of each fact that stand for all of them.

Values that no condition and no question of the tree tells apart are one class. A class is kept as one value of it, so
that conditions are read on it by the same code as in a walk: 57 jurisdictions become a handful, a date its ordered
thresholds (`date_classes`).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation
from wizard.engine.date_classes import DateClasses
from wizard.engine.deadlines import cells_of
from wizard.engine.graph import CollectionIndex, TreeGraph
from wizard.model.condition import DeadlineIs, FactHas, NumberIs, TableIs
from wizard.model.fact import AnswerValue, Fact
from wizard.model.names import ChoiceId, ColumnId, FactId, TableId
from wizard.model.node import QuestionNode

#: More combinations of choices than this in one fact are not tried one by one.
MOST_COMBINATIONS = 1 << 13


class TooManyValuesError(Exception):
    """A fact has more combinations of choices than can be tried."""


def routes_of(graph: TreeGraph) -> dict[FactId, list[Mapping[ChoiceId, str]]]:
    """Return the facts that a tree asks for, each with the ways that its questions give choice by choice."""
    routes: dict[FactId, list[Mapping[ChoiceId, str]]] = {}
    for node in graph.nodes:
        if isinstance(node, QuestionNode):
            ways = routes.setdefault(node.fact, [])
            if not isinstance(node.next, str):
                ways.append(node.next)
    return routes


class Representatives:
    """The values that stand for all values of each fact, found from the conditions (`atoms`) that read it."""

    def __init__(self, index: CollectionIndex, atoms: Sequence[Atom], today: date, *, together: bool = True) -> None:
        """Take the conditions; not `together`: the values of each date by itself are enough (see `DateClasses`)."""
        self._index = index
        self._together = together
        self._atoms = atoms
        self._today = today
        self._by_fact: dict[FactId, list[Atom]] = {}
        self._stands_for: dict[FactId, dict[AnswerValue, AnswerValue]] = {}
        self._groups: dict[FactId, dict[ChoiceId, ChoiceId]] = {}
        for atom in atoms:
            for fact in atom.facts:
                self._by_fact.setdefault(fact, []).append(atom)

    def find(self, routes: Mapping[FactId, Sequence[Mapping[ChoiceId, str]]]) -> dict[FactId, tuple[AnswerValue, ...]]:
        """Return the values to try for each fact asked; `routes[fact]` are the ways that questions give its choices.

        Raises:
            TooManyValuesError: an *any of* fact whose choices are told apart in too many ways.
        """
        found: dict[FactId, tuple[AnswerValue, ...]] = {}
        for fact, ways in routes.items():
            if self._index.facts[fact].kind != "date":
                found[fact] = tuple(self._classes(fact, ways))
        keys: dict[FactId, Sequence[AnswerValue]] = {fact.id: [] for fact in self._index.collection.facts}
        keys = {fact: found.get(fact, ()) for fact in keys if self._index.facts[fact].kind != "date"}
        others = {fact: values for fact, values in keys.items() if values}
        days = DateClasses(self._index, self._atoms, self._today, others, together=self._together).find()
        return {fact: found[fact] if fact in found else tuple(days[fact]) for fact in routes}

    def of_choice(self, fact: FactId, choice: ChoiceId, *, marked: bool = True) -> frozenset[AnswerValue]:
        """Return the values found that stand for the answers with a choice in them (or without, if not `marked`)."""
        stands_for = self._stands_for[fact]
        if fact not in self._groups:
            return frozenset(stand for value, stand in stands_for.items() if (value == choice) == marked)
        group = self._groups[fact][choice]
        # A choice stands for all that no condition tells from it, so without this one another of them may be marked.
        alone = list(self._groups[fact].values()).count(group) == 1
        sets = [(value, stand) for value, stand in stands_for.items() if isinstance(value, frozenset)]
        return frozenset(stand for value, stand in sets if (group in value) == marked or not (marked or alone))

    def _classes(self, fact: FactId, routes: Sequence[Mapping[ChoiceId, str]]) -> Iterator[AnswerValue]:
        seen: dict[tuple[object, ...], AnswerValue] = {}
        stands_for = self._stands_for[fact] = {}
        for value in self._values(self._index.facts[fact]):
            # A choice that leads on by a way of its own is a class of its own.
            signature = (
                value if routes else None,
                *[self._sight(atom, fact, value) for atom in self._by_fact.get(fact, [])],
            )
            stands_for[value] = seen.setdefault(signature, value)
            if stands_for[value] is value:
                yield value

    def _sight(self, atom: Atom, fact: FactId, value: AnswerValue) -> object:
        """Return what this condition sees of the value: its truth, or the rows that a deadline rule would read."""
        if isinstance(atom.condition, DeadlineIs):
            keys = sorted(value) if isinstance(value, frozenset) else [value]
            cells = cells_of(self._index.rules[atom.condition.rule], fact)
            return tuple(sorted(str([self._cell(table, key, column) for table, column in cells]) for key in keys))
        return atom.test.truth(Situation({fact: value}, {}, self._today))

    def _cell(self, table: TableId, key: AnswerValue, column: ColumnId) -> object:
        row = self._index.law.tables.get(table, {}).get(str(key))
        return None if row is None else (row.cells.get(column),)

    def _values(self, fact: Fact) -> Iterator[AnswerValue]:
        if fact.kind == "one-of":
            yield from (choice.id for choice in self._index.choices[fact.id])
        elif fact.kind == "any-of":
            yield from self._sets(fact.id)
        else:
            yield from sorted(self._numbers(fact))

    def _sets(self, fact: FactId) -> Iterator[frozenset[ChoiceId]]:
        """Yield a set of choices for each way of marking groups of choices that no condition tells apart."""
        groups: dict[tuple[object, ...], ChoiceId] = {}
        group_of = self._groups[fact] = {}
        for choice in self._index.choices[fact]:
            profile = tuple([self._profile(atom, choice.id) for atom in self._by_fact.get(fact, [])])
            group_of[choice.id] = groups.setdefault(profile, choice.id)
        if 1 << len(groups) > MOST_COMBINATIONS:
            raise TooManyValuesError(fact)
        for size in range(len(groups) + 1):
            yield from map(frozenset, combinations(groups.values(), size))

    def _profile(self, atom: Atom, choice: ChoiceId) -> object:
        condition = atom.condition
        if isinstance(condition, FactHas):
            # Each choice that all must have counts by itself; of the rest only membership counts.
            wanted = choice if choice in (condition.all_of or ()) else None
            return (choice in (condition.any_of or ()), choice in (condition.none_but or ()), wanted)
        if isinstance(condition, TableIs):
            row = self._index.law.tables[condition.table].get(choice)
            return None if row is None else str(row.cells.get(condition.column))
        return choice if isinstance(condition, DeadlineIs) else None

    def _numbers(self, fact: Fact) -> set[Decimal]:
        limits = fact.limits
        step = Decimal(1).scaleb(-limits.decimals)
        edges = [edge for edge in (limits.least, limits.most) if edge is not None]
        for atom in self._by_fact.get(fact.id, []):
            if isinstance(atom.condition, NumberIs):
                edges += [edge for edge in (atom.condition.at_least, atom.condition.at_most) if edge is not None]
        tried = {edge + move for edge in edges for move in (-step, Decimal(0), step)} or {Decimal(0)}
        low, high = limits.least, limits.most
        inside = {n.quantize(step) for n in tried if (low is None or n >= low) and (high is None or n <= high)}
        return inside or {low if low is not None else Decimal(0)}
