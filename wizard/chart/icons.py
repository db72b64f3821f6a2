# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled icons, tinted: Qt leaves `currentColor` black, so it is replaced before drawing."""

import threading
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wizard.paths import resources_dir

STROKE = 2.0
"""Width of the strokes on the grid of 24 units."""
STRONG_STROKE = 2.4
"""The same beside bold text, at 16 to 18 pixels."""


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: str, stroke: float = STROKE) -> None:
    """Draw an icon as strokes, sharp on screen and in a file.

    Args:
        painter: where to draw.
        name: the icon's file name without `.svg`.
        rect: where it lies, in the painter's units.
        colour: `#RRGGBB`.
        stroke: width of the strokes in units of the icon's grid.

    Raises:
        FileNotFoundError: when there is no such icon.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A renderer must not serve two threads at once.
    _renderer(name, colour, stroke, threading.get_ident()).render(painter, rect)
    painter.restore()


@lru_cache(maxsize=512)
def icon_pixmap(name: str, size: int, colour: str, ratio: float = 1.0, stroke: float = STROKE) -> QPixmap:
    """An icon as a picture, for the interface thread.

    Args:
        name: the icon's file name without `.svg`.
        size: side in device-independent pixels.
        colour: `#RRGGBB`.
        ratio: device pixels in one device-independent pixel.
        stroke: width of the strokes in units of the icon's grid.

    Raises:
        FileNotFoundError: when there is no such icon.
    """
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, side, side), colour, stroke)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, stroke: float, _thread: int) -> QSvgRenderer:
    tinted = _source(name).replace("currentColor", QColor(colour).name())
    tinted = tinted.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(tinted.encode()))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
