# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The banners above a question: what happened, whether anything is lost, what to do."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from wizard.engine.wording import format_date
from wizard.storage.errors import WriteError
from wizard.ui.widgets.banner import Banner

translate = QCoreApplication.translate


def not_saved_banner(error: Exception) -> Banner:
    """Return the banner for an answer that is not on disk: *Save again*, *Save elsewhere*."""
    reason = error.reason if isinstance(error, WriteError) else translate("Walk", "the program has met a fault")
    mend = error.mend if isinstance(error, WriteError) else translate("Walk", "save again, or save elsewhere")
    words = translate("Walk", "{reason}. {mend}. Your answer stays on the screen.")
    banner = Banner(
        "error",
        translate("Walk", "This answer is not saved yet"),
        words.format(reason=reason[:1].upper() + reason[1:], mend=mend[:1].upper() + mend[1:]),
    )
    banner.add_action(translate("Walk", "Save again"), "primary")
    banner.add_action(translate("Walk", "Save elsewhere"))
    if isinstance(error, WriteError):
        banner.set_details(str(error.file))
    return banner


def overdue_banner(due: date, language: str) -> Banner:
    """Return the banner for law whose check is overdue: *Go on*, *See other trees*."""
    title = translate("Walk", "The law was due for a check on {day}").format(day=format_date(due, language, short=True))
    words = translate("Walk", "Ask the supervising attorney before you rely on it. The summary will say so too.")
    banner = Banner("warning", title, words)
    banner.add_action(translate("Walk", "Go on"))
    banner.add_action(translate("Walk", "See other trees"), "link")
    return banner


def version_banner(began: str, now: str) -> Banner:
    """Return the banner for a case that was begun with another version of the law."""
    title = translate("Walk", "This case was begun with version {began} of the law").format(began=began)
    words = translate("Walk", "The questions and results are now those of version {now}. Your answers are kept.")
    return Banner("info", title, words.format(now=now), closable=True)
