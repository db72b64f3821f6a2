# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deadline rules in a review: how each counts, in sentences, and what it gives for a date."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, product
from typing import Final, assert_never

from wizard.engine.deadlines import Count, count, facts_of
from wizard.engine.wording import format_date
from wizard.export.document.markup import Xml, paragraph, run
from wizard.export.review.phrases import UNITS, WEEKDAYS
from wizard.export.review.sheet import Sheet, together
from wizard.model.deadline import DeadlineRule, Period, Shortest, Span, TableSpan
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, TableId

#: Several trigger dates of an example lie so far apart, so that the earliest and the latest can be told.
APART: Final = timedelta(days=30)
#: So many combinations of choices are tried until one gives a date.
MOST_TRIED: Final = 5000


def rules_part(sheet: Sheet) -> list[Xml]:
    """Return the deadline rules."""
    blocks: list[Xml] = []
    for rule in sheet.index.collection.manifest.deadline_rules:
        writer = _RuleWriter(sheet, rule)
        blocks += together([*writer.blocks(), sheet.mark()])
    return blocks


class _RuleWriter:
    """Writes one rule."""

    def __init__(self, sheet: Sheet, rule: DeadlineRule) -> None:
        self.sheet = sheet
        self.say = sheet.say
        self.rule = rule

    def blocks(self) -> list[Xml]:
        """Return the rule: how it counts, an example, why, authorities, and which findings bring it in."""
        rule, sheet = self.rule, self.sheet
        role = self.say("last day to act") if rule.role == "last-day" else self.say("first day on which one may act")
        meta = [run(role, "Strong")]
        if rule.practice:
            meta.append(run(self.say("good practice, not law")))
        meta.append(run(rule.id, "Identifier"))
        blocks = sheet.item(sheet.numbers.thing("rule", rule.id), rule.title, meta)
        blocks += [paragraph("ListBullet", sheet.linked(line)) for line in self._how()]
        if rule.applies is not None:
            blocks.append(paragraph("Label", run(self.say("Left out where this is false"))))
            blocks += sheet.condition(rule.applies)
        blocks.append(paragraph("Example", *self._example()))
        texts = [("Why:", rule.why)]
        if rule.moves is not None:
            texts.append(("What moves it:", rule.moves))
        blocks += sheet.in_all_languages(texts)
        blocks += sheet.citations(rule.authorities)
        used = sheet.used.of("rule", rule.id)
        uses = sheet.refs(used) if used else run(self.say("nothing"), "Emphasis")
        blocks.append(paragraph("CellSmall", run(f"{self.say('Used by')}: ", "Strong"), uses))
        return blocks

    def _how(self) -> Iterator[str]:
        rule = self.rule
        yield self._counts_from()
        yield self.say("Period: {period}.", period=self._period(rule.period))
        if rule.cautious is not None:
            yield from self._cautious()
        calendar = next(one for one in self.sheet.index.collection.calendars if one.id == rule.calendar)
        title = calendar.title.within(self.sheet.language)
        yield self.say("Calendar: {calendar}.", calendar=self.sheet.wording.name("calendar", calendar.id, title))
        if rule.role == "last-day":
            if rule.early == 1:
                yield self.say("Act by: the last open day before the plain count.")
            else:
                yield self.say(
                    "Act by: the last open day at least {number} days before the plain count.", number=rule.early
                )
            if rule.latest == "roll-forward" and not rule.practice:
                yield self.say(
                    "Latest that a court might accept: the plain count, moved on past weekends and holidays."
                )
            else:
                yield self.say("No later date is shown than the plain count.")
        else:
            yield self.say("Not before: the day after the plain count.")
        if rule.mail_by_days_before is not None:
            yield self.say("Mail it {number} days before the date to act by.", number=rule.mail_by_days_before)
        if rule.warn:
            yield self.say("Reminders, days before: {days}.", days=", ".join(str(one) for one in rule.warn))

    def _counts_from(self) -> str:
        facts = [self.sheet.wording.fact(fact) for fact in self.rule.trigger]
        if not facts:
            return self.say("No date starts it: it is shown without a date.")
        if self.rule.pick == "only":
            return self.say("Counts from the day after {fact}.", fact=facts[0])
        listed = "; ".join(facts)
        if self.rule.pick == "earliest":
            return self.say("Counts from the day after the earliest of: {facts}.", facts=listed)
        return self.say("Counts from the day after the latest of: {facts}.", facts=listed)

    def _cautious(self) -> Iterator[str]:
        cautious = self.rule.cautious
        if cautious is None:
            return
        parts = []
        if cautious.trigger is not None:
            parts.append(self.say("from the day after {fact}", fact=self.sheet.wording.fact(cautious.trigger)))
        if cautious.period is not None:
            parts.append(self._period(cautious.period))
        yield self.say("On the more careful view of the law: {parts}.", parts=", ".join(parts))

    def _period(self, period: Period) -> str:
        match period:
            case Span():
                wording = self.sheet.wording
                return wording.length(period.years, period.months, period.days, period.working_days)
            case TableSpan():
                return self._from_table(period)
            case Shortest():
                return self.say("the shortest of: {parts}", parts="; ".join(self._period(part) for part in period.of))
            case _:
                assert_never(period)

    def _from_table(self, period: TableSpan) -> str:
        column = self._column(period.table, period.column)
        by = self.sheet.wording.fact(period.by)
        table = next(one for one in self.sheet.index.collection.tables if one.id == period.table)
        name = self.sheet.wording.name("table", table.id, table.title.within(self.sheet.language))
        if period.unit_column is not None:
            unit = self.say("the unit in {column}", column=self._column(period.table, period.unit_column))
        else:
            unit = self.say(UNITS[period.unit or "days"])
        told = self.say(
            "the number in {column} of the table {table} for {fact}, in {unit}",
            column=column,
            table=name,
            fact=by,
            unit=unit,
        )
        if period.days_column is not None:
            told += self.say(", and the days in {column}", column=self._column(period.table, period.days_column))
        if period.old_column is not None and period.old_through_column is not None:
            told += self.say(
                "; where the first day is on or before {through}, {old} counts instead",
                through=self._column(period.table, period.old_through_column),
                old=self._column(period.table, period.old_column),
            )
        return told

    def _column(self, table: TableId, column: str) -> str:
        columns = next(one.columns for one in self.sheet.index.collection.tables if one.id == table)
        return f"“{next(one.title for one in columns if one.id == column).within(self.sheet.language)}”"

    def _example(self) -> list[Xml]:
        found = example_of(self.sheet, self.rule)
        if found is None:
            return [run(self.say("Example: "), "Strong"), run(self.say("no date can be counted."))]
        known, counted = found
        given = "; ".join(self._given(fact, value) for fact, value in known.items())
        return [
            run(self.say("Example: "), "Strong"),
            self.sheet.linked(self.say("if {given}: ", given=given)),
            run("; ".join(self._dates(counted)) + "."),
        ]

    def _given(self, fact: FactId, value: AnswerValue) -> str:
        name = self.sheet.wording.fact(fact)
        if isinstance(value, date):
            return self.say("{fact} is {value}", fact=name, value=self._day(value))
        chosen = value if isinstance(value, str) else min(value) if isinstance(value, frozenset) else ""
        labels = {one.id: one.label.within(self.sheet.language) for one in self.sheet.index.choices[fact]}
        return self.say("{fact} is {value}", fact=name, value=f"“{labels[chosen]}”")

    def _dates(self, counted: Count) -> Iterator[str]:
        yield self.say("plain count {day}", day=self._day(counted.raw))
        if self.rule.role == "first-day":
            yield self.say("not before {day}", day=self._day(counted.act_by))
            return
        yield self.say("act by {day}", day=self._day(counted.act_by))
        if counted.latest is not None:
            yield self.say("a court might still accept {day}", day=self._day(counted.latest))
        if counted.mail_by is not None:
            yield self.say("mail by {day}", day=self._day(counted.mail_by))

    def _day(self, day: date) -> str:
        weekday = self.say(WEEKDAYS[day.weekday()])
        return self.say("{weekday}, {day}", weekday=weekday, day=format_date(day, self.sheet.language))


def example_of(sheet: Sheet, rule: DeadlineRule) -> tuple[Mapping[FactId, AnswerValue], Count] | None:
    """Return answers for which a rule gives dates, and these; None where none was found.

    The dates are the day on which the law was checked and, for further facts, days each a month after it; the choices
    are the first that give a date.
    """
    day = sheet.index.collection.manifest.law_checked_on
    dates: dict[FactId, AnswerValue] = {}
    keys: list[FactId] = []
    for fact in facts_of(rule):
        if sheet.index.facts[fact].kind == "date":
            dates[fact] = day + APART * len(dates)
        else:
            keys.append(fact)
    values = [[_answer(sheet, fact, choice.id) for choice in sheet.index.choices[fact]] for fact in keys]
    for chosen in islice(product(*values), MOST_TRIED):
        known = {**dates, **dict(zip(keys, chosen, strict=True))}
        counted = count(rule, known, sheet.index.law)
        if counted is not None:
            return known, counted
    return None


def _answer(sheet: Sheet, fact: FactId, choice: str) -> AnswerValue:
    return choice if sheet.index.facts[fact].kind == "one-of" else frozenset({choice})
