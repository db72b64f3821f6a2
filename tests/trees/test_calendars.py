# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The federal calendar: its rules give the days that the doctrine lists, and nothing else closes an office."""

import datetime as dt
from pathlib import Path

import pytest

from wizard.model.table import Calendar, FixedHoliday, WeekdayHoliday

CALENDAR = Path(__file__).parents[2] / "trees/ice-force/calendars/federal.calendar.json"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SATURDAY, SUNDAY = 5, 6

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
def federal() -> Calendar:
    """The bundled federal calendar."""
    return Calendar.model_validate_json(CALENDAR.read_bytes())


def the_day(holiday: FixedHoliday | WeekdayHoliday, year: int) -> dt.date | None:
    """Return the day of a holiday in a year, None where the rule gives none."""
    since, through = holiday.since or dt.MINYEAR, holiday.through or dt.MAXYEAR
    if not since <= year <= through:
        return None
    if isinstance(holiday, FixedHoliday):
        return dt.date(year, holiday.month, holiday.day) if (year - since) % holiday.every_years == 0 else None
    days = [dt.date(year, holiday.month, 1) + dt.timedelta(days=step) for step in range(31)]
    same = [day for day in days if day.month == holiday.month and WEEKDAYS[day.weekday()] == holiday.weekday]
    return same[-1] if holiday.nth == -1 else same[holiday.nth - 1]


def neighbour(holiday: FixedHoliday | WeekdayHoliday, day: dt.date) -> dt.date | None:
    """Return the day off beside a holiday that falls on a weekend."""
    observed = holiday.observed if isinstance(holiday, FixedHoliday) else ()
    if day.weekday() == SATURDAY and "friday-for-saturday" in observed:
        return day - dt.timedelta(days=1)
    if day.weekday() == SUNDAY and "monday-for-sunday" in observed:
        return day + dt.timedelta(days=1)
    return None


def observed_days(calendar: Calendar, *, extending: bool) -> set[dt.date]:
    """Return the observed days from 2020 to 2040, of the holidays that extend a last day or of the others."""
    days = set()
    for holiday in calendar.holidays:
        for year in range(2019, 2042):
            day = the_day(holiday, year)
            beside = neighbour(holiday, day) if day and holiday.extends is extending else None
            if beside and 2020 <= beside.year <= 2040:
                days.add(beside)
    return days


def test_observed_days_of_2020_to_2040_are_those_of_the_doctrine(federal: Calendar) -> None:
    listed = {dt.date.fromisoformat(f"{year}-{day}") for year, days in OBSERVED.items() for day in days}
    assert observed_days(federal, extending=True) == listed


def test_eleven_legal_holidays_move_a_last_day_and_juneteenth_only_since_2021(federal: Calendar) -> None:
    def extending(year: int) -> list[dt.date]:
        days = [the_day(holiday, year) for holiday in federal.holidays if holiday.extends]
        return sorted(day for day in days if day)

    assert len(extending(2020)) == 10
    assert extending(2026) == [
        dt.date(2026, 1, 1),
        dt.date(2026, 1, 19),
        dt.date(2026, 2, 16),
        dt.date(2026, 5, 25),
        dt.date(2026, 6, 19),
        dt.date(2026, 7, 4),
        dt.date(2026, 9, 7),
        dt.date(2026, 10, 12),
        dt.date(2026, 11, 11),
        dt.date(2026, 11, 26),
        dt.date(2026, 12, 25),
    ]


def test_inauguration_day_shuts_offices_every_four_years_and_never_moves_a_last_day(federal: Calendar) -> None:
    (inauguration,) = [holiday for holiday in federal.holidays if not holiday.extends]
    years = [year for year in range(2020, 2041) if the_day(inauguration, year)]
    assert years == [2021, 2025, 2029, 2033, 2037]
    assert observed_days(federal, extending=False) == set()
    sunday = the_day(inauguration, 2013)
    assert sunday == dt.date(2013, 1, 20)
    assert neighbour(inauguration, sunday) == dt.date(2013, 1, 21)
    saturday = the_day(inauguration, 2001)
    assert saturday == dt.date(2001, 1, 20)
    assert neighbour(inauguration, saturday) is None


def test_the_two_closure_days_of_2025_are_given(federal: Calendar) -> None:
    assert [closure.day for closure in federal.closures] == [dt.date(2025, 12, 24), dt.date(2025, 12, 26)]
