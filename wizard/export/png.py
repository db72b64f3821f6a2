# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page as PNG, painted and written in strips: memory does not grow with its height (PNG, third edition, 2025)."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from wizard.export.options import Watch, go_on, tell
from wizard.export.paper import MILLIMETRES_PER_INCH, UNITS_PER_INCH
from wizard.export.picture import Picture

#: No side is longer: readers refuse larger pictures.
MOST_PIXELS = 30_000
ROWS = 512
COMPRESSION = 3
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BYTES_A_PIXEL = 3
_BITS, _TRUE_COLOUR, _METRE = 8, 2, 1


@dataclass(frozen=True, slots=True)
class Pixels:
    """How large a page becomes: pixels each way and dots per inch; `lowered` when it would have passed the limit."""

    width: int
    height: int
    dpi: float
    lowered: bool

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        return self.dpi / UNITS_PER_INCH


def pixels_of(picture: Picture, page: int, dpi: float, most: int = MOST_PIXELS) -> Pixels:
    """Return how large a page becomes; the dots per inch are lowered so that no side passes `most` pixels."""
    size = picture.size(page)
    longest = max(size.width(), size.height()) / UNITS_PER_INCH
    possible = min(dpi, most / longest)
    scale = possible / UNITS_PER_INCH
    width, height = max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
    return Pixels(min(width, most), min(height, most), possible, lowered=possible < dpi)


def png_of(picture: Picture, page: int, dpi: float, watch: Watch = go_on, most: int = MOST_PIXELS) -> bytes:
    """Return a page as PNG.

    Args:
        picture: what is drawn.
        page: its page, counted from 0.
        dpi: dots per inch that are wished for.
        watch: told of each strip.
        most: no side is longer, in pixels.

    Raises:
        ExportStoppedError: the watch wants it to stop.
    """
    pixels = pixels_of(picture, page, dpi, most)
    data = bytearray(_SIGNATURE)
    header = struct.pack(">IIBBBBB", pixels.width, pixels.height, _BITS, _TRUE_COLOUR, 0, 0, 0)
    per_metre = round(pixels.dpi / MILLIMETRES_PER_INCH * 1000)
    for kind, content in (
        (b"IHDR", header),
        (b"sRGB", b"\0"),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, _METRE)),
        (b"iTXt", b"Title\0\0\0\0\0" + picture.title.encode()),
    ):
        data += _chunk(kind, content)
    compressor = zlib.compressobj(COMPRESSION)
    strips = -(-pixels.height // ROWS)
    for number, strip in enumerate(_strips(picture, page, pixels)):
        tell(watch, number, strips)
        compressed = compressor.compress(_rows(strip))
        if compressed:
            data += _chunk(b"IDAT", compressed)
    data += _chunk(b"IDAT", compressor.flush())
    data += _chunk(b"IEND", b"")
    tell(watch, strips, strips)
    return bytes(data)


def _strips(picture: Picture, page: int, pixels: Pixels) -> Iterator[QImage]:
    """Yield the picture in strips from top to bottom; one image serves them all, so each must be used at once."""
    strip = QImage(pixels.width, min(ROWS, pixels.height), QImage.Format.Format_RGB888)
    for top in range(0, pixels.height, ROWS):
        strip.fill(Qt.GlobalColor.white)
        painter = QPainter(strip)
        painter.translate(0, -top)
        painter.scale(pixels.scale, pixels.scale)
        part = QRectF(0, top / pixels.scale, pixels.width / pixels.scale, strip.height() / pixels.scale)
        picture.paint(painter, page, part)
        painter.end()
        left = pixels.height - top
        yield strip if left >= strip.height() else strip.copy(0, 0, pixels.width, left)


def _rows(strip: QImage) -> bytearray:
    """Return the rows of a strip, each behind a zero: no filter."""
    wide, step = strip.width() * _BYTES_A_PIXEL, strip.bytesPerLine()
    pixels = memoryview(strip.constBits())
    rows = bytearray((wide + 1) * strip.height())
    for row in range(strip.height()):
        start = row * (wide + 1) + 1
        rows[start : start + wide] = pixels[row * step : row * step + wide]
    return rows


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
