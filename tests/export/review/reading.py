# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A review as a reader has it: opened with python-docx, which knows nothing of how it was written."""

import datetime as dt
import io
from collections.abc import Iterator
from functools import lru_cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.export.walks import bundled_index
from wizard.engine.graph import CollectionIndex
from wizard.export.review.report import ReviewOptions, review_of
from wizard.model.collection import Collection

PRINTED_ON = dt.date(2026, 11, 24)


def options(language: str = "en") -> ReviewOptions:
    return ReviewOptions(PRINTED_ON, language, digest="0123456789abcdef" * 4)


def reviewed(made: Collection, language: str = "en") -> Document:
    """The review of a collection, opened again."""
    return opened(review_of(CollectionIndex(made), options(language)))


@lru_cache(maxsize=2)
def bundled(language: str = "en") -> Document:
    """The review of the bundled collection."""
    return opened(review_of(bundled_index(), options(language)))


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables included, in order."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def text_of(document: Document) -> str:
    """All text of the body, a line a paragraph."""
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def headings(document: Document, level: int) -> list[str]:
    """The headings of a level."""
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name == f"Heading {level}"]


def item(document: Document, number: str) -> list[str]:
    """The lines of an item, from its heading to the line on which it is marked; cells of a row with | between.

    Frames around words and gaps between blocks are left out.
    """
    lines: list[str] = []
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            for row in element.iter(qn("w:tr")):
                cells = [
                    "\n".join(Paragraph(one, document._body).text for one in cell.iter(qn("w:p")))
                    for cell in row.iter(qn("w:tc"))
                ]
                if lines:
                    lines.append(" | ".join(cells))
        elif element.tag == qn("w:p"):
            paragraph = Paragraph(element, document._body)
            text = paragraph.text
            is_heading = paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
            if lines or (is_heading and text.startswith(f"{number}  ")):
                lines.append(text)
            if lines and ("Change:" in text or "Cambio:" in text):
                break
    return [line for line in (one.replace("\u00a0", " ").strip() for one in lines) if line]
