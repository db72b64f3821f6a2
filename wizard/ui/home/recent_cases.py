# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases that were open last."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.storage.case_list import ListedCase
from wizard.ui.home.tree_card import short_date
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.card import CardButton
from wizard.ui.widgets.chip import deadline_tone
from wizard.ui.widgets.empty_state import EmptyState
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import HLine


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecentCases", words)


def when(moment: datetime, today: date) -> str:
    """Return when something was done: “Today 10:42”, “18 Nov”, “18 Nov 2025”."""
    local = moment.astimezone()
    day = local.date()
    clock = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if day == today:
        return _tr("Today {time}").format(time=clock)
    if (today - day).days == 1:
        return _tr("Yesterday")
    if day.year == today.year:
        return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
    return short_date(day)


class Standing(NamedTuple):
    """Where a case stands: an icon with its colour, a few words, and the days left to the next deadline."""

    icon: str
    colour: str
    words: str
    days_left: int | None = None


def days_words(days: int) -> str:
    """Return “80 days to deadline”."""
    if days < 0:
        return _tr("A deadline has passed")
    if days == 0:
        return _tr("Deadline today")
    return _tr("1 day to deadline") if days == 1 else _tr("{days} days to deadline").format(days=days)


class StandingLine(QWidget):
    """Where a case stands, and at the right the days that are left."""

    def __init__(self, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon(standing.icon, 17, standing.colour, 2.3), 0, Qt.AlignmentFlag.AlignVCenter)
        tone = standing.colour if standing.colour == "arguable" else "ink"
        self._row.addWidget(Label(standing.words, "label", tone), 1)
        if standing.days_left is not None:
            tone = deadline_tone(standing.days_left)
            self._row.addWidget(Icon("calendar-clock", 17, tone), 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(Label(days_words(standing.days_left), "small", tone, wrap=False))
        follow(self._space)

    def _space(self) -> None:
        self._row.setSpacing(current().sp(7))


class CaseRow(CardButton):
    """One case of the list."""

    def __init__(self, case: ListedCase, tree: str, today: date, parent: QWidget | None = None) -> None:
        name = _tr("Case {number}").format(number=case.number)
        self._name = f"{name}, {tree}, {when(case.changed_at, today)}"
        super().__init__(self._name, edge=False, parent=parent)
        self.case = case
        self._standing: StandingLine | None = None
        head = QHBoxLayout()
        head.addWidget(Label(name, "label"), 1)
        head.addWidget(Label(when(case.changed_at, today), "meta", "ink2", wrap=False))
        self.body.addLayout(head)
        if case.title:
            self.body.addWidget(Label(case.title, "card"))
        if case.problem is None:
            self.body.addWidget(Label(tree, "card", "ink2"))
        else:
            damaged = QHBoxLayout()
            damaged.addWidget(Icon("octagon-x", 18, "error"), 0, Qt.AlignmentFlag.AlignTop)
            damaged.addWidget(Label(str(case.problem), "card", "error"), 1)
            self.body.addLayout(damaged)
        self.body.setSpacing(2)
        follow(self._take_sizes)

    def show_standing(self, standing: Standing) -> None:
        """Say where the case stands."""
        if self._standing is not None:
            self.body.removeWidget(self._standing)
            self._standing.deleteLater()
        self._standing = StandingLine(standing)
        self.body.addWidget(self._standing)
        parts = [self._name, standing.words]
        if standing.days_left is not None:
            parts.append(days_words(standing.days_left))
        self.setAccessibleName(", ".join(parts))

    def _take_sizes(self) -> None:
        theme = current()
        self.body.setContentsMargins(theme.sp(6), theme.sp(9), theme.sp(6), theme.sp(9))

    def matches(self, words: str) -> bool:
        """Return whether the case is found by these words."""
        return words.casefold() in f"{self.case.number} {self.case.title} {self.accessibleName()}".casefold()


class RecentCases(QFrame):
    """The list, and the way to a case file from elsewhere."""

    open_requested = Signal(object)
    """The path of the case chosen."""
    open_file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.rows: list[CaseRow] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(self.tr("Recent cases"), "section"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        inside.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._column.addWidget(scroll, 1)
        self.open_file = Button(self.tr("Open a case file"), icon="folder-open")
        self.open_file.clicked.connect(self.open_file_requested)
        self._column.addWidget(self.open_file)
        self._empty = EmptyState(
            "folder-open",
            self.tr("No cases yet"),
            self.tr("Start with the tree that fits what happened. Each answer is saved on this computer."),
        )
        self._nothing = Label(self.tr("No recent case matches"), "card", "ink2")
        follow(self._take_over)

    def show_cases(self, cases: Sequence[ListedCase], trees: Mapping[str, str], today: date) -> None:
        """Show these cases; `trees` are the titles of trees by id."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in (self._empty, self._nothing):
                # Until the event loop comes to it, the old row would still be seen.
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for case in cases:
            row = CaseRow(case, trees.get(case.tree, case.tree), today)
            row.clicked.connect(self._open)
            self.rows.append(row)
            self._list.addWidget(row)
            line = HLine()
            self._list.addWidget(line)
        self._list.addWidget(self._nothing)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self._empty.setVisible(not cases)
        self._nothing.hide()

    def show_standings(self, standings: Mapping[Path, Standing]) -> None:
        """Say where cases stand, by their files."""
        for row in self.rows:
            if row.case.path in standings:
                row.show_standing(standings[row.case.path])

    def search(self, words: str) -> int:
        """Show only the cases that words find; return how many they are."""
        found = 0
        for row in self.rows:
            fits = not words or row.matches(words)
            row.setVisible(fits)
            found += fits
        self._nothing.setVisible(bool(self.rows) and not found)
        return found

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, CaseRow):
            self.open_requested.emit(row.case.path)

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(24), theme.sp(24), theme.sp(20), theme.sp(14))
        self._column.setSpacing(theme.sp(10))
