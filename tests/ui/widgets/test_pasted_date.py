# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole date is understood however it is written, and never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.ui.widgets.pasted_date import pasted_date

ENGLISH = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
SPANISH = ["enero", "febrero", "marzo", "abril", "mayo", "junio"]
SPANISH += ["julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
FORMS = ["{m} {d}, {y}", "{m} {d} {y}", "{d} {m} {y}", "{d} {m}, {y}", "{d} of {m} {y}"]
DATES = st.dates(min_value=dt.date(1000, 1, 1))


def numbers(date: dt.date) -> tuple[str, str, str]:
    return str(date.month), str(date.day), str(date.year)


@given(DATES, st.sampled_from(["/", "-", ".", " ", " / "]), st.booleans())
def test_figures_are_month_day_year(date: dt.date, between: str, padded: bool) -> None:
    month, day = (f"{date.month:02}", f"{date.day:02}") if padded else (str(date.month), str(date.day))
    assert pasted_date(between.join((month, day, f"{date.year}"))) == numbers(date)


@given(DATES, st.sampled_from(["{}", " {}\n", "{}T09:30:00", "{} 14:05"]))
def test_the_year_may_come_first(date: dt.date, around: str) -> None:
    assert pasted_date(around.format(date.isoformat())) == numbers(date)


@given(DATES, st.sampled_from(FORMS), st.data())
def test_names_of_months_are_read(date: dt.date, form: str, data: st.DataObject) -> None:
    name = ENGLISH[date.month - 1]
    shape = data.draw(st.sampled_from([name, name.lower(), name.upper(), name[:3], name[:3] + ".", name[:4]]))
    assert pasted_date(form.format(m=shape, d=date.day, y=date.year)) == numbers(date)


@given(DATES)
def test_spanish_is_read(date: dt.date) -> None:
    assert pasted_date(f"{date.day} de {SPANISH[date.month - 1]} de {date.year}") == numbers(date)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Feb. 12th, 2025", ("2", "12", "2025")),
        ("the 12th", None),
        ("2/12/25", ("2", "12", "25")),  # the field asks for four digits
        ("13/4/2025", ("13", "4", "2025")),  # the field says that there is no month 13
        ("2/30/2025", ("2", "30", "2025")),
        ("2025", None),
        ("12", None),
        ("Fe 12, 2025", None),
        ("Foo 12, 2025", None),
        ("call 555-12-2025 now", None),
        ("", None),
    ],
)
def test_what_is_no_date_is_left_alone_and_a_wrong_one_is_not_mended(
    text: str, read: tuple[str, str, str] | None
) -> None:
    assert pasted_date(text) == read


@given(st.text(max_size=40))
def test_any_text_can_be_pasted(text: str) -> None:
    read = pasted_date(text)
    assert read is None or all(part.isdecimal() for part in read)
