# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case walked in the window, by mouse and by keys."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.driver import Driver, Key
from wizard.ui.walk.choice_inputs import LongListInput
from wizard.ui.walk.field_inputs import DateInput
from wizard.ui.walk.why import FoldButton
from wizard.ui.widgets.button import Button

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def date_input(driver: Driver) -> DateInput:
    made = driver.page.column.card.input
    assert isinstance(made, DateInput)
    return made


def answer_date(driver: Driver, text: str = "2/12/2025") -> None:
    driver.page.column.focus_answer()
    driver.press(text)
    driver.next()


def walk_to_the_end(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    answer_date(driver)
    driver.choose("No, it is over")


def test_a_case_is_walked_by_mouse(driver: Driver) -> None:
    driver.start_case()
    assert driver.question == "Who employed the officer?"
    driver.choose("A federal agency")
    assert driver.question == "When did it happen?"
    assert driver.board() == [("Bivens", "likely-foreclosed")]
    for part, text in zip(date_input(driver).field.parts, ("2", "12", "2025"), strict=True):
        driver.click(part)
        driver.press(text)
    driver.next()
    assert driver.board() == [("FTCA", "available"), ("Bivens", "likely-foreclosed")]
    driver.choose("No, it is over")
    assert driver.says("All questions are answered.")
    assert driver.board()[-1] == ("Court order", "barred")
    assert driver.trail()[-1] == ("Done", "You are here")
    assert driver.on_disk()[0].values() == {
        "employer": "federal",
        "harm-date": dt.date(2025, 2, 12),
        "still": "over",
    }


def test_a_case_is_walked_by_keys_alone(driver: Driver) -> None:
    driver.press(Key.Key_N, modifier=CONTROL)
    driver.press(Key.Key_Space)
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open and driver.page.isVisible())
    driver.press("2", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question == "When did it happen?")
    driver.press("3/4/2024", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question.startswith("Is this still"))
    driver.press(Key.Key_Down, Key.Key_Space, Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.says("All questions are answered."))
    assert driver.on_disk()[0].values() == {
        "employer": "state",
        "harm-date": dt.date(2024, 3, 4),
        "still": "likely",
    }


def test_enter_chooses_the_focused_answer_where_none_is_chosen(driver: Driver) -> None:
    driver.start_case()
    driver.press(Key.Key_Down, Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question == "When did it happen?")
    assert driver.on_disk()[0].values() == {"employer": "state"}


def test_an_answer_is_on_disk_before_the_next_question_shows(driver: Driver) -> None:
    driver.start_case()
    seen: list[object] = []
    driver.open_case.walk_changed.connect(lambda _walk: seen.append(driver.on_disk()[0].values()))
    driver.choose("A federal agency")
    assert seen == [{"employer": "federal"}]


def test_choosing_changes_neither_question_nor_trail_nor_board_until_next(driver: Driver) -> None:
    driver.start_case()
    trail = driver.trail()
    driver.click(driver.choice("A federal agency"))
    driver.wait_saved()
    assert driver.question == "Who employed the officer?"
    assert driver.trail() == trail
    assert driver.board() == []
    assert driver.choice("A federal agency").isChecked()


def test_next_without_an_answer_says_what_is_missing(driver: Driver) -> None:
    driver.start_case()
    driver.click(driver.page.column.footer.next)
    # The mouse chose nothing, so the focused choice is none either.
    driver.qtbot.waitUntil(lambda: driver.says("Choose an answer, or “Not sure yet”"))
    assert driver.page.column.card.frame.marked
    assert driver.question == "Who employed the officer?"
    driver.click(driver.choice("A federal agency"))
    assert not driver.says("Choose an answer, or “Not sure yet”")


def test_a_question_that_may_not_be_skipped_has_no_not_sure_yet(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.choose("Not sure yet")
    assert driver.question.startswith("Is this still going on")
    assert driver.page.column.card.input is not None
    assert driver.page.column.card.input.unsure is None
    driver.press("0")
    driver.wait_saved()
    assert "still" not in driver.on_disk()[0].values()


def test_not_sure_yet_leaves_the_fact_open_and_goes_on(driver: Driver) -> None:
    driver.start_case()
    driver.press("0", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question == "When did it happen?")
    assert driver.trail()[0] == ("Officer’s employer", "Not sure yet")
    assert driver.says("0 answered, 1 open")
    assert driver.on_disk()[0].values() == {"employer": None}


def test_going_back_keeps_later_answers(driver: Driver) -> None:
    walk_to_the_end(driver)
    for _ in range(3):
        driver.press(Key.Key_Left, modifier=ALT)
    driver.qtbot.waitUntil(lambda: driver.question == "Who employed the officer?")
    assert driver.choice("A federal agency").isChecked()
    assert driver.choice("A federal agency").hasFocus()
    assert ("Date of harm", "12 February 2025") in driver.trail()
    for words in ("When did it happen?", "Is this still going on, or could it happen again?"):
        driver.next()
        assert driver.question == words
    driver.next()
    assert driver.says("All questions are answered.")
    assert len(driver.on_disk()[0].history) == 3


def test_a_changed_answer_parks_what_no_longer_applies(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A private company")
    driver.choose("Yes")
    assert driver.question == "When did it happen?"
    row = driver.page.trail.list.model().index(0, 0)
    driver.click(driver.page.trail.list.viewport(), driver.page.trail.list.visualRect(row).center())
    driver.qtbot.waitUntil(lambda: driver.question == "Who employed the officer?")
    driver.choose("A federal agency")
    assert driver.question == "When did it happen?"
    assert driver.says("Kept, not used now")
    assert driver.parked() == [("Contract", "Yes")]
    assert driver.on_disk()[0].values() == {"employer": "federal", "contract": "yes"}


def test_a_parked_answer_is_used_again_when_it_applies_again(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A private company")
    driver.choose("Yes")
    driver.press(Key.Key_Left, modifier=ALT)
    driver.qtbot.waitUntil(lambda: driver.question.startswith("Did the company"))
    driver.press(Key.Key_Backspace)
    driver.qtbot.waitUntil(lambda: driver.question == "Who employed the officer?")
    driver.choose("A federal agency")
    driver.press(Key.Key_Left, modifier=ALT)
    driver.qtbot.waitUntil(lambda: driver.question == "Who employed the officer?")
    driver.choose("A private company")
    assert driver.question == "Did the company work for the government?"
    assert driver.choice("Yes").isChecked()
    assert driver.parked() == []


def test_a_whole_date_may_be_pasted(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    QGuiApplication.clipboard().setText("12 February 2025")
    driver.press(Key.Key_V, modifier=CONTROL)
    driver.next()
    assert driver.on_disk()[0].values()["harm-date"] == dt.date(2025, 2, 12)


def test_a_date_in_the_future_is_refused_and_the_question_stays(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.press("2/12/2098", Key.Key_Return)
    assert driver.says("The date must be today or earlier")
    assert driver.page.column.card.frame.marked
    assert driver.question == "When did it happen?"
    assert "harm-date" not in driver.on_disk()[0].values()
    assert date_input(driver).field.parts[2].hasFocus()


def test_digits_choose_nothing_in_the_note(driver: Driver) -> None:
    driver.start_case()
    driver.press(Key.Key_O, modifier=ALT)
    note = driver.page.column.card.note
    assert note.hasFocus()
    driver.press("2 officers, see page 1")
    driver.press(Key.Key_Escape)
    driver.wait_saved()
    case = driver.on_disk()[0]
    assert case.values() == {}
    assert [(kept.fact, kept.text) for kept in case.notes] == [("employer", "2 officers, see page 1")]
    driver.choose("A federal agency")
    driver.press(Key.Key_Left, modifier=ALT)
    driver.qtbot.waitUntil(lambda: note.toPlainText() == "2 officers, see page 1")


def test_digits_choose_nothing_in_the_trail_or_when_switched_off(driver: Driver) -> None:
    driver.start_case()
    driver.press(Key.Key_3, modifier=CONTROL)
    assert driver.page.trail.list.hasFocus()
    driver.press("1")
    driver.press(Key.Key_1, modifier=CONTROL)
    assert driver.choice("A federal agency").hasFocus()
    driver.page.set_digits_choose(False)
    driver.press("1")
    driver.wait_saved()
    assert driver.on_disk()[0].values() == {}


def test_any_of_marks_several_or_none(driver: Driver) -> None:
    driver.start_case(card=1)
    driver.choose("Yes")
    driver.press("1", "3")
    driver.wait_saved()
    assert driver.on_disk()[0].values()["harms"] == frozenset({"force", "arrest"})
    driver.press("4")
    driver.wait_saved()
    assert driver.on_disk()[0].values()["harms"] == frozenset()
    assert not driver.choice("Force").isChecked()
    driver.press("1", "1")
    driver.wait_saved()
    assert "harms" not in driver.on_disk()[0].values()
    driver.press("2", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question == "In which state did it happen?")
    assert ("Kinds of harm", "A search") in driver.trail()


def test_a_long_list_is_chosen_by_typing(driver: Driver) -> None:
    driver.start_case(card=1)
    driver.choose("Yes")
    driver.choose("None of these")
    made = driver.page.column.card.input
    assert isinstance(made, LongListInput)
    assert made.list.view.model().rowCount() == 57
    driver.press("new", Key.Key_Down, Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.question.startswith("For how many days"))
    assert ("State", "New Jersey") in driver.trail()
    driver.press(Key.Key_Left, modifier=ALT)
    driver.qtbot.waitUntil(lambda: driver.question == "In which state did it happen?")
    again = driver.page.column.card.input
    assert isinstance(again, LongListInput)
    assert again.list.field.text() == "New Jersey"
    driver.press(Key.Key_A, modifier=CONTROL)
    driver.press("dakota")
    rows = again.list.view.model()
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["North Dakota", "South Dakota"]
    assert driver.open_case.case.values()["home-state"] == "new-jersey"


def test_a_long_list_is_chosen_by_mouse(driver: Driver) -> None:
    driver.start_case(card=1)
    driver.choose("Yes")
    driver.choose("None of these")
    made = driver.page.column.card.input
    assert isinstance(made, LongListInput)
    driver.press("west")
    row = made.list.view.model().index(0, 0)
    driver.click(made.list.view.viewport(), made.list.view.visualRect(row).center())
    driver.next()
    assert driver.on_disk()[0].values()["home-state"] == "west-virginia"


def test_a_number_is_written_with_its_limits(driver: Driver) -> None:
    driver.start_case(card=1)
    driver.choose("Yes")
    driver.choose("None of these")
    driver.choose("Not sure yet")
    driver.press("10000", Key.Key_Return)
    assert driver.says("The number must be 9000 or less")
    driver.press(Key.Key_A, modifier=CONTROL)
    driver.press("12", Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.says("All questions are answered."))
    assert driver.on_disk()[0].values()["days-held"] == Decimal(12)
    assert ("Days held", "12 days") in driver.trail()


def test_an_end_that_keeps_nothing_asks_and_then_deletes_the_case(driver: Driver) -> None:
    driver.start_case(card=1)
    driver.choose("No")
    assert driver.says("Without consent nothing is kept.")
    assert not driver.page.column.footer.summary.isVisible()
    folder = driver.folders.cases
    assert [path.name for path in folder.glob("*.case.json")]
    driver.click(driver.find(Button, lambda one: one.text() == "Delete this case"))
    driver.qtbot.waitUntil(lambda: not driver.open_case.is_open)
    assert not driver.page.isVisible()
    assert [path.name for path in folder.iterdir()] == ["numbers.json"]


def test_why_we_ask_folds_and_its_citations_are_copied(driver: Driver) -> None:
    driver.start_case()
    assert driver.says("Why “Officer’s employer” matters.")
    driver.press(Key.Key_C, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == (
        "City of Los Angeles v. Lyons, 461 U.S. 95, 105 (1983)\n28 U.S.C. § 2675(a)"
    )
    copy = [one for one in driver.window.findChildren(Button) if one.isVisible() and one.text() == "Copy"]
    driver.click(copy[1])
    assert QGuiApplication.clipboard().text() == "28 U.S.C. § 2675(a)"
    driver.press(Key.Key_W, modifier=ALT)
    driver.qtbot.waitUntil(lambda: not driver.says("Why “Officer’s employer” matters."))
    assert driver.find(FoldButton, lambda one: one.isVisible()).hasFocus()


def test_the_clients_language_stands_beside_the_english(driver: Driver) -> None:
    driver.start_case()
    assert not driver.says("¿Para quién trabajaba el agente?")
    program = driver.program
    assert program is not None
    program.window.client_language_chosen.emit("es")
    driver.qtbot.waitUntil(lambda: driver.says("¿Para quién trabajaba el agente?"))
    assert driver.says("Español")
    assert "Una agencia federal" in driver.choice("A federal agency").accessibleDescription()
    driver.wait_saved()
    assert driver.on_disk()[0].client_language == "es"


def test_resting_on_a_choice_says_what_it_would_do(driver: Driver) -> None:
    driver.start_case()
    driver.press(Key.Key_Down)
    driver.qtbot.waitUntil(driver.page.effect.isVisible)
    assert "Section 1983, against state officers: arguable" in driver.page.effect.words
    assert "Closes FTCA, against the United States" in driver.page.effect.words
    assert "Section 1983" in driver.choice("A state or local agency").accessibleDescription()
    driver.press(Key.Key_Escape)
    assert not driver.page.effect.isVisible()


def test_a_step_is_read_without_moving(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.page.chart.read_requested.emit("q-still")
    assert driver.says("Is this still going on, or could it happen again?")
    assert driver.open_case.at == "q-date"
    driver.press(Key.Key_Escape)
    assert driver.question == "When did it happen?"
    assert driver.page.column.card.isVisible()


def test_texts_of_a_tree_are_plain(driver: Driver) -> None:
    driver.start_case()
    rich = [label for label in driver.page.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []


def test_the_keyboard_stays_where_next_was_clicked_with_the_first_choice(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.choose("Not sure yet")
    assert driver.choice("Yes, it is still going on").hasFocus()
    assert QApplication.focusWidget() is driver.choice("Yes, it is still going on")
