# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sets of states at each node of a tree, carried from the first node to the ends."""

from collections.abc import Collection, Iterator, Sequence
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
from wizard.model.names import ClaimId
from wizard.model.node import FindingNode, GateNode, QuestionNode
from wizard.model.status import BADNESS, Status

STATUSES = tuple(Status)


class StateSpace:
    """The variables of one exploration and the set of states at each node."""

    def __init__(
        self,
        graph: TreeGraph,
        today: date,
        cap: int,
        *,
        count_questions: bool,
        followed: Sequence[ClaimId] = (),
    ) -> None:
        self.graph = graph
        self.today = today
        self.atoms = {atom.condition: atom for atom in gate_atoms(graph)}
        self.representatives = Representatives(graph.index, tuple(self.atoms.values()), today)
        self.values = self.representatives.find(routes_of(graph))
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
        self.states: list[Set] = [EMPTY] * len(graph.nodes)
        self.ways: dict[tuple[int, str], Set] = {}
        self.overlaps: set[tuple[int, int, int]] = set()
        self.left_unknown: set[int] = set()
        self.asked_again: set[int] = set()
        self._truths: dict[Condition, tuple[Set, Set]] = {}

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

    # -- the run ------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Carry sets of states from the first node to the ends, in topological order."""
        # The result is not known before the end.
        start = {variable: 0 for variable in range(len(self.diagrams.sizes)) if variable != self.result}
        self.states[0] = self.projected(self.diagrams.state(start), 0)
        for here in range(len(self.graph.nodes)):
            if self.states[here] == EMPTY:
                continue
            for via, image in self.images(here, self.states[here]):
                if image == EMPTY or via not in self.graph.way[here]:
                    continue
                target = self.graph.way[here][via]
                self.ways[here, via] = image
                self.states[target] = self.diagrams.union(self.states[target], self.projected(image, target))

    def projected(self, states: Set, at: int, kept: Collection[int] = ()) -> Set:
        """Return states at a node with all values widened that nothing from there on tells apart, but those `kept`."""
        return self.classes.widened(states, at, frozenset(kept))

    def images(self, here: int, states: Set) -> Iterator[tuple[str, Set]]:
        """Yield for each way out of a node the states to which it takes those that come to the node."""
        node = self.graph.nodes[here]
        if isinstance(node, QuestionNode):
            yield from self._question(here, node, states)
        elif isinstance(node, GateNode):
            yield from self._gate(here, node, states)
        elif isinstance(node, FindingNode):
            yield NEXT, self._finding(node, states)
        elif self.graph.ways[here]:
            yield NEXT, states

    def _question(self, here: int, node: QuestionNode, states: Set) -> Iterator[tuple[str, Set]]:
        variable = self.variable[node.fact]
        left_open = self.diagrams.where(variable, (OPEN,))
        if node.unsure is None and self.diagrams.meet(states, left_open) != EMPTY:
            self.asked_again.add(here)
        asked = self.diagrams.meet(states, self.diagrams.where(variable, (NOT_ASKED,)))
        if asked != EMPTY and self.counter is not None:
            asked = self._counted(asked)
        for via, numbers in self.numbers(node).items():
            known = self.diagrams.meet(states, self.diagrams.where(variable, numbers))
            sources = [(NOT_ASKED,) if number in numbers else () for number in range(self.diagrams.sizes[variable])]
            fresh = self.diagrams.remap(asked, variable, sources) if asked != EMPTY else EMPTY
            yield via, self.diagrams.union(known, fresh)

    def numbers(self, node: QuestionNode) -> dict[str, list[int]]:
        """Return for each way out of a question the numbers of the values that take it."""
        groups: dict[str, list[int]] = {}
        for number, value in enumerate(self.values[node.fact], FIRST_VALUE):
            via = NEXT if isinstance(node.next, str) else str(value)
            groups.setdefault(via, []).append(number)
        if node.unsure is not None:
            groups.setdefault(UNSURE, []).append(OPEN)
        return groups

    def _counted(self, states: Set) -> Set:
        counter = self.counter or 0
        size = self.diagrams.sizes[counter]
        return self.diagrams.remap(states, counter, [(value - 1,) if value else () for value in range(size)])

    def _gate(self, here: int, node: GateNode, states: Set) -> Iterator[tuple[str, Set]]:
        left = states
        unknown = EMPTY
        taken: list[Set] = []
        for number, branch in enumerate(node.branches):
            true, false = self._truth(branch.when)
            self._note_overlaps(here, number, self.diagrams.meet(states, true), taken)
            yield str(number), self.diagrams.meet(left, true)
            unknown = self.diagrams.union(unknown, self.diagrams.without(self.diagrams.without(left, true), false))
            left = self.diagrams.meet(left, false)
        if node.unknown is None:
            if unknown != EMPTY:
                self.left_unknown.add(here)
            left = self.diagrams.union(left, unknown)
        else:
            yield UNKNOWN, unknown
        yield OTHERWISE, left

    def _note_overlaps(self, here: int, number: int, true: Set, taken: list[Set]) -> None:
        for earlier, states in enumerate(taken):
            if self.diagrams.meet(states, true) != EMPTY:
                self.overlaps.add((here, earlier, number))
        taken.append(true)

    def _finding(self, node: FindingNode, states: Set) -> Set:
        if node.status is None:
            return states
        for claim in node.claims:
            variable = self.claim_variable.get(claim)
            if variable is not None:
                states = self.diagrams.remap(states, variable, worsened(node.status, reach=not node.only_if_reached))
        return states

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

    # -- results ------------------------------------------------------------------------------------------------------

    def question_counts(self) -> tuple[int | None, int | None]:
        """Return the fewest and the most questions that any walk to an end is asked."""
        if self.counter is None:
            return None, None
        counts = [
            number
            for here, states in enumerate(self.states)
            if states != EMPTY and not self.graph.ways[here]
            for number in self.diagrams.values(states, self.counter)
        ]
        return min(counts, default=None), max(counts, default=None)


def worsened(status: Status, *, reach: bool) -> list[tuple[int, ...]]:
    """For each status number after a finding (0: not reached), the numbers before it that lead there."""
    sources: list[list[int]] = [[] for _ in range(1 + len(STATUSES))]
    sources[1 + BADNESS[status] if reach else 0].append(0)
    for before in range(1, 1 + len(STATUSES)):
        sources[max(before, 1 + BADNESS[status])].append(before)
    return [tuple(numbers) for numbers in sources]
