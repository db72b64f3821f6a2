# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beginning, opening, copying and putting away cases, with the dialogs that this takes.

A wish that comes before the engine is loaded waits for it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wizard.storage.case_list import CASE_SUFFIX
from wizard.storage.errors import DamagedCaseError, FileError
from wizard.ui.jobs import Jobs, Task
from wizard.ui.library import Library, OpenedTree
from wizard.ui.preferences import Preferences

if TYPE_CHECKING:
    from wizard.model.case import Case
    from wizard.storage.case_list import ListedCase
    from wizard.storage.cases import CaseFolder
    from wizard.ui.home.recent_cases import Standing
    from wizard.ui.open_case import OpenCase

_LANE = "library"


class _Loaded(NamedTuple):
    """A case with the tree that it is walked on."""

    case: Case
    tree: OpenedTree
    file: Path | None


class CaseDesk(QObject):
    """Takes a case from the disk to the open case and away again."""

    about_to_let_go = Signal()
    """The open case will be closed: what is half written is to be kept now."""

    def __init__(self, window: QWidget, jobs: Jobs, library: Library, preferences: Preferences, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._library = library
        self._preferences = preferences
        self._path = folder
        self._open_case: OpenCase | None = None
        self._folder: CaseFolder | None = None
        self._waiting: list[Callable[[], None]] = []
        self._looking: Task | None = None

    def take(self, open_case: OpenCase, folder: CaseFolder) -> None:
        """Begin to work: the engine is loaded. What was wished for meanwhile is done now."""
        self._open_case, self._folder = open_case, folder
        waiting, self._waiting = self._waiting, []
        for wish in waiting:
            wish()

    @property
    def has_case(self) -> bool:
        """Whether a case is open."""
        return self._open_case is not None and self._open_case.is_open

    @property
    def is_wanted(self) -> bool:
        """Whether a wish waits for the engine."""
        return bool(self._waiting)

    # Begin and open

    def start_case(self, collection: Path, tree: str) -> None:
        """Begin a case with a tree of the collection in a folder."""
        if self._wait(lambda: self.start_case(collection, tree)):
            return

        def begin(_task: Task) -> _Loaded:
            opened = self._library.open(collection, tree)
            return _Loaded(self._new_case(opened), opened, None)

        self._jobs.run(begin, self._show, self.say_error, failures=(FileError,), lane=_LANE)

    def open_file(self, path: Path) -> None:
        """Open the case in a file."""
        if self._wait(lambda: self.open_file(path)):
            return

        def load(_task: Task) -> _Loaded:
            case = self._cases().load(path)
            collection = self._library.folder_of(case.collection.id)
            return _Loaded(case, self._library.open(collection, case.tree), path)

        self._jobs.run(load, self._show, self._say_not_opened, failures=(FileError,), lane=_LANE)

    def choose_file(self) -> None:
        """Let the user choose a case file and open it."""
        title = self.tr("Open a case file")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._path), self._pattern())
        if name:
            self.open_file(Path(name))

    def _new_case(self, opened: OpenedTree) -> Case:
        from uuid import uuid4  # noqa: PLC0415 Home paints before any case begins

        from wizard.engine.answering import new_case  # noqa: PLC0415

        now = datetime.now().astimezone()
        language = self._preferences.settings.client_language
        if language not in opened.graph.collection.manifest.languages:
            language = None
        number = self._cases().new_number(now.year)
        return new_case(number, uuid4(), opened.ref, opened.graph.tree, now, client_language=language)

    def _show(self, loaded: _Loaded) -> None:
        if self._open_case is None or not self.let_go():
            return
        if loaded.file is None:
            self._open_case.start(loaded.case, loaded.tree.graph)
        else:
            self._open_case.open(loaded.case, loaded.tree.graph, loaded.file)

    def read_tree(self, collection: Path, tree: str, show: Callable[[OpenedTree], None]) -> None:
        """Read a tree of the collection in a folder, and show it."""
        if self._wait(lambda: self.read_tree(collection, tree, show)):
            return

        def read(_task: Task) -> OpenedTree:
            return self._library.open(collection, tree)

        self._jobs.run(read, show, self.say_error, failures=(FileError,), lane=_LANE)

    # Keep elsewhere

    def save_elsewhere(self) -> None:
        """Let the user choose another file for the open case, which is kept there from now on."""
        file = self._choose_target(self.tr("Save elsewhere"))
        if file is not None and self._open_case is not None:
            self._open_case.save_elsewhere(file)

    def save_copy(self) -> None:
        """Write a copy of the open case where the user wants it; the case stays where it is."""
        file = self._choose_target(self.tr("Save a copy of this case"))
        if file is None or self._open_case is None:
            return
        case = self._open_case.case
        self._jobs.run(
            lambda _task: self._cases().save(case, file), _nothing, self.say_error, failures=(FileError,), lane=_LANE
        )

    def _choose_target(self, title: str) -> Path | None:
        if self._open_case is None or not self._open_case.is_open:
            return None
        name = f"{self._open_case.case.number}{CASE_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, self._pattern())
        return Path(chosen) if chosen else None

    def _pattern(self) -> str:
        return self.tr("Cases (*{suffix})").format(suffix=CASE_SUFFIX)

    # Put away

    def let_go(self) -> bool:
        """Close the open case; where it cannot be saved, the user decides. Return whether none is open now."""
        case = self._open_case
        if case is None or not case.is_open:
            return True
        self.about_to_let_go.emit()
        while not case.close():
            buttons = [self.tr("Save again"), self.tr("Close without it"), self.tr("Back to the case")]
            title = self.tr("The last answer is not saved yet")
            choice = self._say(title, case.failure or "", buttons)
            if choice == len(buttons) - 1:
                return False
            if choice == 1:
                case.abandon()
                return True
        return True

    # Look over

    def work_out_standings(self, listed: Sequence[ListedCase], show: Callable[[Mapping[Path, Standing]], None]) -> None:
        """Work out where cases stand; one that cannot be walked now is left out."""
        if self._looking is not None:
            self._looking.cancel()

        def look(task: Task) -> dict[Path, Standing]:
            from wizard.ui.standing import standing_of  # noqa: PLC0415 Home paints before the engine loads

            found: dict[Path, Standing] = {}
            for one in listed:
                if one.problem is not None or task.cancelled:
                    continue
                with contextlib.suppress(FileError):
                    tree = self._library.open(self._library.folder_of(one.collection), one.tree)
                    found[one.path] = standing_of(self._cases().load(one.path), tree, date.today())
            return found

        self._looking = self._jobs.run(look, show, lane="standings")

    # Words

    def say_error(self, error: Exception) -> None:
        """Say in one sentence what cannot be done."""
        self._say(self.tr("This cannot be done now"), error, [self.tr("Close")])

    def _say_not_opened(self, error: Exception) -> None:
        """Say why a case cannot be opened, and offer the version before where that is whole."""
        title = self.tr("This case cannot be opened")
        if not isinstance(error, DamagedCaseError) or error.previous is None:
            self._say(title, error, [self.tr("Close")])
            return
        if self._say(title, error, [self.tr("Open the previous version"), self.tr("Close")]) == 0:
            self._restore(error.file)

    def _restore(self, path: Path) -> None:
        def restore(_task: Task) -> Path:
            self._cases().restore_previous(path)
            return path

        self._jobs.run(restore, self.open_file, self.say_error, failures=(FileError,), lane=_LANE)

    def _say(self, title: str, error: Exception | str, buttons: list[str]) -> int:
        from wizard.ui.dialogs import Notice  # noqa: PLC0415 Home paints before any dialog is needed

        return Notice(title, str(error), buttons, icon="octagon-x", tone="error", parent=self._window).ask()

    # Bits

    def _wait(self, wish: Callable[[], None]) -> bool:
        """Put a wish off while the engine is still loading; return whether it was."""
        if self._folder is None:
            self._waiting.append(wish)
        return self._folder is None

    def _cases(self) -> CaseFolder:
        if self._folder is None:
            msg = "the engine is not loaded yet"
            raise RuntimeError(msg)
        return self._folder


def _nothing(_result: object) -> None:
    """There is nothing more to do."""
