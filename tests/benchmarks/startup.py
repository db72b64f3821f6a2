# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the process to Home painted, beside a bare window with twelve cards.

`python -m tests.benchmarks.startup`. Both sides are processes of their own that end at their first paint.
"""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from functools import partial
from typing import Final, NoReturn

from tests.benchmarks.report import ROUNDS, Goal, conclude, median_seconds, print_table, ratio

MOST: Final = 1.1
"""The most beside the bare window."""

_HOME: Final = """
import os, sys
from pathlib import Path
from wizard.__main__ import keep_constants_alive
keep_constants_alive()
from wizard.ui.program import Program
Program._load_engine = lambda _self: os._exit(0)
from wizard.ui.app import run
run(Path(sys.argv[1]) / "user")
"""

_BARE: Final = """
import os
from wizard.__main__ import keep_constants_alive
keep_constants_alive()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication([])
window = Window()
grid = QGridLayout(window)
for number in range(12):
    card = QFrame()
    column = QVBoxLayout(card)
    for words in ("A title", "Where it holds", "When it was checked"):
        column.addWidget(QLabel(words))
    grid.addWidget(card, number // 3, number % 3)
window.resize(1366, 768)
window.show()
app.exec()
"""


def _run(code: str, folder: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    # Where Python may not keep what it has compiled, compiling is all that would be measured.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-c", code, folder], check=True, env=environment, stderr=subprocess.DEVNULL)


def goals(*, quick: bool = False) -> list[Goal]:
    """Start both sides in turn, and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        home, bare = partial(_run, _HOME, folder), partial(_run, _BARE, folder)
        for side in (home, bare):
            # The first start compiles modules and fills the caches of the disk.
            side()
        ours, floor = median_seconds(home, bare, rounds=ROUNDS if quick else 2 * ROUNDS + 1)
    rows = [("Home", f"{ours * 1000:.0f}", f"{floor * 1000:.0f}", ratio(ours, floor))]
    print_table("Process start to first paint, ms", ("window", "ours", "bare", "ratio"), rows)
    return [Goal("start to Home painted", ratio(ours, floor), MOST)]


def main() -> NoReturn:
    """Measure, print and exit: 0 if the goal is met."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.startup", description="Start to first paint.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    sys.exit(conclude(goals(quick=parser.parse_args().quick)))


if __name__ == "__main__":
    main()
