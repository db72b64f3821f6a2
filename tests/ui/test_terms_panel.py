# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of the terms on a page: opened, read and closed by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import Driver, Key
from tests.ui.terms_stage import card, explained_collection, listed, panel, press_terms
from wizard.storage.collections import write_collection
from wizard.ui.theme import appearance
from wizard.ui.widgets.term_spots import TermSpots


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of collections that holds the one with a glossary."""
    folder = tmp_path_factory.mktemp("explained")
    write_collection(folder / "small", explained_collection())
    return folder


def terms_action(driver: Driver) -> QAction:
    program = driver.program
    assert program is not None
    return next(one for one in program.window.case_menu.actions() if one.shortcut().toString() == "Alt+G")


def test_alt_g_lists_the_terms_of_the_question_by_the_alphabet(driver: Driver) -> None:
    driver.start_case()
    press_terms(driver)
    assert listed(driver) == ["agency", "badge", "border-patrol", "employer", "officer", "vest"]
    assert driver.window.focusWidget() is panel(driver).view
    spoken = QAccessible.queryAccessibleInterface(panel(driver).view)
    assert spoken is not None
    rows = [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert rows[1] == "Badge: A plate with a number, <b>not</b> a name."


def test_the_list_is_in_the_desks_language_first_also_for_terms_of_the_client(driver: Driver) -> None:
    assert driver.program is not None
    driver.start_case()
    driver.program.speak_to_client("es")
    press_terms(driver)
    assert {mark.meanings[0].language for mark in panel(driver).marks} == {"English"}
    assert {mark.meanings[1].language for mark in panel(driver).marks} == {"Español"}


def test_arrows_go_from_term_to_term_and_each_is_picked_out_in_the_texts(driver: Driver) -> None:
    driver.start_case()
    before = card(driver).help.grab().toImage()
    press_terms(driver)
    assert card(driver).help.grab().toImage() == before
    driver.press(Key.Key_Down)
    assert panel(driver).view.currentIndex().data() == "Badge"
    assert card(driver).help.grab().toImage() != before
    driver.press(Key.Key_End)
    assert panel(driver).view.currentIndex().data() == "Vest"
    driver.press(Key.Key_Escape)
    assert card(driver).help.grab().toImage() == before


def test_escape_closes_the_list_with_the_keyboard_where_it_was_and_the_walk_goes_on(driver: Driver) -> None:
    driver.start_case()
    driver.press(Key.Key_Down)
    focused = driver.window.focusWidget()
    assert focused is driver.choice("A state or local agency")
    press_terms(driver)
    driver.press("2", Key.Key_Return)
    assert driver.question == "Who employed the officer?"
    assert driver.open_case.case.answers == {}
    driver.press(Key.Key_Escape)
    assert driver.window.focusWidget() is focused
    driver.press("2", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question == "When did it happen?")
    assert driver.on_disk()[0].values() == {"employer": "state"}


def test_the_key_the_button_and_a_click_elsewhere_close_the_list(driver: Driver) -> None:
    driver.start_case()
    focused = driver.window.focusWidget()
    for way in ("key", "button", "click elsewhere"):
        press_terms(driver)
        shown = panel(driver)
        if way == "key":
            press_terms(driver)
        else:
            driver.click(shown.close_button if way == "button" else card(driver).help, QPoint(2, 2))
        assert not shown.isVisible(), way
        assert driver.window.focusWidget() is not None
    driver.press("1")
    assert driver.choice("A federal agency").isChecked()
    assert focused is driver.choice("A federal agency")
    driver.wait_saved()


def test_the_list_closes_when_tab_leaves_it(driver: Driver) -> None:
    driver.start_case()
    press_terms(driver)
    shown = panel(driver)
    driver.press(Key.Key_Tab, Key.Key_Tab)
    assert not shown.isVisible()
    assert not shown.isAncestorOf(driver.window.focusWidget())


def test_a_page_without_terms_says_so(driver: Driver) -> None:
    driver.start_case()
    driver.page.column.card.why.fold.click()
    driver.choose("A federal agency")
    press_terms(driver)
    assert listed(driver) == []
    assert driver.says("No word on this page is explained in the glossary.")
    driver.press(Key.Key_Escape)
    driver.press("3/4/2024")
    assert driver.question == "When did it happen?"
    driver.wait_saved()


def test_the_menu_offers_the_terms_where_there_are_texts(driver: Driver) -> None:
    assert not terms_action(driver).isEnabled()
    driver.start_case()
    assert terms_action(driver).isEnabled()
    terms_action(driver).trigger()
    assert panel(driver).marks
    driver.press(Key.Key_Escape)


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_list_lies_within_the_page_at_every_text_size(driver: Driver, text_size: int) -> None:
    appearance().set_text_size(text_size)
    driver.start_case()
    press_terms(driver)
    shown = panel(driver)
    assert driver.window.rect().contains(shown.geometry())
    page = driver.page
    assert shown.geometry().top() >= page.mapTo(driver.window, QPoint(0, 0)).y()
    # All of it can be read: what does not fit is scrolled to.
    driver.press(Key.Key_End)
    index = shown.view.currentIndex()
    assert shown.view.viewport().rect().contains(shown.view.visualRect(index).center())


def test_terms_of_what_is_not_shown_are_not_listed(driver: Driver) -> None:
    driver.start_case()
    shown = [one for one in driver.page.findChildren(TermSpots) if one.owner.isVisible() and one.marks]
    assert {id(one.owner) for one in shown} <= {id(one) for one in card(driver).findChildren(QWidget)}
    card(driver).why.fold.click()
    press_terms(driver)
    assert "employer" not in listed(driver)
    assert QApplication.focusWidget() is not None
