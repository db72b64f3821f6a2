# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered between two starts: the settings, and where the window was left. Written by jobs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wizard.paths import UserFolders
from wizard.storage.errors import FileError
from wizard.storage.settings import Motion, Settings, read_settings, write_settings
from wizard.storage.window_state import WindowState, read_window_state, write_window_state
from wizard.ui.jobs import Jobs
from wizard.ui.theme import Scheme, appearance

_LANE = "settings"


class Preferences(QObject):
    """Holds the settings; each change is written at once."""

    failed = Signal(object)
    """The settings could not be written: the exception."""

    def __init__(self, folders: UserFolders, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._jobs = jobs
        read = read_settings(folders.settings)
        self.settings: Settings = read.settings
        self.problem: FileError | None = read.problem
        """What could not be read of the settings, or None."""
        self.left: WindowState = read_window_state(folders.state)
        """Where the window was left last time."""

    def put_on(self) -> None:
        """Look as the settings say."""
        look = appearance()
        look.set_scheme(Scheme(self.settings.theme))
        look.set_text_size(self.settings.text_size)
        look.set_no_motion(self.settings.motion == "none")

    def keep_look(self) -> None:
        """Remember text size, light or dark, and motion."""
        look = appearance()
        motion: Motion = "none" if look.no_motion else "system"
        self._keep(self.settings._replace(theme=look.scheme.value, text_size=look.text_size, motion=motion))

    def keep_client_language(self, code: str | None) -> None:
        """Remember the language that new cases begin with."""
        self._keep(self.settings._replace(client_language=code))

    def keep_digits(self, on: bool) -> None:
        """Remember whether number keys choose answers."""
        self._keep(self.settings._replace(digits_choose=on))

    def keep_picture(self, settings: Settings) -> None:
        """Keep how and where the last picture was saved."""
        self._keep(settings)

    def keep_window(self, geometry: str, page: str, case: Path | None) -> None:
        """Remember where the window is left; it does no harm when that fails."""
        state = WindowState(geometry, page, case)
        folder = self._folders.state
        self._jobs.run(lambda _task: write_window_state(folder, state), _nothing, failures=(FileError,), lane=_LANE)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        folder = self._folders.settings
        self._jobs.run(
            lambda _task: write_settings(folder, settings),
            _nothing,
            self.failed.emit,
            failures=(FileError,),
            lane=_LANE,
        )


def _nothing(_result: object) -> None:
    """There is nothing more to do."""
