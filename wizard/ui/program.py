# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program: builds everything once and connects it; the only place that does.

Home paints before the model and the engine are imported: a job imports them after the first paint.
"""

from __future__ import annotations

import importlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from wizard.paths import UserFolders, trees_dir
from wizard.storage.case_list import CASE_SUFFIX, list_cases
from wizard.storage.errors import DamagedCaseError, FileError
from wizard.storage.settings import Settings, read_settings, write_settings
from wizard.storage.window_state import WindowState, read_window_state, write_window_state
from wizard.ui.dialogs import KeysDialog, Notice, about
from wizard.ui.header import CaseTitle, NextDeadline, deadline_words
from wizard.ui.home.page import HomePage
from wizard.ui.jobs import Jobs, Task
from wizard.ui.keys import keys_of
from wizard.ui.library import Library, OpenedTree
from wizard.ui.main_window import MainWindow
from wizard.ui.theme import appearance

if TYPE_CHECKING:
    from wizard.engine.walk import Walk
    from wizard.model.case import Case
    from wizard.storage.cases import CaseFolder
    from wizard.ui.open_case import OpenCase
    from wizard.ui.walk.page import WalkPage

HOME, WALK, SUMMARY = "home", "walk", "summary"
_ENGINE = ("wizard.engine.walk", "wizard.engine.whatif", "wizard.storage.cases", "wizard.storage.collections")
_RECENT = 20
_LIBRARY_LANE = "library"


class Program(QObject):
    """Holds what there is one of, and takes the wishes of the pages to whom they concern."""

    def __init__(self, folders: UserFolders, language: str) -> None:
        super().__init__()
        self._folders = folders
        self._language = language
        self._settings = read_settings(folders.settings).settings
        self._state = read_window_state(folders.state)
        self.jobs = Jobs(self)
        self.library = Library(trees_dir(), folders.collections)
        self.window = MainWindow()
        self.home = HomePage(date.today())
        self.window.add_page(self.home, HOME)
        self.open_case: OpenCase | None = None
        self.walk_page: WalkPage | None = None
        self._cases: CaseFolder | None = None
        self._waiting: list[Callable[[], None]] = []
        self._painted = False
        self._connect()
        self._show_settings()

    def _connect(self) -> None:
        window, home = self.window, self.home
        home.start_requested.connect(self.start_case)
        home.open_case_requested.connect(self.open_file)
        home.open_file_requested.connect(self.choose_file)
        window.home_requested.connect(self.go_home)
        window.new_requested.connect(self.offer_trees)
        window.open_file_requested.connect(self.choose_file)
        window.close_case_requested.connect(self.go_home)
        window.search_requested.connect(self.search)
        window.save_copy_requested.connect(self.save_copy)
        window.questions_requested.connect(self.show_questions)
        window.summary_requested.connect(self.show_summary)
        window.header.action_requested.connect(self.act)
        window.header.deadlines_requested.connect(self.show_summary)
        window.client_language_chosen.connect(self.speak_to_client)
        window.digits_chosen.connect(self.let_digits_choose)
        window.look_changed.connect(self.keep_look)
        window.keys_requested.connect(self.show_keys)
        window.about_requested.connect(self.show_about)
        window.close_requested.connect(self.close)

    # From start to end

    def start(self, stopped_by: str = "") -> None:
        """Show the window with Home; the rest follows the first paint."""
        self.home.show_collections(self.library.headers())
        self._show_recent()
        self.window.place(self._state.geometry)
        self.window.installEventFilter(self)
        self.window.show()
        if stopped_by:
            QTimer.singleShot(0, self, lambda: self._say_stopped(stopped_by))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to load the engine once the window has been painted."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._load_engine)
        return False

    def _load_engine(self) -> None:
        def load(_task: Task) -> None:
            for name in _ENGINE:
                importlib.import_module(name)

        self.jobs.run(load, self._has_loaded, lane=_LIBRARY_LANE)

    def _has_loaded(self, _result: None) -> None:
        from wizard.storage.cases import CaseFolder  # noqa: PLC0415 see the head of this file
        from wizard.ui.open_case import OpenCase  # noqa: PLC0415
        from wizard.ui.walk.page import WalkPage  # noqa: PLC0415

        self._cases = CaseFolder(self._folders.cases)
        try:
            self._cases.prepare()
        except FileError as error:
            self._say_error(error)
        case = self.open_case = OpenCase(self.jobs, self._cases, self)
        page = self.walk_page = WalkPage(case, self.jobs, self._language)
        self.window.add_page(page, WALK)
        page.set_digits_choose(self._settings.digits_choose)
        page.summary_requested.connect(self.show_summary)
        page.home_requested.connect(self.go_home)
        page.save_elsewhere_requested.connect(self.save_elsewhere)
        page.crowded_changed.connect(self._show_crowded)
        case.opened.connect(self._has_opened)
        case.walk_changed.connect(self._show_deadline)
        case.saving.connect(self.window.header.show_saving)
        case.saved.connect(self.window.header.show_saved)
        case.save_failed.connect(self._show_not_saved)
        case.closed.connect(self._has_closed)
        self._add_walk_actions(page)
        if self._state.case is not None and self._state.case.exists():
            self.open_file(self._state.case)
        for wish in self._waiting:
            wish()
        self._waiting.clear()

    def _add_walk_actions(self, page: WalkPage) -> None:
        add = self.window.add_page_action
        add(WALK, self.tr("&Back"), page.back, "Alt+Left")
        add(WALK, self.tr("&Why we ask"), page.turn_why, "Alt+W")
        add(WALK, self.tr("&Note for the attorney"), page.write_note, "Alt+O")
        add(WALK, self.tr("&Copy the citations of this question"), page.copy_citations, "Ctrl+Shift+C")
        add(WALK, self.tr("&Follow the current step"), page.chart.toggle_follow, "Ctrl+Shift+F")
        add(WALK, self.tr("Go to the &first question"), self._go_to_first, "Alt+Home")
        add(WALK, self.tr("Question"), self._region_question, "Ctrl+1", listed=False)
        add(WALK, self.tr("Chart"), self._region_chart, "Ctrl+2", listed=False)
        add(WALK, self.tr("Trail"), self._region_trail, "Ctrl+3", listed=False)
        add(WALK, self.tr("Claims"), self._region_claims, "Ctrl+4", listed=False)
        self.window.end_page_actions()

    def close(self) -> None:
        """Close the window once the last answer is on disk, or the user lets it go."""
        self._keep_state()
        if self._let_case_go():
            self.window.allow_close()

    def end(self) -> None:
        """Wait for the last job."""
        self.jobs.finish()

    def rescue(self) -> None:
        """Save what is not on disk yet, here and now: some part of the program has met a fault."""
        if self.open_case is not None:
            self.open_case.rescue()

    # Home

    def go_home(self) -> None:
        """Close the case and show Home."""
        if self._let_case_go():
            self.window.show_page(HOME)
            self.window.header.show_home()
            self._show_recent()
            self._keep_state()

    def offer_trees(self) -> None:
        """Show Home with the keyboard on the first tree."""
        self.go_home()
        if self.window.page == HOME:
            self.home.focus_first_card()

    def search(self) -> None:
        """Go to the search field of Home."""
        self.go_home()
        if self.window.page == HOME:
            self.home.focus_search()

    def _show_recent(self) -> None:
        try:
            self.home.show_cases(list_cases(self._folders.cases, _RECENT))
        except FileError as error:
            self._say_error(error)

    # Cases

    def start_case(self, folder: Path, tree: str) -> None:
        """Begin a case with a tree."""
        if self._wait_for_engine(lambda: self.start_case(folder, tree)):
            return
        self.jobs.run(
            lambda _task: self._new_case(folder, tree),
            self._begin,
            self._say_error,
            failures=(FileError,),
            lane=_LIBRARY_LANE,
        )

    def _new_case(self, folder: Path, tree: str) -> tuple[Case, OpenedTree]:
        """Read the tree and make a case of it; runs in a job."""
        from wizard.engine.answering import new_case  # noqa: PLC0415 see the head of this file

        opened = self.library.open(folder, tree)
        now = datetime.now().astimezone()
        number = self._case_folder().new_number(now.year)
        language = self._settings.client_language
        if language not in opened.graph.collection.manifest.languages:
            language = None
        case = new_case(number, uuid.uuid4(), opened.ref, tree, now, client_language=language)
        return case, opened

    def _begin(self, begun: tuple[Case, OpenedTree]) -> None:
        case, opened = begun
        if self.open_case is not None and self._let_case_go():
            self.open_case.start(case, opened.graph)

    def open_file(self, path: Path) -> None:
        """Open a case."""
        if self._wait_for_engine(lambda: self.open_file(path)):
            return

        def load(_task: Task) -> tuple[Case, OpenedTree, Path]:
            case = self._case_folder().load(path)
            return case, self.library.open(self.library.folder_of(case.collection.id), case.tree), path

        self.jobs.run(load, self._continue, self._say_not_opened, failures=(FileError,), lane=_LIBRARY_LANE)

    def _continue(self, loaded: tuple[Case, OpenedTree, Path]) -> None:
        case, opened, path = loaded
        if self.open_case is not None and self._let_case_go():
            self.open_case.open(case, opened.graph, path)

    def choose_file(self) -> None:
        """Let the user choose a case file and open it."""
        pattern = self.tr("Cases (*{suffix})").format(suffix=CASE_SUFFIX)
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Open a case file"), str(self._folders.cases), pattern
        )
        if name:
            self.open_file(Path(name))

    def save_elsewhere(self) -> None:
        """Let the user choose another file for the open case, which is kept there from now on."""
        file = self._choose_target()
        if file is not None and self.open_case is not None:
            self.open_case.save_elsewhere(file)

    def save_copy(self) -> None:
        """Write a copy of the open case where the user wants it; the case stays where it is."""
        file = self._choose_target()
        if file is None or self.open_case is None:
            return
        case = self.open_case.case
        self.jobs.run(
            lambda _task: self._case_folder().save(case, file), _nothing, self._say_error, failures=(FileError,)
        )

    def _choose_target(self) -> Path | None:
        if self.open_case is None or not self.open_case.is_open:
            return None
        name = f"{self.open_case.case.number}{CASE_SUFFIX}"
        pattern = self.tr("Cases (*{suffix})").format(suffix=CASE_SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save elsewhere"), name, pattern)
        return Path(chosen) if chosen else None

    def _has_opened(self) -> None:
        case = self.open_case
        if case is None:
            return
        manifest = case.graph.collection.manifest
        header = next((tree for tree in manifest.trees if tree.id == case.graph.tree), None)
        title = case.graph.tree if header is None else header.title.within(self._language)
        checked = self.walk_page.law_checked if self.walk_page is not None else ""
        self.window.header.show_case(
            CaseTitle(self.tr("Case {number}").format(number=case.case.number), title, manifest.version, checked)
        )
        self.window.header.show_saved(case.case.changed_at.astimezone())
        self.window.set_case_open(True)
        self._show_languages(manifest.languages, case.case.client_language or "")
        self.show_questions()
        self._keep_state()

    def _has_closed(self) -> None:
        self.window.set_case_open(False)
        self.window.show_page(HOME)
        self.window.header.show_home()
        self._show_recent()

    def _let_case_go(self) -> bool:
        """Close the open case; where it cannot be saved, the user decides. Return whether none is open now."""
        case = self.open_case
        if case is None or not case.is_open:
            return True
        if self.walk_page is not None:
            self.walk_page.flush()
        while not case.close():
            title = self.tr("The last answer is not saved yet")
            text = str(case.failure or "")
            buttons = [self.tr("Save again"), self.tr("Close without it"), self.tr("Back to the case")]
            choice = Notice(title, text, buttons, icon="octagon-x", tone="error", parent=self.window).ask()
            if choice == len(buttons) - 1:
                return False
            if choice == 1:
                case.abandon()
                return True
            case.save_again()
        return True

    # Pages

    def show_questions(self) -> None:
        """Show the questions of the open case."""
        if self._has_case():
            self.window.show_page(WALK)
            self._show_action()
            if self.walk_page is not None:
                self.walk_page.show_region("question")

    def show_summary(self) -> None:
        """Show the summary of the open case."""

    def act(self) -> None:
        """Do what the action of the header offers."""
        if self.window.page == WALK:
            self.show_summary()
        else:
            self.show_questions()

    def _show_action(self) -> None:
        if self.window.page == WALK:
            self.window.header.set_action(self.tr("Summary"), "file-text")
        else:
            self.window.header.set_action(self.tr("Back to questions"), "arrow-left")

    def _show_crowded(self, crowded: bool) -> None:
        self.window.header.set_crowded(crowded)

    def _show_deadline(self, made: Walk) -> None:
        days = [
            one.days_left
            for one in made.deadlines
            if one.role == "last-day" and one.days_left is not None and not made.graph.index.rules[one.rule].practice
        ]
        count = sum(1 for one in made.deadlines if one.role == "last-day")
        deadline = NextDeadline(count, min(days, default=None))
        self.window.header.show_deadline(deadline)
        if self.walk_page is not None:
            self.walk_page.show_deadlines(deadline_words(deadline))

    def _show_not_saved(self, _error: Exception) -> None:
        self.window.header.show_not_saved()

    def _go_to_first(self) -> None:
        if self.open_case is not None and self.open_case.is_open:
            self.open_case.go_to_first()

    def _region_question(self) -> None:
        self._show_region("question")

    def _region_chart(self) -> None:
        self._show_region("chart")

    def _region_trail(self) -> None:
        self._show_region("trail")

    def _region_claims(self) -> None:
        self._show_region("claims")

    def _show_region(self, region: str) -> None:
        if self.walk_page is not None:
            self.walk_page.show_region(region)  # type: ignore[arg-type]

    # Settings

    def speak_to_client(self, code: str) -> None:
        """Show another client's language, in this case and in new ones."""
        self._keep(replace(self._settings, client_language=code or None))
        if self.open_case is not None and self.open_case.is_open:
            self.open_case.speak(code or None)

    def let_digits_choose(self, on: bool) -> None:
        """Let number keys choose answers, or not."""
        self._keep(replace(self._settings, digits_choose=on))
        if self.walk_page is not None:
            self.walk_page.set_digits_choose(on)

    def keep_look(self) -> None:
        """Remember text size, light or dark, and motion."""
        look = appearance()
        self._keep(
            replace(
                self._settings,
                theme=look.scheme.value,
                text_size=look.text_size,
                motion="none" if look.no_motion else "system",
            )
        )

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        folder = self._folders.settings
        self.jobs.run(
            lambda _task: write_settings(folder, settings),
            _nothing,
            self._say_error,
            failures=(FileError,),
            lane="settings",
        )

    def _show_settings(self) -> None:
        self.window.digits.setChecked(self._settings.digits_choose)
        self.window.show_look()

    def _show_languages(self, codes: tuple[str, ...], chosen: str) -> None:
        others = [code for code in codes if code != self._language]
        names = [(QLocale(code).nativeLanguageName().capitalize(), code) for code in others]
        self.window.show_languages([(self.tr("None"), ""), *names], chosen)

    def _keep_state(self) -> None:
        """Remember where the window is left."""
        file = self.open_case.file if self.open_case is not None and self.open_case.is_open else None
        page = "" if self.window.page == HOME else self.window.page
        state = WindowState(self.window.geometry_text(), page, file)
        folder = self._folders.state
        self.jobs.run(
            lambda _task: write_window_state(folder, state), _nothing, _nothing, failures=(FileError,), lane="settings"
        )

    # Words

    def show_keys(self) -> None:
        """Show the keys of the page that is shown."""
        KeysDialog(self.tr("Keys of this page"), keys_of(self.window.page), self.window).exec()

    def show_about(self) -> None:
        """Show what the program is."""
        about(self.window).ask()

    @Slot(str)
    def say_fault(self, text: str) -> None:
        """Tell that the program has met a fault."""
        title = self.tr("The program has met a fault")
        words = self.tr(
            "Every answer shown as saved is on disk. Go on, or close the program and open it again."
            " What happened is noted in {file}, without a word of the client’s."
        ).format(file=self._folders.logs)
        buttons = [self.tr("Go on"), self.tr("Close the program")]
        notice = Notice(title, words, buttons, details=text, icon="octagon-x", tone="error", parent=self.window)
        notice.chosen = 0
        if notice.ask() == 1:
            self.close()

    def _say_stopped(self, details: str) -> None:
        title = self.tr("The program was stopped by a fault last time")
        words = self.tr("Every answer that was shown as saved is on disk.")
        Notice(title, words, [self.tr("Go on")], details=details, icon="triangle-alert", parent=self.window).ask()

    def _say_error(self, error: Exception) -> None:
        title = self.tr("This cannot be done now")
        Notice(title, str(error), [self.tr("Close")], icon="octagon-x", tone="error", parent=self.window).ask()

    def _say_not_opened(self, error: Exception) -> None:
        """Say why a case cannot be opened, and offer the version before where that is whole."""
        title = self.tr("This case cannot be opened")
        if not isinstance(error, DamagedCaseError) or error.previous is None:
            buttons = [self.tr("Close")]
            Notice(title, str(error), buttons, icon="octagon-x", tone="error", parent=self.window).ask()
            return
        buttons = [self.tr("Open the previous version"), self.tr("Close")]
        if Notice(title, str(error), buttons, icon="octagon-x", tone="error", parent=self.window).ask() == 0:
            path = error.file
            self.jobs.run(
                lambda _task: self._case_folder().restore_previous(path),
                lambda _case: self.open_file(path),
                self._say_error,
                failures=(FileError,),
                lane=_LIBRARY_LANE,
            )

    # Bits

    def _wait_for_engine(self, wish: Callable[[], None]) -> bool:
        """Put a wish off while the engine is still loading; return whether it was."""
        if self.open_case is None:
            self._waiting.append(wish)
            return True
        return False

    def _has_case(self) -> bool:
        return self.open_case is not None and self.open_case.is_open

    def _case_folder(self) -> CaseFolder:
        if self._cases is None:
            msg = "the engine is not loaded yet"
            raise RuntimeError(msg)
        return self._cases


def _nothing(_result: object) -> None:
    """There is nothing more to do."""
