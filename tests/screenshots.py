# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every screen of the program and the picture of a path: `make screenshots`.

Starts the real program on a folder of its own, walks a scenario of the bundled collection through the real window and
keeps what is on the screen. Use: `python -m tests.screenshots [FOLDER]`.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.__main__ import keep_constants_alive

keep_constants_alive()
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from wizard.cli.main import main as command_line  # noqa: E402
from wizard.engine.answers import read_answers  # noqa: E402
from wizard.engine.graph import CollectionIndex  # noqa: E402
from wizard.model.fact import AnswerValue  # noqa: E402
from wizard.paths import trees_dir, user_folders  # noqa: E402
from wizard.storage.collections import read_collection  # noqa: E402
from wizard.ui.open_case import OpenCase  # noqa: E402
from wizard.ui.program import Program  # noqa: E402
from wizard.ui.theme import Scheme, appearance  # noqa: E402

SCENARIO = "ftca-18-closing-fast"
FOLDER = Path(__file__).parent.parent / "packaging" / "screenshots"
SIZE = (1366, 768)
#: The question at which the walk is looked at half-way.
HALF_WAY = "client-conduct"
PATIENCE_SECONDS = 20.0


class _Photographer:
    """Drives one program and keeps pictures of its window."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self.folder = folder

    @property
    def case(self) -> OpenCase:
        """The open case; there is one as soon as the engine is loaded."""
        if self.program.open_case is None:
            raise TimeoutError
        return self.program.open_case

    def keep(self, name: str) -> None:
        """Write what the window shows now."""
        self.settle()
        file = self.folder / f"{name}.png"
        self.program.window.grab().save(str(file))
        print(file.name)  # noqa: T201 (the person who runs this reads it)

    def settle(self, seconds: float = 0.4) -> None:
        """Let the window finish what it is doing."""
        until = time.monotonic() + seconds
        while time.monotonic() < until or self.program.jobs.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Wait until something is so."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not ready():
            if time.monotonic() > until:
                raise TimeoutError
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    @contextmanager
    def looking(self, *, scheme: Scheme = Scheme.LIGHT, text: int = 100) -> Iterator[None]:
        """Show another scheme or text size for a while."""
        appearance().set_scheme(scheme)
        appearance().set_text_size(text)
        yield
        appearance().set_scheme(Scheme.LIGHT)
        appearance().set_text_size(100)


def _scenario() -> tuple[str, dict[str, AnswerValue]]:
    collection = read_collection(trees_dir() / "ice-force").collection
    scenario = next(one for one in collection.scenarios if one.id == SCENARIO)
    index = CollectionIndex(collection)
    return scenario.tree, read_answers(index.facts, index.choice_ids, scenario.answers)


def _walk(photographer: _Photographer, answers: dict[str, AnswerValue]) -> None:
    """Answer question by question, as staff do; look at one half-way."""
    case = photographer.case
    while case.walk.asked is not None:
        fact = case.fact
        if fact is None:
            break
        if fact == HALF_WAY:
            _look_half_way(photographer)
        case.answer(answers.get(fact))
        photographer.wait_for(lambda: case.is_saved)
        case.next()
        photographer.settle(0.05)


def _look_half_way(photographer: _Photographer) -> None:
    photographer.keep("walk")
    with photographer.looking(scheme=Scheme.DARK):
        photographer.keep("walk-dark")
    with photographer.looking(text=200):
        photographer.keep("walk-200")
    photographer.program.speak_to_client("es")
    photographer.keep("walk-spanish")
    photographer.program.speak_to_client("")


def _take(program: Program, folder: Path) -> None:
    photographer = _Photographer(program, folder)
    program.start()
    program.window.resize(*SIZE)
    photographer.settle(1.0)
    photographer.wait_for(lambda: program.open_case is not None)
    photographer.keep("home")
    with photographer.looking(scheme=Scheme.DARK):
        photographer.keep("home-dark")
    tree, answers = _scenario()
    card = next(card for card in program.home.cards if card.tree.id == tree)
    card.start.click()
    photographer.wait_for(lambda: photographer.case.is_open)
    photographer.settle()
    photographer.keep("first-question")
    program.window.show_terms()
    photographer.keep("terms")
    program.window.terms.close_panel()
    _walk(photographer, answers)
    photographer.keep("end")
    program.show_summary()
    photographer.settle(1.0)
    photographer.keep("summary")
    with photographer.looking(scheme=Scheme.DARK):
        photographer.keep("summary-dark")
    with photographer.looking(text=200):
        photographer.keep("summary-200")
    photographer.settle()


def _draw_path(folder: Path) -> None:
    """Draw the picture of the path through the command line."""
    collection = trees_dir() / "ice-force"
    scenario = next(one for one in read_collection(collection).collection.scenarios if one.id == SCENARIO)
    answers = folder / "answers.json"
    answers.write_text(json.dumps(scenario.answers), encoding="utf-8")
    try:
        command_line(
            [
                *("render", str(collection), "--tree", scenario.tree, "--answers", str(answers)),
                *("--today", scenario.today.isoformat(), "--out", str(folder / "path.png")),
            ]
        )
    finally:
        answers.unlink()


def main() -> int:
    """Write all pictures; return the exit status."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setApplicationName("Remedy Wizard")
    appearance()
    with tempfile.TemporaryDirectory() as home:
        program = Program(user_folders(Path(home)), "en")
        _take(program, folder)
        program.end()
    _draw_path(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
