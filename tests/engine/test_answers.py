# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers are read from their written form, and what is wrong with one is said with what mends it."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.answers import AnswerError, LimitFault, decimals_of, fits, limit_fault, read_answers, written
from wizard.model.fact import AnswerValue, Choice, Fact, FactKind, Limits
from wizard.model.text import Text

TODAY = date(2026, 11, 24)
WORDS = Text(en="Words")


def a_fact(name: str, kind: FactKind, choices: tuple[str, ...] = (), limits: Limits | None = None) -> Fact:
    """Return a fact with these choices."""
    return Fact(
        id=name,
        kind=kind,
        title=WORDS,
        ask=WORDS,
        choices=tuple(Choice(id=choice, label=WORDS, short=WORDS) for choice in choices),
        limits=limits or Limits(),
    )


STATES = ("ca", "il", "mn", "ny", "tx")
OFFICERS = ("cbp", "ice", "local")
FACTS = {
    fact.id: fact
    for fact in (
        a_fact("incident-state", "one-of", STATES),
        a_fact("officers-present", "any-of", OFFICERS),
        a_fact("incident-date", "date", limits=Limits(earliest=date(1990, 1, 1), latest="today")),
        a_fact("people-hurt", "number", limits=Limits(least=Decimal(1), most=Decimal(500))),
        a_fact("bills", "number", limits=Limits(decimals=2)),
        a_fact("age", "one-of", tuple(f"age-{number}" for number in range(20))),
    )
}
CHOICES = {
    name: frozenset(choice.id for choice in fact.choices) if isinstance(fact.choices, tuple) else frozenset[str]()
    for name, fact in FACTS.items()
}

values: dict[str, st.SearchStrategy[AnswerValue]] = {
    "incident-state": st.sampled_from(STATES),
    "officers-present": st.frozensets(st.sampled_from(OFFICERS)),
    "incident-date": st.dates(),
    "people-hurt": st.integers(-(10**9), 10**9).map(Decimal),
    "bills": st.decimals(-(10**6), 10**6, places=2),
}
answer_sets = st.fixed_dictionaries({}, optional={name: st.none() | strategy for name, strategy in values.items()})
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([*STATES, *OFFICERS]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


def fault(answers: object) -> AnswerError:
    """Return what is wrong with answers that cannot be read."""
    with pytest.raises(AnswerError) as caught:
        read_answers(FACTS, CHOICES, answers)
    return caught.value


def read_or_fault(answers: object) -> dict[str, AnswerValue] | AnswerError:
    """Return the answers, or what is wrong with them."""
    try:
        return read_answers(FACTS, CHOICES, answers)
    except AnswerError as error:
        return error


def test_each_kind_of_answer_is_read_from_json() -> None:
    text = """{"incident-state": "tx", "officers-present": ["ice", "local"], "incident-date": "2026-03-01",
               "people-hurt": 3, "bills": 1200.5, "age": null}"""
    assert read_answers(FACTS, CHOICES, json.loads(text)) == {
        "incident-state": "tx",
        "officers-present": frozenset({"ice", "local"}),
        "incident-date": date(2026, 3, 1),
        "people-hurt": Decimal(3),
        "bills": Decimal("1200.5"),
        "age": None,
    }


def test_an_empty_list_is_an_answer_none_of_these() -> None:
    assert read_answers(FACTS, CHOICES, {"officers-present": []}) == {"officers-present": frozenset()}


def test_answers_keep_the_order_in_which_they_are_written() -> None:
    names = ["bills", "age", "incident-date"]
    assert list(read_answers(FACTS, CHOICES, dict.fromkeys(names))) == names


@pytest.mark.parametrize(
    ("answers", "fact", "message", "mend"),
    [
        (["tx"], None, "not an object", '{"fact"'),
        ("tx", None, "not an object", '{"fact"'),
        ({"incident-dates": "2026-03-01"}, "incident-dates", "no such fact", "Did you mean “incident-date”?"),
        ({"zebra": 1}, "zebra", "no such fact", "facts.json"),
        ({"incident-state": "texas"}, "incident-state", "“texas” is not among", "one of ca, il, mn, ny, tx"),
        ({"age": "age-3x"}, "age", "not among the choices", "Did you mean “age-3”?"),
        ({"age": "old"}, "age", "not among the choices", "age-13, age-14, age-15, …"),
        ({"incident-state": ["tx"]}, "incident-state", "not one choice", "one of ca"),
        ({"incident-state": 3}, "incident-state", "“3” is not one choice", "one of ca"),
        ({"officers-present": "ice"}, "officers-present", "“ice” is not a list", "none of these"),
        ({"officers-present": ["ice", "police"]}, "officers-present", "“police” is not", "one of cbp, ice, local"),
        ({"officers-present": ["ice", None]}, "officers-present", "not one choice", "one of cbp"),
        ({"officers-present": ["ice", "local", "ice"]}, "officers-present", "“ice” stands there twice", "once"),
        ({"incident-date": "2026-02-30"}, "incident-date", "There is no day 2026-02-30", "exists"),
        ({"incident-date": "March 1, 2026"}, "incident-date", "not a date", "“2026-03-01”"),
        ({"incident-date": "20260301"}, "incident-date", "not a date", "“2026-03-01”"),
        ({"incident-date": "2026-03-01\n"}, "incident-date", "not a date", "“2026-03-01”"),
        ({"incident-date": "\u0662026-03-01"}, "incident-date", "not a date", "“2026-03-01”"),
        ({"incident-date": 20260301}, "incident-date", "not a date", "“2026-03-01”"),
        ({"people-hurt": "3"}, "people-hurt", "not a number", "without quotation marks"),
        ({"people-hurt": True}, "people-hurt", "not a number", "without quotation marks"),
        ({"people-hurt": 2.5}, "people-hurt", "too many decimals", "a whole number"),
        ({"bills": Decimal("9.999")}, "bills", "too many decimals", "at most 2 decimals"),
        ({"bills": float("nan")}, "bills", "too many digits", "at most 24"),
        ({"bills": 1e300}, "bills", "too many digits", "at most 24"),
        ({"bills": 10**6000}, "bills", "“This number” has too many digits", "at most 24"),
        ({"bills": "9" * 90}, "bills", "“" + "9" * 40 + "…” is not a number", "without quotation marks"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_with_its_fact_and_what_mends_it(
    answers: object, fact: str | None, message: str, mend: str
) -> None:
    error = fault(answers)
    assert error.fact == fact
    assert message in error.message
    assert mend in error.mend
    assert str(error) == (f"{fact}: " if fact else "") + f"{error.message} {error.mend}"


def test_a_number_may_end_in_zeros() -> None:
    assert read_answers(FACTS, CHOICES, {"people-hurt": 3.0, "bills": Decimal("5.500")}) == {
        "people-hurt": Decimal(3),
        "bills": Decimal("5.5"),
    }


@given(answer_sets)
def test_what_is_written_reads_back_the_same(answers: dict[str, AnswerValue]) -> None:
    form = {name: written(value) for name, value in answers.items()}
    assert read_answers(FACTS, CHOICES, form) == answers
    assert {name: written(value) for name, value in read_answers(FACTS, CHOICES, form).items()} == form


@given(answer_sets)
def test_what_is_written_survives_json(answers: dict[str, AnswerValue]) -> None:
    text = json.dumps({name: written(value) for name, value in answers.items()}, default=float)
    assert read_answers(FACTS, CHOICES, json.loads(text)) == answers


@given(st.dictionaries(st.sampled_from([*FACTS]) | st.text(), json_values))
def test_whatever_json_says_is_read_as_answers_that_fit_or_told_to_be_wrong(answers: object) -> None:
    read = read_or_fault(answers)
    if isinstance(read, AnswerError):
        assert read.message
        assert read.mend
    else:
        assert all(fits(FACTS[name], CHOICES[name], value) for name, value in read.items())


@given(answer_sets)
def test_an_answer_fits_its_own_fact_and_no_fact_of_another_kind(answers: dict[str, AnswerValue]) -> None:
    for name, value in answers.items():
        for other, fact in FACTS.items():
            same = fact.kind == FACTS[name].kind and (fact.kind != "one-of" or other == name)
            assert fits(fact, CHOICES[other], value) is (same or value is None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("incident-state", "gone"),
        ("officers-present", frozenset({"ice", "gone"})),
        ("bills", Decimal("NaN")),
        ("bills", Decimal("Infinity")),
        ("bills", Decimal("1E+999999")),
    ],
)
def test_an_answer_whose_choice_is_gone_or_that_is_no_plain_number_does_not_fit(name: str, value: AnswerValue) -> None:
    assert not fits(FACTS[name], CHOICES[name], value)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("incident-date", date(1989, 12, 31), LimitFault("too-early", date(1990, 1, 1))),
        ("incident-date", date(1990, 1, 1), None),
        ("incident-date", TODAY, None),
        ("incident-date", date(2026, 11, 25), LimitFault("too-late", "today")),
        ("people-hurt", Decimal(0), LimitFault("too-small", Decimal(1))),
        ("people-hurt", Decimal(1), None),
        ("people-hurt", Decimal(500), None),
        ("people-hurt", Decimal(501), LimitFault("too-large", Decimal(500))),
        ("people-hurt", Decimal("2.5"), LimitFault("too-many-decimals", 0)),
        ("people-hurt", Decimal("2.0"), None),
        ("bills", Decimal("2.555"), LimitFault("too-many-decimals", 2)),
        ("bills", Decimal("-2.55"), None),
        ("incident-state", "tx", None),
        ("officers-present", frozenset({"ice"}), None),
        ("incident-date", None, None),
    ],
)
def test_a_date_or_number_past_its_limits_is_told_with_the_limit(
    name: str, value: AnswerValue, expected: LimitFault | None
) -> None:
    assert limit_fault(FACTS[name], value, TODAY) == expected


def test_a_date_may_have_to_be_later_than_today() -> None:
    hearing = a_fact("hearing-date", "date", limits=Limits(earliest="today", latest=date(2030, 1, 1)))
    assert limit_fault(hearing, date(2026, 11, 23), TODAY) == LimitFault("too-early", "today")
    assert limit_fault(hearing, date(2030, 1, 2), TODAY) == LimitFault("too-late", date(2030, 1, 1))


@pytest.mark.parametrize(
    ("number", "decimals"), [("0", 0), ("0.000", 0), ("3.0", 0), ("300", 0), ("3E+2", 0), ("3.25", 2), ("-3.250", 2)]
)
def test_decimals_are_those_that_a_number_needs(number: str, decimals: int) -> None:
    assert decimals_of(Decimal(number)) == decimals
