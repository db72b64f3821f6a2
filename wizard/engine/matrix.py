# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which answers lead to which status of each line, proven from exploration and not by trying all answers.

For one line: the states in which each node can be met, with the line's status so far (forward), and the statuses that
each of those states can still come to at the last finding on the line (backward). Where a question is asked, both
together say what each of its answers can lead to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, zip_longest

from wizard.engine.atom_sets import FIRST_VALUE, NOT_ASKED, OPEN
from wizard.engine.diagrams import EMPTY, FULL, Set, TooManyNodesError
from wizard.engine.explore import CAP
from wizard.engine.graph import TreeGraph
from wizard.engine.reached_states import ReachedStates, reached_states
from wizard.engine.representatives import TooManyValuesError
from wizard.engine.state_space import STATUSES, StateSpace
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, FactId, NodeKey
from wizard.model.node import FindingNode, Node, QuestionNode
from wizard.model.status import Status

#: How a line can come out; None: no finding reaches it.
Results = frozenset[Status | None]


@dataclass(frozen=True)
class FactRow:
    """What some answers to a question lead to.

    `results` are the statuses that the line can have in the end, `findings` the findings on it that can be met.

    `value` is a choice; an empty set: none of the choices; of a date or number the first of those that lead to the
    same, `last` being the last (None: all from `value` on); None: it stays open. `marked` is False for all answers in
    which a choice of an *any of* fact is not marked.
    """

    value: AnswerValue | None
    results: Results
    findings: frozenset[NodeKey]
    last: AnswerValue | None = None
    marked: bool = True

    def covers(self, answer: AnswerValue | None) -> bool:
        """Return whether an answer is one of those."""
        if isinstance(answer, frozenset) and isinstance(self.value, str):
            return (self.value in answer) == self.marked
        if isinstance(answer, date) and isinstance(self.value, date):
            return self.value <= answer and (not isinstance(self.last, date) or answer <= self.last)
        if isinstance(answer, Decimal) and isinstance(self.value, Decimal):
            return self.value <= answer and (not isinstance(self.last, Decimal) or answer <= self.last)
        return answer == self.value


@dataclass(frozen=True)
class LineMatrix:
    """One line: how it can come out, the findings on it, and for each fact that is asked what its answers lead to."""

    claim: ClaimId
    results: Results
    findings: tuple[NodeKey, ...]
    facts: Mapping[FactId, tuple[FactRow, ...]]

    @property
    def telling(self) -> tuple[FactId, ...]:
        """The facts whose answers do not all leave the same possible, in the order in which they are asked."""
        return tuple(
            fact for fact, rows in self.facts.items() if len({(row.results, row.findings) for row in rows}) > 1
        )

    def needed_for(self, finding: NodeKey) -> dict[FactId, tuple[FactRow, ...]]:
        """Return for each fact that can keep a finding from being met the answers with which it can be met."""
        able = {fact: tuple(row for row in rows if finding in row.findings) for fact, rows in self.facts.items()}
        return {fact: rows for fact, rows in able.items() if rows and len(rows) < len(self.facts[fact])}


@dataclass(frozen=True)
class Matrix:
    """All lines that a tree can reach, in the order of the board. Not `proven`: exploration met its cap (`why_not`)."""

    graph: TreeGraph
    today: date
    proven: bool
    why_not: str = ""
    lines: tuple[LineMatrix, ...] = ()


def matrix(graph: TreeGraph, today: date, *, cap: int = CAP) -> Matrix:
    """Find what each answer can lead to, for every line that a finding of the tree reaches."""
    order = [claim.id for claim in graph.collection.manifest.claims]
    findings = {claim: [n for n, node in enumerate(graph.nodes) if sets_status(node, claim)] for claim in order}
    claims = [claim for claim in order if findings[claim]]
    try:
        space = StateSpace(graph, today, cap, count_questions=False, followed=claims)
        reached = reached_states(space)
        lines = tuple(_Line(reached, claim, findings[claim]).matrix() for claim in claims)
    except TooManyValuesError as fault:
        return Matrix(graph, today, proven=False, why_not=f"the fact “{fault}” has too many combinations of choices")
    except TooManyNodesError:
        return Matrix(graph, today, proven=False, why_not=f"more than {cap} states had to be told apart")
    return Matrix(graph, today, proven=True, lines=lines)


def sets_status(node: Node, claim: ClaimId) -> bool:
    """Return whether a node gives a line a status."""
    return isinstance(node, FindingNode) and node.status is not None and claim in node.claims


class _Leads:
    """What an answer can lead to: numbers of statuses (0: the line is not reached) and numbers of finding nodes."""

    def __init__(self) -> None:
        self.results: set[int] = set()
        self.findings: set[int] = set()

    def add(self, other: "_Leads") -> None:
        self.results |= other.results
        self.findings |= other.findings


class _Line:
    """Follows one line through a tree that has been explored."""

    def __init__(self, reached: ReachedStates, claim: ClaimId, findings: Sequence[int]) -> None:
        space = self.space = reached.space
        self.reached = reached
        self.claim = claim
        self.findings = findings
        self.variable = space.claim_variable[claim]
        self.found: dict[FactId, dict[int, _Leads]] = {}

    def matrix(self) -> LineMatrix:
        """Return what is found."""
        space, diagrams = self.space, self.space.diagrams
        undecided = _upstream(space, self.findings)
        before = self._before(undecided)
        after = self._after(undecided, self._settled(), EMPTY)
        start = diagrams.meet(before[0], after[0])
        for leads, pairs in self._answers(undecided, before, after):
            leads.results.update(diagrams.values(pairs, space.result))
        for finding in self.findings:
            upstream = _upstream(space, [finding])
            after = self._after(upstream, EMPTY, FULL, finding)
            for leads, pairs in self._answers(upstream, self.reached.states, after):
                if pairs != EMPTY:
                    leads.findings.add(finding)
        results = frozenset(map(_status, diagrams.values(start, space.result)))
        keys = tuple(space.graph.keys[here] for here in self.findings if self.reached.states[here] != EMPTY)
        asked = [node.fact for node in space.graph.nodes if isinstance(node, QuestionNode) and node.fact in self.found]
        return LineMatrix(self.claim, results, keys, {fact: tuple(self._rows(fact)) for fact in dict.fromkeys(asked)})

    # -- sets of states -----------------------------------------------------------------------------------------------

    def _settled(self) -> Set:
        """The states in which the line's status so far is the result."""
        diagrams, states = self.space.diagrams, EMPTY
        for number in range(1 + len(STATUSES)):
            states = diagrams.union(states, diagrams.state({self.variable: number, self.space.result: number}))
        return states

    def _before(self, undecided: Sequence[bool]) -> list[Set]:
        """For each node from which a finding on the line can still be met: its states and the line's status so far."""
        space, diagrams = self.space, self.space.diagrams
        fresh = diagrams.where(self.variable, (NOT_ASKED,))
        touched = _downstream(space, self.findings)
        follow = [open_still and late for open_still, late in zip(undecided, touched, strict=True)]
        states = [
            diagrams.meet(plain, fresh) if open_still and not late else EMPTY
            for plain, open_still, late in zip(self.reached.states, undecided, touched, strict=True)
        ]
        for here, ways in enumerate(space.graph.ways):
            if states[here] == EMPTY or not any(follow[way.target] for way in ways):
                continue
            for via, image in space.images(here, states[here]):
                target = space.graph.way[here][via]
                if image != EMPTY and follow[target]:
                    kept = space.projected(image, target, {self.variable})
                    states[target] = diagrams.union(states[target], kept)
        return states

    def _after(self, within: Sequence[bool], outside: Set, goal_states: Set, goal: int | None = None) -> list[Set]:
        """For each node the states from which some walk goes on to what is sought, each with its results.

        `within` are the nodes to look at; from the others `outside` is what is sought, at the node `goal` it is
        `goal_states`.
        """
        space, diagrams = self.space, self.space.diagrams
        after = [outside] * len(within)
        for here in range(len(within) - 1, -1, -1):
            if here == goal:
                after[here] = diagrams.meet(goal_states, self.reached.states[here])
            elif within[here]:
                after[here] = EMPTY
                for via, target in space.graph.way[here].items():
                    if (here, via) in self.reached.ways and after[target] != EMPTY:
                        back = diagrams.meet(space.origins(here, via, after[target]), self.reached.states[here])
                        after[here] = diagrams.union(after[here], back)
        return after

    # -- answers ------------------------------------------------------------------------------------------------------

    def _answers(
        self, within: Sequence[bool], before: Sequence[Set], after: Sequence[Set]
    ) -> Iterator[tuple[_Leads, Set]]:
        """Yield for each answer that can be given where it is noted, and the results that it can lead to."""
        space, diagrams = self.space, self.space.diagrams
        for here, node in enumerate(space.graph.nodes):
            if not within[here] or not isinstance(node, QuestionNode):
                continue
            variable = space.variable[node.fact]
            asked = diagrams.meet(before[here], diagrams.where(variable, (NOT_ASKED,)))
            if asked == EMPTY:
                continue
            noted = self.found.setdefault(node.fact, {})
            others = [v for v in range(len(diagrams.sizes)) if v not in (variable, space.result)]
            for via, numbers in space.numbers[here].items():
                sources = [(NOT_ASKED,) if v in numbers else () for v in range(diagrams.sizes[variable])]
                answered = diagrams.remap(asked, variable, sources)
                pairs = diagrams.forget(diagrams.meet(answered, after[space.graph.way[here][via]]), others)
                for number in numbers:
                    these = diagrams.meet(pairs, diagrams.where(variable, (number,)))
                    yield noted.setdefault(number, _Leads()), these

    def _rows(self, fact: FactId) -> Iterator[FactRow]:
        space, found = self.space, self.found[fact]
        kind = space.graph.index.facts[fact].kind
        by_value = {value: found.get(number, _Leads()) for number, value in enumerate(space.values[fact], FIRST_VALUE)}
        if kind in ("date", "number"):
            yield from self._spans(by_value)
        else:
            for choice in space.graph.index.choices[fact]:
                for marked in (True, False) if kind == "any-of" else (True,):
                    leads = _Leads()
                    for value in space.representatives.of_choice(fact, choice.id, marked=marked):
                        leads.add(by_value[value])
                    yield self._row(choice.id, leads, marked=marked)
            if kind == "any-of":
                yield self._row(frozenset(), by_value.get(frozenset(), _Leads()))
        if OPEN in found:
            yield self._row(None, found[OPEN])

    def _spans(self, by_value: Mapping[AnswerValue, _Leads]) -> Iterator[FactRow]:
        """Yield the dates or numbers that lead to the same as one row; each stands for those up to the next."""
        values = sorted(by_value, key=_place)
        spans = [list(group) for _, group in groupby(values, key=lambda value: self._row(None, by_value[value]))]
        for same, following in zip_longest(spans, spans[1:]):
            last = None
            if following is not None:
                first = following[0]
                last = first - timedelta(days=1) if isinstance(first, date) else same[-1]
            yield self._row(same[0], by_value[same[0]], last)

    def _row(
        self, value: AnswerValue | None, leads: _Leads, last: AnswerValue | None = None, *, marked: bool = True
    ) -> FactRow:
        keys = self.space.graph.keys
        findings = frozenset(keys[number] for number in leads.findings)
        return FactRow(value, frozenset(map(_status, leads.results)), findings, last, marked)


def _upstream(space: StateSpace, targets: Sequence[int]) -> list[bool]:
    """For each node whether one of the targets is it or can be met after it."""
    found = [here in targets for here in range(len(space.graph.ways))]
    for here in range(len(found) - 1, -1, -1):
        found[here] |= any(found[way.target] for way in space.graph.ways[here])
    return found


def _downstream(space: StateSpace, sources: Sequence[int]) -> list[bool]:
    """For each node whether it can be met after one of the sources."""
    found = [False] * len(space.graph.ways)
    for here, ways in enumerate(space.graph.ways):
        if here in sources or found[here]:
            for way in ways:
                found[way.target] = True
    return found


def _status(number: int) -> Status | None:
    return STATUSES[number - 1] if number else None


def _place(value: AnswerValue) -> Decimal:
    return Decimal(value.toordinal()) if isinstance(value, date) else Decimal(str(value))
