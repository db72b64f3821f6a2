# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deadlines: the days left large, the safe date, what else a court might count small; passed ones first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.chart.fonts import BOLD
from wizard.export.deadline_words import ToldDeadline
from wizard.ui.summary.rows import Citations, clear, explained, plain
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import HLine

translate = QCoreApplication.translate

_FIGURE_COLUMN = 68
_TONES = {"passed": "error", "urgent": "error", "usual": "arguable", "none": "ink"}


class DeadlineRow(QWidget):
    """One deadline; why its dates differ, and what would move them, folds under it."""

    def __init__(self, told: ToldDeadline, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = told
        self._terms = terms
        self._tone = _TONES[told.pressure]
        self._figures = QWidget()
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(0)
        self._figure: Label | None = None
        if told.figure is None:
            figures.addWidget(Icon("calendar", 24, "ink2"))
        else:
            self._figure = Label(str(told.figure), "page-title", self._tone, wrap=False)
            figures.addWidget(self._figure)
            figures.addWidget(Label(told.unit, "meta", self._tone if self._tone == "error" else "ink2", wrap=False))
        figures.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        date = f"{told.role} {told.on}" if told.role else told.on
        self.date_label = Label(date, "choice", self._tone if told.role else "ink2")
        words.addWidget(self.date_label)
        words.addWidget(plain(told.title))
        if told.still:
            words.addWidget(plain(told.still, "meta", "error"))
        if told.practice:
            words.addWidget(plain(translate("Summary", "Good practice, not law"), "meta", "ink2"))
        for line in told.also:
            words.addWidget(plain(line, "meta", "ink2"))
        self.why_button = Button(translate("Summary", "Why, and what would move it"), "link", "chevron-down", size=14)
        self.why_button.setCheckable(True)
        self.why_button.setAccessibleName(translate("Summary", "Why: {deadline}").format(deadline=told.title))
        self.why_button.toggled.connect(self._turn)
        words.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.reasons = self._reasons()
        self.reasons.hide()
        words.addWidget(self.reasons)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._figures)
        self._row.addLayout(words, 1)
        self.setAccessibleName(", ".join(part for part in (told.title, date, told.left, *told.also) if part))
        follow(self._take_over)

    def _reasons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().sp(6))
        if self.told.why:
            column.addWidget(explained(self._terms.desk(self.told.why), "meta"))
        if self.told.moves:
            column.addWidget(Label(translate("Summary", "What would move it"), "small"))
            column.addWidget(explained(self._terms.desk(self.told.moves), "meta"))
        if self.told.citations:
            column.addWidget(Citations(self.told.citations))
        return holder

    def _turn(self, opened: bool) -> None:
        self.reasons.setVisible(opened)

    def _take_over(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.sp(6), 0, theme.sp(4))
        self._row.setSpacing(theme.sp(10))
        if self._figure is not None:
            self._figure.setFont(theme.font(24, BOLD))
        wide = max(theme.px(_FIGURE_COLUMN), self._figures.minimumSizeHint().width())
        self._figures.setFixedWidth(wide)


class DeadlinesCard(Card):
    """All deadlines that the findings bring in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Deadlines"), "calendar-clock", parent)
        self.setAccessibleName(self.tr("Deadlines"))
        self.rows: list[DeadlineRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._none = Label(self.tr("No deadline runs on what is known."), "card", "ink2")
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)

    def show_deadlines(self, deadlines: Sequence[ToldDeadline], terms: Terms) -> None:
        """Show these deadlines in this order."""
        clear(self._list)
        self.rows = []
        for number, told in enumerate(deadlines):
            if number:
                self._list.addWidget(HLine())
            row = DeadlineRow(told, terms)
            self.rows.append(row)
            self._list.addWidget(row)
        self._none.setVisible(not deadlines)
