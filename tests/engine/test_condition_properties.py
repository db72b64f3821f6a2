# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The laws of three-valued conditions: Kleene's, and that knowing more never turns what is settled round."""

from itertools import product
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from tests.condition_strategies import CONDITION_KINDS, conditions
from tests.engine.building import collection, end
from tests.strategies import NODE_KINDS, TODAY, answers, collections, names_in
from wizard.engine.conditions import Situation, Truth
from wizard.engine.graph import CollectionIndex
from wizard.model.condition import All, AnyOf, Condition, Not
from wizard.model.node import Node
from wizard.model.status import Status

drawn = st.data()
TRUTHS: tuple[Truth, ...] = (True, False, None)


def a_condition(data: st.DataObject) -> tuple[CollectionIndex, Condition]:
    """Draw a collection and a condition on it."""
    collection = data.draw(collections(), label="collection")
    return CollectionIndex(collection), data.draw(conditions(names_in(collection)), label="condition")


def a_situation(data: st.DataObject, index: CollectionIndex) -> Situation:
    """Draw some facts as known and some lines as reached."""
    given_answers = data.draw(answers(index.collection), label="answers")
    lines = {claim: data.draw(st.none() | st.sampled_from(Status), label=claim) for claim in index.claims}
    known = {fact: value for fact, value in given_answers.items() if value is not None}
    return Situation(known, {claim: status for claim, status in lines.items() if status}, TODAY)


def kinds_of(union: object) -> set[str]:
    """The kinds in a union of the model."""
    members = get_args(get_args(union)[0])
    return {name for member in members for name in get_args(member.model_fields["kind"].annotation)}


def test_the_strategies_know_every_kind_of_condition_and_of_node() -> None:
    assert kinds_of(Condition) == CONDITION_KINDS
    assert kinds_of(Node) == NODE_KINDS


@given(drawn)
def test_more_knowledge_never_turns_round_a_condition_that_settles(data: st.DataObject) -> None:
    index, condition = a_condition(data)
    test = index.test(condition)
    more = a_situation(data, index)
    kept = data.draw(st.sets(st.sampled_from(sorted(more.known)))) if more.known else set()
    less = Situation({fact: more.known[fact] for fact in kept}, more.statuses, TODAY)
    before = test.truth(less)
    if test.settles and before is not None:
        assert test.truth(more) is before


@given(drawn)
def test_a_condition_depends_on_nothing_but_the_facts_and_lines_it_names(data: st.DataObject) -> None:
    index, condition = a_condition(data)
    test = index.test(condition)
    now = a_situation(data, index)
    read = Situation(
        {fact: value for fact, value in now.known.items() if fact in test.facts},
        {claim: status for claim, status in now.statuses.items() if claim in test.claims},
        TODAY,
    )
    assert test.truth(read) is test.truth(now)


@given(drawn)
def test_negation_turns_true_and_false_round_and_leaves_the_unknown(data: st.DataObject) -> None:
    index, condition = a_condition(data)
    now = a_situation(data, index)
    truth = index.test(condition).truth(now)
    opposite = index.test(Not(kind="not", of=condition)).truth(now)
    assert opposite is (None if truth is None else not truth)
    assert index.test(Not(kind="not", of=Not(kind="not", of=condition))).truth(now) is truth


@given(drawn)
def test_all_and_any_follow_the_tables_of_kleene(data: st.DataObject) -> None:
    index, first = a_condition(data)
    second = data.draw(conditions(names_in(index.collection)), label="second")
    now = a_situation(data, index)
    one, other = index.test(first).truth(now), index.test(second).truth(now)
    assert index.test(All(kind="all", of=(first, second))).truth(now) is conjunction(one, other)
    assert index.test(AnyOf(kind="any", of=(first, second))).truth(now) is disjunction(one, other)


def conjunction(one: Truth, other: Truth) -> Truth:
    """Kleene's “and”: the lesser, with false < not known < true."""
    return min((one, other), key=(False, None, True).index)


def disjunction(one: Truth, other: Truth) -> Truth:
    """Kleene's “or”: the greater."""
    return max((one, other), key=(False, None, True).index)


@given(drawn)
def test_de_morgan_holds(data: st.DataObject) -> None:
    index, first = a_condition(data)
    second = data.draw(conditions(names_in(index.collection)), label="second")
    now = a_situation(data, index)
    none = Not(kind="not", of=AnyOf(kind="any", of=(first, second)))
    neither = All(kind="all", of=(Not(kind="not", of=first), Not(kind="not", of=second)))
    assert index.test(none).truth(now) is index.test(neither).truth(now)


def test_and_of_nothing_is_true_and_or_of_nothing_is_false() -> None:
    index = CollectionIndex(collection([end()]))
    now = Situation({}, {}, TODAY)
    assert index.test(All(kind="all", of=())).truth(now) is True
    assert index.test(AnyOf(kind="any", of=())).truth(now) is False


def test_the_tables_used_here_are_those_of_kleene() -> None:
    table = {(one, other): (conjunction(one, other), disjunction(one, other)) for one, other in product(TRUTHS, TRUTHS)}
    assert table == {
        (True, True): (True, True),
        (True, False): (False, True),
        (True, None): (None, True),
        (False, True): (False, True),
        (False, False): (False, False),
        (False, None): (False, None),
        (None, True): (None, True),
        (None, False): (False, None),
        (None, None): (None, None),
    }
