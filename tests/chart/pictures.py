# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a chart, and what can be said of their pixels."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from wizard.chart.painter import ChartPainter


def picture(chart: ChartPainter, scale: float = 1.0, part: QRectF | None = None) -> QImage:
    """A part of a chart (all of it) at a scale, on the ground of its colours."""
    shown = chart.bounds if part is None else part
    image = QImage(round(shown.width() * scale), round(shown.height() * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(chart.tokens.surface))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-shown.topLeft())
    chart.paint(painter, shown, scale)
    painter.end()
    return image


def inside(image: QImage, rect: QRectF) -> list[str]:
    """The colours of the pixels of a picture in a rectangle, row by row, as `#RRGGBB`."""
    part = image.copy(rect.toAlignedRect()).convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(part.constBits()).cast("I")
    return [f"#{pixel & 0xFFFFFF:06X}" for pixel in pixels]


def share(image: QImage, rect: QRectF, colour: str) -> float:
    """What part of a rectangle has a colour."""
    pixels = inside(image, rect)
    return pixels.count(colour.upper()) / len(pixels)
