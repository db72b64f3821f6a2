# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios: each expectation that does not come true is one sentence."""

from collections.abc import Sequence

import pytest

from tests.engine.building import TODAY, Written, a_date, a_rule, ask, collection, end, enter, finding, one_of, remark
from wizard.engine.graph import CollectionIndex, LinkError
from wizard.engine.scenarios import ScenarioResult, run_scenario, run_scenarios
from wizard.model.collection import Collection

TREES = {
    "t": [ask("q", "hurt", "q2"), ask("q2", "day", "s"), enter("s", "u", "end"), end()],
    "u": [finding("f", "r", "arguable", deadlines=["due"]), remark("r", "done"), end("done")],
}
FACTS = [one_of("hurt"), one_of("other"), a_date("day")]
ANSWERS = {"hurt": "yes", "day": "2026-03-02"}


def made(*scenarios: Written, trees: dict[str, Sequence[Written]] | None = None) -> Collection:
    """The collection with these scenarios."""
    rules = {"deadline_rules": [a_rule("due", "day")]}
    return collection({**TREES, **(trees or {})}, FACTS, rules, scenarios=scenarios)


def scenario(expected: Written, answers: Written | None = None, name: str = "s", tree: str = "t") -> Written:
    """A scenario of the outer tree."""
    today = TODAY.isoformat()
    given = ANSWERS if answers is None else answers
    return {"id": name, "tree": tree, "title": name, "today": today, "answers": given, "expected": expected}


def result(expected: Written, answers: Written | None = None) -> ScenarioResult:
    """The result of one scenario."""
    (one,) = run_scenarios(made(scenario(expected, answers)))
    return one


@pytest.mark.parametrize(
    "expected",
    [
        {},
        {"statuses": {"ftca": "arguable"}},
        {"findings": ["f", "s/f", "r"]},
        {"absent": ["q", "other"]},
        {"ended": "end"},
        {"deadlines": {"due": {"raw": "2028-03-02", "state": "open"}}},
        {"deadlines": {"due": {"act_by": "2028-03-01", "latest": "2028-03-02"}}},
    ],
)
def test_what_comes_true_makes_no_difference(expected: Written) -> None:
    one = result(expected)
    assert one.holds
    assert one.walk is not None


@pytest.mark.parametrize(
    ("expected", "difference"),
    [
        ({"statuses": {"ftca": "barred"}}, "The line “ftca” is arguable, expected barred"),
        ({"statuses": {"ftca": None}}, "The line “ftca” is arguable, expected not-reached"),
        ({"findings": ["t/f"]}, "The finding “t/f” is not on the trail"),
        ({"absent": ["f"]}, "The finding “f” is on the trail"),
        ({"ended": "done"}, "The node ended is “end”, expected “done”"),
        ({"asked": "q"}, "The node asked is “None”, expected “q”"),
        ({"deadlines": {"other": {}}}, "The deadline “other” is not shown"),
        ({"deadlines": {"due": {"raw": "2028-03-03"}}}, "The deadline “due” has raw 2028-03-02, expected 2028-03-03"),
        ({"deadlines": {"due": {"state": "past"}}}, "The deadline “due” has state open, expected past"),
    ],
)
def test_what_comes_out_otherwise_is_one_sentence(expected: Written, difference: str) -> None:
    assert result(expected).differences == (difference,)


def test_a_question_still_asked_can_be_expected() -> None:
    assert result({"asked": "q2"}, {"hurt": "yes"}).holds


def test_answers_that_the_trail_does_not_use_are_a_difference() -> None:
    assert result({}, {**ANSWERS, "other": "yes"}).differences == ("Answers that the trail does not use: other",)


def test_a_finding_is_named_by_the_end_of_its_place_not_by_part_of_its_id() -> None:
    assert not result({"findings": ["inding"]}).holds
    assert result({"findings": ["s/f"]}).holds


def test_answers_that_cannot_be_read_are_the_only_difference() -> None:
    one = result({"statuses": {"ftca": "barred"}}, {"hurt": "maybe"})
    assert one.walk is None
    assert len(one.differences) == 1
    assert "maybe" in one.differences[0]


def test_every_scenario_is_run_in_order_each_on_its_own_tree() -> None:
    named = [scenario({}, name="first"), scenario({"ended": "done"}, {}, name="second", tree="u")]
    results = run_scenarios(made(*named))
    assert [(one.scenario.id, one.holds) for one in results] == [("first", True), ("second", True)]


def test_a_scenario_of_a_tree_that_cannot_be_linked_is_refused() -> None:
    broken = made(scenario({}, {}, tree="v"), trees={"v": [enter("e", "v", "end"), end()]})
    with pytest.raises(LinkError):
        run_scenarios(broken)
    with pytest.raises(LinkError):
        run_scenario(CollectionIndex(broken), broken.scenarios[0])
