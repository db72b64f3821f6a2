# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart panel: it shows the walk, folds and unfolds, and never holds the window while a layout is made."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, TO_THE_END, main_tree, walked
from tests.ui.chart_panel_stage import INSIDE, SUBTREE, Stage, said
from wizard.chart.layout.layered import LayoutStopped
from wizard.chart.measuring import Measured, Plan, arrange
from wizard.chart.step_states import StepState
from wizard.engine.graph import CollectionIndex, link
from wizard.ui.theme import Scheme, appearance
from wizard.ui.walk import chart_panel


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    appearance().set_no_motion(off=True)
    made = Stage(qtbot)
    yield made
    made.jobs.finish()
    look = appearance()
    look.set_scheme(Scheme.SYSTEM)
    look.set_text_size(100)
    look.set_no_motion(off=False)


# Folding


def test_a_subtree_is_folded_until_the_walk_enters_it(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    assert SUBTREE in stage.nodes()
    assert INSIDE not in stage.nodes()
    stage.panel.show_walk(walked(FEDERAL), None)
    stage.settle()
    assert INSIDE in stage.nodes()
    assert stage.state(INSIDE) is StepState.CURRENT


def test_the_user_folds_and_unfolds(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    stage.click_node(SUBTREE)
    stage.settle()
    assert INSIDE in stage.nodes()
    stage.click_node(SUBTREE)
    stage.settle()
    assert INSIDE not in stage.nodes()


def test_what_the_user_folded_stays_folded_while_the_walk_goes_on(stage: Stage) -> None:
    stage.panel.show_walk(walked(FEDERAL), None)
    stage.settle()
    stage.click_node(SUBTREE)
    stage.settle()
    assert stage.state(SUBTREE) is StepState.CURRENT
    stage.panel.show_walk(walked(IN_THE_SUBTREE), None)
    stage.settle()
    assert INSIDE not in stage.nodes()
    assert stage.state(SUBTREE) is StepState.TAKEN


def test_the_subtree_that_is_unfolded_stays_under_the_pointer(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    view = stage.panel.view

    def place() -> QPoint:
        assert view.chart is not None
        return view.mapFromScene(view.chart.rects[view.chart.plan.drawing.index[SUBTREE]].center())

    stage.click_node(SUBTREE)
    before = place()
    stage.settle()
    assert INSIDE in stage.nodes()
    assert (place() - before).manhattanLength() <= 2


def test_another_tree_forgets_what_was_folded(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    stage.click_node(SUBTREE)
    stage.settle()
    other = link(CollectionIndex(main_tree().collection), "main")
    stage.panel.show_tree(other)
    assert stage.panel.view.chart is None
    stage.settle()
    stage.panel.show_walk(walked({}), None)
    assert stage.panel.view.chart is None
    stage.settle()
    assert INSIDE not in stage.nodes()


# States


def test_a_walk_of_the_same_tree_only_changes_states(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.panel.show_walk(walked({"employer": "state"}), None)
    stage.settle()
    made: list[Measured] = []

    def note(measured: Measured, should_stop: Callable[[], bool]) -> Plan:
        made.append(measured)
        return arrange(measured, should_stop)

    monkeypatch.setattr(chart_panel, "arrange", note)
    stage.panel.show_walk(walked(TO_THE_END), None)
    assert stage.state("e-done") is StepState.CURRENT
    stage.panel.show_walk(walked(TO_THE_END), "q-date")
    assert stage.state("q-date") is StepState.CURRENT
    stage.settle()
    assert made == []


def test_a_choice_turns_its_arrow_bold_before_it_is_confirmed(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    before = stage.panel.view.visible_rect()
    stage.panel.show_chosen("state")
    assert stage.arrow("q-employer", "state") is StepState.TAKEN
    stage.panel.show_chosen("company")
    assert stage.arrow("q-employer", "state") is StepState.OPEN
    assert stage.arrow("q-employer", "company") is StepState.TAKEN
    assert stage.panel.view.visible_rect() == before


def test_a_choice_made_while_the_chart_is_laid_out_shows_once_it_is(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.panel.show_chosen("state")
    stage.settle()
    assert stage.arrow("q-employer", "state") is StepState.TAKEN


def test_clicks_are_passed_on(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.settle()
    asked, read = QSignalSpy(stage.panel.go_to_requested), QSignalSpy(stage.panel.read_requested)
    stage.click_node("q-date")
    stage.click_node("f-late")
    assert said(asked) == ["q-date"]
    assert said(read) == ["f-late"]


def test_a_tree_can_be_read_without_a_walk(stage: Stage) -> None:
    stage.panel.show_tree(main_tree())
    stage.settle()
    assert INSIDE in stage.nodes()
    assert stage.state("q-employer") is StepState.OPEN
    read = QSignalSpy(stage.panel.read_requested)
    stage.click_node("q-employer")
    assert said(read) == ["q-employer"]


def test_a_cleared_panel_shows_nothing_of_the_case(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.settle()
    stage.panel.clear()
    assert stage.panel.view.chart is None
    assert stage.panel.outline.model().rowCount() == 0
    stage.panel.show_chosen("yes")
    stage.press("Path only")
    stage.press("Fit the whole chart")
    assert stage.panel.view.chart is None


def test_a_panel_that_is_cleared_during_a_layout_stays_empty(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.panel.clear()
    stage.settle()
    assert stage.panel.view.chart is None


# Path only


def test_path_only_shows_the_steps_taken_and_grows_with_them(stage: Stage) -> None:
    stage.panel.show_walk(walked(FEDERAL), None)
    stage.settle()
    stage.press("Path only")
    stage.settle()
    assert stage.nodes() == ["q-employer", SUBTREE, INSIDE]
    stage.panel.show_walk(walked(IN_THE_SUBTREE), None)
    stage.settle()
    assert stage.nodes() == ["q-employer", SUBTREE, INSIDE, "s-inner/i-found", "q-date"]
    stage.press("Whole chart")
    stage.settle()
    assert "f-late" in stage.nodes()


def test_on_the_path_alone_a_subtree_is_read_not_folded(stage: Stage) -> None:
    stage.panel.show_walk(walked(IN_THE_SUBTREE), None)
    stage.press("Path only")
    stage.settle()
    read = QSignalSpy(stage.panel.read_requested)
    stage.click_node(SUBTREE)
    stage.settle()
    assert said(read) == [SUBTREE]
    assert INSIDE in stage.nodes()


def test_coming_back_from_the_path_the_chart_is_as_it_was(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.settle()
    before = stage.panel.view.chart
    stage.press("Path only")
    stage.settle()
    stage.press("Whole chart")
    stage.settle()
    after = stage.panel.view.chart
    assert before is not None
    assert after is not None
    assert after.rects == before.rects


# Languages, colours, text sizes


def test_another_language_draws_the_words_anew(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None, "en")
    stage.settle()
    stage.panel.show_walk(walked({}), None, "es")
    stage.settle()
    assert stage.panel.view.chart is not None
    assert stage.panel.view.chart.plan.drawing.nodes[0].title == "Quién empleaba al agente"
    assert str(stage.panel.outline.currentIndex().data()).startswith("Quién empleaba al agente")


def test_other_colours_are_taken_over_at_once(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.settle()
    light = stage.panel.view.grab().toImage()
    appearance().set_scheme(Scheme.DARK)
    dark = stage.panel.view.grab().toImage()
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 60
    appearance().set_scheme(Scheme.LIGHT)
    assert stage.panel.view.grab().toImage() == light


def test_a_larger_text_is_a_larger_chart(stage: Stage) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    appearance().set_text_size(200)
    assert stage.panel.view.transform().m11() == 2.0
    assert stage.says("100 %")


# Tools


def test_the_tools_zoom_fit_and_follow(stage: Stage) -> None:
    stage.panel.show_walk(walked(TO_THE_END), None)
    stage.settle()
    stage.press("Zoom in")
    assert stage.says("125 %")
    stage.press("Zoom out")
    stage.press("Zoom out")
    assert stage.says("80 %")
    stage.press("Fit the whole chart")
    assert not stage.button("Follow the current step").isChecked()
    stage.press("Follow the current step")
    assert stage.panel.view.follows
    stage.panel.toggle_follow()
    assert not stage.button("Follow the current step").isChecked()


def test_the_outline_takes_the_place_of_the_chart_and_its_focus(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.show_walk(walked(IN_THE_SUBTREE), None)
    stage.settle()
    stage.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(stage.panel.view.hasFocus)
    stage.button("Outline").toggle()
    assert stage.panel.outline.isVisible()
    assert not stage.panel.view.isVisible()
    assert stage.panel.outline.hasFocus()
    stage.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert stage.panel.outline.hasFocus()
    stage.button("Outline").toggle()
    assert stage.panel.view.hasFocus()


def test_tab_goes_through_the_tools_to_the_chart(stage: Stage, qtbot: QtBot) -> None:
    stage.panel.show_walk(walked({}), None)
    stage.settle()
    first = stage.button("Whole chart")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    passed: list[QWidget | None] = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    names = [one.accessibleName() for one in passed if one is not None]
    assert names == [
        "Outline",
        "Zoom out",
        "Zoom in",
        "Fit the whole chart",
        "Follow the current step",
        "Flowchart",
    ]


# Jobs


def test_the_window_is_never_held_by_a_layout(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a layout waits, the window goes on: here until a timer lets the layout go on."""
    go_on = threading.Event()
    threads: list[threading.Thread] = []

    def slow(measured: Measured, should_stop: Callable[[], bool]) -> Plan:
        threads.append(threading.current_thread())
        assert go_on.wait(20)
        return arrange(measured, should_stop)

    monkeypatch.setattr(chart_panel, "arrange", slow)
    stage.panel.show_walk(walked({}), None)
    assert stage.panel.view.chart is None
    QTimer.singleShot(30, go_on.set)
    qtbot.waitUntil(lambda: stage.panel.view.chart is not None)
    assert threads
    assert threads[0] is not threading.main_thread()


def test_a_layout_that_nobody_wants_any_more_is_stopped_and_not_shown(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()
    shown = QSignalSpy(stage.panel.view.plan_shown)

    def endless(_measured: Measured, should_stop: Callable[[], bool]) -> Plan:
        begun.set()
        while not should_stop():
            threading.Event().wait(0.002)
        stopped.set()
        raise LayoutStopped

    monkeypatch.setattr(chart_panel, "arrange", endless)
    stage.panel.show_walk(walked({}), None)
    qtbot.waitUntil(begun.is_set)
    monkeypatch.setattr(chart_panel, "arrange", arrange)
    stage.panel.show_walk(walked(FEDERAL), None)
    stage.settle()
    assert stopped.is_set()
    assert INSIDE in stage.nodes()
    assert shown.count() == 1


def test_the_same_walk_again_does_not_begin_the_layout_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Measured] = []

    def note(measured: Measured, should_stop: Callable[[], bool]) -> Plan:
        made.append(measured)
        return arrange(measured, should_stop)

    monkeypatch.setattr(chart_panel, "arrange", note)
    stage.panel.show_walk(walked({}), None)
    stage.panel.show_walk(walked({"employer": "state"}), None)
    stage.settle()
    assert len(made) == 1
    assert stage.state("q-date") is StepState.CURRENT


def test_a_panel_that_goes_away_during_a_layout_does_no_harm(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.panel.show_walk(walked({}), None)
    stage.panel.clear()
    stage.panel.close()
    stage.settle()
    assert not stage.jobs.busy
