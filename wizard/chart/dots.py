# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dotted lines for the screen: as pictures and patterns, since a pen that draws dot by dot takes ten times as long."""

from collections.abc import Iterable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPixmap, QTransform

from wizard.chart.stamps import Surface, nearest_pixel
from wizard.chart.style import DOTS

#: The dots repeat after about this many pixels: over that many their distance comes out whole.
REPEAT = 96
#: Length of the picture of an upright line, pixels; longer lines are put together.
STRIP = 1024

Stretch = tuple[float, float, float]
"""An upright line in the chart: x, top and bottom."""


class Dots:
    """The dots of one pen at one scale (pixels of the device in a unit of the chart), all in step with each other."""

    def __init__(self, pen: QPen, scale: float) -> None:
        self.scale = scale
        period = (DOTS[0] + DOTS[1]) * scale
        count = max(1, floor(REPEAT / period))
        self._length = max(1, round(count * period))
        covered = _covered(self._length, DOTS[0] * scale, self._length / count)
        self._aside = ceil((pen.widthF() * scale - 1) / 2)
        self._strip = self._upright_strip(pen, covered)
        self.level_pen = QPen(pen)
        """For lines that run level, and for bends."""
        self.level_pen.setStyle(Qt.PenStyle.SolidLine)
        self.level_pen.setBrush(self._level_ink(pen, covered))

    def draw_upright(self, painter: QPainter, surface: Surface, stretches: Iterable[Stretch]) -> None:
        """Draw upright lines."""
        fineness, width = surface.fineness, self._strip.width()
        left, above = nearest_pixel(surface.dx * fineness), nearest_pixel(surface.dy * fineness)
        self._strip.setDevicePixelRatio(fineness)
        painter.setWorldMatrixEnabled(False)
        for x, upper, lower in stretches:
            column = left + floor(x * self.scale) - self._aside
            top, bottom = nearest_pixel(upper * self.scale), nearest_pixel(lower * self.scale)
            while top < bottom:
                height = min(bottom - top, STRIP)
                self._draw(painter, (column, above + top), (top % self._length, width, height), fineness)
                top += height
        painter.setWorldMatrixEnabled(True)

    def _draw(self, painter: QPainter, at: tuple[int, int], part: tuple[int, int, int], fineness: float) -> None:
        if fineness == 1:
            painter.drawPixmap(*at, self._strip, 0, *part)
        else:
            painter.drawPixmap(QPointF(*at) / fineness, self._strip, QRectF(0, *part))

    def _upright_strip(self, pen: QPen, covered: list[float]) -> QPixmap:
        """Return a strip as wide as the pen; columns that the pen covers in part are so much lighter."""
        columns, width = 2 * self._aside + 1, pen.widthF() * self.scale
        edge = min(1.0, width) if columns == 1 else (width - columns + 2) / 2
        shares = [edge if column in (0, columns - 1) else 1.0 for column in range(columns)]
        once = QPixmap.fromImage(_inked(pen, [[row * share for share in shares] for row in covered]))
        strip = QPixmap(columns, STRIP + self._length)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.drawTiledPixmap(strip.rect(), once)
        painter.end()
        return strip

    def _level_ink(self, pen: QPen, covered: list[float]) -> QBrush:
        ink = QBrush(_inked(pen, [covered]))
        ink.setTransform(QTransform.fromScale(1 / self.scale, 1 / self.scale))
        return ink


def _inked(pen: QPen, rows: list[list[float]]) -> QImage:
    """Return a picture in the colour of a pen, each pixel as strong as it says."""
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_ARGB32_Premultiplied)
    for y, row in enumerate(rows):
        for x, strength in enumerate(row):
            colour = pen.color()
            colour.setAlphaF(strength)
            image.setPixelColor(x, y, colour)
    return image


def _covered(length: int, dot: float, period: float) -> list[float]:
    """Return what part of each of some pixels in a row lies in a dot; a dot begins at 0."""
    shares = []
    for pixel in range(length):
        near = range(floor(pixel / period), ceil((pixel + 1) / period) + 1)
        shares.append(sum(max(0.0, min(pixel + 1, one * period + dot) - max(pixel, one * period)) for one in near))
    return [min(share, 1.0) for share in shares]
