# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets of the Walk page."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.driver import Driver
from wizard.ui.walk import page, question_card


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What is said without a change of focus, and whether it interrupts."""
    sentences: list[tuple[str, bool]] = []

    def note(_source: QObject, words: str, *, assertive: bool = False) -> None:
        sentences.append((words, assertive))

    for module in (page, question_card):
        monkeypatch.setattr(module, "announce", note)
    return sentences


def test_a_new_question_a_changed_status_and_a_new_deadline_are_said_politely(
    driver: Driver, said: list[tuple[str, bool]]
) -> None:
    driver.start_case()
    assert said == [("Question 1, 3 choices, About 3 or 4 left, Who employed the officer?", False)]
    said.clear()
    driver.choose("A federal agency")
    assert ("Bivens is now likely foreclosed", False) in said
    said.clear()
    driver.press("2/12/2025")
    driver.next()
    words = [sentence for sentence, _ in said]
    assert "FTCA is now available" in words
    assert any(sentence.startswith("New deadline: Claim to the agency, act by ") for sentence in words)
    assert not any(assertive for _, assertive in said)


def test_a_save_is_not_said_but_a_failed_one_interrupts(driver: Driver, said: list[tuple[str, bool]]) -> None:
    driver.start_case()
    said.clear()
    driver.click(driver.choice("A federal agency"))
    driver.wait_saved()
    assert said == []
    driver.folders.cases.rename(driver.folders.cases.with_name("gone"))
    driver.click(driver.choice("A private company"))
    driver.qtbot.waitUntil(lambda: bool(said))
    assert said[0][1]
    assert "This answer is not saved yet" in said[0][0]
    driver.folders.cases.with_name("gone").rename(driver.folders.cases)


def test_the_question_names_the_group_and_a_choice_says_its_key_and_hint(driver: Driver) -> None:
    driver.start_case()
    made = driver.page.column.card.input
    assert made is not None
    group = QAccessible.queryAccessibleInterface(made)
    assert group is not None
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Who employed the officer?"
    choice = QAccessible.queryAccessibleInterface(driver.choice("A state or local agency"))
    assert choice is not None
    assert choice.text(QAccessible.Text.Name) == "2. A state or local agency"
    assert "City police, sheriff" in choice.text(QAccessible.Text.Description)
    assert choice.role() == QAccessible.Role.RadioButton


def test_the_trail_is_a_list_whose_rows_say_step_and_answer(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    trail = QAccessible.queryAccessibleInterface(driver.page.trail.list)
    assert trail is not None
    assert trail.role() == QAccessible.Role.List
    rows = [trail.child(number).text(QAccessible.Text.Name) for number in range(trail.childCount())]
    assert rows[0] == "Step 1, Officer’s employer, A federal agency, answered"
    assert "Bivens, likely foreclosed" in rows
    assert rows[-1] == "Step 2, Date of harm, You are here"


def test_the_board_says_its_lines(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    assert driver.page.board.accessibleName() == "Claims so far"
    assert driver.page.board.accessibleDescription() == "Bivens, against the officer, likely foreclosed"


def test_everything_that_can_have_the_keyboard_has_a_name(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    unnamed = []
    for widget in driver.window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name):
            unnamed.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert unnamed == []


def test_tab_goes_from_header_to_trail_to_question_to_chart_to_board(driver: Driver) -> None:
    driver.start_case()
    visited: list[str] = []
    widget: QWidget = driver.window
    parts = {
        "header": driver.program.window.header,  # type: ignore[union-attr]
        "trail": driver.page.trail,
        "question": driver.page.column,
        "chart": driver.page.chart,
        "board": driver.page.board,
    }
    for _ in range(2000):
        following = widget.nextInFocusChain()
        if following is None or following is driver.window:
            break
        widget = following
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
            name = next((one for one, part in parts.items() if part is widget or part.isAncestorOf(widget)), "")
            if name and (not visited or visited[-1] != name):
                visited.append(name)
    assert visited == ["header", "trail", "question", "chart", "board"]
