# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of a tree against real walks: it leaves no result out, and claims none that no walk has."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import TODAY as DAY
from tests.engine.building import Written, any_of, ask, collection, end, enter, finding, gate, is_in, one_of
from tests.engine.every_walk import Answered, every_walk
from tests.engine.test_properties import a_graph, some_answers
from tests.strategies import TODAY
from wizard.engine.graph import TreeGraph, link
from wizard.engine.matrix import FactRow, LineMatrix, matrix, sets_status
from wizard.engine.walk import Walk, walk
from wizard.model.names import FactId, NodeKey
from wizard.model.status import Status

drawn = st.data()


def asked_in(made: Walk) -> Answered:
    """The answers given at questions of the trail, None where one was left open."""
    return {step.fact: step.value for step in made.trail if step.how in ("answered", "unsure") and step.fact}


def after(made: Walk, fact: FactId) -> tuple[NodeKey, ...]:
    """The places of a walk from the question on that asked for a fact."""
    question = next(step.key for step in made.trail if step.fact == fact and step.how in ("answered", "unsure"))
    return made.path[made.path.index(question) :]


def before_the_last(line: LineMatrix, graph: TreeGraph) -> set[NodeKey]:
    """The places from which a finding on the line can still be met."""
    found = [sets_status(node, line.claim) for node in graph.nodes]
    for here in range(len(found) - 1, -1, -1):
        found[here] |= any(found[way.target] for way in graph.ways[here])
    return {key for key, undecided in zip(graph.keys, found, strict=True) if undecided}


def answers_for(line: LineMatrix, made: Walk) -> Answered:
    """The answers of a walk that were given before the line was settled."""
    places = before_the_last(line, made.graph)
    return {fact: value for fact, value in asked_in(made).items() if after(made, fact)[0] in places}


def rows_for(line: LineMatrix, made: Walk) -> Iterator[tuple[FactId, FactRow]]:
    """Every row that covers an answer of the walk."""
    for fact, value in answers_for(line, made).items():
        yield from ((fact, row) for row in line.facts.get(fact, ()) if row.covers(value))


@given(drawn)
def test_no_walk_ends_otherwise_than_the_matrix_says_of_each_of_its_answers(data: st.DataObject) -> None:
    graph = a_graph(data)
    found = matrix(graph, TODAY)
    assert found.proven
    for _ in range(6):
        made = walk(graph, some_answers(data, graph, complete=True), TODAY)
        if made.ended is None:
            continue
        for line in found.lines:
            result = made.statuses.get(line.claim)
            assert result in line.results
            for fact, row in rows_for(line, made):
                assert result in row.results
                assert set(after(made, fact)) & set(line.findings) <= row.findings


@given(drawn)
def test_every_result_that_the_matrix_allows_an_answer_is_the_end_of_some_walk(data: st.DataObject) -> None:
    graph = a_graph(data)
    walks = list(every_walk(graph))
    for line in matrix(graph, TODAY).lines:
        assert line.results == {made.statuses.get(line.claim) for made in walks}
        for fact, rows in line.facts.items():
            for row in rows:
                covered = [
                    made
                    for made in walks
                    if fact in (given_answers := answers_for(line, made)) and row.covers(given_answers[fact])
                ]
                assert row.results == {made.statuses.get(line.claim) for made in covered}
                later = {key for made in covered for key in after(made, fact)}
                assert row.findings == later & set(line.findings)


FACTS = [one_of("a", "x", "y", "z"), one_of("b", "x", "y"), any_of("many", "m", "n", "o")]


def lines_of(*nodes: Written) -> tuple[LineMatrix, ...]:
    """The matrix of a tree of these nodes."""
    return matrix(link(collection(list(nodes), FACTS), "t"), DAY).lines


def results(*statuses: Status | None) -> frozenset[Status | None]:
    """A set of results."""
    return frozenset(statuses)


def test_a_choice_that_bars_a_line_bars_it_and_others_leave_it_open() -> None:
    (line,) = lines_of(
        ask("q", "a", {"x": "bad", "y": "good", "z": "e"}),
        finding("bad", "good", "barred"),
        finding("good", "e", "available"),
        end("e"),
    )
    rows = {row.value: row.results for row in line.facts["a"]}
    assert rows == {"x": results(Status.BARRED), "y": results(Status.AVAILABLE), "z": results(None)}
    assert line.results == results(Status.BARRED, Status.AVAILABLE, None)
    assert line.telling == ("a",)
    assert line.findings == ("bad", "good")
    assert {row.value: set(row.findings) for row in line.facts["a"]} == {
        "x": {"bad", "good"},
        "y": {"good"},
        "z": set(),
    }
    assert [row.value for row in line.needed_for("bad")["a"]] == ["x"]


def test_what_is_asked_after_the_last_finding_on_a_line_is_no_part_of_it() -> None:
    (line,) = lines_of(ask("q", "a", "f"), finding("f", "q2"), ask("q2", "b", "e"), end("e"))
    assert list(line.facts) == ["a"]
    assert line.telling == ()


def test_each_choice_of_an_any_of_fact_is_told_marked_and_not_marked() -> None:
    (line,) = lines_of(
        ask("q", "many", "g"),
        gate("g", ({"kind": "fact-has", "fact": "many", "any_of": ["m"]}, "bad"), otherwise="good"),
        finding("bad", "e", "barred"),
        finding("good", "e", "arguable"),
        end("e"),
    )
    rows = {(row.value, row.marked): row.results for row in line.facts["many"]}
    both = results(Status.BARRED, Status.ARGUABLE)
    assert rows["m", True] == results(Status.BARRED)
    assert rows["m", False] == results(Status.ARGUABLE)
    assert rows["n", True] == rows["o", False] == both
    assert rows[frozenset(), True] == results(Status.ARGUABLE)


def test_lines_of_subtrees_are_followed_through_the_whole_tree() -> None:
    nodes = {
        "t": [ask("q", "a", "s"), enter("s", "inner", "e"), end("e")],
        "inner": [
            gate("g", (is_in("a", "x"), "bad"), otherwise="done"),
            finding("bad", "done", "barred"),
            end("done"),
        ],
    }
    (line,) = matrix(link(collection(nodes, FACTS), "t"), DAY).lines
    assert {row.value: row.results for row in line.facts["a"]} == {
        "x": results(Status.BARRED),
        "y": results(None),
        "z": results(None),
    }


def test_past_the_cap_nothing_is_claimed() -> None:
    graph = link(collection([ask("q", "a", "f"), finding("f", "e"), end("e")], FACTS), "t")
    found = matrix(graph, DAY, cap=3)
    assert not found.proven
    assert "3 states" in found.why_not
    assert found.lines == ()
