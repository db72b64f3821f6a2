# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a view shows from kept tiles is what it would paint anew, whatever has happened in between."""

import random

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from wizard.chart import tiles
from wizard.chart.drawing import draw_tree
from wizard.chart.measuring import plan
from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import states_of
from wizard.chart.tiles import SIDE, Tiles
from wizard.chart.tokens import DARK, LIGHT
from wizard.chart.view import ChartView

pytestmark = pytest.mark.usefixtures("qapp")

WALKS: tuple[Answers, ...] = ({}, FEDERAL, NOT_SURE, IN_THE_SUBTREE, TO_THE_END)


def chart() -> ChartPainter:
    made = ChartPainter(plan(draw_tree(main_tree(), "en")), LIGHT)
    made.set_states(states_of(made.plan.drawing, walked(FEDERAL)))
    return made


def apart(one: QImage, other: QImage) -> int:
    """By how much two pictures differ at most in a channel."""
    assert one.size() == other.size()
    first, second = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    return max(abs(a - b) for a, b in zip(bytes(first.constBits()), bytes(second.constBits()), strict=True))


def seen(view: ChartView) -> QImage:
    """What the viewport shows, with what it has kept."""
    return view.viewport().grab().toImage()


def anew(view: ChartView) -> QImage:
    """What it should show: all painted by the chart itself."""
    assert view.chart is not None
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor(view.chart.tokens.surface))
    painter = QPainter(image)
    transform = view.viewportTransform()
    painter.setWorldTransform(transform)
    exposed = transform.inverted()[0].mapRect(QRectF(image.rect()))
    view.chart.paint(painter, exposed, transform.m11())
    painter.end()
    return image


@pytest.mark.parametrize("seed", range(4))
def test_kept_tiles_show_what_would_be_painted_anew(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    view = ChartView()
    qtbot.addWidget(view)
    view.set_milliseconds(0)
    view.resize(430, 330)
    drawing = draw_tree(main_tree(), "en")
    view.show_plan(plan(drawing), states_of(drawing, walked({})), LIGHT)
    with qtbot.waitExposed(view):
        view.show()
    assert view.chart is not None

    def move() -> None:
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.setValue(bar.value() + chance.randint(-150, 150))

    def walk_on() -> None:
        view.set_states(states_of(drawing, walked(chance.choice(WALKS))), move=chance.random() < 0.5)

    def choose() -> None:
        view.set_states(states_of(drawing, walked({}), None, chance.choice(("state", "federal"))), move=False)

    def look_at_a_node() -> None:
        assert view.chart is not None
        setattr(
            view.chart, chance.choice(("hover", "focus")), chance.choice((None, chance.randrange(len(drawing.nodes))))
        )

    def zoom() -> None:
        chance.choice((view.zoom_in, view.zoom_out))()

    def colour() -> None:
        view.set_tokens(chance.choice((LIGHT, DARK)))

    for number in range(40):
        chance.choice((move, move, move, walk_on, choose, look_at_a_node, look_at_a_node, zoom, colour))()
        assert apart(seen(view), anew(view)) <= 8, number


def drawn(kept: Tiles, shown: ChartPainter, part: QRectF, scale: float = 1.0, fineness: float = 1.0) -> QImage:
    size = QSize(round(part.width() * scale * fineness), round(part.height() * scale * fineness))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(fineness)
    image.fill(QColor(shown.tokens.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-part.topLeft() * scale)
    painter.scale(scale, scale)
    kept.draw(painter, shown, part)
    painter.end()
    return image


@pytest.mark.parametrize("fineness", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("left", [-40, -17])
def test_on_every_fineness_of_screen_the_picture_is_the_same(fineness: float, left: int) -> None:
    shown, part = chart(), QRectF(left, 100, 300, 240)
    kept = Tiles()
    first = drawn(kept, shown, part, fineness=fineness)
    straight = QImage(first.size(), first.format())
    straight.setDevicePixelRatio(fineness)
    straight.fill(QColor(LIGHT.surface))
    painter = QPainter(straight)
    painter.translate(-part.topLeft())
    shown.paint(painter, part, 1.0)
    painter.end()
    assert apart(first, straight) <= 8
    assert apart(drawn(kept, shown, part, fineness=fineness), straight) <= 8


def count_paints(shown: ChartPainter, monkeypatch: pytest.MonkeyPatch) -> list[QRectF]:
    painted: list[QRectF] = []
    paint = shown.paint

    def note(painter: QPainter, exposed: QRectF, detail: float) -> None:
        painted.append(exposed)
        paint(painter, exposed, detail)

    monkeypatch.setattr(shown, "paint", note)
    return painted


def test_only_what_has_changed_is_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, kept = chart(), Tiles()
    painted = count_paints(shown, monkeypatch)
    drawn(kept, shown, shown.bounds)
    assert len(painted) == 1
    drawn(kept, shown, shown.bounds)
    assert len(painted) == 1
    shown.hover = shown.plan.drawing.index["q-still"]
    drawn(kept, shown, shown.bounds)
    again = painted[1:]
    assert again
    node = shown.rects[shown.hover]
    assert all(part.intersects(node.adjusted(-SIDE, -SIDE, SIDE, SIDE)) for part in again)
    assert sum(part.width() * part.height() for part in again) <= 9 * SIDE * SIDE


def test_moving_a_little_paints_only_the_tiles_that_come_into_view(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, kept = chart(), Tiles()
    painted = count_paints(shown, monkeypatch)
    view = QRectF(0, 0, 2 * SIDE, 2 * SIDE)
    drawn(kept, shown, view)
    drawn(kept, shown, view.translated(0, 10))
    assert painted[1:] == [QRectF(0, 2 * SIDE, 2 * SIDE, SIDE)]


def test_tiles_are_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "MOST", 6)
    shown, kept = chart(), Tiles()
    for step in range(20):
        drawn(kept, shown, QRectF(0, 40 * step, 150, 150))
        assert len(kept._tiles) <= 6
    drawn(kept, shown, shown.bounds)
    assert len(kept._tiles) > 6
    drawn(kept, shown, QRectF(0, 0, 150, 150))
    assert len(kept._tiles) <= 6


def test_nothing_is_drawn_of_what_lies_outside(qapp: QApplication) -> None:
    assert qapp is not None
    shown, kept = chart(), Tiles()
    outside = drawn(kept, shown, QRectF(shown.bounds.right() + 500, 0, 100, 100))
    plain = QImage(100, 100, QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    assert apart(outside, plain) == 0


def test_blocks_are_the_tiles_they_are_made_of() -> None:
    chance = random.Random(1)
    for _ in range(200):
        cells = [(x, y) for x in range(-2, 4) for y in range(-2, 4) if chance.random() < 0.6]
        blocks = tiles._blocks(cells)
        filled = [
            (x, y)
            for block in blocks
            for x in range(block.left(), block.right() + 1)
            for y in range(block.top(), block.bottom() + 1)
        ]
        assert sorted(filled) == cells
    whole = [(x, y) for x in range(5) for y in range(3)]
    assert tiles._blocks(whole) == [QRect(0, 0, 5, 3)]
