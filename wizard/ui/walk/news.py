# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has come of the last answer, as a screen reader says it."""

from PySide6.QtCore import QCoreApplication

from wizard.chart.status_words import status_word
from wizard.engine.walk import Walk
from wizard.engine.wording import format_date

translate = QCoreApplication.translate


def news_of(before: Walk, now: Walk, language: str) -> tuple[str, ...]:
    """Return a sentence for each status that changed and for each new deadline."""
    index = now.graph.index
    sentences = []
    for line in now.board:
        if before.statuses.get(line.claim) != line.status:
            title = index.claims[line.claim].title.within(language)
            words = status_word(line.status)
            sentence = translate("Walk", "{claim} is now {status}")
            sentences.append(sentence.format(claim=title, status=words[:1].lower() + words[1:]))
    known = {deadline.rule: deadline.act_by for deadline in before.deadlines}
    for deadline in now.deadlines:
        if deadline.act_by is not None and known.get(deadline.rule) != deadline.act_by:
            sentence = translate("Walk", "New deadline: {title}, act by {day}")
            title = index.rules[deadline.rule].title.within(language)
            sentences.append(sentence.format(title=title, day=format_date(deadline.act_by, language)))
    return tuple(sentences)
