# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk: what a tree makes of answers on a day. Everything that is shown derives from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from wizard.engine.ahead import Ahead, look_ahead
from wizard.engine.answers import fits
from wizard.engine.board import Found, Line
from wizard.engine.conditions import Situation, Test, Truth
from wizard.engine.deadlines import deadline
from wizard.engine.graph import NEXT, OTHERWISE, UNKNOWN, UNSURE, TreeGraph
from wizard.engine.regions import region_of
from wizard.model.deadline import Deadline
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, DeadlineRuleId, FactId, NodeKey
from wizard.model.node import FindingNode, GateNode, QuestionNode
from wizard.model.status import BADNESS, Status

#: How a step was passed: answered here; known from an earlier step; branched by a gate; left open ("not sure yet");
#: a finding noted; a subtree entered.
How = Literal["answered", "known", "branched", "unsure", "noted", "entered"]


class Step(NamedTuple):
    """One step of the trail: the node, how it was passed and the way out taken (`via`: see `graph.Way`)."""

    key: NodeKey
    how: How
    via: str
    fact: FactId | None = None
    value: AnswerValue = None


#: A step as the walk takes it down: the number of its node, then as in `Step`.
Taken = tuple[int, How, str, FactId | None, AnswerValue]


@dataclass(frozen=True)
class Walk:
    """What a tree makes of a case's answers on a day.

    `asked` is the question now asked, `ended` the end reached; exactly one of them is None. `path` are all places
    passed, the ends of subtrees and the present place included. `known` are the facts
    established on the trail, `open_facts` those answered "not sure yet" there. `parked` are answers that the trail does
    not use.

    What *rests on* no open fact holds however the open facts turn out: such a finding stays on the trail on the same
    lines, and once an end is reached such a line keeps its status. The facts named are those that could change it; it
    is not tried whether they do (`whatif` tries).
    """

    graph: TreeGraph
    today: date
    asked: NodeKey | None
    ended: NodeKey | None
    found: tuple[Found, ...]
    statuses: Mapping[ClaimId, Status]
    known: Mapping[FactId, AnswerValue]
    open_facts: tuple[FactId, ...]
    parked: tuple[FactId, ...]
    taken: tuple[Taken, ...]
    line_rests: Mapping[ClaimId, tuple[FactId, ...]]

    @cached_property
    def trail(self) -> tuple[Step, ...]:
        """The steps, in order."""
        keys = self.graph.keys
        return tuple([Step(keys[number], how, via, fact, value) for number, how, via, fact, value in self.taken])

    @cached_property
    def path(self) -> tuple[NodeKey, ...]:
        """All places passed, the ends of subtrees and the present place included."""
        keys, way, here = self.graph.keys, self.graph.way, 0
        places = []
        for number, _, via, _, _ in self.taken:
            # The end of a subtree is passed without a step.
            while here != number:
                places.append(keys[here])
                here = way[here][NEXT]
            places.append(keys[number])
            here = way[number][via]
        present = self.graph.number[self.asked or self.ended or ""]
        while here != present:
            places.append(keys[here])
            here = way[here][NEXT]
        return (*places, keys[present])

    @cached_property
    def board(self) -> tuple[Line, ...]:
        """The lines reached, in the collection's order; internal lines are left out."""
        return tuple(line for line in self.lines if self.graph.index.claims[line.claim].shown)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines reached, in the collection's order, internal ones too."""
        lines = []
        for claim, status in self.statuses.items():
            behind = [found for found in self.found if claim in found.claims and found.node.status is not None]
            keys = tuple([found.key for found in behind])
            rests = self.line_rests.get(claim, ())
            lines.append(Line(claim, self.graph.index.claims[claim].against, status, rests, keys))
        order = self.graph.index.claim_order
        return tuple(sorted(lines, key=lambda line: order[line.claim]))

    @cached_property
    def remarks(self) -> tuple[Found, ...]:
        """The remarks on the trail: findings without a status."""
        return tuple([found for found in self.found if found.node.status is None])

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that the findings bring in, in the order in which the trail met them."""
        behind: dict[DeadlineRuleId, list[NodeKey]] = {}
        for found in self.found:
            for rule_id in found.node.deadlines:
                behind.setdefault(rule_id, []).append(found.key)
        return tuple([one for rule, keys in behind.items() if (one := self._deadline(rule, tuple(keys))) is not None])

    def _deadline(self, rule_id: DeadlineRuleId, keys: tuple[NodeKey, ...]) -> Deadline | None:
        index = self.graph.index
        rule = index.rules[rule_id]
        if rule.applies is not None and index.test(rule.applies).truth(self.situation) is False:
            return None
        return deadline(rule, index.counts.of(rule)(self.known), self.today, keys)

    @cached_property
    def situation(self) -> Situation:
        """The facts and statuses at the end of the trail, as a condition reads them."""
        return Situation(self.known, self.statuses, self.today)

    @cached_property
    def ahead(self) -> Ahead:
        """What can still be reached from here, and the fewest and the most questions left."""
        here = self.graph.number[self.asked or self.ended or ""]
        return look_ahead(self.graph, here, self.situation, frozenset(self.open_facts))

    @property
    def reachable(self) -> frozenset[NodeKey]:
        """The nodes that further answers can still lead to, the present one included."""
        return self.ahead.reachable

    @cached_property
    def step_at(self) -> Mapping[NodeKey, Step]:
        """The steps of the trail by place."""
        return {step.key: step for step in self.trail}


def walk(graph: TreeGraph, answers: Mapping[FactId, AnswerValue], today: date) -> Walk:
    """Walk a tree with answers on a day. Pure: the order in which answers were given never matters.

    An answer that does not fit its fact (a choice that is gone) counts as not given.
    """
    walker = _Walker(graph, answers, today)
    end = walker.run()
    key = graph.keys[end]
    asked = graph.nodes[end].kind == "question"
    known, still_open = walker.known, walker.open
    parked: list[FactId] = []
    if len(known) + len(still_open) < len(answers):
        parked = [fact for fact in answers if fact not in known and fact not in still_open]
    return Walk(
        graph=graph,
        today=today,
        asked=key if asked else None,
        ended=None if asked else key,
        found=tuple(walker.found),
        statuses=walker.statuses,
        known=walker.known,
        open_facts=tuple(walker.open),
        parked=tuple(parked),
        taken=tuple(walker.taken),
        line_rests={claim: walker.rests_of_line(claim) for claim in walker.line_rests},
    )


class _Walker:
    """The fold over answers that `walk` is; thrown away when it is done."""

    def __init__(self, graph: TreeGraph, answers: Mapping[FactId, AnswerValue], today: date) -> None:
        self.graph = graph
        self.index = graph.index
        self.answers = answers
        self.taken: list[Taken] = []
        self.found: list[Found] = []
        self.known: dict[FactId, AnswerValue] = {}
        self.open: dict[FactId, None] = {}
        self.statuses: dict[ClaimId, Status] = {}
        #: How bad the worst finding on each line is that rests on nothing.
        self.firm: dict[ClaimId, int] = {}
        #: For each line, the open facts that could put a finding on it, with how bad the worst such finding is.
        self.line_rests: dict[ClaimId, dict[FactId, int]] = {}
        #: The facts that are or are not established here depending on open facts, with those.
        self.fact_rests: dict[FactId, dict[FactId, None]] = {}
        self.resting: list[tuple[int, tuple[FactId, ...]]] = []
        self.situation = Situation(self.known, self.statuses, today)

    def run(self) -> int:
        """Walk as far as the answers lead; return the number of the question now asked, or of the end.

        The plain case, a question with an answer that fits, is done here; it is nearly all that a walk does.
        """
        questions, way = self.graph.questions, self.graph.way
        note_step = self.taken.append
        answers, known, resting = self.answers, self.known, self.resting
        here = 0
        while True:
            if resting and resting[-1][0] == here:
                self._leave_joins(here)
            question = questions[here]
            if question is None:
                out = self._pass(here)
            else:
                fact, targets, onward = question
                value = answers.get(fact)
                # A choice that is gone, or anything that is no choice, leads nowhere.
                target = targets.get(value) if targets is not None else self._onward(fact, value, onward)
                if target is not None:
                    via: str = NEXT if onward is not None else value  # type: ignore[assignment]  # here it is a choice
                    note_step((here, "known" if fact in known else "answered", via, fact, value))
                    known[fact] = value
                    here = target
                    continue
                out = self._open_question(here, fact)
            if out is None:
                return here
            here = way[here][out]

    def _onward(self, fact: FactId, value: AnswerValue, onward: int | None) -> int | None:
        """Return where a set, a date or a number leads, or None where it does not fit its fact."""
        return onward if value is not None and self._fits(fact, value) else None

    def _pass(self, here: int) -> str | None:
        """Return the way out of a node that is no question, or None at an end."""
        node = self.graph.nodes[here]
        if node.kind == "gate":
            return self._gate(here, node)
        if node.kind == "finding":
            return self._finding(here, node)
        if not self.graph.way[here]:
            return None
        if node.kind == "subtree":
            self.taken.append((here, "entered", NEXT, None, None))
        return NEXT

    def _leave_joins(self, here: int) -> None:
        self.resting[:] = [entry for entry in self.resting if entry[0] != here]

    def _rests(self) -> tuple[FactId, ...]:
        if not self.resting:
            return ()
        return tuple(dict.fromkeys(fact for _, facts in self.resting for fact in facts))

    def _rest(self, here: int, facts: tuple[FactId, ...]) -> None:
        """From here to the join of this node's ways out, findings rest on these open facts, and lines beyond it."""
        region = region_of(self.graph, here)
        self.resting.append((region.join, facts))
        self.resting.sort(reverse=True)
        for claim, badness in region.worst.items():
            self._rest_line(claim, facts, badness)
        for fact in region.sometimes:
            if fact not in self.known and fact not in self.open:
                self.fact_rests.setdefault(fact, {}).update(dict.fromkeys(facts))

    def _rest_line(self, claim: ClaimId, facts: Iterable[FactId], badness: int) -> None:
        rests = self.line_rests.setdefault(claim, {})
        for fact in facts:
            rests[fact] = max(rests.get(fact, -1), badness)

    def rests_of_line(self, claim: ClaimId) -> tuple[FactId, ...]:
        """Return the open facts that could change the status of a line: those that could put a worse finding on it."""
        firm = self.firm.get(claim, -1)
        return tuple([fact for fact, badness in self.line_rests.get(claim, {}).items() if badness > firm])

    def _open_question(self, here: int, fact: FactId) -> str | None:
        """Return the way out of a question that is not sure yet, or None where it is now asked."""
        node = self.graph.nodes[here]
        if not isinstance(node, QuestionNode) or node.unsure is None:
            return None
        known_open = fact in self.open
        if not known_open and (fact not in self.answers or self.answers[fact] is not None):
            return None
        self.open[fact] = None
        self._rest(here, (fact,))
        self.taken.append((here, "known" if known_open else "unsure", UNSURE, fact, None))
        return UNSURE

    def _fits(self, fact: FactId, value: AnswerValue) -> bool:
        return fits(self.index.facts[fact], self.index.choice_ids[fact], value)

    def _gate(self, here: int, node: GateNode) -> str:
        via, causes = self._branch(here, node)
        if causes:
            self._rest(here, causes)
        self.taken.append((here, "branched", via, None, None))
        return via

    def _branch(self, here: int, node: GateNode) -> tuple[str, tuple[FactId, ...]]:
        """Return the way out of a gate and the open facts that the choice of it rests on."""
        causes: dict[FactId, None] = {}
        situation, some_open = self.situation, bool(self.open)
        for name, test in self.graph.tests[here]:
            truth = test.truth(situation)
            # A truth that is settled rests on nothing open, but through facts and lines that do.
            if some_open and (truth is None or not test.settles or self.fact_rests):
                causes.update(dict.fromkeys(self._causes(test, truth)))
            if truth:
                return name, tuple(causes)
            if truth is None:
                return (UNKNOWN if node.unknown is not None else OTHERWISE), tuple(causes)
        return OTHERWISE, tuple(causes)

    def _causes(self, test: Test, truth: Truth) -> Iterator[FactId]:
        """Yield the open facts that could give a condition another truth."""
        for claim in test.claims:
            yield from self.rests_of_line(claim)
        for fact in test.facts:
            yield from self.fact_rests.get(fact, ())
            if fact in self.open and (truth is None or not test.settles):
                yield fact

    def _finding(self, here: int, node: FindingNode) -> str:
        key = self.graph.keys[here]
        if not self.open and not node.only_if_reached:
            self.found.append(Found(key, node, node.claims, ()))
            if node.status is not None:
                self._note(node.status, node.claims, {})
            self.taken.append((here, "noted", NEXT, None, None))
            return NEXT
        rests = self._rests()
        claims = node.claims
        if node.only_if_reached:
            claims = tuple([claim for claim in claims if claim in self.statuses])
        on_line = {claim: self._rests_on_line(claim, node, rests) for claim in node.claims} if self.open else {}
        if claims or not node.claims:
            all_rests = tuple(dict.fromkeys(fact for facts in (rests, *on_line.values()) for fact in facts))
            self.found.append(Found(key, node, claims, all_rests))
        if node.status is not None:
            self._note(node.status, claims, on_line)
        self.taken.append((here, "noted", NEXT, None, None))
        return NEXT

    def _rests_on_line(self, claim: ClaimId, node: FindingNode, rests: tuple[FactId, ...]) -> tuple[FactId, ...]:
        """Return the open facts that could keep a finding off a line: also those that the line is reached by."""
        if node.only_if_reached and claim not in self.firm:
            return tuple(dict.fromkeys((*rests, *self.line_rests.get(claim, ()))))
        return rests

    def _note(self, status: Status, claims: tuple[ClaimId, ...], on_line: Mapping[ClaimId, tuple[FactId, ...]]) -> None:
        statuses, firm, badness = self.statuses, self.firm, BADNESS[status]
        for claim in claims:
            before = statuses.get(claim)
            if before is None or BADNESS[before] < badness:
                statuses[claim] = status
            if firm.get(claim, -1) < badness and not on_line.get(claim):
                firm[claim] = badness
        for claim, facts in on_line.items():
            if facts:
                self._rest_line(claim, facts, badness)
