# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an answer to the chart repainted, counted in frames.

`python -m tests.benchmarks.answer`. An answer is walked, all that lies ahead is found, every node and arrow gets its
state, and the view is repainted; a frame is one repaint of the same view with nothing kept. The question answered is
in the middle of the view, as in the program, so that what changes is seen.
"""

import os
import sys
from argparse import ArgumentParser
from itertools import cycle
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.benchmarks.frames import QUESTIONS, RECIPE_OF, chart_of, frame, show_at
from tests.benchmarks.report import ROUNDS, Goal, conclude, median_seconds, print_table, ratio
from tests.benchmarks.synthetic_collections import TODAY, answered, graph_of
from tests.benchmarks.synthetic_trees import make
from wizard.__main__ import keep_constants_alive
from wizard.chart.fonts import load_fonts
from wizard.chart.step_states import states_of
from wizard.engine.walk import walk

MOST_FRAMES: Final = {400: 3.0, 2_000: 8.0}
"""The most frames that an answer may take until it is seen."""


def goals(*, quick: bool = False) -> list[Goal]:
    """Measure, print the table, and return how the goals stand."""
    found, rows = [], []
    for size, most in MOST_FRAMES.items():
        graph = graph_of(make(RECIPE_OF[size]))
        chart = chart_of(size)
        answers = [answered(graph, questions)[0] for questions in (QUESTIONS, QUESTIONS + 1)]
        drawing = chart.plan.drawing
        asked = drawing.shown_at(walk(graph, answers[0], TODAY).path[-1])
        assert asked is not None
        middle = chart.plan.layout.nodes[asked]
        show_at(chart.view, QPointF(middle.x + middle.width / 2, middle.y + middle.height / 2))
        turns = cycle(reversed(answers))

        def answer() -> None:
            made = walk(graph, next(turns), TODAY)  # noqa: B023 called within the round
            chart.view.set_states(states_of(drawing, made))  # noqa: B023
            frame(chart.view)  # noqa: B023

        whole, one = median_seconds(answer, chart.frame, rounds=2 * ROUNDS if quick else 4 * ROUNDS)
        rows.append((chart.nodes, f"{whole * 1000:.2f}", f"{one * 1000:.2f}", ratio(whole, one)))
        found.append(Goal(f"frames from an answer to its repaint, {chart.nodes} nodes", ratio(whole, one), most))
    print_table("From an answer to its repaint, ms", ("nodes", "answer", "frame", "ratio"), rows)
    return found


def main() -> int:
    """Measure, print, and return the exit status: 0 if all goals are met."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.answer", description="From an answer to its repaint.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    quick = parser.parse_args().quick
    keep_constants_alive()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    load_fonts()
    status = conclude(goals(quick=quick))
    sys.stdout.flush()
    del app
    # Qt and Python need not take apart what the process takes with it.
    os._exit(status)


if __name__ == "__main__":
    main()
