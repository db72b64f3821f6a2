# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The invariants of the model: frozen values, names, texts, answers, places and problems."""

import datetime as dt
import importlib
import pkgutil
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

import wizard.model
from wizard.model.case import Answer, Case, CollectionRef
from wizard.model.fact import AnswerValue, Fact
from wizard.model.finding import NextStep
from wizard.model.names import Name
from wizard.model.problem import Place, Problem, Severity
from wizard.model.status import BADNESS, Status
from wizard.model.table import FixedHoliday
from wizard.model.text import Text
from wizard.model.value import Value

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


def classes() -> list[type[Value]]:
    """Every class of the model."""
    modules = [
        importlib.import_module(f"wizard.model.{one.name}") for one in pkgutil.iter_modules(wizard.model.__path__)
    ]
    found = {
        one for module in modules for one in vars(module).values() if isinstance(one, type) and issubclass(one, Value)
    }
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
def test_every_value_is_frozen_and_knows_its_own_fields_only(kind: type[Value]) -> None:
    assert kind.model_config["frozen"]
    # A text has a field for each further language.
    assert kind.model_config["extra"] == ("allow" if kind is Text else "forbid")


def test_a_value_cannot_be_changed_and_takes_no_unknown_field() -> None:
    step = NextStep(text=Text(en="call"))
    with pytest.raises(ValidationError, match="frozen"):
        step.client = True  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra_forbidden"):
        NextStep.model_validate({"text": {"en": "call"}, "clinet": True})


@pytest.mark.parametrize("name", ["a", "0", "ftca-g-1983", "a" * 64])
def test_a_name_is_small_letters_figures_and_single_hyphens(name: str) -> None:
    assert TypeAdapter(Name).validate_python(name) == name


@pytest.mark.parametrize("name", ["", "A", "a_b", "-a", "a-", "a--b", "a/b", "..", "a b", "é", "a\n", "a" * 65, "٣"])
def test_anything_else_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python(name)


# --- texts -----------------------------------------------------------------------------


def text(**words: str) -> Text:
    return Text.model_validate(words)


def test_a_text_has_its_words_in_each_language_and_english_for_the_rest() -> None:
    both = text(en="street", es="calle")
    assert (both.within("en"), both.within("es"), both.within("ht")) == ("street", "calle", "street")
    assert (both.has("en"), both.has("es"), both.has("ht")) == (True, True, False)
    assert both.languages == ("en", "es")


def test_an_empty_translation_is_none() -> None:
    blank = text(en="street", es="")
    assert (blank.within("es"), blank.has("es")) == ("street", False)


def test_a_text_needs_english_and_codes_for_further_languages() -> None:
    for wrong in ({"es": "calle"}, {"en": "street", "Spanish": "calle"}, {"en": "street", "es": 1}):
        with pytest.raises(ValidationError):
            Text.model_validate(wrong)


def test_texts_are_equal_by_their_words() -> None:
    assert text(en="a", es="b") == text(es="b", en="a")
    assert text(en="a") != text(en="a", es="b")


# --- answers and cases -----------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["yes", frozenset({"a", "b"}), frozenset(), dt.date(2026, 3, 1), Decimal("3.50"), Decimal(0), None]
)
def test_an_answer_gives_its_value_back(value: AnswerValue) -> None:
    assert Answer.of(value, NOON).value == value


def test_an_answer_has_one_value_at_most() -> None:
    with pytest.raises(ValidationError, match="an answer has one value"):
        Answer(choice="yes", number=Decimal(1), given_at=NOON)


def test_a_moment_has_its_zone() -> None:
    with pytest.raises(ValidationError):
        Answer(choice="yes", given_at=dt.datetime(2026, 11, 24, 12))  # noqa: DTZ001 the fault is the point


def test_a_case_gives_the_values_of_its_answers() -> None:
    case = Case.model_validate(
        {
            "id": "7f1f9d1c-5f0a-4a53-9d3b-0d6c1f6f3a11",
            "number": "1",
            "collection": CollectionRef(id="c", version="1", digest=""),
            "tree": "t",
            "started_at": NOON,
            "changed_at": NOON,
            "answers": {"a": Answer(choice="yes", given_at=NOON), "b": Answer(given_at=NOON)},
        }
    )
    assert case.values() == {"a": "yes", "b": None}


# --- statuses, places, problems --------------------------------------------------------


def test_statuses_go_from_best_to_worst() -> None:
    assert sorted(Status, key=BADNESS.__getitem__) == [
        Status.AVAILABLE,
        Status.ARGUABLE,
        Status.LIKELY_FORECLOSED,
        Status.BARRED,
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(), "collection"),
        (Place(tree="ftca"), "ftca"),
        (Place(tree="ftca", node="g", field="branches.2"), "ftca/g branches.2"),
        (Place(file="facts.json", item="wrongs", field="title"), "facts.json/wrongs title"),
        (Place(field="trees"), "trees"),
    ],
)
def test_a_place_is_one_word_with_its_field(place: Place, expected: str) -> None:
    assert str(place) == expected


def test_a_problem_is_one_line() -> None:
    problem = Problem(kind="k", severity=Severity.HINT, place=Place(tree="t"), message="It is long", mend="Cut it")
    assert str(problem) == "hint t: It is long (Cut it)"


def test_a_holiday_needs_a_month_and_a_day_of_the_year() -> None:
    for wrong in ({"month": 13, "day": 1}, {"month": 0, "day": 1}, {"month": 1, "day": 32}):
        with pytest.raises(ValidationError):
            FixedHoliday.model_validate({"kind": "fixed", "name": {"en": "x"}, **wrong})


def test_a_fact_without_limits_has_none() -> None:
    fact = Fact.model_validate({"id": "f", "kind": "number", "title": {"en": "t"}, "ask": {"en": "a"}})
    assert (fact.limits.least, fact.limits.most, fact.limits.decimals, fact.choices) == (None, None, 0, ())
