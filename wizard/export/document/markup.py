# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a Word document as WordprocessingML (ECMA-376 part 1, chapter 17): runs, paragraphs, tables, sections.

Plain text goes in, mark-up comes out: nothing of a tree's text is ever read as mark-up. Lengths are twips, twentieths
of a point.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, NewType

#: A piece of mark-up, every text in it escaped.
Xml = NewType("Xml", str)

NOTHING: Final = Xml("")

#: A row with more characters than this may break across pages: unbroken it would leave half a page white.
LONGEST_UNBROKEN_ROW: Final = 900

#: About so many characters stand on a line of text, columns and lines half full counted in.
CHARACTERS_A_LINE: Final = 120

#: Spaces that are no end of a word, which `str.isprintable` takes for unprintable.
_KEPT_SPACES: Final = frozenset("\u00a0\u2009\u202f")
_PARAGRAPH: Final = re.compile(r'(<w:p><w:pPr><w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')
_TAG: Final = re.compile(r"<[^>]*>")
#: The language of Word for one of ours: the reader sits in the United States.
_TAGS: Final = {"en": "en-US", "es": "es-US", "ht": "ht-HT"}


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page and its margins; the right one is wide, to write in."""

    width: int
    height: int
    top: int = 1224
    right: int = 2880
    bottom: int = 1224
    left: int = 1008

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


#: US Letter.
PORTRAIT: Final = Page(12240, 15840)
LANDSCAPE: Final = Page(15840, 12240, right=2016)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs, and over how many columns it reaches."""

    blocks: tuple[Xml, ...]
    span: int = 1


Row = tuple[Cell, ...]


def language_tag(code: str) -> str:
    """Return the language tag that Word spells and reads aloud by."""
    return _TAGS.get(code, code)


def run(text: str, style: str = "", language: str = "") -> Xml:
    """Return words in a character style; a line end and a tab in them stay what they are."""
    if not text:
        return NOTHING
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language:
        properties += f'<w:lang w:val="{language_tag(language)}"/>'
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return Xml(f"<w:r>{wrapped}{_content(text)}</w:r>")


def unbroken(text: str, style: str) -> Xml:
    """Return words whose hyphens are no place to break a line; a search for them still finds a hyphen."""
    parts = [f'<w:t xml:space="preserve">{escape(_plain(part))}</w:t>' for part in text.split("-")]
    return Xml(f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{"<w:noBreakHyphen/>".join(parts)}</w:r>')


def field(instruction: str, shown: str = "", style: str = "") -> Xml:
    """Return a field that Word works out, such as `PAGE`, with what stands there until it has."""
    inner = run(shown, style) or run(" ", style)
    return Xml(f'<w:fldSimple w:instr=" {escape(instruction)} ">{inner}</w:fldSimple>')


def link(anchor: str, *runs: Xml) -> Xml:
    """Return runs that lead to a bookmark of the document."""
    return Xml(f'<w:hyperlink w:anchor="{anchor}" w:history="1">{"".join(runs)}</w:hyperlink>')


def bookmark(number: int, name: str, *runs: Xml) -> Xml:
    """Return runs with a bookmark around them; `number` is its own in the document."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return Xml(f'{start}{"".join(runs)}<w:bookmarkEnd w:id="{number}"/>')


def box() -> Xml:
    """Return an empty box to tick; drawn by a border, since few fonts have the character."""
    # Spaces without a break: at the end of a line others would be swallowed.
    return run("\u00a0" * 4, "TickBox")


def flag(text: str, style: str = "Flag") -> Xml:
    """Return a word or two in a frame, which no line breaks apart."""
    return run(f"\u00a0{text}\u00a0".replace(" ", "\u00a0"), style)


def paragraph(style: str, *runs: Xml) -> Xml:
    """Return a paragraph in a style."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>')


def cell(*blocks: Xml, span: int = 1) -> Cell:
    """Return a cell; it has a paragraph even where it is empty."""
    return Cell(blocks or (paragraph("Cell"),), span)


def table(widths: Sequence[int], head: Sequence[Row], rows: Sequence[Row], style: str = "Grid") -> Xml:
    """Return a table whose head is repeated on each page; a row breaks across pages only where it is very long."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="0" w:noVBand="1"/>'
    )
    written = [_row(widths, row, head=True) for row in head] + [_row(widths, row, head=False) for row in rows]
    return Xml(f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>")


def kept(block: Xml) -> Xml:
    """Return a block that stays on one page with what follows it, all its paragraphs together."""
    return Xml(_PARAGRAPH.sub(r"\1<w:keepNext/>", block))


def section_end(page: Page, *, bare: bool = False) -> Xml:
    """Return the paragraph that ends a section: what follows begins a new page. `bare`: no margin line, for a title."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{section(page, bare=bare)}</w:pPr></w:p>')


def section(page: Page, *, bare: bool = False) -> Xml:
    """Return the properties of a section; the line beside its text parts the margin to write in."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    border = '<w:right w:val="dotted" w:sz="4" w:space="10" w:color="8A97A4"/>'
    line = f'<w:pgBorders w:offsetFrom="text">{border}</w:pgBorders>'
    return Xml(
        f'<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="560" w:footer="500" w:gutter="0"/>{"" if bare else line}</w:sectPr>'
    )


def length_of(block: Xml) -> int:
    """Return how many characters of text a block holds."""
    return len(_TAG.sub("", block))


def lines_of(block: Xml) -> float:
    """Return about how many lines a block takes: its paragraphs, and more for long ones."""
    return block.count("<w:p>") + length_of(block) / CHARACTERS_A_LINE


def _row(widths: Sequence[int], row: Row, *, head: bool) -> str:
    cells = []
    column = 0
    for one in row:
        width = sum(widths[column : column + one.span])
        column += one.span
        span = f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
        cells.append(f"<w:tc>{properties}{''.join(one.blocks)}</w:tc>")
    joined = Xml("".join(cells))
    whole = head or length_of(joined) <= LONGEST_UNBROKEN_ROW
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{kept(joined) if head else joined}</w:tr>"


def _content(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        parts = [f'<w:t xml:space="preserve">{escape(_plain(part))}</w:t>' for part in line.split("\t")]
        lines.append("<w:tab/>".join(parts))
    return "<w:br/>".join(lines)


def _plain(text: str) -> str:
    """Return a text with every character that no paper can show replaced by a space."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _KEPT_SPACES else " " for one in text)
