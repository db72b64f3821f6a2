# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart by mouse and wheel."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.chart.shown_view import FOLDED, Shown, bring, chart_of, click, drag, drawing_of, place, said, turn_wheel
from tests.chart.trees import FEDERAL, NOT_SURE, TO_THE_END


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
