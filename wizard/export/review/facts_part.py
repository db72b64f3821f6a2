# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts in a review: what each may be, its choices with all their words, where it is asked and who reads it."""

from datetime import date
from decimal import Decimal
from typing import Literal

from wizard.engine.wording import format_date
from wizard.export.document.markup import Row, Xml, cell, paragraph, run
from wizard.export.review.phrases import FACT_KINDS
from wizard.export.review.sheet import Sheet, Worded, together
from wizard.model.fact import Choice, Fact, SharedChoices
from wizard.model.node import QuestionNode


def facts_part(sheet: Sheet) -> list[Xml]:
    """Return the facts, then the choice lists that several of them share."""
    blocks: list[Xml] = []
    for fact in sheet.index.collection.facts:
        blocks += together([*_fact(sheet, fact), sheet.mark()])
    shared = sheet.index.collection.choice_lists
    if shared:
        blocks.append(paragraph("Heading2", run(sheet.say("Choices that several facts share"))))
    for one in shared:
        number = sheet.numbers.thing("choice-list", one.id)
        blocks += sheet.item(number, one.title, [run(one.id, "Identifier")])
        blocks += [_choices(sheet, one.choices), paragraph("Gap")]
    return blocks


def _fact(sheet: Sheet, fact: Fact) -> list[Xml]:
    meta = [run(sheet.say(FACT_KINDS[fact.kind]), "Strong"), *_limits(sheet, fact)]
    meta.append(run(fact.id, "Identifier"))
    blocks = sheet.item(sheet.numbers.thing("fact", fact.id), fact.title, meta)
    if not _words_shown(sheet, fact):
        texts: list[Worded] = [("", fact.ask)]
        if fact.help is not None:
            texts.append(("Help:", fact.help))
        blocks += sheet.in_all_languages(texts)
    if isinstance(fact.choices, SharedChoices):
        blocks.append(_shared(sheet, fact, fact.choices))
    elif fact.choices:
        blocks += [_choices(sheet, fact.choices), paragraph("Gap")]
    for told, numbers in (
        (sheet.say("Asked by"), sheet.used.asked.get(fact.id, ())),
        (sheet.say("Read by"), sheet.used.of("fact", fact.id)),
    ):
        uses = sheet.refs(numbers) if numbers else run(sheet.say("nothing"), "Emphasis")
        blocks.append(paragraph("CellSmall", run(f"{told}: ", "Strong"), uses))
    return blocks


def _words_shown(sheet: Sheet, fact: Fact) -> bool:
    """Return whether the questions that ask for a fact show its own words, so that they need not stand here again."""
    nodes = [sheet.numbers.step(number) for number in sheet.used.asked.get(fact.id, ())]
    asks = [node for node in nodes if isinstance(node, QuestionNode)]
    return any(node.ask is None for node in asks) and any(node.help is None for node in asks)


def _limits(sheet: Sheet, fact: Fact) -> list[Xml]:
    limits, said = fact.limits, sheet.say
    told = []
    if limits.earliest is not None:
        told.append(said("not before {day}", day=_day(sheet, limits.earliest)))
    if limits.latest is not None:
        told.append(said("not after {day}", day=_day(sheet, limits.latest)))
    if limits.least is not None:
        told.append(said("at least {number}", number=_figures(limits.least)))
    if limits.most is not None:
        told.append(said("at most {number}", number=_figures(limits.most)))
    if limits.decimals:
        told.append(said("decimals: {number}", number=limits.decimals))
    if fact.unit is not None:
        told.append(said("in {unit}", unit=fact.unit.within(sheet.language)))
    return [run(one) for one in told]


def _day(sheet: Sheet, day: date | Literal["today"]) -> str:
    return sheet.say("the day of the walk") if day == "today" else format_date(day, sheet.language)


def _figures(number: Decimal) -> str:
    return f"{number:f}"


def _shared(sheet: Sheet, fact: Fact, shared: SharedChoices) -> Xml:
    runs = [run(sheet.say("Its choices are those of ")), sheet.ref(sheet.numbers.thing("choice-list", shared.list))]
    if shared.without:
        every = next(one.choices for one in sheet.index.collection.choice_lists if one.id == shared.list)
        left_out = [one.label.within(sheet.language) for one in every if one.id in shared.without]
        runs.append(run(sheet.say(", without {choices}", choices=", ".join(left_out))))
    runs.append(run(f" ({len(sheet.index.choices[fact.id])})."))
    return paragraph("Normal", *runs)


def _choices(sheet: Sheet, choices: tuple[Choice, ...]) -> Xml:
    heads = [*[sheet.say.language(code) for code in sheet.languages], sheet.say("On the chart"), sheet.say("Id")]
    rows = [_choice(sheet, choice) for choice in choices]
    return sheet.grid([*[2.0] * len(sheet.languages), 1.0, 0.9], heads, rows)


def _choice(sheet: Sheet, choice: Choice) -> Row:
    columns = []
    for code in sheet.languages:
        words = choice.label.within(code) if choice.label.has(code) else "–"
        blocks = [paragraph("Cell", sheet.words(words, "", code))]
        if choice.hint is not None and choice.hint.has(code):
            blocks.append(paragraph("CellSmall", sheet.words(choice.hint.within(code), "Quiet", code)))
        columns.append(cell(*blocks))
    short = [
        paragraph("CellSmall", sheet.words(choice.short.within(code), "", code))
        for code in sheet.languages
        if choice.short.has(code)
    ]
    return (*columns, cell(*short), cell(paragraph("CellSmall", run(choice.id, "Identifier"))))
