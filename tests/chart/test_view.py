# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart by mouse, wheel and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from wizard.chart.drawing import Drawing, draw_path, draw_tree
from wizard.chart.measuring import plan
from wizard.chart.painter import ChartPainter
from wizard.chart.reading import NodeReader
from wizard.chart.step_states import states_of, unwalked
from wizard.chart.tokens import LIGHT
from wizard.chart.view import ChartView

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
FOLDED = frozenset(["s-inner"])

Shown = Callable[..., ChartView]


def show(view: ChartView, given: Answers, folded: frozenset[str] = frozenset(), *, path: bool = False) -> None:
    made = walked(given)
    drawing = draw_path(made, "en") if path else draw_tree(main_tree(), "en", folded)
    view.set_reader(NodeReader(main_tree(), made, "en"))
    view.show_plan(plan(drawing), states_of(drawing, made), LIGHT)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Makes a view of a walk that is on the screen, moves without delay, and has no focus yet."""

    def make(given: Answers, folded: frozenset[str] = frozenset(), *, path: bool = False) -> ChartView:
        view = ChartView()
        qtbot.addWidget(view)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.resize(480, 400)
        view.set_milliseconds(0)
        show(view, given, folded, path=path)
        with qtbot.waitExposed(view):
            view.show()
        QApplication.processEvents()
        view.clearFocus()
        return view

    return make


def chart_of(view: ChartView) -> ChartPainter:
    assert view.chart is not None
    return view.chart


def drawing_of(view: ChartView) -> Drawing:
    return chart_of(view).plan.drawing


def place(view: ChartView, key: str) -> QPoint:
    """Where a node's middle stands in the view."""
    return view.mapFromScene(chart_of(view).rects[drawing_of(view).index[key]].center())


def bring(view: ChartView, key: str) -> QPoint:
    """Move the view so that a node stands in its middle."""
    view.centerOn(chart_of(view).rects[drawing_of(view).index[key]].center())
    return place(view, key)


def click(view: ChartView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def drag(view: ChartView, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), start + by / 2)
    QTest.mouseMove(view.viewport(), start + by)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start + by)


def turn_wheel(view: ChartView, at: QPoint, steps: int, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def press(view: ChartView, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifier)


def focus(qtbot: QtBot, view: ChartView, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    view.activateWindow()
    view.setFocus(reason)
    qtbot.waitUntil(view.hasFocus)


def shows_all(view: ChartView) -> bool:
    pixel = 2 / view.transform().m11()
    return view.visible_rect().adjusted(-pixel, -pixel, pixel, pixel).contains(chart_of(view).bounds)


def said(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


# The mouse


def test_a_click_on_an_answered_node_asks_to_return_there(shown: Shown) -> None:
    view = shown(TO_THE_END)
    asked, read = QSignalSpy(view.go_to_requested), QSignalSpy(view.read_requested)
    click(view, bring(view, "q-employer"))
    click(view, bring(view, "q-date"))
    assert said(asked) == ["q-employer", "q-date"]
    assert said(read) == []


def test_a_click_on_a_question_that_was_not_sure_asks_to_return_there(shown: Shown) -> None:
    view = shown(NOT_SURE)
    asked = QSignalSpy(view.go_to_requested)
    click(view, bring(view, "q-employer"))
    assert said(asked) == ["q-employer"]


@pytest.mark.parametrize("key", ["q-still", "f-late", "g-time", "f-ftca", "e-done"])
def test_a_click_on_any_other_node_reads_it(shown: Shown, key: str) -> None:
    view = shown(FEDERAL)
    asked, read = QSignalSpy(view.go_to_requested), QSignalSpy(view.read_requested)
    click(view, bring(view, key))
    assert said(read) == [key]
    assert said(asked) == []


def test_a_click_on_a_subtree_folds_it_and_on_nothing_does_nothing(shown: Shown) -> None:
    view = shown({}, FOLDED)
    spies = [QSignalSpy(signal) for signal in (view.go_to_requested, view.read_requested, view.fold_requested)]
    click(view, bring(view, "s-inner"))
    click(view, bring(view, "s-inner") - QPoint(0, 45))
    assert [said(spy) for spy in spies] == [[], [], ["s-inner"]]


def test_a_drag_moves_the_chart_stops_following_and_is_no_click(shown: Shown) -> None:
    view = shown(TO_THE_END)
    follows, asked = QSignalSpy(view.follow_changed), QSignalSpy(view.go_to_requested)
    before = bring(view, "q-date")
    drag(view, before, QPoint(60, 40))
    assert place(view, "q-date") == before + QPoint(60, 40)
    assert said(follows) == [False]
    assert said(asked) == []


def test_a_click_with_an_unsteady_hand_is_still_a_click(shown: Shown) -> None:
    view = shown(TO_THE_END)
    asked = QSignalSpy(view.go_to_requested)
    drag(view, bring(view, "q-date"), QPoint(2, -2))
    assert said(asked) == ["q-date"]
    assert view.follows


@pytest.mark.qt_log_ignore("not accepted", extend=True)
def test_the_right_button_does_nothing(shown: Shown) -> None:
    view = shown(TO_THE_END)
    asked = QSignalSpy(view.go_to_requested)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, bring(view, "q-date"))
    assert said(asked) == []


def test_the_wheel_moves_the_chart_and_stops_following(shown: Shown) -> None:
    view = shown(TO_THE_END)
    before = bring(view, "g-time")
    turn_wheel(view, before, -1)
    assert place(view, "g-time").y() < before.y()
    assert not view.follows
    assert view.zoom == 1.0


def test_the_wheel_with_ctrl_zooms_around_the_pointer(shown: Shown) -> None:
    view = shown(TO_THE_END)
    bring(view, "g-time")
    at = QPoint(90, 310)
    under = view.mapToScene(at)
    turn_wheel(view, at, 1, ctrl=True)
    assert view.zoom == 1.25
    turn_wheel(view, at, -1, ctrl=True)
    turn_wheel(view, at, -1, ctrl=True)
    assert view.zoom == 0.8
    assert (view.mapFromScene(under) - at).manhattanLength() <= 6
    assert view.follows


def test_a_wheel_that_turns_sideways_does_not_zoom(shown: Shown) -> None:
    view = shown(TO_THE_END)
    turn_wheel(view, QPoint(90, 90), 0, ctrl=True)
    assert view.zoom == 1.0


def test_the_node_under_the_pointer_is_marked_until_the_pointer_leaves(shown: Shown) -> None:
    view = shown(TO_THE_END)
    at = bring(view, "q-date")
    QTest.mouseMove(view.viewport(), at)
    assert chart_of(view).hover == drawing_of(view).index["q-date"]
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), at - QPoint(0, 40))
    assert chart_of(view).hover is None
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseMove(view.viewport(), at)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert chart_of(view).hover is None


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_node_has_a_tooltip_of_plain_text(shown: Shown) -> None:
    view = shown(TO_THE_END)
    at = bring(view, "f-late")
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "The reason of f-late, with &lt;b&gt;no&lt;/b&gt; markup &amp; on 12 February 2026." in QToolTip.text()
    assert "Ruled out by “Still in time?”" in QToolTip.text()
    aside = at - QPoint(0, 45)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, aside, view.viewport().mapToGlobal(aside)))
    QToolTip.hideText()


# The keyboard


def test_the_keyboard_begins_at_the_current_step(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    spy = QSignalSpy(view.node_focused)
    focus(qtbot, view)
    assert view.focused_key() == "q-date"
    assert said(spy) == ["q-date"]


def test_up_and_down_go_along_the_path(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    focus(qtbot, view)
    passed = []
    for _ in range(5):
        press(view, Key.Key_Up)
        passed.append(view.focused_key())
    assert passed == ["s-inner/i-end", "s-inner/i-found", "s-inner/i-arrest", "s-inner", "q-employer"]
    press(view, Key.Key_Up)
    assert view.focused_key() == "q-employer"
    press(view, *[Key.Key_Down] * 5)
    assert view.focused_key() == "q-date"


def test_every_node_can_be_come_to_by_keys(shown: Shown, qtbot: QtBot) -> None:
    view = shown({})
    focus(qtbot, view)
    chart = chart_of(view)
    found, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right):
            chart.focus = start
            press(view, key)
            assert chart.focus is not None
            if chart.focus not in found:
                found.add(chart.focus)
                waiting.append(chart.focus)
    assert len(found) == len(chart.rects)


def test_left_and_right_go_to_the_neighbour_at_the_same_height(shown: Shown, qtbot: QtBot) -> None:
    view = shown({})
    focus(qtbot, view)
    chart = chart_of(view)
    orders = sorted(("f-order", "f-perhaps", "f-none"), key=lambda key: place(view, key).x())
    view.focus_node(orders[0])
    press(view, Key.Key_Right)
    assert view.focused_key() == orders[1]
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert view.focused_key() == orders[2]
    press(view, Key.Key_Left)
    assert view.focused_key() == orders[1]
    assert chart.rects


def test_home_goes_to_the_current_step(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    focus(qtbot, view)
    press(view, Key.Key_Up, Key.Key_Up, Key.Key_Home)
    assert view.focused_key() == "q-date"


def test_enter_returns_unfolds_or_reads_and_space_reads(shown: Shown, qtbot: QtBot) -> None:
    view = shown(FEDERAL | {"arrest": "no"}, FOLDED)
    focus(qtbot, view)
    spies = [QSignalSpy(signal) for signal in (view.go_to_requested, view.fold_requested, view.read_requested)]
    view.focus_node("q-employer")
    press(view, Key.Key_Return, Key.Key_Space)
    view.focus_node("s-inner")
    press(view, Key.Key_Enter, Key.Key_Space)
    view.focus_node("f-1983")
    press(view, Key.Key_Return)
    assert [said(spy) for spy in spies] == [["q-employer"], ["s-inner"], ["q-employer", "s-inner", "f-1983"]]


def test_plus_and_minus_zoom_within_25_and_200_per_cent(shown: Shown, qtbot: QtBot) -> None:
    view = shown(FEDERAL)
    focus(qtbot, view)
    spy = QSignalSpy(view.zoom_changed)
    press(view, *[Key.Key_Plus] * 8)
    assert view.zoom == 2.0
    press(view, *[Key.Key_Minus] * 20)
    assert view.zoom == 0.25
    press(view, *[Key.Key_Equal] * 5)
    assert view.zoom == 1.0
    assert view.transform().m11() == 1.0
    assert said(spy)[-1] == 1.0
    view.set_zoom(7)
    assert view.zoom == 2.0
    view.set_zoom(0.01)
    assert view.zoom == 0.25


def test_f_fits_the_whole_chart_and_zooming_goes_on_from_there(shown: Shown, qtbot: QtBot) -> None:
    view = shown(TO_THE_END)
    view.resize(90, 200)
    focus(qtbot, view)
    press(view, Key.Key_F)
    assert shows_all(view)
    assert not view.follows
    small = view.zoom
    assert small < 0.25
    press(view, Key.Key_Minus)
    assert view.zoom == small
    press(view, Key.Key_Plus)
    assert view.zoom == 0.25


def test_a_small_chart_is_not_blown_up_to_fit(shown: Shown) -> None:
    view = shown(FEDERAL, path=True)
    view.fit()
    assert view.zoom == 1.0


def test_keys_with_ctrl_or_alt_are_left_to_others(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    focus(qtbot, view)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        press(view, Key.Key_Up, Key.Key_Plus, modifier=modifier)
    assert view.focused_key() == "q-date"
    assert view.zoom == 1.0


def test_keys_begin_at_the_node_that_was_clicked(shown: Shown, qtbot: QtBot) -> None:
    view = shown(TO_THE_END)
    view.activateWindow()
    click(view, bring(view, "f-ftca"))
    qtbot.waitUntil(view.hasFocus)
    assert view.focused_key() is None
    press(view, Key.Key_Up)
    assert view.focused_key() == "g-time"


def test_the_keyboard_comes_back_to_where_it_was_until_the_walk_moves_on(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    focus(qtbot, view)
    press(view, Key.Key_Up, Key.Key_Up)
    view.clearFocus()
    assert view.focused_key() is None
    focus(qtbot, view)
    assert view.focused_key() == "s-inner/i-found"
    view.clearFocus()
    view.set_states(states_of(drawing_of(view), walked(FEDERAL)))
    focus(qtbot, view)
    assert view.focused_key() == "s-inner/i-arrest"


def test_the_keyboard_stays_on_its_node_when_the_plan_changes(shown: Shown, qtbot: QtBot) -> None:
    view = shown(IN_THE_SUBTREE)
    focus(qtbot, view)
    view.focus_node("s-inner/i-found")
    show(view, IN_THE_SUBTREE, FOLDED)
    assert view.focused_key() == "s-inner"
    show(view, IN_THE_SUBTREE)
    assert view.focused_key() == "s-inner"
    view.focus_node("f-late")
    show(view, IN_THE_SUBTREE, path=True)
    assert view.focused_key() == "q-date"
    press(view, Key.Key_Up)
    assert view.focused_key() == "s-inner/i-found"


def test_a_chart_that_comes_while_the_keyboard_is_here_already_has_a_ring(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    focus(qtbot, view)
    press(view, Key.Key_Down, Key.Key_Home, Key.Key_Plus)
    show(view, FEDERAL)
    assert view.focused_key() == "s-inner/i-arrest"


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
