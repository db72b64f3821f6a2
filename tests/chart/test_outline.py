# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline says what the chart shows, and does by keys what the chart does."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from wizard.chart.drawing import Drawing, draw_path, draw_tree
from wizard.chart.outline import KEY_ROLE, OutlineView
from wizard.chart.reading import NodeReader
from wizard.chart.step_states import states_of

Key = Qt.Key
FOLDED = frozenset(["s-inner"])


def show(view: OutlineView, given: Answers, drawing: Drawing) -> None:
    made = walked(given)
    view.set_reader(NodeReader(main_tree(), made, "en"))
    view.show_drawing(drawing, states_of(drawing, made))


@pytest.fixture
def outline(qtbot: QtBot) -> OutlineView:
    view = OutlineView()
    qtbot.addWidget(view)
    view.resize(400, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    return view


def model_of(view: OutlineView) -> QAbstractItemModel:
    return view.model()


def rows(view: OutlineView, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = model_of(view)
    return [model.data(model.index(row, 0), role) for row in range(model.rowCount())]


def said(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


@pytest.mark.parametrize("given_answers", [{}, FEDERAL, NOT_SURE, IN_THE_SUBTREE, TO_THE_END])
@pytest.mark.parametrize("folded", [frozenset[str](), FOLDED])
def test_the_outline_has_the_nodes_of_the_chart_and_their_states(
    outline: OutlineView, given_answers: Answers, folded: frozenset[str]
) -> None:
    drawing, made = draw_tree(main_tree(), "en", folded), walked(given_answers)
    show(outline, given_answers, drawing)
    reader = NodeReader(main_tree(), made, "en")
    states = states_of(drawing, made)
    assert rows(outline) == [reader.line(drawing, states, at) for at in range(len(drawing.nodes))]
    assert rows(outline, Qt.ItemDataRole.AccessibleTextRole) == rows(outline)
    assert rows(outline, KEY_ROLE) == [node.key for node in drawing.nodes]


def test_it_begins_at_the_current_step_and_follows_it(outline: OutlineView) -> None:
    drawing = draw_tree(main_tree(), "en")
    show(outline, FEDERAL, drawing)
    assert outline.currentIndex().data(KEY_ROLE) == "s-inner/i-arrest"
    show(outline, IN_THE_SUBTREE, drawing)
    assert outline.currentIndex().data(KEY_ROLE) == "q-date"


def test_the_line_that_is_read_stays_while_the_walk_stands_still(outline: OutlineView) -> None:
    show(outline, IN_THE_SUBTREE, draw_tree(main_tree(), "en"))
    outline.go_to_node("s-inner/i-found")
    show(outline, IN_THE_SUBTREE, draw_tree(main_tree(), "es"))
    assert outline.currentIndex().data(KEY_ROLE) == "s-inner/i-found"
    show(outline, IN_THE_SUBTREE, draw_tree(main_tree(), "en", FOLDED))
    assert outline.currentIndex().data(KEY_ROLE) == "s-inner"


def test_enter_returns_unfolds_or_reads_and_space_reads(outline: OutlineView) -> None:
    show(outline, FEDERAL | {"arrest": "no"}, draw_tree(main_tree(), "en", FOLDED))
    signals = (outline.go_to_requested, outline.fold_requested, outline.read_requested)
    spies = [QSignalSpy(signal) for signal in signals]
    for key in ("q-employer", "s-inner", "f-1983"):
        outline.go_to_node(key)
        QTest.keyClick(outline, Key.Key_Return)
        QTest.keyClick(outline, Key.Key_Space)
    assert [said(spy) for spy in spies] == [["q-employer"], ["s-inner"], ["q-employer", "s-inner", "f-1983", "f-1983"]]


def test_arrow_keys_home_and_end_move_along_the_lines(outline: OutlineView) -> None:
    drawing = draw_path(walked(IN_THE_SUBTREE), "en")
    show(outline, IN_THE_SUBTREE, drawing)
    QTest.keyClick(outline, Key.Key_Up)
    assert outline.currentIndex().data(KEY_ROLE) == "s-inner/i-found"
    QTest.keyClick(outline, Key.Key_Home)
    assert outline.currentIndex().data(KEY_ROLE) == "q-employer"
    QTest.keyClick(outline, Key.Key_End)
    assert outline.currentIndex().data(KEY_ROLE) == "q-date"


def test_a_line_has_a_tooltip(outline: OutlineView) -> None:
    show(outline, TO_THE_END, draw_tree(main_tree(), "en"))
    outline.go_to_node("q-employer")
    assert "Who employed the officer?" in str(outline.currentIndex().data(Qt.ItemDataRole.ToolTipRole))


def test_a_cleared_outline_is_empty(outline: OutlineView) -> None:
    show(outline, TO_THE_END, draw_tree(main_tree(), "en"))
    outline.clear()
    assert rows(outline) == []
    read = QSignalSpy(outline.read_requested)
    QTest.keyClick(outline, Key.Key_Space)
    assert said(read) == []


def test_the_model_keeps_to_the_rules_of_qt(outline: OutlineView) -> None:
    tester = QAbstractItemModelTester(model_of(outline), QAbstractItemModelTester.FailureReportingMode.Fatal)
    drawing = draw_tree(main_tree(), "en")
    show(outline, {}, drawing)
    show(outline, FEDERAL, drawing)
    show(outline, FEDERAL, draw_tree(main_tree(), "en", FOLDED))
    outline.clear()
    assert tester.model() is model_of(outline)
