# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrapped text on paper: measured and drawn by the same layout, and split between two lines where a page ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from wizard.export.paper import Piece, colour, plain, style_font

#: The lines of the bundled font stand far apart; paper is dear.
LINE_SPACING = 0.92


class Lines:
    """Some lines of pieces that wrap into a width; a word that is too long for a line breaks within itself."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        width: float,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Lay the pieces out in a width (in units)."""
        texts = [plain(piece.text).replace("\n", "\u2028") for piece in pieces]
        self.text = "".join(texts)
        self._layout = QTextLayout(self.text, style_font(pieces[0].style))
        self._layout.setFormats(_formats(pieces, texts))
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height() * LINE_SPACING
        self._layout.endLayout()
        self._first, self._end = 0, self._layout.lineCount()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._end - self._first

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(self._height_of(number) for number in range(self._first, self._end))

    @property
    def width(self) -> float:
        """Width of the widest line."""
        numbers = range(self._first, self._end)
        return max((self._layout.lineAt(number).naturalTextWidth() for number in numbers), default=0.0)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the lines with their upper left corner there."""
        painter.setPen(colour("ink"))
        start = self._layout.lineAt(self._first).y() if self.count else 0.0
        for number in range(self._first, self._end):
            self._layout.lineAt(number).draw(painter, QPointF(left, top - start))

    def split(self, room: float) -> tuple[Self | None, Self | None]:
        """Return the lines that fit into a height, and the rest; None for no lines."""
        taken = 0.0
        at = self._first
        while at < self._end and taken + self._height_of(at) <= room:
            taken += self._height_of(at)
            at += 1
        return self._between(self._first, at), self._between(at, self._end)

    def _height_of(self, number: int) -> float:
        return self._layout.lineAt(number).height() * LINE_SPACING

    def _between(self, first: int, end: int) -> Self | None:
        if first >= end:
            return None
        part = object.__new__(type(self))
        part.text, part._layout, part._first, part._end = self.text, self._layout, first, end
        return part


@dataclass(frozen=True, slots=True)
class Part:
    """Lines in a stack: how far they are indented, and the gap above them."""

    lines: Lines
    gap: float = 0.0
    indent: float = 0.0


class Stack:
    """Texts below each other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        self.height = sum(part.gap + part.lines.height for part in self.parts)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the texts with their upper left corner there."""
        for part in self.parts:
            top += part.gap
            part.lines.draw(painter, left + part.indent, top)
            top += part.lines.height

    def rects(self, left: float, top: float) -> list[QRectF]:
        """Return where each text lies when it is drawn there."""
        rects = []
        for part in self.parts:
            top += part.gap
            rects.append(QRectF(left + part.indent, top, part.lines.width, part.lines.height))
            top += part.lines.height
        return rects

    def split(self, room: float) -> tuple["Stack", "Stack"]:
        """Return what fits into a height, at least one line of it, and the rest."""
        fitting: list[Part] = []
        left = room
        for number, part in enumerate(self.parts):
            needed = part.gap + part.lines.height
            if needed <= left:
                fitting.append(part)
                left -= needed
                continue
            head, tail = part.lines.split(left - part.gap)
            if head is None and not fitting:
                head, tail = part.lines.split(part.lines.height / part.lines.count + 1)
            if head is not None:
                fitting.append(Part(head, part.gap, part.indent))
            rest = [] if tail is None else [Part(tail, 0.0, part.indent)]
            return Stack(fitting), Stack([*rest, *self.parts[number + 1 :]])
        return Stack(fitting), Stack([])


def text_width(piece: Piece) -> float:
    """Return how wide a piece is on one line."""
    return Lines([piece], 1e6).width


def _formats(pieces: Sequence[Piece], texts: Sequence[str]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for piece, text in zip(pieces, texts, strict=True):
        part = QTextLayout.FormatRange()
        part.start = start
        # Qt counts in units of UTF-16.
        part.length = len(text.encode("utf-16-le")) // 2
        shape = QTextCharFormat()
        shape.setFont(style_font(piece.style))
        shape.setForeground(colour(piece.style.colour))
        part.format = shape
        ranges.append(part)
        start += part.length
    return ranges
