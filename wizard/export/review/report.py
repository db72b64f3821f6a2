# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection as a Word document that a supervising attorney marks up on paper: all of its law, each item numbered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wizard.engine.graph import CollectionIndex
from wizard.engine.shared_things import Sort
from wizard.engine.wording import format_date
from wizard.export.document.markup import LANDSCAPE, PORTRAIT, Page, Xml, field, paragraph, run, section, section_end
from wizard.export.document.package import Frame, Properties, document_bytes
from wizard.export.review.authorities_part import authorities_part
from wizard.export.review.facts_part import facts_part
from wizard.export.review.front import Pages, Part, contents, how_to_use, look_first, title_page
from wizard.export.review.rules_part import rules_part
from wizard.export.review.shared_parts import claims_part, conditions_part, glossary_part
from wizard.export.review.sheet import Sheet
from wizard.export.review.tables_part import calendars_part, is_wide, table_part
from wizard.export.review.tree_part import tree_part


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
    parts = []
    for number, header in enumerate(sheet.index.collection.manifest.trees, 1):
        title = header.title.within(sheet.language)
        span = sheet.span(sheet.numbers.of_tree(header.id))
        parts.append(Part(title, span, f"tree_{number}", _upright(tree_part(sheet, header.id))))
    say = sheet.say
    shared: tuple[tuple[Sort, str, Callable[[Sheet], Pages]], ...] = (
        ("claim", say("Claims"), lambda sheet: _upright(claims_part(sheet))),
        ("condition", say("Named conditions"), lambda sheet: _upright(conditions_part(sheet))),
        ("fact", say("Facts"), lambda sheet: _upright(facts_part(sheet))),
        ("rule", say("Deadline rules"), lambda sheet: _upright(rules_part(sheet))),
        ("table", say("Tables"), _tables),
        ("calendar", say("Calendars"), lambda sheet: _upright(calendars_part(sheet))),
        ("term", say("Glossary"), lambda sheet: _upright(glossary_part(sheet))),
        ("authority", say("Authorities"), lambda sheet: _upright(authorities_part(sheet))),
    )
    for sort, title, pages in shared:
        numbers = sheet.numbers.of_sort(sort)
        if numbers:
            parts.append(Part(title, sheet.span(numbers), f"part_{sort}", pages(sheet)))
    return parts


def _upright(blocks: Sequence[Xml]) -> Pages:
    return ((PORTRAIT, tuple(blocks)),)


def _tables(sheet: Sheet) -> Pages:
    """Return the tables by the page that they need; neighbours on pages of one size share a section."""
    pages = []
    for wide, group in groupby(sheet.index.collection.tables, is_wide):
        page = LANDSCAPE if wide else PORTRAIT
        pages.append((page, tuple(block for table in group for block in table_part(sheet, table, page))))
    return tuple(pages)


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
