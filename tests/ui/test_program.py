# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program: saving, closing and opening again."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver
from tests.ui.small_collection import small_collection
from wizard.storage.collections import write_collection
from wizard.ui.dialogs import Notice
from wizard.ui.widgets.button import Button, IconButton

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


# Saving


@pytest.fixture
def unsaved(driver: Driver) -> Driver:
    """A case whose folder has gone, as with a drive pulled out, and an answer chosen since."""
    driver.start_case()
    driver.folders.cases.rename(driver.folders.cases.with_name("elsewhere"))
    driver.click(driver.choice("A federal agency"))
    driver.qtbot.waitUntil(lambda: bool(banner_words(driver)))
    return driver


def put_back(driver: Driver) -> None:
    driver.folders.cases.with_name("elsewhere").rename(driver.folders.cases)


def test_an_answer_that_cannot_be_saved_says_why_and_next_waits(unsaved: Driver) -> None:
    driver = unsaved
    assert "This answer is not saved yet" in banner_words(driver)
    assert "Its folder is not there any more" in banner_words(driver)
    assert driver.says("Not saved")
    assert driver.choice("A federal agency").isChecked()
    driver.click(driver.page.column.footer.next)
    driver.qtbot.wait(50)
    assert driver.question == "Who employed the officer?"
    put_back(driver)


def test_save_again_mends_it_and_next_goes_on(unsaved: Driver) -> None:
    driver = unsaved
    put_back(driver)
    driver.click(driver.find(Button, lambda one: one.text() == "Save again"))
    driver.wait_saved()
    assert banner_words(driver) == ""
    assert driver.on_disk()[0].values() == {"employer": "federal"}
    driver.next()
    assert driver.question == "When did it happen?"


def test_save_elsewhere_keeps_the_case_there(unsaved: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = unsaved
    target = tmp_path / "stick" / "copy.case.json"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    driver.click(driver.find(Button, lambda one: one.text() == "Save elsewhere"))
    driver.qtbot.waitUntil(lambda: banner_words(driver) == "")
    driver.next()
    driver.wait_saved()
    assert "federal" in target.read_text(encoding="utf-8")
    assert driver.open_case.file == target
    put_back(driver)


def test_closing_with_an_answer_that_cannot_be_saved_asks(unsaved: Driver) -> None:
    driver = unsaved
    press_in_dialog("Back to the case")
    driver.window.close()
    assert driver.window.isVisible()
    assert driver.question == "Who employed the officer?"
    put_back(driver)


# Closing and opening again


def test_the_program_opens_again_where_it_was(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.click(driver.page.column.card.note)
    driver.press("Has a photo")
    driver.end()
    driver.start()
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.question == "When did it happen?"
    assert driver.page.column.card.note.toPlainText() == "Has a photo"
    assert driver.trail()[0] == ("Officer’s employer", "A federal agency")


def test_an_answer_chosen_but_not_confirmed_is_still_chosen_after_a_restart(driver: Driver) -> None:
    driver.start_case()
    driver.click(driver.choice("A state or local agency"))
    driver.end()
    driver.start()
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.question == "Who employed the officer?"
    assert driver.choice("A state or local agency").isChecked()
    driver.next()
    assert driver.question == "When did it happen?"


def test_a_case_that_was_left_by_home_is_among_the_recent_ones(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    go_home(driver)
    program = driver.program
    assert program is not None
    assert [row.case.number for row in program.home.recent.rows] == [f"{today().year}-001"]
    driver.click(program.home.recent.rows[0])
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.question == "When did it happen?"


def test_nothing_is_opened_again_after_home(driver: Driver) -> None:
    driver.start_case()
    go_home(driver)
    driver.end()
    driver.start()
    driver.qtbot.wait(50)
    assert not driver.open_case.is_open


def test_a_damaged_case_says_so_and_its_version_before_can_be_opened(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    go_home(driver)
    file = next(driver.folders.cases.glob("*.case.json"))
    file.write_bytes(file.read_bytes()[:40])
    driver.end()
    driver.start()
    program = driver.program
    assert program is not None
    assert program.home.recent.rows[0].case.problem is not None
    press_in_dialog("Open the previous version")
    driver.click(program.home.recent.rows[0])
    driver.qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.on_disk()[0].values() == {"employer": "federal"}


def test_a_case_of_a_collection_that_is_gone_says_so(driver: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    driver.start_case()
    driver.end()
    empty = tmp_path / "no-collections"
    empty.mkdir()
    other = Driver(qtbot, empty, tmp_path / "user")
    said: list[str] = []

    def note() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Notice):
            said.append(dialog.accessibleDescription())
            dialog.buttons[0].click()
        else:
            QTimer.singleShot(20, note)

    QTimer.singleShot(0, note)
    other.start()
    qtbot.waitUntil(lambda: bool(said))
    assert "the collection “small”" in said[0]
    assert not other.open_case.is_open
    other.end()


def test_a_case_begun_with_another_version_says_so(driver: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.end()
    write_collection(tmp_path / "newer" / "small", small_collection("1.1"))
    newer = Driver(qtbot, tmp_path / "newer", tmp_path / "user")
    newer.start()
    qtbot.waitUntil(lambda: newer.open_case.is_open)
    assert newer.says("This case was begun with version 1.0 of the law")
    assert newer.question == "When did it happen?"
    newer.end()


def test_an_overdue_check_of_the_law_is_said_first(qtbot: QtBot, tmp_path: Path) -> None:
    collection = small_collection()
    due = collection.manifest.model_copy(update={"next_check_due": dt.date(2020, 10, 2)})
    write_collection(tmp_path / "old" / "small", collection.model_copy(update={"manifest": due}))
    driver = Driver(qtbot, tmp_path / "old", tmp_path / "user")
    driver.start()
    driver.start_case()
    assert driver.says("The law was due for a check on 2 Oct 2020")
    driver.click(driver.find(Button, lambda one: one.text() == "Go on"))
    assert not driver.says("The law was due")
    driver.end()
