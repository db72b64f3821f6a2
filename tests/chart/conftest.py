# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flag that keeps today's pictures as the right ones, and a view on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.chart.shown_view import Shown, show
from tests.chart.trees import Answers
from wizard.chart.view import ChartView

REWRITE = "--rewrite-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag; it works where this folder is named: `pytest tests/chart -k golden --rewrite-golden`."""
    parser.addoption(REWRITE, action="store_true", help="keep the pictures that are drawn now as the right ones")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether today's pictures are kept."""
    return bool(request.config.getoption(REWRITE, default=False))


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
