# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands before the parts of a review: title page, contents, how to use it, and where to look first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from wizard.engine.wording import format_date
from wizard.export.document.markup import Page, Xml, cell, field, flag, link, paragraph, run, table
from wizard.export.review.phrases import CHECKED, CHECKED_MEANS, STATUS_MEANS, TREATMENTS
from wizard.export.review.sheet import Sheet, shares
from wizard.model.authority import Treatment
from wizard.model.node import FindingNode
from wizard.model.status import Status

#: So many characters of a digest tell one version of a collection from another.
DIGEST_SHOWN: Final = 16

#: The treatments that a lawyer looks at first, the gravest first.
_DOUBTFUL: Final[tuple[Treatment, ...]] = ("superseded", "in-litigation", "questioned", "limited")


#: Blocks by the page that they need.
Pages = tuple[tuple[Page, tuple[Xml, ...]], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a review: its title, the numbers of its items, its pages, and its blocks by page size."""

    title: str
    span: str
    anchor: str
    pages: Pages


def title_page(sheet: Sheet, digest: str, printed_on: date) -> list[Xml]:
    """Return the title page: which collection this is, how old its law is, what it holds, and who reviewed it."""
    manifest, say = sheet.index.collection.manifest, sheet.say

    def day(value: date) -> str:
        return format_date(value, sheet.language)

    overdue = manifest.next_check_due < printed_on
    facts = [
        (say("Version"), manifest.version),
        (say("Publisher"), manifest.publisher),
        (say("Law checked on"), day(manifest.law_checked_on)),
        (say("Check overdue since") if overdue else say("Next check due"), day(manifest.next_check_due)),
        (say("Printed on"), day(printed_on)),
        (say("Languages"), ", ".join(say.language(code) for code in manifest.languages)),
        (say("Collection"), f"{manifest.id}, {digest[:DIGEST_SHOWN]}"),
    ]
    rows = [(cell(paragraph("Cell", run(name))), cell(paragraph("CellStrong", run(value)))) for name, value in facts]
    return [
        paragraph("Brand", run("Remedy Wizard")),
        paragraph("Title", sheet.words(manifest.title.within(sheet.language))),
        paragraph("Subtitle", run(say("The whole law of the collection, for review by a supervising attorney"))),
        table(shares(sheet.page.text_width, [1.6, 4.2]), [], rows, "Plain"),
        paragraph("Legal", run(say.legal_line())),
        *_holdings(sheet),
        *[paragraph("Sign", run(f"{told}\t\t")) for told in (say("Reviewed by"), say("Date"), say("Signature"))],
    ]


def _holdings(sheet: Sheet) -> list[Xml]:
    say = sheet.say
    heads = [say("Tree"), say("Steps"), say("Questions"), say("Gates"), say("Findings"), say("Ends")]
    rows = []
    for header in sheet.index.collection.manifest.trees:
        kinds = Counter(node.kind for node in sheet.numbers.order[header.id])
        numbers = [kinds[kind] for kind in ("question", "gate", "finding", "end")]
        columns = [sheet.span(sheet.numbers.of_tree(header.id)), *[str(number) for number in numbers]]
        title = cell(paragraph("Cell", sheet.words(header.title.within(sheet.language))))
        rows.append((title, *[cell(paragraph("Cell", run(one))) for one in columns]))
    return [sheet.grid([2.1, 1.15, 0.8, 0.9, 0.95, 0.6], heads, rows)]


def contents(sheet: Sheet, parts: Sequence[Part]) -> list[Xml]:
    """Return the list of the parts, each with its numbers and the page where it begins."""
    lines = [paragraph("FrontHeading", run(sheet.say("Contents")))]
    for number, part in enumerate(parts, 1):
        told = f"{number}\t{part.title}" + (f"  ({part.span})" if part.span else "")
        page = field(f"PAGEREF {part.anchor} \\h")
        lines.append(paragraph("Contents", link(part.anchor, run(f"{told}\t"), page)))
    return lines


def how_to_use(sheet: Sheet) -> list[Xml]:
    """Return how the review is read and marked: numbers, statuses, gates, dates, and how authorities were checked."""
    say = sheet.say
    told = [
        say("Each step of a tree, and each thing that trees share, has a number to cite it by: F-12, AU-133."),
        say("A step leads only to higher numbers of its tree. The words in small letters are the ids in the editor."),
        say("Tick Agree, or write the change on the line or in the margin. Rows of tables have a box each."),
        say("“Not sure yet” is an answer: the walk goes on, and findings behind it are marked as resting on it."),
        say("Branches of a gate go in order, and the first true one wins."),
        say("A condition whose facts are open is neither true nor false: it sends the gate to “not known yet”."),
        say("A line with several findings has the worst of their statuses; a remark moves no line."),
        say("Words in square brackets are filled in from the case."),
    ]
    dates = say("Act by is the safe date, shown first; the plain count and the latest date stand beside it.")
    statuses = [(say.status(status), say(STATUS_MEANS[status])) for status in Status]
    statuses.append((say("Not reached"), say("No finding has spoken to the claim.")))
    checks = [(say(CHECKED[seen]), say(CHECKED_MEANS[seen])) for seen in CHECKED]
    return [
        paragraph("FrontHeading", run(say("How to use this"))),
        *[paragraph("ListBullet", run(line)) for line in (*told, dates)],
        *_meanings(sheet, say("Status of a claim"), statuses),
        *_meanings(sheet, say("How an authority was checked"), checks),
    ]


def _meanings(sheet: Sheet, title: str, rows: Sequence[tuple[str, str]]) -> list[Xml]:
    cells = [(cell(paragraph("Cell", flag(name))), cell(paragraph("Cell", run(meaning)))) for name, meaning in rows]
    return [paragraph("Gap"), sheet.grid([1.6, 4.2], [title, sheet.say("Meaning")], cells)]


def look_first(sheet: Sheet) -> list[Xml]:
    """Return what is weakest: authorities in doubt, those only recalled, and findings that rest on nothing better."""
    rows = [(told, sheet.refs(numbers)) for told, numbers in _weak(sheet) if numbers]
    if not rows:
        return []
    cells = [(cell(paragraph("Cell", run(told))), cell(paragraph("CellSmall", numbers))) for told, numbers in rows]
    heads = [sheet.say("What"), sheet.say("Items")]
    return [
        paragraph("FrontHeading", run(sheet.say("Look here first"))),
        sheet.grid([2.2, 3.6], heads, cells),
    ]


def _weak(sheet: Sheet) -> Iterator[tuple[str, list[str]]]:
    say, numbers = sheet.say, sheet.numbers
    for treatment in _DOUBTFUL:
        found = [one for one in numbers.authorities if one.treatment == treatment]
        told = say("Authorities: {treatment}", treatment=say(TREATMENTS[treatment]))
        yield told, [numbers.thing("authority", one.id) for one in found]
    hopeful = [
        (numbers.node(tree, node.id), node)
        for tree, nodes in numbers.order.items()
        for node in nodes
        if isinstance(node, FindingNode) and node.status in (Status.AVAILABLE, Status.ARGUABLE)
    ]
    told = say("Findings that a claim is available or arguable and that cite nothing but what was only recalled")
    yield told, [number for number, node in hopeful if node.authorities and not _seen(sheet, node)]
    told = say("Findings that a claim is available or arguable and that cite no authority")
    yield told, [number for number, node in hopeful if not node.authorities]
    told = say("Tables with rows that were only recalled")
    recalled = [one for one in sheet.index.collection.tables if any(row.seen == "recalled" for row in one.rows)]
    yield told, [numbers.thing("table", one.id) for one in recalled]
    told = say("Authorities that were only recalled")
    yield told, [numbers.thing("authority", one.id) for one in numbers.authorities if one.seen == "recalled"]
    told = say("Authorities that nothing cites")
    cited = sheet.used.of
    yield told, [numbers.thing("authority", one.id) for one in numbers.authorities if not cited("authority", one.id)]


def _seen(sheet: Sheet, node: FindingNode) -> bool:
    return any(sheet.index.authorities[pin.authority].seen != "recalled" for pin in node.authorities)
