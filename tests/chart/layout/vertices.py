# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts as the inner steps of the layout see them."""

from hypothesis import strategies as st

from tests.chart.layout.charts import Chart, charts
from wizard.chart.layout.rank import rank_nodes
from wizard.chart.layout.vertices import NOTHING, Edge, Size, Vertices, cut, fill_layers

BOX = Size(75 * 64, 50 * 64)
PILL = Size(30 * 64, 19 * 64)


def neighbours(drawn: Chart) -> tuple[list[list[int]], list[list[int]]]:
    """Return what stands above and below each node."""
    boxes, arrows = drawn
    above: list[list[int]] = [[] for _ in boxes]
    below: list[list[int]] = [[] for _ in boxes]
    for arrow in arrows:
        above[arrow.target].append(arrow.source)
        below[arrow.source].append(arrow.target)
    return above, below


def vertices_of(drawn: Chart, *, share: bool = False) -> Vertices:
    """Return a chart cut into layers, in the order a reader meets its vertices; all boxes and labels of one size."""
    boxes, arrows = drawn
    edges = [Edge(arrow.source, arrow.target, PILL if arrow.label_width else NOTHING) for arrow in arrows]
    vertices = cut([BOX] * len(boxes), edges, rank_nodes(*neighbours(drawn)), share=share)
    fill_layers(vertices)
    return vertices


def cut_charts() -> st.SearchStrategy[Vertices]:
    """Return a strategy for charts that are cut, with trunks shared from the start or not."""
    return st.builds(lambda drawn, share: vertices_of(drawn, share=share), charts(), st.booleans())
