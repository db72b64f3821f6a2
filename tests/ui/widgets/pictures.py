# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a widget shows, in colours."""

from collections import Counter

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def picture(widget: QWidget) -> QImage:
    """What the widget shows now."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(widget: QWidget) -> Counter[str]:
    """How many pixels of each colour a widget shows, as `#RRGGBB`."""
    image = picture(widget)  # its bits live as long as it does
    counted: Counter[str] = Counter()
    for pixel, count in Counter(memoryview(image.constBits()).cast("I")).items():
        counted[f"#{pixel & 0xFFFFFF:06X}"] += count
    return counted


def colour_at(widget: QWidget, x: float, y: float) -> str:
    """The colour of one pixel, counted from the right or the bottom when negative."""
    image = picture(widget)
    return image.pixelColor(round(x) % image.width(), round(y) % image.height()).name().upper()
