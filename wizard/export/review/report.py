# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection as a Word document that a supervising attorney marks up on paper: all of its law, each item numbered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wizard.engine.graph import CollectionIndex
from wizard.engine.wording import format_date
from wizard.export.document.markup import LANDSCAPE, PORTRAIT, Page, Xml, field, paragraph, run, section, section_end
from wizard.export.document.package import Frame, Properties, document_bytes
from wizard.export.review.authorities_part import authorities_part
from wizard.export.review.facts_part import facts_part
from wizard.export.review.front import Part, contents, how_to_use, look_first, title_page
from wizard.export.review.rules_part import rules_part
from wizard.export.review.shared_parts import claims_part, conditions_part, glossary_part
from wizard.export.review.sheet import Sheet
from wizard.export.review.tables_part import calendars_part, is_wide, table_part
from wizard.export.review.tree_part import tree_part

SUFFIX = ".docx"


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """How a review is made.

    Attributes:
        printed_on: the day that stands on it.
        language: the code of the language of its own words; the law stands in all that it has.
        digest: the SHA-256 of the files of the collection, in hex: says which version was marked up.
    """

    printed_on: date
    language: str
    digest: str


def review_of(index: CollectionIndex, options: ReviewOptions) -> bytes:
    """Return the review of a collection as the bytes of a DOCX file; the same ones for the same collection and options.

    References must hold (`engine.check_references`), and each tree must link; else KeyError.
    """
    sheet = Sheet(index, options.language)
    parts = _parts(sheet)
    manifest = index.collection.manifest
    body: list[Xml] = [*title_page(sheet, options.digest, options.printed_on), section_end(PORTRAIT, bare=True)]
    frames = [_frame(sheet, PORTRAIT, "", bare=True), _frame(sheet, PORTRAIT, sheet.say("Contents and use"))]
    body += [*contents(sheet, parts), *how_to_use(sheet), *look_first(sheet)]
    last = PORTRAIT
    for number, part in enumerate(parts, 1):
        head = sheet.placed(part.anchor, run(f"{number}  {part.title}"))
        blocks = [paragraph("Heading1", head)]
        told = f"{number}  {part.title}" + (f"  ·  {part.span}" if part.span else "")
        for page, written in part.pages:
            body.append(section_end(last))
            body += [*blocks, *written]
            frames.append(_frame(sheet, page, told))
            blocks, last = [], page
    body.append(section(last))
    title = sheet.say("{collection}: review", collection=manifest.title.within(options.language))
    properties = Properties(
        title=title,
        subject=sheet.say("Version {version}", version=manifest.version),
        author=manifest.publisher,
        language=options.language,
        made_on=options.printed_on,
    )
    return document_bytes(body, frames, properties)


def _parts(sheet: Sheet) -> list[Part]:
    """Return the parts that have something in them: the trees, then what they share."""
    collection, say = sheet.index.collection, sheet.say
    parts = [
        _upright(
            f"tree_{number}",
            header.title.within(sheet.language),
            sheet.span(sheet.numbers.of_tree(header.id)),
            tree_part(sheet, header.id),
        )
        for number, header in enumerate(collection.manifest.trees, 1)
    ]
    manifest = collection.manifest
    if manifest.claims:
        parts.append(_upright("claims", say("Claims"), sheet.span(sheet.numbers.of_sort("claim")), claims_part(sheet)))
    if manifest.conditions:
        parts.append(
            _upright(
                "conditions",
                say("Named conditions"),
                sheet.span(sheet.numbers.of_sort("condition")),
                conditions_part(sheet),
            )
        )
    if collection.facts:
        parts.append(_upright("facts", say("Facts"), sheet.span(sheet.numbers.of_sort("fact")), facts_part(sheet)))
    if manifest.deadline_rules:
        parts.append(
            _upright("rules", say("Deadline rules"), sheet.span(sheet.numbers.of_sort("rule")), rules_part(sheet))
        )
    if collection.tables:
        parts.append(Part(say("Tables"), sheet.span(sheet.numbers.of_sort("table")), "tables", tuple(_tables(sheet))))
    if collection.calendars:
        parts.append(
            _upright(
                "calendars", say("Calendars"), sheet.span(sheet.numbers.of_sort("calendar")), calendars_part(sheet)
            )
        )
    if manifest.glossary:
        parts.append(
            _upright("glossary", say("Glossary"), sheet.span(sheet.numbers.of_sort("term")), glossary_part(sheet))
        )
    if collection.authorities:
        parts.append(
            _upright(
                "authorities",
                say("Authorities"),
                sheet.span(sheet.numbers.of_sort("authority")),
                authorities_part(sheet),
            )
        )
    return parts


def _upright(anchor: str, title: str, span: str, blocks: Sequence[Xml]) -> Part:
    return Part(title, span, anchor, ((PORTRAIT, tuple(blocks)),))


def _tables(sheet: Sheet) -> list[tuple[Page, tuple[Xml, ...]]]:
    """Return the tables by the page that they need; neighbours on pages of one size share a section."""
    pages = []
    for wide, group in groupby(sheet.index.collection.tables, is_wide):
        page = LANDSCAPE if wide else PORTRAIT
        pages.append((page, tuple(block for table in group for block in table_part(sheet, table, page))))
    return pages


def _frame(sheet: Sheet, page: Page, told: str, *, bare: bool = False) -> Frame:
    """Return head and foot of the pages of a section: where one is, which version it is, the legal line, the page."""
    manifest, say = sheet.index.collection.manifest, sheet.say
    wide = "Wide" if page.width > page.height else ""
    title = manifest.title.within(sheet.language)
    head = paragraph(
        f"Header{wide}",
        run(say("{collection}, version {version}", collection=title, version=manifest.version)),
        run(f"\t{told}"),
    )
    number = [run(f"\t{say('Page')} "), field("PAGE", "1"), run(f" {say('of')} "), field("NUMPAGES", "1")]
    checked = say(
        "Law checked on {checked}, next check due {due}. Made on this computer; nothing was sent.",
        checked=format_date(manifest.law_checked_on, sheet.language),
        due=format_date(manifest.next_check_due, sheet.language),
    )
    foot = (paragraph(f"Footer{wide}", run(say.legal_line()), *number), paragraph(f"Footer{wide}", run(checked)))
    return Frame(() if bare else (head,), foot)
