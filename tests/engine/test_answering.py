# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with a case: nothing is lost, and what changes nothing leaves the case alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.answering import (
    answer,
    answers_digest,
    mark_step,
    move_to,
    new_case,
    note,
    sign_off,
    signed_answers_changed,
    take_back,
)
from wizard.model.case import Answer, Case, CollectionRef
from wizard.model.fact import AnswerValue

START = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LATER = START + MINUTE
FACTS = ("incident-date", "incident-state", "officers-present", "people-hurt")

fresh = new_case(
    "2026-0042",
    UUID("a3b7f3de-6d5a-4a86-9c8a-0f8f5b3f9d11"),
    CollectionRef(id="ice-force", version="0.1", digest="0" * 64),
    "intake",
    START,
    title="Stopped on the way to work",
    client_language="es",
)
answered = answer(fresh, "incident-state", "tx", LATER, "Ana")

answer_values = st.one_of(
    st.none(),
    st.sampled_from(["tx", "ca"]),
    st.frozensets(st.sampled_from(["ice", "cbp", "local"])),
    st.sampled_from([date(2026, 3, 1), date(2026, 3, 2)]),
    st.sampled_from([Decimal(3), Decimal("3.5")]),
)
#: A fact with its new answer, or with no answer at all (taken back).
deeds = st.lists(st.tuples(st.sampled_from(FACTS), st.booleans(), answer_values), max_size=25)


def done(deeds: list[tuple[str, bool, AnswerValue]]) -> Case:
    """Return the case after these answers given and taken back, a minute apart."""
    case = fresh
    for number, (fact, back, value) in enumerate(deeds, start=1):
        at = START + number * MINUTE
        case = take_back(case, fact, at, "Ana") if back else answer(case, fact, value, at, "Ana")
    return case


def test_a_new_case_has_no_answers_and_the_moment_it_began() -> None:
    assert (fresh.number, fresh.title, fresh.tree, fresh.client_language) == (
        "2026-0042",
        "Stopped on the way to work",
        "intake",
        "es",
    )
    assert fresh.collection == CollectionRef(id="ice-force", version="0.1", digest="0" * 64)
    assert (fresh.started_at, fresh.changed_at) == (START, START)
    assert (fresh.answers, fresh.history, fresh.at, fresh.sign_off) == ({}, (), None, None)


def test_an_answer_is_kept_with_when_and_by_whom_and_stands_in_the_history() -> None:
    assert answered.answers == {"incident-state": Answer(choice="tx", given_at=LATER, by="Ana")}
    assert answered.changed_at == LATER
    (change,) = answered.history
    assert (change.at, change.by, change.fact, change.before) == (LATER, "Ana", "incident-state", None)
    assert change.after == answered.answers["incident-state"]
    assert fresh.answers == {}


@pytest.mark.parametrize("value", [None, "tx", frozenset({"ice"}), frozenset[str](), date(2026, 3, 1), Decimal("3.5")])
def test_each_kind_of_answer_comes_back_as_it_was_given(value: AnswerValue) -> None:
    assert answer(fresh, "fact", value, LATER).values() == {"fact": value}


def test_the_same_answer_again_changes_nothing() -> None:
    assert answer(answered, "incident-state", "tx", LATER + MINUTE, "Ben") is answered
    counted = answer(fresh, "people-hurt", Decimal(3), LATER)
    assert answer(counted, "people-hurt", Decimal("3.0"), LATER + MINUTE) is counted


def test_not_sure_yet_is_an_answer_and_takes_the_place_of_the_one_before() -> None:
    unsure = answer(answered, "incident-state", None, LATER + MINUTE)
    assert unsure.values() == {"incident-state": None}
    assert unsure.history[-1].before == answered.answers["incident-state"]
    assert answer(unsure, "incident-state", None, LATER + 2 * MINUTE) is unsure


def test_an_answer_taken_back_stays_in_the_history() -> None:
    back = take_back(answered, "incident-state", LATER + MINUTE, "Ben")
    assert back.answers == {}
    assert back.history[:-1] == answered.history
    last = back.history[-1]
    assert (last.fact, last.by, last.before, last.after) == (
        "incident-state",
        "Ben",
        answered.answers["incident-state"],
        None,
    )
    assert take_back(back, "incident-state", LATER + 2 * MINUTE) is back


def test_moving_the_cursor_is_no_change_of_the_case() -> None:
    moved = move_to(answered, "intake/state")
    assert (moved.at, moved.changed_at, moved.history) == ("intake/state", answered.changed_at, answered.history)
    assert move_to(moved, "intake/state") is moved
    assert move_to(moved, None).at is None


def test_a_note_takes_the_place_of_the_one_on_the_same_fact_and_an_empty_one_removes_it() -> None:
    first = note(fresh, "incident-state", "  Near the border.\n", LATER, "Ana")
    both = note(first, None, "Call back on Friday.", LATER, "Ana")
    changed = note(both, "incident-state", "At the border.", LATER + MINUTE, "Ben")
    assert [(kept.fact, kept.text, kept.by) for kept in changed.notes] == [
        ("incident-state", "At the border.", "Ben"),
        (None, "Call back on Friday.", "Ana"),
    ]
    assert changed.changed_at == LATER + MINUTE
    removed = note(changed, "incident-state", " ", LATER + 2 * MINUTE)
    assert [kept.fact for kept in removed.notes] == [None]


def test_the_same_note_again_and_an_empty_one_where_none_is_change_nothing() -> None:
    noted = note(fresh, "incident-state", "Near the border.", LATER)
    assert note(noted, "incident-state", "Near the border. ", LATER + MINUTE) is noted
    assert note(noted, None, "", LATER + MINUTE) is noted


def test_a_step_is_ticked_off_once_and_can_be_taken_up_again() -> None:
    ticked = mark_step(mark_step(fresh, "ftca/file 0", LATER, done=True), "ftca/file 1", LATER, done=True)
    assert ticked.steps_done == ("ftca/file 0", "ftca/file 1")
    assert ticked.changed_at == LATER
    assert mark_step(ticked, "ftca/file 0", LATER + MINUTE, done=True) is ticked
    assert mark_step(ticked, "ftca/file 0", LATER + MINUTE, done=False).steps_done == ("ftca/file 1",)
    assert mark_step(fresh, "ftca/file 0", LATER, done=False) is fresh


def test_a_sign_off_stays_when_an_answer_changes_and_tells_that_one_did() -> None:
    assert not signed_answers_changed(answered)
    signed = sign_off(answered, " Maria Lopez ", LATER + MINUTE)
    assert signed.sign_off is not None
    assert (signed.sign_off.by, signed.sign_off.signed_at) == ("Maria Lopez", LATER + MINUTE)
    assert not signed_answers_changed(signed)
    assert not signed_answers_changed(note(move_to(signed, "intake/state"), None, "Signed.", LATER))
    changed = answer(signed, "incident-state", "ca", LATER + 2 * MINUTE)
    assert changed.sign_off == signed.sign_off
    assert signed_answers_changed(changed)
    assert signed_answers_changed(take_back(signed, "incident-state", LATER + 2 * MINUTE))
    assert not signed_answers_changed(answer(changed, "incident-state", "tx", LATER + 3 * MINUTE, "Ben"))
    assert not signed_answers_changed(sign_off(changed, "Maria Lopez", LATER + 3 * MINUTE))


def test_a_sign_off_names_who_signed() -> None:
    with pytest.raises(ValueError, match="names who signed"):
        sign_off(answered, "  ", LATER)


@pytest.mark.parametrize(
    "deed",
    [
        lambda at: answer(fresh, "incident-state", "ca", at),
        lambda at: take_back(answered, "incident-state", at),
        lambda at: note(fresh, None, "A note.", at),
        lambda at: mark_step(fresh, "ftca/file 0", at, done=True),
        lambda at: sign_off(fresh, "Maria Lopez", at),
    ],
)
def test_a_moment_without_its_zone_is_refused(deed: Callable[[datetime], Case]) -> None:
    with pytest.raises(ValueError, match="zone"):
        deed(datetime(2026, 11, 24, 9, 30))  # noqa: DTZ001 (the point of the test)


@given(deeds)
def test_the_history_replays_to_the_answers_and_is_never_edited(deeds: list[tuple[str, bool, AnswerValue]]) -> None:
    case = done(deeds)
    now: dict[str, Answer] = {}
    for change in case.history:
        assert change.before == now.get(change.fact)
        assert change.after != change.before
        if change.after is None:
            del now[change.fact]
        else:
            now[change.fact] = change.after
    assert now == case.answers
    assert case.changed_at == (case.history[-1].at if case.history else START)
    earlier = done(deeds[:-1])
    assert case.history[: len(earlier.history)] == earlier.history


@given(deeds)
def test_a_case_reads_back_from_its_file_as_it_was(deeds: list[tuple[str, bool, AnswerValue]]) -> None:
    case = note(done(deeds), "incident-state", "A note.", LATER)
    read = Case.model_validate_json(case.model_dump_json())
    assert read == case
    assert answers_digest(read) == answers_digest(case)


@given(deeds, deeds)
def test_two_cases_have_the_same_digest_only_with_the_same_answers(
    one: list[tuple[str, bool, AnswerValue]], other: list[tuple[str, bool, AnswerValue]]
) -> None:
    first, second = done(one), done(other)
    assert (answers_digest(first) == answers_digest(second)) is (first.values() == second.values())


def test_the_digest_does_not_depend_on_the_order_of_answers() -> None:
    one = answer(answer(fresh, "a", frozenset({"ice", "cbp"}), LATER), "b", None, LATER)
    other = answer(answer(fresh, "b", None, LATER), "a", frozenset({"cbp", "ice"}), LATER)
    assert answers_digest(one) == answers_digest(other)
    # As any other program gets it of {"a":["cbp","ice"],"b":null}; a case signed long ago must still compare.
    assert answers_digest(one) == "ed52ab16c2c68690715d5050bb0224fb5ccf22edb05987bd2f9f0e89fc4752d6"
