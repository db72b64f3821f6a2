# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the program: room, keys and menus, faults, pages."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.ui.driver import Driver, Key
from wizard.ui.dialogs import KeysDialog
from wizard.ui.theme import appearance
from wizard.ui.widgets.button import Button, IconButton
from wizard.ui.widgets.chip import ChipButton

CONTROL = Qt.KeyboardModifier.ControlModifier


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def press_in_dialog(words: str) -> None:
    """Press a button of the dialog that opens next."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, press)
            return
        button = next(one for one in dialog.findChildren(Button) if one.text() == words)
        button.click()

    QTimer.singleShot(0, press)


def go_home(driver: Driver) -> None:
    """Click the house in the header."""
    driver.click(driver.find(IconButton, lambda one: one.accessibleName() == "Home"))
    assert driver.program is not None
    driver.qtbot.waitUntil(driver.program.home.isVisible)


def banner_words(driver: Driver) -> str:
    banner = driver.page.column.banner("save")
    return "" if banner is None else banner.accessibleName()


# The room that there is


def test_at_1366_all_three_columns_are_there(driver: Driver) -> None:
    driver.start_case()
    page = driver.page
    assert page.mode == "three"
    assert page.trail.width() == 251
    assert page.column.width() == 634
    assert page.chart.isVisible()
    assert page.board.isVisible()


def test_at_125_percent_trail_and_chart_share_a_panel(driver: Driver) -> None:
    driver.start_case()
    appearance().set_text_size(125)
    page = driver.page
    assert page.mode == "two"
    assert page.chart.isVisible()
    assert not page.trail.isVisible()
    driver.press(Key.Key_3, modifier=CONTROL)
    assert page.trail.isVisible()
    assert page.trail.list.hasFocus()
    assert not page.chart.isVisible()


def test_at_200_percent_one_region_shows_at_a_time(driver: Driver) -> None:
    driver.start_case()
    appearance().set_text_size(200)
    page = driver.page
    assert page.mode == "tabs"
    for number, shown in enumerate((page.column, page.chart, page.trail)):
        driver.click(page.tabs, page.tabs.tabRect(number).center())
        visible = [one for one in (page.column, page.chart, page.trail) if one.isVisible()]
        assert visible == [shown]
    driver.click(page.tabs, page.tabs.tabRect(3).center())
    assert page.all_claims.isVisible()
    assert driver.says("No deadlines yet")
    driver.press(Key.Key_1, modifier=CONTROL)
    driver.choose("A federal agency")
    assert driver.question == "When did it happen?"


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_in_the_smallest_window_nothing_is_cut_off_sideways(driver: Driver, percent: int) -> None:
    driver.start_case()
    appearance().set_text_size(percent)
    driver.window.resize(driver.window.minimumSize())
    driver.qtbot.wait(20)
    assert (driver.window.width(), driver.window.height()) == (800, 560)
    footer = driver.page.column.footer
    assert footer.next.geometry().right() <= footer.width()
    card = driver.page.column.card
    assert card.width() <= driver.page.column.width()
    for label in card.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.mapTo(card, label.rect().topRight()).x() <= card.width()


def test_the_choice_that_the_keyboard_comes_to_is_scrolled_into_view(driver: Driver) -> None:
    appearance().set_text_size(200)
    driver.start_case()
    driver.window.resize(driver.window.minimumSize())
    area = driver.page.column.card.parentWidget()
    assert area is not None
    for words in ("A state or local agency", "A private company", "Not sure yet"):
        driver.press(Key.Key_Down)
        choice = driver.choice(words)
        assert choice.hasFocus()
        assert area.rect().contains(choice.mapTo(area, choice.rect().center()))


def test_the_header_drops_the_law_check_first_then_the_version(driver: Driver) -> None:
    driver.start_case()
    header = driver.program.window.header if driver.program else None
    assert header is not None

    def says() -> str:
        return " ".join(label.text() for label in header.findChildren(QLabel) if label.isVisible())

    assert "version 1.0" in says()
    assert "Law checked" in says()
    seen = []
    for width in range(1366, 940, -10):
        driver.window.resize(width, 700)
        seen.append(("Law checked" in says(), "version" in says(), "Saved" in says()))
    assert sorted(seen, reverse=True) == seen
    assert (False, True, True) in seen
    assert header.minimumSizeHint().width() <= 800


def test_the_chip_counts_deadlines_and_days(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    day = today() - dt.timedelta(days=365)
    driver.press(f"{day.month}/{day.day}/{day.year}")
    driver.next()
    chip = driver.find(ChipButton, lambda one: one.isVisible())
    assert chip.text().startswith("1 deadline, next in ")


def test_the_lines_not_reached_are_listed_on_demand(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.click(driver.page.board.more)
    assert driver.says("Section 1983, against state officers")
    assert not driver.page.column.isVisible()
    driver.click(driver.page.all_claims.close_button)
    assert driver.page.column.isVisible()
    assert driver.question == "When did it happen?"


# Keys and menus


def has_keyboard(region: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and region.isAncestorOf(focused)


def test_f6_walks_through_the_regions(driver: Driver) -> None:
    driver.start_case()
    page = driver.page
    driver.press(Key.Key_F6)
    assert has_keyboard(page.chart)
    driver.press(Key.Key_F6)
    assert page.board.hasFocus()
    driver.press(Key.Key_F6, Key.Key_F6)
    assert has_keyboard(page.trail)
    driver.press(Key.Key_F6)
    assert has_keyboard(page.column)


def test_f6_goes_to_the_recent_cases_on_home(driver: Driver) -> None:
    driver.start_case()
    go_home(driver)
    program = driver.program
    assert program is not None
    program.home.focus_first_card()
    driver.press(Key.Key_F6)
    assert program.home.recent.rows[0].hasFocus()
    driver.press(Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.window.windowTitle().startswith("Case ")


def test_every_menu_entry_that_can_be_chosen_does_something(driver: Driver) -> None:
    driver.start_case()
    program = driver.program
    assert program is not None
    idle = []
    for menu in program.window.findChildren(QMenu):
        for action in menu.actions():
            if not action.isSeparator() and action.menu() is None and not action.isCheckable():
                receivers = action.receivers("2triggered(bool)")
                idle += [] if receivers else [action.text()]
    assert idle == []


def test_text_size_and_colours_are_remembered(driver: Driver) -> None:
    driver.press(Key.Key_Plus, modifier=CONTROL)
    assert appearance().text_size == 112
    program = driver.program
    assert program is not None
    dark = next(
        action for menu in program.window.findChildren(QMenu) for action in menu.actions() if action.text() == "&Dark"
    )
    dark.trigger()
    driver.end()
    driver.start()
    assert appearance().text_size == 112
    assert appearance().theme.tokens.dark


def test_f1_shows_the_keys_of_the_page(driver: Driver) -> None:
    driver.start_case()
    said: list[str] = []

    def note() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, KeysDialog):
            said.extend(label.text() for label in dialog.findChildren(QLabel))
            dialog.accept()
        else:
            QTimer.singleShot(20, note)

    QTimer.singleShot(0, note)
    driver.press(Key.Key_F1)
    assert "Copy the citations of this question" in said


# Faults


def test_a_fault_is_told_in_one_dialog_and_the_program_goes_on(driver: Driver) -> None:
    driver.start_case()
    program = driver.program
    assert program is not None
    press_in_dialog("Go on")
    program.say_fault("RuntimeError\n    wizard/ui/page.py:1 in fail")
    driver.choose("A federal agency")
    assert driver.question == "When did it happen?"


# Where cases stand


def standings(driver: Driver) -> list[str]:
    program = driver.program
    assert program is not None
    driver.qtbot.waitUntil(lambda: not program.jobs.busy)
    return [row.accessibleName().split(", ", 3)[-1] for row in program.home.recent.rows]


def test_home_says_where_each_case_stands(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A state or local agency")
    go_home(driver)
    assert standings(driver) == ["Question 2, 2 left"]
    driver.click(driver.program.home.recent.rows[0])  # type: ignore[union-attr]
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    driver.choose("Not sure yet")
    driver.choose("No, it is over")
    go_home(driver)
    assert standings(driver) == ["1 open fact"]
    driver.end()
    driver.start()
    assert standings(driver) == ["1 open fact"]


def test_home_says_how_near_the_next_deadline_is(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    day = today() - dt.timedelta(days=2 * 365)
    driver.press(f"{day.month}/{day.day}/{day.year}")
    driver.next()
    go_home(driver)
    assert standings(driver)[0].startswith("Question 3, 1 left, ")
    assert "deadline" in standings(driver)[0].casefold()


def test_a_page_that_was_not_shown_yet_has_the_text_size_that_was_chosen_before(driver: Driver) -> None:
    appearance().set_text_size(200)
    driver.start_case()
    heading = driver.find(QLabel, lambda one: one.text() == "Question 1")
    assert heading.font().pixelSize() == 30


# Reading


def test_a_tree_is_read_without_a_case(driver: Driver) -> None:
    program = driver.program
    assert program is not None
    driver.click(program.home.cards[0].read)
    driver.qtbot.waitUntil(lambda: program.window.page == "read" and not program.jobs.busy)
    page = program.read_page
    assert page is not None
    assert driver.says("Who employed the officer?")
    page.chart.outline.read_requested.emit("f-ftca")
    assert driver.says("The reason of f-ftca.")
    assert not driver.open_case.is_open
    driver.click(page.start)
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.question == "Who employed the officer?"


def test_the_summary_shows_what_the_case_comes_to_and_leads_back(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.choose("Not sure yet")
    driver.press(Key.Key_Return, modifier=CONTROL)
    program = driver.program
    assert program is not None
    assert program.window.page == "summary"
    driver.qtbot.waitUntil(lambda: driver.says("Bivens"))
    driver.end()
    driver.start()
    driver.qtbot.waitUntil(lambda: program_page(driver) == "summary")
    driver.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert program_page(driver) == "walk"
    assert driver.question.startswith("Is this still going on")


def program_page(driver: Driver) -> str:
    return driver.program.window.page if driver.program is not None else ""
