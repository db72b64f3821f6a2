# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of a whole chart: all nodes on it, on a sheet and in parts on paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from tests.export.drawn import ink_in, painted
from tests.export.pdf_text import page_sizes, pages_of
from tests.export.walks import TODAY, bundled_graph, bundled_walk, small_graph, small_walk
from wizard.export.chart_picture import LEAST_SCALE, Chart, ChartPages, ChartSheet, plan_of
from wizard.export.options import PictureOptions
from wizard.export.pdf import pdf_of
from wizard.export.svg import svg_of

pytestmark = pytest.mark.usefixtures("qapp")

OPTIONS = PictureOptions(made_on=TODAY, what="whole", case_number="2026-014")


def test_a_small_chart_is_one_page_with_its_key() -> None:
    made = small_walk()
    chart = Chart(made.graph, made, plan_of(made.graph, "en"))
    pages = ChartPages(chart, OPTIONS)
    assert (pages.pages, pages.parts) == (1, 0)
    words = pages_of(pdf_of(pages))[0]
    for wanted in (
        "Flowchart",
        "Case 2026-014",
        "Question asked",
        "Taken",
        "You are here",
        "Ruled out",
        "Here",
        "Not sure yet",
    ):
        assert wanted in words, wanted


def test_an_unwalked_chart_has_no_key_of_a_walk() -> None:
    graph = small_graph()
    words = pages_of(pdf_of(ChartPages(Chart(graph, None, plan_of(graph, "en")), OPTIONS)))[0]
    assert "Question asked" in words
    assert "You are here" not in words
    assert "Ruled out" not in words


def test_a_large_chart_has_a_page_with_all_of_it_and_parts_that_hold_every_node() -> None:
    made = bundled_walk("ftca-1-street-shooting")
    plan = plan_of(made.graph, "en")
    pages = ChartPages(Chart(made.graph, made, plan), OPTIONS)
    assert pages.parts == pages.pages - 1 > 3
    pdf = pdf_of(pages)
    words = pages_of(pdf)
    assert "row 1 of" in words[1]
    together = " ".join(words[1:])
    for node in plan.drawing.nodes:
        # Long names stand on two lines, which are two pieces of text.
        for word in node.title.split():
            assert word in together, node.title
    assert set(page_sizes(pdf)) <= {(612.0, 792.0), (792.0, 612.0)}
    assert round(LEAST_SCALE * 13 * 72 / 96, 3) == 7


def test_parts_on_which_nothing_lies_are_left_out() -> None:
    made = bundled_walk("ftca-1-street-shooting")
    chart = Chart(made.graph, made, plan_of(made.graph, "en"))
    pages = ChartPages(chart, OPTIONS)
    for page in range(1, pages.pages):
        image = painted(pages, page, 0.5)
        middle = image.height() - 120
        assert ink_in(image, 10, 30, image.width() - 20, middle) > 60, f"part {page} is blank"


def test_a_sheet_paints_the_same_whatever_part_is_asked_for() -> None:
    made = small_walk()
    sheet = ChartSheet(Chart(made.graph, made, plan_of(made.graph, "en")), OPTIONS)
    size = sheet.size(0)
    whole = QRectF(0, 0, size.width(), size.height())
    assert whole.width() > 700
    image = painted(sheet)
    assert ink_in(image, 40, 40, 600, 100) > 500
    assert ink_in(image, 40, image.height() - 120, 600, 110) > 500


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_node_of_a_real_tree_is_on_the_sheet(language: str) -> None:
    graph = bundled_graph("ftca")
    plan = plan_of(graph, language)
    svg = svg_of(ChartSheet(Chart(graph, None, plan), replace(OPTIONS, language=language)), 0).decode()
    assert svg.count("<text") >= len(plan.drawing.nodes)
    first = graph.node(graph.keys[0]).short_name.within(language).split()[0]
    assert first in svg
