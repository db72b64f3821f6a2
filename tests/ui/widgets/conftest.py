# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the shared widgets get: the look, put back afterwards, and a window to stand in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.ui.theme import Appearance, Scheme, appearance

Stand = Callable[..., QWidget]
"""`stand(one, other, width=600)` shows widgets below each other in an active window and returns the window."""


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Appearance]:
    assert isinstance(qapp, QApplication)
    made = appearance()
    yield made
    made.set_scheme(Scheme.SYSTEM)
    made.set_text_size(100)
    made.set_no_motion(off=False)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    windows = []

    def standing(*widgets: QWidget, width: int = 600, height: int = 0) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(12, 12, 12, 12)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, height or max(column.heightForWidth(width), column.totalMinimumSize().height()))
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield standing
    windows.clear()


def point_at(widget: QWidget) -> None:
    """Bring the pointer over a widget, as its window would tell it."""
    middle = QPointF(widget.rect().center())
    glob = QPointF(widget.mapToGlobal(widget.rect().center()))
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, glob))


def point_away(widget: QWidget) -> None:
    """Take the pointer away again."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
