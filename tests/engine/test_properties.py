# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds of every walk of every collection."""

import datetime as dt
from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import TODAY, answers, collections
from wizard.engine.answering import answer, new_case, take_back
from wizard.engine.answers import read_answers, written
from wizard.engine.graph import TreeGraph, link
from wizard.engine.walk import Walk, walk
from wizard.model.case import Case, CollectionRef
from wizard.model.fact import AnswerValue
from wizard.model.node import QuestionNode
from wizard.model.status import BADNESS

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)

drawn = st.data()


def a_graph(data: st.DataObject) -> TreeGraph:
    """Draw a collection and link its outer tree."""
    return link(data.draw(collections(), label="collection"), "outer")


def some_answers(data: st.DataObject, graph: TreeGraph, *, complete: bool = False) -> dict[str, AnswerValue]:
    """Draw answers to some or to all facts."""
    return data.draw(answers(graph.collection, complete=complete), label="answers")


def seen(made: Walk) -> tuple[object, ...]:
    """All that a walk shows, `parked` apart, whose order is that of the answers."""
    fields = (made.trail, made.asked, made.ended, made.found, made.lines, made.deadlines, made.open_facts, made.path)
    return (*fields, made.remarks, made.reachable, made.ahead.fewest, made.ahead.most, frozenset(made.parked))


@given(drawn)
def test_the_order_in_which_answers_were_given_never_matters(data: st.DataObject) -> None:
    graph = a_graph(data)
    given_answers = some_answers(data, graph)
    shuffled = dict(data.draw(st.permutations(list(given_answers.items())), label="order"))
    assert seen(walk(graph, shuffled, TODAY)) == seen(walk(graph, given_answers, TODAY))


def a_case(given_answers: dict[str, AnswerValue]) -> Case:
    case = new_case("1", UUID(int=1), CollectionRef(id="made", version="1.0", digest="0" * 64), "outer", NOON)
    for fact, value in given_answers.items():
        case = answer(case, fact, value, NOON)
    return case


@given(drawn)
def test_going_back_and_giving_the_same_answer_again_gives_the_same_walk(data: st.DataObject) -> None:
    graph = a_graph(data)
    case = a_case(some_answers(data, graph, complete=True))
    before = walk(graph, case.values(), TODAY)
    fact = data.draw(st.sampled_from(sorted(case.answers)), label="fact")
    value = case.answers[fact].value
    other = data.draw(answers(graph.collection, complete=True), label="other answers")[fact]
    changed = answer(case, fact, other, NOON)
    gone = take_back(changed, fact, NOON)
    for back in (answer(changed, fact, value, NOON), answer(gone, fact, value, NOON)):
        assert seen(walk(graph, back.values(), TODAY)) == seen(before)


@given(drawn)
def test_what_comes_later_is_kept_when_an_earlier_answer_changes(data: st.DataObject) -> None:
    graph = a_graph(data)
    case = a_case(some_answers(data, graph, complete=True))
    fact = data.draw(st.sampled_from(sorted(case.answers)), label="fact")
    other = data.draw(answers(graph.collection, complete=True), label="other answers")[fact]
    made = walk(graph, answer(case, fact, other, NOON).values(), TODAY)
    assert made.known.keys() | set(made.open_facts) | set(made.parked) == case.answers.keys()


@given(drawn)
def test_a_fact_is_never_asked_twice(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph), TODAY)
    asked = Counter(step.fact for step in made.trail if step.how in ("answered", "unsure"))
    assert all(times == 1 for times in asked.values())
    if made.asked is not None:
        node = graph.node(made.asked)
        assert isinstance(node, QuestionNode)
        # Only a question that may not be skipped comes back to a fact that was left open.
        assert node.fact not in asked or node.unsure is None


@given(drawn)
def test_an_answer_is_used_or_parked_and_a_parked_one_changes_nothing(data: st.DataObject) -> None:
    graph = a_graph(data)
    given_answers = some_answers(data, graph)
    made = walk(graph, given_answers, TODAY)
    used = {fact: value for fact, value in given_answers.items() if fact not in made.parked}
    assert used.keys() == made.known.keys() | set(made.open_facts)
    without = walk(graph, used, TODAY)
    assert without.parked == ()
    assert seen(without)[:-1] == seen(made)[:-1]


@given(drawn)
def test_a_parked_answer_may_be_any_other_answer(data: st.DataObject) -> None:
    graph = a_graph(data)
    given_answers = some_answers(data, graph)
    made = walk(graph, given_answers, TODAY)
    if made.asked is not None:
        node = graph.node(made.asked)
        assert isinstance(node, QuestionNode)
        # The answer to the question now asked is none that could be parked: it did not fit.
        assert node.fact not in given_answers or given_answers[node.fact] is None
    others = some_answers(data, graph, complete=True)
    parked = {fact: others[fact] for fact in made.parked if fact not in _asked(made)}
    assert seen(walk(graph, {**given_answers, **parked}, TODAY)) == seen(made)


def _asked(made: Walk) -> set[str]:
    node = made.graph.node(made.asked) if made.asked is not None else None
    return {node.fact} if isinstance(node, QuestionNode) else set()


@given(drawn)
def test_a_walk_stands_at_a_question_or_at_an_end(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph), TODAY)
    assert (made.asked is None) != (made.ended is None)
    assert made.path[-1] == (made.asked or made.ended)
    assert [step.key for step in made.trail] == [
        key for key in made.path[: len(made.path) if made.ended else -1] if graph.node(key).kind != "end"
    ]


@given(drawn)
def test_a_line_has_the_worst_status_of_its_findings(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph, complete=True), TODAY)
    for line in made.lines:
        behind = [found.node.status for found in made.found if line.claim in found.claims and found.node.status]
        assert line.status == max(behind, key=BADNESS.__getitem__)
        assert set(line.findings) == {
            found.key for found in made.found if line.claim in found.claims and found.node.status
        }
    noted = {claim for found in made.found if found.node.status for claim in found.claims}
    assert noted == {line.claim for line in made.lines}


@given(drawn)
def test_a_remark_moves_no_line(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph, complete=True), TODAY)
    assert all(remark.node.status is None for remark in made.remarks)
    assert not {key for line in made.lines for key in line.findings} & {remark.key for remark in made.remarks}


@given(drawn)
def test_what_rests_on_no_open_fact_holds_however_the_open_facts_turn_out(data: st.DataObject) -> None:
    graph = a_graph(data)
    made = walk(graph, some_answers(data, graph, complete=True), TODAY)
    assert all(set(found.rests_on) <= set(made.open_facts) for found in made.found)
    assert all(set(line.rests_on) <= set(made.open_facts) for line in made.lines)
    for _ in range(3):
        then = walk(graph, {**some_answers(data, graph, complete=True), **made.known}, TODAY)
        if then.ended is None:
            continue
        there = {(found.key, found.claims) for found in then.found}
        assert {(found.key, found.claims) for found in made.found if not found.rests_on} <= there
        if made.ended is not None:
            firm = {line.claim: line.status for line in made.lines if not line.rests_on}
            assert firm.items() <= dict(then.statuses).items()


@given(drawn)
def test_answers_written_and_read_again_give_the_same_walk(data: st.DataObject) -> None:
    graph = a_graph(data)
    given_answers = some_answers(data, graph)
    form = {fact: written(value) for fact, value in given_answers.items()}
    again = read_answers(graph.index.facts, graph.index.choice_ids, form)
    assert again == given_answers
    assert seen(walk(graph, again, TODAY)) == seen(walk(graph, given_answers, TODAY))
