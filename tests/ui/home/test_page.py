# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Home: cards to start from, cases to go on with, found by words, by mouse and by keys."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from wizard.storage.case_list import ListedCase
from wizard.storage.errors import NotFoundError
from wizard.storage.headers import CollectionHeader, ListedTree
from wizard.ui.home.page import HomePage
from wizard.ui.theme import appearance
from wizard.ui.widgets.chip import Chip

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 10, 42, tzinfo=dt.UTC)


def header(*titles: str, due: dt.date = dt.date(2027, 1, 4)) -> CollectionHeader:
    """A collection of trees that may be started."""
    united = {"en": "United States"}
    trees = tuple(
        ListedTree(id=f"tree-{number}", title={"en": title}, jurisdiction=united, about=None, starts=True)
        for number, title in enumerate(titles)
    )
    return CollectionHeader(
        folder=Path("/somewhere"),
        id="made",
        title={"en": "Made"},
        version="3.2",
        law_checked_on=dt.date(2026, 11, 3),
        next_check_due=due,
        trees=trees,
    )


def case(number: str, days_ago: int = 0, **fields: object) -> ListedCase:
    """A case of the list."""
    path = Path(f"/cases/{number}.case.json")
    listed = ListedCase(path=path, number=number, changed_at=NOW - dt.timedelta(days=days_ago), tree="tree-0")
    return ListedCase(**{**listed._asdict(), **fields})


@pytest.fixture
def home(qtbot: QtBot) -> HomePage:
    appearance()
    page = HomePage(TODAY)
    qtbot.addWidget(page)
    page.resize(1366, 714)
    page.show_collections([header("Force", "Property")])
    page.show_cases([case("2026-014"), case("2026-013", 1), case("2026-011", 6)])
    page.show()
    qtbot.waitExposed(page)
    return page


def words_on(page: HomePage) -> str:
    return "\n".join(label.text() or label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_click_on_a_card_starts_its_tree(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.start_requested) as started:
        QTest.mouseClick(home.cards[1].start, Qt.MouseButton.LeftButton)
    assert started.args == [Path("/somewhere"), "tree-1"]
    with qtbot.waitSignal(home.read_requested) as read:
        QTest.mouseClick(home.cards[0].read, Qt.MouseButton.LeftButton)
    assert read.args == [Path("/somewhere"), "tree-0"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_move_between_cards_and_enter_starts(home: HomePage, qtbot: QtBot, key: Qt.Key) -> None:
    home.cards[0].start.setFocus()
    QTest.keyClick(home.cards[0].start, Qt.Key.Key_Right)
    assert home.cards[1].start.hasFocus()
    with qtbot.waitSignal(home.start_requested) as started:
        QTest.keyClick(home.cards[1].start, key)
    assert started.args[1] == "tree-1"
    QTest.keyClick(home.cards[1].start, Qt.Key.Key_Right)
    assert home.cards[1].start.hasFocus(), "the last card keeps the keyboard"


def test_a_card_says_when_its_law_was_checked(home: HomePage) -> None:
    assert "Law checked 3 Nov 2026" in words_on(home)
    assert "Version 3.2" in words_on(home)


def test_an_overdue_law_check_is_a_visible_warning(home: HomePage, qtbot: QtBot) -> None:
    home.show_collections([header("Force", due=TODAY - dt.timedelta(days=53))])
    (chip,) = home.cards[0].findChildren(Chip)
    qtbot.waitUntil(chip.isVisible)
    assert chip.text() == "Law check overdue by 53 days"


def test_words_find_trees_and_cases(home: HomePage) -> None:
    home.focus_search()
    assert home.search.hasFocus()
    QTest.keyClicks(home.search, "prop")
    assert [card.isVisible() for card in home.cards] == [False, True]
    home.search.clear()
    QTest.keyClicks(home.search, "2026-013")
    assert [row.isVisible() for row in home.recent.rows] == [False, True, False]


def test_nothing_found_says_so_and_clears_by_a_click(home: HomePage) -> None:
    QTest.keyClicks(home.search, "custdy")
    assert "Nothing matches “custdy”" in words_on(home)
    QTest.mouseClick(home._clear, Qt.MouseButton.LeftButton)
    assert home.search.text() == ""
    assert all(card.isVisible() for card in home.cards)


def test_a_case_is_opened_by_a_click_and_by_enter(home: HomePage, qtbot: QtBot) -> None:
    row = home.recent.rows[1]
    with qtbot.waitSignal(home.open_case_requested) as opened:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == [Path("/cases/2026-013.case.json")]
    with qtbot.waitSignal(home.open_case_requested):
        QTest.keyClick(row, Qt.Key.Key_Return)


def test_rows_say_when_a_case_was_changed(home: HomePage) -> None:
    words = words_on(home)
    assert "Today" in words
    assert "Yesterday" in words
    assert "18 Nov" in words


def test_what_is_damaged_is_shown_with_its_reason(home: HomePage) -> None:
    damaged = CollectionHeader(
        folder=Path("/x"), id="torn", title={"en": "torn"}, version="", law_checked_on=None, next_check_due=None,
        trees=(), problem="torn/collection.json is empty; put back the file",
    )  # fmt: skip
    home.show_collections([header("Force"), damaged])
    home.show_cases([case("2026-001", problem=NotFoundError(Path("/cases/2026-001.case.json")))])
    words = words_on(home)
    assert "“torn” cannot be read" in words
    assert "put back the file" in words
    assert str(NotFoundError(Path("/cases/2026-001.case.json"))) in words


def test_the_first_start_says_what_to_do(home: HomePage) -> None:
    home.show_cases([])
    assert "No cases yet" in words_on(home)


def test_large_text_puts_the_recent_cases_on_a_tab(home: HomePage) -> None:
    appearance().set_text_size(200)
    assert not home.recent.isVisible()
    home._tabs.setCurrentIndex(1)
    assert home.recent.isVisible()
    assert not home.cards[0].isVisible()
    appearance().set_text_size(100)
    assert home.cards[0].isVisible()
    assert home.recent.isVisible()


def test_no_label_is_cut(home: HomePage) -> None:
    for percent in (100, 200):
        appearance().set_text_size(percent)
        QApplication.processEvents()
        for label in home.findChildren(QLabel):
            if label.isVisible() and label.text():
                wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= wanted - 1, (percent, label.text())
    appearance().set_text_size(100)


def test_home_loads_neither_model_nor_engine() -> None:
    code = (
        "import sys; import wizard.ui.home.page;"
        "print([name for name in sys.modules if name.split('.')[0] in ('pydantic', 'networkx')"
        " or name.startswith(('wizard.engine', 'wizard.model'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
