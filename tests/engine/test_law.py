# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection's tables and calendars are found by id."""

import datetime as dt

from tests.engine.federal import FEDERAL
from wizard.engine.law import law_of
from wizard.model.collection import Collection, Manifest
from wizard.model.table import Column, Row, Table
from wizard.model.text import Text


def test_rows_are_found_by_table_and_choice_and_calendars_by_id() -> None:
    ohio = Row(key="oh", cells={"years": 2})
    texas = Row(key="tx", cells={"years": 2})
    table = Table(
        id="limits",
        title=Text(en="Years to sue"),
        columns=(Column(id="years", title=Text(en="Years"), kind="number"),),
        rows=(ohio, texas),
    )
    manifest = Manifest(
        id="sample",
        title=Text(en="Sample"),
        publisher="The clinic",
        version="1",
        law_checked_on=dt.date(2026, 11, 24),
        next_check_due=dt.date(2027, 1, 4),
        trees=(),
    )
    law = law_of(Collection(manifest=manifest, facts=(), tables=(table,), calendars=(FEDERAL,), trees=()))
    assert law.tables == {"limits": {"oh": ohio, "tx": texas}}
    assert list(law.calendars) == ["federal"]
    assert not law.calendars["federal"].is_open(dt.date(2026, 12, 25))
