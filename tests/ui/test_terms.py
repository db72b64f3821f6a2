# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of the glossary in the window: underlined where they stand, explained to the pointer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.driver import Driver, Key
from tests.ui.terms_stage import (
    card,
    click_on,
    explained_collection,
    explained_in,
    listed,
    place_of,
    popup_in,
    press_terms,
    rest_on,
    terms_in,
)
from wizard.storage.collections import write_collection
from wizard.ui.summary.claims import FindingView
from wizard.ui.summary.next_steps import StepBox
from wizard.ui.widgets import term_popup
from wizard.ui.widgets.term_label import TermLabel


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of collections that holds the one with a glossary."""
    folder = tmp_path_factory.mktemp("explained")
    write_collection(folder / "small", explained_collection())
    return folder


def to_the_summary(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.choose("Not sure yet")
    assert driver.program is not None
    driver.program.show_summary()
    driver.qtbot.waitUntil(lambda: any(step.isVisible() for step in driver.window.findChildren(StepBox)))
    driver.program.jobs.finish()


# In the question card


def test_the_terms_of_a_question_are_marked_in_each_of_its_texts(driver: Driver) -> None:
    driver.start_case()
    assert terms_in(card(driver).ask.spots) == ["officer"]
    assert terms_in(card(driver).help.spots) == ["badge", "vest"]
    assert terms_in(card(driver).why.words.spots) == ["officer", "employer"]
    assert terms_in(driver.choice("A federal agency").spots) == ["agency", "border-patrol"]


def test_the_texts_of_the_next_question_have_their_own_terms(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    assert driver.question == "When did it happen?"
    assert terms_in(card(driver).ask.spots) == []
    assert terms_in(card(driver).why.words.spots) == ["harm"]


def test_the_clients_words_are_marked_by_the_terms_of_their_language(driver: Driver) -> None:
    assert driver.program is not None
    driver.start_case()
    driver.program.speak_to_client("es")
    assert terms_in(card(driver).client.ask.spots) == ["officer"]
    assert terms_in(card(driver).client.help.spots) == ["badge", "vest"]
    # The hint of a choice holds the client's words as well: “Una agencia federal”.
    assert terms_in(driver.choice("A federal agency").spots) == ["agency", "border-patrol", "agency"]


def test_resting_on_a_term_explains_it_and_leaving_it_ends_that(driver: Driver) -> None:
    driver.start_case()
    popup = rest_on(driver.qtbot, card(driver).help.spots, "badge")
    assert popup.mark is not None
    (meaning,) = popup.mark.meanings
    assert (meaning.term, meaning.meaning) == ("Badge", "A plate with a number, <b>not</b> a name.")
    QTest.mouseMove(card(driver).help, QPoint(2, 2))
    driver.qtbot.waitUntil(lambda: popup_in(driver.window) is None)


def test_beside_the_clients_language_a_term_is_explained_in_both(driver: Driver) -> None:
    assert driver.program is not None
    driver.start_case()
    driver.program.speak_to_client("es")
    popup = rest_on(driver.qtbot, card(driver).client.help.spots, "vest")
    assert popup.mark is not None
    assert [(one.language, one.term) for one in popup.mark.meanings] == [("Español", "Chaleco"), ("English", "Vest")]
    popup = rest_on(driver.qtbot, card(driver).help.spots, "badge")
    assert popup.mark is not None
    assert [(one.language, one.term) for one in popup.mark.meanings] == [("English", "Badge"), ("Español", "Placa")]


def test_the_box_lies_beside_its_term_and_stays_while_the_pointer_is_on_it(driver: Driver) -> None:
    driver.start_case()
    spots = card(driver).help.spots
    popup = rest_on(driver.qtbot, spots, "vest")
    at = spots.owner.mapTo(driver.window, place_of(spots, "vest"))
    assert not popup.geometry().contains(at)
    assert popup.geometry().adjusted(0, -30, 0, 30).contains(at)
    QTest.mouseMove(popup, popup.rect().center())
    QTest.mouseMove(card(driver).help, QPoint(2, 2))
    QTest.mouseMove(popup, popup.rect().center())
    driver.qtbot.wait(500)
    assert popup_in(driver.window) is popup


def test_a_term_in_a_choice_is_explained_too_and_a_click_on_it_chooses(driver: Driver) -> None:
    driver.start_case()
    choice = driver.choice("A federal agency")
    rest_on(driver.qtbot, choice.spots, "border-patrol")
    click_on(choice.spots, "border-patrol")
    assert choice.isChecked()
    driver.wait_saved()
    assert driver.on_disk()[0].values() == {"employer": "federal"}


def test_a_click_explains_a_term_until_it_is_clicked_again(driver: Driver) -> None:
    driver.start_case()
    click_on(card(driver).ask.spots, "officer")
    assert popup_in(driver.window) is not None
    QTest.mouseMove(card(driver).help, QPoint(2, 2))
    driver.qtbot.wait(500)
    assert popup_in(driver.window) is not None
    click_on(card(driver).ask.spots, "officer")
    assert popup_in(driver.window) is None
    click_on(card(driver).ask.spots, "officer")
    click_on(card(driver).help.spots, "vest")
    assert explained_in(driver.window) == "vest"
    driver.click(driver.page.trail, QPoint(5, 300))
    assert popup_in(driver.window) is None


def test_escape_takes_the_explanation_away_and_nothing_else(driver: Driver) -> None:
    driver.start_case()
    driver.page.read("q-employer")
    reading = driver.page.column.reading
    focused = driver.window.focusWidget()
    rest_on(driver.qtbot, reading.text.spots, "badge")
    driver.press(Key.Key_Escape)
    assert popup_in(driver.window) is None
    assert reading.isVisible()
    assert driver.window.focusWidget() is focused
    driver.press(Key.Key_Escape)
    assert not reading.isVisible()


def test_a_number_key_takes_the_explanation_away_and_chooses(driver: Driver) -> None:
    driver.start_case()
    rest_on(driver.qtbot, card(driver).help.spots, "badge")
    driver.press("2")
    assert popup_in(driver.window) is None
    assert driver.choice("A state or local agency").isChecked()
    driver.wait_saved()


def test_the_explanation_goes_with_its_question(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A private company")
    driver.press(Key.Key_Backspace)
    driver.qtbot.waitUntil(lambda: driver.question == "Who employed the officer?")
    click_on(card(driver).ask.spots, "officer")
    assert popup_in(driver.window) is not None
    driver.open_case.next()
    driver.qtbot.waitUntil(lambda: driver.question != "Who employed the officer?")
    assert popup_in(driver.window) is None


def test_terms_add_no_stop_for_tab(driver: Driver) -> None:
    driver.start_case()
    stops = [
        one
        for one in card(driver).findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    # Tab comes to a group of choices once.
    kinds = ["ChoiceButton", "FoldButton", "Button", "Button", "NoteField"]
    assert [type(one).__name__ for one in stops] == kinds


# A screen reader


def test_a_text_is_described_by_the_meanings_of_its_terms(driver: Driver) -> None:
    driver.start_case()
    spoken = QAccessible.queryAccessibleInterface(card(driver).help)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == card(driver).help.text()
    assert spoken.text(QAccessible.Text.Description) == (
        "Badge: A plate with a number, <b>not</b> a name. Vest: A coat without sleeves."
    )
    driver.choose("A federal agency")
    spoken = QAccessible.queryAccessibleInterface(card(driver).ask)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Description) == ""


def test_an_explanation_that_was_asked_for_is_said(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def note(_source: QObject, words: str, *, assertive: bool = False) -> None:
        assert not assertive
        said.append(words)

    monkeypatch.setattr(term_popup, "announce", note)
    driver.start_case()
    click_on(card(driver).help.spots, "vest")
    assert said == ["Vest: A coat without sleeves."]


# Other pages


def test_the_end_card_and_the_reading_card_explain_terms(driver: Driver) -> None:
    assert driver.program is not None
    driver.start_case()
    driver.program.speak_to_client("es")
    driver.page.read("q-employer")
    reading = driver.page.column.reading
    assert terms_in(reading.title.spots) == ["officer"]
    assert terms_in(reading.text.spots) == ["badge", "vest"]
    rest_on(driver.qtbot, reading.text.spots, "vest")
    driver.page.read("f-bivens")
    assert popup_in(driver.window) is None
    assert terms_in(reading.text.spots) == ["reason", "asks"]
    assert terms_in(reading.title.spots) == []
    reading.close_button.click()
    driver.choose("A federal agency")
    driver.choose("Not sure yet")
    driver.choose("No, it is over")
    end = driver.page.column.end
    assert terms_in(end.title.spots) == ["answered"]
    rest_on(driver.qtbot, end.title.spots, "answered")


def test_the_summary_explains_terms_of_reasons_and_steps(driver: Driver) -> None:
    to_the_summary(driver)
    view = driver.find(FindingView, lambda one: "f-bivens" in one.findChildren(TermLabel)[0].text())
    (label,) = view.findChildren(TermLabel)
    assert terms_in(label.spots) == ["reason"]
    click_on(label.spots, "reason")
    assert popup_in(driver.window) is not None
    driver.press(Key.Key_Escape)
    step = driver.find(StepBox, lambda one: "f-bivens" in one.text())
    assert terms_in(step.spots) == ["asks"]
    rest_on(driver.qtbot, step.spots, "asks")
    press_terms(driver)
    assert listed(driver) == ["asks", "reason"]


def test_a_click_on_a_term_of_a_step_ticks_the_step(driver: Driver) -> None:
    to_the_summary(driver)
    step = driver.find(StepBox, lambda one: "f-bivens" in one.text())
    click_on(step.spots, "asks")
    assert step.isChecked()
    assert popup_in(driver.window) is None
    driver.wait_saved()
    assert step.key in driver.on_disk()[0].steps_done


def test_words_of_the_summary_can_still_be_marked_and_copied(driver: Driver) -> None:
    to_the_summary(driver)
    view = driver.find(FindingView, lambda one: "f-bivens" in one.findChildren(TermLabel)[0].text())
    (label,) = view.findChildren(TermLabel)
    left = Qt.MouseButton.LeftButton
    middle = label.rect().center().y()
    QTest.mousePress(label, left, Qt.KeyboardModifier.NoModifier, QPoint(0, middle))
    QTest.mouseMove(label, place_of(label.spots, "reason"))
    QTest.mouseRelease(label, left, Qt.KeyboardModifier.NoModifier, place_of(label.spots, "reason"))
    assert label.selectedText().startswith("The re")
    assert popup_in(driver.window) is None


def test_a_tree_that_is_read_explains_terms(driver: Driver) -> None:
    program = driver.program
    assert program is not None
    assert program.read_page is not None
    page = program.read_page
    driver.click(program.home.cards[0].read)
    driver.qtbot.waitUntil(page.isVisible)
    page.read("q-employer")
    assert terms_in(page.reading.title.spots) == ["officer"]
    press_terms(driver)
    assert listed(driver) == ["badge", "employer", "officer", "vest"]
    driver.press(Key.Key_Escape)
    program.go_home()
