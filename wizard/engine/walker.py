# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fold over answers that a walk is: from node to node as the plans of the tree say."""

from collections.abc import Iterable, Mapping
from datetime import date

from wizard.engine.board import Found
from wizard.engine.conditions import Situation
from wizard.engine.graph import NEXT, UNSURE, TreeGraph
from wizard.engine.plans import FindingPlan, GatePlan, Taken, plans_of
from wizard.engine.regions import LEVELS, region_of, regions_of
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, FactId
from wizard.model.status import BADNESS, Status

#: A set of open facts: bit n is the one that was the n-th to be left open.
OpenFacts = int


class Walker:
    """Walks once; thrown away when it is done. What it found is read from its fields."""

    def __init__(self, graph: TreeGraph, answers: Mapping[FactId, AnswerValue], today: date) -> None:
        self.graph = graph
        self.answers = answers
        self.regions = regions_of(graph)
        self.taken: list[Taken] = []
        self.found: list[Found] = []
        self.known: dict[FactId, AnswerValue] = {}
        #: The open facts, in the order of the trail, each with its bit.
        self.open: dict[FactId, OpenFacts] = {}
        self.statuses: dict[ClaimId, Status] = {}
        #: For each line the slot (`regions.slot_of`) of the worst finding on it that rests on nothing.
        self.firm: dict[ClaimId, int] = {}
        #: By slot, the open facts that could put a finding that bad on the line.
        self.slots: list[OpenFacts] = [0] * (len(graph.index.claims) * LEVELS)
        #: For each line the open facts that could change its status: those of the slots above the firm one.
        self.line_rests: dict[ClaimId, OpenFacts] = {}
        #: The facts that are or are not established here depending on open facts, with those.
        self.fact_rests: dict[FactId, OpenFacts] = {}
        #: The joins ahead, the nearest last, with all open facts that findings up to there rest on. They lie within
        #: each other, as each node's join comes no later than that of a node whose join is still ahead.
        self.resting: list[tuple[int, OpenFacts]] = [(len(graph.nodes) + 1, 0)]
        self.situation = Situation(self.known, self.statuses, today)
        self._names: dict[OpenFacts, tuple[FactId, ...]] = {0: ()}

    def run(self) -> int:
        """Walk as far as the answers lead; return the number of the question now asked, or of the end.

        The plain case, a question with an answer that fits, is done here; it is nearly all that a walk does.
        """
        questions, gates, findings, passes = plans_of(self.graph)
        note_step = self.taken.append
        answers, known, resting = self.answers, self.known, self.resting
        here = 0
        while True:
            if resting[-1][0] == here:
                resting.pop()
            if (question := questions[here]) is not None:
                fact, targets, fits, onward, unsure = question
                value = answers.get(fact)
                # A choice that is gone, or anything that does not fit, leads nowhere.
                target = targets.get(value) if targets is not None else onward if fits(value) else None
                if target is not None:
                    via: str = NEXT if onward is not None else value  # type: ignore[assignment]  # here it is a choice
                    note_step((here, "known" if fact in known else "answered", via, fact, value))
                    known[fact] = value
                    here = target
                elif unsure is None or not self._leaves_open(here, fact):
                    return here
                else:
                    here = unsure
            elif (gate := gates[here]) is not None:
                here = self._gate(here, gate)
            elif (finding := findings[here]) is not None:
                here = self._finding(finding)
            elif (passed := passes[here]) is not None:
                step, here = passed
                if step is not None:
                    note_step(step)
            else:
                return here

    def named(self, facts: OpenFacts) -> tuple[FactId, ...]:
        """Return open facts by name, in the order of the trail."""
        names = self._names.get(facts)
        if names is None:
            names = self._names[facts] = tuple([fact for fact, bit in self.open.items() if facts & bit])
        return names

    # -- questions ----------------------------------------------------------------------------------------------------

    def _leaves_open(self, here: int, fact: FactId) -> bool:
        """Leave a fact open that is not sure yet; return whether it is, else it is asked now."""
        known_open = fact in self.open
        if not known_open:
            if fact not in self.answers or self.answers[fact] is not None:
                return False
            self.open[fact] = 1 << len(self.open)
        self._rest(here, self.open[fact])
        self.taken.append((here, "known" if known_open else "unsure", UNSURE, fact, None))
        return True

    def _rest(self, here: int, facts: OpenFacts) -> None:
        """From here to the join of this node's ways out, findings rest on these open facts, and lines beyond it."""
        region = self.regions.get(here) or region_of(self.graph, here)
        join, before = self.resting[-1]
        if join == region.join:
            self.resting[-1] = (join, before | facts)
        else:
            self.resting.append((region.join, before | facts))
        for claim, slot in region.slots:
            self._rest_line(claim, slot, facts)
        known, still_open, rests = self.known, self.open, self.fact_rests
        for fact in region.sometimes:
            if fact not in known and fact not in still_open:
                rests[fact] = rests.get(fact, 0) | facts

    def _rest_line(self, claim: ClaimId, slot: int, facts: OpenFacts) -> None:
        self.slots[slot] |= facts
        if slot > self.firm.get(claim, -1):
            self.line_rests[claim] = self.line_rests.get(claim, 0) | facts

    # -- gates --------------------------------------------------------------------------------------------------------

    def _gate(self, here: int, gate: GatePlan) -> int:
        """Return the node that a gate leads to; what the choice of the way rests on, the ways out rest on as well."""
        branches, way_out, unknown = gate
        situation, some_open, fact_rests, causes = self.situation, self.open, self.fact_rests, 0
        for truth_of, settles, facts, claims, out in branches:
            truth = truth_of(situation)
            if some_open:
                for fact in facts:
                    if fact in fact_rests:
                        causes |= fact_rests[fact]
                # A truth that is settled rests on nothing open, but through facts that do.
                if truth is None or not settles:
                    causes |= self._unsettled(facts, claims)
            if truth:
                way_out = out
                break
            if truth is None:
                way_out = unknown
                break
        if causes:
            self._rest(here, causes)
        step, target = way_out
        self.taken.append(step)
        return target

    def _unsettled(self, facts: tuple[FactId, ...], claims: tuple[ClaimId, ...]) -> OpenFacts:
        """Return the open facts among these and behind these lines: they could give a condition another truth."""
        still_open, causes = self.open, 0
        for fact in facts:
            if fact in still_open:
                causes |= still_open[fact]
        for claim in claims:
            causes |= self.line_rests.get(claim, 0)
        return causes

    # -- findings -----------------------------------------------------------------------------------------------------

    def _finding(self, plan: FindingPlan) -> int:
        """Note a finding; return the node that it leads to."""
        found, status, slots, only_if_reached, (step, target) = plan
        self.taken.append(step)
        rests = self.resting[-1][1]
        if only_if_reached:
            self._if_reached(found, status, slots, rests)
            return target
        self.found.append(Found(found.key, found.node, found.claims, self.named(rests)) if rests else found)
        if status is not None:
            for claim, slot in slots:
                self._note(claim, status, slot, rests)
        return target

    def _if_reached(
        self, found: Found, status: Status | None, slots: tuple[tuple[ClaimId, int], ...], rests: OpenFacts
    ) -> None:
        """Note a finding that counts on lines only that another finding has reached."""
        reached = tuple([claim for claim in found.claims if claim in self.statuses])
        # What a line is reached by, or not, could keep the finding off it.
        by = [0 if claim in self.firm else self.line_rests.get(claim, 0) for claim in found.claims]
        on_lines = [rests | facts for facts in by]
        if status is not None:
            for (claim, slot), on_line in zip(slots, on_lines, strict=True):
                if claim in reached:
                    self._note(claim, status, slot, on_line)
                else:
                    self._rest_line(claim, slot, on_line)
        if reached or not found.claims:
            self.found.append(Found(found.key, found.node, reached, self.named(rests | _any_of(on_lines))))

    def _note(self, claim: ClaimId, status: Status, slot: int, rests: OpenFacts) -> None:
        before = self.statuses.get(claim)
        if before is None or BADNESS[before] < BADNESS[status]:
            self.statuses[claim] = status
        if rests:
            self._rest_line(claim, slot, rests)
        elif self.firm.get(claim, -1) < slot:
            self.firm[claim] = slot
            if claim in self.line_rests:
                worse = range(slot + 1, (slot // LEVELS + 1) * LEVELS)
                self.line_rests[claim] = _any_of([self.slots[one] for one in worse])


def _any_of(sets: Iterable[OpenFacts]) -> OpenFacts:
    facts = 0
    for one in sets:
        facts |= one
    return facts
