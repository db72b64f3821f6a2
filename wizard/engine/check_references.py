# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every reference of a collection leads to something, of the right kind, and everything is used."""

from collections.abc import Iterable, Mapping
from datetime import date

from wizard.engine.collection_texts import texts_in
from wizard.engine.condition_references import ConditionReferences
from wizard.engine.graph import NEXT, UNSURE, CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.rule_references import RuleReferences
from wizard.engine.uses import Uses
from wizard.model.authority import Pin
from wizard.model.fact import Fact, SharedChoices
from wizard.model.node import FindingNode, GateNode, Node, QuestionNode, SubtreeNode
from wizard.model.problem import Place, Severity

#: What a condition on a deadline calls the day of the walk.
TODAY = "today"


def reference_problems(index: CollectionIndex, found: ProblemList) -> bool:
    """Report every broken reference and everything unused; return whether the trees can be linked and walked."""
    uses = Uses(index, found)
    before = _errors(found)
    _ids(index, found)
    _collection(index, found, uses)
    references = ConditionReferences(index, found, uses)
    for named in index.collection.manifest.conditions:
        references.check(named.when, Place(file="collection.json", item=named.id))
    references.check_circles()
    RuleReferences(index, found, uses, references).check()
    for tree in index.collection.trees:
        for node in tree.nodes:
            _node(index, found, uses, references, Place(tree=tree.id, node=node.id), node)
    for text in texts_in(index.collection):
        uses.placeholders(text)
    if _errors(found) == before:
        uses.report_unused()
    return _errors(found) == before


def _errors(found: ProblemList) -> int:
    return sum(problem.severity is Severity.ERROR for problem in found.problems)


def _ids(index: CollectionIndex, found: ProblemList) -> None:
    collection, manifest = index.collection, index.collection.manifest
    groups: Mapping[str, Iterable[str]] = {
        "facts.json": [fact.id for fact in collection.facts] + [one.id for one in collection.choice_lists],
        "authorities.json": [one.id for one in collection.authorities],
        "collection.json claims": [one.id for one in manifest.claims],
        "collection.json against": [one.id for one in manifest.against],
        "collection.json conditions": [one.id for one in manifest.conditions],
        "collection.json deadline_rules": [one.id for one in manifest.deadline_rules],
        "collection.json glossary": [one.id for one in manifest.glossary],
        "tables": [one.id for one in collection.tables],
        "calendars": [one.id for one in collection.calendars],
        "scenarios": [one.id for one in collection.scenarios],
        "trees": [one.id for one in collection.trees],
        **{f"{tree.id}.tree.json": [node.id for node in tree.nodes] for tree in collection.trees},
        **{f"facts.json {fact.id}": [choice.id for choice in index.choices[fact.id]] for fact in collection.facts},
        **{f"tables/{table.id}.table.json": [row.key for row in table.rows] for table in collection.tables},
    }
    for place, ids in groups.items():
        seen: set[str] = set()
        for one in ids:
            if one in seen:
                found.error("id-twice", Place(file=place, item=one), "The id is used twice", "Give one another id")
            seen.add(one)


def _collection(index: CollectionIndex, found: ProblemList, uses: Uses) -> None:
    collection = index.collection
    lists = {one.id for one in collection.choice_lists}
    for fact in collection.facts:
        place = Place(file="facts.json", item=fact.id)
        _limits(fact, place, found)
        _reserved(fact, index, place, found)
        if isinstance(fact.choices, SharedChoices):
            if fact.choices.list in lists:
                uses.choice_list(fact.choices.list)
                _left_out(fact.choices, index, place, found)
            else:
                message = f"There is no choice list “{fact.choices.list}”"
                found.error("choice-list-missing", place, message, "Add it or name another")
        elif fact.kind in ("one-of", "any-of") and not fact.choices:
            found.error("choice-missing", place, "The fact has no choices", "Add its choices")
    for claim in collection.manifest.claims:
        uses.against(claim.against, Place(file="collection.json", item=claim.id, field="against"))
    headers = {header.id for header in collection.manifest.trees}
    for header in sorted(headers ^ {tree.id for tree in collection.trees}):
        message = f"The tree “{header}” is listed or filed, but not both"
        found.error("tree-missing", Place(file="collection.json", field="trees"), message, "List it and add its file")
    for scenario in collection.scenarios:
        if scenario.tree not in index.trees:
            place = Place(file="scenarios", item=scenario.id, field="tree")
            found.error("tree-missing", place, f"There is no tree “{scenario.tree}”", "Name a tree")
    for calendar in collection.calendars:
        uses.pins(calendar.authorities, Place(file=f"calendars/{calendar.id}"))


def _left_out(shared: SharedChoices, index: CollectionIndex, place: Place, found: ProblemList) -> None:
    listed = {choice.id for one in index.collection.choice_lists if one.id == shared.list for choice in one.choices}
    for choice in shared.without:
        if choice not in listed:
            message = f"The choice list “{shared.list}” has no choice “{choice}”"
            found.error("choice-missing", place, message, "Take it out of “without” or name another")


def _reserved(fact: Fact, index: CollectionIndex, place: Place, found: ProblemList) -> None:
    """Report names that mean something else: the ways out of a question, and the day of the walk."""
    for choice in index.choices[fact.id]:
        if choice.id in (NEXT, UNSURE):
            message = f"A choice may not be called “{choice.id}”: a way out of a question is"
            found.error("name-reserved", place.model_copy(update={"field": choice.id}), message, "Give it another id")
    if fact.id == TODAY:
        message = "A fact may not be called “today”: the day of the walk is"
        found.error("name-reserved", place, message, "Give it another id")


def _limits(fact: Fact, place: Place, found: ProblemList) -> None:
    limits = fact.limits
    crossed = limits.least is not None and limits.most is not None and limits.least > limits.most
    if isinstance(limits.earliest, date) and isinstance(limits.latest, date):
        crossed = crossed or limits.earliest > limits.latest
    if crossed:
        message = "The lower limit lies above the upper one, so no answer fits"
        found.error("limits-crossed", place.model_copy(update={"field": "limits"}), message, "Exchange them")


def _node(
    index: CollectionIndex, found: ProblemList, uses: Uses, references: ConditionReferences, place: Place, node: Node
) -> None:
    pins: tuple[Pin, ...] = ()
    match node:
        case QuestionNode():
            pins = node.authorities
            uses.fact(node.fact, place)
            _question(index, found, place, node)
        case GateNode():
            pins = node.authorities
            for number, branch in enumerate(node.branches):
                references.check(branch.when, place.model_copy(update={"field": f"branches.{number}"}))
        case FindingNode():
            pins = node.authorities
            for claim in node.claims:
                uses.claim(claim, place)
            for rule in node.deadlines:
                uses.rule(rule, place)
        case SubtreeNode():
            if node.tree not in index.trees:
                found.error("tree-missing", place, f"There is no tree “{node.tree}”", "Add it or name another")
        case _:
            pass
    uses.pins(pins, place)


def _question(index: CollectionIndex, found: ProblemList, place: Place, node: QuestionNode) -> None:
    fact = index.facts.get(node.fact)
    if fact is None or isinstance(node.next, str):
        return
    if fact.kind != "one-of":
        message = f"The fact “{fact.id}” is not a choice of one, so it cannot lead on choice by choice"
        found.error("fact-kind-wrong", place, message, "Let every answer lead to one node, and add a gate")
        return
    choices = index.choice_ids[fact.id]
    for choice in node.next:
        if choice not in choices:
            message = f"The fact “{fact.id}” has no choice “{choice}”"
            found.error("choice-missing", place, message, "Add the choice or take it out here")
    for choice in sorted(choices - node.next.keys()):
        message = f"The choice “{choice}” leads nowhere"
        found.error("choice-leads-nowhere", place, message, "Choose where it leads")
