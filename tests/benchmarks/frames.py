# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames of the chart: how they grow with it, beside the bare picture, beside a scene of items, and during a layout.

`python -m tests.benchmarks.frames` measures all; `--growth`, `--floor`, `--items` and `--while-layout` single parts;
with `--quick` nothing of more than 2,000 nodes. A frame is one repaint of a view of 1366 × 768 px at the place of the
chart where most nodes are in view, at 100 %. It is painted anew: the tiles that the chart keeps are dropped before.
Panning is a way of a whole width, a step a frame, beginning with the tiles of the first view only, as a user moves.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import cache, partial
from statistics import median, quantiles
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsView

from tests.benchmarks.item_scene import ItemView
from tests.benchmarks.report import ROUNDS, Goal, conclude, median_seconds, print_table, ratio
from tests.benchmarks.synthetic_collections import answered, graph_of
from tests.benchmarks.synthetic_trees import LARGE_RECIPES, RECIPES, make
from wizard.__main__ import keep_constants_alive
from wizard.chart.drawing import draw_tree
from wizard.chart.fonts import load_fonts
from wizard.chart.layout.layered import LayoutStopped
from wizard.chart.measuring import Plan, arrange, measure, plan
from wizard.chart.step_states import StepStates, states_of
from wizard.chart.tokens import LIGHT
from wizard.chart.view import ChartView
from wizard.ui.jobs import Jobs, Task

WIDTH, HEIGHT = 1366, 768
RECIPE_OF: Final = {
    400: RECIPES["389 nodes"],
    2_000: LARGE_RECIPES["1908 nodes"],
    10_000: LARGE_RECIPES["9459 nodes"],
}
MOST_GROWTH, MOST_PAN_GROWTH = 2.5, 2.0
"""The most that a frame, and a step of panning, may take at 10,000 nodes beside that at 400."""

MOST_BESIDE_PICTURE: Final = 2.0
MOST_BESIDE_ITEMS: Final = {400: 0.2, 2_000: 0.05, 10_000: 0.02}
MOST_DURING_LAYOUT: Final = 3.0
PARTS: Final = ("growth", "floor", "items", "while-layout")
QUESTIONS: Final = 6
PAN_STEP: Final = 37
PAN_STEPS: Final = WIDTH // PAN_STEP
FRAMES: Final = 200


class Chart:
    """A synthetic chart with a walk in it, on the screen at its densest place."""

    def __init__(self, size: int) -> None:
        graph = graph_of(make(RECIPE_OF[size]))
        drawing = draw_tree(graph, "en")
        self.nodes = len(drawing.nodes)
        self.plan: Plan = plan(drawing)
        self.states: StepStates = states_of(drawing, answered(graph, QUESTIONS)[1])
        self.view = ChartView()
        self.view.set_milliseconds(0)
        self.view.set_follow(False)
        self.view.show_plan(self.plan, self.states, LIGHT)
        self.middle = densest(self.plan)
        show_at(self.view, self.middle)

    def frame(self) -> None:
        """Paint a whole frame anew."""
        self.forget()
        frame(self.view)

    def forget(self) -> None:
        """Drop all tiles."""
        assert self.view._item is not None
        self.view._item.tiles.clear()

    def paint_picture(self, image: QImage) -> None:
        """Paint the same frame straight into a picture."""
        chart = self.view.chart
        assert chart is not None
        exposed = self.view.visible_rect()
        painter = QPainter(image)
        painter.fillRect(image.rect(), QColor(LIGHT.surface))
        painter.translate(-exposed.topLeft())
        chart.paint(painter, exposed, 1.0)
        painter.end()


@cache
def chart_of(size: int) -> Chart:
    """Return the chart of about as many nodes, made once."""
    return Chart(size)


def densest(chart: Plan) -> QPointF:
    """Return the middle of the node around which most nodes are in view."""
    centres = [(rect.x + rect.width / 2, rect.y + rect.height / 2) for rect in chart.layout.nodes]

    def in_view(middle: tuple[float, float]) -> int:
        x, y = middle
        return sum(abs(x - a) < WIDTH / 2 and abs(y - b) < HEIGHT / 2 for a, b in centres)

    few = centres if len(centres) <= RECIPE_OF[2_000].size else centres[:: len(centres) // RECIPE_OF[2_000].size]
    return QPointF(*max(few, key=in_view))


def show_at(view: QGraphicsView, middle: QPointF) -> None:
    """Put a view on the screen with a place of the chart in its middle."""
    view.resize(WIDTH, HEIGHT)
    view.show()
    view.centerOn(middle)
    QApplication.processEvents()
    frame(view)


def frame(view: QGraphicsView) -> None:
    """Paint a whole frame, now."""
    view.viewport().repaint()


def pan_seconds(view: QGraphicsView, middle: QPointF, forget: Callable[[], None]) -> float:
    """Return the seconds of a frame while the view moves by its width, half of it before a place and half after."""
    view.centerOn(middle - QPointF(WIDTH / 2, 0))
    forget()
    frame(view)
    bar = view.horizontalScrollBar()
    start = perf_counter()
    for _ in range(PAN_STEPS):
        bar.setValue(bar.value() + PAN_STEP)
        frame(view)
    seconds = perf_counter() - start
    view.centerOn(middle)
    return seconds / PAN_STEPS


def pan_medians(*ways: Callable[[], float]) -> list[float]:
    """Return the median of each way of panning; all take turns."""
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for way, seconds in zip(ways, taken, strict=True):
            seconds.append(way())
    return [median(seconds) for seconds in taken]


def growth_goals(*, quick: bool) -> list[Goal]:
    """Compare frames and panning of large charts with those of a small one."""
    sizes = [400, 2_000] if quick else [400, 2_000, 10_000]
    charts = [chart_of(size) for size in sizes]
    whole = median_seconds(*[chart.frame for chart in charts], rounds=4 * ROUNDS)
    panned = pan_medians(*[partial(pan_seconds, chart.view, chart.middle, chart.forget) for chart in charts])
    rows = [
        (chart.nodes, f"{a * 1000:.2f}", f"{b * 1000:.2f}", ratio(a, whole[0]), ratio(b, panned[0]))
        for chart, a, b in zip(charts, whole, panned, strict=True)
    ]
    print_table("Frames at 100 %, ms", ("nodes", "frame", "pan", "frame ratio", "pan ratio"), rows)
    nodes = charts[-1].nodes
    return [
        Goal(f"frame, {nodes} nodes beside {charts[0].nodes}", ratio(whole[-1], whole[0]), MOST_GROWTH),
        Goal(f"panning, {nodes} nodes beside {charts[0].nodes}", ratio(panned[-1], panned[0]), MOST_PAN_GROWTH),
    ]


def floor_goals(*, quick: bool) -> list[Goal]:
    """Compare a frame with the same picture painted straight into a QImage."""
    goals, rows = [], []
    for size in [400] if quick else [400, 10_000]:
        chart = chart_of(size)
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        one, bare = median_seconds(chart.frame, partial(chart.paint_picture, image), rounds=4 * ROUNDS)
        rows.append((chart.nodes, f"{one * 1000:.2f}", f"{bare * 1000:.2f}", ratio(one, bare)))
        goals.append(Goal(f"frame beside its picture, {chart.nodes} nodes", ratio(one, bare), MOST_BESIDE_PICTURE))
    print_table("Frame and bare picture, ms", ("nodes", "frame", "picture", "ratio"), rows)
    return goals


def item_goals(*, quick: bool) -> list[Goal]:
    """Compare panning with panning in a scene that has an item for each node and arrow."""
    goals, rows = [], []
    for size in [400, 2_000] if quick else [400, 2_000, 10_000]:
        chart = chart_of(size)
        start = perf_counter()
        peer = ItemView(chart.plan, chart.states, LIGHT)
        built = perf_counter() - start
        show_at(peer, chart.middle)
        once, theirs_once = median_seconds(chart.frame, partial(frame, peer))
        one, theirs = pan_medians(
            partial(pan_seconds, chart.view, chart.middle, chart.forget),
            partial(pan_seconds, peer, chart.middle, lambda: None),
        )
        limit = MOST_BESIDE_ITEMS[size]
        rows.append(
            (
                chart.nodes,
                f"{once * 1000:.2f}",
                f"{theirs_once * 1000:.2f}",
                ratio(once, theirs_once),
                f"{one * 1000:.2f}",
                f"{theirs * 1000:.2f}",
                ratio(one, theirs),
                f"{built:.2f}",
            )
        )
        goals.append(Goal(f"panning beside items, {chart.nodes} nodes", ratio(one, theirs), limit))
        peer.close()
        peer.deleteLater()
    columns = ("nodes", "anew", "items", "ratio", "pan", "items pan", "pan ratio", "items are made in, s")
    print_table("Frames beside a scene of items, ms", columns, rows)
    return goals


def during_layout_goals() -> list[Goal]:
    """Compare the slow frames while a layout of 2,000 nodes runs as a job with those of an idle program."""
    jobs = Jobs()
    chart = chart_of(400)
    measured = measure(draw_tree(graph_of(make(RECIPE_OF[2_000])), "en"))

    def work(task: Task) -> Plan:
        return arrange(measured, lambda: task.cancelled)

    def ignore(_plan: Plan) -> None:
        """Nobody wants it."""

    idle = slow_frame(chart, lambda: None)
    task = jobs.run(work, ignore, failures=(LayoutStopped,))

    def keep_busy() -> None:
        nonlocal task
        QApplication.processEvents()
        if not jobs.busy:
            task = jobs.run(work, ignore, failures=(LayoutStopped,))

    busy = slow_frame(chart, keep_busy)
    task.cancel()
    jobs.finish()
    rows = [("idle", f"{idle * 1000:.2f}"), ("during a layout", f"{busy * 1000:.2f}")]
    print_table("95 of 100 frames take at most, ms", ("", "ms"), rows)
    return [Goal("slow frames during a layout beside idle", ratio(busy, idle), MOST_DURING_LAYOUT)]


def slow_frame(chart: Chart, between: Callable[[], None]) -> float:
    """Return the seconds that 95 of 100 frames do not exceed; `between` is called after each."""
    seconds = []
    for _ in range(FRAMES):
        start = perf_counter()
        chart.frame()
        seconds.append(perf_counter() - start)
        between()
    return quantiles(seconds, n=20)[-1]


def read_arguments(words: Sequence[str]) -> Namespace:
    """Return which parts to measure, all if none is named."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.frames", description="Frames of the chart.")
    for part in PARTS:
        parser.add_argument(f"--{part}", action="append_const", dest="parts", const=part)
    parser.add_argument("--quick", action="store_true", help="nothing of more than 2,000 nodes")
    return parser.parse_args(words, Namespace(parts=None))


def goals(parts: Sequence[str] = PARTS, *, quick: bool = False) -> list[Goal]:
    """Measure, print the tables, and return how the goals stand."""
    found: list[Goal] = []
    if "growth" in parts:
        found += growth_goals(quick=quick)
    if "floor" in parts:
        found += floor_goals(quick=quick)
    if "items" in parts:
        found += item_goals(quick=quick)
    if "while-layout" in parts:
        found += during_layout_goals()
    return found


def main(words: Sequence[str]) -> int:
    """Measure, print, and return the exit status: 0 if all goals are met."""
    arguments = read_arguments(words)
    keep_constants_alive()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    load_fonts()
    status = conclude(goals(arguments.parts or PARTS, quick=arguments.quick))
    sys.stdout.flush()
    del app
    # Qt and Python need not take apart what the process takes with it.
    os._exit(status)


if __name__ == "__main__":
    main(sys.argv[1:])
