# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and answers in words, and placeholders in a tree's texts."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.federal import FEDERAL
from wizard.engine.graph import CollectionIndex
from wizard.engine.wording import Placeholder, fill, format_date, format_value, placeholders, resolves
from wizard.model.collection import Collection, Manifest
from wizard.model.deadline import DeadlineRule, Span
from wizard.model.fact import AnswerValue, Choice, ChoiceList, Fact, Limits, SharedChoices
from wizard.model.table import Column, Row, Table
from wizard.model.text import Text


def words(en: str, es: str) -> Text:
    """Return a text in both languages."""
    return Text.model_validate({"en": en, "es": es})


def a_choice(name: str, en: str, es: str, short: str) -> Choice:
    """Return a choice with its words."""
    return Choice(id=name, label=words(en, es), short=Text(en=short))


ASK = Text(en="Ask")
STATE = Fact(
    id="incident-state", kind="one-of", title=ASK, ask=ASK, choices=SharedChoices(list="states", without=("gu",))
)
OFFICERS = Fact(
    id="officers-present",
    kind="any-of",
    title=ASK,
    ask=ASK,
    choices=(
        a_choice("ice", "ICE", "ICE", "ICE"),
        a_choice("cbp", "Border Patrol", "Patrulla Fronteriza", "CBP"),
        a_choice("police", "Other federal officers (FBI, DEA)", "Otros agentes federales (FBI, DEA)", "Federal"),
        a_choice("contractor", "Private guards", "Guardias privados", "Contractor"),
    ),
)
DAY = Fact(id="incident-date", kind="date", title=ASK, ask=ASK)
BILLS = Fact(id="bills", kind="number", title=ASK, ask=ASK, limits=Limits(decimals=2), unit=words("dollars", "dólares"))
OFFICES = Table(
    id="offices",
    title=ASK,
    fact="officers-present",
    columns=(
        Column(id="address", title=ASK, kind="text"),
        Column(id="copies", title=ASK, kind="number"),
        Column(id="moved-on", title=ASK, kind="date"),
    ),
    rows=(
        Row(
            key="ice",
            cells={"address": words("500 12th St. SW", "500 12th St. SW (ICE)"), "copies": 2, "moved-on": "2024-07-01"},
        ),
        Row(key="cbp", cells={"address": "The station nearest the event", "copies": None, "moved-on": "2024-99-01"}),
        Row(key="contractor", cells={"address": None}),
    ),
)
TIMES = Table(
    id="times",
    title=ASK,
    choice_list="states",
    columns=(Column(id="years", title=ASK, kind="number"),),
    rows=(Row(key="tx", cells={"years": 2}),),
)
PRESENT = DeadlineRule(
    id="ftca-present",
    role="last-day",
    title=ASK,
    trigger=("incident-date",),
    period=Span(kind="span", years=2),
    calendar="federal",
    why=ASK,
)
index = CollectionIndex(
    Collection(
        manifest=Manifest(
            id="sample",
            title=ASK,
            publisher="The clinic",
            version="1",
            law_checked_on=date(2026, 11, 24),
            next_check_due=date(2027, 1, 4),
            trees=(),
            deadline_rules=(PRESENT,),
        ),
        facts=(STATE, OFFICERS, DAY, BILLS),
        choice_lists=(
            ChoiceList(
                id="states",
                title=ASK,
                choices=(a_choice("tx", "Texas", "Texas", "TX"), a_choice("nm", "New Mexico", "Nuevo México", "NM")),
            ),
        ),
        tables=(OFFICES, TIMES),
        calendars=(FEDERAL,),
        trees=(),
    )
)

KNOWN: Mapping[str, AnswerValue] = {
    "incident-state": "nm",
    "incident-date": date(2025, 2, 13),
    "officers-present": frozenset({"cbp", "ice"}),
    "bills": Decimal("12500.5"),
}


def shown(name: str, value: AnswerValue, language: str = "en") -> str:
    """Return an answer in words."""
    return format_value(index.facts[name], index.choices[name], value, language)


def short(name: str, value: AnswerValue, language: str = "en") -> str:
    """Return an answer in its short words."""
    return format_value(index.facts[name], index.choices[name], value, language, short=True)


def test_dates_are_written_day_first_with_the_month_in_words() -> None:
    day = date(2027, 2, 12)
    assert format_date(day, "en") == "12 February 2027"
    assert format_date(day, "en", short=True) == "12 Feb 2027"
    assert format_date(day, "es") == "12 de febrero de 2027"
    assert format_date(day, "es", short=True) == "12 feb 2027"


def test_a_language_without_words_of_its_own_is_written_in_english() -> None:
    assert format_date(date(2026, 9, 1), "ht") == "1 September 2026"
    assert shown("incident-state", None, "ht") == "not sure yet"


@given(st.dates(), st.dates(), st.sampled_from(["en", "es"]), st.booleans())
def test_no_two_days_are_written_alike(one: date, other: date, language: str, is_short: bool) -> None:
    written = {format_date(day, language, short=is_short) for day in (one, other, one.replace(day=other.day % 28 + 1))}
    assert len(written) == len({one, other, one.replace(day=other.day % 28 + 1)})


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("is_short", [True, False])
def test_each_month_has_a_name_of_its_own(language: str, is_short: bool) -> None:
    assert len({format_date(date(2026, month, 1), language, short=is_short) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("name", "value", "english", "spanish"),
    [
        ("incident-state", "nm", "New Mexico", "Nuevo México"),
        ("incident-state", "gone", "gone", "gone"),
        ("incident-state", None, "not sure yet", "todavía no se sabe"),
        ("incident-date", date(2027, 2, 12), "12 February 2027", "12 de febrero de 2027"),
        ("officers-present", frozenset({"cbp"}), "Border Patrol", "Patrulla Fronteriza"),
        ("officers-present", frozenset({"cbp", "ice"}), "ICE, Border Patrol", "ICE, Patrulla Fronteriza"),
        (
            "officers-present",
            frozenset({"police", "cbp"}),
            "Border Patrol; Other federal officers (FBI, DEA)",
            "Patrulla Fronteriza; Otros agentes federales (FBI, DEA)",
        ),
        ("officers-present", frozenset({"gone", "ice"}), "ICE, gone", "ICE, gone"),
        ("officers-present", frozenset(), "none of these", "ninguna de estas opciones"),
        ("bills", Decimal(3), "3 dollars", "3 dólares"),
        ("bills", Decimal("3.00"), "3 dollars", "3 dólares"),
        ("bills", Decimal("3.5"), "3.50 dollars", "3.50 dólares"),
        ("bills", Decimal(2026), "2026 dollars", "2026 dólares"),
        ("bills", Decimal("1E+6"), "1,000,000 dollars", "1,000,000 dólares"),
        ("bills", Decimal("-12500.125"), "-12,500.125 dollars", "-12,500.125 dólares"),
    ],
)
def test_an_answer_is_shown_in_the_words_of_its_choices(
    name: str, value: AnswerValue, english: str, spanish: str
) -> None:
    assert shown(name, value) == english
    assert shown(name, value, "es") == spanish


def test_the_short_words_fit_the_trail() -> None:
    assert short("incident-state", "nm") == "NM"
    assert short("officers-present", frozenset({"police", "ice"})) == "ICE, Federal"
    assert short("incident-date", date(2027, 2, 12)) == "12 Feb 2027"


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("On {fact:incident-date} in {fact:incident-state}.", "On 13 February 2025 in New Mexico.", None),
        ("({fact:officers-present})", "(ICE, Border Patrol)", "(ICE, Patrulla Fronteriza)"),
        ("{fact:bills}", "12,500.50 dollars", "12,500.50 dólares"),
        ("By {deadline:ftca-present}!", "By 12 February 2027!", "By 12 de febrero de 2027!"),
        (
            "{table:offices/address/officers-present}",
            "500 12th St. SW\nThe station nearest the event",
            "500 12th St. SW (ICE)\nThe station nearest the event",
        ),
        ("{table:offices/copies/officers-present} copies", "2 copies", "2 copies"),
        ("{table:offices/moved-on/officers-present}", "1 July 2024\n2024-99-01", "1 de julio de 2024\n2024-99-01"),
        ("{table:times/years/incident-state} years", "not known yet years", "todavía no se sabe years"),
        ("{fact:gone}{table:offices/address}", "not known yetnot known yet", "todavía no se sabetodavía no se sabe"),
        ("{deadline:gone} {fact:}", "not known yet not known yet", "todavía no se sabe todavía no se sabe"),
    ],
)
def test_placeholders_are_filled_in_from_what_is_known(text: str, english: str, spanish: str | None) -> None:
    assert fill(text, "en", KNOWN, index) == english
    assert spanish is None or fill(text, "es", KNOWN, index) == spanish


@pytest.mark.parametrize(
    "text",
    [
        "{fact:incident-date}",
        "{fact:officers-present}",
        "{table:offices/address/officers-present}",
        "{table:times/years/incident-state}",
        "{deadline:ftca-present}",
    ],
)
def test_what_is_not_established_is_said_to_be_not_known_yet(text: str) -> None:
    assert fill(f"Send it: {text}.", "en", {}, index) == "Send it: not known yet."
    assert fill(text, "es", {}, index) == "todavía no se sabe"


def test_a_choice_for_which_the_table_has_nothing_adds_no_line() -> None:
    known = {"officers-present": frozenset({"ice", "contractor", "police"})}
    assert fill("{table:offices/address/officers-present}", "en", known, index) == "500 12th St. SW"
    none = {"officers-present": frozenset({"contractor"})}
    assert fill("{table:offices/address/officers-present}", "en", none, index) == "not known yet"


@pytest.mark.parametrize(
    "text",
    ["", "No braces.", "A {brace} and {another: one}", "{", "}{", "{{fact}}", "{fact incident-date}", "{Fact:bills}"],
)
def test_other_braces_stay_as_they_are(text: str) -> None:
    assert fill(text, "en", KNOWN, index) == text
    assert placeholders(text) == ()


def test_braces_in_what_is_filled_in_are_not_filled_in_again() -> None:
    known: dict[str, AnswerValue] = {"incident-state": "{fact:bills}"}
    assert fill("{fact:incident-state}", "en", known, index) == "{fact:bills}"


def test_placeholders_are_listed_in_order_with_their_names() -> None:
    text = "{fact:bills} {table:offices/address/officers-present} {odd} {deadline:ftca-present} {table:offices}"
    found = placeholders(text)
    assert found == (
        Placeholder("fact", ("bills",)),
        Placeholder("table", ("offices", "address", "officers-present")),
        Placeholder("deadline", ("ftca-present",)),
        Placeholder("table", ("offices",)),
    )
    assert " ".join(str(one) for one in found) == text.replace("{odd} ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{fact:bills}", True),
        ("{fact:gone}", False),
        ("{fact:bills/bills}", False),
        ("{table:offices/address/officers-present}", True),
        ("{table:gone/address/officers-present}", False),
        ("{table:offices/gone/officers-present}", False),
        ("{table:offices/address/gone}", False),
        ("{table:offices/address}", False),
        ("{deadline:ftca-present}", True),
        ("{deadline:gone}", False),
    ],
)
def test_a_placeholder_resolves_when_all_that_it_names_is_there(text: str, expected: bool) -> None:
    (placeholder,) = placeholders(text)
    assert resolves(placeholder, index) is expected


@given(st.lists(st.sampled_from(["{", "}", "fact:", "table:", "deadline:", "bills", "/", "offices", "x", "\n"])))
def test_every_placeholder_goes_with_its_braces_and_no_other_brace_does(parts: list[str]) -> None:
    text = "".join(parts)
    filled = fill(text, "en", KNOWN, index)
    gone = len(placeholders(text))
    assert filled.count("{") == text.count("{") - gone
    assert filled.count("}") == text.count("}") - gone
    assert (filled == text) is (gone == 0)
