# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one way to draw an edge and a fill: the edge lies inside the rectangle and keeps its dashes at every width."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from wizard.ui.theme import current

RADIUS = 8
"""Corner of a control."""
CARD_RADIUS = 10
"""Corner of a card."""
SMALL_RADIUS = 6
"""Corner of a badge or a key cap."""


class Box(NamedTuple):
    """An edge and a fill, by the names of their colours; None for none."""

    edge: str | None = None
    width: float = 1.0
    """Width of the edge in pixels."""
    fill: str | None = None
    dash: tuple[float, float] | None = None
    """Length of a dash and of a gap in pixels."""


def draw_box(painter: QPainter, rect: QRectF, box: Box, radius: float = RADIUS) -> None:
    """Draw a rounded rectangle in the colours of the present look; its edge lies wholly inside `rect`."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = 0.0
    if box.edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        inset = box.width / 2
        painter.setPen(_pen(theme.colour(box.edge), box))
    painter.setBrush(Qt.BrushStyle.NoBrush if box.fill is None else theme.colour(box.fill))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def _pen(colour: QColor, box: Box) -> QPen:
    pen = QPen(colour, box.width)
    if box.dash is not None:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([length / box.width for length in box.dash])
    return pen
