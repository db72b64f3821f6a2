# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five shapes are told apart without colour, at every size and on every ground."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from wizard.chart.status_shapes import draw_status_shape
from wizard.chart.status_words import status_word
from wizard.chart.tokens import DARK, LIGHT, Tokens, status_colours

STATUSES = ("available", "arguable", "likely-foreclosed", "barred", "not-reached")


def silhouette(status: str, tokens: Tokens, side: int, *, on_badge: bool = False) -> set[tuple[int, int]]:
    """The pixels that the shape's own colour covers: what is left in black and white."""
    colours = status_colours(tokens, status)
    mark = colours.text if on_badge else colours.mark
    ground = colours.fill if on_badge else tokens.surface
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    draw_status_shape(painter, status, QRectF(0, 0, side, side), tokens, on_badge=on_badge)
    painter.end()
    dark, light = QColor(mark).lightness(), QColor(ground).lightness()
    middle = (dark + light) / 2
    return {
        (x, y)
        for x in range(side)
        for y in range(side)
        if (image.pixelColor(x, y).lightness() < middle) == (dark < light)
    }


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("on_badge", [False, True])
@pytest.mark.parametrize("side", [14, 18, 36])
def test_shapes_differ_in_black_and_white(tokens: Tokens, on_badge: bool, side: int) -> None:
    shapes = {status: silhouette(status, tokens, side, on_badge=on_badge) for status in STATUSES}
    for one, other in combinations(STATUSES, 2):
        assert len(shapes[one] ^ shapes[other]) > 0.12 * side * side, (one, other)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("status", STATUSES)
def test_a_shape_stays_in_its_square_and_gives_the_painter_back(status: str) -> None:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QPen(QColor("red"), 3))
    draw_status_shape(painter, status, QRectF(20, 20, 20, 20), LIGHT)
    assert painter.pen() == QPen(QColor("red"), 3)
    painter.end()
    outside = [(x, y) for x in range(60) for y in range(60) if not (18 <= x < 42 and 18 <= y < 42)]
    assert {image.pixelColor(x, y).name() for x, y in outside} == {"#ffffff"}


@pytest.mark.usefixtures("qapp")
def test_a_status_that_there_is_not_is_refused() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    with pytest.raises(ValueError, match="perhaps"):
        draw_status_shape(painter, "perhaps", QRectF(0, 0, 10, 10), LIGHT)
    painter.end()
    with pytest.raises(ValueError, match="perhaps"):
        status_word("perhaps")


def test_each_status_has_its_word() -> None:
    assert [status_word(status) for status in STATUSES] == [
        "Available",
        "Arguable",
        "Likely foreclosed",
        "Barred",
        "Not reached",
    ]
