# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a case stands, in a few words, for the list on Home. Worked out by a job, once the engine is loaded."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from wizard.engine.answering import signed_answers_changed
from wizard.engine.walk import Walk, walk
from wizard.model.case import Case
from wizard.ui.home.recent_cases import Standing
from wizard.ui.library import OpenedTree
from wizard.ui.open_case import positions

translate = QCoreApplication.translate


def standing_of(case: Case, tree: OpenedTree, today: date) -> Standing:
    """Return where a case stands on the law that is installed now."""
    made = walk(tree.graph, case.values(), today)
    days = _days_left(made)
    if case.collection.version != tree.ref.version:
        return Standing("triangle-alert", "arguable", translate("Home", "The law changed. Check again"), days)
    if made.ended is None:
        return Standing("play", "accent", _question(made), days)
    if case.sign_off is not None and not signed_answers_changed(case):
        return Standing("check", "available", translate("Home", "Signed off"), days)
    if made.open_facts:
        return Standing("circle-question-mark", "ink2", _open_facts(len(made.open_facts)), days)
    return Standing("user-check", "ink2", translate("Home", "Waiting for sign-off"), days)


def _question(made: Walk) -> str:
    number = len(positions(made))
    fewest, most = made.ahead.fewest, made.ahead.most
    if fewest == most:
        words = translate("Home", "Question {number}, {most} left")
    elif most == fewest + 1:
        words = translate("Home", "Question {number}, {fewest} or {most} left")
    else:
        words = translate("Home", "Question {number}, {fewest} to {most} left")
    return words.format(number=number, fewest=fewest, most=most)


def _open_facts(count: int) -> str:
    if count == 1:
        return translate("Home", "1 open fact")
    return translate("Home", "{count} open facts").format(count=count)


def _days_left(made: Walk) -> int | None:
    """Return the days to the next last day of law; practice rules are none."""
    rules = made.graph.index.rules
    days = [
        one.days_left
        for one in made.deadlines
        if one.role == "last-day" and one.days_left is not None and not rules[one.rule].practice
    ]
    return min(days, default=None)
