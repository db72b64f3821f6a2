# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state that a tree can be in: proof of what can be reached, and of the fewest and most questions.

A state at a node is what has been answered so far, as far as something further down still reads it, and the status of
each line that a condition further down reads. Facts are reduced to the few values that conditions tell apart
(`representatives`); sets of states are decision diagrams (`diagrams`), since the facts of several doctrines multiply to
far more states than could be listed.
"""

from dataclasses import dataclass, field
from datetime import date

from wizard.engine.diagrams import EMPTY, TooManyNodesError
from wizard.engine.graph import TreeGraph
from wizard.engine.representatives import TooManyValuesError
from wizard.engine.state_space import StateSpace
from wizard.engine.witness import witness
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, NodeKey

#: Diagram nodes after which exploration gives up. About 1 KiB each, with what is remembered of them.
CAP = 500_000


@dataclass(frozen=True)
class Exploration:
    """What was found. Not `proven`: the cap was met (`why_not`), and nothing here says that a thing cannot be.

    `asked_again` are questions that may not be skipped and meet a fact that was left open before.
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
    fewest: int | None = None
    most: int | None = None
    diagram_nodes: int = 0
    _space: StateSpace | None = field(default=None, repr=False, compare=False)

    def answers_to(self, key: NodeKey) -> dict[FactId, AnswerValue] | None:
        """Return answers that lead to a node, or None where it was not reached (see `witness`)."""
        if self._space is None or key not in self.reached:
            return None
        return witness(self._space, self.graph.number[key])


def explore(graph: TreeGraph, today: date, *, count_questions: bool = True, cap: int = CAP) -> Exploration:
    """Explore a tree for every answer that can be given on a day, "not sure yet" among them.

    Dates and numbers are taken within the limits of their facts.
    """
    try:
        space = StateSpace(graph, today, cap, count_questions=count_questions)
        space.run()
    except TooManyValuesError as fault:
        return Exploration(
            graph, today, proven=False, why_not=f"the fact “{fault}” has too many combinations of choices"
        )
    except TooManyNodesError:
        return Exploration(graph, today, proven=False, why_not=f"more than {cap} states had to be told apart")
    fewest, most = space.question_counts()
    return Exploration(
        graph,
        today,
        proven=True,
        reached=frozenset(key for key, states in zip(graph.keys, space.states, strict=True) if states != EMPTY),
        ways=frozenset((graph.keys[here], via) for here, via in space.ways),
        overlaps=frozenset((graph.keys[here], first, second) for here, first, second in space.overlaps),
        unknown_without_branch=frozenset(graph.keys[here] for here in space.left_unknown),
        asked_again=frozenset(graph.keys[here] for here in space.asked_again),
        fewest=fewest,
        most=most,
        diagram_nodes=space.diagrams.node_count,
        _space=space,
    )
