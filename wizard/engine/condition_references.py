# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether conditions refer to what exists and suits them."""

from collections.abc import Iterable

from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.uses import Uses
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
from wizard.model.fact import FactKind
from wizard.model.names import ChoiceId, FactId
from wizard.model.problem import Place


class ConditionReferences:
    """Checks conditions one by one, and named ones for circles."""

    def __init__(self, index: CollectionIndex, found: ProblemList, uses: Uses) -> None:
        self._index = index
        self._found = found
        self._uses = uses

    def check(self, condition: Condition, place: Place) -> None:  # noqa: C901, PLR0912 (one case a kind of condition)
        """Report what a condition, with all inside it, refers to in vain."""
        match condition:
            case FactIn():
                self._choices(condition.fact, "one-of", condition.among, place)
            case FactHas():
                named = (*(condition.any_of or ()), *(condition.all_of or ()), *(condition.none_but or ()))
                self._choices(condition.fact, "any-of", named, place)
            case NumberIs():
                self._kind(condition.fact, ("number",), place)
            case DateIs():
                self._kind(condition.fact, ("date",), place)
            case TableIs():
                self._table(condition, place)
            case DeadlineIs():
                self._uses.rule(condition.rule, place)
                if condition.on != "today":
                    self._kind(condition.on, ("date",), place)
            case StatusIs():
                self._uses.claim(condition.claim, place)
            case Known():
                self._uses.fact(condition.fact, place)
            case Named():
                self._uses.condition(condition.condition, place)
            case All() | AnyOf():
                for part in condition.of:
                    self.check(part, place)
            case Not():
                self.check(condition.of, place)

    def check_circles(self) -> None:
        """Report named conditions that contain themselves."""
        named = {one.id: set(_names_in(one.when)) for one in self._index.collection.manifest.conditions}
        for start, direct in named.items():
            inside = set(direct)
            grown = True
            while grown:
                more = {name for one in inside for name in named.get(one, ())} - inside
                inside |= more
                grown = bool(more)
            if start in inside:
                place = Place(file="collection.json", item=start)
                message = "The condition contains itself"
                self._found.error("condition-in-itself", place, message, "Take it out of itself")

    def _choices(self, fact: FactId, kind: FactKind, choices: Iterable[ChoiceId], place: Place) -> None:
        if not self._kind(fact, (kind,), place):
            return
        for choice in choices:
            if choice not in self._index.choice_ids[fact]:
                message = f"The fact “{fact}” has no choice “{choice}”"
                self._found.error("choice-missing", place, message, "Add the choice or name another")

    def _kind(self, fact: FactId, kinds: tuple[FactKind, ...], place: Place) -> bool:
        if not self._uses.fact(fact, place):
            return False
        kind = self._index.facts[fact].kind
        if kind in kinds:
            return True
        message = f"The fact “{fact}” is of the kind “{kind}”, where “{kinds[0]}” is needed"
        self._found.error("fact-kind-wrong", place, message, "Name another fact, or another kind of condition")
        return False

    def _table(self, condition: TableIs, place: Place) -> None:
        self._kind(condition.by, ("one-of", "any-of"), place)
        if not self._uses.table(condition.table, place):
            return
        table = next(one for one in self._index.collection.tables if one.id == condition.table)
        if condition.column not in {column.id for column in table.columns}:
            message = f"The table “{table.id}” has no column “{condition.column}”"
            self._found.error("column-missing", place, message, "Add the column or name another")


def _names_in(condition: Condition) -> Iterable[str]:
    match condition:
        case Named():
            yield condition.condition
        case All() | AnyOf():
            for part in condition.of:
                yield from _names_in(part)
        case Not():
            yield from _names_in(condition.of)
        case _:
            return
