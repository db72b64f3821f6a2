# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program starts: Home before the engine, one program at a time, and what the last one left."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.small_collection import small_collection
from wizard.paths import user_folders
from wizard.storage.collections import write_collection
from wizard.storage.window_state import WindowState, read_window_state, write_window_state
from wizard.ui.app import take_lock
from wizard.ui.dialogs import Notice
from wizard.ui.program import Program

ROOT = Path(__file__).parents[2]

PAINTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
from wizard.__main__ import keep_constants_alive
from wizard.paths import user_folders
from wizard.ui.program import Program

HEAVY = ("pydantic", "networkx", "wizard.model.", "wizard.engine.", "wizard.ui.walk.", "wizard.export.")

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted with", [name for name in sys.modules if name.startswith(HEAVY)])
            program.home.removeEventFilter(self)
            print("cards", len(program.home.cards))
            QApplication.exit(0)
        return False

keep_constants_alive()
app = QApplication([])
program = Program(user_folders(Path(sys.argv[1])), "en")
watch = Watch()
program.home.installEventFilter(watch)
program.start()
app.exec()
program.end()
"""


def end(program: Program) -> None:
    program.window.close()
    program.end()
    program.window.deleteLater()
    program.deleteLater()


def test_home_is_painted_before_the_model_and_the_engine_are_imported(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PAINTS, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    assert "painted with []" in ran.stdout
    assert "cards 0" not in ran.stdout


def test_a_wish_before_the_engine_is_loaded_is_done_afterwards(qtbot: QtBot, bundled: Path, tmp_path: Path) -> None:
    program = Program(user_folders(tmp_path), "en", bundled)
    program.start()
    program.home.cards[0].start.click()
    assert program.open_case is None
    qtbot.waitUntil(lambda: program.open_case is not None and program.open_case.is_open)
    end(program)


def test_a_second_program_of_the_same_user_says_so_and_ends(tmp_path: Path, qapp: QApplication) -> None:
    folders = user_folders(tmp_path)
    lock = take_lock(folders)
    assert isinstance(lock, QLockFile)
    assert take_lock(folders) is None
    lock.unlock()
    again = take_lock(folders)
    assert again is not None
    again.unlock()
    assert qapp is not None


def test_the_lock_of_a_killed_program_is_taken_over(tmp_path: Path, qapp: QApplication) -> None:
    holds = (
        "import sys, time; from pathlib import Path; from wizard.paths import user_folders; "
        "from wizard.ui.app import take_lock; lock = take_lock(user_folders(Path(sys.argv[1]))); "
        "print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", holds, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert take_lock(user_folders(tmp_path)) is None
        process.kill()
    lock = take_lock(user_folders(tmp_path))
    assert lock is not None
    lock.unlock()
    assert qapp is not None


def test_the_real_program_starts_and_ends_by_its_window(tmp_path: Path) -> None:
    script = (
        "import sys; from PySide6.QtCore import QTimer; from wizard.__main__ import keep_constants_alive, main; "
        "import wizard.ui.program as p; start = p.Program.start; "
        "p.Program.start = lambda self, stopped_by='': (start(self, stopped_by), QTimer.singleShot(1500, self.close)); "
        "sys.argv[1:] = ['--home', sys.argv[1]]; sys.exit(main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert ran.returncode == 0
    assert read_window_state(tmp_path / "state").geometry
    assert not (tmp_path / "state" / "running.lock").exists()


def test_what_stopped_the_program_last_time_is_told(qtbot: QtBot, bundled: Path, tmp_path: Path) -> None:
    program = Program(user_folders(tmp_path), "en", bundled)
    said: list[str] = []

    def note() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Notice):
            said.append(dialog.accessibleName())
            dialog.buttons[0].click()
        else:
            QTimer.singleShot(20, note)

    QTimer.singleShot(0, note)
    program.start(stopped_by="Fatal Python error: Segmentation fault")
    qtbot.waitUntil(lambda: bool(said) and program.open_case is not None)
    assert said == ["The program was stopped by a fault last time"]
    end(program)


def test_a_damaged_note_of_the_window_does_no_harm(tmp_path: Path) -> None:
    state = WindowState("00ff", "walk", Path("/somewhere/2026-001.case.json"))
    write_window_state(tmp_path, state)
    assert read_window_state(tmp_path) == state
    (tmp_path / "window.json").write_bytes(b"\xff{")
    assert read_window_state(tmp_path) == WindowState()


def test_a_damaged_collection_is_shown_and_the_others_can_be_used(qtbot: QtBot, tmp_path: Path) -> None:
    write_collection(tmp_path / "bundled" / "small", small_collection())
    broken = tmp_path / "bundled" / "broken"
    broken.mkdir()
    (broken / "collection.json").write_text("{", encoding="utf-8")
    program = Program(user_folders(tmp_path / "user"), "en", tmp_path / "bundled")
    program.start()
    qtbot.waitUntil(lambda: program.open_case is not None)
    assert len(program.home.cards) == 2
    words = [label.text() for label in program.home.findChildren(QLabel) if label.isVisible()]
    assert any("collection.json" in text for text in words)
    end(program)
