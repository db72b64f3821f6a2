# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks with answers drawn by lot, to find for what can be met in a tree some answers that meet it.

Lots are cast alike each time, so that the same tree gives the same walks. What no trial meets may be met all the same:
`going_back` says whether.
"""

from collections.abc import Mapping, Sequence
from random import Random

from wizard.engine.atom_sets import FIRST_VALUE, NOT_ASKED, OPEN
from wizard.engine.diagrams import Set
from wizard.engine.graph import NEXT, UNSURE
from wizard.engine.sights import Sight, sights_at
from wizard.engine.state_space import StateSpace
from wizard.model.node import QuestionNode

#: The number of the value of each fact answered, by the fact's variable.
Answers = Mapping[int, int]

#: Rounds of trials without anything new after which lots are no longer cast.
ROUNDS_WITHOUT_NEWS = 12
TRIALS_A_ROUND = 25
#: How many of the walks that met a node are kept, to try again with a few answers changed.
WALKS_KEPT = 6
#: How often a question that can be left open is.
LEFT_OPEN = 0.12
#: How often an answer is drawn among those that no walk has given there before.
TRY_NEW = 0.6
#: How often only what the node itself reads is changed.
CHANGE_NEAR = 0.5


class TrialWalks:
    """What trial walks have met: nodes and sights, each with answers that lead there."""

    def __init__(self, space: StateSpace) -> None:
        self.space = space
        self.nodes: dict[int, Answers] = {}
        self.met: dict[Sight, Answers] = {}
        #: For each node what no trial has met yet, with the states in which it would be met.
        self.unmet = [sights_at(space, here) for here in range(len(space.graph.nodes))]
        self._lot = Random(0)  # noqa: S311 (nothing secret hangs on it)
        self._kept: dict[int, list[Answers]] = {}

    def search(self) -> None:
        """Draw answers until nothing new turns up."""
        quiet = 0
        while quiet < ROUNDS_WITHOUT_NEWS:
            before = len(self.met)
            for _ in range(TRIALS_A_ROUND):
                self.walk({})
            for here in [here for here in self.nodes if self.unmet[here]]:
                self.walk(self.varied(here))
            quiet = 0 if len(self.met) > before else quiet + 1

    def walk(self, answers: Answers, leading: Sequence[Set] = ()) -> None:
        """Walk with some answers, the others drawn by lot, and note what is met.

        `leading`: for each node the states from which a walk can go on to where it should (see `going_back`); once it
        is in one of them, no answer is given that leads out of them.
        """
        before = len(self.met)
        one = _TrialWalk(self, self._lot, answers, leading)
        one.run()
        for here in one.passed:
            kept = self._kept.setdefault(here, [])
            if len(kept) < WALKS_KEPT:
                kept.append(one.given)
            elif len(self.met) > before:
                kept[self._lot.randrange(WALKS_KEPT)] = one.given

    def varied(self, here: int) -> Answers:
        """Return answers that have led to a node, with one to three changed: as often as not of those that it reads."""
        lot, space = self._lot, self.space
        answers = dict(lot.choice(self._kept[here]))
        near = lot.random() < CHANGE_NEAR
        read = [variable for variable in self._read_at(here) if near and variable in answers] or sorted(answers)
        for variable in lot.sample(read, min(len(read), lot.choice((1, 1, 2, 3)))):
            answers[variable] = lot.randrange(OPEN, space.diagrams.sizes[variable])
        return answers

    def _read_at(self, here: int) -> list[int]:
        space, node = self.space, self.space.graph.nodes[here]
        if isinstance(node, QuestionNode):
            return [space.variable[node.fact]]
        facts = dict.fromkeys(fact for _, test in space.graph.tests[here] for fact in test.facts)
        return [space.variable[fact] for fact in facts if fact in space.variable]


class _TrialWalk:
    """One walk: where it is, and what has been answered."""

    def __init__(self, trials: TrialWalks, lot: Random, answers: Answers, leading: Sequence[Set]) -> None:
        self.trials = trials
        self.space = trials.space
        self.lot = lot
        self.answers = answers
        self.leading = leading
        self.point = [0] * len(self.space.diagrams.sizes)
        self.given: dict[int, int] = {}
        self.passed: list[int] = []

    def run(self) -> None:
        graph, trials = self.space.graph, self.trials
        here, via = 0, ""
        while True:
            if here not in trials.nodes:
                trials.nodes[here] = dict(self.given)
            self.passed.append(here)
            node = graph.nodes[here]
            if isinstance(node, QuestionNode):
                via = self._answer(here, self.space.variable[node.fact])
            else:
                via = pass_by(self.space, here, self.point)
            if trials.unmet[here]:
                self._look(here, via)
            if via not in graph.way[here]:
                return
            here = graph.way[here][via]

    def _look(self, here: int, via: str) -> None:
        unmet = self.trials.unmet[here]
        for sight in [sight for sight, states in unmet.items() if self._is_met(sight, via, states)]:
            del unmet[sight]
            self.trials.met[sight] = dict(self.given)

    def _is_met(self, sight: Sight, via: str, states: Set) -> bool:
        return sight.what == via if sight.kind == "way" else self.space.diagrams.holds(states, self.point)

    def _answer(self, here: int, variable: int) -> str:
        """Return the way out of a question, its fact being answered now if it was not before; empty: no way."""
        way_of = self.space.way_of_number[here]
        if self.point[variable] == NOT_ASKED:
            number = self.answers.get(variable, NOT_ASKED)
            if self.leading:
                led = [one for one, via in way_of.items() if self._leads_on(here, via, variable, one)]
                if led and number not in led:
                    number = self.lot.choice(led)
            if number not in way_of:
                number = self._drawn(here)
            if number == NOT_ASKED:
                return ""
            self.point[variable] = self.given[variable] = number
        return way_of.get(self.point[variable], "")

    def _leads_on(self, here: int, via: str, variable: int, number: int) -> bool:
        then = [*self.point[:variable], number, *self.point[variable + 1 :]]
        return self.space.diagrams.holds(self.leading[self.space.graph.way[here][via]], then)

    def _drawn(self, here: int) -> int:
        lot, ways = self.lot, self.space.numbers[here]
        new = [str(sight.what) for sight in self.trials.unmet[here] if sight.what in ways]
        if new and lot.random() < TRY_NEW:
            return lot.choice(ways[lot.choice(new)])
        answers = [number for numbers in ways.values() for number in numbers if number >= FIRST_VALUE]
        if UNSURE in ways and (not answers or lot.random() < LEFT_OPEN):
            return OPEN
        return lot.choice(answers) if answers else NOT_ASKED


def pass_by(space: StateSpace, here: int, point: list[int]) -> str:
    """Return the way out of a node that is no question at a point; a finding notes its statuses there."""
    if here in space.gates:
        holds = space.diagrams.holds
        for via, states in space.gates[here].ways.items():
            if holds(states, point):
                return via
    for variable, after in space.noted[here]:
        point[variable] = after[point[variable]]
    return NEXT
