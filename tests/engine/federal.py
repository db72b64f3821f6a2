# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The federal calendar as the engine's tests use it, written out here so that they do not rest on the bundled one."""

import datetime as dt
from typing import Literal

from wizard.model.table import Calendar, Closure, FixedHoliday, Weekday, WeekdayHoliday
from wizard.model.text import Text

BOTH: tuple[Literal["friday-for-saturday", "monday-for-sunday"], ...] = ("friday-for-saturday", "monday-for-sunday")


def _fixed(month: int, day: int, since: int | None = None) -> FixedHoliday:
    return FixedHoliday(kind="fixed", name=Text(en="a fixed holiday"), month=month, day=day, since=since, observed=BOTH)


def _weekday(month: int, nth: int, weekday: Weekday) -> WeekdayHoliday:
    return WeekdayHoliday.model_validate(
        {"kind": "weekday", "name": {"en": "a weekday holiday"}, "month": month, "weekday": weekday, "nth": nth}
    )


INAUGURATION = FixedHoliday(
    kind="fixed",
    name=Text(en="Inauguration Day"),
    month=1,
    day=20,
    since=1937,
    every_years=4,
    observed=("monday-for-sunday",),
    extends=False,
)

CLOSURES = (dt.date(2025, 12, 24), dt.date(2025, 12, 26))

FEDERAL = Calendar(
    id="federal",
    title=Text(en="Federal"),
    holidays=(
        _fixed(1, 1),
        _weekday(1, 3, "monday"),
        INAUGURATION,
        _weekday(2, 3, "monday"),
        _weekday(5, -1, "monday"),
        _fixed(6, 19, since=2021),
        _fixed(7, 4),
        _weekday(9, 1, "monday"),
        _weekday(10, 2, "monday"),
        _fixed(11, 11),
        _weekday(11, 4, "thursday"),
        _fixed(12, 25),
    ),
    closures=tuple(Closure(day=day, name=Text(en="Closed by executive order")) for day in CLOSURES),
)
