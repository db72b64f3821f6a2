# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The federal calendar: its rules give the days off that the doctrine lists, and no others."""

import datetime as dt
from pathlib import Path

import pytest

from wizard.engine.calendars import ClosedDays
from wizard.model.table import Calendar

CALENDAR = Path(__file__).parents[2] / "trees/ice-force/calendars/federal.calendar.json"

DAY = dt.timedelta(days=1)
#: 20 January 2025 was a legal holiday besides, and 2029 falls on a Saturday.
INAUGURATION_DAYS = {dt.date(2021, 1, 20), dt.date(2033, 1, 20), dt.date(2037, 1, 20)}
CLOSURES = {dt.date(2025, 12, 24), dt.date(2025, 12, 26)}
#: Days off that are not themselves a holiday, as the FTCA doctrine lists them (E.O. 11582 and 5 U.S.C. § 6103(b)).
OBSERVED = {
    2020: ["07-03"],
    2021: ["06-18", "07-05", "12-24", "12-31"],
    2022: ["06-20", "12-26"],
    2023: ["01-02", "11-10"],
    2026: ["07-03"],
    2027: ["06-18", "07-05", "12-24", "12-31"],
    2028: ["11-10"],
    2029: ["11-12"],
    2032: ["06-18", "07-05", "12-24", "12-31"],
    2033: ["06-20", "12-26"],
    2034: ["01-02", "11-10"],
    2035: ["11-12"],
    2037: ["07-03"],
    2038: ["06-18", "07-05", "12-24", "12-31"],
    2039: ["06-20", "12-26"],
    2040: ["01-02", "11-12"],
}


@pytest.fixture(scope="module")
def federal() -> ClosedDays:
    """The bundled federal calendar, as the deadline engine reads it."""
    return ClosedDays(Calendar.model_validate_json(CALENDAR.read_bytes()))


def days_of(first: int, last: int) -> list[dt.date]:
    """Return every day of the years, both ends included."""
    start = dt.date(first, 1, 1)
    return [start + DAY * number for number in range((dt.date(last + 1, 1, 1) - start).days)]


def test_days_off_of_2020_to_2040_that_move_no_last_day_are_those_of_the_doctrine(federal: ClosedDays) -> None:
    listed = {dt.date.fromisoformat(f"{year}-{day}") for year, days in OBSERVED.items() for day in days}
    found = {day for day in days_of(2020, 2040) if not federal.is_open(day) and not federal.extends(day)}
    assert found == listed | INAUGURATION_DAYS | CLOSURES


def test_eleven_legal_holidays_and_weekends_move_a_last_day_on(federal: ClosedDays) -> None:
    moving = [day for day in days_of(2026, 2026) if federal.extends(day) and day.weekday() < 5]
    assert [f"{day:%m-%d}" for day in moving] == [
        "01-01",
        "01-19",
        "02-16",
        "05-25",
        "06-19",
        "09-07",
        "10-12",
        "11-11",
        "11-26",
        "12-25",
    ]
    assert federal.roll_forward(dt.date(2026, 7, 4)) == dt.date(2026, 7, 6)


def test_juneteenth_is_a_holiday_only_since_2021(federal: ClosedDays) -> None:
    assert federal.is_open(dt.date(2020, 6, 19))
    assert not federal.is_open(dt.date(2021, 6, 18))
    assert federal.extends(dt.date(2023, 6, 19))


def test_inauguration_day_on_a_saturday_shuts_no_friday_and_other_years_have_none(federal: ClosedDays) -> None:
    assert federal.is_open(dt.date(2001, 1, 19))
    assert federal.is_open(dt.date(2023, 1, 20))


def test_a_last_day_on_the_saturday_of_christmas_2027_is_safe_on_the_thursday_before(federal: ClosedDays) -> None:
    christmas = dt.date(2027, 12, 25)
    assert federal.last_open_before(christmas) == dt.date(2027, 12, 23)
    assert federal.roll_forward(christmas) == dt.date(2027, 12, 27)


def test_working_days_are_those_of_the_federal_calendar(federal: ClosedDays) -> None:
    file = CALENDAR.with_name("federal-working-days.calendar.json")
    working = ClosedDays(Calendar.model_validate_json(file.read_bytes()))
    assert [working.is_open(day) for day in days_of(2020, 2040)] == [
        federal.is_open(day) for day in days_of(2020, 2040)
    ]
