# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of a path: boxes at the left, what they come to at the right, page by page. No box is split."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from wizard.engine.walk import Walk
from wizard.export.options import PictureOptions
from wizard.export.page_frame import PageFrame
from wizard.export.paper import MARGIN, NOTE, NOTE_BOLD, SIZES, Piece
from wizard.export.paper_text import Lines
from wizard.export.path_boxes import BOX_LEFT, RAIL, PathBox, rail_pen
from wizard.export.path_steps import ToldPath, told_path
from wizard.export.side_column import SideColumn
from wizard.export.side_entry import SideEntry
from wizard.export.words import Words, words_in

#: Between boxes, and between the two columns.
_GAP = 8.0
_COLUMN_GAP = 29.0
#: For “Continued from step 12” at the top and “Continues on page 3” at the bottom.
_CONTINUED = 24.0
_SIDE_COLUMNS = 3
_HEADING_GAP = 6.0
#: An explanation that goes on in the next column leaves at least so much behind: three lines.
_LEAST_FLOW = 50.0


@dataclass(frozen=True, slots=True)
class _PlacedBox:
    box: PathBox
    top: float


@dataclass(frozen=True, slots=True)
class _PlacedEntry:
    entry: SideEntry
    left: float
    top: float
    first: bool


@dataclass(slots=True)
class _Page:
    boxes: list[_PlacedBox] = field(default_factory=list)
    entries: list[_PlacedEntry] = field(default_factory=list)
    continued_from: int | None = None
    goes_on: bool = False
    note_top: float | None = None


class PathPicture:
    """The pages of the path of a walk, in units of 1/96 inch."""

    def __init__(self, made: Walk, options: PictureOptions) -> None:
        self._words = words_in(options.language)
        self._size = SIZES[options.paper]
        width = self._size.width() - 2 * MARGIN
        self._frame = PageFrame(made.graph, options, self._words, width)
        self._side_width = (width - (_SIDE_COLUMNS - 1) * _COLUMN_GAP) / _SIDE_COLUMNS
        self._path_width = width - self._side_width - _COLUMN_GAP
        path = told_path(made, self._words)
        self._left_out = _left_out(path, self._words, self._path_width - BOX_LEFT)
        self._pages = [_Page()]
        self._place_path([PathBox(step, self._path_width, self._words) for step in path.steps])
        column = SideColumn(made, options, self._words, self._side_width)
        self._place_side(column.entries(path))

    @property
    def title(self) -> str:
        """What the picture is called: the tree and the number of the case."""
        return ", ".join(part for part in (self._frame.title, self._frame.case_words) if part)

    @property
    def about(self) -> str:
        """The legal line."""
        return self._words.legal_line()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def size(self, page: int) -> QSizeF:  # noqa: ARG002 all pages are alike
        """Return the size of a page."""
        return self._size

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:  # noqa: ARG002 a page is painted whole
        """Paint a page, counted from 0."""
        content = self._pages[page]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._frame.draw_head(painter, MARGIN, MARGIN - 8, first=page == 0)
        self._paint_rail(painter, page)
        for placed in content.boxes:
            placed.box.draw(painter, MARGIN, placed.top)
        for entry in content.entries:
            entry.entry.draw(painter, entry.left, entry.top, self._side_width, first=entry.first)
        if content.note_top is not None and self._left_out is not None:
            self._left_out.draw(painter, MARGIN + BOX_LEFT, content.note_top)
        self._paint_continued(painter, page)
        text = self._words.translate("Paper", "Page {page} of {pages}")
        told = text.format(page=page + 1, pages=self.pages)
        self._frame.draw_foot(painter, MARGIN, self._size.height() - MARGIN + 12, told)

    def text_rects(self, page: int) -> list[tuple[QRectF, QRectF]]:
        """Return each text of the columns of a page with what it must lie in: its box, or the column."""
        content = self._pages[page]
        rects = []
        for placed in content.boxes:
            box = placed.box.rect(MARGIN, placed.top)
            rects += [(text, box) for text in placed.box.text_rects(MARGIN, placed.top)]
        for one in content.entries:
            column = QRectF(one.left, self._top(page), self._side_width, self._bottom - self._top(page))
            rects += [(text, column) for text in one.entry.stack.rects(one.left + one.entry.indent, one.top)]
        return rects

    def box_rects(self, page: int) -> list[QRectF]:
        """Return where the boxes of a page lie."""
        return [placed.box.rect(MARGIN, placed.top) for placed in self._pages[page].boxes]

    def content_rect(self, page: int) -> QRectF:
        """Return the room between the head and the foot of a page."""
        top = self._top(page)
        return QRectF(MARGIN, top, self._size.width() - 2 * MARGIN, self._bottom - top)

    # Placing

    @property
    def _bottom(self) -> float:
        return self._size.height() - MARGIN + 12 - self._frame.foot_height

    @property
    def _last_with_path(self) -> int:
        return max(number for number, page in enumerate(self._pages) if page.boxes)

    def _top(self, page: int) -> float:
        return MARGIN - 8 + self._frame.head_height(first=page == 0)

    def _place_path(self, boxes: list[PathBox]) -> None:
        """Fill page after page. The room for “Continues on page 3” is needed only where something is left over."""
        note = 0.0 if self._left_out is None else self._left_out.height + _GAP
        waiting = list(boxes)
        number = 0
        while True:
            page = self._page(number)
            top = self._top(number) + (_CONTINUED if number else 0.0)
            if _height(waiting) + note <= self._bottom - top:
                _place(page, waiting, top)
                page.note_top = top + _height(waiting) + (_GAP if waiting else 0.0)
                return
            taken, waiting = _fitting(waiting, self._bottom - _CONTINUED - top)
            if not waiting and len(taken) > 1:
                # Only the note at the end does not fit: it takes the last box with it.
                waiting.append(taken.pop())
            _place(page, taken, top)
            page.goes_on = bool(waiting)
            number += 1
            self._page(number).continued_from = _last_number(self._pages[:number])

    def _place_side(self, entries: list[SideEntry]) -> None:
        """Fill the right column of the pages with a path, then all columns of further pages."""
        last_with_path = self._last_with_path
        waiting = list(entries)
        number, column = 0, _SIDE_COLUMNS - 1
        while waiting:
            left = MARGIN + column * (self._side_width + _COLUMN_GAP)
            page = self._page(number)
            waiting = self._fill_column(page, waiting, left, self._top(number))
            column += 1
            if column == _SIDE_COLUMNS:
                number += 1
                column = _SIDE_COLUMNS - 1 if number <= last_with_path else 0

    def _fill_column(self, page: _Page, entries: list[SideEntry], left: float, top: float) -> list[SideEntry]:
        """Place what fits; return the rest. An entry that flows, or is taller than a whole column, is split."""
        first = True
        while entries:
            number = next((at for at, entry in enumerate(entries) if not entry.keep), len(entries) - 1)
            group, rest = entries[: number + 1], entries[number + 1 :]
            gaps = [0.0 if first and not at else _gap(entry, group[at - 1 : at]) for at, entry in enumerate(group)]
            room = self._bottom - top - sum(gaps) - sum(entry.height for entry in group[:-1])
            whole = group[-1].height <= room
            if not whole:
                if not first and (not group[-1].flows or room < _LEAST_FLOW):
                    return entries
                head, tail = group[-1].split(room)
                group, rest = [*group[:-1], head], [tail, *rest]
            for entry, gap in zip(group, gaps, strict=True):
                top += gap
                page.entries.append(_PlacedEntry(entry, left, top, first))
                top += entry.height
                first = False
            if not whole:
                return rest
            entries = rest
        return entries

    def _page(self, number: int) -> _Page:
        while len(self._pages) <= number:
            self._pages.append(_Page())
        return self._pages[number]

    # Painting

    def _paint_rail(self, painter: QPainter, number: int) -> None:
        page = self._pages[number]
        if not page.boxes:
            return
        x = MARGIN + RAIL
        middles = [(placed.box, placed.top + placed.box.height / 2) for placed in page.boxes]
        if number and page.continued_from is not None:
            before = self._pages[number - 1].boxes[-1].box
            self._paint_stretch(painter, x, self._top(number) + _CONTINUED - 4, middles[0][1], before)
        for (box, start), (_, end) in pairwise(middles):
            self._paint_stretch(painter, x, start, end, box)
        if page.goes_on:
            box, start = middles[-1]
            self._paint_stretch(painter, x, start, page.boxes[-1].top + box.height + 10, box)

    def _paint_stretch(self, painter: QPainter, x: float, start: float, end: float, before: PathBox) -> None:
        painter.setPen(rail_pen(rests_on_open=before.step.open))
        painter.drawLine(QPointF(x, start), QPointF(x, end))

    def _paint_continued(self, painter: QPainter, number: int) -> None:
        page = self._pages[number]
        left = MARGIN + RAIL - 6
        if page.continued_from is not None:
            text = self._words.translate("Paper", "Continued from step {number}")
            told = Lines([Piece(text.format(number=page.continued_from), NOTE_BOLD)], self._path_width)
            told.draw(painter, left, self._top(number) - 2)
        if page.goes_on:
            text = self._words.translate("Paper", "Continues on page {page}")
            told = Lines([Piece(text.format(page=number + 2), NOTE_BOLD)], self._path_width)
            told.draw(painter, left, page.boxes[-1].top + page.boxes[-1].box.height + 10)


def _height(boxes: Sequence[PathBox]) -> float:
    return sum(box.height for box in boxes) + _GAP * max(0, len(boxes) - 1)


def _place(page: _Page, boxes: Sequence[PathBox], top: float) -> None:
    for box in boxes:
        page.boxes.append(_PlacedBox(box, top))
        top += box.height + _GAP


def _fitting(boxes: Sequence[PathBox], room: float) -> tuple[list[PathBox], list[PathBox]]:
    """Return the boxes that fit into a height, at least one, and the others; a box taller than a page is split."""
    taken: list[PathBox] = []
    left = room
    for number, box in enumerate(boxes):
        if box.height > left:
            if taken:
                return taken, list(boxes[number:])
            head, tail = box.split(left)
            return [head], [tail, *boxes[number + 1 :]]
        taken.append(box)
        left -= box.height + _GAP
    return taken, []


def _gap(entry: SideEntry, before: Sequence[SideEntry]) -> float:
    """Return the room above an entry: little under a heading."""
    return min(entry.gap, _HEADING_GAP) if before and before[-1].keep else entry.gap


def _last_number(pages: Sequence[_Page]) -> int:
    numbers = [placed.box.step.number for page in pages for placed in page.boxes if placed.box.step.number]
    return numbers[-1] if numbers else 1


def _left_out(path: ToldPath, words: Words, width: float) -> Lines | None:
    """Return the note that says what the paper leaves out, None where that is nothing."""
    parts = []
    if path.known:
        one = words.translate("Paper", "1 question that was answered before")
        parts.append(
            words.one_or_more(path.known, one, words.translate("Paper", "{number} questions that were answered before"))
        )
    if path.decided:
        one = words.translate("Paper", "1 step that known facts decided and no finding follows from")
        more = words.translate("Paper", "{number} steps that known facts decided and no finding follows from")
        parts.append(words.one_or_more(path.decided, one, more))
    if not parts:
        return None
    text = words.translate("Paper", "Not drawn: {what}. The whole chart shows them.")
    return Lines([Piece(text.format(what="; ".join(parts)), NOTE)], width)
