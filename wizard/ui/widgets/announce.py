# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says without a change of focus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(source: QObject, words: str, *, assertive: bool = False) -> None:
    """Have a screen reader say some words.

    Args:
        source: what the words are about.
        words: a short sentence in the language of the program.
        assertive: interrupt what is being said; else wait for a pause.
    """
    event = QAccessibleAnnouncementEvent(source, words)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive if assertive else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
