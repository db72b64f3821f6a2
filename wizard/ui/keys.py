# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of each page, as F1 shows them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def keys_of(page: str) -> tuple[tuple[str, str], ...]:
    """Return the keys of a page, then those that work everywhere, each with what it does."""
    own = {"home": _home_keys, "walk": _walk_keys, "summary": _summary_keys, "read": _read_keys}.get(page)
    return (*(own() if own is not None else ()), *_everywhere())


def _home_keys() -> tuple[tuple[str, str], ...]:
    return (
        (translate("Keys", "Arrows"), translate("Keys", "Move between trees")),
        (translate("Keys", "Enter"), translate("Keys", "Start a case, open a case")),
    )


def _walk_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("1 – 9", translate("Keys", "Choose an answer")),
        ("0", translate("Keys", "Not sure yet")),
        (translate("Keys", "Up Down"), translate("Keys", "Move between answers")),
        (translate("Keys", "Space"), translate("Keys", "Choose; in trail and chart, read")),
        (translate("Keys", "Enter"), translate("Keys", "Next; in trail and chart, return to a step")),
        (translate("Keys", "Backspace"), translate("Keys", "Back")),
        (translate("Keys", "Alt Left"), translate("Keys", "Back")),
        ("Alt W", translate("Keys", "Why we ask")),
        ("Alt G", translate("Keys", "Terms on this page")),
        ("Alt O", translate("Keys", "Note for the attorney")),
        (translate("Keys", "Ctrl Shift C"), translate("Keys", "Copy the citations of this question")),
        (translate("Keys", "Ctrl Enter"), translate("Keys", "Summary")),
        (translate("Keys", "Ctrl 1 – 4"), translate("Keys", "Question, chart, trail, claims")),
        (translate("Keys", "Ctrl Shift F"), translate("Keys", "Follow the current step in the chart")),
        ("F", translate("Keys", "In the chart: fit the whole chart")),
        ("+ -", translate("Keys", "In the chart: larger, smaller")),
        (translate("Keys", "Ctrl E"), translate("Keys", "Export picture")),
    )


def _summary_keys() -> tuple[tuple[str, str], ...]:
    return (
        (translate("Keys", "Alt Left"), translate("Keys", "Back to questions")),
        ("Alt G", translate("Keys", "Terms on this page")),
        (translate("Keys", "Ctrl E"), translate("Keys", "Export picture")),
    )


def _read_keys() -> tuple[tuple[str, str], ...]:
    return (
        (translate("Keys", "Space"), translate("Keys", "In the chart: read a step")),
        ("Alt G", translate("Keys", "Terms on this page")),
    )


def _everywhere() -> tuple[tuple[str, str], ...]:
    return (
        ("F6", translate("Keys", "Next region")),
        (translate("Keys", "Shift F6"), translate("Keys", "Region before")),
        ("Alt", translate("Keys", "Menus")),
        (translate("Keys", "Ctrl F"), translate("Keys", "Search trees and cases")),
        (translate("Keys", "Ctrl + / - / 0"), translate("Keys", "Text size")),
        (translate("Keys", "Ctrl N"), translate("Keys", "New case")),
        (translate("Keys", "Ctrl O"), translate("Keys", "Open a case file")),
        (translate("Keys", "Ctrl Home"), translate("Keys", "Home")),
        (translate("Keys", "Esc"), translate("Keys", "Close the topmost thing")),
    )
