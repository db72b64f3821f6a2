# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Square pictures of the parts of a chart that were in view, kept until something in them changes.

Moving the chart then copies pictures, and the pointer or the keyboard on another node repaints one or two of them.
"""

from collections import OrderedDict
from collections.abc import Iterator
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from wizard.chart.painter import ChartPainter
from wizard.chart.stamps import surface_of

#: Side of a tile, pixels of the device.
SIDE = 160
#: More tiles than this are not kept (64 MiB); those in view always are.
MOST = 640

Cell = tuple[int, int]
"""Column and row of a tile; tile 0, 0 has the chart's 0, 0 at its top left corner."""

Tile = tuple[QPixmap, int, int]
"""A picture, and where in it the tile lies: tiles that were painted together share one."""


class Tiles:
    """The tiles of one chart at one scale."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[Cell, Tile] = OrderedDict()
        self._zoom = self._fineness = 0.0

    def clear(self) -> None:
        """Forget all tiles."""
        self._tiles.clear()

    def draw(self, painter: QPainter, chart: ChartPainter, exposed: QRectF) -> None:
        """Draw what lies in `exposed`, its ground included, from tiles where they fall on whole pixels."""
        surface = surface_of(painter)
        self._prepare(chart, surface.scale, surface.fineness)
        step = SIDE / surface.fineness
        places = (step, surface.dx, surface.dy, surface.dx * surface.fineness, surface.dy * surface.fineness)
        if not all(place.is_integer() for place in places):
            painter.fillRect(exposed.intersected(chart.bounds), QColor(chart.tokens.surface))
            chart.paint(painter, exposed, self._zoom)
            return
        cells = list(_cells(self._pixels(exposed.intersected(chart.bounds))))
        for block in _blocks([cell for cell in cells if cell not in self._tiles]):
            self._make(chart, block)
        left, top, side = int(surface.dx), int(surface.dy), int(step)
        painter.setWorldMatrixEnabled(False)
        for cell in cells:
            self._tiles.move_to_end(cell)
            picture, x, y = self._tiles[cell]
            painter.drawPixmap(left + cell[0] * side, top + cell[1] * side, picture, x, y, SIDE, SIDE)
        painter.setWorldMatrixEnabled(True)
        while len(self._tiles) > max(MOST, len(cells)):
            self._tiles.popitem(last=False)

    def _prepare(self, chart: ChartPainter, zoom: float, fineness: float) -> None:
        """Drop the tiles that show what is no more."""
        changes = chart.take_changes()
        if (zoom, fineness) != (self._zoom, self._fineness):
            self._zoom, self._fineness = zoom, fineness
            self._tiles.clear()
        for change in changes:
            if change.contains(chart.bounds):
                self._tiles.clear()
                return
            for cell in _cells(self._pixels(change)):
                self._tiles.pop(cell, None)

    def _pixels(self, part: QRectF) -> QRect:
        """Return the pixels that a part of the chart covers, counted from the chart's 0, 0."""
        scale = self._zoom * self._fineness
        left, top = floor(part.left() * scale), floor(part.top() * scale)
        return QRect(left, top, ceil(part.right() * scale) - left, ceil(part.bottom() * scale) - top)

    def _make(self, chart: ChartPainter, block: QRect) -> None:
        """Paint a block of tiles at once."""
        pixels = QRect(block.topLeft() * SIDE, block.size() * SIDE)
        picture = QPixmap(pixels.size())
        picture.fill(QColor(chart.tokens.surface))
        picture.setDevicePixelRatio(self._fineness)
        painter = QPainter(picture)
        painter.translate(-QPointF(pixels.topLeft()) / self._fineness)
        painter.scale(self._zoom, self._zoom)
        scale = self._zoom * self._fineness
        exposed = QRectF(pixels.left() / scale, pixels.top() / scale, pixels.width() / scale, pixels.height() / scale)
        chart.paint(painter, exposed, self._zoom)
        painter.end()
        for column in range(block.width()):
            for row in range(block.height()):
                cell = (block.left() + column, block.top() + row)
                self._tiles[cell] = (picture, column * SIDE, row * SIDE)


def _blocks(cells: list[Cell]) -> list[QRect]:
    """Return rectangles of tiles that are the given ones; they come column by column, from top to bottom."""
    blocks: list[QRect] = []
    for column, row in cells:
        if blocks and blocks[-1].right() == column and blocks[-1].bottom() == row - 1:
            blocks[-1].setBottom(row)
        else:
            blocks.append(QRect(column, row, 1, 1))
    merged: list[QRect] = []
    for block in blocks:
        for other in merged:
            same_rows = (other.top(), other.bottom()) == (block.top(), block.bottom())
            if same_rows and other.right() == block.left() - 1:
                other.setRight(block.right())
                break
        else:
            merged.append(block)
    return merged


def _cells(part: QRect) -> Iterator[Cell]:
    """Yield the tiles that some pixels lie in."""
    for column in range(part.left() // SIDE, part.right() // SIDE + 1):
        for row in range(part.top() // SIDE, part.bottom() // SIDE + 1):
            yield column, row
