# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collections: trees and all that they share. A collection lies in a folder of files, one class for each here."""

import datetime as dt
from typing import Annotated

from pydantic import FailFast

from wizard.model.authority import Authority
from wizard.model.condition import NamedCondition
from wizard.model.deadline import DeadlineRule
from wizard.model.fact import ChoiceList, Fact
from wizard.model.finding import Against, Claim
from wizard.model.names import CollectionId, LanguageCode, TermId, VersionText
from wizard.model.scenario import Scenario
from wizard.model.table import Calendar, Table
from wizard.model.text import Text
from wizard.model.tree import Tree, TreeHeader
from wizard.model.value import Value

FORMAT = 1


class Term(Value):
    """A term explained in one sentence."""

    id: TermId
    term: Text
    meaning: Text
    #: Other spellings that mark the term in texts of any language, plurals included; see `engine.glossary` on capitals.
    also: tuple[str, ...] = ()


class Manifest(Value):
    """`collection.json`: what the collection is, and what all trees share beyond facts and authorities."""

    format: int = FORMAT
    id: CollectionId
    title: Text
    publisher: str
    version: VersionText
    languages: tuple[LanguageCode, ...] = ("en",)
    law_checked_on: dt.date
    next_check_due: dt.date
    trees: tuple[TreeHeader, ...]
    against: tuple[Against, ...] = ()
    claims: tuple[Claim, ...] = ()
    conditions: tuple[NamedCondition, ...] = ()
    deadline_rules: tuple[DeadlineRule, ...] = ()
    glossary: tuple[Term, ...] = ()


class FactFile(Value):
    """`facts.json`: the facts, and the choice lists that several of them share."""

    format: int = FORMAT
    choice_lists: tuple[ChoiceList, ...] = ()
    facts: Annotated[tuple[Fact, ...], FailFast()]


class AuthorityFile(Value):
    """`authorities.json`: the authorities that the trees use."""

    format: int = FORMAT
    authorities: Annotated[tuple[Authority, ...], FailFast()]


class Collection(Value):
    """A folder of trees with all that they share. The unit that is installed, signed, compared and named by a case."""

    manifest: Manifest
    facts: tuple[Fact, ...]
    choice_lists: tuple[ChoiceList, ...] = ()
    authorities: tuple[Authority, ...] = ()
    tables: tuple[Table, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    trees: tuple[Tree, ...]
    scenarios: tuple[Scenario, ...] = ()
