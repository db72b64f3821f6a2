# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A view of a walk on the screen, and what a user does to it by mouse, wheel and keys."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.chart.trees import Answers, main_tree, walked
from wizard.chart.drawing import Drawing, draw_path, draw_tree
from wizard.chart.measuring import plan
from wizard.chart.painter import ChartPainter
from wizard.chart.reading import NodeReader
from wizard.chart.step_states import states_of
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
