# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is referred to, so that broken references and unused things can be named."""

from collections.abc import Iterable

from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.wording import placeholders
from wizard.model.authority import Pin
from wizard.model.names import AuthorityId, ClaimId, ConditionId, DeadlineRuleId, FactId, TableId
from wizard.model.problem import Place
from wizard.model.text import Text


class Uses:
    """Notes each reference, and reports those that lead to nothing."""

    def __init__(self, index: CollectionIndex, found: ProblemList) -> None:
        manifest, collection = index.collection.manifest, index.collection
        self._found = found
        self._known: dict[str, set[str]] = {
            "fact": set(index.facts),
            "claim": set(index.claims),
            "authority": {one.id for one in collection.authorities},
            "rule": set(index.rules),
            "condition": {one.id for one in manifest.conditions},
            "table": {one.id for one in collection.tables},
            "calendar": {one.id for one in collection.calendars},
            "against": {one.id for one in manifest.against},
            "choice-list": {one.id for one in collection.choice_lists},
        }
        self._used: dict[str, set[str]] = {sort: set() for sort in self._known}

    def fact(self, fact: FactId, place: Place) -> bool:
        """Note a reference to a fact; return whether it exists. The other methods do the same for their sort."""
        return self._refer("fact", fact, place)

    def claim(self, claim: ClaimId, place: Place) -> bool:
        """Note a reference to a claim."""
        return self._refer("claim", claim, place)

    def rule(self, rule: DeadlineRuleId, place: Place) -> bool:
        """Note a reference to a deadline rule."""
        return self._refer("rule", rule, place)

    def condition(self, condition: ConditionId, place: Place) -> bool:
        """Note a reference to a named condition."""
        return self._refer("condition", condition, place)

    def table(self, table: TableId, place: Place) -> bool:
        """Note a reference to a table."""
        return self._refer("table", table, place)

    def calendar(self, calendar: str, place: Place) -> bool:
        """Note a reference to a calendar."""
        return self._refer("calendar", calendar, place)

    def against(self, against: str, place: Place) -> bool:
        """Note a reference to whom a claim is against."""
        return self._refer("against", against, place)

    def choice_list(self, choice_list: str) -> None:
        """Note a reference to a choice list that exists."""
        self._used["choice-list"].add(choice_list)

    def authority(self, authority: AuthorityId, place: Place) -> bool:
        """Note a reference to an authority."""
        return self._refer("authority", authority, place)

    def pins(self, pins: Iterable[Pin], place: Place) -> None:
        """Note the authorities that pins name."""
        for pin in pins:
            self.authority(pin.authority, place)

    def placeholders(self, text: Text) -> None:
        """Note what the placeholders in a text name; broken ones are reported with the words (`check_words`)."""
        for language in text.languages:
            for placeholder in placeholders(text.within(language)):
                for sort, name in zip(_NAMES[placeholder.kind], placeholder.names, strict=False):
                    if sort:
                        self._used[sort].add(name)

    def _refer(self, sort: str, name: str, place: Place) -> bool:
        self._used[sort].add(name)
        if name in self._known[sort]:
            return True
        message = f"There is no {_SORTS[sort]} “{name}”"
        self._found.error(f"{sort}-missing", place, message, "Add it or name another")
        return False

    def report_unused(self) -> None:
        """Report what nothing refers to: facts and authorities as warnings, the rest as hints."""
        for sort, known in self._known.items():
            report = self._found.warning if sort in ("fact", "authority") else self._found.hint
            for name in sorted(known - self._used[sort]):
                place = Place(file=_FILES[sort], item=name)
                report(f"{sort}-unused", place, f"Nothing uses this {_SORTS[sort]}", "Use it or take it out")


_SORTS = {
    "fact": "fact",
    "claim": "claim",
    "authority": "authority",
    "rule": "deadline rule",
    "condition": "condition",
    "table": "table",
    "calendar": "calendar",
    "against": "party that claims are against",
    "choice-list": "choice list",
}
#: What each name in a placeholder is; "" is a column, which belongs to its table.
_NAMES = {"fact": ("fact",), "table": ("table", "", "fact"), "deadline": ("rule",)}
_FILES = {
    "fact": "facts.json",
    "claim": "collection.json",
    "authority": "authorities.json",
    "rule": "collection.json",
    "condition": "collection.json",
    "table": "tables",
    "calendar": "calendars",
    "against": "collection.json",
    "choice-list": "facts.json",
}
