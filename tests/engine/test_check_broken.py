# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of collections that are broken in every way: it ends in problems with mends, never in a fault."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.condition_strategies import Draw
from tests.engine.building import (
    TODAY,
    a_date,
    a_rule,
    any_of,
    ask,
    choice,
    collection,
    end,
    enter,
    finding,
    gate,
    is_in,
    one_of,
    words,
)
from tests.strategies import collections
from wizard.engine.check import problems
from wizard.engine.explore import explore
from wizard.engine.graph import link
from wizard.model.collection import Collection
from wizard.model.problem import Severity
from wizard.storage.canonical import canonical

GONE = "gone"
BY_TABLE = {"kind": "table", "table": "t", "by": "hurt", "column": "years", "unit": "days"}
PLACEHOLDERS = [
    "{fact:gone}",
    "{fact:hurt/more}",
    "{table:gone/years/hurt}",
    "{table:t/gone/hurt}",
    "{table:t/years/gone}",
    "{deadline:gone}",
    "{deadline:}",
]
TABLE: dict[str, Any] = {
    "id": "t",
    "title": words("t"),
    "fact": "hurt",
    "columns": [{"id": "years", "title": words("years"), "kind": "number"}],
    "rows": [{"key": "yes", "cells": {"years": 2}}, {"key": "no", "cells": {"years": 3}}],
}


def kinds(made: Collection) -> list[str]:
    """The kinds of the errors of a collection, with their places."""
    return [f"{one.kind} {one.place}" for one in problems(made, TODAY) if one.severity is Severity.ERROR]


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_placeholder_for_nothing_is_found_in_each_language(placeholder: str, language: str) -> None:
    nodes = [ask("q", "hurt", "f", "f", why={**words("why"), language: f"since {placeholder}"}), finding("f", "end")]
    assert kinds(collection([*nodes, end()], [one_of("hurt")], tables=[TABLE])) == ["placeholder-broken t/q why"]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (is_in(GONE, "yes"), "fact-missing"),
        (is_in("hurt", GONE), "choice-missing"),
        ({"kind": "fact-has", "fact": "harms", "all_of": [GONE]}, "choice-missing"),
        ({"kind": "fact-has", "fact": "harms", "none_but": [GONE]}, "choice-missing"),
        ({"kind": "fact-has", "fact": "hurt", "any_of": ["yes"]}, "fact-kind-wrong"),
        ({"kind": "date-is", "fact": "hurt"}, "fact-kind-wrong"),
        ({"kind": "table-is", "table": GONE, "by": "hurt", "column": "years", "among": [1]}, "table-missing"),
        ({"kind": "table-is", "table": "t", "by": "hurt", "column": GONE, "among": [1]}, "column-missing"),
        ({"kind": "table-is", "table": "t", "by": "day", "column": "years", "among": [1]}, "fact-kind-wrong"),
        ({"kind": "deadline-is", "rule": GONE, "states": ["past"]}, "rule-missing"),
        ({"kind": "deadline-is", "rule": "due", "on": GONE, "states": ["past"]}, "fact-missing"),
        ({"kind": "status-is", "claim": GONE, "status": "barred"}, "claim-missing"),
        ({"kind": "known", "fact": GONE}, "fact-missing"),
        ({"kind": "named", "condition": GONE}, "condition-missing"),
    ],
)
def test_a_condition_on_nothing_is_found_however_deep_it_stands(condition: dict[str, object], expected: str) -> None:
    deep = {"kind": "not", "of": {"kind": "all", "of": [{"kind": "any", "of": [condition]}]}}
    nodes = [
        ask("q", "hurt", "q2", "q2"),
        ask("q2", "harms", "q3", "q3"),
        ask("q3", "day", "g", "g"),
        gate("g", (deep, "f"), otherwise="end", unknown="end"),
        finding("f", "end", deadlines=["due"]),
        end(),
    ]
    facts = [one_of("hurt"), any_of("harms", "force", "search"), a_date("day")]
    made = collection(nodes, facts, {"deadline_rules": [a_rule("due", "day")]}, tables=[TABLE])
    assert f"{expected} t/g branches.0" in kinds(made)
    named = {"conditions": [{"id": "c", "title": "c", "when": deep}], "deadline_rules": [a_rule("due", "day")]}
    assert f"{expected} collection.json/c" in kinds(collection(nodes, facts, named, tables=[TABLE]))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"trigger": [GONE]}, "fact-missing"),
        ({"trigger": ["hurt"]}, "fact-kind-wrong"),
        ({"cautious": {"trigger": GONE}}, "fact-missing"),
        (
            {"cautious": {"period": {"kind": "table", "table": GONE, "by": "hurt", "column": "c", "unit": "days"}}},
            "table",
        ),
        (
            {"period": {"kind": "shortest", "of": [{"kind": "table", "table": "t", "by": "day", "column": "c"}]}},
            "column",
        ),
        (
            {"period": {"kind": "table", "table": "t", "by": "day", "column": "years", "unit": "days"}},
            "fact-kind-wrong",
        ),
        ({"calendar": GONE}, "calendar-missing"),
        ({"authorities": [{"authority": GONE}]}, "authority-missing"),
        ({"applies": is_in(GONE, "yes")}, "fact-missing"),
    ],
)
def test_a_deadline_rule_on_nothing_is_found(changes: dict[str, object], expected: str) -> None:
    nodes = [ask("q", "day", "q2", "q2"), ask("q2", "hurt", "f", "f"), finding("f", "end", deadlines=["due"]), end()]
    rules = {"deadline_rules": [a_rule("due", "day", **changes)]}
    found = kinds(collection(nodes, [one_of("hurt"), a_date("day")], rules, tables=[TABLE]))
    assert [one for one in found if one.startswith(expected) and one.endswith("collection.json/due")]


def scenario(tree: str = "t", **answers: object) -> dict[str, object]:
    """A scenario that expects nothing."""
    return {"id": "s", "tree": tree, "title": "s", "today": "2026-11-24", "answers": answers, "expected": {}}


def test_a_subtree_a_scenario_and_a_table_of_nothing_are_found() -> None:
    nodes = [enter("e", GONE, "end"), end()]
    made = collection(nodes, tables=[{**TABLE, "fact": GONE}], scenarios=[scenario(GONE)])
    assert kinds(made) == ["tree-missing scenarios/s tree", "table-key-missing tables/t", "tree-missing t/e"]


def test_a_scenario_that_stands_in_two_files_is_found() -> None:
    assert kinds(collection([end()], scenarios=[scenario(), scenario()])) == ["id-twice scenarios/s"]


def test_a_scenario_with_answers_that_cannot_be_read_fails_with_the_reason() -> None:
    nodes = [ask("q", "hurt", "f", "f"), finding("f", "end"), end()]
    found = problems(collection(nodes, [one_of("hurt")], scenarios=[scenario(hurt="maybe")]), TODAY)
    (problem,) = (one for one in found if one.severity is Severity.ERROR)
    assert problem.kind == "scenario-fails"
    assert "maybe" in problem.message


def test_a_scenario_of_a_tree_that_cannot_be_linked_is_not_run() -> None:
    headers = [
        {"id": name, "title": words(name), "jurisdiction": words("US"), "starts": name == "t"} for name in ("t", "u")
    ]
    trees = {"t": [end()], "u": [finding("a", "b"), finding("b", "a")]}
    made = collection(trees, (), {"trees": headers}, scenarios=[scenario("u")])
    assert kinds(made) == ["cycle u/b"]


def test_a_circle_in_a_subtree_is_told_once_and_where_it_is() -> None:
    trees = {"t": [enter("s", "u", "end"), end()], "u": [finding("a", "b"), finding("b", "a")]}
    assert kinds(collection(trees)) == ["cycle u/b"]


def test_a_circle_through_a_subtree_names_its_places() -> None:
    trees = {"t": [enter("s", "u", "f"), finding("f", "s"), end()], "u": [end("done")]}
    (problem,) = (one for one in problems(collection(trees), TODAY) if one.kind == "cycle")
    assert {"s", "f", "s/done"} == set(problem.message.partition("circle: ")[2].split(" → "))


Q = [ask("q", "hurt", "f", "f"), finding("f", "end"), end()]
STATES = {"id": "states", "title": words("states"), "choices": [choice("tx"), choice("ca")]}


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ({**one_of("hurt"), "choices": []}, "choice-missing facts.json/hurt"),
        ({**one_of("hurt"), "choices": {"list": "states", "without": ["ny"]}}, "choice-missing facts.json/hurt"),
        ({**one_of("hurt"), "choices": {"list": GONE}}, "choice-list-missing facts.json/hurt"),
        (a_date("hurt", earliest="2026-01-02", latest="2026-01-01"), "limits-crossed facts.json/hurt limits"),
    ],
)
def test_a_fact_that_no_answer_fits_is_found(fact: dict[str, object], expected: str) -> None:
    assert kinds(collection(Q, [fact], choice_lists=[STATES])) == [expected]


def test_a_fact_called_today_is_found() -> None:
    nodes = [ask("q", "today", "f", "f"), *Q[1:]]
    assert kinds(collection(nodes, [one_of("today")])) == ["name-reserved facts.json/today"]


def test_only_a_choice_of_one_leads_on_choice_by_choice() -> None:
    nodes = [ask("q", "harms", {"hit": "f", "held": "f"}), *Q[1:]]
    assert kinds(collection(nodes, [any_of("harms", "hit", "held")])) == ["fact-kind-wrong t/q"]


def test_a_tree_without_a_header_and_a_header_without_a_tree_are_found() -> None:
    headers = [{"id": GONE, "title": words("t"), "jurisdiction": words("US")}]
    found = kinds(collection(Q, [one_of("hurt")], {"trees": headers}))
    assert found == ["tree-missing collection.json trees"] * 2


@pytest.mark.parametrize("cell", ["2026-02-30", "20260301", 3, "soon"])
def test_a_cell_that_is_no_date_is_found_and_the_law_changes_on_no_day(cell: object) -> None:
    columns = [*TABLE["columns"], {"id": "through", "title": words("through"), "kind": "date"}]
    rows = [{"key": one, "cells": {"years": 2, "through": cell}} for one in ("yes", "no")]
    period = {**BY_TABLE, "old_column": "years", "old_through_column": "through"}
    nodes = [
        ask("q", "hurt", "q2", "q2"),
        ask("q2", "day", "g", "g"),
        gate("g", ({"kind": "deadline-is", "rule": "due", "states": ["past"]}, "f"), otherwise="end", unknown="end"),
        *Q[1:],
    ]
    made = collection(
        nodes,
        [one_of("hurt"), a_date("day")],
        {"deadline_rules": [a_rule("due", "day", period=period)]},
        tables=[{**TABLE, "columns": columns, "rows": rows}],
    )
    assert kinds(made) == ["cell-wrong tables/t/yes through", "cell-wrong tables/t/no through"]
    assert explore(link(made, "t"), TODAY).proven


# --- every way of breaking a collection ------------------------------------------------


def broken(draw: Draw, data: Any) -> Any:  # noqa: ANN401 plain JSON data is anything
    """The same data with some names that stand for nothing now, and some list items gone or there twice."""
    if isinstance(data, dict):
        return {key: broken(draw, item) for key, item in data.items()}
    if isinstance(data, list):
        items = [broken(draw, item) for item in data]
        if items and draw.number(0, 25) == 25:
            del items[draw.number(0, len(items) - 1)]
        if items and draw.number(0, 25) == 25:
            items.append(draw.one(items))
        return items
    if isinstance(data, str) and data[:1] in "nfcr" and draw.number(0, 40) == 40:
        return draw.one(["n1", "f0", "c2", "n9", GONE, "claim0", "t"])
    return data


@st.composite
def broken_collections(draw: st.DrawFn) -> Collection:
    """Collections that are of the right shape and else may be wrong anywhere."""
    written = json.loads(json.dumps(canonical(draw(collections()))))
    damaged = broken(Draw(draw), written)
    try:
        return Collection.model_validate_json(json.dumps(damaged))
    except ValueError:
        return Collection.model_validate_json(json.dumps(written))


@given(broken_collections())
def test_the_check_of_a_broken_collection_ends_in_problems_with_mends(made: Collection) -> None:
    found = problems(made, TODAY)
    assert all(problem.message and problem.mend for problem in found)
    assert len(set(found)) == len(found)
    assert found == problems(made, TODAY)
