# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that wraps and is never cut off: measured and drawn by the same layout."""

import math
from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from wizard.ui.theme import current


class Run(NamedTuple):
    """A piece of text in one font and colour."""

    text: str
    font: QFont
    colour: str
    """The name of a token."""


class Strip(NamedTuple):
    """Where some characters stand on one line: a box as high as the line, in pixels."""

    box: QRectF
    baseline: float
    colour: str
    """The name of the token in which the first of them is drawn."""


class WrappedText:
    """Some runs laid out in a width; a word that is too long for a line breaks within itself, or runs over."""

    def __init__(
        self,
        runs: Sequence[Run],
        width: float,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        break_words: bool = True,
    ) -> None:
        self._runs = tuple(runs)
        self._layout = QTextLayout("".join(run.text for run in runs).replace("\n", "\u2028"), runs[0].font)
        self._layout.setFormats(_formats(runs))
        option = QTextOption(alignment)
        modes = QTextOption.WrapMode
        option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if break_words else modes.WordWrap)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        top = 0.0
        self.width = 0.0
        """Width of the widest line in pixels."""
        self.lines = 0
        """How many lines there are."""
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            self.width = max(self.width, line.naturalTextWidth())
            self.lines += 1
        self._layout.endLayout()
        self.height = math.ceil(top)
        """Height of all lines in pixels."""

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the text with its upper left corner there."""
        painter.setPen(current().colour("ink"))
        self._layout.draw(painter, QPointF(left, top))

    def strips(self, start: int, end: int, left: float, top: float) -> list[Strip]:
        """Return where the characters from `start` up to `end` stand when the text is drawn there, a strip a line."""
        text = self._layout.text()
        first, last = _units(text[:start]), _units(text[:end])
        found = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            from_, to = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if from_ >= to:
                continue
            begins = _x_of(line, from_)
            # The space at which a line breaks stands outside of it.
            ends = min(_x_of(line, to), line.x() + line.naturalTextWidth())
            box = QRectF(left + begins, top + line.y(), ends - begins, line.height())
            found.append(Strip(box, top + line.y() + line.ascent(), self._colour_at(start)))
        return found

    def _colour_at(self, place: int) -> str:
        begins = 0
        for run in self._runs:
            begins += len(run.text)
            if place < begins:
                return run.colour
        return self._runs[-1].colour


def one_line_width(runs: Sequence[Run]) -> int:
    """The width in pixels that the runs take when nothing wraps."""
    return math.ceil(sum(QFontMetricsF(run.font).horizontalAdvance(run.text) for run in runs))


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in runs:
        part = QTextLayout.FormatRange()
        part.start = start
        part.length = _units(run.text)
        shape = QTextCharFormat()
        shape.setFont(run.font)
        shape.setForeground(current().colour(run.colour))
        part.format = shape
        ranges.append(part)
        start += part.length
    return ranges


def _units(text: str) -> int:
    """Return how long Qt counts a text: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _x_of(line: QTextLine, place: int) -> float:
    # Qt answers with the place as well: it may have moved it.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
