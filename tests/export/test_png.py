# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PNG writer: the same pixels as one image, a sound file, memory that does not grow with the height."""

import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.export.drawn import largest_difference, painted, share_unlike
from tests.export.walks import TODAY, bundled_walk, small_walk
from wizard.export.formats import picture_of
from wizard.export.options import PictureOptions
from wizard.export.png import MOST_PIXELS, ROWS, pixels_of, png_of

pytestmark = pytest.mark.usefixtures("qapp")


class Stripes:
    """A picture of which every row can be told from every other."""

    title = "Stripes, § 1"
    about = ""
    pages = 1

    def __init__(self, width: float, height: float) -> None:
        self._size = QSizeF(width, height)

    def size(self, page: int) -> QSizeF:
        assert page == 0
        return self._size

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:
        assert page == 0
        for row in range(max(0, int(exposed.top()) - 1), min(int(exposed.bottom()) + 2, int(self._size.height()) + 1)):
            painter.fillRect(
                QRectF(0, row, self._size.width(), 1), QColor(row % 256, row // 256 % 256, (row * 7) % 256)
            )


def chunks_of(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return the chunks of a PNG, each checked against its sum."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, found = 8, []
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (told,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert told == zlib.crc32(kind + content)
        found.append((kind, content))
        at += 12 + length
    return found


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(width=st.integers(1, 90), height=st.sampled_from([1, 2, ROWS - 1, ROWS, ROWS + 1, 2 * ROWS, 2 * ROWS + 3]))
def test_strips_have_the_same_pixels_as_one_image(width: int, height: int) -> None:
    picture = Stripes(width, height)
    image = QImage.fromData(png_of(picture, 0, 96))
    assert (image.width(), image.height()) == (width, height)
    assert largest_difference(image, painted(picture)) == 0


@pytest.mark.parametrize("dpi", [96, 192, 300])
def test_a_path_has_the_same_pixels_as_one_image(dpi: int) -> None:
    made = small_walk()
    picture = picture_of(made, made.graph, PictureOptions(made_on=TODAY), "png")
    image = QImage.fromData(png_of(picture, 0, dpi))
    assert largest_difference(image, painted(picture, 0, dpi / 96)) == 0


@pytest.mark.parametrize("dpi", [96, 192])
def test_a_chart_has_nearly_the_same_pixels_as_one_image(dpi: int) -> None:
    made = small_walk()
    picture = picture_of(made, made.graph, PictureOptions(made_on=TODAY, what="whole"), "png")
    image = QImage.fromData(png_of(picture, 0, dpi))
    # Where a strip ends, a dotted line may begin its next dot a part of a pixel later.
    assert share_unlike(image, painted(picture, 0, dpi / 96)) < 0.0005


def test_the_file_is_sound_and_says_what_it_is() -> None:
    data = png_of(Stripes(40, ROWS + 5), 0, 300)
    chunks = chunks_of(data)
    kinds = [kind for kind, _ in chunks]
    assert kinds[0] == b"IHDR"
    assert kinds[-1] == b"IEND"
    contents = dict(chunks)
    assert struct.unpack(">IIB", contents[b"pHYs"]) == (11811, 11811, 1)
    assert contents[b"iTXt"].endswith("Stripes, § 1".encode())
    height = struct.unpack(">IIBBBBB", contents[b"IHDR"])[1]
    raw = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    assert len(raw) == height * (1 + 3 * round(40 * 300 / 96))


@given(
    width=st.floats(1, 60_000, allow_nan=False),
    height=st.floats(1, 60_000, allow_nan=False),
    dpi=st.sampled_from([96, 192, 300]),
)
def test_no_side_passes_the_limit(width: float, height: float, dpi: int) -> None:
    pixels = pixels_of(Stripes(width, height), 0, dpi)
    assert 1 <= pixels.width <= MOST_PIXELS
    assert 1 <= pixels.height <= MOST_PIXELS
    assert pixels.lowered == (max(width, height) * dpi / 96 > MOST_PIXELS)
    assert pixels.dpi <= dpi


_MEASURE = """
import resource, sys
sys.path.insert(0, {root!r})
from wizard.__main__ import keep_constants_alive
keep_constants_alive()
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from tests.export.test_png import Stripes
from wizard.export.png import png_of
png_of(Stripes(2000, 400), 0, 96)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
png_of(Stripes(2000, {height}), 0, 96)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
import os
os._exit(0) if not sys.stdout.flush() else None
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource module")
def test_memory_does_not_grow_with_the_height() -> None:
    """20,000 rows of 2,000 pixels are 120 MB; a strip and its copies are under 25."""
    root = str(Path(__file__).parents[2])
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE.format(root=root, height=20_000)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    grown = int(run.stdout.split()[-1])
    kib = grown if sys.platform != "darwin" else grown // 1024
    assert kib < 25 * 1024


def test_a_whole_real_chart_is_written_in_strips() -> None:
    made = bundled_walk("ftca-27-taken-phone")
    picture = picture_of(made, made.graph, PictureOptions(made_on=TODAY, what="whole", scale="1x"), "png")
    seen: list[int] = []

    def watch(done: int, _total: int) -> bool:
        seen.append(done)
        return True

    image = QImage.fromData(png_of(picture, 0, 96, watch))
    assert image.height() == round(picture.size(0).height())
    assert len(seen) > 10
