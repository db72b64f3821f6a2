# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number is written, refused and mended."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stand
from wizard.ui.widgets.number_field import NumberField, NumberLimits

LIMITS = NumberLimits(
    least=Decimal(0), most=Decimal(5000), too_small="The number must be 0 or more", too_large="5,000 days at most"
)


@pytest.fixture
def number(stand: Stand) -> NumberField:
    made = NumberField("Days in custody", "days", LIMITS)
    stand(made)
    return made


def write(number: NumberField, text: str) -> None:
    number.field.setFocus()
    number.field.selectAll()
    QTest.keyClick(number.field, Qt.Key.Key_Delete)
    QTest.keyClicks(number.field, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", "12"), (" 12 ", "12"), ("1,200", "1200"), ("$1,200", "1200"), ("0", "0"), ("5000", "5000"), ("3.0", "3.0")],
)
def test_a_number_is_read_as_people_write_it(number: NumberField, text: str, value: str) -> None:
    write(number, text)
    assert number.check()
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write a number"),
        ("  ", "Write a number"),
        ("many", "Write the number in figures"),
        ("NaN", "Write the number in figures"),
        ("Infinity", "Write the number in figures"),
        ("2.5", "Write a whole number"),
        ("-1", "The number must be 0 or more"),
        ("5001", "5,000 days at most"),
    ],
)
def test_what_is_wrong_is_said_above_the_field(number: NumberField, text: str, sentence: str) -> None:
    write(number, text)
    assert not number.check()
    assert number.value is None
    assert number.error.text == sentence
    assert number.error.isVisible()
    assert number.error.geometry().bottom() < number.field.y()
    assert number.field.refused
    assert QApplication.focusWidget() is number.field
    heard = QAccessible.queryAccessibleInterface(number.field)
    assert heard.text(QAccessible.Text.Name) == "Days in custody"
    assert heard.text(QAccessible.Text.Description) == sentence


def test_each_new_number_is_told_and_an_error_goes_when_it_is_mended(number: NumberField) -> None:
    told: list[object] = []
    number.value_changed.connect(told.append)
    write(number, "5001")
    number.check()
    QTest.keyClick(number.field, Qt.Key.Key_End)
    QTest.keyClick(number.field, Qt.Key.Key_Backspace)
    assert not number.error.isVisible()
    assert told == [5, 50, 500, None, 500]


def test_fractions_are_taken_where_they_are_allowed(stand: Stand) -> None:
    number = NumberField("Sum", "dollars", NumberLimits(whole=False))
    stand(number)
    write(number, "1,234.50")
    assert number.value == Decimal("1234.50")


def test_a_number_that_is_set_is_shown_and_not_told(number: NumberField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(number.value_changed):
        number.set_value(Decimal("1E+2"))
        assert number.field.text() == "100"
        number.set_value(None)
        assert number.field.text() == ""
