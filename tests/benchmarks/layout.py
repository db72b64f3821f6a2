# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of the chart beside `dot`: time and quality; and whether it stays the same everywhere and under edits.

`python -m tests.benchmarks.layout` measures all; `--time`, `--quality`, `--digest` and `--edits` single parts; with
`--quick` only the smaller trees and fewer edits.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication

from tests.benchmarks import dot_peer
from tests.benchmarks.chart_metrics import Quality, measure, picture_of
from tests.benchmarks.layout_digest import digests
from tests.benchmarks.layout_edits import Chart, changed_sides, edited, middles
from tests.benchmarks.report import Goal, conclude, median_seconds, print_table, ratio
from tests.benchmarks.synthetic_trees import all_trees
from wizard.__main__ import keep_constants_alive
from wizard.chart.drawing import draw_tree
from wizard.chart.fonts import load_fonts
from wizard.chart.layout.layered import lay_out
from wizard.chart.measuring import measure as sizes_of
from wizard.engine.graph import CollectionIndex, link
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection

TIMED: Final = {"82 nodes": 0.5, "115 nodes": 0.5, "153 nodes": 0.5, "231 nodes": 0.5, "389 nodes": 0.1}
"""The most that a layout may take beside dot's, with the start of its process."""

MOST_CROSSINGS, MOST_INK, MOST_AREA = 0.9, 1.05, 0.9
"""The most beside dot's."""

MOST_MOVED = 0.02
"""What part of the nodes beside each other may change sides at one edit."""

EDITS: Final = 12
PARTS: Final = ("time", "quality", "digest", "edits")
QUICK_NODES: Final = 160
QUICK_EDITS: Final = 4

Named = tuple[str, Chart]


def synthetic_charts(*, quick: bool) -> list[Named]:
    """Return the six synthetic charts with their names, or only the smaller ones."""
    charts = [(name, Chart(tree.boxes, tree.arrows)) for name, tree in all_trees()]
    return [(name, chart) for name, chart in charts if not quick or len(chart.boxes) <= QUICK_NODES]


def bundled_charts() -> list[Named]:
    """Return the charts of the bundled trees with their names, measured as the program draws them."""
    keep_constants_alive()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    charts = []
    for folder in sorted(path.parent for path in trees_dir().glob("*/collection.json")):
        index = CollectionIndex(read_collection(folder).collection)
        for tree in index.trees:
            measured = sizes_of(draw_tree(link(index, tree), "en"))
            charts.append((f"{folder.name}/{tree}", Chart(measured.boxes, measured.arrows)))
    del app
    return charts


def time_goals(charts: Iterable[Named]) -> list[Goal]:
    """Time our layout and dot's in turn."""
    rows: list[tuple[object, ...]] = []
    goals: list[Goal] = []
    for name, chart in charts:
        ours, theirs = median_seconds(
            partial(lay_out, chart.boxes, chart.arrows),
            partial(dot_peer.lay_out, dot_peer.describe(chart.boxes, chart.arrows)),
        )
        rows.append((name, f"{ours * 1000:.0f}", f"{theirs * 1000:.0f}", ratio(ours, theirs)))
        if name in TIMED:
            goals.append(Goal(f"time, {name}", ratio(ours, theirs), TIMED[name]))
    print_table("Time, ms", ("chart", "ours", "dot", "ratio"), rows)
    return goals


def quality_goals(charts: Iterable[Named]) -> list[Goal]:
    """Measure our pictures and dot's."""
    rows: list[tuple[object, ...]] = []
    goals: list[Goal] = []
    for name, chart in charts:
        ours = measure(picture_of(lay_out(chart.boxes, chart.arrows), chart.arrows))
        answer = dot_peer.lay_out(dot_peer.describe(chart.boxes, chart.arrows))
        theirs = measure(dot_peer.picture_of(answer, chart.boxes, chart.arrows))
        rows += [_row(f"{name}, ours", ours), _row(f"{name}, dot", theirs)]
        goals += [
            Goal(f"crossings, {name}", ratio(ours.crossings, theirs.crossings), MOST_CROSSINGS),
            Goal(
                f"crossings of strangers, {name}",
                ratio(ours.foreign_crossings, theirs.foreign_crossings),
                MOST_CROSSINGS,
            ),
            Goal(f"ink, {name}", ratio(ours.ink, theirs.ink), MOST_INK),
            Goal(f"area, {name}", ratio(ours.area, theirs.area), MOST_AREA),
            Goal(f"lines through boxes, {name}", ours.hits, 0),
            Goal(f"labels overlapped or unclear, {name}", ours.label_overlaps + ours.unclear_labels, 0),
            Goal(f"lines on each other, px, {name}", ours.overlap, 0),
        ]
    columns = (
        "chart",
        "crossings",
        "of strangers",
        "through boxes",
        "labels",
        "unclear",
        "bends",
        "ink 1000 px",
        "Mpx",
    )
    print_table("Quality", columns, rows)
    return goals


def _row(name: str, quality: Quality) -> tuple[object, ...]:
    """Return a line of the table of qualities."""
    return (
        name,
        quality.crossings,
        quality.foreign_crossings,
        quality.hits,
        quality.label_overlaps,
        quality.unclear_labels,
        quality.bends,
        round(quality.ink / 1000),
        quality.area / 1e6,
    )


def digest_goals() -> list[Goal]:
    """Lay charts out with several hash seeds and interpreters."""
    found = digests()
    print_table("Digest", ("run", "sha256"), [(run, value[:16]) for run, value in found.items()])
    return [Goal(f"distinct digests of {len(found)} runs", len(set(found.values())), 1)]


def edit_goals(charts: Iterable[Named], edits: int) -> list[Goal]:
    """Edit charts and count the nodes that change sides."""
    rows: list[tuple[object, ...]] = []
    goals: list[Goal] = []
    for name, chart in charts:
        before = lay_out(chart.boxes, chart.arrows)
        pairs = moved = moved_fresh = most = 0.0
        for seed in range(edits):
            after = edited(chart, seed)
            layout = lay_out(after.boxes, after.arrows, middles(before, after))
            together, changed = changed_sides(before, after, layout)
            _, changed_fresh = changed_sides(before, after, lay_out(after.boxes, after.arrows))
            pairs, moved, moved_fresh = pairs + together, moved + changed, moved_fresh + changed_fresh
            most = max(most, ratio(changed, together))
        rows.append((name, f"{moved / pairs:.2%}", f"{most:.2%}", f"{moved_fresh / pairs:.2%}"))
        goals.append(Goal(f"nodes that change sides at an edit, {name}", moved / pairs, MOST_MOVED))
    title = f"Nodes that change sides at {edits} edits"
    print_table(title, ("chart", "mean", "most", "without the last picture"), rows)
    return goals


def read_arguments(words: Sequence[str]) -> Namespace:
    """Return which parts to measure, all if none is named."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.layout", description="The layout of the chart beside dot.")
    for part in PARTS:
        parser.add_argument(f"--{part}", action="append_const", dest="parts", const=part)
    parser.add_argument("--quick", action="store_true", help="only the smaller charts and fewer edits")
    return parser.parse_args(words, Namespace(parts=None))


def goals(parts: Sequence[str] = PARTS, *, quick: bool = False) -> list[Goal]:
    """Measure the parts and print their tables; nothing where dot is missing but how to install it."""
    if not dot_peer.is_installed():
        print(dot_peer.HOW_TO_INSTALL)
        return []
    charts = synthetic_charts(quick=quick)
    found: list[Goal] = []
    if "time" in parts:
        found += time_goals(charts)
    if "quality" in parts:
        found += quality_goals(charts + bundled_charts())
    if "digest" in parts:
        found += digest_goals()
    if "edits" in parts:
        found += edit_goals(charts, QUICK_EDITS if quick else EDITS)
    return found


def main(words: Sequence[str]) -> int:
    """Measure, print, and return the exit status: 0 if all goals are met."""
    arguments = read_arguments(words)
    found = goals(arguments.parts or PARTS, quick=arguments.quick)
    return conclude(found) if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
