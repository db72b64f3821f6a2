# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ring shows where the keyboard is, and only then."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tests.ui.widgets.conftest import Stand
from tests.ui.widgets.pictures import colours, picture
from wizard.chart.tokens import DARK, LIGHT
from wizard.ui.theme import Appearance, Scheme
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.focus_ring import FocusRing, set_ring
from wizard.ui.widgets.tab_row import TabRow
from wizard.ui.widgets.text_field import TextField

LEFT = Qt.MouseButton.LeftButton


def around(widget: QWidget, out: int) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()).adjusted(-out, -out, out, out)


def test_tab_shows_it_and_the_mouse_hides_it(stand: Stand) -> None:
    one, other = Button("One"), Button("Other")
    window = stand(one, other)
    ring = FocusRing(window)
    seen = [ring.target]
    QTest.mouseClick(one, LEFT)
    seen.append(ring.target)
    QTest.keyClick(one, Qt.Key.Key_Tab)
    seen.append(ring.target)
    QTest.mouseClick(one, LEFT)
    seen.append(ring.target)
    assert seen == [one, None, other, None]


def test_it_shows_as_soon_as_a_key_is_used(stand: Stand) -> None:
    one, other = ChoiceButton("1", "One"), ChoiceButton("2", "Other")
    ring = FocusRing(stand(one, other))
    QTest.mouseClick(one, LEFT)
    QTest.keyClick(one, Qt.Key.Key_Shift)
    assert ring.target is None
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert ring.target is other


def test_a_page_that_moves_the_focus_after_a_key_shows_it(stand: Stand) -> None:
    following, choice = Button("Next"), ChoiceButton("1", "First of the next question")
    ring = FocusRing(stand(choice, following))
    following.clicked.connect(lambda: choice.setFocus(Qt.FocusReason.OtherFocusReason))
    QTest.mouseClick(following, LEFT)
    assert QApplication.focusWidget() is choice
    assert ring.target is None
    following.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(following, Qt.Key.Key_Space)
    assert ring.target is choice


def test_a_field_always_has_it(stand: Stand) -> None:
    button, field = Button("Button"), TextField()
    ring = FocusRing(stand(button, field))
    QTest.mouseClick(field, LEFT)
    assert ring.target is field
    QTest.mouseClick(button, LEFT)
    assert ring.target is None


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_lies_two_pixels_outside_and_is_three_wide(stand: Stand, look: Appearance, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    tokens = look.theme.tokens
    button = Button("Next", "primary")
    window = stand(Button("Back"), button)
    FocusRing(window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    image = picture(window)
    middle, left = around(button, 0).center().y(), around(button, 0).left()
    across = [image.pixelColor(x, middle).name().upper() for x in range(left - 6, left + 1)]
    assert across == [tokens.paper, tokens.focus, tokens.focus, tokens.focus, tokens.paper, tokens.paper, tokens.accent]


def test_it_follows_a_resize_and_the_text_size(stand: Stand, look: Appearance) -> None:
    choice = ChoiceButton("1", "One")
    window = stand(Button("Above"), choice)
    ring = FocusRing(window)
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    window.resize(800, 400)
    QApplication.processEvents()
    assert ring.geometry() == around(choice, 5)
    before = ring.height()
    look.set_text_size(200)
    QApplication.processEvents()
    assert ring.geometry() == around(choice, 5)
    assert ring.height() > before


def test_it_scrolls_along_and_is_cut_at_the_edge_of_the_scroll_area(stand: Stand) -> None:
    area = QScrollArea()
    content = QWidget()
    column = QVBoxLayout(content)
    choices = [ChoiceButton(str(at), f"Choice {at}") for at in range(12)]
    for choice in choices:
        column.addWidget(choice)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFixedHeight(200)
    window = stand(area)
    ring = FocusRing(window)
    choices[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.geometry() == around(choices[0], 5)
    area.verticalScrollBar().setValue(8)
    assert ring.geometry().bottom() == around(choices[0], 5).bottom()
    area.verticalScrollBar().setValue(40)
    view = area.viewport()
    seen = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
    assert ring.geometry() == around(choices[0], 5).intersected(seen)
    assert ring.geometry().height() < choices[0].height()
    area.verticalScrollBar().setValue(300)
    assert ring.target is None
    area.verticalScrollBar().setValue(0)
    assert ring.target is choices[0]


def test_it_goes_with_a_widget_that_is_hidden_or_deleted(stand: Stand) -> None:
    one, other, third = (Button(name) for name in ("One", "Other", "Third"))
    window = stand(one, other, third)
    ring = FocusRing(window)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    one.hide()
    assert ring.target is not one
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is other
    other.deleteLater()
    QApplication.sendPostedEvents(other, 52)  # QEvent::DeferredDelete
    QApplication.processEvents()
    third.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is third


def test_it_lets_the_mouse_through(stand: Stand, look: Appearance) -> None:
    button = QPushButton("Plain")
    window = stand(button)
    ring = FocusRing(window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert window.childAt(around(button, 0).center()) is button
    assert LIGHT.focus in colours(window)
    look.set_scheme(Scheme.DARK)
    assert DARK.focus in colours(window)


def test_a_row_has_it_inside_and_a_tab_row_around_the_tab(stand: Stand) -> None:
    row, tabs, chart = Button("Row"), TabRow(), Button("Chart")
    for name in ("Question", "Chart"):
        tabs.addTab(name)
    set_ring(row, inside=True)
    set_ring(chart, hidden=True)
    window = stand(row, tabs, chart)
    ring = FocusRing(window)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.geometry() == around(row, 0)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    corner = tabs.mapTo(window, QPoint(0, 0))
    assert ring.geometry() == tabs.tabRect(0).translated(corner)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert ring.geometry() == tabs.tabRect(1).translated(corner)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is None


def test_each_window_has_its_own(stand: Stand) -> None:
    one, other = Button("One"), Button("Other")
    first = FocusRing(stand(one))
    second = FocusRing(stand(other))
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert (first.target, second.target) == (None, other)
