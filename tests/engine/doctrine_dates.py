# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctrine's own dates, and the rules and table rows that they follow from."""

from collections.abc import Mapping

from tests.engine.federal import FEDERAL
from wizard.engine.calendars import ClosedDays
from wizard.engine.law import Law
from wizard.model.deadline import Cautious, DeadlineRule, Period, Span, TableSpan
from wizard.model.table import Cell, Row
from wizard.model.text import Text


def rows(cells: Mapping[str, Mapping[str, Cell]]) -> dict[str, Row]:
    """Return table rows by choice."""
    return {key: Row(key=key, cells=dict(row)) for key, row in cells.items()}


#: What the doctrine's tables say of the states that its scenarios are set in.
LIMITS = rows(
    {
        "mn": {"years": 6},
        "il": {"years": 2},
        "ky": {"years": 1},
        "ca": {"years": 2},
        "tx": {"years": 2},
        "ny": {"years": 3},
        "va": {"years": 2},
        "la": {"years": 2, "old-years": 1, "old-through": "2024-07-01"},
        "wi": {"years": 3, "old-years": 6, "old-through": "2018-04-04"},
        "pr": {"years": None},
        "faulty": {"years": -1},
    }
)
TORTS = rows(
    {
        "mn": {"death-years": 3},
        "ny": {"public-n": 1, "public-unit": "years", "public-plus-days": 90, "battery-years": 1},
        "tx": {"public-n": 2, "public-unit": "years", "public-plus-days": None, "battery-years": 2},
        "oh": {"public-n": 2, "public-unit": "decades", "battery-years": 1},
    }
)
NOTICES = rows(
    {
        "tx": {"n": 6, "unit": "months"},
        "ny": {"n": 90, "unit": "days"},
        "ca": {"n": 6, "unit": "months"},
        "co": {"n": 182, "unit": "days"},
        "foia": {"n": 20, "unit": "working-days"},
    }
)
ACTS = rows(
    {
        "il": {"years": 2, "years-act-by": None},
        "ct": {"years": 3, "years-act-by": 2},
        "co": {"years": 2, "years-act-by": 1},
    }
)

federal = ClosedDays(FEDERAL)
law = Law({"limits": LIMITS, "torts": TORTS, "notices": NOTICES, "state-acts": ACTS}, {"federal": federal})


def a_rule(period: Period, trigger: tuple[str, ...] = ("incident-date",), **changes: object) -> DeadlineRule:
    """Return a last-day rule on the federal calendar."""
    plain = DeadlineRule(
        id="rule",
        role="last-day",
        title=Text(en="A rule"),
        trigger=trigger,
        period=period,
        calendar="federal",
        why=Text(en="Because."),
    )
    return plain.model_copy(update=changes)


def years_by_state(table: str, column: str) -> TableSpan:
    """Return a length in years that stands in a table by the state of the event."""
    return TableSpan(kind="table", table=table, by="incident-state", column=column, unit="years")


TWO_YEARS = Span(kind="span", years=2)
SIX_MONTHS = Span(kind="span", months=6)
PUBLIC = TableSpan(
    kind="table",
    table="torts",
    by="incident-state",
    column="public-n",
    unit_column="public-unit",
    days_column="public-plus-days",
)
OLD_LAW = years_by_state("limits", "years").model_copy(
    update={"old_column": "old-years", "old_through_column": "old-through"}
)

PRESENT = a_rule(TWO_YEARS, mail_by_days_before=30)
SUE = a_rule(SIX_MONTHS, ("denial-mailed-date",))
OPTION = a_rule(
    SIX_MONTHS,
    ("claim-received-date", "claim-amended-date", "reconsideration-date"),
    role="first-day",
    pick="latest",
    latest="none",
)
WESTFALL = a_rule(Span(kind="span", days=60), ("westfall-dismissal-date",))
LIMIT = a_rule(OLD_LAW)
DEATH = a_rule(years_by_state("torts", "death-years"))
ACT = a_rule(
    years_by_state("state-acts", "years"), cautious=Cautious(period=years_by_state("state-acts", "years-act-by"))
)
ONE_YEAR = a_rule(Span(kind="span", years=1))
NOTICE = a_rule(
    TableSpan(kind="table", table="notices", by="incident-state", column="n", unit_column="unit"),
)
LOCAL_SUIT = a_rule(PUBLIC)
THIRTY, NINETY, HALF_YEAR = (a_rule(Span(kind="span", days=days), ("removal-order-date",)) for days in (30, 90, 180))

#: The doctrine's dates: rule, trigger date, state; then act by, raw, latest.
GOLDEN = {
    "bivens S18 limit": (LIMIT, "2026-01-07", "mn", "2032-01-06 2032-01-07 2032-01-07"),
    "bivens S18 death": (DEATH, "2026-01-07", "mn", "2029-01-05 2029-01-07 2029-01-08"),
    "bivens S18 present, ftca 1": (PRESENT, "2026-01-07", "mn", "2028-01-06 2028-01-07 2028-01-07"),
    "bivens S19": (LIMIT, "2025-10-04", "il", "2027-10-01 2027-10-04 2027-10-04"),
    "bivens S20": (LIMIT, "2025-12-02", "ky", "2026-12-01 2026-12-02 2026-12-02"),
    "bivens S22": (LIMIT, "2025-06-14", "ca", "2027-06-11 2027-06-14 2027-06-14"),
    "bivens S23": (LIMIT, "2025-05-12", "la", "2027-05-11 2027-05-12 2027-05-12"),
    "bivens S23 under the old law": (LIMIT, "2024-06-20", "la", "2025-06-18 2025-06-20 2025-06-20"),
    "bivens S25": (LIMIT, "2024-12-05", "tx", "2026-12-04 2026-12-05 2026-12-07"),
    "bivens S26": (LIMIT, "2024-02-29", "ny", "2027-02-26 2027-02-28 2027-03-01"),
    "bivens S27": (LIMIT, "2025-01-31", "va", "2027-01-29 2027-01-31 2027-02-01"),
    "state 2": (ACT, "2026-01-20", "il", "2028-01-19 2028-01-20 2028-01-20"),
    "state 3": (ACT, "2026-06-02", "ct", "2028-06-01 2029-06-02 2029-06-04"),
    "state 18": (ACT, "2026-06-20", "co", "2027-06-17 2028-06-20 2028-06-20"),
    "state 18 notice": (NOTICE, "2026-06-20", "co", "2026-12-18 2026-12-19 2026-12-21"),
    "state 15 limit": (LIMIT, "2026-02-14", "tx", "2028-02-11 2028-02-14 2028-02-14"),
    "state 15 notice": (NOTICE, "2026-02-14", "tx", "2026-08-13 2026-08-14 2026-08-14"),
    "state 15 section 1986": (ONE_YEAR, "2026-02-14", "tx", "2027-02-12 2027-02-14 2027-02-16"),
    "state 19 notice": (NOTICE, "2026-09-12", "ny", "2026-12-10 2026-12-11 2026-12-11"),
    "state 19 suit": (LOCAL_SUIT, "2026-09-12", "ny", "2027-12-10 2027-12-11 2027-12-13"),
    "state 19 limit": (LIMIT, "2026-09-12", "ny", "2029-09-11 2029-09-12 2029-09-12"),
    "state 21": (LIMIT, "2025-12-01", "ky", "2026-11-30 2026-12-01 2026-12-01"),
    "state 22": (NOTICE, "2026-07-06", "ca", "2027-01-05 2027-01-06 2027-01-06"),
    "other 18 bia": (THIRTY, "2026-10-29", "tx", "2026-11-27 2026-11-28 2026-11-30"),
    "other 18 review": (THIRTY, "2026-11-03", "tx", "2026-12-02 2026-12-03 2026-12-03"),
    "other 18 reopen": (NINETY, "2026-11-03", "tx", "2027-01-29 2027-02-01 2027-02-01"),
    "other 18 absentia": (HALF_YEAR, "2026-08-03", "tx", "2027-01-29 2027-01-30 2027-02-01"),
    "ftca 2": (PRESENT, "2026-01-24", "mn", "2028-01-21 2028-01-24 2028-01-24"),
    "ftca 3": (PRESENT, "2015-04-27", "mi", "2017-04-26 2017-04-27 2017-04-27"),
    "ftca 4": (PRESENT, "2012-07-27", "pr", "2014-07-25 2014-07-27 2014-07-28"),
    "ftca 8": (PRESENT, "2016-01-01", "az", "2017-12-29 2018-01-01 2018-01-02"),
    "ftca 18": (PRESENT, "2024-11-28", "il", "2026-11-27 2026-11-28 2026-11-30"),
    "ftca 19": (SUE, "2026-05-29", "tx", "2026-11-27 2026-11-29 2026-11-30"),
    "ftca 23": (PRESENT, "2026-02-14", "fl", "2028-02-11 2028-02-14 2028-02-14"),
    "ftca 24 westfall": (WESTFALL, "2026-10-01", "oh", "2026-11-27 2026-11-30 2026-11-30"),
    "ftca 24 present": (PRESENT, "2024-10-02", "oh", "2026-10-01 2026-10-02 2026-10-02"),
    "ftca 26": (PRESENT, "2026-03-03", "fl", "2028-03-02 2028-03-03 2028-03-03"),
    "ftca 28": (PRESENT, "2025-12-25", "ny", "2027-12-23 2027-12-25 2027-12-27"),
    "ftca D3, a denial at the end of April": (SUE, "2026-04-30", "tx", "2026-10-29 2026-10-30 2026-10-30"),
    "Wisconsin under the old law": (LIMIT, "2018-04-04", "wi", "2024-04-03 2024-04-04 2024-04-04"),
    "Wisconsin under the new law": (LIMIT, "2018-04-05", "wi", "2021-04-02 2021-04-05 2021-04-05"),
}
