# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a walk is drawn on paper: one value a box, in words, and how much is left out.

A lawyer wants every question that was asked, every finding, and why the program branched where that led to a finding.
Left out are questions whose answers were known already, and gates that no finding hangs on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from wizard.engine.graph import OTHERWISE, UNKNOWN, way_label
from wizard.engine.walk import Step, Walk
from wizard.engine.wording import format_value
from wizard.export.standing import ToldFinding, say, told_finding
from wizard.export.words import Words, capitalised
from wizard.model.fact import AnswerValue, Fact
from wizard.model.names import FactId, NodeKey
from wizard.model.node import EndNode, FindingNode, GateNode, QuestionNode, SubtreeNode
from wizard.model.status import Status
from wizard.model.text import Text

PathKind = Literal["question", "date", "gate", "finding", "remark", "subtree", "asked", "end"]

#: With more choices than this the others are counted, not named.
MOST_NAMED = 9
#: So many authorities stand under a finding; the rest is counted.
MOST_CITED = 3


@dataclass(frozen=True, slots=True)
class PathStep:
    """One box of the path.

    Attributes:
        kind: what it is; *asked* is the question that waits for an answer.
        key: its place.
        title: what stands large: the answer, the claim, the name.
        lead: what stands above it: the question.
        tag: what stands beside the title: the status, or what kind of remark it is.
        notes: what stands small below: not chosen, follows from, reason.
        citations: the first authorities, the last of them saying how many more there are.
        number: counts the questions from 1; None for all else.
        status: of a finding.
        open: the fact is open, so the path out of it rests on it.
    """

    kind: PathKind
    key: NodeKey
    title: str
    lead: str = ""
    tag: str = ""
    notes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    number: int | None = None
    status: Status | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class ToldPath:
    """The boxes in order, how many questions were passed because their answers were known, and gates left out."""

    steps: tuple[PathStep, ...]
    known: int
    decided: int


def told_path(made: Walk, words: Words) -> ToldPath:
    """Return what is drawn of the path of a walk."""
    telling = _Telling(made, words)
    steps = tuple(telling.steps())
    known = sum(step.how == "known" for step in made.trail)
    gates = sum(step.how == "branched" for step in made.trail)
    return ToldPath(steps, known, gates - sum(step.kind == "gate" for step in steps))


def gates_that_matter(made: Walk) -> frozenset[NodeKey]:
    """Return the gates whose branch led straight to a finding, and those that an open fact sent on their way.

    A gate decides a finding when no question and no other finding stands between them, and not all of its ways out
    lead to the finding.
    """
    graph = made.graph
    counted = {found.key for found in made.found}
    matter: set[NodeKey] = set()
    nearest: list[NodeKey] = []
    for step in made.trail:
        match step.how:
            case "answered" | "unsure":
                nearest = []
            case "branched":
                nearest.append(step.key)
                if step.via == UNKNOWN:
                    matter.add(step.key)
            case "noted" if step.key in counted:
                here = graph.number[step.key]
                deciding = [gate for gate in nearest if not 0 <= graph.joins[graph.number[gate]] <= here]
                matter.update(deciding[-1:])
                nearest = []
            case _:
                pass
    return frozenset(matter)


class _Telling:
    """Counts the questions while it goes along the trail."""

    def __init__(self, made: Walk, words: Words) -> None:
        self.made = made
        self.words = words
        self.language = words.language
        self.questions = 0
        self.number_of: dict[FactId, int] = {}
        self.gates = gates_that_matter(made)
        self.found = {found.key: found for found in made.found}

    def steps(self) -> Iterator[PathStep]:
        """Yield the boxes: the steps of the trail that are drawn, then where the walk stands."""
        for step in self.made.trail:
            node = self.made.graph.node(step.key)
            match node:
                case QuestionNode():
                    if step.how != "known":
                        yield self._question(step, node)
                case GateNode():
                    if step.key in self.gates:
                        yield self._gate(step, node)
                case FindingNode():
                    found = self.found.get(step.key)
                    if found is not None:
                        yield self._finding(told_finding(self.made, found, self.words))
                case SubtreeNode():
                    yield PathStep("subtree", step.key, node.short_name.within(self.language))
                case EndNode():
                    pass
                case _:
                    assert_never(node)
        yield self._last()

    def _question(self, step: Step, node: QuestionNode) -> PathStep:
        index = self.made.graph.index
        fact = index.facts[node.fact]
        self.questions += 1
        self.number_of[node.fact] = self.questions
        answer = format_value(fact, index.choices[node.fact], step.value, self.language)
        return PathStep(
            kind="date" if fact.kind in ("date", "number") else "question",
            key=step.key,
            lead=say(self.made, node.ask or fact.ask, self.words),
            title=capitalised(answer),
            notes=tuple(self._not_chosen(fact, step.value)),
            number=self.questions,
            open=step.value is None,
        )

    def _not_chosen(self, fact: Fact, value: AnswerValue) -> Iterator[str]:
        if value is None:
            yield self.words.translate("Paper", "Open fact: what it could change stands at the right.")
            return
        marked = value if isinstance(value, frozenset) else {value}
        others = [choice for choice in self.made.graph.index.choices[fact.id] if choice.id not in marked]
        if not others:
            return
        if len(others) > MOST_NAMED:
            text = self.words.translate("Paper", "Not chosen: {number} others")
            yield text.format(number=len(others))
        else:
            names = "; ".join(choice.short.within(self.language) for choice in others)
            yield self.words.translate("Paper", "Not chosen: {choices}").format(choices=names)

    def _gate(self, step: Step, node: GateNode) -> PathStep:
        title = self._within(way_label(self.made.graph, node, step.via))
        if step.via == OTHERWISE:
            others = [branch.label.within(self.language) for branch in node.branches]
            title = self.words.translate("Paper", "Not: {branches}").format(branches="; ".join(others))
        return PathStep(
            kind="gate",
            key=step.key,
            lead=node.short_name.within(self.language),
            title=title,
            notes=tuple(self._follows_from(step, node)),
            open=step.via == UNKNOWN,
        )

    def _follows_from(self, step: Step, node: GateNode) -> Iterator[str]:
        """Yield which questions a gate was decided by, as far as they are on the paper."""
        index = self.made.graph.index
        asked = node.branches[: int(step.via) + 1] if step.via.isdigit() else node.branches
        facts = dict.fromkeys(fact for branch in asked for fact in index.test(branch.when).facts)
        numbers = sorted({self.number_of[fact] for fact in facts if fact in self.number_of})
        if not numbers:
            return
        one = self.words.translate("Paper", "Follows from step {number}")
        more = self.words.translate("Paper", "Follows from steps {numbers}")
        joined = ", ".join(str(number) for number in numbers)
        yield one.format(number=numbers[0]) if len(numbers) == 1 else more.format(numbers=joined)

    def _finding(self, told: ToldFinding) -> PathStep:
        rests = []
        if told.rests_on:
            text = self.words.translate("Paper", "Rests on an open fact: {facts}")
            rests.append(text.format(facts="; ".join(told.rests_on)))
        if told.status is None:
            return self._remark(told, tuple(rests))
        return PathStep(
            kind="finding",
            key=told.key,
            title="; ".join(told.claims) or told.title,
            tag=self.words.status(told.status),
            notes=(told.reason, *rests),
            citations=self._first_citations(told),
            status=told.status,
        )

    def _remark(self, told: ToldFinding, rests: tuple[str, ...]) -> PathStep:
        # The words of these two stand in the column at the right, where a lawyer looks first.
        elsewhere = told.topic in ("now", "protect")
        return PathStep(
            kind="remark",
            key=told.key,
            title=told.title,
            tag=remark_tag(told, self.words),
            notes=rests if elsewhere else (told.reason, *rests),
            citations=() if elsewhere else self._first_citations(told),
        )

    def _first_citations(self, told: ToldFinding) -> tuple[str, ...]:
        first = [one.with_doubts for one in told.citations[:MOST_CITED]]
        left = len(told.citations) - len(first)
        if left:
            first.append(self.words.translate("Paper", "and {number} more").format(number=left))
        return tuple(first)

    def _last(self) -> PathStep:
        key = self.made.asked or self.made.ended or self.made.graph.keys[0]
        node = self.made.graph.node(key)
        if isinstance(node, QuestionNode):
            fact = self.made.graph.index.facts[node.fact]
            return PathStep(
                kind="asked",
                key=key,
                lead=self.words.translate("Paper", "Not answered yet"),
                title=say(self.made, node.ask or fact.ask, self.words),
                number=self.questions + 1,
            )
        text = node.text if isinstance(node, EndNode) else node.short_name
        return PathStep("end", key, node.short_name.within(self.language), notes=(say(self.made, text, self.words),))

    def _within(self, text: Text | None) -> str:
        return "" if text is None else text.within(self.language)


def remark_tag(told: ToldFinding, words: Words) -> str:
    """Return what kind of remark it is."""
    match told.topic:
        case "now":
            return words.translate("Paper", "Do first")
        case "protect":
            return words.translate("Paper", "Protect the client")
        case "intake":
            return words.translate("Paper", "Intake")
        case "evidence":
            return words.translate("Paper", "Evidence")
        case None:
            return words.translate("Paper", "Remark")
