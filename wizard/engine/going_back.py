# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether any walk meets a thing at a node, found by going back from there to the first node.

The states from which a thing is met say nothing of what does not matter for it, so the sets stay small where all states
together would not (the cone of influence of model checking: Clarke, Grumberg and Peled, "Model Checking", 1999).
"""

from wizard.engine.diagrams import EMPTY, Set, TooManyNodesError
from wizard.engine.sights import Sight
from wizard.engine.state_space import StateSpace
from wizard.engine.trial_walks import Answers, TrialWalks
from wizard.model.node import QuestionNode

#: Trial walks that may come by chance to where it is known how to go on.
TRIALS = 200


def can_be_met(trials: TrialWalks, sight: Sight, effort: int) -> bool | None:
    """Return whether some walk meets a thing; the trials have met it then. None: it takes more than `effort` to say.

    `effort` is how many diagram nodes may be made.
    """
    space = trials.space
    states = trials.unmet[sight.here][sight]
    with space.diagrams.aside(effort):
        leading, to_the_start = _states_leading_to(space, sight.here, states)
        if to_the_start and not space.diagrams.holds(leading[0], [0] * len(space.diagrams.sizes)):
            return False
        taking = _answer_that_takes(space, sight)
        for _ in range(1 if to_the_start else TRIALS):
            trials.walk(taking if to_the_start else {**trials.varied(sight.here), **taking}, leading)
            if sight in trials.met:
                return True
    return None


def _states_leading_to(space: StateSpace, target: int, wanted: Set) -> tuple[list[Set], bool]:
    """Return for each node the states from which some walk comes to the target in a wanted state.

    False: only for the nodes from some one on, since the sets outgrew the diagrams before.
    """
    leading = [EMPTY] * len(space.graph.nodes)
    leading[target] = wanted
    for here in range(target - 1, -1, -1):
        try:
            for via, onward in space.graph.way[here].items():
                if leading[onward] != EMPTY:
                    leading[here] = space.diagrams.union(leading[here], space.origins(here, via, leading[onward]))
        except TooManyNodesError:
            return leading, False
    return leading, True


def _answer_that_takes(space: StateSpace, sight: Sight) -> Answers:
    node = space.graph.nodes[sight.here]
    if not isinstance(node, QuestionNode) or sight.kind != "way":
        return {}
    return {space.variable[node.fact]: space.numbers[sight.here][str(sight.what)][0]}
