# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions as sentences."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.condition_strategies import conditions
from tests.engine.building import CALENDAR, Written, a_date, a_number, a_rule, any_of, collection, end, one_of, words
from tests.strategies import collections, names_in
from wizard.engine.condition_wording import ConditionWording, ToldCondition
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import Condition, Not

CIRCUITS: Written = {
    "id": "circuits",
    "title": words("Circuits"),
    "fact": "state",
    "columns": [{"id": "number", "title": words("Circuit"), "kind": "choice"}],
    "rows": [{"key": "ny", "cells": {"number": "2"}}, {"key": "tx", "cells": {"number": "5"}}],
}
MADE = CollectionIndex(
    collection(
        [end()],
        [one_of("state", "ny", "tx", "ca"), any_of("who", "ice", "cbp", "local"), a_date("day"), a_number("times")],
        {
            "conditions": [{"id": "federal", "title": "A federal officer", "when": {"kind": "known", "fact": "who"}}],
            "deadline_rules": [a_rule("present", "day")],
        },
        tables=[CIRCUITS],
        calendars=[CALENDAR],
    )
)
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)

STATE = {"kind": "fact-in", "fact": "state", "among": ["ny", "tx"]}
FEDERAL = {"kind": "named", "condition": "federal"}


def read(written: Written) -> Condition:
    """The condition as it stands in a file."""
    return CONDITION.validate_python(written)


def told(written: Written, language: str = "en") -> str:
    """A condition without parts in words."""
    found = ConditionWording(MADE, language).told(read(written))
    assert found.parts == ()
    return found.text


def lines(condition: ToldCondition, depth: int = 0) -> Iterator[str]:
    """A condition as an outline."""
    yield "  " * depth + condition.text
    for part in condition.parts:
        yield from lines(part, depth + 1)


def negated(written: Written) -> Written:
    return {"kind": "not", "of": written}


def has(**more: object) -> Written:
    return {"kind": "fact-has", "fact": "who", **more}


def status(test: str, name: str) -> Written:
    return {"kind": "status-is", "claim": "ftca", "test": test, "status": name}


def deadline(**more: object) -> Written:
    return {"kind": "deadline-is", "rule": "present", "states": ["open", "last-days"], **more}


@pytest.mark.parametrize(
    ("written", "sentence", "negation"),
    [
        (STATE, "“state” is “ny” or “tx”", "“state” is not “ny” or “tx”"),
        (has(any_of=["ice"]), "“who” includes “ice”", "“who” does not include “ice”"),
        (has(any_of=["ice", "cbp", "local"]), "“who” includes “ice”, “cbp” or “local”", None),
        (has(all_of=["ice", "cbp"]), "“who” includes “ice” and “cbp”", "“who” does not include all of “ice” and “cbp”"),
        (has(none_but=["ice"]), "“who” includes nothing but “ice”", "“who” includes something other than “ice”"),
        (has(none_but=[]), "“who” includes nothing at all", "“who” includes something"),
        (
            has(any_of=["ice"], none_but=["ice", "cbp"]),
            "“who” includes “ice” and includes nothing but “ice” or “cbp”",
            "it is not so that “who” includes “ice” and includes nothing but “ice” or “cbp”",
        ),
        (
            has(any_of=["ice"], none_but=["ice"]),
            "“who” includes “ice” and nothing else",
            "it is not so that “who” includes “ice” and nothing else",
        ),
        (has(), "“who” is answered", "it is not so that “who” is answered"),
        ({"kind": "number-is", "fact": "times", "at_least": 2}, "“times” is at least 2", None),
        ({"kind": "number-is", "fact": "times", "at_most": 5}, "“times” is at most 5", None),
        ({"kind": "number-is", "fact": "times", "at_least": 2, "at_most": 5}, "“times” is from 2 to 5", None),
        (
            {"kind": "date-is", "fact": "day", "since": "2024-02-29", "before": "2026-01-01"},
            "“day” is on or after 29 February 2024 and is before 1 January 2026",
            None,
        ),
        (
            {"kind": "date-is", "fact": "day", "since": {"years": -2, "days": 1}},
            "“day” is on or after today less 2 years plus 1 day",
            "it is not so that “day” is on or after today less 2 years plus 1 day",
        ),
        (
            {"kind": "table-is", "table": "circuits", "by": "state", "column": "number", "among": ["2", 5]},
            "“Circuit” in the table “Circuits” for “state” is “2” or “5”",
            "“Circuit” in the table “Circuits” for “state” is not “2” or “5”",
        ),
        (
            deadline(),
            "the deadline “present”, seen from today, is open or in its last days",
            "it is not so that the deadline “present”, seen from today, is open or in its last days",
        ),
        (
            deadline(on="day", days_left=30),
            "the deadline “present”, seen from “day”, is open or in its last days, with at most 30 days left to act by",
            None,
        ),
        (
            status("is", "arguable"),
            "“FTCA, against the United States” stands at arguable",
            "“FTCA, against the United States” does not stand at arguable",
        ),
        (
            status("or-better", "likely-foreclosed"),
            "“FTCA, against the United States” stands at likely foreclosed or better",
            None,
        ),
        (
            status("or-better", "barred"),
            "“FTCA, against the United States” has been reached",
            "“FTCA, against the United States” has not been reached",
        ),
        (status("or-worse", "available"), "“FTCA, against the United States” has been reached", None),
        ({"kind": "known", "fact": "day"}, "“day” is known", "“day” is not known (open, or not asked)"),
        (FEDERAL, "“A federal officer” holds", "“A federal officer” does not hold"),
    ],
)
def test_each_kind_is_a_sentence(written: Written, sentence: str, negation: str | None) -> None:
    assert told(written) == sentence
    assert told(negated(negated(written))) == sentence
    if negation is not None:
        assert told(negated(written)) == negation


def test_joined_conditions_are_an_outline() -> None:
    written = {"kind": "all", "of": [STATE, {"kind": "any", "of": [FEDERAL, negated(has(any_of=["local"]))]}]}
    wording = ConditionWording(MADE, "en")
    assert list(lines(wording.told(read(written)))) == [
        "all of these hold:",
        "  “state” is “ny” or “tx”",
        "  at least one of these holds:",
        "    “A federal officer” holds",
        "    “who” does not include “local”",
    ]
    assert wording.told(read(negated(written))).text == "not all of these hold:"
    any_of_them = {"kind": "any", "of": [STATE, FEDERAL]}
    assert list(lines(wording.told(read(negated(any_of_them))))) == [
        "none of these holds:",
        "  “state” is “ny” or “tx”",
        "  “A federal officer” holds",
    ]


@pytest.mark.parametrize(
    ("kind", "plain", "negation"),
    [("all", "in every case", "in no case"), ("any", "in no case", "in every case")],
)
def test_none_to_join_is_said(kind: str, plain: str, negation: str) -> None:
    written = {"kind": kind, "of": []}
    assert (told(written), told(negated(written))) == (plain, negation)
    assert told({"kind": kind, "of": [STATE]}) == told(STATE)


def test_spanish_is_spanish() -> None:
    assert told(negated(has(any_of=["ice", "cbp"])), "es") == "“who” no incluye “ice” o “cbp”"
    assert told(deadline(), "es") == "el plazo “present”, visto desde hoy, está abierto o en sus últimos días"
    assert told(status("is", "barred"), "es") == "“FTCA, contra the United States” está como excluido"


def test_a_mark_stands_behind_each_name() -> None:
    wording = ConditionWording(MADE, "en", lambda sort, name: f" <{sort} {name}>")
    told_text = wording.told(read(deadline(on="day"))).text
    assert told_text.startswith("the deadline “present” <rule present>, seen from “day” <fact day>, is")


@given(st.data(), st.sampled_from(("en", "es", "ht")))
def test_every_condition_has_words_and_so_has_its_negation(data: st.DataObject, language: str) -> None:
    made = data.draw(collections(), label="collection")
    condition = data.draw(conditions(names_in(made)), label="condition")
    wording = ConditionWording(CollectionIndex(made), language)
    plain, other = wording.told(condition), wording.told(Not(kind="not", of=condition))
    assert plain != other
    for line in (*lines(plain), *lines(other)):
        assert line.strip()
        assert "{sentence}" not in line
