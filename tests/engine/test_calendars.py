# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which days are open, which move a last day on, and how one counts over them."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.federal import BOTH, CLOSURES, FEDERAL, INAUGURATION
from wizard.engine.calendars import MOST_SHUT_DAYS, MOST_WORKING_DAYS, WEEKDAYS, ClosedDays
from wizard.model.table import Calendar, Closure, FixedHoliday, Holiday, WeekdayHoliday
from wizard.model.text import Text

DAY = timedelta(days=1)
NAME = Text(en="a day")

#: Days off that are not themselves a holiday, as the FTCA doctrine lists them (E.O. 11582 and 5 U.S.C. § 6103(b)).
OBSERVED = {
    2020: "07-03",
    2021: "06-18 07-05 12-24 12-31",
    2022: "06-20 12-26",
    2023: "01-02 11-10",
    2026: "07-03",
    2027: "06-18 07-05 12-24 12-31",
    2028: "11-10",
    2029: "11-12",
    2032: "06-18 07-05 12-24 12-31",
    2033: "06-20 12-26",
    2034: "01-02 11-10",
    2035: "11-12",
    2037: "07-03",
    2038: "06-18 07-05 12-24 12-31",
    2039: "06-20 12-26",
    2040: "01-02 11-12",
}
#: Those of 2025 (the Birthday of Martin Luther King, Jr.) and 2029 (a Saturday) are shut for another reason too.
INAUGURATIONS = [date(2021, 1, 20), date(2033, 1, 20), date(2037, 1, 20)]

federal = ClosedDays(FEDERAL)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
years_or_none = st.none() | st.integers(1980, 2100)
observed = st.lists(st.sampled_from(["friday-for-saturday", "monday-for-sunday"]), unique=True).map(tuple)
fixed = st.builds(
    FixedHoliday,
    kind=st.just("fixed"),
    name=st.just(NAME),
    since=years_or_none,
    through=years_or_none,
    extends=st.booleans(),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
    every_years=st.integers(1, 5),
    observed=observed,
)
on_weekday = st.builds(
    WeekdayHoliday,
    kind=st.just("weekday"),
    name=st.just(NAME),
    since=years_or_none,
    through=years_or_none,
    extends=st.booleans(),
    month=st.integers(1, 12),
    weekday=st.sampled_from(WEEKDAYS),
    nth=st.sampled_from([1, 2, 3, 4, 5, -1]),
)
calendars = st.builds(
    Calendar,
    id=st.just("made-up"),
    title=st.just(NAME),
    weekend=st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=4).map(tuple),
    holidays=st.lists(fixed | on_weekday, max_size=6).map(tuple),
    closures=st.lists(st.builds(Closure, day=days, name=st.just(NAME)), max_size=3).map(tuple),
)


def stretch(first: date, last: date) -> Iterator[date]:
    """Yield the days from the first to the last."""
    while first <= last:
        yield first
        first += DAY


def is_on(holiday: Holiday, day: date) -> bool:
    """Return whether the holiday is on this very day, said as directly as the rule says it."""
    if (holiday.since and day.year < holiday.since) or (holiday.through and day.year > holiday.through):
        return False
    if day.month != holiday.month:
        return False
    if isinstance(holiday, FixedHoliday):
        return day.day == holiday.day and (day.year - (holiday.since or 1)) % holiday.every_years == 0
    if WEEKDAYS[day.weekday()] != holiday.weekday:
        return False
    if holiday.nth == -1:
        return (day + 7 * DAY).month != day.month
    return (day.day + 6) // 7 == holiday.nth


def is_observed(holiday: Holiday, day: date) -> bool:
    """Return whether this day is off for the holiday because it falls on the weekend beside it."""
    if isinstance(holiday, WeekdayHoliday):
        return False
    saturday = day.weekday() == 4 and "friday-for-saturday" in holiday.observed and is_on(holiday, day + DAY)
    sunday = day.weekday() == 0 and "monday-for-sunday" in holiday.observed and is_on(holiday, day - DAY)
    return saturday or sunday


def test_the_observed_days_of_2020_to_2040_are_those_of_the_doctrine() -> None:
    listed = {date.fromisoformat(f"{year}-{day}") for year, text in OBSERVED.items() for day in text.split()}
    shut_only = {
        day
        for day in stretch(date(2020, 1, 1), date(2040, 12, 31))
        if not federal.is_open(day) and not federal.extends(day)
    }
    assert shut_only == listed | set(INAUGURATIONS) | set(CLOSURES)


@pytest.mark.parametrize("day", INAUGURATIONS)
def test_inauguration_day_shuts_offices_and_does_not_move_a_last_day(day: date) -> None:
    assert not federal.is_open(day)
    assert federal.roll_forward(day) == day


def test_inauguration_day_on_a_sunday_shuts_offices_on_the_monday_and_on_a_saturday_no_other_day() -> None:
    # On its own: in the federal calendar that Monday is always the Birthday of Martin Luther King, Jr. as well.
    alone = ClosedDays(Calendar(id="alone", title=NAME, holidays=(INAUGURATION,)))
    assert date(2013, 1, 20).weekday() == 6
    assert not alone.is_open(date(2013, 1, 21))
    assert not alone.extends(date(2013, 1, 21))
    assert date(2029, 1, 20).weekday() == 5
    assert alone.is_open(date(2029, 1, 19))


def test_there_is_no_inauguration_in_other_years() -> None:
    assert federal.is_open(date(2026, 1, 20))
    assert federal.is_open(date(2027, 1, 20))


def test_juneteenth_is_a_holiday_only_since_2021() -> None:
    assert federal.is_open(date(2020, 6, 19))
    assert not federal.is_open(date(2024, 6, 19))


def test_new_years_day_on_a_saturday_shuts_offices_on_the_last_day_of_the_year_before() -> None:
    assert not federal.is_open(date(2027, 12, 31))
    assert not federal.extends(date(2027, 12, 31))


def a_holiday(month: int, day: int, **changes: object) -> ClosedDays:
    """Return a calendar with this one holiday, observed on either side of a weekend."""
    rule = {"kind": "fixed", "name": {"en": "a day"}, "month": month, "day": day, "observed": BOTH, **changes}
    return ClosedDays(Calendar(id="one", title=NAME, holidays=(FixedHoliday.model_validate(rule),)))


def test_a_holiday_on_the_last_day_of_a_year_may_be_observed_on_the_first_of_the_next() -> None:
    assert date(2028, 12, 31).weekday() == 6
    assert not a_holiday(12, 31).is_open(date(2029, 1, 1))


def test_a_date_that_a_year_does_not_have_is_no_holiday() -> None:
    assert not a_holiday(2, 29).is_open(date(2028, 2, 29))
    assert all(a_holiday(2, 29).is_open(date(2027, 2, 22) + number * DAY) for number in range(5))


def test_a_holiday_may_begin_before_all_dates_and_end_after_them() -> None:
    ever = a_holiday(1, 1, since=-4, through=20_000)
    assert not ever.is_open(date.min)
    assert ever.is_open(date.max)


def test_a_last_day_on_thanksgiving_weekend_moves_to_monday() -> None:
    assert federal.roll_forward(date(2026, 11, 26)) == date(2026, 11, 27)
    assert federal.roll_forward(date(2026, 11, 28)) == date(2026, 11, 30)


def test_the_last_open_day_before_christmas_on_a_saturday_skips_the_observed_friday() -> None:
    assert federal.last_open_before(date(2027, 12, 25)) == date(2027, 12, 23)


def test_twenty_working_days_skip_weekends_and_holidays() -> None:
    # From Monday 2 November 2026: Veterans Day and Thanksgiving lie between.
    assert federal.add_working_days(date(2026, 11, 2), 20) == date(2026, 12, 2)


@given(calendars, days)
def test_a_day_is_open_and_moves_as_the_rules_say(calendar: Calendar, day: date) -> None:
    closed = ClosedDays(calendar)
    weekend = WEEKDAYS[day.weekday()] in calendar.weekend
    holidays = [holiday for holiday in calendar.holidays if is_on(holiday, day)]
    off = any(is_observed(holiday, day) for holiday in calendar.holidays)
    closures = {closure.day for closure in calendar.closures}
    assert closed.is_open(day) is not (weekend or bool(holidays) or off or day in closures)
    assert closed.extends(day) is (weekend or any(holiday.extends for holiday in holidays))


@given(calendars, days)
def test_the_last_open_day_before_is_open_and_none_lies_between(calendar: Calendar, day: date) -> None:
    closed = ClosedDays(calendar)
    before = closed.last_open_before(day)
    assert before < day
    assert [one for one in stretch(before, day - DAY) if closed.is_open(one)] == [before]


@given(calendars, days)
def test_rolling_forward_stops_at_the_first_day_that_does_not_move_on(calendar: Calendar, day: date) -> None:
    closed = ClosedDays(calendar)
    rolled = closed.roll_forward(day)
    assert [one for one in stretch(day, rolled) if not closed.extends(one)] == [rolled]


@given(calendars, days, st.integers(0, 120))
def test_working_days_counts_open_days_only(calendar: Calendar, day: date, n: int) -> None:
    closed = ClosedDays(calendar)
    reached = closed.add_working_days(day, n)
    assert sum(closed.is_open(one) for one in stretch(day + DAY, reached)) == n
    assert n == 0 or closed.is_open(reached)


@given(calendars, days, days)
def test_what_was_asked_before_does_not_change_an_answer(calendar: Calendar, first: date, second: date) -> None:
    assume(first.year != second.year)
    used = ClosedDays(calendar)
    used.is_open(first)
    assert used.is_open(second) is ClosedDays(calendar).is_open(second)


def test_a_calendar_that_is_never_open_is_refused_and_does_not_hang() -> None:
    always = ClosedDays(Calendar(id="shut", title=NAME, weekend=WEEKDAYS, holidays=()))
    day = date(2026, 11, 24)
    with pytest.raises(OverflowError):
        always.last_open_before(day)
    with pytest.raises(OverflowError):
        always.roll_forward(day)
    with pytest.raises(OverflowError):
        always.add_working_days(day, 1)


def test_more_working_days_than_any_law_counts_are_refused() -> None:
    assert federal.add_working_days(date(2026, 1, 1), MOST_WORKING_DAYS).year == 2066
    with pytest.raises(OverflowError):
        federal.add_working_days(date(2026, 1, 1), MOST_WORKING_DAYS + 1)
    assert MOST_SHUT_DAYS > 365


def test_the_first_and_the_last_day_of_all_are_answered() -> None:
    assert not federal.is_open(date.min)
    assert federal.is_open(date.max)
    with pytest.raises(OverflowError):
        federal.last_open_before(date.min)
    with pytest.raises(OverflowError):
        federal.add_working_days(date.max, 1)
