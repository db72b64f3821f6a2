# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sets in which a condition is true and false, against trying every combination of values."""

import datetime as dt
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.condition_strategies import Draw
from tests.engine.building import a_date, any_of, collection, end, one_of, words
from tests.engine.test_date_classes import DAY, MONDAY, STATES, period, rule
from wizard.engine.atom_sets import FIRST_VALUE, AtomSets
from wizard.engine.atoms import Atom
from wizard.engine.conditions import Situation
from wizard.engine.diagrams import EMPTY, Diagrams
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import DeadlineIs
from wizard.model.fact import AnswerValue
from wizard.model.status import DeadlineState

CHOICES = ("c0", "c1", "c2", "c3")


@given(st.data())
def test_a_deadline_is_read_as_on_every_combination_of_values(data: st.DataObject) -> None:
    draw = Draw(data.draw)
    dates = ("first", "second", "third")
    make_key = draw.one((one_of, any_of))
    cells = [{"length": draw.one((0, 3)), "old": draw.number(0, 20), "through": "2026-11-11"}, {"length": 3}, {}]
    columns = [{"id": name, "title": words(name), "kind": "number"} for name in ("length", "old", "through")]
    rows = [{"key": key, "cells": row} for key, row in zip(CHOICES, cells, strict=False)]
    trigger = draw.one((None, *dates))
    cautious = draw.maybe(lambda: {"period": draw.maybe(lambda: period(draw)), "trigger": trigger})
    triggers = draw.some(dates)
    picked = draw.one(({}, {}, {"pick": "only"}))
    written = {**rule(draw, "rule", triggers), "period": period(draw), "cautious": cautious, **picked}
    made = collection(
        [end("end")],
        [*[a_date(name) for name in dates], make_key("key", *CHOICES)],
        {"deadline_rules": [written]},
        tables=[{"id": "t", "title": words("t"), "fact": "key", "columns": columns, "rows": rows}],
    )
    index = CollectionIndex(made)
    condition = DeadlineIs(
        kind="deadline-is",
        rule="rule",
        on=draw.one(("today", *dates)),
        states=tuple(DeadlineState(state) for state in draw.some(STATES)),
        days_left=draw.one((None, 3)),
    )
    atom = Atom(condition, index.test(condition), index)
    days = tuple(MONDAY - draw.number(0, 20) * DAY for _ in range(4))
    marked = [frozenset(some) for some in ((), ("c0",), ("c1", "c3"), ("c2",))]
    values: dict[str, tuple[AnswerValue, ...]] = {name: tuple(sorted(set(days))) for name in dates}
    values["key"] = CHOICES if make_key is one_of else tuple(marked)
    order = data.draw(st.permutations([*dates, "key"]))
    asked = order[: draw.number(1, len(order))]
    _agrees(atom, MONDAY, {name: values[name] for name in asked}, {name: n for n, name in enumerate(asked)})


def _agrees(atom: Atom, today: dt.date, values: dict[str, tuple[AnswerValue, ...]], variable: dict[str, int]) -> None:
    diagrams = Diagrams([FIRST_VALUE + len(values[name]) for name in variable], 100_000)
    true, false = AtomSets(atom, today, values, variable, diagrams).find()
    for numbers in product(*[range(diagrams.sizes[place]) for place in variable.values()]):
        given_values = zip(variable, numbers, strict=True)
        known = {name: values[name][n - FIRST_VALUE] for name, n in given_values if n >= FIRST_VALUE}
        truth = atom.test.truth(Situation(known, {}, today))
        here = diagrams.state(dict(enumerate(numbers)))
        assert (diagrams.meet(here, true) != EMPTY) == (truth is True), known
        assert (diagrams.meet(here, false) != EMPTY) == (truth is False), known
