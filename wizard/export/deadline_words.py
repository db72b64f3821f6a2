# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a deadline is told: the safe date large, what else a court might count small, and why they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wizard.engine.deadlines import facts_of
from wizard.engine.walk import Walk
from wizard.engine.wording import fill, format_date
from wizard.export.citations import Cited, cited
from wizard.export.words import Words
from wizard.model.deadline import Deadline, DeadlineRule
from wizard.model.status import DeadlineState

#: From so many days on, a deadline is shown in the colour of errors (look.md, "Status").
URGENT_DAYS = 30

Pressure = Literal["passed", "urgent", "usual", "none"]
"""The safe date has passed; it is at most 30 days away; further; there is nothing to be late for."""


@dataclass(frozen=True, slots=True)
class ToldDeadline:
    """A deadline in words.

    Attributes:
        rule: the id of its rule.
        title: what must have happened.
        role: “Act by”, “Not before”, or none where there is no date.
        on: the safe date in words; “No date yet” where it cannot be counted, “No date” where none is ever counted.
        left: how far away it is, as a sentence without the day that it is counted from.
        figure: the number in `left`, where it is one of days; with `unit` it is shown large.
        unit: “days left”, “days ago”.
        still: what a court might still count although the safe date has passed; it is then in `left` as well.
        pressure: how much it presses.
        also: the plain count, the latest date, the day to mail by, or the facts that are missing.
        why: why the dates differ, from the rule.
        moves: what would move the date, from the rule.
        practice: good practice, not law.
        citations: the authorities of the rule.
    """

    rule: str
    title: str
    role: str
    on: str
    left: str
    figure: int | None
    unit: str
    still: str
    pressure: Pressure
    also: tuple[str, ...]
    why: str
    moves: str
    practice: bool
    citations: tuple[Cited, ...]


def told_deadlines(made: Walk, words: Words) -> tuple[ToldDeadline, ...]:
    """Return the deadlines of a walk in words: passed ones first, then by date, those without a date last.

    Good practice that was due long ago comes after them: nothing is lost by law, and it must not hide what is.
    """
    rules = made.graph.index.rules
    ordered = sorted(made.deadlines, key=lambda one: _urgency(one, practice=rules[one.rule].practice))
    return tuple(_tell(made, deadline, words) for deadline in ordered)


def pressure_of(deadline: Deadline) -> Pressure:
    """Return how much a deadline presses."""
    if deadline.role == "first-day" or deadline.days_left is None:
        return "none"
    if deadline.days_left < 0:
        return "passed"
    return "urgent" if deadline.days_left <= URGENT_DAYS else "usual"


def _urgency(deadline: Deadline, *, practice: bool) -> tuple[int, date]:
    group = {"passed": 0, "urgent": 1, "usual": 1, "none": 1}[pressure_of(deadline)]
    if deadline.act_by is None:
        return 4, date.max
    if practice and deadline.days_left is not None and deadline.days_left < -URGENT_DAYS:
        return 3, deadline.act_by
    if deadline.role == "first-day" and deadline.state is DeadlineState.OPEN:
        return 2, deadline.act_by
    return group, deadline.act_by


def _tell(made: Walk, deadline: Deadline, words: Words) -> ToldDeadline:
    rule = made.graph.index.rules[deadline.rule]
    figure, unit = _figure(deadline, words)
    return ToldDeadline(
        rule=rule.id,
        title=_filled(made, rule.title.within(words.language), words),
        role=_role(deadline, words),
        on=_on(deadline, rule, words),
        left=_left(deadline, words),
        figure=figure,
        unit=unit,
        still=_still(deadline, words),
        pressure=pressure_of(deadline),
        also=tuple(_also(made, deadline, rule, words)),
        why=_filled(made, rule.why.within(words.language), words),
        moves="" if rule.moves is None else _filled(made, rule.moves.within(words.language), words),
        practice=rule.practice,
        citations=cited(made.graph.index, rule.authorities, words),
    )


def _filled(made: Walk, text: str, words: Words) -> str:
    return fill(text, words.language, made.known, made.graph.index)


def _role(deadline: Deadline, words: Words) -> str:
    if deadline.act_by is None:
        return ""
    if deadline.role == "first-day":
        return words.translate("Deadline", "Not before")
    return words.translate("Deadline", "Act by")


def _on(deadline: Deadline, rule: DeadlineRule, words: Words) -> str:
    if deadline.act_by is None and not rule.trigger:
        return words.translate("Deadline", "No date")
    if deadline.act_by is None:
        return words.translate("Deadline", "No date yet")
    return format_date(deadline.act_by, words.language)


def _figure(deadline: Deadline, words: Words) -> tuple[int | None, str]:
    days = deadline.days_left
    if days is None:
        return None, ""
    number = abs(days)
    if deadline.role == "first-day":
        if days <= 0:
            return None, ""
        one, more = words.translate("Deadline", "day to go"), words.translate("Deadline", "days to go")
    elif days < 0:
        one, more = words.translate("Deadline", "day ago"), words.translate("Deadline", "days ago")
    else:
        one, more = words.translate("Deadline", "day left"), words.translate("Deadline", "days left")
    return number, one if number == 1 else more


def _left(deadline: Deadline, words: Words) -> str:
    if deadline.act_by is None or deadline.days_left is None:
        return ""
    if deadline.role == "first-day":
        return _left_first_day(deadline, words)
    days = deadline.days_left
    if days == 0:
        return words.translate("Deadline", "Today is the last safe day")
    if days > 0:
        more = words.translate("Deadline", "{number} days left")
        return words.one_or_more(days, words.translate("Deadline", "1 day left"), more)
    still = _still(deadline, words)
    if still:
        return still
    more = words.translate("Deadline", "Passed {number} days ago")
    return words.one_or_more(-days, words.translate("Deadline", "Passed 1 day ago"), more)


def _left_first_day(deadline: Deadline, words: Words) -> str:
    days = deadline.days_left or 0
    if days <= 0:
        return words.translate("Deadline", "Open now")
    more = words.translate("Deadline", "Opens in {number} days")
    return words.one_or_more(days, words.translate("Deadline", "Opens tomorrow"), more)


def _still(deadline: Deadline, words: Words) -> str:
    """Return the words for a safe date that has passed while the plain count or a later date still runs."""
    if deadline.state is DeadlineState.LAST_DAYS and deadline.raw is not None:
        text = words.translate("Deadline", "The safe date has passed. The plain count ends on {date}")
        return text.format(date=format_date(deadline.raw, words.language))
    if deadline.state is DeadlineState.DOUBTFUL and deadline.latest is not None:
        text = words.translate("Deadline", "The plain count has passed. A court might still accept {date}")
        return text.format(date=format_date(deadline.latest, words.language))
    return ""


def _also(made: Walk, deadline: Deadline, rule: DeadlineRule, words: Words) -> Sequence[str]:
    if deadline.act_by is None:
        return _missing(made, rule, words)
    lines = []

    def add(text: str, on: date) -> None:
        lines.append(text.format(date=format_date(on, words.language)))

    if deadline.mail_by is not None and pressure_of(deadline) != "passed":
        text = words.translate("Deadline", "Mail it by {date}")
        if made.today > deadline.mail_by:
            text = words.translate("Deadline", "The day to mail it by has passed: {date}. Deliver it by hand")
        add(text, deadline.mail_by)
    if deadline.raw is not None and deadline.raw != deadline.act_by:
        add(words.translate("Deadline", "Plain count: {date}"), deadline.raw)
    if deadline.latest is not None and deadline.latest != deadline.raw:
        add(words.translate("Deadline", "A court might still accept: {date}"), deadline.latest)
    return lines


def _missing(made: Walk, rule: DeadlineRule, words: Words) -> Sequence[str]:
    facts = [fact for fact in facts_of(rule) if fact not in made.known and fact in made.graph.index.facts]
    if not facts:
        return []
    titles = [made.graph.index.facts[fact].title.within(words.language) for fact in facts]
    return [words.translate("Deadline", "Needs: {facts}").format(facts="; ".join(titles))]
