# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A date is written, pasted, refused and mended in three fields."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stand
from tests.ui.widgets.pictures import colour_at, colours
from wizard.chart.tokens import LIGHT
from wizard.ui.theme import Appearance
from wizard.ui.widgets.date_field import DateField, DateLimits
from wizard.ui.widgets.field_error import ErrorFrame

TODAY = dt.date(2026, 11, 24)
LIMITS = DateLimits(
    earliest=dt.date(1990, 1, 1),
    latest=TODAY,
    too_early="The date must be in 1990 or later",
    too_late="The date must be today or earlier",
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def field(stand: Stand) -> DateField:
    made = DateField(dt.date(2025, 2, 12), LIMITS)
    stand(made)
    return made


def write(field: DateField, month: str, day: str, year: str) -> None:
    """Type into the three fields as a person with a keyboard does."""
    for part, text in zip(field.parts, (month, day, year), strict=True):
        part.setFocus()
        part.selectAll()
        QTest.keyClick(part, Qt.Key.Key_Delete)
        QTest.keyClicks(part, text)


def texts(field: DateField) -> tuple[str, ...]:
    return tuple(part.text() for part in field.parts)


def test_three_fields_make_a_date_and_tell_it_once(field: DateField) -> None:
    told: list[object] = []
    field.value_changed.connect(lambda value: told.append((value, field.value)))
    write(field, "2", "12", "2025")
    QTest.keyClick(field.parts[2], Qt.Key.Key_Backspace)
    date = dt.date(2025, 2, 12)
    assert told == [(date, date), (None, None)]


@pytest.mark.parametrize("separator", ["/", "-", ".", " "])
def test_a_separator_goes_on_to_the_next_field(field: DateField, separator: str) -> None:
    field.parts[0].setFocus()
    QTest.keyClicks(field.parts[0], f"2{separator}")
    assert QApplication.focusWidget() is field.parts[1]
    QTest.keyClicks(field.parts[1], f"12{separator}")
    assert QApplication.focusWidget() is field.parts[2]
    QTest.keyClicks(field.parts[2], f"2025{separator}")
    assert texts(field) == ("2", "12", "2025")
    assert QApplication.focusWidget() is field.parts[2]


def test_tab_goes_through_the_fields(field: DateField) -> None:
    field.setFocus()
    assert QApplication.focusWidget() is field.parts[0]
    QTest.keyClick(field.parts[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.parts[1]


def test_letters_and_too_many_digits_are_not_taken(field: DateField) -> None:
    write(field, "1a1x9", "3b0", "20259")
    assert texts(field) == ("11", "30", "2025")


@pytest.mark.parametrize("into", [0, 1, 2])
@pytest.mark.parametrize("text", ["2/12/2025", "February 12, 2025", "12 de febrero de 2025", "2025-02-12"])
def test_a_pasted_date_fills_all_three(field: DateField, qtbot: QtBot, into: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.parts[into].setFocus()
    with qtbot.waitSignal(field.value_changed) as told:
        QTest.keyClick(field.parts[into], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(field) == ("2", "12", "2025")
    assert told.args == [dt.date(2025, 2, 12)]


@pytest.mark.parametrize("cursor", [0, 1])
def test_a_date_can_be_pasted_beside_what_is_there(field: DateField, cursor: int) -> None:
    write(field, "7", "", "")
    QGuiApplication.clipboard().setText("11/21/2025")
    field.parts[0].setFocus()
    field.parts[0].setCursorPosition(cursor)
    field.parts[0].paste()  # as from the menu under the right mouse button
    assert texts(field) == ("11", "21", "2025")


def test_a_pasted_date_that_does_not_exist_is_shown_with_its_fault(field: DateField) -> None:
    QGuiApplication.clipboard().setText("2/30/2025")
    field.parts[0].setFocus()
    QTest.keyClick(field.parts[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(field) == ("2", "30", "2025")
    assert field.error.text == "February 2025 has 28 days"
    assert field.value is None


@pytest.mark.parametrize(
    ("written", "sentence", "at"),
    [
        (("", "", ""), "Write the date", 0),
        (("13", "1", "2025"), "The month must be 1 to 12", 0),
        (("0", "1", "2025"), "The month must be 1 to 12", 0),
        (("2", "32", "2025"), "The day must be 1 to 31", 1),
        (("2", "0", "2025"), "The day must be 1 to 31", 1),
        (("2", "29", "2025"), "February 2025 has 28 days", 1),
        (("2", "30", "2024"), "February 2024 has 29 days", 1),
        (("", "12", "2025"), "Write the month", 0),
        (("2", "", "2025"), "Write the day", 1),
        (("2", "12", ""), "Write the year with four digits", 2),
        (("2", "12", "25"), "Write the year with four digits", 2),
        (("2", "12", "0025"), "Write the year with four digits", 2),
        (("11", "25", "2026"), "The date must be today or earlier", 2),
        (("12", "31", "1989"), "The date must be in 1990 or later", 2),
    ],
)
def test_what_is_wrong_is_said_above_the_fields(
    field: DateField, written: tuple[str, str, str], sentence: str, at: int
) -> None:
    write(field, *written)
    assert not field.check()
    assert field.value is None
    assert field.error.isVisible()
    assert field.error.text == sentence
    assert field.error.geometry().bottom() < min(part.y() for part in field.parts)
    part = field.parts[at]
    assert QApplication.focusWidget() is part
    assert [one.refused for one in field.parts].index(True) == at
    assert colour_at(part, 1, part.height() / 2) == LIGHT.error
    heard = QAccessible.queryAccessibleInterface(part)
    assert heard.text(QAccessible.Text.Name) == ("Month", "Day", "Year")[at]
    assert heard.text(QAccessible.Text.Description) == sentence


@pytest.mark.parametrize("date", [dt.date(1990, 1, 1), TODAY, dt.date(2024, 2, 29)])
def test_the_limits_themselves_and_leap_days_are_accepted(field: DateField, date: dt.date) -> None:
    write(field, str(date.month), str(date.day), str(date.year))
    assert field.check()
    assert field.value == date


def test_an_error_stays_until_it_is_mended(field: DateField, qtbot: QtBot) -> None:
    write(field, "11", "25", "2026")
    field.check()
    QTest.keyClick(field.parts[2], Qt.Key.Key_End)
    QTest.keyClick(field.parts[2], Qt.Key.Key_Backspace)
    assert field.error.isVisible()
    with qtbot.waitSignal(field.error_changed) as told:
        QTest.keyClicks(field.parts[2], "5")
    assert told.args == [""]
    assert not field.error.isVisible()
    assert LIGHT.error not in colours(field)


def test_nothing_is_said_while_the_date_is_not_yet_whole(field: DateField) -> None:
    for at, text in enumerate(("11", "25", "2026")):
        field.parts[at].setFocus()
        for digit in text:
            QTest.keyClicks(field.parts[at], digit)
            assert not field.error.isVisible()
    QTest.keyClick(field.parts[2], Qt.Key.Key_Tab)
    assert field.error.text == "The date must be today or earlier"


def test_a_date_that_is_set_is_shown_and_not_told(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.value_changed):
        field.set_value(dt.date(2025, 2, 12))
        assert texts(field) == ("2", "12", "2025")
        assert field.value == dt.date(2025, 2, 12)
        field.set_value(None)
        assert texts(field) == ("", "", "")


@pytest.mark.parametrize("into", [0, 1, 2])
def test_a_pasted_date_takes_the_place_of_what_is_selected(field: DateField, into: int) -> None:
    field.set_value(dt.date(2025, 1, 1))
    QGuiApplication.clipboard().setText("12/11/2024")
    field.parts[into].setFocus()
    field.parts[into].selectAll()
    field.parts[into].paste()
    assert field.value == dt.date(2024, 12, 11)


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_written_fits_into_the_fields(field: DateField, look: Appearance, percent: int) -> None:
    look.set_text_size(percent)
    QApplication.processEvents()
    write(field, "12", "30", "2025")
    for part in field.parts:
        room = part.width() - 2 * (look.theme.sp(10) + 1)
        assert part.fontMetrics().horizontalAdvance(part.text()) <= room


def test_the_bar_beside_a_question_comes_without_moving_it(stand: Stand) -> None:
    frame = ErrorFrame()
    field = DateField(dt.date(2025, 2, 12), LIMITS)
    field.error_changed.connect(lambda text: frame.set_marked(bool(text)))
    frame.body.addWidget(field)
    stand(frame)
    left = field.x()
    assert LIGHT.error not in colours(frame)
    field.check()
    QApplication.processEvents()
    assert frame.marked
    assert colour_at(frame, 2, frame.height() / 2) == LIGHT.error
    assert field.x() == left
