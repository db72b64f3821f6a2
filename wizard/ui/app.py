# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program with its window: starts it, one at a time for each user."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from wizard import __version__
from wizard.paths import UserFolders, resources_dir, user_folders
from wizard.storage.atomic import make_folder
from wizard.storage.errors import WriteError
from wizard.storage.settings import read_settings
from wizard.ui.crash import CrashGuard
from wizard.ui.language import speak, system_language
from wizard.ui.program import Program
from wizard.ui.theme import appearance

_LOCK = "running.lock"


def run(home: Path | None = None) -> int:
    """Open the window and return when it is closed.

    Args:
        home: the folder given with `--home` for all that the user has, or None.

    Returns:
        The exit status of the process.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Remedy Wizard")
    app.setApplicationDisplayName("Remedy Wizard")
    app.setDesktopFileName("remedy-wizard")
    app.setApplicationVersion(__version__)
    folders = user_folders(home)
    settings = read_settings(folders.settings).settings
    translations = resources_dir() / "translations"
    language = settings.language or system_language(translations)
    kept = speak(app, language, translations)
    appearance()
    lock = take_lock(folders)
    if lock is None:
        _say_running()
        return 0
    status = _run(app, folders, language)
    lock.unlock()
    del kept
    return status


def _run(app: QApplication, folders: UserFolders, language: str) -> int:
    program = Program(folders, language)
    guard = CrashGuard(folders.logs, program.rescue)
    before = guard.install()
    guard.fault_met.connect(program.say_fault)
    program.start(stopped_by=before)
    status = app.exec()
    guard.remove()
    program.end()
    return status


def take_lock(folders: UserFolders) -> QLockFile | None:
    """Return the lock of this user's folder; None when another program has it. A dead program's lock is taken over."""
    try:
        make_folder(folders.state)
    except WriteError:
        # Without a place for a lock there is no place for a case either; saving will say so.
        return QLockFile(os.devnull)
    lock = QLockFile(str(folders.state / _LOCK))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError else None


def _say_running() -> None:
    from wizard.ui.dialogs import Notice  # noqa: PLC0415 Home paints before any dialog is needed

    title = QApplication.translate("App", "Remedy Wizard is open already")
    text = QApplication.translate(
        "App", "Use the window that is open. Two windows would write over each other’s cases."
    )
    Notice(title, text, [QApplication.translate("App", "Close")]).ask()
