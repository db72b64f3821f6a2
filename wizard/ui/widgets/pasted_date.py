# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a date may look like on the clipboard, in a message or in a form."""

import re

_MONTHS = (
    "january enero",
    "february febrero",
    "march marzo",
    "april abril",
    "may mayo",
    "june junio",
    "july julio",
    "august agosto",
    "september septiembre setiembre",
    "october octubre",
    "november noviembre",
    "december diciembre",
)
_SHORTEST_NAME = 3

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{4}|\d{2})")
_NAME_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})")


def pasted_date(text: str) -> tuple[str, str, str] | None:
    """Read month, day and year out of a whole date; None when the text is no date.

    The numbers are as they stand, so that a date that does not exist can be shown and mended. Figures alone count as
    month, day, year, as the fields do, unless the year comes first; nothing is guessed.
    """
    text = text.strip().strip(",.")
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
        return _plain(month), _plain(day), year
    if match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
        return _plain(month), _plain(day), year
    if match := _NAME_FIRST.fullmatch(text):
        name, day, year = match.groups()
        return _named(name, day, year)
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = match.groups()
        return _named(name, day, year)
    return None


def _plain(number: str) -> str:
    return number.lstrip("0") or "0"


def _named(name: str, day: str, year: str) -> tuple[str, str, str] | None:
    for number, names in enumerate(_MONTHS, start=1):
        if len(name) >= _SHORTEST_NAME and any(full.startswith(name.lower()) for full in names.split()):
            return str(number), _plain(day), year
    return None
