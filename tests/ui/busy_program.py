# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, clicking about in a case as fast as it can until it is killed; see test_killed.py.

Run as `python -m tests.ui.busy_program BUNDLED HOME SEED`. Each time the window says “Saved”, the answers it shows
and how many changes led to them are written to standard output, as one line of JSON.
"""

import json
import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wizard.__main__ import keep_constants_alive
from wizard.engine.answers import written
from wizard.paths import user_folders
from wizard.ui.program import Program
from wizard.ui.widgets.choice_button import ChoiceButton


class Clicker(QObject):
    """Clicks something that can be clicked, at every turn of the event loop."""

    def __init__(self, program: Program, seed: int) -> None:
        super().__init__(program)
        self._program = program
        self._random = random.Random(seed)
        self._listening = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._click)
        self._timer.start(1)

    def _click(self) -> None:
        program = self._program
        case, page = program.open_case, program.walk_page
        if case is None or page is None:
            return
        if not self._listening:
            self._listening = True
            case.saved.connect(self._acknowledge)
        if not case.is_open:
            if program.home.isVisible() and not program.jobs.busy:
                QTest.mouseClick(program.home.cards[0].start, Qt.MouseButton.LeftButton)
            return
        footer = page.column.footer
        choices = [one for one in page.column.card.findChildren(ChoiceButton) if one.isVisible()]
        target = self._random.choice([*choices, footer.next, footer.next, footer.back])
        if target.isVisible() and target.isEnabled():
            QTest.mouseClick(target, Qt.MouseButton.LeftButton)

    def _acknowledge(self) -> None:
        case = self._program.open_case
        if case is not None:
            answers = {fact: written(value) for fact, value in case.case.values().items()}
            told = {"changes": len(case.case.history), "answers": answers}
            sys.stdout.write(json.dumps(told, default=str) + "\n")
            sys.stdout.flush()


def main() -> int:
    """Run until killed."""
    keep_constants_alive()
    bundled, home, seed = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    program = Program(user_folders(Path(home)), "en", Path(bundled))
    clicker = Clicker(program, int(seed))
    program.start()
    status = app.exec()
    clicker.deleteLater()
    return status


if __name__ == "__main__":
    sys.exit(main())
