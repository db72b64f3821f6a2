# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as pixels: painted at once, and looked at for ink."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from wizard.export.picture import Picture


def painted(picture: Picture, page: int = 0, scale: float = 1.0) -> QImage:
    """Return a page painted into one image, white ground."""
    size = picture.size(page)
    image = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    picture.paint(painter, page, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def ink_in(image: QImage, left: int, top: int, width: int, height: int) -> int:
    """Return how many pixels of a rectangle are not white."""
    part = image.copy(left, top, width, height).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(part.constBits())
    step = part.bytesPerLine()
    return sum(value < 250 for row in range(part.height()) for value in rows[row * step : row * step + part.width()])


def largest_difference(one: QImage, other: QImage) -> int:
    """Return by how much the two differ where they differ most, 0 to 255 in one colour of one pixel."""
    return max((abs(a - b) for a, b in _unlike(one, other)), default=0)


def share_unlike(one: QImage, other: QImage) -> float:
    """Return what part of the values of all pixels differs by more than one of 255 steps."""
    unlike = sum(abs(a - b) > 1 for a, b in _unlike(one, other))
    return unlike / (one.width() * one.height() * 3)


def _unlike(one: QImage, other: QImage) -> Iterator[tuple[int, int]]:
    assert one.size() == other.size()
    for first, second in zip(_rows(one), _rows(other), strict=True):
        if first != second:
            yield from ((a, b) for a, b in zip(first, second, strict=True) if a != b)


def _rows(image: QImage) -> list[bytes]:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    data, step, wide = bytes(plain.constBits()), plain.bytesPerLine(), plain.width() * 3
    return [data[row * step : row * step + wide] for row in range(plain.height())]
