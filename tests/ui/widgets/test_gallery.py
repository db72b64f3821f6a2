# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All shared widgets together: nothing is cut off at any text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import gallery, place
from wizard.ui.theme import Appearance, Scheme
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.chip import Chip
from wizard.ui.widgets.elided_label import ElidedLabel
from wizard.ui.widgets.key_cap import KeyCap
from wizard.ui.widgets.label import LeadLabel
from wizard.ui.widgets.status_badge import StatusBadge


@pytest.mark.parametrize(("percent", "columns", "width"), [(100, 3, 1366), (150, 2, 1500), (200, 2, 1800)])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_no_text_of_the_gallery_is_cut_off(
    qtbot: QtBot, look: Appearance, percent: int, columns: int, width: int, scheme: Scheme
) -> None:
    look.set_text_size(percent)
    look.set_scheme(scheme)
    window, _ = gallery(columns)
    qtbot.addWidget(window)
    layout = window.layout()
    assert layout is not None
    window.resize(width, place(layout, width))
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    assert window.width() == width
    for label in window.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel | LeadLabel | KeyCap | Chip | StatusBadge):
            assert room_for(label, label.text()), label.text()
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget
        if isinstance(widget, Button | Chip | StatusBadge) and widget.isVisible():
            assert widget.width() >= widget.sizeHint().width(), widget.text()


def room_for(label: QLabel, text: str) -> bool:
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    needed = label.fontMetrics().boundingRect(0, 0, label.width(), 10_000, int(flags), text)
    return needed.width() <= label.width() and needed.height() <= label.height()
