# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person does: it finds what is on the screen, clicks it and types."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from wizard.model.case import Case
from wizard.paths import user_folders
from wizard.storage.cases import CaseFolder
from wizard.ui.open_case import OpenCase
from wizard.ui.program import Program
from wizard.ui.theme import Scheme, appearance
from wizard.ui.walk.page import WalkPage
from wizard.ui.widgets.choice_button import ChoiceButton

Key = Qt.Key
Kind = TypeVar("Kind", bound=QWidget)


class Driver:
    """One program over one user's folder; `end` and `start` again are a restart."""

    def __init__(self, qtbot: QtBot, bundled: Path, home: Path) -> None:
        self.qtbot = qtbot
        self.bundled = bundled
        self.folders = user_folders(home)
        self.program: Program | None = None

    def start(self, size: tuple[int, int] = (1366, 768)) -> None:
        """Start the program and wait until the engine is loaded."""
        self.program = Program(self.folders, "en", self.bundled)
        # A banner that is still opening cannot be clicked.
        appearance().set_no_motion(True)
        self.program.window.resize(*size)
        self.program.start()
        self.qtbot.waitUntil(lambda: self._program().walk_page is not None)

    def end(self) -> None:
        """Close the program as its window does, and leave nothing behind."""
        program = self.program
        if program is None:
            return
        program.window.close()
        self.qtbot.waitUntil(lambda: not program.window.isVisible())
        program.end()
        self.program = None
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        look = appearance()
        look.set_scheme(Scheme.SYSTEM)
        look.set_text_size(100)
        look.set_no_motion(False)

    # What is there

    def _program(self) -> Program:
        assert self.program is not None
        return self.program

    @property
    def window(self) -> QWidget:
        """The window."""
        return self._program().window

    @property
    def page(self) -> WalkPage:
        """The Walk page."""
        page = self._program().walk_page
        assert page is not None
        return page

    @property
    def open_case(self) -> OpenCase:
        """The open case."""
        case = self._program().open_case
        assert case is not None
        return case

    @property
    def question(self) -> str:
        """The question on the screen."""
        return self.page.column.card.ask.text()

    def trail(self) -> list[tuple[str, str]]:
        """The rows of the trail: short name and words."""
        return [(row.lead, row.words) for row in self.page.trail.list.rows]

    def parked(self) -> list[tuple[str, str]]:
        """The rows of the answers not used now."""
        return [(row.lead, row.words) for row in self.page.trail.parked.rows]

    def board(self) -> list[tuple[str, str]]:
        """The lines of the claims board: title and status."""
        return [(tile.line.title, tile.line.status) for tile in self.page.board.tiles]

    def choice(self, words: str) -> ChoiceButton:
        """The choice with these words."""
        return self.find(ChoiceButton, lambda one: one.text() == words)

    def find(self, kind: type[Kind], test: Callable[[Kind], bool]) -> Kind:
        """The one visible widget of a kind that passes a test."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible() and test(one)]
        assert len(found) == 1, f"{len(found)} of {kind.__name__}"
        return found[0]

    def says(self, words: str) -> bool:
        """Whether a label on the screen holds these words."""
        return any(words in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def on_disk(self) -> list[Case]:
        """The cases on disk, read anew."""
        folder = CaseFolder(self.folders.cases)
        return [folder.load(listed.path) for listed in folder.list_recent()]

    # What a person does

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def press(self, *keys: Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, or type text, where the keyboard is."""
        single: list[Key | str] = []
        for key in keys:
            single += list(key) if isinstance(key, str) else [key]
        for key in single:
            # A key may move the keyboard, so each goes to where it is then.
            where = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(where, key, modifier)
            else:
                QTest.keyClick(where, key, modifier)

    def start_case(self, card: int = 0) -> None:
        """Start a case with the tree of a card."""
        self.click(self._program().home.cards[card].start)
        self.qtbot.waitUntil(lambda: self.open_case.is_open and self.page.isVisible())
        self.wait_saved()

    def wait_saved(self) -> None:
        """Wait until all is on disk."""
        self.qtbot.waitUntil(lambda: self.open_case.is_saved)

    def next(self) -> None:
        """Click Next and wait for the next question."""
        before = self.open_case.at
        self.click(self.page.column.footer.next)
        self.qtbot.waitUntil(lambda: self.open_case.at != before)

    def choose(self, words: str) -> None:
        """Click a choice, then Next."""
        self.click(self.choice(words))
        self.next()
