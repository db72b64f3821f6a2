# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of a tree in a review: its words in each language, where each way leads, why, and its authorities."""

from collections.abc import Sequence
from typing import Final, assert_never

from wizard.export.document.markup import Row, Xml, cell, flag, paragraph, run
from wizard.export.review.phrases import KINDS, TOPICS
from wizard.export.review.sheet import Sheet, Worded, joined
from wizard.model.fact import Choice
from wizard.model.finding import NextStep
from wizard.model.names import NodeId, TreeId
from wizard.model.node import Branch, EndNode, FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.model.text import Text

#: A fact with more choices than this shows them once, in its own place.
MOST_CHOICES_SHOWN: Final = 20


class StepWriter:
    """Writes the steps of one tree."""

    def __init__(self, sheet: Sheet, tree: TreeId) -> None:
        self.sheet = sheet
        self.say = sheet.say
        self.tree = tree
        self.names = {node.id: node.short_name for node in sheet.numbers.order[tree]}

    def blocks(self, node: Node) -> list[Xml]:
        """Return the blocks of a step, its head included."""
        match node:
            case QuestionNode():
                return self._question(node)
            case GateNode():
                return self._gate(node)
            case FindingNode():
                return self._finding(node)
            case SubtreeNode():
                return self._subtree(node)
            case EndNode():
                return self._end(node)
            case _:
                assert_never(node)

    def _question(self, node: QuestionNode) -> list[Xml]:
        """Words and choices side by side in each language, and where each choice leads."""
        fact = self.sheet.index.facts[node.fact]
        number = self.sheet.ref(self.sheet.numbers.thing("fact", node.fact))
        texts: list[Worded] = [("", node.ask or fact.ask)]
        help_text = node.help or fact.help
        if help_text is not None:
            texts.append(("Help:", help_text))
        texts.append(("Why we ask:", node.why))
        return [
            *self._head(node, Xml(run(self.say("asks for ")) + number)),
            *self.sheet.in_all_languages(texts),
            *self._choices(node, number),
            self._alike(node),
            *self.sheet.citations(node.authorities),
        ]

    def _choices(self, node: QuestionNode, number: Xml) -> list[Xml]:
        """Return the choices, each with where it leads unless all lead alike; very many are told in short."""
        choices = self.sheet.index.choices[node.fact]
        if not choices:
            return []
        if len(choices) > MOST_CHOICES_SHOWN:
            told = self.say("One of {number} choices: see the fact, ", number=len(choices))
            return [paragraph("Onward", run(told), number, run(".")), *self._by_target(node, choices)]
        codes = [code for code in self.sheet.languages if any(choice.label.has(code) for choice in choices)]
        heads = [self.sheet.say.within(code)("Choices") for code in codes]
        parts = [2.2] * len(codes)
        if not isinstance(node.next, str):
            heads.append(self.say("Leads to"))
            parts.append(1.4)
        return [self.sheet.grid(parts, heads, [self._choice(node, choice, codes) for choice in choices])]

    def _by_target(self, node: QuestionNode, choices: Sequence[Choice]) -> list[Xml]:
        if isinstance(node.next, str):
            return []
        blocks = []
        for target in dict.fromkeys(node.next.values()):
            names = [one.label.within(self.sheet.language) for one in choices if node.next.get(one.id) == target]
            blocks.append(paragraph("ListBullet", run(f"{', '.join(names)}: "), self._to(target)))
        return blocks

    def _choice(self, node: QuestionNode, choice: Choice, codes: Sequence[str]) -> Row:
        labels = [
            cell(
                paragraph(
                    "Cell", self.sheet.words(choice.label.within(code) if choice.label.has(code) else "–", "", code)
                )
            )
            for code in codes
        ]
        if isinstance(node.next, str):
            return tuple(labels)
        return (*labels, cell(paragraph("Cell", self._to(node.next[choice.id]))))

    def _alike(self, node: QuestionNode) -> Xml:
        """Return where every answer leads, if all lead alike, and where “not sure yet” does."""
        runs = []
        if isinstance(node.next, str):
            runs += [run(f"{self.say('Every answer')}: ", "Strong"), self._to(node.next), run("  ·  ")]
        runs.append(run(f"{self.say('Not sure yet')}: ", "Strong"))
        runs.append(run(self.say("may not be chosen here")) if node.unsure is None else self._to(node.unsure))
        return paragraph("Onward", *runs)

    def _gate(self, node: GateNode) -> list[Xml]:
        """Its branches in order, each with its condition as an outline and where it leads."""
        blocks = self._head(node)
        if node.why is not None:
            blocks += self.sheet.in_all_languages([("Why:", node.why)])
        rows = [self._branch(number, branch) for number, branch in enumerate(node.branches, 1)]
        unknown = node.otherwise if node.unknown is None else node.unknown
        if unknown == node.otherwise:
            told = self.say("Otherwise, and also when a condition is reached that is not known yet")
            rows.append(self._last(told, unknown))
        else:
            rows.append(self._last(self.say("Otherwise"), node.otherwise))
            rows.append(self._last(self.say("When a condition is reached that is not known yet"), unknown))
        heads = [self.say("If, in this order"), self.say("Leads to")]
        return [*blocks, self.sheet.grid([4.4, 1.4], heads, rows), *self.sheet.citations(node.authorities)]

    def _branch(self, number: int, branch: Branch) -> Row:
        lines = self.sheet.condition(branch.when, lead=f"{number}. ")
        lines.append(paragraph("CellSmall", self._chart_label(branch.label)))
        return cell(*lines), cell(paragraph("Cell", self._to(branch.next)))

    def _last(self, told: str, target: NodeId) -> Row:
        return cell(paragraph("Cell", run(told, "Emphasis"))), cell(paragraph("Cell", self._to(target)))

    def _chart_label(self, label: Text) -> Xml:
        """Return the words that stand on the line of the chart, in each language."""
        told = [self.sheet.words(label.within(code), "Quiet", code) for code in self.sheet.languages if label.has(code)]
        return Xml("".join([run(self.say("On the chart: "), "Quiet"), *joined(told, "  ·  ")]))

    def _finding(self, node: FindingNode) -> list[Xml]:
        """The lines with their status, the reason, next steps, deadlines, authorities, and what follows."""
        blocks = [*self._head(node), *self._lines(node)]
        blocks += self.sheet.in_all_languages([("Reason:", node.reason)])
        if node.next_steps:
            blocks.append(paragraph("Label", run(self.say("Next steps"))))
            blocks += [paragraph("ListBullet", *self._next_step(step)) for step in node.next_steps]
        if node.deadlines:
            blocks.append(paragraph("Label", run(self.say("Deadlines"))))
            for name in node.deadlines:
                rule = self.sheet.index.rules[name]
                number = self.sheet.ref(self.sheet.numbers.thing("rule", name))
                blocks.append(paragraph("ListBullet", number, run(f"  {self.sheet.told(rule.title)}")))
        blocks += self.sheet.citations(node.authorities)
        blocks.append(paragraph("Onward", run(self.say("Goes on to ")), self._to(node.next)))
        return blocks

    def _lines(self, node: FindingNode) -> list[Xml]:
        """Return a line for each claim, with its status; for a remark, on what it is."""
        status = self.say("Remark") if node.status is None else self.say.status(node.status)
        about = [self.sheet.claim(claim) for claim in node.claims]
        if node.topic is not None:
            about.append(run(self.say(TOPICS[node.topic])))
        if not about:
            about.append(run(self.say("on the client")))
        blocks = [paragraph("Line", flag(status), run("  "), one) for one in about]
        if node.only_if_reached:
            blocks.append(
                paragraph("CellSmall", run(self.say("Counts only on lines that a finding has reached before.")))
            )
        return blocks

    def _next_step(self, step: NextStep) -> list[Xml]:
        sheet = self.sheet
        runs = [sheet.words(step.text.within(sheet.language), language=sheet.language)]
        if step.client:
            runs = [flag(self.say("for the client")), run(" "), *runs]
        for code in sheet.languages[1:]:
            if step.text.has(code):
                runs += [run("\n"), sheet.words(step.text.within(code), "Emphasis", code)]
        return runs

    def _subtree(self, node: SubtreeNode) -> list[Xml]:
        """Which tree it walks, and what follows."""
        title = next(one.title for one in self.sheet.index.collection.manifest.trees if one.id == node.tree)
        first = self.sheet.numbers.order[node.tree][0]
        return [
            *self._head(node),
            paragraph(
                "Onward",
                run(self.say("Walks the tree “{tree}” from ", tree=self.sheet.told(title))),
                self.sheet.ref(self.sheet.numbers.node(node.tree, first.id)),
                run(self.say(", then goes on to ")),
                self._to(node.next),
            ),
        ]

    def _end(self, node: EndNode) -> list[Xml]:
        """Its words, and whether the case is kept."""
        kept = self.say("The case is kept.") if node.keeps == "case" else self.say("Nothing of the case is kept.")
        return [
            *self._head(node),
            *self.sheet.in_all_languages([("", node.text)]),
            paragraph("Onward", run(kept)),
        ]

    def _head(self, node: Node, about: Xml | None = None) -> list[Xml]:
        """Return number and name, and a small line: kind, where one comes from, and the id that the editor shows."""
        meta = [run(self.say(KINDS[node.kind]), "Strong")]
        if about is not None:
            meta.append(about)
        before = self.sheet.used.before.get((self.tree, node.id))
        if before:
            meta.append(Xml(run(self.say("from ")) + self.sheet.refs(before)))
        elif node is self.sheet.numbers.order[self.tree][0]:
            meta.append(run(self.say("the tree begins here")))
        meta.append(run(node.id, "Identifier"))
        return self.sheet.item(self.sheet.numbers.node(self.tree, node.id), node.short_name, meta)

    def _to(self, target: NodeId) -> Xml:
        """Return where a way leads: number and name."""
        number = self.sheet.ref(self.sheet.numbers.node(self.tree, target))
        return Xml(number + run(f" {self.sheet.told(self.names[target])}"))
