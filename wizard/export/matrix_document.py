# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of a tree as a Word document: for each line what each answer can lead to, and what each finding needs."""

from collections.abc import Iterator
from datetime import date

from wizard.engine.matrix import LineMatrix, Matrix
from wizard.engine.wording import format_date
from wizard.export.document.markup import (
    PORTRAIT,
    Row,
    Xml,
    cell,
    field,
    paragraph,
    run,
    section,
    table,
)
from wizard.export.document.package import Frame, Properties, document_bytes
from wizard.export.matrix_rows import RESULTS, answer_rows, needed_in_words
from wizard.model.status import Status

LEGAL = "Legal information for people who work under a supervising attorney. It is not legal advice."
_HOW = (
    "Every answer that can be given was followed through the tree, not only examples. A mark says that some walk with "
    "this answer ends with the line so; other answers may still decide between two marks. A question is left out "
    "where all its answers leave the same possible. Under each finding stand the answers that it can be met with; a "
    "question that is not named there does not keep it from being met."
)
_HEADS = {
    Status.AVAILABLE: "Avail.",
    Status.ARGUABLE: "Arg.",
    Status.LIKELY_FORECLOSED: "Likely f.",
    Status.BARRED: "Barred",
    None: "Not r.",
}
_MARK = "\u25cf"
_NARROW = 700


def matrix_document(matrix: Matrix, language: str) -> bytes:
    """Return the matrix as the bytes of a DOCX file, the same ones for the same matrix; its own words are English."""
    manifest = matrix.graph.collection.manifest
    title = next(one.title for one in manifest.trees if one.id == matrix.graph.tree).within(language)
    version = f"{manifest.title.within(language)}, version {manifest.version}"
    body: list[Xml] = [
        paragraph("Brand", run("Remedy Wizard")),
        paragraph("Title", run(title)),
        paragraph("Subtitle", run("Which answers lead to which status of each claim")),
        paragraph("Lead", run(f"{version}. Walked as on {_day(matrix.today)}. {_HOW}")),
        paragraph("Legal", run(LEGAL)),
    ]
    for line in matrix.lines:
        body += _line(matrix, line, language)
    body.append(section(PORTRAIT))
    head = paragraph("Header", run(version), run(f"\t{title}"))
    foot = paragraph("Footer", run(LEGAL), run("\tPage "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "1"))
    properties = Properties(
        title=f"{title}: matrix",
        subject=f"Version {manifest.version}",
        author=manifest.publisher,
        language=language,
        made_on=matrix.today,
    )
    return document_bytes(body, [Frame((head,), (foot,))], properties)


def _day(day: date) -> str:
    return format_date(day, "en")


def _line(matrix: Matrix, line: LineMatrix, language: str) -> Iterator[Xml]:
    manifest = matrix.graph.collection.manifest
    claim = next(one for one in manifest.claims if one.id == line.claim)
    against = next(one for one in manifest.against if one.id == claim.against)
    yield paragraph(
        "Heading1", run(claim.title.within(language)), run(f"  against {against.title.within(language)}", "Plain")
    )
    can_be = [_word(result) for result in RESULTS if result in line.results]
    yield paragraph("Normal", run("It can end as: ", "Strong"), run(", ".join(can_be)))
    rows = list(_rows(matrix, line, language))
    if rows:
        yield table(_widths(), [_head()], rows)
        yield paragraph("Gap")
    if line.findings:
        yield paragraph("Heading2", run("What each finding needs"))
    for key in line.findings:
        yield from _finding(matrix, line, key, language)


def _word(result: Status | None) -> str:
    return "not reached" if result is None else result.value.replace("-", " ")


def _widths() -> list[int]:
    rest = PORTRAIT.text_width - _NARROW * len(RESULTS)
    return [rest * 2 // 5, rest - rest * 2 // 5, *[_NARROW] * len(RESULTS)]


def _head() -> Row:
    words = ("Question", "Answer", *[_HEADS[result] for result in RESULTS])
    return tuple(cell(paragraph("CellHead", run(word))) for word in words)


def _rows(matrix: Matrix, line: LineMatrix, language: str) -> Iterator[Row]:
    for fact, told in line.facts.items():
        if len({row.results for row in told}) == 1:
            continue
        title = matrix.graph.index.facts[fact].title.within(language)
        for number, row in enumerate(answer_rows(matrix.graph, line, fact, language)):
            question = cell(paragraph("CellStrong", run("" if number else title)))
            answers = cell(paragraph("Cell", run("; ".join(row.answers))))
            marks = [cell(paragraph("Cell", run(_MARK if result in row.results else ""))) for result in RESULTS]
            yield (question, answers, *marks)


def _finding(matrix: Matrix, line: LineMatrix, key: str, language: str) -> Iterator[Xml]:
    graph = matrix.graph
    node = graph.node(key)
    status = node.status if node.kind == "finding" else None
    words = run(node.short_name.within(language)), run(f"  {_word(status)}", "Plain"), run(f"  {key}", "Identifier")
    yield paragraph("Heading3", *words)
    needed = needed_in_words(graph, line, key, language)
    for fact, answers in needed.items():
        title = graph.index.facts[fact].title.within(language)
        yield paragraph("ListBullet", run(f"{title}: ", "Strong"), run(answers))
    if not needed:
        yield paragraph("Normal", run("No single answer keeps it from being met.", "Quiet"))
