# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authorities in a review: what each holds, how and when it was checked, its treatment, and where it is cited."""

from itertools import groupby

from wizard.engine.wording import format_date
from wizard.export.document.markup import Row, Xml, cell, paragraph, run
from wizard.export.review.phrases import AUTHORITY_KINDS, CHECKED, TREATMENTS
from wizard.export.review.sheet import Sheet, joined
from wizard.model.authority import Authority


def authorities_part(sheet: Sheet) -> list[Xml]:
    """Return the authorities by kind, a row each."""
    heads = [sheet.say("No."), sheet.say("Authority"), sheet.say("Checked, cited at"), ""]
    blocks: list[Xml] = []
    for kind, group in groupby(sheet.numbers.authorities, lambda one: one.kind):
        blocks.append(paragraph("Heading2", run(sheet.say(AUTHORITY_KINDS[kind]))))
        blocks.append(sheet.grid([0.72, 3.1, 1.68, 0.35], heads, [_authority(sheet, one) for one in group]))
    return blocks


def _authority(sheet: Sheet, authority: Authority) -> Row:
    number = sheet.numbers.thing("authority", authority.id)
    words = [paragraph("CellStrong", run(authority.citation)), paragraph("Cell", run(authority.holding))]
    details = [
        Xml(run(f"{told} ", "Strong") + run(value))
        for told, value in (
            (sheet.say("Pin:"), authority.pin),
            (sheet.say("Note:"), authority.note),
            (sheet.say("Source:"), authority.source),
        )
        if value
    ]
    short = [run(authority.short), run(authority.id, "Identifier")]
    words.append(paragraph("CellSmall", *joined([*details, *short], "  ·  ")))
    return sheet.number_cell(number), cell(*words), cell(*_checked(sheet, authority)), sheet.tick_cell()


def _checked(sheet: Sheet, authority: Authority) -> list[Xml]:
    flags = sheet.doubts(authority)
    plain = [sheet.say(CHECKED["read"])] if authority.seen == "read" else []
    plain += [sheet.say(TREATMENTS["good"])] if authority.treatment == "good" else []
    plain.append(format_date(authority.checked_on, sheet.language, short=True))
    blocks = [paragraph("CellSmall", *flags, run(", ".join(plain)))]
    cited = sheet.used.of("authority", authority.id)
    if cited:
        blocks.append(paragraph("CellSmall", run(f"{sheet.say('Cited at')}: ", "Strong"), sheet.refs(cited)))
    else:
        blocks.append(paragraph("CellSmall", run(sheet.say("Cited nowhere."), "Emphasis")))
    return blocks
