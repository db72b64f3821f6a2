# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chart paints, looked at pixel by pixel."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.chart.pictures import inside, picture, share
from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from wizard.chart.drawing import draw_path, draw_tree
from wizard.chart.measuring import Plan, plan
from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import StepState, states_of
from wizard.chart.tokens import DARK, LIGHT, Tokens

pytestmark = pytest.mark.usefixtures("qapp")

WALKS: list[Answers] = [{}, FEDERAL, NOT_SURE, IN_THE_SUBTREE, TO_THE_END]
FOLDED = frozenset(["s-inner"])


def painted(given_answers: Answers, tokens: Tokens = LIGHT, folded: frozenset[str] = frozenset()) -> ChartPainter:
    chart = ChartPainter(plan(draw_tree(main_tree(), "en", folded)), tokens)
    chart.set_states(states_of(chart.plan.drawing, walked(given_answers)))
    return chart


def on_picture(chart: ChartPainter, rect: QRectF) -> QRectF:
    return rect.translated(-chart.bounds.topLeft())


def colour_at(chart: ChartPainter, image: QImage, x: float, y: float) -> str:
    at = QPointF(x, y) - chart.bounds.topLeft()
    return image.pixelColor(int(at.x()), int(at.y())).name().upper()


def number(chart: ChartPainter, key: str) -> int:
    return chart.plan.drawing.index[key]


def free_points(plan_shown: Plan, arrow: int) -> list[tuple[float, float]]:
    """Points in the middle of an arrow's straight stretches, away from bends, labels, nodes and heads."""
    layout = plan_shown.layout
    covered = [QRectF(p.x, p.y, p.width, p.height) for p in (*layout.pills, *layout.nodes) if p is not None]
    found = []
    for (x0, y0), (x1, y1) in pairwise(layout.routes[arrow]):
        if abs(x1 - x0) + abs(y1 - y0) > 30:
            middle = QPointF((x0 + x1) / 2, (y0 + y1) / 2)
            if not any(rect.adjusted(-20, -20, 20, 20).contains(middle) for rect in covered):
                found.append((middle.x(), middle.y()))
    return found


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("given_answers", WALKS)
def test_the_path_has_its_colour_and_nothing_else_has(tokens: Tokens, given_answers: Answers) -> None:
    chart = painted(given_answers, tokens)
    image = picture(chart)
    colours = {
        StepState.TAKEN: tokens.accent,
        StepState.OPEN: tokens.control,
    }
    looked_at = set()
    for arrow in range(len(chart.states.arrows)):
        for point in free_points(chart.plan, arrow):
            seen = {colour_at(chart, image, point[0] + dx, point[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            best = max(chart.states.arrows[other] for other in arrows_at(chart, point))
            assert (tokens.accent in seen) == (best is StepState.TAKEN), (arrow, point)
            if best in colours:
                assert colours[best] in seen, (arrow, point)
            looked_at.add(best)
    assert looked_at >= ({StepState.TAKEN} if given_answers == TO_THE_END else {StepState.OPEN})


def arrows_at(chart: ChartPainter, point: tuple[float, float]) -> list[int]:
    """The arrows whose line runs through a point: those that share a trunk there."""
    found = []
    for arrow, route in enumerate(chart.plan.layout.routes):
        for (x0, y0), (x1, y1) in pairwise(route):
            stretch = QRectF(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)).adjusted(-3, -3, 3, 3)
            if stretch.contains(*point):
                found.append(arrow)
                break
    return found


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("folded", [frozenset[str](), FOLDED])
def test_what_is_ruled_out_is_hatched_and_nothing_else(tokens: Tokens, folded: frozenset[str]) -> None:
    chart = painted(TO_THE_END, tokens, folded)
    image = picture(chart)
    chart.set_tokens(tokens._replace(hatch=tokens.paper))
    plain = picture(chart)
    for rect, state in zip(chart.rects, chart.states.nodes, strict=True):
        pixels = zip(inside(image, on_picture(chart, rect)), inside(plain, on_picture(chart, rect)), strict=True)
        hatched = sum(one != other for one, other in pixels)
        assert (hatched > 200) == (state is StepState.RULED_OUT)
        assert state is StepState.RULED_OUT or not hatched
    assert set(chart.states.nodes) >= {StepState.RULED_OUT, StepState.TAKEN, StepState.CURRENT}


def test_the_current_node_is_filled_and_the_taken_ones_softly() -> None:
    chart = painted(TO_THE_END)
    image = picture(chart)
    here = chart.rects[number(chart, "e-done")]
    assert share(image, on_picture(chart, here), LIGHT.accent) > 0.5
    taken = chart.rects[number(chart, "q-date")]
    assert share(image, on_picture(chart, taken), LIGHT.accent_soft) > 0.5
    ahead = chart.rects[number(chart, "f-order")]
    assert share(image, on_picture(painted({}), ahead), LIGHT.accent) < 0.05


def test_a_gap_of_the_ground_parts_the_current_node_from_its_second_outline() -> None:
    """The arrow into it ends above; between both outlines there is nothing."""
    chart = painted(FEDERAL)
    image = picture(chart)
    here = chart.rects[number(chart, "s-inner/i-arrest")]
    x = here.center().x()
    light = [QColor(colour_at(chart, image, x, here.top() + dy)).lightness() > 180 for dy in range(-14, 12)]
    runs = [is_light for is_light, before in zip(light, [None, *light], strict=False) if is_light != before]
    # Arrow, gap, second outline, gap, node.
    assert runs == [False, True, False, True, False]


@pytest.mark.parametrize("given_answers", WALKS)
@pytest.mark.parametrize("scale", [1.0, 0.3, 0.1])
def test_nothing_is_painted_outside_the_bounds(given_answers: Answers, scale: float) -> None:
    chart = painted(given_answers)
    chart.focus = 0
    around = chart.bounds.adjusted(-200, -200, 200, 200)
    image = picture(chart, scale, around)
    ground = QColor("magenta").name().upper()
    inner = QRectF(200 * scale, 200 * scale, chart.bounds.width() * scale, chart.bounds.height() * scale)
    painter = QPainter(image)
    painter.fillRect(inner, QColor(ground))
    painter.end()
    assert set(inside(image, QRectF(image.rect()))) == {LIGHT.surface, ground}


@pytest.mark.parametrize("scale", [1.0, 0.4, 0.2, 0.1])
@pytest.mark.parametrize("folded", [frozenset[str](), FOLDED])
def test_painted_part_by_part_it_is_the_same_picture(scale: float, folded: frozenset[str]) -> None:
    """The grid leaves nothing out that a part needs."""
    chart = painted(IN_THE_SUBTREE, folded=folded)
    chart.focus = number(chart, "q-date")
    whole = picture(chart, scale)
    parts = QImage(whole.size(), whole.format())
    parts.fill(QColor(LIGHT.surface))
    painter = QPainter(parts)
    painter.scale(scale, scale)
    painter.translate(-chart.bounds.topLeft())
    side = 160 / scale
    y = chart.bounds.top()
    while y < chart.bounds.bottom():
        x = chart.bounds.left()
        while x < chart.bounds.right():
            part = QRectF(x, y, side, side)
            painter.save()
            painter.setClipRect(part)
            chart.paint(painter, part, scale)
            painter.restore()
            x += side
        y += side
    painter.end()
    # Where a part begins, Qt rounds the mixed colours of an edge once more.
    assert parts.size() == whole.size()
    apart = [abs(a - b) for a, b in zip(bytes(parts.constBits()), bytes(whole.constBits()), strict=True)]
    assert max(apart) <= 8


@pytest.mark.parametrize("scale", [1.0, 0.3, 0.1])
def test_other_states_give_the_picture_that_a_new_painter_gives(scale: float) -> None:
    chart = painted({})
    picture(chart, scale)
    for given_answers in (*WALKS, {}):
        chart.set_states(states_of(chart.plan.drawing, walked(given_answers)))
        assert picture(chart, scale) == picture(painted(given_answers), scale)


@pytest.mark.parametrize("scale", [1.0, 0.3, 0.1])
def test_other_colours_give_the_picture_that_a_new_painter_gives(scale: float) -> None:
    chart = painted(TO_THE_END)
    picture(chart, scale)
    chart.set_tokens(DARK)
    assert picture(chart, scale) == picture(painted(TO_THE_END, DARK), scale)


def test_the_ring_is_around_the_node_of_the_keyboard_and_nowhere_else() -> None:
    chart = painted(TO_THE_END)
    assert share(picture(chart), QRectF(picture(chart).rect()), LIGHT.focus) == 0
    for key in ("q-date", "e-done", "s-inner", "g-time"):
        chart.focus = number(chart, key)
        image = picture(chart)
        node = on_picture(chart, chart.rects[chart.focus])
        around = node.adjusted(-16, -16, 16, 16)
        assert inside(image, around).count(LIGHT.focus) > 200
        assert inside(image, around).count(LIGHT.focus) == inside(image, QRectF(image.rect())).count(LIGHT.focus)
        assert LIGHT.focus not in inside(image, node.adjusted(15, 2, -15, -2))


def test_the_edge_grows_under_the_pointer() -> None:
    chart = painted({})
    before = picture(chart)
    chart.hover = number(chart, "q-still")
    after = picture(chart)
    rect = QRectF(on_picture(chart, chart.rects[chart.hover]).adjusted(-4, -4, 4, 4).toAlignedRect())
    assert inside(after, rect).count(LIGHT.control) > inside(before, rect).count(LIGHT.control)
    painter = QPainter(after)
    painter.drawImage(rect.topLeft(), before.copy(rect.toAlignedRect()))
    painter.end()
    assert inside(after, QRectF(after.rect())) == inside(before, QRectF(before.rect()))


def test_every_arrow_has_a_head_whose_point_meets_its_node() -> None:
    chart = painted({})
    image = picture(chart)
    for arrow, route in zip(chart.plan.drawing.arrows, chart.plan.layout.routes, strict=True):
        x, y = route[-1]
        wide = {colour_at(chart, image, x + dx, y - 8) for dx in (-2, 2)}
        assert wide == {LIGHT.control}, arrow
        narrow = {colour_at(chart, image, x + dx, y - 3) for dx in (-4, 3)}
        assert LIGHT.control not in narrow, arrow


def test_from_afar_the_path_still_shows() -> None:
    image = picture(painted(TO_THE_END), 0.1)
    assert inside(image, QRectF(image.rect())).count(LIGHT.accent) > 100
    assert inside(picture(painted({}), 0.1), QRectF(image.rect())).count(LIGHT.accent) < 100


def test_a_path_alone_is_painted_all_in_its_colour() -> None:
    made = walked(TO_THE_END)
    chart = ChartPainter(plan(draw_path(made, "en")), LIGHT)
    chart.set_states(states_of(chart.plan.drawing, made))
    colours = set(inside(picture(chart), QRectF(0, 0, chart.bounds.width(), chart.bounds.height())))
    assert LIGHT.accent in colours
    assert LIGHT.hatch not in colours


@given(st.data())
def test_a_point_finds_the_node_it_lies_in(data: st.DataObject) -> None:
    chart = painted({})
    bounds = chart.bounds
    x = data.draw(st.floats(bounds.left(), bounds.right()))
    y = data.draw(st.floats(bounds.top(), bounds.bottom()))
    expected = next((at for at, rect in enumerate(chart.rects) if rect.contains(x, y)), None)
    assert chart.node_at(x, y) == expected


def test_an_empty_chart_paints_nothing() -> None:
    empty = draw_tree(main_tree(), "en")
    chart = ChartPainter(plan(type(empty)((), ())), LIGHT)
    assert set(inside(picture(chart), QRectF(0, 0, 80, 80))) == {LIGHT.surface}
