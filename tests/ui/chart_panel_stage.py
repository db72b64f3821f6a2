# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart panel on the screen with the jobs that it uses."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from wizard.chart.step_states import StepState
from wizard.ui.jobs import Jobs
from wizard.ui.walk.chart_panel import ChartPanel

SUBTREE = "s-inner"
INSIDE = "s-inner/i-arrest"


class Stage:
    """A panel on the screen with the jobs that it uses."""

    def __init__(self, qtbot: QtBot) -> None:
        self.jobs = Jobs()
        self.panel = ChartPanel(self.jobs)
        qtbot.addWidget(self.panel)
        self.panel.resize(520, 560)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()

    def settle(self) -> None:
        """Wait until what was asked for is shown."""
        self.jobs.finish()
        QApplication.processEvents()

    def nodes(self) -> list[str]:
        """The nodes shown, from the outline, which has to have the same as the chart."""
        assert self.panel.view.chart is not None
        drawn = [node.key for node in self.panel.view.chart.plan.drawing.nodes]
        model = self.panel.outline.model()
        assert model.rowCount() == len(drawn)
        return drawn

    def state(self, key: str) -> StepState:
        chart = self.panel.view.chart
        assert chart is not None
        return chart.states.nodes[chart.plan.drawing.index[key]]

    def arrow(self, source: str, name: str) -> StepState:
        chart = self.panel.view.chart
        assert chart is not None
        found = [at for at, one in enumerate(chart.plan.drawing.arrows) if (source, name) in one.ways]
        return chart.states.arrows[found[0]]

    def button(self, words: str) -> QPushButton:
        """The button with these words or this name."""
        found = [one for one in self.panel.findChildren(QPushButton) if words in (one.text(), one.accessibleName())]
        assert len(found) == 1
        return found[0]

    def press(self, words: str) -> None:
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def click_node(self, key: str) -> None:
        view = self.panel.view
        assert view.chart is not None
        middle = view.chart.rects[view.chart.plan.drawing.index[key]].center()
        view.centerOn(middle)
        at = view.mapFromScene(middle)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def says(self, words: str) -> bool:
        return any(words == label.text() for label in self.panel.findChildren(QLabel))


def said(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]
