# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a screen reader meets it, asked in-process."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, TO_THE_END, Answers, main_tree, walked
from wizard.chart.accessible import install_chart_accessibility
from wizard.chart.drawing import draw_tree
from wizard.chart.measuring import plan
from wizard.chart.reading import NodeReader
from wizard.chart.step_states import states_of
from wizard.chart.tokens import LIGHT
from wizard.chart.view import ChartView

FOLDED = frozenset(["s-inner"])


@pytest.fixture(scope="module", autouse=True)
def _readers(qapp: QApplication) -> Iterator[None]:
    """Qt believes that a screen reader listens."""
    assert qapp is not None
    install_chart_accessibility()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def show(view: ChartView, given: Answers, folded: frozenset[str] = frozenset()) -> None:
    made = walked(given)
    drawing = draw_tree(main_tree(), "en", folded)
    view.set_reader(NodeReader(main_tree(), made, "en"))
    view.show_plan(plan(drawing), states_of(drawing, made), LIGHT)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(480, 400)
    made.set_milliseconds(0)
    show(made, IN_THE_SUBTREE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def interface(view: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def names(view: ChartView) -> list[str]:
    chart = interface(view)
    return [chart.child(at).text(QAccessible.Text.Name) for at in range(chart.childCount())]


def node(view: ChartView, key: str) -> QAccessibleInterface:
    assert view.chart is not None
    return interface(view).child(view.chart.plan.drawing.index[key])


def test_the_chart_is_a_list_with_a_name(view: ChartView) -> None:
    assert interface(view).role() == QAccessible.Role.List
    assert interface(view).text(QAccessible.Text.Name) == "Flowchart"


def test_every_node_is_an_item_that_says_what_it_is(view: ChartView) -> None:
    made, drawing = walked(IN_THE_SUBTREE), draw_tree(main_tree(), "en")
    reader = NodeReader(main_tree(), made, "en")
    states = states_of(drawing, made)
    assert names(view) == [reader.line(drawing, states, at) for at in range(len(drawing.nodes))]
    chart = interface(view)
    for at in range(chart.childCount()):
        child = chart.child(at)
        assert child.role() == QAccessible.Role.ListItem
        assert child.isValid()
        assert chart.indexOfChild(child) == at
        assert child.childCount() == 0
        assert child.parent() is chart


def test_the_current_node_is_the_selected_one(view: ChartView) -> None:
    chart = interface(view)
    selected = [at for at in range(chart.childCount()) if chart.child(at).state().selected]
    assert selected == [draw_tree(main_tree(), "en").index["q-date"]]
    assert all(chart.child(at).state().selectable for at in range(chart.childCount()))


def test_the_node_of_the_keyboard_has_the_focus(view: ChartView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert node(view, "q-date").state().focused
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert not node(view, "q-date").state().focused
    assert node(view, "s-inner/i-end").state().focused
    focused = interface(view).focusChild()
    assert focused is not None
    assert focused.text(QAccessible.Text.Name).startswith("Back, end, taken")


def test_moving_the_keyboard_tells_the_screen_reader(
    view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QAccessible.Event, str]] = []

    def note(event: object) -> None:
        kind, about = event.type(), event.accessibleInterface()  # type: ignore[attr-defined]
        told.append((kind, about.text(QAccessible.Text.Name)))

    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    monkeypatch.setattr("wizard.chart.accessible.QAccessible.updateAccessibility", note)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert [kind for kind, _ in told] == [QAccessible.Event.Focus]
    assert told[0][1].startswith("Back, end, taken")


def test_a_node_lies_where_it_is_seen(view: ChartView) -> None:
    assert view.chart is not None
    for key in ("q-date", "s-inner/i-found"):
        found = node(view, key).rect()
        at = view.chart.rects[view.chart.plan.drawing.index[key]].center()
        assert found.contains(view.viewport().mapToGlobal(view.mapFromScene(at)))
        middle = found.center()
        under = interface(view).childAt(middle.x(), middle.y())
        assert under is not None
        assert under.text(QAccessible.Text.Name) == node(view, key).text(QAccessible.Text.Name)
    bare = next(x for x in range(480) if view._number_at(QPointF(x, 2)) is None)
    outside = view.viewport().mapToGlobal(QPoint(bare, 2))
    assert interface(view).childAt(outside.x(), outside.y()) is None


def test_another_walk_changes_what_is_said(view: ChartView) -> None:
    drawing = draw_tree(main_tree(), "en")
    made = walked(TO_THE_END)
    view.set_reader(NodeReader(main_tree(), made, "en"))
    view.set_states(states_of(drawing, made))
    assert node(view, "e-done").text(QAccessible.Text.Name) == "Done, end, you are here"


def test_nodes_of_an_earlier_chart_are_gone(view: ChartView) -> None:
    count = interface(view).childCount()
    interface(view).child(count - 1)
    show(view, FEDERAL, FOLDED)
    assert interface(view).childCount() == count - 3
    assert [name.split(",")[0] for name in names(view)][:2] == ["Officer’s employer", "Arrests"]


def test_a_node_that_is_no_more_says_nothing(view: ChartView) -> None:
    last = interface(view).child(interface(view).childCount() - 1)
    assert view.chart is not None
    view._item = None
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.rect().isNull()
    assert not last.state().selected


def test_an_empty_view_has_no_nodes(view: ChartView) -> None:
    view.clear()
    assert interface(view).childCount() == 0
    assert interface(view).focusChild() is None


def test_views_come_and_go_while_they_are_read() -> None:
    for round_number in range(60):
        view = ChartView()
        view.resize(300, 300)
        show(view, (FEDERAL, TO_THE_END)[round_number % 2], (FOLDED, frozenset[str]())[round_number % 3 % 2])
        view.show()
        read = names(view)
        assert read[0].startswith("Officer’s employer")
        if round_number % 2:
            show(view, {})
            assert names(view)[0].endswith("leads to 3 steps")
        view.close()
        view.deleteLater()
        del view
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if round_number % 10 == 0:
            gc.collect()


def test_other_widgets_keep_their_own_interfaces(qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    assert interface(plain).role() == QAccessible.Role.Client
