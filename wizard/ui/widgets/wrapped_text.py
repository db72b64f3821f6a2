# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that wraps and is never cut off: measured and drawn by the same layout."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from wizard.ui.theme import current


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one font and colour."""

    text: str
    font: QFont
    colour: str
    """The name of a token."""


class WrappedText:
    """Some runs laid out in a width; a word that is too long for a line breaks within itself."""

    def __init__(
        self, runs: Sequence[Run], width: float, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        self._layout = QTextLayout("".join(run.text for run in runs).replace("\n", "\u2028"), runs[0].font)
        self._layout.setFormats(_formats(runs))
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
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


def one_line_width(runs: Sequence[Run]) -> int:
    """The width in pixels that the runs take when nothing wraps."""
    return math.ceil(sum(QFontMetricsF(run.font).horizontalAdvance(run.text) for run in runs))


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in runs:
        part = QTextLayout.FormatRange()
        part.start = start
        # Qt counts in units of UTF-16.
        part.length = len(run.text.encode("utf-16-le")) // 2
        shape = QTextCharFormat()
        shape.setFont(run.font)
        shape.setForeground(current().colour(run.colour))
        part.format = shape
        ranges.append(part)
        start += part.length
    return ranges
