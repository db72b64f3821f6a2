# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No word leaves its box or its pill, in any language, also under the program's own font."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from wizard.chart.drawing import ChartArrow, ChartNode, Drawing, Shape, draw_tree
from wizard.chart.fonts import BOLD, MEDIUM, font
from wizard.chart.layout.layered import Box
from wizard.chart.measuring import Measured, measure, plan
from wizard.chart.node_painter import NodePainter
from wizard.chart.step_states import StepState
from wizard.chart.style import LABEL_PIXELS, LEAST_WIDTH, MOST_WIDTH, NODE_HEIGHT, body, outline
from wizard.chart.tokens import LIGHT
from wizard.engine.graph import CollectionIndex, link
from wizard.model.status import Status
from wizard.storage.collections import read_collection

BUNDLED = Path(__file__).parents[2] / "trees"
LANGUAGES = ("en", "es")


@cache
def bundled_drawings(language: str) -> tuple[tuple[str, Drawing], ...]:
    """The chart of every bundled tree, unfolded and folded."""
    drawings = []
    for folder in sorted(BUNDLED.iterdir()):
        index = CollectionIndex(read_collection(folder).collection)
        for tree in index.trees:
            graph = link(index, tree)
            inside = [key for key, node in zip(graph.keys, graph.nodes, strict=True) if node.kind == "subtree"]
            drawings.append((tree, draw_tree(graph, language)))
            if inside:
                drawings.append((f"{tree}, folded", draw_tree(graph, language, frozenset(inside))))
    return tuple(drawings)


@pytest.fixture(autouse=True)
def _program_font(qapp: QApplication) -> Iterator[None]:
    """The application font of the program, whose tabular figures are wider."""
    before = qapp.font()
    qapp.setFont(font(16))
    yield
    qapp.setFont(before)


def wrong_words(measured: Measured) -> Iterator[str]:
    """The nodes whose words reach out of the outline, current or not."""
    rects = [QRectF(0, 0, box.width, box.height) for box in measured.boxes]
    painter = NodePainter(measured.drawing, rects, LIGHT, exact=False)
    for number, node in enumerate(measured.drawing.nodes):
        for state in (StepState.OPEN, StepState.CURRENT):
            rect = body(node.shape, rects[number], state)
            path = outline(node.shape, rect, 1.0)
            for text, corner in painter.placed_words(number, rect):
                if not path.contains(QRectF(corner, text.size())):
                    yield f"{node.shape} “{node.title}”, {state.name}: {corner} {text.size()} in {rect}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_bundled_tree_leaves_its_box(language: str) -> None:
    for tree, drawing in bundled_drawings(language):
        assert list(wrong_words(measure(drawing))) == [], tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_a_bundled_tree_fits_its_pill_also_in_bold(language: str) -> None:
    for tree, drawing in bundled_drawings(language):
        measured = measure(drawing)
        for arrow, sized in zip(drawing.arrows, measured.arrows, strict=True):
            for weight in (MEDIUM, BOLD):
                width = QFontMetricsF(font(LABEL_PIXELS, weight, tabular=False)).horizontalAdvance(arrow.words)
                assert width + 10 <= sized.label_width or not arrow.words, (tree, arrow.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pills_of_a_bundled_tree_keep_apart(language: str) -> None:
    for tree, drawing in bundled_drawings(language):
        rects = [QRectF(p.x, p.y, p.width, p.height) for p in plan(drawing).layout.pills if p is not None]
        assert not [one for one, other in combinations(rects, 2) if one.intersects(other)], tree


WORDS = st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), min_size=1, max_size=24), min_size=1)
SHAPES: list[Shape] = ["question", "date", "gate", "finding", "subtree", "end"]


@st.composite
def nodes(draw: st.DrawFn) -> ChartNode:
    shape = draw(st.sampled_from(SHAPES))
    status = draw(st.sampled_from([None, *Status])) if shape == "finding" else None
    folded = draw(st.integers(0, 50_000)) if shape == "subtree" else 0
    return ChartNode("n", shape, " ".join(draw(WORDS)), status=status, steps_folded=folded)


@given(nodes())
def test_no_words_of_any_length_leave_their_box(node: ChartNode) -> None:
    assert list(wrong_words(measure(Drawing((node,), ())))) == []


def box_of(words: str, shape: Shape = "question") -> Box:
    return measure(Drawing((ChartNode("n", shape, words),), ())).boxes[0]


def test_boxes_keep_to_the_sizes_of_the_design_where_the_words_allow_it() -> None:
    assert box_of("Date") == Box(LEAST_WIDTH, NODE_HEIGHT)
    assert box_of("Harm still going on?") == Box(LEAST_WIDTH, NODE_HEIGHT)
    assert LEAST_WIDTH < box_of("Administrative exhaustion").width <= MOST_WIDTH
    assert box_of("Done", "end").height == 42


def test_a_long_word_widens_the_box_and_many_words_heighten_it() -> None:
    assert box_of("Contrademandasadministrativas").width > MOST_WIDTH
    assert box_of("Contrademandasadministrativas").height == NODE_HEIGHT
    assert box_of("a word after another " * 8).width == MOST_WIDTH
    assert box_of("a word after another " * 8).height > NODE_HEIGHT


def test_an_arrow_without_words_has_no_label() -> None:
    two = (ChartNode("a", "finding", "A"), ChartNode("b", "end", "B"))
    measured = measure(Drawing(two, (ChartArrow(0, 1, "", (("a", "next"),)),)))
    assert (measured.arrows[0].label_width, measured.arrows[0].label_height) == (0, 0)


def test_the_next_picture_knows_where_nodes_were() -> None:
    two = (ChartNode("a", "finding", "A"), ChartNode("b", "end", "B"))
    drawing = Drawing(two, (ChartArrow(0, 1, "", (("a", "next"),)),))
    middles = plan(drawing).x_by_key()
    assert set(middles) == {"a", "b"}
    assert measure(drawing, middles | {"gone": 7.0}).near == {0: middles["a"], 1: middles["b"]}
