# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The states that a tree can be in, and what each of its nodes does to a set of them, forward and backward."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wizard.engine.atom_sets import FIRST_VALUE, NOT_ASKED, OPEN, AtomSets
from wizard.engine.atoms import Atom, gate_atoms
from wizard.engine.conditions import Situation
from wizard.engine.diagrams import EMPTY, FULL, Diagrams, Set
from wizard.engine.graph import NEXT, OTHERWISE, UNKNOWN, UNSURE, TreeGraph
from wizard.engine.representatives import Representatives, routes_of
from wizard.engine.state_classes import StateClasses
from wizard.engine.variable_order import variable_order
from wizard.model.condition import All, AnyOf, Condition, Known, Named, Not, StatusIs
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, FactId
from wizard.model.node import FindingNode, GateNode, QuestionNode
from wizard.model.status import BADNESS, Status

STATUSES = tuple(Status)


@dataclass(frozen=True)
class GateSets:
    """The states that take each way out of a gate.

    `overlaps` are those in which two branches hold, by their numbers; `left_unknown` those in which a branch may hold
    or not, where the gate has no way for that.
    """

    ways: Mapping[str, Set]
    overlaps: Mapping[tuple[int, int], Set]
    left_unknown: Set


class StateSpace:
    """The variables of one exploration, and what each node of the tree does to sets of states.

    `given` are the only answers that some facts can have (None: "not sure yet").
    """

    def __init__(
        self,
        graph: TreeGraph,
        today: date,
        cap: int,
        *,
        count_questions: bool,
        followed: Sequence[ClaimId] = (),
        given: Mapping[FactId, Collection[AnswerValue | None]] | None = None,
    ) -> None:
        self.graph = graph
        self.today = today
        self.atoms = {atom.condition: atom for atom in gate_atoms(graph)}
        self.representatives = Representatives(graph.index, tuple(self.atoms.values()), today)
        self.given = given or {}
        self.values = self._values(self.representatives.find(routes_of(graph)))
        self.facts = list(self.values)
        read = self._claims_read()
        self.claims = [*read, *[claim for claim in followed if claim not in read]]
        ordered = variable_order(graph, self.atoms.values(), self.facts, self.claims)
        self.variable = {name: number for number, (kind, name) in enumerate(ordered) if kind == "fact"}
        self.claim_variable = {name: number for number, (kind, name) in enumerate(ordered) if kind == "claim"}
        sizes = [
            FIRST_VALUE + len(self.values[name]) if kind == "fact" else 1 + len(STATUSES) for kind, name in ordered
        ]
        self.counter = len(sizes) if count_questions else None
        if count_questions:
            sizes.append(len(self.facts) + 1)
        #: How a line that is followed comes out in the end; see `matrix`.
        self.result = len(sizes)
        if followed:
            sizes.append(1 + len(STATUSES))
        self.diagrams = Diagrams(sizes, cap)
        self._truths: dict[Condition, tuple[Set, Set]] = {}

    def _values(self, told_apart: Mapping[FactId, tuple[AnswerValue, ...]]) -> dict[FactId, tuple[AnswerValue, ...]]:
        given = {
            fact: tuple(answer for answer in answers if answer is not None)
            for fact, answers in self.given.items()
            if fact in told_apart
        }
        return {**told_apart, **given}

    # -- what the tree reads ------------------------------------------------------------------------------------------

    @cached_property
    def classes(self) -> StateClasses:
        """The values that nothing tells apart, at each node."""
        variables = (self.variable, self.claim_variable)
        return StateClasses(self.graph, self.diagrams, variables, self._truth, self._way_of)

    def _way_of(self, here: int, value: int) -> str:
        node = self.graph.nodes[here]
        if value == NOT_ASKED or not isinstance(node, QuestionNode):
            return ""
        if value == OPEN:
            return UNSURE
        return NEXT if isinstance(node.next, str) else str(self.values[node.fact][value - FIRST_VALUE])

    def _claims_read(self) -> list[ClaimId]:
        claims: dict[ClaimId, None] = {}
        for node in self.graph.nodes:
            claims.update(dict.fromkeys(self._reads_claims(node)))
        return list(claims)

    def _reads_claims(self, node: object) -> Iterator[ClaimId]:
        if isinstance(node, GateNode):
            for branch in node.branches:
                yield from self.graph.index.test(branch.when).claims
        elif isinstance(node, FindingNode) and node.only_if_reached:
            yield from node.claims

    # -- what a node does to sets of states ---------------------------------------------------------------------------

    def projected(self, states: Set, at: int, kept: Collection[int] = ()) -> Set:
        """Return states at a node with all values widened that nothing from there on tells apart, but those `kept`."""
        return self.classes.widened(states, at, frozenset(kept))

    def images(self, here: int, states: Set) -> Iterator[tuple[str, Set]]:
        """Yield for each way out of a node the states to which it takes those that come to the node."""
        node = self.graph.nodes[here]
        if isinstance(node, QuestionNode):
            yield from self._question(node, self.numbers[here], states)
        elif isinstance(node, GateNode):
            yield from ((via, self.diagrams.meet(states, taken)) for via, taken in self.gates[here].ways.items())
        elif isinstance(node, FindingNode):
            yield NEXT, self._finding(node, states)
        elif self.graph.ways[here]:
            yield NEXT, states

    def _question(
        self, node: QuestionNode, ways: Mapping[str, Sequence[int]], states: Set
    ) -> Iterator[tuple[str, Set]]:
        variable = self.variable[node.fact]
        asked = self.diagrams.meet(states, self.diagrams.where(variable, (NOT_ASKED,)))
        if asked != EMPTY and self.counter is not None:
            asked = self._counted(asked)
        for via, numbers in ways.items():
            known = self.diagrams.meet(states, self.diagrams.where(variable, numbers))
            sources = [(NOT_ASKED,) if number in numbers else () for number in range(self.diagrams.sizes[variable])]
            fresh = self.diagrams.remap(asked, variable, sources) if asked != EMPTY else EMPTY
            yield via, self.diagrams.union(known, fresh)

    def _counted(self, states: Set) -> Set:
        counter = self.counter or 0
        size = self.diagrams.sizes[counter]
        return self.diagrams.remap(states, counter, [(value - 1,) if value else () for value in range(size)])

    def _finding(self, node: FindingNode, states: Set) -> Set:
        for variable, sources in self.worsened_by(node):
            states = self.diagrams.remap(states, variable, sources)
        return states

    def worsened_by(self, node: FindingNode) -> Iterator[tuple[int, Sequence[Sequence[int]]]]:
        """Yield the variable of each line that a finding gives a status, and for each status after it those before."""
        if node.status is not None:
            sources = worsened(node.status, reach=not node.only_if_reached)
            yield from ((self.claim_variable[one], sources) for one in node.claims if one in self.claim_variable)

    def origins(self, here: int, via: str, wanted: Set) -> Set:
        """Return the states at a node that this way out takes to a wanted state."""
        node = self.graph.nodes[here]
        if isinstance(node, QuestionNode):
            variable, numbers = self.variable[node.fact], self.numbers[here].get(via, ())
            same = [(v,) if v in numbers else () for v in range(OPEN, self.diagrams.sizes[variable])]
            return self.diagrams.remap(wanted, variable, [tuple(numbers), *same])
        if isinstance(node, GateNode):
            return self.diagrams.meet(self.gates[here].ways[via], wanted)
        if isinstance(node, FindingNode):
            for variable, sources in self.worsened_by(node):
                inverse = [tuple(v for v, before in enumerate(sources) if was in before) for was in range(len(sources))]
                wanted = self.diagrams.remap(wanted, variable, inverse)
        return wanted

    @cached_property
    def numbers(self) -> Mapping[int, Mapping[str, Sequence[int]]]:
        """For each question, for each of its ways out, the numbers of the values that take it."""
        return {
            here: self._numbers(node, self.graph.way[here])
            for here, node in enumerate(self.graph.nodes)
            if isinstance(node, QuestionNode)
        }

    @cached_property
    def way_of_number(self) -> Mapping[int, Mapping[int, str]]:
        """For each question, the way out that the number of a value takes."""
        return {
            here: {number: via for via, numbers in ways.items() for number in numbers}
            for here, ways in self.numbers.items()
        }

    @cached_property
    def noted(self) -> Sequence[Sequence[tuple[int, Sequence[int]]]]:
        """For each node the variables of the lines that it gives a status, and for each status before it that after."""
        return [list(self._noted(node)) for node in self.graph.nodes]

    def _noted(self, node: object) -> Iterator[tuple[int, Sequence[int]]]:
        if isinstance(node, FindingNode):
            for variable, sources in self.worsened_by(node):
                after = {before: number for number, origins in enumerate(sources) for before in origins}
                yield variable, [after[before] for before in range(len(sources))]

    def _numbers(self, node: QuestionNode, ways: Collection[str]) -> dict[str, list[int]]:
        groups: dict[str, list[int]] = {}
        for number, value in enumerate(self.values[node.fact], FIRST_VALUE):
            via = NEXT if isinstance(node.next, str) else str(value)
            groups.setdefault(via, []).append(number)
        if node.unsure is not None and None in self.given.get(node.fact, (None,)):
            groups.setdefault(UNSURE, []).append(OPEN)
        return {via: numbers for via, numbers in groups.items() if via in ways}

    @cached_property
    def gates(self) -> Mapping[int, GateSets]:
        """For each gate the states that take each of its ways out."""
        return {here: self._gate(node) for here, node in enumerate(self.graph.nodes) if isinstance(node, GateNode)}

    def _gate(self, node: GateNode) -> GateSets:
        meet, union, without = self.diagrams.meet, self.diagrams.union, self.diagrams.without
        left, unknown = FULL, EMPTY
        ways: dict[str, Set] = {}
        overlaps: dict[tuple[int, int], Set] = {}
        taken: list[Set] = []
        for number, branch in enumerate(node.branches):
            true, false = self._truth(branch.when)
            overlaps |= {(earlier, number): meet(states, true) for earlier, states in enumerate(taken)}
            taken.append(true)
            ways[str(number)] = meet(left, true)
            unknown = union(unknown, without(without(left, true), false))
            left = meet(left, false)
        if node.unknown is not None:
            return GateSets({**ways, UNKNOWN: unknown, OTHERWISE: left}, overlaps, EMPTY)
        return GateSets({**ways, OTHERWISE: union(left, unknown)}, overlaps, unknown)

    # -- conditions ---------------------------------------------------------------------------------------------------

    def _truth(self, condition: Condition) -> tuple[Set, Set]:
        """Return the states in which a condition is true and those in which it is false."""
        found = self._truths.get(condition)
        if found is None:
            found = self._truths[condition] = self._read(condition)
        return found

    def _read(self, condition: Condition) -> tuple[Set, Set]:  # noqa: PLR0911 (one case a kind of condition)
        match condition:
            case All():
                true, false = FULL, EMPTY
                for part in condition.of:
                    part_true, part_false = self._truth(part)
                    true, false = self.diagrams.meet(true, part_true), self.diagrams.union(false, part_false)
                return true, false
            case AnyOf():
                true, false = EMPTY, FULL
                for part in condition.of:
                    part_true, part_false = self._truth(part)
                    true, false = self.diagrams.union(true, part_true), self.diagrams.meet(false, part_false)
                return true, false
            case Not():
                true, false = self._truth(condition.of)
                return false, true
            case Named():
                conditions = self.graph.collection.manifest.conditions
                return self._truth(next(one.when for one in conditions if one.id == condition.condition))
            case StatusIs():
                return self._status(condition)
            case Known():
                return self._known(condition)
            case _:
                return self._atom(self.atoms[condition])

    def _status(self, condition: StatusIs) -> tuple[Set, Set]:
        test = self.graph.index.test(condition)
        wanted = [
            number
            for number, status in enumerate(STATUSES, 1)
            if test.truth(Situation({}, {condition.claim: status}, self.today))
        ]
        true = self.diagrams.where(self.claim_variable[condition.claim], wanted)
        return true, self.diagrams.without(FULL, true)

    def _known(self, condition: Known) -> tuple[Set, Set]:
        variable = self.variable.get(condition.fact)
        if variable is None:
            return EMPTY, FULL
        true = self.diagrams.where(variable, range(FIRST_VALUE, self.diagrams.sizes[variable]))
        return true, self.diagrams.without(FULL, true)

    def _atom(self, atom: Atom) -> tuple[Set, Set]:
        """Read the condition on every combination of the values of its facts, not known ones included."""
        return AtomSets(atom, self.today, self.values, self.variable, self.diagrams).find()


def worsened(status: Status, *, reach: bool) -> list[tuple[int, ...]]:
    """For each status number after a finding (0: not reached), the numbers before it that lead there."""
    sources: list[list[int]] = [[] for _ in range(1 + len(STATUSES))]
    sources[1 + BADNESS[status] if reach else 0].append(0)
    for before in range(1, 1 + len(STATUSES)):
        sources[max(before, 1 + BADNESS[status])].append(before)
    return [tuple(numbers) for numbers in sources]
