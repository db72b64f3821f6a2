# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart follows the walk and keeps its place; a view of nothing does nothing."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.chart.shown_view import (
    FOLDED,
    LEFT,
    Key,
    Shown,
    bring,
    chart_of,
    click,
    drag,
    drawing_of,
    focus,
    place,
    press,
    show,
    shows_all,
    turn_wheel,
)
from tests.chart.trees import IN_THE_SUBTREE, TO_THE_END, main_tree, walked
from wizard.chart.drawing import draw_tree
from wizard.chart.measuring import plan
from wizard.chart.step_states import states_of, unwalked
from wizard.chart.tokens import LIGHT
from wizard.chart.view import ChartView

# Following, and keeping the place


def test_the_view_follows_the_walk(shown: Shown) -> None:
    view = shown({})
    assert view.rect().contains(place(view, "q-employer"))
    view.set_states(states_of(drawing_of(view), walked(TO_THE_END)))
    assert not view.rect().contains(place(view, "q-employer"))
    here = place(view, "e-done")
    assert abs(here.x() - view.viewport().width() / 2) <= 2
    assert abs(here.y() - 0.42 * view.viewport().height()) <= 2


def test_a_view_that_was_moved_by_hand_stays_until_told_to_follow(shown: Shown) -> None:
    view = shown({})
    drag(view, QPoint(40, 300), QPoint(10, 30))
    before = place(view, "q-employer")
    view.set_states(states_of(drawing_of(view), walked(TO_THE_END)))
    assert place(view, "q-employer") == before
    view.set_follow(True)
    assert view.rect().contains(place(view, "e-done"))


def test_a_choice_not_yet_confirmed_moves_nothing(shown: Shown) -> None:
    view = shown({})
    view.centerOn(0, 0)
    before = place(view, "q-employer")
    view.set_states(states_of(drawing_of(view), walked({}), None, "state"), move=False)
    assert place(view, "q-employer") == before


def test_another_plan_leaves_a_view_where_it_was_moved_to(shown: Shown) -> None:
    view = shown(IN_THE_SUBTREE)
    bring(view, "q-date")
    drag(view, QPoint(40, 300), QPoint(30, 0))
    before = place(view, "q-date")
    show(view, IN_THE_SUBTREE, FOLDED)
    assert (place(view, "q-date") - before).manhattanLength() <= 2


def test_a_held_node_stays_where_it_is_also_while_following(shown: Shown) -> None:
    view = shown(TO_THE_END, FOLDED)
    assert view.follows
    before = bring(view, "s-inner")
    view.hold("s-inner")
    show(view, TO_THE_END)
    assert (place(view, "s-inner") - before).manhattanLength() <= 2
    show(view, TO_THE_END, FOLDED)
    assert view.rect().contains(place(view, "e-done"))


def test_the_whole_chart_stays_whole_when_the_window_changes(shown: Shown) -> None:
    view = shown(TO_THE_END)
    view.fit()
    view.resize(300, 700)
    QApplication.processEvents()
    assert shows_all(view)
    show(view, TO_THE_END, FOLDED)
    assert shows_all(view)


def test_following_again_comes_back_from_the_whole_chart_to_full_size(shown: Shown) -> None:
    view = shown(TO_THE_END)
    view.resize(90, 120)
    view.fit()
    assert view.zoom < 0.25
    view.set_follow(True)
    assert view.zoom == 1.0


def test_full_size_follows_the_text_size(shown: Shown) -> None:
    view = shown(TO_THE_END)
    view.set_text_scale(2.0)
    assert view.zoom == 1.0
    assert view.transform().m11() == 2.0


def test_moving_takes_its_time_and_arrives(shown: Shown, qtbot: QtBot) -> None:
    view = shown({})
    view.set_milliseconds(60)
    view.set_states(states_of(drawing_of(view), walked(TO_THE_END)))
    assert not view.rect().contains(place(view, "e-done"))
    qtbot.waitUntil(lambda: abs(place(view, "e-done").y() - 0.42 * view.viewport().height()) <= 2)


def test_a_press_of_the_mouse_stops_the_movement(shown: Shown, qtbot: QtBot) -> None:
    view = shown({})
    view.set_milliseconds(2000)
    view.set_states(states_of(drawing_of(view), walked(TO_THE_END)))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 395))
    before = place(view, "q-employer")
    qtbot.wait(80)
    assert place(view, "q-employer") == before
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 395))


# Nothing, or nothing walked


def test_a_tree_that_is_only_read_begins_at_its_first_node(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(480, 400)
    with qtbot.waitExposed(view):
        view.show()
    drawing = draw_tree(main_tree(), "en")
    view.show_plan(plan(drawing), unwalked(drawing), LIGHT)
    assert view.rect().contains(place(view, "q-employer"))
    focus(qtbot, view)
    assert view.focused_key() == "q-employer"


def test_a_cleared_view_shows_nothing_and_takes_no_keys(shown: Shown, qtbot: QtBot) -> None:
    view = shown(TO_THE_END)
    focus(qtbot, view)
    view.clear()
    assert view.chart is None
    assert view.focused_key() is None
    press(view, Key.Key_Up, Key.Key_Return, Key.Key_F, Key.Key_Home)
    click(view, QPoint(200, 200))
    turn_wheel(view, QPoint(20, 20), 1)
    view.show_current()
    view.fit()
    show(view, {})
    assert view.focused_key() == "q-employer"


def test_half_a_view_around_the_chart_can_be_reached(shown: Shown) -> None:
    view = shown(TO_THE_END)
    for corner in ("topLeft", "bottomRight"):
        point = getattr(chart_of(view).bounds, corner)()
        view.centerOn(point)
        assert (view.mapFromScene(point) - view.viewport().rect().center()).manhattanLength() <= 3
    assert isinstance(view.visible_rect(), QRectF)
