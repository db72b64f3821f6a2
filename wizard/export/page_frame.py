# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the head and the foot of every page: title, case, version, law checked, and the legal line."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from wizard.chart.icons import draw_icon
from wizard.engine.graph import TreeGraph
from wizard.engine.wording import format_date
from wizard.export.options import PictureOptions
from wizard.export.paper import BRAND, CASE, LEGAL, META, META_BOLD, NOTE, SMALL_TITLE, TITLE, Piece, Style, colour
from wizard.export.paper_text import Lines
from wizard.export.words import Words

_SIGN = 22.0
_SIGN_GAP = 8.0
_META_GAP = 20.0
_FOOT_GAP = 6.0
_PAGE_ROOM = 110.0
_BRAND_ROOM = 0.62


@dataclass(frozen=True, slots=True)
class _Meta:
    """A word and its value, and where they stand from the upper left corner of the head."""

    lines: Lines
    left: float
    top: float


class PageFrame:
    """Head and foot of the pages of one picture, measured for a width."""

    def __init__(self, graph: TreeGraph, options: PictureOptions, words: Words, width: float) -> None:
        self.width = width
        self._words = words
        manifest = graph.collection.manifest
        header = next((one for one in manifest.trees if one.id == graph.tree), None)
        self.title = graph.tree if header is None else header.title.within(words.language)
        self.case_words = ""
        if options.case_number:
            self.case_words = words.translate("Paper", "Case {number}").format(number=options.case_number)
        checked = self._date(manifest.law_checked_on)
        self._brand = Lines([Piece(self._brand_words(options), BRAND)], width * _BRAND_ROOM - _SIGN - _SIGN_GAP)
        self._case = Lines([Piece(self.case_words, CASE)], width * (1 - _BRAND_ROOM), Qt.AlignmentFlag.AlignRight)
        self._title = Lines([Piece(self.title, TITLE)], width)
        self._small_title = Lines([Piece(self.title, SMALL_TITLE)], width)
        overdue = manifest.next_check_due < options.made_on
        due = self._date(manifest.next_check_due)
        self._lay_out_meta(
            [
                (words.translate("Paper", "Version"), manifest.version, False),
                (words.translate("Paper", "Law checked"), checked, False),
                (
                    words.translate("Paper", "Check overdue since")
                    if overdue
                    else words.translate("Paper", "Next check due"),
                    due,
                    overdue,
                ),
                (words.translate("Paper", "Made"), self._date(options.made_on), False),
            ]
        )
        self._legal = Lines([Piece(words.legal_line(), LEGAL)], width - _PAGE_ROOM)
        text = words.translate(
            "Paper",
            "{tree}, version {version}, law checked {date}. Made on this computer; nothing was sent.",
        )
        told = text.format(
            tree=self.title,
            version=manifest.version,
            date=checked,
        )
        self._source = Lines([Piece(told, NOTE)], width)

    def _brand_words(self, options: PictureOptions) -> str:
        translate = self._words.translate
        what = translate("Paper", "Decision path") if options.what == "path" else translate("Paper", "Flowchart")
        return f"Remedy Wizard  ·  {what}"

    def _date(self, day: date) -> str:
        return format_date(day, self._words.language)

    def _lay_out_meta(self, entries: list[tuple[str, str, bool]]) -> None:
        """Place words and values beside each other, on further lines where they do not fit."""
        self._meta: list[_Meta] = []
        left = top = 0.0
        for word, value, alarming in entries:
            tone = "error" if alarming else "ink"
            pieces = [Piece(f"{word} ", Style(META.size, META.weight, "error" if alarming else META.colour))]
            pieces.append(Piece(value, Style(META_BOLD.size, META_BOLD.weight, tone)))
            lines = Lines(pieces, self.width)
            if left and left + lines.width > self.width:
                left, top = 0.0, top + lines.height + 2
            self._meta.append(_Meta(lines, left, top))
            left += lines.width + _META_GAP
        self._meta_height = top + self._meta[-1].lines.height

    def head_height(self, *, first: bool) -> float:
        """Return how high the head is, the rule under it and a gap included."""
        top_line = max(self._brand.height, self._case.height, _SIGN)
        title = self._title.height + 4 + self._meta_height if first else self._small_title.height
        return top_line + title + 24

    @property
    def foot_height(self) -> float:
        """How high the foot is, the rule over it and a gap included."""
        return self._legal.height + self._source.height + 3 * _FOOT_GAP + 4

    def draw_head(self, painter: QPainter, left: float, top: float, *, first: bool) -> None:
        """Draw the head with its upper left corner there."""
        bottom = top + self.head_height(first=first) - 14
        middle = top + max(self._brand.height, self._case.height, _SIGN) / 2
        sign = QRectF(left, middle - _SIGN / 2, _SIGN, _SIGN)
        draw_icon(painter, "waypoints", sign, colour("accent").name(), 2.2)
        self._brand.draw(painter, left + _SIGN + _SIGN_GAP, middle - self._brand.height / 2)
        self._case.draw(painter, left + self.width * _BRAND_ROOM, middle - self._case.height / 2)
        below = middle + max(self._brand.height, self._case.height, _SIGN) / 2 + 1
        if first:
            self._title.draw(painter, left, below)
            for meta in self._meta:
                meta.lines.draw(painter, left + meta.left, below + self._title.height + 4 + meta.top)
        else:
            self._small_title.draw(painter, left, below)
        painter.setPen(QPen(colour("ink"), 1.5))
        painter.drawLine(QPointF(left, bottom), QPointF(left + self.width, bottom))

    def draw_foot(self, painter: QPainter, left: float, bottom: float, page: str) -> None:
        """Draw the foot with its lower left corner there; `page` is what stands at its right."""
        top = bottom - self.foot_height + _FOOT_GAP
        painter.setPen(QPen(colour("ink"), 1))
        painter.drawLine(QPointF(left, top), QPointF(left + self.width, top))
        top += _FOOT_GAP
        self._legal.draw(painter, left, top)
        if page:
            number = Lines([Piece(page, NOTE)], _PAGE_ROOM, Qt.AlignmentFlag.AlignRight)
            number.draw(painter, left + self.width - _PAGE_ROOM, top)
        self._source.draw(painter, left, top + self._legal.height + 2)
