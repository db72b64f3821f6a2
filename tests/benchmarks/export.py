# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole chart of 400 nodes as PNG at 300 dots per inch: our strips beside one QImage that Qt saves.

`python -m tests.benchmarks.export`. Each side runs in a process of its own, so that the peak of its memory is its own;
the QImage takes 2.7 GB. `--quick` takes one round.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from tests.benchmarks.report import ROUNDS, Goal, conclude, print_table, ratio
from tests.benchmarks.synthetic_trees import RECIPES, make
from wizard.__main__ import keep_constants_alive
from wizard.chart.drawing import ChartArrow, ChartNode, Drawing, Shape
from wizard.chart.fonts import load_fonts
from wizard.chart.layout.layered import lay_out
from wizard.chart.measuring import Plan
from wizard.chart.painter import ChartPainter
from wizard.chart.tokens import LIGHT
from wizard.export.png import pixels_of, png_of

DPI: Final = 300
MOST_MEMORY, MOST_TIME = 0.1, 0.5
"""The most beside one QImage and its save."""

UNLIMITED: Final = 10**6
SIDES: Final = ("strips", "image")
_SHAPES: Final[dict[str, Shape]] = {
    "question": "question",
    "gate": "gate",
    "date": "date",
    "finding": "finding",
    "end": "end",
}
_TITLE: Final = 40
_KIB_PER_MIB: Final = 1024


class Sheet:
    """A synthetic chart as a picture of one page."""

    title = "Synthetic chart"
    about = "Nothing but a benchmark"
    pages = 1

    def __init__(self) -> None:
        tree = make(RECIPES["389 nodes"])
        nodes = tuple(
            ChartNode(str(number), _SHAPES[node.kind], node.text[:_TITLE]) for number, node in enumerate(tree.nodes)
        )
        arrows = tuple(
            ChartArrow(arrow.source, arrow.target, label, ((str(arrow.source), str(number)),))
            for number, (arrow, label) in enumerate(zip(tree.arrows, tree.labels, strict=True))
        )
        layout = lay_out(tree.boxes, tree.arrows)
        self._painter = ChartPainter(Plan(Drawing(nodes, arrows), layout), LIGHT, exact=True)

    def size(self, page: int) -> QSizeF:  # noqa: ARG002 there is one
        return self._painter.bounds.size()

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:  # noqa: ARG002 there is one
        corner = self._painter.bounds.topLeft()
        painter.translate(-corner)
        self._painter.paint(painter, exposed.translated(corner), 1.0)


def save_by_strips(sheet: Sheet) -> int:
    """Save the chart as the program does; return how many bytes it has."""
    return len(png_of(sheet, 0, DPI, most=UNLIMITED))


def save_one_image(sheet: Sheet) -> int:
    """Paint the chart into one QImage of the same size and let Qt save it; return how many bytes it has."""
    pixels = pixels_of(sheet, 0, DPI, UNLIMITED)
    image = QImage(pixels.width, pixels.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(pixels.scale, pixels.scale)
    sheet.paint(painter, 0, QRectF(0, 0, sheet.size(0).width(), sheet.size(0).height()))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        msg = f"Qt could not save the image: {writer.errorString()}"
        raise RuntimeError(msg)
    return data.size()


def measure_side(side: str) -> None:
    """Save once in this process and print the seconds, the peak of memory and the size as JSON."""
    keep_constants_alive()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    load_fonts()
    sheet = Sheet()
    start = perf_counter()
    size = save_by_strips(sheet) if side == "strips" else save_one_image(sheet)
    seconds = perf_counter() - start
    peak = getrusage(RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    pixels = pixels_of(sheet, 0, DPI, UNLIMITED)
    told = {"seconds": seconds, "peak": peak, "bytes": size, "width": pixels.width, "height": pixels.height}
    print(json.dumps(told), flush=True)
    del app
    # Qt and Python need not take apart what the process takes with it.
    os._exit(0)


def goals(*, quick: bool = False) -> list[Goal]:
    """Measure both sides in turn, and print the table."""
    taken: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
    for _ in range(1 if quick else ROUNDS):
        for side in SIDES:
            run = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.export", "--side", side],
                check=True,
                capture_output=True,
                text=True,
            )
            taken[side].append(json.loads(run.stdout))
    seconds = {side: median(one["seconds"] for one in runs) for side, runs in taken.items()}
    peaks = {side: median(one["peak"] for one in runs) for side, runs in taken.items()}
    size = taken["strips"][0]
    rows = [(side, seconds[side], round(peaks[side]), taken[side][0]["bytes"] / 2**20) for side in SIDES]
    title = f"Whole chart as PNG, {size['width']} × {size['height']} pixels"
    print_table(title, ("side", "seconds", "peak MiB", "file MiB"), rows)
    return [
        Goal("whole chart as PNG, peak memory", ratio(peaks["strips"], peaks["image"]), MOST_MEMORY),
        Goal("whole chart as PNG, time", ratio(seconds["strips"], seconds["image"]), MOST_TIME),
    ]


def main(words: Sequence[str]) -> int:
    """Measure, print, and return the exit status: 0 if all goals are met."""
    if "--side" in words:
        measure_side(words[-1])
    return conclude(goals(quick="--quick" in words))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
