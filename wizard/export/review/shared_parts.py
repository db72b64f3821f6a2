# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all trees of a collection share, in a review: claims, named conditions, and the glossary."""

from wizard.export.document.markup import Row, Xml, cell, paragraph, run
from wizard.export.review.sheet import Sheet
from wizard.model.finding import Claim
from wizard.model.node import FindingNode
from wizard.model.status import BADNESS, Status
from wizard.model.text import Text


def claims_part(sheet: Sheet) -> list[Xml]:
    """Return the claims in the order of the board: title and what it is in each language, findings by status."""
    manifest = sheet.index.collection.manifest
    heads = [sheet.say("No."), *[sheet.say.language(code) for code in sheet.languages], sheet.say("Findings on it"), ""]
    widths = [0.6, *[2.0] * len(sheet.languages), 1.6, 0.35]
    rows = [_claim(sheet, claim) for claim in manifest.claims]
    return [
        paragraph("Lead", run(sheet.say("Each is a line of the claims board, in this order."))),
        sheet.grid(widths, heads, rows),
    ]


def _claim(sheet: Sheet, claim: Claim) -> Row:
    number = sheet.numbers.thing("claim", claim.id)
    against = sheet.index.against[claim.against]
    columns = []
    for code in sheet.languages:
        blocks = [paragraph("CellStrong", sheet.words(claim.title.within(code), "", code))]
        say = sheet.say.within(code)
        told = say("against {whom}", whom=against.within(code))
        blocks.append(paragraph("Cell", sheet.words(told, "Emphasis", code)))
        if claim.about is not None and claim.about.has(code):
            blocks.append(paragraph("Cell", sheet.words(claim.about.within(code), "", code)))
        columns.append(cell(*blocks))
    found = _findings(sheet, claim)
    if not claim.shown:
        found.append(paragraph("CellSmall", run(sheet.say("Internal: not shown on the board."))))
    identifier = paragraph("CellSmall", run(claim.id, "Identifier"))
    return (sheet.number_cell(number), *columns, cell(*found, identifier), sheet.tick_cell())


def _findings(sheet: Sheet, claim: Claim) -> list[Xml]:
    """Return the findings on a claim, a line a status, the best first, then remarks, then the gates that read it."""
    by_status: dict[Status | None, list[str]] = {}
    read = []
    for number in sheet.used.of("claim", claim.id):
        node = sheet.numbers.step(number)
        if isinstance(node, FindingNode):
            by_status.setdefault(node.status, []).append(number)
        else:
            read.append(number)
    lines = []
    for status in sorted(by_status, key=lambda one: len(BADNESS) if one is None else BADNESS[one]):
        name = sheet.say("Remarks") if status is None else sheet.say.status(status)
        lines.append(paragraph("CellSmall", run(f"{name}: ", "Strong"), sheet.refs(by_status[status])))
    if not by_status:
        lines.append(paragraph("CellSmall", run(sheet.say("no finding yet"), "Emphasis")))
    if read:
        lines.append(paragraph("CellSmall", run(f"{sheet.say('Read by')}: ", "Strong"), sheet.refs(read)))
    return lines


def conditions_part(sheet: Sheet) -> list[Xml]:
    """Return the named conditions: what each says, and which steps read it."""
    heads = [sheet.say("No."), sheet.say("Condition"), sheet.say("Read by"), ""]
    widths = [0.6, 3.6, 1.25, 0.35]
    rows = []
    for named in sheet.index.collection.manifest.conditions:
        number = sheet.numbers.thing("condition", named.id)
        words = [paragraph("CellStrong", run(named.title)), *sheet.condition(named.when)]
        words.append(paragraph("CellSmall", run(named.id, "Identifier")))
        read = cell(sheet.uses(sheet.used.of("condition", named.id)))
        rows.append((sheet.number_cell(number), cell(*words), read, sheet.tick_cell()))
    told = sheet.say("Conditions that several gates share, each written once.")
    return [paragraph("Lead", run(told)), sheet.grid(widths, heads, rows)]


def glossary_part(sheet: Sheet) -> list[Xml]:
    """Return the terms, each with its meaning in each language."""
    heads = [sheet.say("No."), *[sheet.say.language(code) for code in sheet.languages], ""]
    widths = [0.7, *[2.4] * len(sheet.languages), 0.35]
    rows = []
    for term in sheet.index.collection.manifest.glossary:
        columns = [_term(sheet, term.term, term.meaning, code) for code in sheet.languages]
        number = sheet.number_cell(sheet.numbers.thing("term", term.id))
        if term.also:
            told = sheet.say("also marks: {words}", words=", ".join(term.also))
            columns[0] = (*columns[0], paragraph("CellSmall", run(told, "Quiet")))
        rows.append((number, *[cell(*blocks) for blocks in columns], sheet.tick_cell()))
    return [sheet.grid(widths, heads, rows)]


def _term(sheet: Sheet, term: Text, meaning: Text, code: str) -> tuple[Xml, ...]:
    if not term.has(code) and not meaning.has(code):
        return (paragraph("Cell", run("–")),)
    return (
        paragraph("CellStrong", sheet.words(term.within(code), "", code)),
        paragraph("Cell", sheet.words(meaning.within(code), "", code)),
    )
