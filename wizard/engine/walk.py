# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk: what a tree makes of answers on a day. Everything that is shown derives from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from wizard.engine.ahead import Ahead, look_ahead
from wizard.engine.board import Found, Line
from wizard.engine.conditions import Situation
from wizard.engine.deadlines import deadline
from wizard.engine.graph import NEXT, TreeGraph
from wizard.engine.plans import How, Taken
from wizard.engine.walker import Walker
from wizard.model.deadline import Deadline
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, DeadlineRuleId, FactId, NodeKey
from wizard.model.status import Status


class Step(NamedTuple):
    """One step of the trail: the node, how it was passed and the way out taken (`via`: see `graph.Way`)."""

    key: NodeKey
    how: How
    via: str
    fact: FactId | None = None
    value: AnswerValue = None


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
        behind: dict[ClaimId, list[NodeKey]] = {claim: [] for claim in self.statuses}
        for found in self.found:
            if found.node.status is not None:
                for claim in found.claims:
                    behind[claim].append(found.key)
        claims, order, rests = self.graph.index.claims, self.graph.index.claim_order, self.line_rests
        return tuple(
            [
                Line(claim, claims[claim].against, self.statuses[claim], rests.get(claim, ()), tuple(behind[claim]))
                for claim in sorted(self.statuses, key=order.__getitem__)
            ]
        )

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
    walker = Walker(graph, answers, today)
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
        line_rests={claim: walker.named(facts) for claim, facts in walker.line_rests.items()},
    )
