# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A piece of the column beside the path: measured once, drawn whole, split only where no page could hold it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from wizard.export.paper import colour
from wizard.export.paper_text import Stack

_MARK = 20.0
_MARK_GAP = 10.0
_BAR = 5.0

Mark = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A piece of the column that stays whole.

    Attributes:
        stack: its texts.
        gap: the room above it, unless it is the first of a column.
        indent: how far its texts stand from the left.
        mark: draws a mark into the room left of the first line.
        rule: a thin line above it, unless it is the first of a column.
        keep: it stays with the next one: a heading.
        bar: the colour of a bar at its left.
        flows: it may go on in the next column: a long explanation.
    """

    stack: Stack
    gap: float = 8.0
    indent: float = 0.0
    mark: Mark | None = None
    rule: bool = False
    keep: bool = False
    bar: str = ""
    flows: bool = False

    @property
    def height(self) -> float:
        """How high it is, without the gap."""
        return self.stack.height

    def draw(self, painter: QPainter, left: float, top: float, width: float, *, first: bool) -> None:
        """Draw it with its upper left corner there."""
        if self.rule and not first:
            painter.setPen(QPen(colour("line"), 1))
            line = top - self.gap / 2
            painter.drawLine(QPointF(left, line), QPointF(left + width, line))
        if self.bar:
            painter.fillRect(QRectF(left, top, _BAR, self.height), colour(self.bar))
        if self.mark is not None:
            painter.save()
            self.mark(painter, QRectF(left, top + 1, self.indent - _MARK_GAP, _MARK))
            painter.restore()
        self.stack.draw(painter, left + self.indent, top)

    def split(self, room: float) -> tuple["SideEntry", "SideEntry"]:
        """Return the part that fits into a height, and the rest."""
        head, tail = self.stack.split(room)
        rest = replace(self, stack=tail, mark=None, rule=False)
        return replace(self, stack=head, keep=False), rest
