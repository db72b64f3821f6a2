# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program: builds everything once and connects it; the only place that does.

Home paints before the model and the engine are imported: a job imports them after the first paint.
"""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from typing_extensions import override

from wizard.paths import UserFolders, trees_dir
from wizard.storage.case_list import list_cases
from wizard.storage.errors import FileError
from wizard.storage.window_state import WindowState
from wizard.ui.case_desk import CaseDesk
from wizard.ui.header import CaseTitle, NextDeadline, deadline_words
from wizard.ui.home.page import HomePage
from wizard.ui.jobs import Jobs, Task
from wizard.ui.language import native_name
from wizard.ui.library import Library
from wizard.ui.main_window import MainWindow
from wizard.ui.preferences import Preferences

if TYPE_CHECKING:
    from wizard.engine.graph import TreeGraph
    from wizard.engine.walk import Walk
    from wizard.ui.library import OpenedTree
    from wizard.ui.open_case import OpenCase
    from wizard.ui.results import Results
    from wizard.ui.summary.page import SummaryPage
    from wizard.ui.walk.page import WalkPage
    from wizard.ui.walk.read_page import ReadPage

HOME, WALK, SUMMARY, READ = "home", "walk", "summary", "read"
#: Imported off the interface thread: none of these makes a class of Qt.
_ENGINE = (
    "wizard.engine.whatif",
    "wizard.storage.cases",
    "wizard.storage.collections",
    "wizard.chart.measuring",
    "wizard.chart.painter",
    "wizard.export.standing",
    "wizard.export.deadline_words",
)
_RECENT = 20


class Program(QObject):
    """Holds what there is one of, and takes the wishes of the pages to whom they concern."""

    def __init__(self, folders: UserFolders, language: str, bundled: Path | None = None) -> None:
        super().__init__()
        self._folders = folders
        self._language = language
        self.jobs = Jobs(self)
        self.preferences = Preferences(folders, self.jobs, self)
        self.preferences.put_on()
        self.library = Library(bundled or trees_dir(), folders.collections)
        self.window = MainWindow()
        self.home = HomePage(date.today())
        self.window.add_page(self.home, HOME)
        self.desk = CaseDesk(self.window, self.jobs, self.library, self.preferences, folders.cases)
        self.open_case: OpenCase | None = None
        self.walk_page: WalkPage | None = None
        self.summary_page: SummaryPage | None = None
        self.results: Results | None = None
        self.read_page: ReadPage | None = None
        self._read: tuple[Path, str] | None = None
        self._painted = False
        self._left: WindowState | None = self.preferences.left
        self._connect()
        self.window.digits.setChecked(self.preferences.settings.digits_choose)
        self.window.show_look()

    def _connect(self) -> None:
        window, home, desk = self.window, self.home, self.desk
        home.start_requested.connect(desk.start_case)
        home.read_requested.connect(self.read_tree)
        home.open_case_requested.connect(desk.open_file)
        home.open_file_requested.connect(desk.choose_file)
        window.open_file_requested.connect(desk.choose_file)
        window.save_copy_requested.connect(desk.save_copy)
        window.home_requested.connect(self.go_home)
        window.close_case_requested.connect(self.go_home)
        window.new_requested.connect(self.offer_trees)
        window.search_requested.connect(self.search)
        window.questions_requested.connect(self.show_questions)
        window.summary_requested.connect(self.show_summary)
        window.header.action_requested.connect(self.act)
        window.header.deadlines_requested.connect(self.show_summary)
        window.client_language_chosen.connect(self.speak_to_client)
        window.digits_chosen.connect(self.let_digits_choose)
        window.look_changed.connect(self.preferences.keep_look)
        window.keys_requested.connect(self.show_keys)
        window.about_requested.connect(self.show_about)
        window.close_requested.connect(self.close)
        self.preferences.failed.connect(desk.say_error)

    # From start to end

    def start(self, stopped_by: str = "") -> None:
        """Show the window with Home; the rest follows the first paint."""
        self.home.show_collections(self.library.headers())
        self._show_recent()
        self.window.place(self.preferences.left.geometry)
        self.window.installEventFilter(self)
        self.home.focus_first_card()
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

        self.jobs.run(load, self._has_loaded)

    def _has_loaded(self, _result: None) -> None:
        from wizard.storage.cases import CaseFolder  # noqa: PLC0415 see the head of this file
        from wizard.ui.open_case import OpenCase  # noqa: PLC0415
        from wizard.ui.summary.page import SummaryPage  # noqa: PLC0415
        from wizard.ui.walk.page import WalkPage  # noqa: PLC0415
        from wizard.ui.walk.read_page import ReadPage  # noqa: PLC0415

        folder = CaseFolder(self._folders.cases)
        try:
            folder.prepare()
        except FileError as error:
            self.desk.say_error(error)
        self.open_case = OpenCase(self.jobs, folder, self)
        self.walk_page = WalkPage(self.open_case, self.jobs, self._language)
        self.summary_page = SummaryPage(self.jobs, self._language)
        self.read_page = ReadPage(self.jobs, self._language)
        self.window.add_page(self.read_page, READ)
        self.read_page.start_requested.connect(self._start_read_tree)
        self._connect_walk(self.open_case, self.walk_page)
        self._connect_summary(self.open_case, self.summary_page)
        left = self.preferences.left.case
        if left is not None and left.exists() and not self.desk.is_wanted:
            self.desk.open_file(left)
        self.desk.take(self.open_case, folder)
        self._show_recent()

    def _connect_walk(self, case: OpenCase, page: WalkPage) -> None:
        self.window.add_page(page, WALK)
        page.set_digits_choose(self.preferences.settings.digits_choose)
        page.summary_requested.connect(self.show_summary)
        page.home_requested.connect(self.go_home)
        page.save_elsewhere_requested.connect(self.desk.save_elsewhere)
        page.crowded_changed.connect(self.window.header.set_crowded)
        self.desk.about_to_let_go.connect(page.flush)
        case.opened.connect(self._has_opened)
        case.walk_changed.connect(self._show_deadline)
        case.saving.connect(self.window.header.show_saving)
        case.saved.connect(self.window.header.show_saved)
        case.save_failed.connect(self._show_not_saved)
        case.closed.connect(self._has_closed)
        add = self.window.add_page_action
        add(WALK, self.tr("&Back"), page.back, "Alt+Left")
        add(WALK, self.tr("&Why we ask"), page.column.turn_why, "Alt+W")
        add((WALK, SUMMARY, READ), self.tr("&Terms on this page"), self.window.show_terms, "Alt+G")
        add(WALK, self.tr("&Note for the attorney"), page.column.write_note, "Alt+O")
        add(WALK, self.tr("&Copy the citations of this question"), page.column.copy_citations, "Ctrl+Shift+C")
        add(WALK, self.tr("&Follow the current step in the chart"), page.chart.toggle_follow, "Ctrl+Shift+F")
        add(WALK, self.tr("Go to the &first question"), case.go_to_first, "Alt+Home")
        add(WALK, self.tr("Question"), page.show_question_region, "Ctrl+1", listed=False)
        add(WALK, self.tr("Chart"), page.show_chart_region, "Ctrl+2", listed=False)
        add(WALK, self.tr("Trail"), page.show_trail_region, "Ctrl+3", listed=False)
        add(WALK, self.tr("Claims"), page.open_claims, "Ctrl+4", listed=False)
        self.window.end_page_actions()

    def _connect_summary(self, case: OpenCase, page: SummaryPage) -> None:
        from wizard.ui.results import Results  # noqa: PLC0415 see the head of this file

        self.window.add_page(page, SUMMARY)
        results = self.results = Results(self.window, page, case, self.preferences, self.jobs, self._language)
        results.about_to_show.connect(self._flush)
        results.question_requested.connect(self.show_questions)
        self.window.export_picture_requested.connect(results.save_picture)
        page.questions_requested.connect(self.show_questions)
        back = self.tr("Back to questions")
        self.window.add_page_action(SUMMARY, back, self.show_questions, "Alt+Left", listed=False)

    def close(self) -> None:
        """Close the window once the last answer is on disk, or the user lets it go."""
        self._keep_state()
        if self.desk.let_go():
            self.window.allow_close()

    def end(self) -> None:
        """Wait for the last job."""
        self.jobs.finish()

    def rescue(self) -> None:
        """Save what is not on disk yet, here and now: some part of the program has met a fault."""
        if self.open_case is not None:
            self.open_case.rescue()

    # Pages

    def go_home(self) -> None:
        """Close the case and show Home."""
        if self.desk.let_go():
            self._show_home()
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

    def read_tree(self, collection: Path, tree: str) -> None:
        """Show a tree to be read, without a case."""
        self._read = (collection, tree)
        self.desk.read_tree(collection, tree, self._show_tree)

    def _show_tree(self, opened: OpenedTree) -> None:
        page = self.read_page
        if page is None:
            return
        page.show_tree(opened.graph)
        self.window.header.show_reading(self._title_of(opened.graph, page.law_checked, ""))
        self.window.show_page(READ)
        page.focus_region("chart")

    def _start_read_tree(self) -> None:
        if self._read is not None:
            self.desk.start_case(*self._read)

    def show_questions(self) -> None:
        """Show the questions of the open case."""
        if self.desk.has_case and self.walk_page is not None:
            self.window.show_page(WALK)
            self.window.header.set_crowded(self.walk_page.mode == "tabs")
            self.window.header.set_action(self.tr("Summary"), "file-text")
            self.walk_page.show_region("question")
            self._keep_state()

    def show_summary(self) -> None:
        """Show the summary of the open case."""
        if self.desk.has_case and self.summary_page is not None and self.results is not None:
            self.window.show_page(SUMMARY)
            self.window.header.set_crowded(False)
            # The page has its own way back, beside the picture.
            self.window.header.set_action("", "")
            self.results.show()
            self.summary_page.focus_region(SUMMARY)
            self._keep_state()

    def _flush(self) -> None:
        if self.walk_page is not None:
            self.walk_page.flush()

    def act(self) -> None:
        """Do what the action of the header offers."""
        if self.window.page == WALK:
            self.show_summary()
        else:
            self.show_questions()

    def _show_home(self) -> None:
        if self.read_page is not None:
            self.read_page.clear()
        self.window.show_page(HOME)
        self.window.setWindowTitle(self.tr("Remedy Wizard"))
        self.window.header.show_home()
        self._show_recent()

    def _show_recent(self) -> None:
        try:
            listed = list_cases(self._folders.cases, _RECENT)
        except FileError as error:
            self.desk.say_error(error)
            return
        self.home.show_cases(listed)
        if self.open_case is not None:
            self.desk.work_out_standings(listed, self.home.recent.show_standings)

    # What the open case says

    def _has_opened(self) -> None:
        case, page = self.open_case, self.walk_page
        if case is None or page is None:
            return
        number = self.tr("Case {number}").format(number=case.case.number)
        self.window.header.show_case(self._title_of(case.graph, page.law_checked, number))
        self.window.setWindowTitle(number)
        self.window.header.show_saved(case.case.changed_at.astimezone())
        self.window.set_case_open(True)
        others = [code for code in case.graph.collection.manifest.languages if code != self._language]
        names = [(native_name(code), code) for code in others]
        self.window.show_languages([(self.tr("None"), ""), *names], case.case.client_language or "")
        left, self._left = self._left, None
        self.show_questions()
        if left is not None and left.page == SUMMARY and left.case == case.file:
            self.show_summary()

    def _title_of(self, graph: TreeGraph, law_checked: str, number: str) -> CaseTitle:
        manifest = graph.collection.manifest
        tree = next((one for one in manifest.trees if one.id == graph.tree), None)
        title = graph.tree if tree is None else tree.title.within(self._language)
        return CaseTitle(number, title, manifest.version, law_checked)

    def _has_closed(self) -> None:
        self.window.set_case_open(False)
        self._show_home()

    def _show_deadline(self, made: Walk) -> None:
        rules = made.graph.index.rules
        last_days = [one for one in made.deadlines if one.role == "last-day" and not rules[one.rule].practice]
        days = [one.days_left for one in last_days if one.days_left is not None and one.state != "past"]
        passed = sum(one.state == "past" for one in last_days)
        deadline = NextDeadline(len(last_days), min(days, default=None), passed)
        self.window.header.show_deadline(deadline)
        if self.walk_page is not None:
            self.walk_page.show_deadlines(deadline_words(deadline))

    def _show_not_saved(self, _error: Exception) -> None:
        self.window.header.show_not_saved()

    # Settings

    def speak_to_client(self, code: str) -> None:
        """Show another client's language, in this case and in new ones."""
        self.preferences.keep_client_language(code or None)
        if self.open_case is not None and self.open_case.is_open:
            self.open_case.speak(code or None)

    def let_digits_choose(self, on: bool) -> None:
        """Let number keys choose answers, or not."""
        self.preferences.keep_digits(on)
        if self.walk_page is not None:
            self.walk_page.set_digits_choose(on)

    def _keep_state(self) -> None:
        file = self.open_case.file if self.open_case is not None and self.open_case.is_open else None
        page = "" if self.window.page == HOME else self.window.page
        self.preferences.keep_window(self.window.geometry_text(), page, file)

    # Words

    def show_keys(self) -> None:
        """Show the keys of the page that is shown."""
        from wizard.ui.dialogs import KeysDialog  # noqa: PLC0415 see the head of this file
        from wizard.ui.keys import keys_of  # noqa: PLC0415

        dialog = KeysDialog(self.tr("Keys of this page"), keys_of(self.window.page), self.window)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Show what the program is."""
        from wizard.ui.dialogs import about  # noqa: PLC0415 see the head of this file

        about(self.window).ask()

    @Slot(str)
    def say_fault(self, text: str) -> None:
        """Tell that the program has met a fault."""
        from wizard.ui.dialogs import fault_notice  # noqa: PLC0415 see the head of this file

        if fault_notice(self._folders.logs, text, self.window).ask() == 0:
            self.close()

    def _say_stopped(self, details: str) -> None:
        from wizard.ui.dialogs import stopped_notice  # noqa: PLC0415 see the head of this file

        stopped_notice(details, self.window).ask()
