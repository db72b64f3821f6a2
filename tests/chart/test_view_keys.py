# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.chart.shown_view import (
    FOLDED,
    Key,
    Shown,
    bring,
    chart_of,
    click,
    drawing_of,
    focus,
    place,
    press,
    said,
    show,
    shows_all,
)
from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, TO_THE_END, walked
from wizard.chart.step_states import states_of
from wizard.chart.view import ChartView


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
