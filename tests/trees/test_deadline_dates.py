# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of the bundled rules, against the cases that the doctrine counted by hand."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from wizard.engine.deadlines import count
from wizard.engine.graph import CollectionIndex
from wizard.model.fact import AnswerValue
from wizard.storage.collections import read_collection

FOLDER = Path(__file__).parents[2] / "trees/ice-force"

#: Rule, the facts it counts from, and act by, plain count and latest ("-": none).
CASES = """
limit-bivens 2026-01-07 mn: 2032-01-06 2032-01-07 2032-01-07
limit-death 2026-01-07 mn: 2029-01-05 2029-01-07 2029-01-08
ftca-present 2026-01-07: 2028-01-06 2028-01-07 2028-01-07
limit-bivens 2025-10-04 il: 2027-10-01 2027-10-04 2027-10-04
limit-bivens 2025-12-02 ky: 2026-12-01 2026-12-02 2026-12-02
limit-bivens 2025-06-14 ca: 2027-06-11 2027-06-14 2027-06-14
limit-bivens 2025-05-12 la: 2027-05-11 2027-05-12 2027-05-12
limit-bivens 2024-12-05 tx: 2026-12-04 2026-12-05 2026-12-07
limit-bivens 2024-02-29 ny: 2027-02-26 2027-02-28 2027-03-01
limit-bivens 2025-01-31 va: 2027-01-29 2027-01-31 2027-02-01
limit-state-act 2026-01-20 il: 2028-01-19 2028-01-20 2028-01-20
limit-state-act 2026-06-02 ct: 2028-06-01 2029-06-02 2029-06-04
limit-state-act 2026-06-20 co: 2027-06-17 2028-06-20 2028-06-20
limit-1983 2026-02-14 tx: 2028-02-11 2028-02-14 2028-02-14
notice-local 2026-02-14 tx: 2026-08-13 2026-08-14 2026-08-14
limit-1986 2026-02-14: 2027-02-12 2027-02-14 2027-02-16
notice-local 2026-09-12 ny: 2026-12-10 2026-12-11 2026-12-11
limit-tort-local 2026-09-12 ny: 2027-12-10 2027-12-11 2027-12-13
limit-1983 2026-09-12 ny: 2029-09-11 2029-09-12 2029-09-12
limit-1983 2025-12-01 ky: 2026-11-30 2026-12-01 2026-12-01
notice-local 2026-07-06 ca: 2027-01-05 2027-01-06 2027-01-06
bia 2026-10-29: 2026-11-27 2026-11-28 2026-11-30
review 2026-11-03: 2026-12-02 2026-12-03 2026-12-03
reopen 2026-11-03: 2027-01-29 2027-02-01 2027-02-01
absentia 2026-08-03: 2027-01-29 2027-01-30 2027-02-01
ftca-present 2024-11-28: 2026-11-27 2026-11-28 2026-11-30
ftca-sue 2026-05-29: 2026-11-27 2026-11-29 2026-11-30
ftca-reconsider 2026-05-29: 2026-11-27 2026-11-29 2026-11-30
ftca-westfall 2026-10-01: 2026-11-27 2026-11-30 2026-11-30
ftca-present 2025-12-25: 2027-12-23 2027-12-25 2027-12-27
limit-bivens 2024-06-20 la: 2025-06-18 2025-06-20 2025-06-20
limit-bivens 2024-07-01 la: 2025-06-30 2025-07-01 2025-07-01
limit-1983 2018-04-04 wi: 2024-04-03 2024-04-04 2024-04-04
limit-1983 2018-04-05 wi: 2021-04-02 2021-04-05 2021-04-05
limit-1983 2026-01-05 ar: 2028-01-04 2029-01-05 2029-01-05
limit-bivens 2026-01-05 ar: 2029-01-04 2029-01-05 2029-01-05
limit-1983-hold 2026-01-20 2026-01-05 mo: 2028-01-04 2031-01-20 2031-01-21
limit-tort-contractor 2026-05-01 wa: 2028-04-28 2028-05-01 2028-05-01
crime-242 2024-12-02: 2029-11-30 2029-12-02 2029-12-03
tro-end 2026-02-03: 2026-02-13 2026-02-17 2026-02-17
u-file 2026-11-02: 2027-04-23 2027-05-02 2027-05-03
foia-answer 2026-11-02: 2026-12-17 2026-12-02 -
video 2026-11-22: 2026-11-24 2026-11-25 -
eaja 2026-11-02: 2027-01-29 2027-01-31 2027-02-01
"""


@cache
def bundled() -> CollectionIndex:
    return CollectionIndex(read_collection(FOLDER).collection)


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_dates_are_those_counted_by_hand(case: str) -> None:
    given, _, expected = case.partition(": ")
    rule_id, *facts = given.split()
    rule = bundled().rules[rule_id]
    days = [dt.date.fromisoformat(fact) for fact in facts if fact[:1] == "2"]
    known: dict[str, AnswerValue] = dict(zip(rule.trigger, days, strict=False))
    if facts[-1][:1] != "2":
        known["incident-state"] = facts[-1]
    counted = count(rule, known, bundled().law)
    assert counted is not None
    assert " ".join(str(day or "-") for day in (counted.act_by, counted.raw, counted.latest)) == expected


@pytest.mark.parametrize("rule_id", ["heck", "answer", "removal-notice"])
def test_rules_shown_for_reference_have_no_date(rule_id: str) -> None:
    rule = bundled().rules[rule_id]
    assert rule.trigger == ()
    assert count(rule, {"incident-date": dt.date(2026, 1, 5), "incident-state": "tx"}, bundled().law) is None


def test_no_date_is_counted_for_a_territory_without_a_row_in_the_sources() -> None:
    known: dict[str, AnswerValue] = {"incident-date": dt.date(2026, 1, 5), "incident-state": "gu"}
    for rule_id in ("limit-bivens", "limit-1983", "limit-tort-local", "limit-state-act", "notice-local"):
        assert count(bundled().rules[rule_id], known, bundled().law) is None
