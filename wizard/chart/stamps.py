# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pictures that a chart shows over and over, painted once for each scale and then copied pixel by pixel.

What paints a chart keeps its points, rectangles and pens: PySide lets other threads run whenever such a thing is thrown
away, and while one of them lays out a chart that costs up to a millisecond each time.
"""

from collections.abc import Callable, Hashable
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST = 512


class Surface(NamedTuple):
    """How a painter brings a chart to pixels: x in the chart lies at x × `scale` + `dx`, and so does y with `dy`.

    `fineness`: pixels of the device in a unit of the painter.
    """

    scale: float
    dx: float
    dy: float
    fineness: float


def surface_of(painter: QPainter) -> Surface:
    """Return how a painter that only moves and zooms brings a chart to pixels."""
    transform = painter.worldTransform()
    return Surface(transform.m11(), transform.dx(), transform.dy(), painter.device().devicePixelRatio())


def draw_on_pixels(painter: QPainter, picture: QPixmap, x: float, y: float, fineness: float) -> None:
    """Draw a picture at the nearest whole pixel; scaled, or between two pixels, it would have ragged lines.

    x and y are given in units of the painter, which must have its transform switched off.
    """
    column, row = nearest_pixel(x * fineness), nearest_pixel(y * fineness)
    if fineness == 1:
        painter.drawPixmap(column, row, picture)
    else:
        painter.drawPixmap(QPointF(column, row) / fineness, picture)


def nearest_pixel(place: float) -> int:
    """Return the nearest whole number; of two, always the larger, so that whole moves change nothing."""
    return floor(place + 0.5)


class Stamps:
    """Pictures by key, for one scale at a time."""

    def __init__(self) -> None:
        self._scale = (0.0, 0.0)
        self._pictures: dict[Hashable, QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        surface: Surface,
        key: Hashable,
        rect: QRectF,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Draw what `paint` paints into a rectangle; what has one key looks alike wherever it is drawn."""
        scale = (surface.scale, surface.fineness)
        if scale != self._scale or len(self._pictures) > MOST:
            self._scale = scale
            self._pictures = {}
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = _painted(rect, scale, paint)
        painter.setWorldMatrixEnabled(False)
        x, y = rect.left() * surface.scale + surface.dx, rect.top() * surface.scale + surface.dy
        draw_on_pixels(painter, picture, x, y, surface.fineness)
        painter.setWorldMatrixEnabled(True)


def _painted(rect: QRectF, scale: tuple[float, float], paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    zoom, fineness = scale
    picture = QPixmap(ceil(rect.width() * zoom * fineness) + 1, ceil(rect.height() * zoom * fineness) + 1)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(fineness)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    paint(painter, QRectF(QPointF(0, 0), rect.size()))
    painter.end()
    return picture
