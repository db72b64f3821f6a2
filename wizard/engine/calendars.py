# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of a court system made ready: which days are open, and which move a last day on."""

import calendar as months
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple, get_args

from wizard.model.table import Calendar, FixedHoliday, Holiday, Weekday, WeekdayHoliday

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
SATURDAY, SUNDAY = WEEKDAYS.index("saturday"), WEEKDAYS.index("sunday")

#: No office is shut for longer at a stretch, and no law counts more working days. A calendar or a table that asks for
#: more is faulty, and would otherwise send the count through eight thousand years.
MOST_SHUT_DAYS = 366
MOST_WORKING_DAYS = 10_000

DAY = timedelta(days=1)


class _Year(NamedTuple):
    shut: frozenset[date]
    moving: frozenset[date]


class ClosedDays:
    """A calendar made ready; each year is worked out once, when it is first asked for."""

    def __init__(self, calendar: Calendar) -> None:
        self._holidays = calendar.holidays
        self._closures = frozenset(closure.day for closure in calendar.closures)
        self._weekend = frozenset(WEEKDAYS.index(weekday) for weekday in calendar.weekend)
        self._years: dict[int, _Year] = {}

    def is_open(self, day: date) -> bool:
        """Return whether offices are open: no weekend, holiday, observed day or closure."""
        return day not in self._year(day.year).shut

    def extends(self, day: date) -> bool:
        """Return whether a last day that falls on this day moves on: a weekend or a holiday that extends."""
        return day in self._year(day.year).moving

    def last_open_before(self, day: date) -> date:
        """Return the last open day strictly before `day`.

        Raises:
            OverflowError: there is none within a year, or in the range of dates.
        """
        before = day
        for _ in range(MOST_SHUT_DAYS):
            before -= DAY
            if self.is_open(before):
                return before
        msg = "no open day in the year before"
        raise OverflowError(msg)

    def roll_forward(self, day: date) -> date:
        """Return the day itself, or the first day after it that does not move a last day on.

        Raises:
            OverflowError: there is none within a year, or in the range of dates.
        """
        rolled = day
        for _ in range(MOST_SHUT_DAYS):
            if not self.extends(rolled):
                return rolled
            rolled += DAY
        msg = "no day in the year after that a last day may fall on"
        raise OverflowError(msg)

    def add_working_days(self, day: date, n: int) -> date:
        """Return the n-th open day after `day`; `day` itself for 0.

        Raises:
            OverflowError: more than `MOST_WORKING_DAYS`, a year without an open day, or outside the range of dates.
        """
        if n > MOST_WORKING_DAYS:
            msg = "too many working days"
            raise OverflowError(msg)
        reached = day
        shut_days = 0
        year, shut = day.year, self._year(day.year).shut
        while n > 0:
            reached += DAY
            if reached.year != year:
                year, shut = reached.year, self._year(reached.year).shut
            if reached not in shut:
                n -= 1
                shut_days = 0
            elif (shut_days := shut_days + 1) > MOST_SHUT_DAYS:
                msg = "no open day in the year after"
                raise OverflowError(msg)
        return reached

    def _year(self, year: int) -> _Year:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._work_out(year)
        return known

    def _work_out(self, year: int) -> _Year:
        length = 366 if months.isleap(year) else 365
        first = date(year, 1, 1).toordinal()
        weekend = {date.fromordinal(day) for day in range(first, first + length) if (day - 1) % 7 in self._weekend}
        shut = set(self._closures)
        moving = set()
        for holiday in self._holidays:
            # A holiday of a neighbouring year may be observed in this one: 1 January on 31 December.
            for day in _days_of(holiday, range(max(year - 1, MINYEAR), min(year + 1, MAXYEAR) + 1)):
                if holiday.extends:
                    moving.add(day)
                shut.add(day)
                shut.update(_observed(holiday, day))
        return _Year(frozenset(weekend | shut), frozenset(weekend | moving))


def _days_of(holiday: Holiday, years: range) -> Iterator[date]:
    """Yield the day of the holiday in each of the years that has one."""
    since = MINYEAR if holiday.since is None else holiday.since
    through = MAXYEAR if holiday.through is None else holiday.through
    for year in years:
        if not since <= year <= through:
            continue
        day = _weekday_in(holiday, year) if isinstance(holiday, WeekdayHoliday) else _date_in(holiday, year, since)
        if day is not None:
            yield day


def _date_in(holiday: FixedHoliday, year: int, since: int) -> date | None:
    """Return the fixed date in a year, or None: not its turn, or no such date (29 February)."""
    if (year - since) % holiday.every_years or holiday.day > months.monthrange(year, holiday.month)[1]:
        return None
    return date(year, holiday.month, holiday.day)


def _weekday_in(holiday: WeekdayHoliday, year: int) -> date | None:
    """Return the n-th such weekday of the month, or None where the month has no fifth one."""
    first_weekday, length = months.monthrange(year, holiday.month)
    first = 1 + (WEEKDAYS.index(holiday.weekday) - first_weekday) % 7
    day = first + 7 * ((length - first) // 7 if holiday.nth == -1 else holiday.nth - 1)
    return date(year, holiday.month, day) if day <= length else None


def _observed(holiday: Holiday, day: date) -> Iterator[date]:
    """Yield the neighbour that is a day off for a holiday on a weekend, where its rule gives one."""
    if isinstance(holiday, WeekdayHoliday):
        return
    if day.weekday() == SATURDAY and "friday-for-saturday" in holiday.observed:
        yield day - DAY
    if day.weekday() == SUNDAY and "monday-for-sunday" in holiday.observed:
        yield day + DAY
