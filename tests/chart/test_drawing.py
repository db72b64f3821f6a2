# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing shows each node and each way out once, with its words, folded or not."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.chart.trees import FEDERAL, IN_THE_SUBTREE, NOT_SURE, TO_THE_END, main_tree, walked
from tests.strategies import TODAY, answers, collections
from wizard.chart.drawing import ChartArrow, Drawing, draw_path, draw_tree
from wizard.engine.graph import NEXT, UNKNOWN, UNSURE, TreeGraph, link
from wizard.engine.walk import walk
from wizard.model.collection import Collection

FOLDED = frozenset(["s-inner"])


def arrow(drawing: Drawing, source: str, name: str) -> ChartArrow:
    """The arrow that stands for a way out."""
    found = [one for one in drawing.arrows if (source, name) in one.ways]
    assert len(found) == 1
    return found[0]


def subtrees(graph: TreeGraph) -> list[str]:
    return [key for key, node in zip(graph.keys, graph.nodes, strict=True) if node.kind == "subtree"]


def fold_around(key: str, folded: frozenset[str]) -> str | None:
    parts = key.split("/")
    return next(
        (outer for depth in range(1, len(parts)) if (outer := "/".join(parts[:depth])) in folded),
        None,
    )


@given(collections(), st.data())
def test_every_way_out_that_no_fold_hides_stands_for_one_arrow(collection: Collection, data: st.DataObject) -> None:
    graph = link(collection, "outer")
    inside = subtrees(graph)
    folded = frozenset(data.draw(st.sets(st.sampled_from(inside)))) if inside else frozenset()
    drawing = draw_tree(graph, "en", folded)
    expected: Counter[tuple[str, str, str, str]] = Counter()
    for ways in graph.ways:
        for way in ways:
            source, target = graph.keys[way.source], graph.keys[way.target]
            shown = fold_around(source, folded) or source, fold_around(target, folded) or target
            if shown[0] != shown[1]:
                expected[(*shown, source, way.name)] += 1
    drawn = Counter(
        (drawing.nodes[one.source].key, drawing.nodes[one.target].key, source, name)
        for one in drawing.arrows
        for source, name in one.ways
    )
    assert drawn == expected
    assert [node.key for node in drawing.nodes] == [key for key in graph.keys if fold_around(key, folded) is None]


@given(collections(), st.data())
def test_a_fold_counts_the_steps_that_it_hides(collection: Collection, data: st.DataObject) -> None:
    graph = link(collection, "outer")
    inside = subtrees(graph)
    folded = frozenset(data.draw(st.sets(st.sampled_from(inside)))) if inside else frozenset()
    drawing = draw_tree(graph, "en", folded)
    assert sum(node.steps_folded for node in drawing.nodes) + len(drawing.nodes) == len(graph.keys)
    assert all(not node.steps_folded for node in drawing.nodes if node.key not in folded)
    for key in graph.keys:
        shown = drawing.shown_at(key)
        assert shown is not None
        assert drawing.nodes[shown].key == (fold_around(key, folded) or key)


@given(collections(), st.data())
def test_the_path_alone_is_one_chain_of_the_steps_taken(collection: Collection, data: st.DataObject) -> None:
    graph = link(collection, "outer")
    made = walk(graph, data.draw(answers(collection)), TODAY)
    drawing = draw_path(made, "en")
    assert [node.key for node in drawing.nodes] == [*(step.key for step in made.trail), made.path[-1]]
    assert [(one.source, one.target) for one in drawing.arrows] == [(at, at + 1) for at in range(len(made.trail))]
    assert [one.ways for one in drawing.arrows] == [((step.key, step.via),) for step in made.trail]


def test_choices_have_their_short_words_and_the_key_that_chooses_them() -> None:
    drawing = draw_tree(main_tree(), "en")
    assert arrow(drawing, "q-employer", "state").words == "2 State"
    assert arrow(drawing, "q-employer", "company").words == "3 Company"
    assert arrow(drawing, "q-employer", UNSURE).words == "Not sure yet"
    assert arrow(drawing, "g-time", "0").words == "In time"
    assert arrow(drawing, "g-time", UNKNOWN).words == "Not known"
    assert arrow(drawing, "f-ftca", NEXT).words == ""


def test_labels_and_names_are_in_the_language_asked_for() -> None:
    drawing = draw_tree(main_tree(), "es")
    assert arrow(drawing, "q-employer", "state").words == "2 Estatal"
    assert arrow(drawing, "g-time", "otherwise").words == "Si no"
    assert drawing.nodes[drawing.index["q-date"]].title == "Fecha del daño"
    assert drawing.nodes[drawing.index["f-order"]].title == "Orden judicial"


def test_a_question_that_leads_on_whatever_is_answered_has_one_arrow() -> None:
    drawing = draw_tree(main_tree(), "en")
    shared = arrow(drawing, "q-date", NEXT)
    assert shared.ways == (("q-date", NEXT), ("q-date", UNSURE))
    assert shared.words == ""
    assert shared.number is None


def test_two_choices_that_lead_to_one_node_keep_their_own_arrows() -> None:
    drawing = draw_tree(main_tree(), "en")
    target = drawing.index["q-date"]
    labels = [one.words for one in drawing.arrows if (one.source, one.target) == (drawing.index["q-employer"], target)]
    assert labels == ["3 Company", "Not sure yet"]


def test_each_shape_is_told_apart() -> None:
    drawing = draw_tree(main_tree(), "en")
    shapes = {node.key: node.shape for node in drawing.nodes}
    assert shapes["q-employer"] == "question"
    assert shapes["q-date"] == "date"
    assert shapes["g-time"] == "gate"
    assert shapes["f-ftca"] == "finding"
    assert shapes["s-inner"] == "subtree"
    assert shapes["s-inner/i-end"] == shapes["e-done"] == "end"


def test_a_finding_shows_its_claim_and_status_and_a_remark_its_name() -> None:
    drawing = draw_tree(main_tree(), "en")
    found, remark = drawing.nodes[drawing.index["f-ftca"]], drawing.nodes[drawing.index["r-remark"]]
    assert (found.title, found.status) == ("FTCA", "available")
    assert (remark.title, remark.status) == ("r-remark", None)


def test_a_folded_subtree_is_one_node_that_leads_to_what_follows() -> None:
    drawing = draw_tree(main_tree(), "en", FOLDED)
    fold = drawing.index["s-inner"]
    assert drawing.nodes[fold].steps_folded == 3
    out = [one for one in drawing.arrows if one.source == fold]
    assert [(one.target, one.ways) for one in out] == [(drawing.index["q-date"], (("s-inner/i-end", NEXT),))]
    assert drawing.shown_at("s-inner/i-found") == fold


def test_the_path_leaves_out_the_end_of_a_subtree() -> None:
    made = walked(IN_THE_SUBTREE)
    assert "s-inner/i-end" in made.path
    drawing = draw_path(made, "en")
    assert [node.key for node in drawing.nodes] == [
        "q-employer",
        "s-inner",
        "s-inner/i-arrest",
        "s-inner/i-found",
        "q-date",
    ]
    assert [one.label for one in drawing.arrows] == ["Federal", "", "Yes", ""]


def test_the_path_names_an_answer_not_sure_yet_and_the_branch_of_a_gate() -> None:
    assert [one.label for one in draw_path(walked(NOT_SURE), "en").arrows] == ["Not sure yet"]
    assert [one.label for one in draw_path(walked(TO_THE_END), "en").arrows] == [
        *("State", "", "", "In time", "", "Likely", "", ""),
    ]


def test_each_target_of_a_node_is_named_once() -> None:
    drawing = draw_path(walked(FEDERAL), "en")
    assert drawing.targets == ((1,), (2,), ())
    whole = draw_tree(main_tree(), "en")
    assert whole.targets[whole.index["q-employer"]] == tuple(
        whole.index[key] for key in ("s-inner", "f-1983", "q-date")
    )
