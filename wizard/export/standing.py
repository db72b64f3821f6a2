# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a walk comes to, in words: claims with their reasons, remarks, open facts. Paper and Summary both show it."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wizard.engine.board import Found
from wizard.engine.deadlines import facts_of
from wizard.engine.walk import Walk
from wizard.engine.whatif import OpenFact
from wizard.engine.wording import fill
from wizard.export.citations import Cited, cited
from wizard.export.words import Words, uncapitalised
from wizard.model.finding import Topic
from wizard.model.names import ClaimId, FactId, NodeKey
from wizard.model.status import BADNESS, Status
from wizard.model.text import Text


@dataclass(frozen=True, slots=True)
class ToldStep:
    """Something to do. The same words are the same step: `key` is made of them. `client`: it is said to the client."""

    key: str
    text: str
    client: bool


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding in words. `rests_on`: the open facts that led to it, by title."""

    key: NodeKey
    title: str
    status: Status | None
    topic: Topic | None
    claims: tuple[str, ...]
    reason: str
    citations: tuple[Cited, ...]
    steps: tuple[ToldStep, ...]
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A line of the board in words, the findings that made its status first, then remarks on it."""

    claim: ClaimId
    title: str
    against: str
    status: Status
    rests_on: tuple[str, ...]
    findings: tuple[ToldFinding, ...]
    remarks: tuple[ToldFinding, ...]


@dataclass(frozen=True, slots=True)
class ToldOpenFact:
    """An open fact: its question, and what an answer could change, a sentence each."""

    fact: FactId
    title: str
    ask: str
    could: tuple[str, ...]


def told_claims(made: Walk, words: Words) -> tuple[ToldClaim, ...]:
    """Return the lines reached, best first; lines of one status stay in the collection's order."""
    index = made.graph.index
    by_key = {found.key: found for found in made.found}
    told = []
    for line in sorted(made.board, key=lambda line: BADNESS[line.status]):
        findings = [told_finding(made, by_key[key], words) for key in line.findings]
        findings.sort(key=lambda one: -_badness(one.status))
        claim = index.claims[line.claim]
        told.append(
            ToldClaim(
                claim=line.claim,
                title=claim.title.within(words.language),
                against=_against(made, claim.against, words),
                status=line.status,
                rests_on=_titles(made, line.rests_on, words),
                findings=tuple(findings),
                remarks=tuple(told_finding(made, one, words) for one in made.remarks if line.claim in one.claims),
            )
        )
    return tuple(told)


def not_reached(made: Walk, words: Words) -> tuple[str, ...]:
    """Return the titles of the lines that no finding has reached; a title that several lines have says against whom."""
    shown = [one for one in made.graph.index.claims.values() if one.shown]
    often = Counter(one.title.within(words.language) for one in shown)
    told = []
    for one in shown:
        title, against = one.title.within(words.language), _against(made, one.against, words)
        if one.id not in made.statuses:
            told.append(f"{title} ({against})" if often[title] > 1 and against else title)
    return tuple(told)


def told_remarks(made: Walk, words: Words) -> tuple[ToldFinding, ...]:
    """Return the remarks in the order of the trail: findings without a status."""
    return tuple(told_finding(made, found, words) for found in made.remarks)


def told_finding(made: Walk, found: Found, words: Words) -> ToldFinding:
    """Return one finding in words."""
    node = found.node
    claims = [made.graph.index.claims[claim] for claim in found.claims]
    return ToldFinding(
        key=found.key,
        title=node.short_name.within(words.language),
        status=node.status,
        topic=node.topic,
        claims=tuple(claim.title.within(words.language) for claim in claims if claim.shown),
        reason=say(made, node.reason, words),
        citations=cited(made.graph.index, node.authorities, words),
        steps=tuple(ToldStep(_key_of(step.text), say(made, step.text, words), step.client) for step in node.next_steps),
        rests_on=_titles(made, found.rests_on, words),
    )


def told_steps(made: Walk, words: Words) -> tuple[ToldStep, ...]:
    """Return all next steps in the order of the trail; one that several findings ask for stands once."""
    steps: dict[str, ToldStep] = {}
    for found in made.found:
        for step in told_finding(made, found, words).steps:
            steps.setdefault(step.key, step)
    return tuple(steps.values())


def told_open_facts(made: Walk, facts: Sequence[OpenFact], words: Words) -> tuple[ToldOpenFact, ...]:
    """Return open facts in words, in the order given (`whatif.open_facts`: the one that settles most first)."""
    index = made.graph.index
    told = []
    for one in facts:
        fact = index.facts[one.fact]
        could = [_could(made, claim, statuses, words) for claim, statuses in one.could_be.items()]
        could += _dates(made, one.fact, words)
        if not could:
            could.append(words.translate("Paper", "It changes no claim."))
        told.append(ToldOpenFact(one.fact, fact.title.within(words.language), say(made, fact.ask, words), tuple(could)))
    return tuple(told)


def say(made: Walk, text: Text, words: Words) -> str:
    """Return a text of the tree with its placeholders filled in from the facts of the walk."""
    return fill(text.within(words.language), words.language, made.known, made.graph.index)


def _key_of(text: Text) -> str:
    return hashlib.sha256(text.en.encode()).hexdigest()[:16]


def _could(made: Walk, claim: ClaimId, statuses: Sequence[Status | None], words: Words) -> str:
    now = made.statuses.get(claim)
    others = sorted((one for one in statuses if one != now), key=_badness)
    became = words.either([uncapitalised(words.status(one)) for one in others])
    title = made.graph.index.claims[claim].title.within(words.language)
    if now is None:
        text = words.translate("Paper", "{claim}: not reached now, could become {statuses}.")
        return text.format(claim=title, statuses=became)
    text = words.translate("Paper", "{claim}: {now} now, could become {statuses}.")
    return text.format(claim=title, now=uncapitalised(words.status(now)), statuses=became)


def _dates(made: Walk, fact: FactId, words: Words) -> list[str]:
    """Return a sentence for the deadlines that wait for a fact."""
    rules = made.graph.index.rules
    waiting = [rules[one.rule] for one in made.deadlines if one.act_by is None and fact in facts_of(rules[one.rule])]
    if not waiting:
        return []
    titles = "; ".join(rule.title.within(words.language) for rule in waiting)
    return [words.translate("Paper", "Gives a date to: {deadlines}.").format(deadlines=titles)]


def _badness(status: Status | None) -> int:
    return len(BADNESS) if status is None else BADNESS[status]


def _against(made: Walk, against: str, words: Words) -> str:
    title = made.graph.index.against.get(against)
    return "" if title is None else title.within(words.language)


def _titles(made: Walk, facts: Sequence[FactId], words: Words) -> tuple[str, ...]:
    return tuple(made.graph.index.facts[fact].title.within(words.language) for fact in facts)
