# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a case comes to: keeps the Summary page in step with the open case, and saves pictures."""

from PySide6.QtCore import QObject, Signal

from wizard.engine.walk import Walk
from wizard.ui.jobs import Jobs
from wizard.ui.main_window import MainWindow
from wizard.ui.open_case import OpenCase
from wizard.ui.preferences import Preferences
from wizard.ui.summary.page import SummaryPage


class Results(QObject):
    """Shows the case as it is answered now, a choice that Next has not confirmed yet included."""

    about_to_show = Signal()
    """What is half written is to be kept now."""
    question_requested = Signal()
    """The open case stands at the question that is to be shown."""

    def __init__(
        self,
        window: MainWindow,
        page: SummaryPage,
        case: OpenCase,
        preferences: Preferences,
        jobs: Jobs,
        language: str,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._case = case
        self._preferences = preferences
        self._jobs = jobs
        self._language = language
        page.go_to_fact_requested.connect(self.answer_open_fact)
        page.step_marked.connect(case.mark_step)
        page.signed_off.connect(self.sign_off)
        page.picture_requested.connect(self.save_picture)
        case.walk_changed.connect(self._take_walk)
        case.closed.connect(page.clear)

    def show(self) -> None:
        """Show what the case comes to."""
        self.about_to_show.emit()
        self._page.show_walk(self._case.walk_now(), self._case.case)

    def answer_open_fact(self, fact: str) -> None:
        """Go to the question of an open fact."""
        steps = self._case.walk_now().trail
        key = next((step.key for step in steps if step.fact == fact and step.how == "unsure"), None)
        if key is not None:
            self._case.go_to(key)
            self.question_requested.emit()

    def sign_off(self, by: str) -> None:
        """Keep a supervising attorney's sign-off and show it."""
        self._case.sign_off(by)
        self.show()

    def save_picture(self) -> None:
        """Ask how the picture of the open case is to be, and save it."""
        if not self._case.is_open:
            return
        from wizard.ui.summary.export_dialog import ExportDialog  # noqa: PLC0415 it loads all that draws paper

        self.about_to_show.emit()
        settings = self._preferences.settings
        made, case = self._case.walk_now(), self._case.case
        dialog = ExportDialog(made, case, settings, self._jobs, self._language, self._window)
        dialog.settings_chosen.connect(self._preferences.keep_picture)
        dialog.exec()
        dialog.deleteLater()

    def _take_walk(self, made: Walk) -> None:
        """Follow the case while the page is on the screen; off it, it would only cost time."""
        if self._page.isVisible():
            self._page.show_walk(made, self._case.case)
