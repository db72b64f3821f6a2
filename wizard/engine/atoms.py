# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a condition that read facts, and where a tree reads them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wizard.engine.conditions import Test
from wizard.engine.deadlines import state_of
from wizard.engine.graph import CollectionIndex, TreeGraph
from wizard.model.condition import All, AnyOf, Condition, DeadlineIs, Known, Named, Not, StatusIs
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId
from wizard.model.node import GateNode


@dataclass(frozen=True)
class Atom:
    """A condition with no condition inside it."""

    condition: Condition
    test: Test
    index: CollectionIndex

    @property
    def facts(self) -> tuple[FactId, ...]:
        """The facts that it reads."""
        return self.test.facts

    def state(self, known: Mapping[FactId, AnswerValue], today: date) -> object:
        """Return the state of the rule that it asks for, with the days left where those count; None: not known."""
        condition = self.condition
        if not isinstance(condition, DeadlineIs):
            return None
        rule = self.index.rules[condition.rule]
        day = today if condition.on == "today" else known.get(condition.on)
        counted = self.index.counts.of(rule)(known)
        if counted is None or not isinstance(day, date):
            return None
        within = condition.days_left is None or (counted.act_by - day).days <= condition.days_left
        return state_of(rule, counted, day), within


def leaves_of(condition: Condition, index: CollectionIndex) -> Iterator[Condition]:
    """Yield the parts of a condition that have no condition inside them."""
    match condition:
        case All() | AnyOf():
            for part in condition.of:
                yield from leaves_of(part, index)
        case Not():
            yield from leaves_of(condition.of, index)
        case Named():
            named = next(one for one in index.collection.manifest.conditions if one.id == condition.condition)
            yield from leaves_of(named.when, index)
        case _:
            yield condition


def atoms_of(condition: Condition, index: CollectionIndex) -> Iterator[Atom]:
    """Yield the leaves of a condition that look at values of facts; those on statuses are left out."""
    for leaf in leaves_of(condition, index):
        if not isinstance(leaf, StatusIs | Known):
            yield Atom(leaf, index.test(leaf), index)


def gate_atoms(graph: TreeGraph) -> tuple[Atom, ...]:
    """Return the conditions without a condition inside that the gates of a tree read, each once."""
    found: dict[Condition, Atom] = {}
    for node in graph.nodes:
        if isinstance(node, GateNode):
            for branch in node.branches:
                for atom in atoms_of(branch.when, graph.index):
                    found.setdefault(atom.condition, atom)
    return tuple(found.values())
