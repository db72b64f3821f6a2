# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart is drawn to the pixel as it was, with the same version of Qt, on every screen and in every locale.

What is kept is a short digest for each tile of a picture, so that a change shows where it is: in the failure, as a
picture with the changed tiles framed, and in the difference of the file. `pytest tests/chart -k golden
--rewrite-golden` keeps the pictures of today. The layout is kept as well: another layout is no fault of the painter.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, qVersion
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from tests.chart.pictures import picture
from tests.chart.trees import IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from wizard.chart.drawing import Drawing, draw_tree
from wizard.chart.fonts import font
from wizard.chart.layout.layered import Layout, Link, Rect
from wizard.chart.measuring import Plan, plan
from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import StepState, states_of
from wizard.chart.tokens import DARK, LIGHT, Tokens, high_contrast

FOLDER = Path(__file__).parent / "golden"
TILE = 64

# name: colours, scale, answers, folded subtrees, exact icons, ring
PICTURES: dict[str, tuple[Tokens, float, Answers, frozenset[str], bool, str]] = {
    "light": (LIGHT, 1.0, TO_THE_END, frozenset(), False, ""),
    "dark": (DARK, 1.0, IN_THE_SUBTREE, frozenset(), False, "f-ftca"),
    "not-sure": (LIGHT, 1.0, NOT_SURE, frozenset(["s-inner"]), False, "q-date"),
    "high-contrast": (high_contrast(LIGHT), 1.25, {}, frozenset(), False, "q-employer"),
    "small": (LIGHT, 0.33, TO_THE_END, frozenset(), False, ""),
    "far": (DARK, 0.1, TO_THE_END, frozenset(), False, ""),
    "for-files": (LIGHT, 1.5, TO_THE_END, frozenset(), True, ""),
}


def kept_plan(folded: frozenset[str], *, rewrite: bool) -> Plan:
    """The drawing with the layout that was kept."""
    drawing = draw_tree(main_tree(), "en", folded)
    path = FOLDER / ("layout-folded.json" if folded else "layout.json")
    if rewrite:
        path.write_text(json.dumps(asdict(plan(drawing).layout), indent=1) + "\n", encoding="utf-8")
    return Plan(drawing, _layout(drawing, json.loads(path.read_text(encoding="utf-8"))))


def _layout(drawing: Drawing, kept: dict[str, Any]) -> Layout:
    def line(points: list[list[float]]) -> tuple[tuple[float, float], ...]:
        return tuple((x, y) for x, y in points)

    assert len(kept["nodes"]) == len(drawing.nodes), "the test's tree has changed: rewrite"
    return Layout(
        nodes=tuple(Rect(**rect) for rect in kept["nodes"]),
        pills=tuple(None if rect is None else Rect(**rect) for rect in kept["pills"]),
        routes=tuple(line(route) for route in kept["routes"]),
        links=tuple(Link(line(link["points"])) for link in kept["links"]),
        links_of_arrow=tuple(tuple(links) for links in kept["links_of_arrow"]),
        width=kept["width"],
        height=kept["height"],
    )


def tiles(image: QImage) -> list[str]:
    """A line for each row of tiles: four digits of digest for each, dots where the tile is of one colour."""
    rows = []
    for y in range(0, image.height(), TILE):
        row = []
        for x in range(0, image.width(), TILE):
            area = QRect(x, y, TILE, TILE).intersected(image.rect())
            tile = image.copy(area)  # its bits live as long as it does
            pixels = bytes(tile.constBits())
            blank = pixels == pixels[:4] * (len(pixels) // 4)
            row.append("...." if blank else hashlib.sha256(pixels).hexdigest()[:4])
        rows.append(" ".join(row))
    return rows


def framed(image: QImage, changed: list[tuple[int, int]]) -> QImage:
    """The picture with its changed tiles in red frames."""
    shown = image.copy()
    painter = QPainter(shown)
    painter.setPen(QPen(QColor("red"), 2))
    for column, row in changed:
        painter.drawRect(QRect(column * TILE + 1, row * TILE + 1, TILE - 2, TILE - 2))
    painter.end()
    return shown


@pytest.mark.parametrize("name", PICTURES)
def test_golden_picture(name: str, qapp: QApplication, tmp_path: Path, rewrite_golden: bool) -> None:
    before = qapp.font()
    qapp.setFont(font(16))
    tokens, scale, given, folded, exact, ring = PICTURES[name]
    chart = ChartPainter(kept_plan(folded, rewrite=rewrite_golden), tokens, exact=exact)
    chart.set_states(states_of(chart.plan.drawing, walked(given)))
    chart.focus = chart.plan.drawing.index[ring] if ring else None
    drawn = picture(chart, scale)
    qapp.setFont(before)

    path = FOLDER / f"qt-{qVersion()}.json"
    kept: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if rewrite_golden:
        path.write_text(json.dumps(kept | {name: tiles(drawn)}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    if not kept:
        pytest.skip(f"no pictures are kept for Qt {qVersion()}: look at them and run with --rewrite-golden")
    now = [row.split() for row in tiles(drawn)]
    then = [row.split() for row in kept[name]]
    changed = [
        (column, row)
        for row, digests in enumerate(now)
        for column, digest in enumerate(digests)
        if row >= len(then) or column >= len(then[row]) or then[row][column] != digest
    ]
    if now != then:
        framed(drawn, changed).save(str(tmp_path / f"{name}.png"))
    assert now == then, f"{len(changed)} tiles of {name} have changed: see {tmp_path / name}.png"


def test_the_golden_pictures_show_every_state() -> None:
    """A look that no picture shows could change unseen."""
    shown: set[StepState] = set()
    for _, _, given, folded, _, _ in PICTURES.values():
        shown.update(states_of(draw_tree(main_tree(), "en", folded), walked(given)).nodes)
    assert shown == set(StepState)
