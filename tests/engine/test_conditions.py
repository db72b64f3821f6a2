# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of condition, true, false and not known yet."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from tests.engine.building import (
    TODAY,
    Written,
    a_date,
    a_number,
    a_rule,
    any_of,
    collection,
    end,
    is_in,
    one_of,
    words,
)
from wizard.engine.conditions import ConditionCycleError, Situation, Truth
from wizard.engine.conditions import Test as Compiled
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import Condition
from wizard.model.fact import AnswerValue
from wizard.model.status import Status

COLUMNS = [{"id": "circuit", "title": words("circuit"), "kind": "number"}]
ROWS = [{"key": "tx", "cells": {"circuit": 5}}, {"key": "ca", "cells": {"circuit": 9}}, {"key": "pr", "cells": {}}]
TABLE = {"id": "circuits", "title": words("circuits"), "fact": "state", "columns": COLUMNS, "rows": ROWS}
LENGTHS = {
    "id": "lengths",
    "title": words("lengths"),
    "fact": "state",
    "columns": [{"id": "years", "title": words("years"), "kind": "number"}],
    "rows": [{"key": "tx", "cells": {"years": 1}}],
}
BY_STATE = {"kind": "table", "table": "lengths", "by": "state", "column": "years", "unit": "years"}
TWO_YEARS = {"kind": "span", "years": 2}

FACTS = [
    one_of("state", "tx", "ca", "pr", "gu"),
    any_of("harms", "force", "search", "arrest"),
    a_date("hurt"),
    a_date("sued"),
    a_number("days-held"),
]
MANIFEST = {
    "conditions": [
        {"id": "texan", "title": "Texan", "when": is_in("state", "tx")},
        {"id": "held-texan", "title": "Held", "when": {"kind": "all", "of": [{"kind": "named", "condition": "texan"}]}},
    ],
    "deadline_rules": [
        a_rule("claim", "hurt"),
        a_rule("either", "hurt", "sued", pick="earliest"),
        a_rule("shorter", "hurt", period={"kind": "shortest", "of": [TWO_YEARS, BY_STATE]}),
        a_rule("careful", "hurt", cautious={"period": BY_STATE}),
        a_rule("by-state", "hurt", period=BY_STATE, cautious={"period": BY_STATE}),
    ],
}
INDEX = CollectionIndex(collection([end()], FACTS, MANIFEST, tables=[TABLE, LENGTHS]))


def compiled(written: Written) -> Compiled:
    """A condition of the collection, ready to be read."""
    return INDEX.test(TypeAdapter[Condition](Condition).validate_python(written))


def truth(written: Written, known: Mapping[str, AnswerValue], **lines: Status) -> Truth:
    """The truth of a condition on facts and lines."""
    return compiled(written).truth(Situation(known, lines, TODAY))


DATE = dt.date.fromisoformat
HAS = {"kind": "fact-has", "fact": "harms"}
NUMBER = {"kind": "number-is", "fact": "days-held"}
SINCE = {"kind": "date-is", "fact": "hurt"}
CIRCUIT = {"kind": "table-is", "table": "circuits", "column": "circuit"}
PAST = {"kind": "deadline-is", "rule": "claim", "states": ["past"]}


@pytest.mark.parametrize(
    ("written", "known", "expected"),
    [
        (is_in("state", "tx", "ca"), {"state": "ca"}, True),
        (is_in("state", "tx", "ca"), {"state": "pr"}, False),
        (is_in("state", "tx", "ca"), {}, None),
        ({**HAS, "any_of": ["force", "search"]}, {"harms": frozenset({"search", "arrest"})}, True),
        ({**HAS, "any_of": ["force", "search"]}, {"harms": frozenset({"arrest"})}, False),
        ({**HAS, "any_of": ["force"]}, {"harms": frozenset()}, False),
        ({**HAS, "any_of": ["force"]}, {}, None),
        ({**HAS, "all_of": ["force", "search"]}, {"harms": frozenset({"force", "search", "arrest"})}, True),
        ({**HAS, "all_of": ["force", "search"]}, {"harms": frozenset({"force"})}, False),
        ({**HAS, "none_but": ["force", "search"]}, {"harms": frozenset({"force"})}, True),
        ({**HAS, "none_but": ["force", "search"]}, {"harms": frozenset()}, True),
        ({**HAS, "none_but": ["force"]}, {"harms": frozenset({"force", "arrest"})}, False),
        ({**HAS, "any_of": ["force"], "none_but": ["force"]}, {"harms": frozenset()}, False),
        ({**HAS, "any_of": []}, {"harms": frozenset({"force"})}, False),
        ({**NUMBER, "at_least": 2, "at_most": 4}, {"days-held": Decimal(2)}, True),
        ({**NUMBER, "at_least": 2, "at_most": 4}, {"days-held": Decimal(4)}, True),
        ({**NUMBER, "at_least": 2, "at_most": 4}, {"days-held": Decimal(5)}, False),
        ({**NUMBER, "at_least": 2}, {"days-held": Decimal(0)}, False),
        ({**NUMBER, "at_least": 2}, {}, None),
        ({**SINCE, "since": "2026-01-01"}, {"hurt": DATE("2026-01-01")}, True),
        ({**SINCE, "before": "2026-01-01"}, {"hurt": DATE("2026-01-01")}, False),
        ({**SINCE, "before": "2026-01-01"}, {"hurt": DATE("2025-12-31")}, True),
        ({**SINCE, "since": {"years": -2}}, {"hurt": DATE("2024-11-24")}, True),
        ({**SINCE, "since": {"years": -2}}, {"hurt": DATE("2024-11-23")}, False),
        ({**SINCE, "since": {"years": -2}}, {}, None),
        ({**CIRCUIT, "by": "state", "among": [5]}, {"state": "tx"}, True),
        ({**CIRCUIT, "by": "state", "among": ["5"]}, {"state": "tx"}, True),
        ({**CIRCUIT, "by": "state", "among": [5]}, {"state": "ca"}, False),
        ({**CIRCUIT, "by": "state", "among": [5]}, {"state": "pr"}, None),
        ({**CIRCUIT, "by": "state", "among": [5]}, {"state": "gu"}, None),
        ({**CIRCUIT, "by": "state", "among": [5]}, {}, None),
        ({**CIRCUIT, "by": "harms", "among": [5]}, {"harms": frozenset({"tx", "ca"})}, True),
        ({**CIRCUIT, "by": "harms", "among": [5]}, {"harms": frozenset({"ca"})}, False),
        ({**CIRCUIT, "by": "harms", "among": [5]}, {"harms": frozenset({"ca", "gu"})}, None),
        (PAST, {"hurt": DATE("2024-11-20")}, True),
        (PAST, {"hurt": DATE("2026-11-20")}, False),
        (PAST, {}, None),
        ({**PAST, "states": ["not-known"]}, {}, True),
        ({**PAST, "on": "sued"}, {"hurt": DATE("2020-01-02"), "sued": DATE("2021-01-02")}, False),
        ({**PAST, "on": "sued"}, {"hurt": DATE("2020-01-02"), "sued": DATE("2024-01-02")}, True),
        ({**PAST, "on": "sued"}, {"hurt": DATE("2020-01-02")}, None),
        ({**PAST, "states": ["open"], "days_left": 30}, {"hurt": DATE("2024-12-10")}, True),
        ({**PAST, "states": ["open"], "days_left": 30}, {"hurt": DATE("2026-01-10")}, False),
        ({"kind": "known", "fact": "state"}, {"state": "tx"}, True),
        ({"kind": "known", "fact": "state"}, {}, False),
        ({"kind": "named", "condition": "held-texan"}, {"state": "tx"}, True),
        ({"kind": "named", "condition": "held-texan"}, {}, None),
        ({"kind": "not", "of": is_in("state", "tx")}, {"state": "tx"}, False),
        ({"kind": "not", "of": is_in("state", "tx")}, {}, None),
    ],
)
def test_a_condition_reads_facts(written: Written, known: Mapping[str, AnswerValue], expected: Truth) -> None:
    assert truth(written, known) is expected


@pytest.mark.parametrize(
    ("how", "reached", "expected"),
    [
        ("is", "arguable", True),
        ("is", "barred", False),
        ("or-worse", "barred", True),
        ("or-worse", "available", False),
        ("or-better", "available", True),
        ("or-better", "barred", False),
        ("or-better", None, False),
        ("or-worse", None, False),
    ],
)
def test_a_condition_reads_the_status_of_a_line(how: str, reached: str | None, expected: Truth) -> None:
    written = {"kind": "status-is", "claim": "ftca", "test": how, "status": "arguable"}
    lines = {} if reached is None else {"ftca": Status(reached)}
    assert truth(written, {}, **lines) is expected
    assert (compiled(written).claims, compiled(written).settles) == (("ftca",), False)


@pytest.mark.parametrize(
    ("rule", "states", "settles"),
    [
        ("claim", ["past"], True),
        ("claim", ["past", "not-known"], False),
        ("either", ["past"], False),
        ("shorter", ["past"], False),
        ("careful", ["past"], False),
        ("by-state", ["past"], True),
    ],
)
def test_a_deadline_settles_only_where_further_facts_cannot_move_it(
    rule: str, states: list[str], settles: object
) -> None:
    assert compiled({"kind": "deadline-is", "rule": rule, "states": states}).settles is settles


def test_a_further_fact_may_shorten_the_shortest_period() -> None:
    written = {"kind": "deadline-is", "rule": "shorter", "states": ["past"]}
    known: dict[str, AnswerValue] = {"hurt": DATE("2025-06-02")}
    assert truth(written, known) is False
    assert truth(written, {**known, "state": "tx"}) is True


def test_whether_a_fact_is_known_is_never_settled() -> None:
    assert not compiled({"kind": "known", "fact": "state"}).settles
    assert not compiled({"kind": "not", "of": {"kind": "known", "fact": "state"}}).settles
    assert compiled({"kind": "any", "of": [is_in("state", "tx"), PAST]}).settles


def test_a_condition_names_the_facts_that_it_reads_once_and_in_order() -> None:
    written = {"kind": "all", "of": [is_in("state", "tx"), {**PAST, "on": "sued"}, is_in("state", "ca")]}
    assert compiled(written).facts == ("state", "hurt", "sued")


def test_a_condition_that_contains_itself_is_refused() -> None:
    round_in = {"kind": "not", "of": {"kind": "named", "condition": "second"}}
    back = {"kind": "all", "of": [{"kind": "named", "condition": "first"}]}
    conditions = [{"id": "first", "title": "1", "when": round_in}, {"id": "second", "title": "2", "when": back}]
    index = CollectionIndex(collection([end()], manifest={"conditions": conditions}))
    with pytest.raises(ConditionCycleError):
        index.test(index.collection.manifest.conditions[0].when)


def test_a_condition_on_nothing_is_refused() -> None:
    with pytest.raises(KeyError):
        compiled({"kind": "named", "condition": "nobody"})
