# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables and calendars in a review: each row with its authority and how it was checked, each holiday as a rule."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from wizard.engine.wording import format_date
from wizard.export.document.markup import Page, Row, Xml, cell, flag, paragraph, run
from wizard.export.review.phrases import CHECKED, MONTHS, NTH, WEEKDAYS
from wizard.export.review.sheet import Sheet, together
from wizard.export.review.where_used import table_choices
from wizard.model.table import Calendar, Cell, Column, FixedHoliday, Holiday, Table, WeekdayHoliday
from wizard.model.table import Row as TableRow
from wizard.model.text import Text

#: With more columns of figures than this a table needs the long side of the paper.
MOST_UPRIGHT: Final = 3

_WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def is_wide(table: Table) -> bool:
    """Return whether a table needs the long side of the paper."""
    return len(_narrow(table)) > MOST_UPRIGHT


def table_part(sheet: Sheet, table: Table, page: Page) -> list[Xml]:
    """Return a table for a page: a row a choice, figures in columns, and words, authority and note in the last."""
    number = sheet.numbers.thing("table", table.id)
    if table.fact is not None:
        keyed = sheet.numbers.thing("fact", table.fact)
    else:
        keyed = sheet.numbers.thing("choice-list", table.choice_list or "")
    meta = [Xml(run(sheet.say("a row for each choice of ")) + sheet.ref(keyed))]
    used = sheet.used.of("table", table.id)
    if used:
        meta.append(Xml(run(sheet.say("read by ")) + sheet.refs(used)))
    meta.append(run(table.id, "Identifier"))
    blocks = sheet.item(number, table.title, meta, "Heading2")
    told = sheet.say("A dash is a cell that is not known. It never means that there is no limit or no deadline.")
    blocks.append(paragraph("Normal", run(told)))
    if not _has_authorities(table):
        blocks.append(paragraph("Normal", run(sheet.say("No row gives an authority."), "Strong")))
    labels = {one.id: one.label for one in table_choices(sheet.index, table)}
    rows = [_row(sheet, table, row, labels) for row in table.rows]
    parts, heads = zip(*_columns(sheet, table), strict=True)
    return [*blocks, sheet.grid(parts, heads, rows, page.text_width), paragraph("Gap"), sheet.mark()]


def _columns(sheet: Sheet, table: Table) -> Iterator[tuple[float, str]]:
    """Yield the share of the width and the head of each column."""
    yield 1.05, sheet.say("For")
    for column in _narrow(table):
        yield (0.55 if column.kind == "number" else 0.75), column.title.within(sheet.language)
    if _wordy(table):
        yield 2.6, sheet.say("In words")
    if _has_authorities(table):
        yield 1.9, sheet.say("Authority, how it was checked")
    yield 0.35, ""


def _has_authorities(table: Table) -> bool:
    return any(row.authorities or row.seen or row.note for row in table.rows)


def _wordy(table: Table) -> list[Column]:
    return [column for column in table.columns if column.kind == "text"]


def _narrow(table: Table) -> list[Column]:
    return [column for column in table.columns if column.kind != "text"]


def _row(sheet: Sheet, table: Table, row: TableRow, labels: dict[str, Text]) -> Row:
    label = labels.get(row.key)
    name = row.key if label is None else label.within(sheet.language)
    key = cell(paragraph("Cell", run(name, "Strong")))
    figures = [cell(paragraph("Cell", run(_figure(sheet, one, row.cells.get(one.id))))) for one in _narrow(table)]
    cells = [key, *figures]
    if _wordy(table):
        words = [block for one in _wordy(table) for block in _words(sheet, one, row.cells.get(one.id))]
        cells.append(cell(*words, *_note(sheet, row)))
    if _has_authorities(table):
        cells.append(cell(*_authority(sheet, row), *([] if _wordy(table) else _note(sheet, row))))
    return (*cells, sheet.tick_cell())


def _figure(sheet: Sheet, column: Column, value: Cell) -> str:
    if value is None:
        return "–"
    if isinstance(value, Text):
        return value.within(sheet.language)
    if column.kind == "date" and isinstance(value, str):
        with suppress(ValueError):
            return format_date(date.fromisoformat(value), sheet.language, short=True)
    return str(value)


def _words(sheet: Sheet, column: Column, value: Cell) -> list[Xml]:
    """Return a cell of words in each language, one below the other: in columns it would be too narrow to read."""
    lead = run(f"{column.title.within(sheet.language)}: ", "Strong")
    if not isinstance(value, Text):
        return [paragraph("CellSmall", lead, run("–" if value is None else str(value)))]
    blocks = [paragraph("CellSmall", lead, sheet.words(value.within(sheet.language), "", sheet.language))]
    others = [code for code in sheet.languages[1:] if value.has(code)]
    return blocks + [paragraph("CellSmall", sheet.words(value.within(code), "Emphasis", code)) for code in others]


def _authority(sheet: Sheet, row: TableRow) -> list[Xml]:
    """Return the authorities of a row and how it was checked; a row without authority says so."""
    lines = [paragraph("Citation", *sheet.cited(pin)) for pin in row.authorities]
    if not lines:
        lines.append(paragraph("CellSmall", run(sheet.say("No authority is given."), "Emphasis")))
    if row.seen is not None:
        checked = sheet.say(CHECKED[row.seen])
        told = run(checked, "Quiet") if row.seen == "read" else flag(checked)
        lines.append(paragraph("CellSmall", run(f"{sheet.say('The row:')} "), told))
    return lines


def _note(sheet: Sheet, row: TableRow) -> list[Xml]:
    """Return the note of a row: in the widest column there is."""
    if not row.note:
        return []
    return [paragraph("CellSmall", run(f"{sheet.say('Note:')} ", "Strong"), run(row.note))]


def calendars_part(sheet: Sheet) -> list[Xml]:
    """Return the calendars: their weekends, their holidays as rules, and the days on which offices were shut."""
    blocks: list[Xml] = []
    for calendar in sheet.index.collection.calendars:
        used = sheet.used.of("calendar", calendar.id)
        meta = [Xml(run(sheet.say("read by ")) + sheet.refs(used))] if used else []
        meta.append(run(calendar.id, "Identifier"))
        head = sheet.item(sheet.numbers.thing("calendar", calendar.id), calendar.title, meta, "Heading2")
        weekend = ", ".join(sheet.say(WEEKDAYS[_WEEKDAY_NAMES.index(day)]) for day in calendar.weekend)
        blocks += [*head, paragraph("Normal", run(sheet.say("Weekend: {days}.", days=weekend)))]
        blocks += [_holidays(sheet, calendar), paragraph("Gap")]
        blocks += _closures(sheet, calendar)
        blocks += together([*sheet.citations(calendar.authorities), sheet.mark()])
    return blocks


def _holidays(sheet: Sheet, calendar: Calendar) -> Xml:
    rows = []
    for holiday in calendar.holidays:
        moves = sheet.say("yes") if holiday.extends else sheet.say("no: offices are shut")
        names = _named(sheet, holiday.name)
        cells = [cell(*names), cell(paragraph("Cell", run(_when(sheet, holiday)))), cell(paragraph("Cell", run(moves)))]
        rows.append((*cells, sheet.tick_cell()))
    heads = [sheet.say("Holiday"), sheet.say("When"), sheet.say("Moves a last day on"), ""]
    return sheet.grid([2.2, 2.2, 1.1, 0.35], heads, rows)


def _closures(sheet: Sheet, calendar: Calendar) -> list[Xml]:
    if not calendar.closures:
        return []
    rows = [
        (
            cell(*_named(sheet, one.name)),
            cell(paragraph("Cell", run(format_date(one.day, sheet.language)))),
            sheet.tick_cell(),
        )
        for one in calendar.closures
    ]
    heads = [sheet.say("Offices were shut for"), sheet.say("On"), ""]
    return [sheet.grid([3.5, 2.0, 0.35], heads, rows), paragraph("Gap")]


def _named(sheet: Sheet, name: Text) -> list[Xml]:
    codes = [code for code in sheet.languages if name.has(code)]
    styles = ["", *["Emphasis"] * len(codes)]
    return [
        paragraph("Cell", sheet.words(name.within(code), style, code))
        for code, style in zip(codes, styles, strict=False)
    ]


def _when(sheet: Sheet, holiday: Holiday) -> str:
    parts = [_day(sheet, holiday)]
    if holiday.since is not None:
        parts.append(sheet.say("since {year}", year=holiday.since))
    if holiday.through is not None:
        parts.append(sheet.say("through {year}", year=holiday.through))
    if isinstance(holiday, FixedHoliday):
        if holiday.every_years > 1:
            parts.append(sheet.say("every {number} years", number=holiday.every_years))
        parts += _observed(sheet, holiday.observed)
    return "; ".join(parts)


def _observed(sheet: Sheet, observed: Sequence[str]) -> list[str]:
    told = []
    if "friday-for-saturday" in observed:
        told.append(sheet.say("offices are shut on the Friday before a Saturday"))
    if "monday-for-sunday" in observed:
        told.append(sheet.say("offices are shut on the Monday after a Sunday"))
    return told


def _day(sheet: Sheet, holiday: Holiday) -> str:
    month = sheet.say(MONTHS[holiday.month - 1])
    match holiday:
        case FixedHoliday():
            return sheet.say("{day} {month}", day=holiday.day, month=month)
        case WeekdayHoliday():
            weekday = sheet.say(WEEKDAYS[_WEEKDAY_NAMES.index(holiday.weekday)])
            return sheet.say(
                "the {nth} {weekday} of {month}", nth=sheet.say(NTH[holiday.nth]), weekday=weekday, month=month
            )
