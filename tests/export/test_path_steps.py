# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a walk is put on paper, and what is left out."""

import pytest

from tests.export.walks import bundled_walk, long_walk, small_walk, some_scenarios
from wizard.export.path_steps import gates_that_matter, told_path
from wizard.export.words import Words

WORDS = Words("en")


@pytest.mark.parametrize("scenario", some_scenarios())
def test_every_question_asked_and_every_finding_counted_is_on_the_paper(scenario: str) -> None:
    made = bundled_walk(scenario)
    drawn = {step.key for step in told_path(made, WORDS).steps}
    assert {step.key for step in made.trail if step.how in ("answered", "unsure")} <= drawn
    assert {found.key for found in made.found} <= drawn


@pytest.mark.parametrize("scenario", some_scenarios())
def test_what_is_left_out_is_counted(scenario: str) -> None:
    made = bundled_walk(scenario)
    told = told_path(made, WORDS)
    counted = {found.key for found in made.found}
    silent = sum(step.how == "noted" and step.key not in counted for step in made.trail)
    assert len(told.steps) - 1 + told.known + told.decided + silent == len(made.trail)


def test_a_real_intake_does_not_flood_the_paper() -> None:
    made = bundled_walk("intake-custody-and-removal")
    assert len(made.trail) > 200
    assert len(told_path(made, WORDS).steps) < len(made.trail) / 2


def test_questions_are_numbered_and_nothing_else() -> None:
    steps = told_path(bundled_walk("ftca-1-street-shooting"), WORDS).steps
    numbers = [step.number for step in steps if step.kind in ("question", "date")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(step.number is None for step in steps if step.kind in ("gate", "finding", "remark", "end"))


def test_a_gate_stands_before_the_finding_that_it_led_to() -> None:
    steps = told_path(small_walk(), WORDS).steps
    kinds = [(step.kind, step.key) for step in steps]
    assert kinds.index(("gate", "g-federal")) == kinds.index(("finding", "f-ftca")) - 1
    gate = next(step for step in steps if step.kind == "gate")
    assert gate.title == "Federal"
    assert gate.notes == ("Follows from step 1",)


def test_a_gate_without_a_finding_behind_it_is_left_out() -> None:
    made = small_walk({"employer": "state", "harm-date": None, "still": "over"})
    assert [step.key for step in made.trail if step.how == "branched"] == ["g-federal"]
    assert gates_that_matter(made) == frozenset()


def test_a_gate_sent_on_by_an_open_fact_is_drawn_as_open() -> None:
    made = small_walk({"employer": None, "harm-date": None, "still": "over"})
    gates = [step for step in told_path(made, WORDS).steps if step.kind == "gate"]
    assert [gate.open for gate in gates] == [True]


def test_what_was_not_chosen_stands_under_the_answer() -> None:
    first, *_ = told_path(small_walk(), WORDS).steps
    assert first.title == "A federal agency"
    assert first.notes == ("Not chosen: State; Company",)


def test_many_other_choices_are_counted() -> None:
    steps = told_path(bundled_walk("ftca-1-street-shooting"), WORDS).steps
    state = next(step for step in steps if step.key == "ftca-state")
    assert state.notes == ("Not chosen: 56 others",)


def test_an_open_question_says_so() -> None:
    made = long_walk(3, unsure=2)
    opened = [step for step in told_path(made, WORDS).steps if step.open]
    assert [step.title for step in opened] == ["Not sure yet", "Not sure yet"]
    assert [step.number for step in opened] == [1, 3]


def test_texts_come_in_the_language_of_the_paper() -> None:
    steps = told_path(bundled_walk("ftca-1-street-shooting"), Words("es")).steps
    assert steps[0].lead == "¿Quiénes estaban?"


def test_the_first_authorities_are_named_and_the_others_counted() -> None:
    steps = told_path(bundled_walk("intake-custody-and-removal"), WORDS).steps
    finding = next(step for step in steps if step.key.endswith("ftca-f-1252g"))
    assert len(finding.citations) == 4
    assert finding.citations[-1] == "and 3 more"
