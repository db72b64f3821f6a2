# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons say what they do, work by mouse and key, and look as designed in every state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stand, point_at, point_away
from tests.ui.widgets.pictures import colour_at, colours
from wizard.chart.tokens import DARK, LIGHT
from wizard.ui.theme import Appearance, Scheme
from wizard.ui.widgets.button import Button, ButtonKind, IconButton
from wizard.ui.widgets.check_box import CheckBox
from wizard.ui.widgets.drop_down import DropDown
from wizard.ui.widgets.segments import Segments
from wizard.ui.widgets.tab_row import TabRow

LEFT = Qt.MouseButton.LeftButton
KINDS: tuple[ButtonKind, ...] = ("primary", "normal", "soft", "quiet", "link", "tool")


def role_and_name(widget: QPushButton) -> tuple[QAccessible.Role, str]:
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.role(), heard.text(QAccessible.Text.Name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_can_be_pressed_by_mouse_space_and_mnemonic(stand: Stand, qtbot: QtBot, kind: ButtonKind) -> None:
    button = Button("&Next", kind, "arrow-right", trailing=True)
    other = Button("&Back", kind)
    stand(other, button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, LEFT)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    other.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(other, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert role_and_name(button) == (QAccessible.Role.Button, "Next")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_primary_button_is_filled_in_each_state(stand: Stand, look: Appearance, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    tokens = look.theme.tokens
    button = Button("Next", "primary")
    stand(button)

    def fill() -> str:
        return colour_at(button, 8, button.height() / 2)

    assert fill() == tokens.accent
    point_at(button)
    assert fill() == tokens.accent_hover
    QTest.mousePress(button, LEFT)
    assert fill() == tokens.accent_press
    QTest.mouseRelease(button, LEFT)
    button.setEnabled(False)
    assert fill() == tokens.paper
    assert tokens.accent not in colours(button)


def test_an_edged_button_answers_to_the_pointer(stand: Stand) -> None:
    button = Button("Back")
    stand(button)
    middle = button.height() / 2
    assert colour_at(button, 0, middle) == LIGHT.control
    point_at(button)
    assert colour_at(button, 0, middle) == LIGHT.accent
    point_away(button)
    assert colour_at(button, 0, middle) == LIGHT.control


@pytest.mark.parametrize("contrast", [Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast])
def test_the_pointer_is_seen_over_a_button_without_an_edge(
    stand: Stand, look: Appearance, contrast: Qt.ContrastPreference
) -> None:
    zoom = IconButton("zoom-in", "Larger")
    stand(zoom)
    look._accessibility.contrastPreferenceChanged.emit(contrast)
    before = colours(zoom)
    point_at(zoom)
    assert colours(zoom) != before
    point_away(zoom)
    assert colours(zoom) == before
    look._accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)


def test_a_button_that_is_on_is_tinted(stand: Stand) -> None:
    follow = IconButton("locate-fixed", "Follow the path", "Ctrl Shift F")
    follow.setCheckable(True)
    stand(follow)
    assert LIGHT.accent_soft not in colours(follow)
    QTest.mouseClick(follow, LEFT)
    assert {LIGHT.accent_soft, LIGHT.accent} <= colours(follow).keys()


def test_a_button_without_a_word_has_a_name_and_a_tooltip_with_its_key(stand: Stand) -> None:
    zoom = IconButton("zoom-in", "Larger", "Ctrl +")
    stand(zoom)
    assert role_and_name(zoom) == (QAccessible.Role.Button, "Larger")
    assert zoom.toolTip() == "Larger (Ctrl +)"
    assert zoom.width() >= 24


@pytest.mark.parametrize("percent", [100, 112, 150, 200])
@pytest.mark.parametrize("kind", KINDS)
def test_the_word_fits_into_the_button(stand: Stand, look: Appearance, percent: int, kind: ButtonKind) -> None:
    look.set_text_size(percent)
    button = Button("Back to questions", kind, "arrow-left")
    stand(button, width=900)
    button.resize(button.sizeHint())
    word = button.fontMetrics().horizontalAdvance(button.text())
    icon = look.theme.px(18) + look.theme.px(8)
    assert word + icon <= button.width() - 2 * 8
    assert button.fontMetrics().height() <= button.height()
    assert button.height() >= 24


def test_segments_have_one_on_and_tell_what_the_user_chose(stand: Stand, qtbot: QtBot) -> None:
    segments = Segments(["Whole chart", "Path only"])
    stand(segments)
    whole, path = segments.findChildren(QPushButton)
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.mouseClick(path, LEFT)
    assert (told.args, segments.index) == ([1], 1)
    with qtbot.assertNotEmitted(segments.chosen):
        QTest.mouseClick(path, LEFT)
        segments.set_index(0)
    assert segments.index == 0
    whole.setFocus()
    QTest.keyClick(whole, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is path
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(path, Qt.Key.Key_Space)
    assert told.args == [1]
    assert role_and_name(path) == (QAccessible.Role.RadioButton, "Path only")


def test_a_check_box_can_be_ticked_on_its_text_and_wraps(stand: Stand, look: Appearance) -> None:
    look.set_text_size(200)
    box = CheckBox("Send it so that the agency has it by 12 Feb 2027, and keep proof of the day on which it arrived")
    stand(box, width=500)
    QTest.mouseClick(box, LEFT, pos=box.rect().bottomRight() - box.rect().center() / 8)
    assert box.isChecked()
    shown = colours(box)[LIGHT.ink]
    box.resize(box.width(), box.height() + 200)
    assert colours(box)[LIGHT.ink] == shown
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_tabs_change_by_mouse_and_arrow_and_do_not_move(stand: Stand, look: Appearance) -> None:
    tabs = TabRow()
    for name in ("Question", "Chart", "Trail"):
        tabs.addTab(name)
    stand(tabs)
    places = [tabs.tabRect(at) for at in range(3)]
    QTest.mouseClick(tabs, LEFT, pos=places[2].center())
    assert tabs.currentIndex() == 2
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.currentIndex() == 1
    assert [tabs.tabRect(at) for at in range(3)] == places
    assert colour_at(tabs, places[1].center().x(), places[1].bottom()) == LIGHT.accent
    look.set_scheme(Scheme.DARK)
    assert colour_at(tabs, places[1].center().x(), places[1].bottom()) == DARK.accent
    heard = QAccessible.queryAccessibleInterface(tabs).child(0)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "Question")


def test_a_drop_down_is_chosen_by_keys_and_shows_its_arrow(stand: Stand) -> None:
    states = DropDown()
    states.addItems(["California", "Illinois"])
    stand(states)
    states.setFocus()
    QTest.keyClick(states, Qt.Key.Key_Down)
    assert states.currentText() == "Illinois"
    assert LIGHT.ink2 in colours(states)
