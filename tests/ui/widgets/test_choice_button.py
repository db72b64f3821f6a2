# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice can be made by mouse and keys, says what it is, and is never cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stand, point_at, point_away
from tests.ui.widgets.pictures import colour_at, colours
from wizard.chart.tokens import DARK, LIGHT
from wizard.ui.theme import Appearance, Scheme, current
from wizard.ui.widgets.choice_button import ChoiceButton

LEFT = Qt.MouseButton.LeftButton
LONG = "Yes, and the agency has said no in writing, or six months have passed since it received the claim"
HINT = "We will ask for the date on the letter, and for the day on which somebody in the agency had the form in hand"


def three(*, any_of: bool = False) -> list[ChoiceButton]:
    return [
        ChoiceButton("1", "Yes, it is still going on", "The person faces it now", any_of=any_of),
        ChoiceButton("2", "It has stopped", any_of=any_of),
        ChoiceButton("0", "Not sure yet", "Stays on the list of open facts", any_of=any_of, unsure=True),
    ]


def chosen(choices: list[ChoiceButton]) -> list[str]:
    return [choice.key for choice in choices if choice.isChecked()]


def test_a_click_chooses_one_and_lets_the_other_go(stand: Stand, qtbot: QtBot) -> None:
    choices = three()
    stand(*choices)
    for choice in choices:
        with qtbot.waitSignal(choice.clicked):
            QTest.mouseClick(choice, LEFT)
        assert chosen(choices) == [choice.key]
    with qtbot.waitSignal(choices[2].clicked):
        QTest.mouseClick(choices[2], LEFT)
    assert chosen(choices) == ["0"]


def test_any_of_may_have_several(stand: Stand) -> None:
    choices = three(any_of=True)
    stand(*choices)
    QTest.mouseClick(choices[0], LEFT)
    QTest.mouseClick(choices[1], LEFT)
    assert chosen(choices) == ["1", "2"]
    QTest.mouseClick(choices[0], LEFT)
    assert chosen(choices) == ["2"]


@pytest.mark.parametrize("any_of", [False, True])
def test_arrows_move_without_choosing_and_space_chooses(stand: Stand, any_of: bool) -> None:
    choices = three(any_of=any_of)
    stand(*choices)
    choices[0].setFocus()
    at = 0
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(choices[at], key)
        assert QApplication.focusWidget() is choices[place]
        at = place
        assert chosen(choices) == []
    QTest.keyClick(choices[1], Qt.Key.Key_Space)
    assert chosen(choices) == ["2"]
    QTest.keyClick(choices[1], Qt.Key.Key_Up)
    assert chosen(choices) == ["2"]


def test_arrows_pass_over_what_is_hidden(stand: Stand) -> None:
    choices = three()
    stand(*choices)
    choices[1].hide()
    choices[0].setFocus()
    QTest.keyClick(choices[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is choices[2]


def test_an_answer_can_be_shown_and_taken_away_without_a_click(stand: Stand, qtbot: QtBot) -> None:
    choices = three()
    stand(*choices)
    with qtbot.assertNotEmitted(choices[0].clicked):
        choices[0].set_chosen(chosen=True)
        assert chosen(choices) == ["1"]
        choices[1].set_chosen(chosen=True)
        assert chosen(choices) == ["2"]
        choices[1].set_chosen(chosen=False)
        assert chosen(choices) == []


@pytest.mark.parametrize(("any_of", "role"), [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)])
def test_a_screen_reader_hears_key_label_hint_and_state(stand: Stand, any_of: bool, role: QAccessible.Role) -> None:
    choice = three(any_of=any_of)[0]
    stand(choice)
    heard = QAccessible.queryAccessibleInterface(choice)
    assert heard.role() == role
    assert heard.text(QAccessible.Text.Name) == "1. Yes, it is still going on"
    assert heard.text(QAccessible.Text.Description) == "The person faces it now"
    assert not heard.state().checked
    QTest.mouseClick(choice, LEFT)
    assert heard.state().checked


def test_each_state_looks_as_designed(stand: Stand) -> None:
    choice = three()[1]
    stand(choice)
    middle = choice.height() / 2
    assert colour_at(choice, 0, middle) == LIGHT.control
    point_at(choice)
    assert colour_at(choice, 0, middle) == LIGHT.accent
    assert colour_at(choice, 1, middle) == LIGHT.accent
    assert colour_at(choice, 6, middle) == LIGHT.surface
    QTest.mousePress(choice, LEFT)
    assert colour_at(choice, 1, middle) == LIGHT.accent_press
    assert colour_at(choice, 6, middle) == LIGHT.accent_soft
    QTest.mouseRelease(choice, LEFT)
    point_away(choice)
    assert colour_at(choice, 1, middle) == LIGHT.accent
    assert colour_at(choice, 6, middle) == LIGHT.accent_soft
    assert colours(choice)[LIGHT.accent] > 900  # the cap is filled, and there are a tick and a word


def test_not_sure_yet_is_dashed_until_it_is_chosen(stand: Stand) -> None:
    unsure = three()[2]
    stand(unsure)
    edge = {colour_at(unsure, x, 0) for x in range(20, 60)}
    assert LIGHT.control in edge
    assert len(edge) > 1
    QTest.mouseClick(unsure, LEFT)
    assert {colour_at(unsure, x, 0) for x in range(20, 60)} == {LIGHT.accent}


def test_the_look_is_taken_over_at_once(stand: Stand, look: Appearance) -> None:
    choice = three()[0]
    stand(choice)
    before = choice.height()
    look.set_scheme(Scheme.DARK)
    assert colours(choice)[DARK.surface] > 1000
    assert LIGHT.surface not in colours(choice)
    look.set_text_size(200)
    QApplication.processEvents()
    assert choice.height() == pytest.approx(2 * before, abs=6)


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("width", [330, 634, 900])
def test_nothing_is_cut_off_and_nothing_moves_when_it_is_chosen(
    stand: Stand, look: Appearance, percent: int, width: int
) -> None:
    look.set_text_size(percent)
    choices = [
        ChoiceButton("1", LONG, HINT),
        ChoiceButton("2", LONG),
        ChoiceButton("3", "Unconstitutionalconditionsofconfinementandtransportation"),
        ChoiceButton("0", "Not sure yet", "Stays on the list of open facts", unsure=True),
    ]
    stand(*choices, width=width)
    for choice in choices:
        rest = choice.geometry()
        shown = text_pixels(choice)
        choice.resize(choice.width(), choice.height() + 300)
        assert text_pixels(choice) == shown  # more room shows no more text
        choice.setGeometry(rest)
        QTest.mouseClick(choice, LEFT)
        QApplication.processEvents()
        assert choice.geometry() == rest


def text_pixels(choice: ChoiceButton) -> int:
    """How much text there is, by the two colours that only text has."""
    counted = colours(choice)
    return counted[current().tokens.ink] + counted[current().tokens.ink2]


@pytest.mark.parametrize("percent", [100, 200])
def test_targets_are_large(stand: Stand, look: Appearance, percent: int) -> None:
    look.set_text_size(percent)
    choices = three()
    stand(*choices, width=1200)
    scale = percent / 100
    assert choices[0].height() >= 52 * scale
    assert choices[1].height() >= 44 * scale
    assert choices[2].height() >= 44 * scale


def test_the_word_chosen_stands_beside_the_tick_where_there_is_room(stand: Stand) -> None:
    wide, narrow = ChoiceButton("1", "Yes"), ChoiceButton("1", "Yes")
    stand(wide, width=600)
    stand(narrow, width=300)
    for choice in (wide, narrow):
        choice.set_chosen(chosen=True)
    assert wide._arrangement(wide.width()).word
    assert not narrow._arrangement(narrow.width()).word
