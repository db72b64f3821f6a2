# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a choice not yet made would close and start, and what an open fact could change. Walks, nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wizard.engine.atoms import gate_atoms
from wizard.engine.graph import TreeGraph
from wizard.engine.representatives import Representatives, TooManyValuesError, routes_of
from wizard.engine.walk import Walk, walk
from wizard.model.deadline import Deadline
from wizard.model.fact import AnswerValue
from wizard.model.names import ClaimId, FactId, NodeKey
from wizard.model.node import FindingNode
from wizard.model.status import Status

#: An *any of* fact with more ways to be answered than this is tried on the first ones.
MOST_TRIED = 64


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer does to a walk: lines that get a status or a worse one, lines and ends out of reach, new dates."""

    statuses: Mapping[ClaimId, Status]
    closed_claims: tuple[ClaimId, ...]
    closed_ends: tuple[NodeKey, ...]
    started: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class OpenFact:
    """An open fact with the statuses that each line could have, were it known; only lines that could change."""

    fact: FactId
    could_be: Mapping[ClaimId, tuple[Status | None, ...]]

    @property
    def lines_it_could_change(self) -> int:
        """How many lines could change: what the ranking goes by."""
        return len(self.could_be)


def answers_of(made: Walk) -> dict[FactId, AnswerValue]:
    """Return the answers that the trail uses, open ones included."""
    return {**made.known, **dict.fromkeys(made.open_facts)}


def effect_of(made: Walk, fact: FactId, value: AnswerValue) -> Effect:
    """Return what answering a fact with a value does, beside the walk as it is."""
    then = walk(made.graph, {**answers_of(made), fact: value}, made.today)
    lost = made.reachable - then.reachable - then.step_at.keys()
    possible = _claims_in(made.graph, then.reachable) | then.statuses.keys()
    before = {deadline.rule: deadline.act_by for deadline in made.deadlines}
    order = made.graph.index.claim_order
    closed = {claim for claim in _claims_in(made.graph, lost) if claim not in possible}
    return Effect(
        statuses={claim: status for claim, status in then.statuses.items() if made.statuses.get(claim) != status},
        closed_claims=tuple(sorted(closed, key=lambda claim: order[claim])),
        closed_ends=tuple(key for key in made.graph.keys if key in lost and made.graph.node(key).kind == "end"),
        started=tuple([one for one in then.deadlines if one.act_by and one.act_by != before.get(one.rule)]),
    )


def _claims_in(graph: TreeGraph, keys: frozenset[NodeKey]) -> set[ClaimId]:
    claims: set[ClaimId] = set()
    for key in keys:
        node = graph.node(key)
        if isinstance(node, FindingNode) and node.status is not None:
            claims.update(claim for claim in node.claims if graph.index.claims[claim].shown)
    return claims


def open_facts(made: Walk) -> tuple[OpenFact, ...]:
    """Return the open facts, the one that could change most lines first; each is tried with every kind of answer."""
    answers = answers_of(made)
    shown = [claim.id for claim in made.graph.index.claims.values() if claim.shown]
    results = []
    for fact in made.open_facts:
        seen: dict[ClaimId, dict[Status | None, None]] = {claim: {} for claim in shown}
        for value in values_to_try(made.graph, fact, made.today):
            then = walk(made.graph, {**answers, fact: value}, made.today)
            for claim in shown:
                seen[claim][then.statuses.get(claim)] = None
        could_be = {
            claim: tuple(statuses) for claim, statuses in seen.items() if set(statuses) - {made.statuses.get(claim)}
        }
        results.append(OpenFact(fact, could_be))
    return tuple(sorted(results, key=lambda one: -one.lines_it_could_change))


def values_to_try(graph: TreeGraph, fact: FactId, today: date) -> tuple[AnswerValue, ...]:
    """Return values of a fact that stand for all that the tree tells apart (see `representatives`)."""
    memo = graph.memo.setdefault(("values-to-try", today), {})
    if not memo:
        memo.update(_values(graph, today))
    return tuple(memo.get(fact, ()))[:MOST_TRIED]


def _values(graph: TreeGraph, today: date) -> dict[FactId, tuple[AnswerValue, ...]]:
    asked = routes_of(graph)
    representatives = Representatives(graph.index, gate_atoms(graph), today, together=False)
    simplified: dict[FactId, tuple[AnswerValue, ...]] = {}
    while True:
        try:
            return {**representatives.find(asked), **simplified}
        except TooManyValuesError as fault:
            fact = str(fault)
            del asked[fact]
            simplified[fact] = (frozenset(), *[frozenset({choice.id}) for choice in graph.index.choices[fact]])
