# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables and calendars of a collection, ready for look-up."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.engine.calendars import ClosedDays
from wizard.model.collection import Collection
from wizard.model.names import CalendarId, ChoiceId, TableId
from wizard.model.table import Row


@dataclass(frozen=True, slots=True)
class Law:
    """The rows of each table by choice, and the calendars."""

    tables: Mapping[TableId, Mapping[ChoiceId, Row]]
    calendars: Mapping[CalendarId, ClosedDays]


def law_of(collection: Collection) -> Law:
    """Return the tables and calendars of a collection."""
    return Law(
        tables={table.id: {row.key: row for row in table.rows} for table in collection.tables},
        calendars={calendar.id: ClosedDays(calendar) for calendar in collection.calendars},
    )
