# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a node: its line for lists and screen readers, its tooltip, and why it is ruled out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, Answers, main_tree, walked
from tests.strategies import TODAY, answers, collections
from wizard.chart.drawing import draw_tree
from wizard.chart.reading import TIP_CHARACTERS, NodeReader, plain_tip, read_node, why_ruled_out
from wizard.chart.step_states import states_of, unwalked
from wizard.engine.graph import link
from wizard.engine.walk import walk
from wizard.model.collection import Collection

FOLDED = frozenset(["s-inner"])


def line(key: str, given: Answers, folded: frozenset[str] = frozenset()) -> str:
    drawing, made = draw_tree(main_tree(), "en", folded), walked(given)
    return NodeReader(made.graph, made, "en").line(drawing, states_of(drawing, made), drawing.index[key])


def tip(key: str, given: Answers, language: str = "en") -> list[str]:
    drawing, made = draw_tree(main_tree(), language), walked(given)
    reader = NodeReader(made.graph, made, language)
    return reader.tip(drawing, states_of(drawing, made), drawing.index[key]).split("\n")


@pytest.mark.parametrize(
    ("key", "given_answers", "expected"),
    [
        ("q-employer", {}, "Officer’s employer, question, you are here, leads to 3 steps"),
        ("q-employer", FEDERAL, "Officer’s employer, question, taken, leads to 3 steps"),
        ("q-employer", NOT_SURE, "Officer’s employer, question, not sure yet, leads to 3 steps"),
        ("q-date", {}, "Date of harm, date or number, ahead, leads to 1 step"),
        ("f-ftca", {}, "FTCA, available, finding, ahead, leads to 1 step"),
        ("e-done", {}, "Done, end, ahead"),
        (
            "f-1983",
            FEDERAL,
            "Section 1983, barred, finding, ruled out because “Officer’s employer” is “It is Federal”, leads to 1 step",
        ),
    ],
)
def test_a_line_says_name_kind_state_and_where_it_leads(key: str, given_answers: Answers, expected: str) -> None:
    assert line(key, given_answers) == expected


def test_a_folded_subtree_says_how_much_it_hides() -> None:
    assert line("s-inner", {}, FOLDED) == "Arrests, 3 steps folded, subtree, ahead, leads to 1 step"


def test_what_a_gate_closed_is_ruled_out_by_the_gate() -> None:
    made = walked(TO_THE_END)
    assert why_ruled_out(made, "f-late", "en") == "ruled out by “Still in time?”"
    assert why_ruled_out(made, "f-order", "en") == "ruled out because “Harm still going on?” is “It is Likely”"


def test_what_was_skipped_as_not_sure_is_ruled_out_by_that() -> None:
    assert why_ruled_out(walked(NOT_SURE), "f-1983", "en") == "ruled out because “Officer’s employer” is “not sure yet”"


def test_what_known_facts_will_close_names_the_step_ahead_that_closes_it() -> None:
    """The date is known already, so the gate ahead of the question now asked is decided."""
    made = walked({"employer": "state", "harm-date": TO_THE_END["harm-date"]})
    assert made.asked == "q-still"
    assert why_ruled_out(made, "f-maybe", "en") == "ruled out by “Still in time?”"


def test_nothing_is_said_of_what_can_be_reached_or_was_passed() -> None:
    made = walked(IN_THE_SUBTREE)
    for key in made.path:
        assert why_ruled_out(made, key, "en") == ""
    for key in made.reachable:
        assert why_ruled_out(made, key, "en") == ""


@given(collections(), st.data())
def test_there_is_a_reason_for_whatever_is_ruled_out(collection: Collection, data: st.DataObject) -> None:
    graph = link(collection, "outer")
    made = walk(graph, data.draw(answers(collection)), TODAY)
    reader = NodeReader(graph, made, "en")
    for key in graph.keys:
        assert bool(reader.why_ruled_out(key)) == (key not in made.reachable and key not in made.path)


def test_a_tip_has_the_question_and_the_answer() -> None:
    assert tip("q-employer", FEDERAL) == [
        "Officer’s employer",
        "Who employed the officer?",
        "Taken: It is Federal",
    ]
    assert tip("q-date", TO_THE_END, "es")[:2] == ["Fecha del daño", "¿Cuándo fue?"]
    assert tip("q-date", TO_THE_END, "es")[2].endswith(": 12 de febrero de 2026")


def test_a_tip_of_a_finding_has_its_claim_its_reason_and_why_it_is_ruled_out() -> None:
    assert tip("f-late", TO_THE_END) == [
        "f-late (FTCA: Barred)",
        "The reason of f-late, with <b>no</b> markup & on 12 February 2026.",
        "Ruled out by “Still in time?”",
    ]


def test_a_tip_of_every_kind_of_node_says_something_of_it() -> None:
    assert tip("g-time", {}) == ["Still in time?", "Decided by what is already known.", "Ahead"]
    assert tip("s-inner", {}) == ["Arrests", "What an arrest changes.", "Ahead"]
    assert tip("e-done", {}) == ["Done", "All is answered.", "Ahead"]
    assert tip("r-remark", {})[0] == "r-remark"


def test_a_long_text_is_cut_between_words() -> None:
    graph = main_tree()
    node = graph.node("f-ftca")
    drawing = draw_tree(graph, "en")
    long = node.model_copy(update={"reason": node.short_name.model_validate({"en": "word " * 200})})
    nodes = tuple(long if key == "f-ftca" else one for key, one in zip(graph.keys, graph.nodes, strict=True))
    reader = NodeReader(type(graph)(graph.index, graph.tree, graph.keys, nodes, graph.ways), None, "en")
    words = reader.tip(drawing, unwalked(drawing), drawing.index["f-ftca"]).split("\n")[1]
    assert len(words) <= TIP_CHARACTERS + 2
    assert words.endswith("word …")


def test_a_tree_that_is_only_read_has_no_states() -> None:
    drawing = draw_tree(main_tree(), "en")
    reader = NodeReader(main_tree(), None, "en")
    assert reader.tip(drawing, unwalked(drawing), 0) == "Officer’s employer\nWho employed the officer?"
    assert read_node(drawing, unwalked(drawing), 0) == "Officer’s employer, question, ahead, leads to 3 steps"


def test_markup_in_a_tree_is_shown_as_it_is() -> None:
    assert "&lt;b&gt;no&lt;/b&gt; markup &amp;" in plain_tip("\n".join(tip("f-ftca", {})))
