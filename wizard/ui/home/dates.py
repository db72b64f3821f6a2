# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as Home says them. Qt's own words: those of the engine would load the model before the first paint."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate

_WEEK = 7


def short_date(day: dt.date, language: str) -> str:
    """Return “3 Nov 2026”."""
    return _said(day, language, "d MMM yyyy")


def long_date(day: dt.date, language: str) -> str:
    """Return “3 November 2026”."""
    return _said(day, language, "d MMMM yyyy")


def when_changed(moment: dt.datetime, now: dt.datetime, language: str) -> str:
    """Return when something was last changed, as shortly as is clear: “Today 10:42”, “Yesterday”, “18 Nov”."""
    day, today = moment.astimezone(now.tzinfo).date(), now.date()
    if day == today:
        local = moment.astimezone(now.tzinfo)
        clock = QLocale(language).toString(QTime(local.hour, local.minute), "HH:mm")
        return translate("Home", "Today {clock}").format(clock=clock)
    if day == today - dt.timedelta(days=1):
        return translate("Home", "Yesterday")
    return _said(day, language, "d MMM" if day.year == today.year else "d MMM yyyy")


def _said(day: dt.date, language: str, pattern: str) -> str:
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)
