# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trail shows of a walk, row by row: words and kinds, nothing painted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from PySide6.QtCore import QCoreApplication

from wizard.chart.status_words import status_word
from wizard.engine.graph import OTHERWISE, way_label
from wizard.engine.walk import Step, Walk
from wizard.engine.wording import format_value
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, NodeKey
from wizard.model.node import EndNode, FindingNode, GateNode, QuestionNode, SubtreeNode
from wizard.model.status import Status

translate = QCoreApplication.translate

RowKind = Literal["answered", "unsure", "known", "gate", "finding", "remark", "subtree", "ahead", "end", "parked"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` counts questions; `lead` is the short name, `words` what was said there or came of it.

    `key` is the place to return to; a parked answer has none. `here`: the cursor stands there.
    """

    kind: RowKind
    key: NodeKey | None
    lead: str
    words: str
    spoken: str
    number: int | None = None
    status: Status | None = None
    here: bool = False


def trail_rows(made: Walk, at: NodeKey, language: str) -> tuple[Row, ...]:
    """Return the rows of a walk, the question now asked or the end included; `at` is where the cursor stands."""
    return tuple(_Rows(made, at, language).rows())


def parked_rows(made: Walk, answers: Mapping[FactId, AnswerValue], language: str) -> tuple[Row, ...]:
    """Return a row for each answer that the trail does not use."""
    rows = []
    for fact_id in made.parked:
        fact = made.graph.index.facts.get(fact_id)
        if fact is None:
            continue
        words = format_value(fact, made.graph.index.choices[fact_id], answers[fact_id], language)
        lead = fact.title.within(language)
        spoken = translate("Trail", "{lead}, {words}, kept, not used now").format(lead=lead, words=words)
        rows.append(Row("parked", None, lead, capitalised(words), spoken))
    return tuple(rows)


def capitalised(words: str) -> str:
    """Return the words with a capital at their head; the rest stays."""
    return words[:1].upper() + words[1:]


class _Rows:
    """Counts the questions while it goes along the trail."""

    def __init__(self, made: Walk, at: NodeKey, language: str) -> None:
        self.made = made
        self.at = at
        self.language = language
        self.questions = 0
        self.number_of: dict[FactId, int] = {}

    def rows(self) -> Iterator[Row]:
        for step in self.made.trail:
            node = self.made.graph.node(step.key)
            match node:
                case QuestionNode():
                    yield self._question(step, node)
                case GateNode() if step.via == OTHERWISE:
                    # Nothing that this gate looks for was there: no news for the reader.
                    pass
                case GateNode():
                    label = way_label(self.made.graph, node, step.via)
                    words = "" if label is None else label.within(self.language)
                    yield self._plain("gate", step.key, node.short_name.within(self.language), words)
                case FindingNode():
                    yield from self._finding(step, node)
                case SubtreeNode():
                    yield self._plain("subtree", step.key, node.short_name.within(self.language), "")
                case EndNode():
                    pass
                case _:
                    assert_never(node)
        yield self._last()

    def _question(self, step: Step, node: QuestionNode) -> Row:
        index = self.made.graph.index
        lead = node.short_name.within(self.language)
        words = capitalised(format_value(index.facts[node.fact], index.choices[node.fact], step.value, self.language))
        if step.how == "known":
            before = self.number_of.get(node.fact)
            spoken = translate("Trail", "{lead}, {words}, known from step {number}")
            spoken = spoken.format(lead=lead, words=words, number=before or "?")
            return Row("known", step.key, lead, words, spoken)
        self.questions += 1
        self.number_of[node.fact] = self.questions
        kind: RowKind = "unsure" if step.how == "unsure" else "answered"
        here = step.key == self.at
        state = translate("Trail", "not sure yet") if kind == "unsure" else translate("Trail", "answered")
        state = translate("Trail", "you are here") if here else state
        spoken = f"{_step(self.questions)}, {lead}, {words}, {state}"
        return Row(kind, step.key, lead, words, spoken, number=self.questions, here=here)

    def _finding(self, step: Step, node: FindingNode) -> Iterator[Row]:
        found = next((one for one in self.made.found if one.key == step.key), None)
        if found is None:
            return
        name = node.short_name.within(self.language)
        if node.status is None:
            yield self._plain("remark", step.key, name, "")
            return
        claims = [self.made.graph.index.claims[claim] for claim in found.claims]
        for claim in claims:
            if claim.shown:
                title = claim.title.within(self.language)
                words = status_word(node.status)
                words = words[:1].lower() + words[1:]
                yield Row("finding", step.key, title, words, f"{title}, {words}", status=node.status)

    def _plain(self, kind: RowKind, key: NodeKey, lead: str, words: str) -> Row:
        spoken = ", ".join(part for part in (lead, words) if part)
        return Row(kind, key, lead, words, spoken)

    def _last(self) -> Row:
        key = self.made.asked or self.made.ended or self.made.graph.keys[0]
        lead = self.made.graph.node(key).short_name.within(self.language)
        here = key == self.at
        words = translate("Trail", "You are here") if here else translate("Trail", "Next question")
        if self.made.ended is not None:
            words = words if here else translate("Trail", "End")
            return Row("end", key, lead, words, f"{lead}, {words}", here=here)
        number = self.questions + 1
        return Row("ahead", key, lead, words, f"{_step(number)}, {lead}, {words}", number=number, here=here)


def _step(number: int) -> str:
    return translate("Trail", "Step {number}").format(number=number)
