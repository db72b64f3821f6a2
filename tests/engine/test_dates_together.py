# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Four dates that rules tie to each other: the days found give every combination of truths that any days give."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.condition_strategies import Draw
from tests.engine.building import a_date, a_rule, ask, collection, end, gate, one_of
from tests.engine.test_date_classes import DAY, MONDAY, STATES, ends_found, fewer, rule, span
from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation
from wizard.engine.date_classes import DateClasses
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import Condition, DateIs, DeadlineIs
from wizard.model.status import DeadlineState

DATES = ("first", "second", "third", "fourth")
DAYS_BACK = 8


@settings(fewer, max_examples=max(6, fewer.max_examples // 2))
@given(st.data())
def test_whatever_conditions_say_of_four_dates_they_say_on_days_found(data: st.DataObject) -> None:
    draw = Draw(data.draw)
    today = MONDAY + draw.number(0, 6) * DAY
    limits = {"earliest": (today - DAYS_BACK * DAY).isoformat()}
    rules = [
        rule(draw, "r", draw.some(DATES[:2]), period=span(draw)),
        rule(draw, "s", ["third"], period=span(draw)),
        rule(draw, "t", ["fourth"], period=span(draw)),
    ]
    index = CollectionIndex(
        collection([end("end")], [a_date(name, **limits) for name in DATES], {"deadline_rules": rules})
    )
    atoms = [_atom(draw, index) for _ in range(draw.number(2, 5))]
    found = DateClasses(index, atoms, today, {}).find()
    every = [today - number * DAY for number in range(DAYS_BACK + 1)]
    assert _said(atoms, found, today) == _said(atoms, dict.fromkeys(DATES, every), today)


def _atom(draw: Draw, index: CollectionIndex) -> Atom:
    condition: Condition
    if draw.number(0, 4):
        states = tuple(DeadlineState(state) for state in draw.some(STATES))
        on = draw.one(("today", *DATES))
        condition = DeadlineIs(kind="deadline-is", rule=draw.one(("r", "s", "t")), on=on, states=states)
    else:
        condition = DateIs(kind="date-is", fact=draw.one(DATES), before=MONDAY - draw.number(0, DAYS_BACK) * DAY)
    return Atom(condition, index.test(condition), index)


def _said(atoms: Sequence[Atom], days: Mapping[str, Sequence[dt.date]], today: dt.date) -> set[tuple[bool | None, ...]]:
    situations = (
        Situation(dict(zip(DATES, some, strict=True)), {}, today) for some in product(*[days[name] for name in DATES])
    )
    return {tuple([atom.test.truth(now) for atom in atoms]) for now in situations}


def test_a_more_careful_count_from_a_date_that_is_a_trigger_too_waits_for_it() -> None:
    days = 9
    parts = {"pick": "earliest", "period": {"kind": "span", "days": 5}, "cautious": {"trigger": "second"}}
    made = a_rule("rule", "first", "second", authorities=[], **parts)
    dates = [a_date(name, earliest=(MONDAY - days * DAY).isoformat()) for name in ("first", "second")]
    open_still = {"kind": "deadline-is", "rule": "rule", "states": ["open"]}
    not_today = {"kind": "date-is", "fact": "first", "before": {"days": 0}}
    tree = [
        ask("q-first", "first", "q-second", "q-second"),
        ask("q-second", "second", "q-key", "q-key"),
        ask("q-key", "key", "gate", "gate"),
        gate("gate", ({"kind": "all", "of": [open_still, not_today]}, "end0"), otherwise="end1", unknown="end2"),
        *[end(name) for name in ("end0", "end1", "end2")],
    ]
    explored, tried = ends_found(
        collection(tree, [*dates, one_of("key")], {"deadline_rules": [made]}),
        MONDAY,
        days,
        [None],
    )
    assert explored == tried == {"end0", "end1", "end2"}
