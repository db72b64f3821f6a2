# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What answers can lead to in a tree: proof of every node and way that is met, and of those that never are.

Facts are reduced to the few values that conditions tell apart (`representatives`). What can be met is shown by walks
with answers that meet it (`trial_walks`); what none of them meets is looked for from behind, and either such answers
are found or it is proven that there are none (`going_back`). The fewest and the most questions need the states of all
walks at once (`reached_states`), which the doctrines of a large tree multiply past what can be kept: they may stay open
where the rest is proven.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from wizard.engine.atom_sets import FIRST_VALUE, OPEN
from wizard.engine.diagrams import TooManyNodesError
from wizard.engine.going_back import can_be_met
from wizard.engine.graph import TreeGraph
from wizard.engine.reached_states import reached_states
from wizard.engine.representatives import TooManyValuesError
from wizard.engine.sights import Sight
from wizard.engine.state_space import StateSpace
from wizard.engine.trial_walks import Answers, TrialWalks
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, NodeKey

#: Diagram nodes after which exploration gives up. About 1 KiB each, with what is remembered of them.
CAP = 500_000
#: Diagram nodes for one look from behind, first and last; between the two, other walks may meet what is looked for.
EFFORTS = (2_000, 20_000, CAP)

Given = Mapping[FactId, Collection[AnswerValue | None]]


@dataclass(frozen=True)
class Exploration:
    """What was found. Not `proven`: the cap was met (`why_not`), and nothing here says that a thing cannot be.

    `asked_again` are questions that may not be skipped and meet a fact that was left open before. `questions` are for
    each end that is reached the fewest and the most that walks to it are asked; none where they were not counted, or
    where counting met the cap.
    """

    graph: TreeGraph
    today: date
    proven: bool
    why_not: str = ""
    reached: frozenset[NodeKey] = frozenset()
    ways: frozenset[tuple[NodeKey, str]] = frozenset()
    overlaps: frozenset[tuple[NodeKey, int, int]] = frozenset()
    unknown_without_branch: frozenset[NodeKey] = frozenset()
    asked_again: frozenset[NodeKey] = frozenset()
    questions: Mapping[NodeKey, tuple[int, int]] = field(default_factory=dict)
    _met: Mapping[NodeKey, Mapping[FactId, AnswerValue | None]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def fewest(self) -> int | None:
        """The fewest questions that a walk to an end is asked."""
        return min((fewest for fewest, _ in self.questions.values()), default=None)

    @property
    def most(self) -> int | None:
        """The most questions that a walk to an end is asked."""
        return max((most for _, most in self.questions.values()), default=None)

    def answers_to(self, key: NodeKey) -> Mapping[FactId, AnswerValue | None] | None:
        """Return answers that lead to a node (None: "not sure yet"), or None where it was not reached."""
        return self._met.get(key)


def explore(
    graph: TreeGraph, today: date, *, given: Given | None = None, count_questions: bool = True, cap: int = CAP
) -> Exploration:
    """Explore a tree for every answer that can be given on a day, "not sure yet" among them.

    Dates and numbers are taken within the limits of their facts; of a fact in `given` only the answers there.
    """
    try:
        space = StateSpace(graph, today, cap, count_questions=False, given=given)
        met = _everything_met(space)
    except TooManyValuesError as fault:
        return Exploration(
            graph, today, proven=False, why_not=f"the fact “{fault}” has too many combinations of choices"
        )
    except TooManyNodesError:
        return Exploration(graph, today, proven=False, why_not=f"more than {cap} states had to be told apart")
    keys = graph.keys
    return Exploration(
        graph,
        today,
        proven=True,
        reached=frozenset(keys[here] for here in met.nodes),
        ways=frozenset((keys[one.here], str(one.what)) for one in met.met if one.kind == "way"),
        overlaps=frozenset((keys[one.here], *one.what) for one in met.met if isinstance(one.what, tuple)),
        unknown_without_branch=frozenset(keys[one.here] for one in met.met if one.kind == "left unknown"),
        asked_again=frozenset(keys[one.here] for one in met.met if one.kind == "asked again"),
        questions=_question_counts(graph, today, cap, given) if count_questions else {},
        _met={keys[here]: _values(space, answers) for here, answers in met.nodes.items()},
    )


def _everything_met(space: StateSpace) -> TrialWalks:
    """Return trial walks that have met everything that can be met.

    Raises:
        TooManyNodesError: it could not be told of everything whether it can.
    """
    trials = TrialWalks(space)
    trials.search()
    never: set[Sight] = set()
    for effort in EFFORTS:
        # What leads to a node has been decided on before the node.
        sure = [_decide(trials, here, effort, never) for here in range(len(space.graph.nodes))]
        if all(sure):
            return trials
        trials.search()
    raise TooManyNodesError


def _decide(trials: TrialWalks, here: int, effort: int, never: set[Sight]) -> bool:
    """Look from behind for what has not been met at a node; return whether it is certain now of everything there."""
    sure = True
    for sight in list(trials.unmet[here]) if here in trials.nodes else []:
        if sight not in never and sight not in trials.met:
            possible = can_be_met(trials, sight, effort)
            sure = sure and possible is not None
            if possible is False:
                never.add(sight)
    return sure


def _values(space: StateSpace, answers: Answers) -> dict[FactId, AnswerValue | None]:
    names = {variable: fact for fact, variable in space.variable.items()}
    return {
        names[variable]: None if number == OPEN else space.values[names[variable]][number - FIRST_VALUE]
        for variable, number in answers.items()
    }


def _question_counts(graph: TreeGraph, today: date, cap: int, given: Given | None) -> dict[NodeKey, tuple[int, int]]:
    try:
        counted = reached_states(StateSpace(graph, today, cap, count_questions=True, given=given)).question_counts()
    except TooManyNodesError:
        return {}
    return {graph.keys[here]: counts for here, counts in counted.items()}
