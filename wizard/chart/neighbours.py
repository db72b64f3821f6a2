# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard goes from a node of a chart."""

from PySide6.QtCore import QPointF

from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import StepState


def current_node(chart: ChartPainter) -> int | None:
    """Return the node where the walk stands, or None in a tree that is only read."""
    nodes = chart.states.nodes
    return nodes.index(StepState.CURRENT) if StepState.CURRENT in nodes else None


def next_node(chart: ChartPainter, number: int, *, down: bool) -> int:
    """Return the node that a node leads to (or comes from), the one on the path first; at an end the node itself."""
    best = number
    best_state = -1
    for arrow, state in zip(chart.plan.drawing.arrows, chart.states.arrows, strict=True):
        here, there = (arrow.source, arrow.target) if down else (arrow.target, arrow.source)
        if here == number and state > best_state:
            best, best_state = there, state
    return best


def sibling(chart: ChartPainter, number: int, step: int) -> int:
    """Return the next node to the right (step 1) or left (-1) at the same height, or the node itself."""
    here = chart.rects[number]
    side = [
        (abs(rect.center().x() - here.center().x()), at)
        for at, rect in enumerate(chart.rects)
        if abs(rect.center().y() - here.center().y()) < here.height()
        and (rect.center().x() - here.center().x()) * step > 0
    ]
    return min(side)[1] if side else number


def nearest(chart: ChartPainter, point: QPointF) -> int | None:
    """Return the node whose middle is nearest to a point, or None in an empty chart."""

    def distance(at: int) -> float:
        apart = chart.rects[at].center() - point
        return apart.x() ** 2 + apart.y() ** 2

    return min(range(len(chart.rects)), key=distance, default=None)
