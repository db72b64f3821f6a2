# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""New names, everywhere: in conditions, rules, tables, scenarios and the placeholders of texts."""

from typing import Any, Literal

import pytest

from tests.engine.building import (
    AUTHORITY,
    CALENDAR,
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
from wizard.engine.check import problems
from wizard.engine.rename import rename, rename_choice, rename_column, rename_node
from wizard.engine.scenarios import run_scenarios
from wizard.engine.shared_things import SORTS, EditError, Sort, things
from wizard.model.collection import Collection
from wizard.storage.canonical import canonical

BY_STATE = {"table": "years", "by": "state", "column": "length"}
CONDITION = {
    "kind": "all",
    "of": [
        is_in("hurt", "yes"),
        is_in("state", "tx"),
        {"kind": "not", "of": {"kind": "fact-has", "fact": "harms", "any_of": ["hit"], "none_but": ["hit", "held"]}},
        {"kind": "date-is", "fact": "day", "since": {"years": -9}},
        {"kind": "table-is", **BY_STATE, "among": [2]},
        {"kind": "deadline-is", "rule": "due", "on": "sued", "states": ["open", "past"]},
        {"kind": "status-is", "claim": "ftca", "status": "arguable"},
        {"kind": "known", "fact": "hurt"},
        {"kind": "named", "condition": "inner"},
    ],
}
TEXT = words("{fact:hurt}, {table:years/length/state}, {deadline:due}, {not this}")
TREES = {
    "outer": [
        ask("q1", "hurt", {"yes": "q2", "no": "q2"}, "q2"),
        ask("q2", "state", {"tx": "q3", "ca": "q3", "gu": "q3"}, "q3"),
        ask("q3", "harms", "q4", "q4"),
        ask("q4", "day", "q5", "q5"),
        ask("q5", "sued", "f", "f"),
        finding("f", "g", "arguable", reason=TEXT, deadlines=["due"]),
        gate("g", (CONDITION, "s"), otherwise="s", unknown="s"),
        enter("s", "inner", "end"),
        end(),
    ],
    "inner": [finding("f", "done", "arguable"), end("done")],
}
STATES = [choice(name) for name in ("tx", "ca", "gu", "pr")]
MADE = collection(
    TREES,
    [
        one_of("hurt"),
        {**one_of("state"), "choices": {"list": "states", "without": ["pr"]}},
        any_of("harms", "hit", "held"),
        a_date("day"),
        a_date("sued"),
    ],
    {
        "conditions": [{"id": "inner", "title": "inner", "when": is_in("hurt", "yes")}],
        "deadline_rules": [
            a_rule(
                "due",
                "day",
                cautious={"trigger": "sued", "period": {"kind": "table", **BY_STATE, "unit": "years"}},
                applies={"kind": "named", "condition": "inner"},
            )
        ],
        "glossary": [{"id": "tort", "term": words("tort"), "meaning": words("a wrong")}],
    },
    choice_lists=[{"id": "states", "title": words("states"), "choices": STATES}],
    tables=[
        {
            "id": "years",
            "title": words("years"),
            "choice_list": "states",
            "columns": [{"id": "length", "title": words("length"), "kind": "number"}],
            "rows": [
                {"key": name["id"], "cells": {"length": 2}, "authorities": [{"authority": "lyons"}]} for name in STATES
            ],
        }
    ],
    calendars=[{**CALENDAR, "authorities": [{"authority": "lyons"}]}],
    scenarios=[
        {
            "id": "shot",
            "tree": "outer",
            "title": "shot",
            "today": "2026-11-24",
            "answers": {"hurt": "yes", "state": "tx", "harms": ["hit"], "day": "2026-03-02", "sued": None},
            "expected": {
                "statuses": {"ftca": "arguable"},
                "findings": ["f", "s/f"],
                "absent": ["gone"],
                "deadlines": {"due": {"state": "not-known"}},
                "ended": "end",
            },
        }
    ],
)
#: One thing of each sort.
NAMED: dict[Sort, str] = {
    "against": "us",
    "authority": "lyons",
    "calendar": "courts",
    "choice-list": "states",
    "claim": "ftca",
    "condition": "inner",
    "fact": "hurt",
    "rule": "due",
    "scenario": "shot",
    "table": "years",
    "term": "tort",
    "tree": "inner",
}


def errors(made: Collection) -> list[str]:
    """What is wrong with a collection, hints apart."""
    return [str(one) for one in problems(made, TODAY) if one.severity != "hint"]


def strings_in(data: Any) -> set[str]:  # noqa: ANN401 plain JSON data is anything
    """Every text in plain data, keys included."""
    if isinstance(data, dict):
        return {*data, *(text for item in data.values() for text in strings_in(item))}
    if isinstance(data, list):
        return {text for item in data for text in strings_in(item)}
    return {data} if isinstance(data, str) else set()


def test_the_collection_renamed_here_is_sound_and_has_a_thing_of_every_sort() -> None:
    assert errors(MADE) == []
    assert NAMED.keys() == set(SORTS)


@pytest.mark.parametrize("sort", SORTS)
def test_a_thing_is_renamed_everywhere_and_back(sort: Sort) -> None:
    old = NAMED[sort]
    after = rename(MADE, sort, old, "anew")
    assert errors(after) == []
    assert [one.id for one in things(after, sort)] == [
        "anew" if one.id == old else one.id for one in things(MADE, sort)
    ]
    assert rename(after, sort, "anew", old) == MADE


def test_after_renaming_nothing_bears_the_old_name() -> None:
    after = MADE
    for sort, old in NAMED.items():
        after = rename(after, sort, old, f"new-{sort}")
    written = strings_in(canonical(after))
    # The words of titles and the ids of nodes are nobody's names.
    left = {name for name in NAMED.values() if name in written}
    assert left <= {"us", "hurt", "due", "shot", "inner", "courts", "years", "states", "tort"}
    assert errors(after) == []
    assert all(result.holds for result in run_scenarios(after))


def test_placeholders_are_renamed_in_every_language_and_other_braces_are_left() -> None:
    after = rename(rename(rename(MADE, "fact", "state", "place"), "table", "years", "limits"), "rule", "due", "by")
    reason = next(node for node in after.trees[0].nodes if node.id == "f").reason  # type: ignore[union-attr]
    for language in ("en", "es"):
        assert reason.within(language) == "{fact:hurt}, {table:limits/length/place}, {deadline:by}, {not this}"


@pytest.mark.parametrize(
    ("sort", "old", "new", "sentence"),
    [
        ("fact", "gone", "anew", "There is no fact “gone”: choose one that exists"),
        ("fact", "hurt", "state", "There is a fact “state” already: choose another name"),
        ("fact", "hurt", "Two words", "“Two words” is no name: use small letters a to z, figures and single hyphens"),
        ("fact", "hurt", "", "“” is no name: use small letters a to z, figures and single hyphens"),
        ("fact", "hurt", "a\n", "“a\n” is no name: use small letters a to z, figures and single hyphens"),
        ("fact", "hurt", "today", "“today” means the day of the walk: choose another name for the fact"),
    ],
)
def test_a_name_that_cannot_be_is_refused(sort: Sort, old: str, new: str, sentence: str) -> None:
    with pytest.raises(EditError) as refused:
        rename(MADE, sort, old, new)
    assert str(refused.value) == sentence


def test_the_same_name_again_changes_nothing() -> None:
    assert rename(MADE, "fact", "hurt", "hurt") is MADE
    assert rename_node(MADE, "outer", "f", "f") is MADE
    assert rename_choice(MADE, "fact", "hurt", "yes", "yes") is MADE
    assert rename_column(MADE, "years", "length", "length") is MADE


# --- nodes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "old", "findings", "ended"),
    [
        ("outer", "f", ("anew", "s/f"), "end"),
        ("outer", "s", ("f", "anew/f"), "end"),
        ("inner", "f", ("f", "s/anew"), "end"),
        ("outer", "end", ("f", "s/f"), "anew"),
        ("outer", "q1", ("f", "s/f"), "end"),
    ],
)
def test_a_node_is_renamed_where_ways_lead_to_it_and_where_scenarios_name_it(
    tree: str, old: str, findings: tuple[str, ...], ended: str
) -> None:
    after = rename_node(MADE, tree, old, "anew")
    assert errors(after) == []
    expected = after.scenarios[0].expected
    assert (expected.findings, expected.ended, expected.absent) == (findings, ended, ("gone",))
    assert all(result.holds for result in run_scenarios(after))
    assert rename_node(after, tree, "anew", old) == MADE


def test_nodes_and_trees_that_do_not_lead_to_a_renamed_node_are_shared() -> None:
    after = rename_node(MADE, "outer", "f", "anew")
    before = {node.id: node for node in MADE.trees[0].nodes}
    assert [node.id for node in after.trees[0].nodes if node is not before.get(node.id)] == ["q5", "anew"]
    assert after.trees[1] is MADE.trees[1]
    assert after.facts is MADE.facts


def test_a_node_that_cannot_be_renamed_is_refused() -> None:
    with pytest.raises(EditError, match="There is no node “gone” in the tree “outer”"):
        rename_node(MADE, "outer", "gone", "anew")
    with pytest.raises(EditError, match="There is a node “f” already"):
        rename_node(MADE, "outer", "g", "f")
    with pytest.raises(EditError, match="There is no tree “gone”"):
        rename_node(MADE, "gone", "g", "f")


# --- choices and columns ---------------------------------------------------------------

Holder = Literal["fact", "choice-list"]


@pytest.mark.parametrize(
    ("holder", "name", "old"),
    [
        ("fact", "hurt", "yes"),
        ("choice-list", "states", "tx"),
        ("choice-list", "states", "pr"),
        ("fact", "harms", "hit"),
    ],
)
def test_a_choice_is_renamed_in_questions_conditions_tables_and_scenarios(holder: Holder, name: str, old: str) -> None:
    after = rename_choice(MADE, holder, name, old, "anew")
    assert errors(after) == []
    assert all(result.holds for result in run_scenarios(after))
    assert rename_choice(after, holder, name, "anew", old) == MADE
    assert after != MADE


def test_a_choice_of_another_fact_keeps_its_name() -> None:
    twins = collection(
        [ask("q1", "a", {"yes": "q2", "no": "q2"}), ask("q2", "b", {"yes": "end", "no": "end"}), end()],
        [one_of("a"), one_of("b")],
    )
    after = rename_choice(twins, "fact", "a", "yes", "si")
    assert after.trees[0].nodes[0].next == {"si": "q2", "no": "q2"}  # type: ignore[union-attr]
    assert after.trees[0].nodes[1] is twins.trees[0].nodes[1]
    assert after.facts[1] is twins.facts[1]


def test_a_choice_that_cannot_be_renamed_is_refused() -> None:
    with pytest.raises(EditError, match="The choices of “state” are those of the list “states”: change them there"):
        rename_choice(MADE, "fact", "state", "tx", "texas")
    with pytest.raises(EditError, match="The fact “hurt” has no choice “gone”"):
        rename_choice(MADE, "fact", "hurt", "gone", "anew")
    with pytest.raises(EditError, match="There is a choice or a way out “unsure” already"):
        rename_choice(MADE, "fact", "hurt", "yes", "unsure")
    with pytest.raises(EditError, match="There is a choice or a way out “no” already"):
        rename_choice(MADE, "fact", "hurt", "yes", "no")


def test_a_column_is_renamed_in_rows_conditions_rules_and_placeholders() -> None:
    after = rename_column(MADE, "years", "length", "anew")
    assert errors(after) == []
    assert all(result.holds for result in run_scenarios(after))
    assert any("{table:years/anew/state}" in text for text in strings_in(canonical(after)))
    assert rename_column(after, "years", "anew", "length") == MADE
    with pytest.raises(EditError, match="The table “years” has no column “gone”"):
        rename_column(MADE, "years", "gone", "anew")


def test_an_authority_is_renamed_wherever_it_is_cited() -> None:
    assert AUTHORITY["id"] == "lyons"
    after = rename(MADE, "authority", "lyons", "anew")
    assert "lyons" not in strings_in(canonical(after))
