# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving a day by years, months and days."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

SHORTEST_MONTH = 28


def moved(day: date, years: int = 0, months: int = 0, days: int = 0) -> date:
    """Return the day moved by years and months, then days.

    Years and months keep the date, or end on the last day of the month where it has no such date (29 February of a
    common year becomes 28 February).

    Raises:
        OverflowError: the result is outside the years 1 to 9999.
    """
    month_number = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(month_number, 12)
    if not MINYEAR <= year <= MAXYEAR:
        msg = "date out of range"
        raise OverflowError(msg)
    in_month = day.day
    if in_month > SHORTEST_MONTH:
        in_month = min(in_month, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, in_month) + timedelta(days=days)
