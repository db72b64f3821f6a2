# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each thing of a collection is used: the numbers of the items that cite, ask, read or list it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from wizard.engine.collection_texts import texts_in
from wizard.engine.deadlines import facts_of
from wizard.engine.graph import CollectionIndex, ways_out
from wizard.engine.shared_things import Sort
from wizard.engine.wording import PlaceholderKind, placeholders
from wizard.export.review.numbers import Numbers
from wizard.model.authority import Pin
from wizard.model.condition import (
    All,
    AnyOf,
    Condition,
    DateIs,
    DeadlineIs,
    FactHas,
    FactIn,
    Known,
    Named,
    Not,
    NumberIs,
    StatusIs,
    TableIs,
)
from wizard.model.deadline import DeadlineRule, Period, Shortest, TableSpan
from wizard.model.fact import Choice
from wizard.model.names import NodeId, TreeId
from wizard.model.node import FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.model.table import Table

#: What the names in a placeholder stand for; None is a column, which belongs to its table.
_NAMED_BY: Final[Mapping[PlaceholderKind, tuple[Sort | None, ...]]] = {
    "fact": ("fact",),
    "table": ("table", None, "fact"),
    "deadline": ("rule",),
}


class WhereUsed:
    """The uses of all things of a collection, each a list of numbers in the order of the review."""

    def __init__(self, index: CollectionIndex, numbers: Numbers, language: str) -> None:
        self._numbers = numbers
        #: The questions that ask for a fact.
        self.asked: dict[str, list[str]] = {}
        #: The items that list, read or cite a thing.
        self.by: dict[tuple[Sort, str], list[str]] = {}
        #: The steps that lead to a step.
        self.before: dict[tuple[TreeId, NodeId], list[str]] = {}
        #: The subtree steps that walk a tree.
        self.walked: dict[TreeId, list[str]] = {}
        for tree, nodes in numbers.order.items():
            for node in nodes:
                self._node(tree, node)
        manifest = index.collection.manifest
        for named in manifest.conditions:
            self._condition(named.when, numbers.thing("condition", named.id))
        for rule in manifest.deadline_rules:
            self._rule(rule)
        for table in index.collection.tables:
            here = numbers.thing("table", table.id)
            if table.fact is not None:
                self._add("fact", table.fact, here)
            labels = {choice.id: choice.short.within(language) for choice in table_choices(index, table)}
            for row in table.rows:
                self._pins(row.authorities, f"{here} ({labels.get(row.key, row.key)})")
        for calendar in index.collection.calendars:
            self._pins(calendar.authorities, numbers.thing("calendar", calendar.id))

    def of(self, sort: Sort, name: str) -> Sequence[str]:
        """Return the numbers of the items that list, read or cite a thing."""
        return self.by.get((sort, name), ())

    def _add(self, sort: Sort, name: str, here: str) -> None:
        places = self.by.setdefault((sort, name), [])
        if here not in places:
            places.append(here)

    def _pins(self, pins: Sequence[Pin], here: str) -> None:
        for pin in pins:
            self._add("authority", pin.authority, here)

    def _node(self, tree: TreeId, node: Node) -> None:
        here = self._numbers.node(tree, node.id)
        for target in dict.fromkeys(target for _, target in ways_out(node)):
            self.before.setdefault((tree, target), []).append(here)
        self._texts(node, here)
        match node:
            case QuestionNode():
                self.asked.setdefault(node.fact, []).append(here)
                self._pins(node.authorities, here)
            case GateNode():
                self._pins(node.authorities, here)
                for branch in node.branches:
                    self._condition(branch.when, here)
            case FindingNode():
                self._pins(node.authorities, here)
                for claim in node.claims:
                    self._add("claim", claim, here)
                for rule in node.deadlines:
                    self._add("rule", rule, here)
            case SubtreeNode():
                self.walked.setdefault(node.tree, []).append(here)
            case _:
                pass

    def _texts(self, value: Node | DeadlineRule, here: str) -> None:
        found = {one for text in texts_in(value) for code in text.languages for one in placeholders(text.within(code))}
        for placeholder in sorted(found, key=str):
            for sort, name in zip(_NAMED_BY[placeholder.kind], placeholder.names, strict=False):
                if sort is not None:
                    self._add(sort, name, here)

    def _condition(self, condition: Condition, here: str) -> None:
        for sort, name in named_in(condition):
            self._add(sort, name, here)

    def _rule(self, rule: DeadlineRule) -> None:
        here = self._numbers.thing("rule", rule.id)
        self._pins(rule.authorities, here)
        self._texts(rule, here)
        self._add("calendar", rule.calendar, here)
        for fact in facts_of(rule):
            self._add("fact", fact, here)
        for period in (rule.period, rule.cautious.period if rule.cautious else None):
            for table in _tables_of(period):
                self._add("table", table, here)
        if rule.applies is not None:
            self._condition(rule.applies, here)


def table_choices(index: CollectionIndex, table: Table) -> Sequence[Choice]:
    """Return the choices that the rows of a table are for."""
    if table.fact is not None:
        return index.choices[table.fact]
    return next(one.choices for one in index.collection.choice_lists if one.id == table.choice_list)


def named_in(condition: Condition) -> Iterator[tuple[Sort, str]]:
    """Yield what a condition reads by name; what lies behind a named condition is not entered."""
    match condition:
        case All() | AnyOf():
            for part in condition.of:
                yield from named_in(part)
        case Not():
            yield from named_in(condition.of)
        case FactIn() | FactHas() | NumberIs() | DateIs() | Known():
            yield "fact", condition.fact
        case TableIs():
            yield "table", condition.table
            yield "fact", condition.by
        case DeadlineIs():
            yield "rule", condition.rule
            if condition.on != "today":
                yield "fact", condition.on
        case StatusIs():
            yield "claim", condition.claim
        case Named():
            yield "condition", condition.condition


def _tables_of(period: Period | None) -> Iterator[str]:
    if isinstance(period, TableSpan):
        yield period.table
    elif isinstance(period, Shortest):
        for part in period.of:
            yield from _tables_of(part)
