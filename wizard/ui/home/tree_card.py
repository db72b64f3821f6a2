# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a tree that may be started."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.storage.headers import CollectionHeader, ListedTree
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.chip import Chip
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

LEAST_WIDTH = 330
LEAST_HEIGHT = 140
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def short_date(day: date) -> str:
    """Return a date as “3 Nov 2026” in the language of the program."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def words_of(text: object) -> str:
    """Return the words of a text by language code in the language of the program, or in English."""
    if not isinstance(text, dict):
        return ""
    language = QLocale().name().partition("_")[0]
    return str(text.get(language) or text.get("en") or "")


class TreeCard(Card):
    """A tree: title, jurisdiction, when its law was checked, and what one may do with it."""

    start_requested = Signal()
    read_requested = Signal()
    arrow_pressed = Signal(int)
    """The arrow key pressed on one of its buttons."""

    def __init__(self, header: CollectionHeader, tree: ListedTree, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tree = tree
        self.header = header
        title = words_of(dict(tree.title))
        self._title = Label(title, "section")
        self._place = Label(words_of(dict(tree.jurisdiction)), "card", "ink2")
        self.start = Button(self.tr("Start a case"), "soft")
        self.start.setAccessibleName(self.tr("Start a case: {title}").format(title=title))
        self.read = Button(self.tr("Read"), "quiet")
        self.read.setAccessibleName(self.tr("Read: {title}").format(title=title))
        version = Label(self.tr("Version {version}").format(version=header.version), "meta", "ink2", wrap=False)
        self._checked = self._law_check(today)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.start)
        self._foot.addWidget(self.read)
        self._foot.addStretch(1)
        self._foot.addWidget(version)
        self.body.addWidget(self._title)
        self.body.addWidget(self._place)
        if tree.about is not None:
            self.body.addWidget(Label(words_of(dict(tree.about)), "card"))
        self.body.addLayout(self._checked)
        self.body.addStretch(1)
        self.body.addLayout(self._foot)
        self.start.clicked.connect(self.start_requested)
        self.read.clicked.connect(self.read_requested)
        # A button is pressed by Enter only so.
        self.start.setAutoDefault(True)
        self.read.setAutoDefault(True)
        # Buttons take arrow keys for themselves before a page sees them.
        self.start.installEventFilter(self)
        self.read.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._take_sizes)

    def matches(self, words: str) -> bool:
        """Return whether the card is found by these words, in any language it has."""
        tree = self.tree
        about = dict(tree.about) if tree.about else {}
        texts = (*tree.title.values(), *tree.jurisdiction.values(), *about.values(), *self.header.title.values())
        return words.casefold() in " ".join(texts).casefold()

    def _law_check(self, today: date) -> QHBoxLayout:
        row = QHBoxLayout()
        due, checked = self.header.next_check_due, self.header.law_checked_on
        if due is not None and due < today:
            days = (today - due).days
            words = self.tr("Law check overdue by %n days", "", days)
            row.addWidget(Chip(words, "triangle-alert", "arguable"))
        elif checked is not None:
            row.addWidget(Icon("shield-check", 18, "available"))
            row.addWidget(Label(self.tr("Law checked {day}").format(day=short_date(checked)), "card", wrap=False))
        row.addStretch(1)
        return row

    def _take_sizes(self) -> None:
        theme = current()
        self.body.setSpacing(theme.sp(6))
        self._checked.setSpacing(theme.sp(6))
        self._foot.setSpacing(theme.sp(4))
        self.setMinimumWidth(0)
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self.arrow_pressed.emit(event.key())
            return True
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(current().px(LEAST_WIDTH), max(hint.height(), current().px(LEAST_HEIGHT)))


class DamagedCard(Card):
    """A collection that cannot be read: one sentence says why and what mends it."""

    def __init__(self, header: CollectionHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        row = QHBoxLayout()
        words = QVBoxLayout()
        row.addWidget(Icon("octagon-x", 22, "error"))
        row.addLayout(words, 1)
        words.addWidget(Label(self.tr("“{name}” cannot be read").format(name=header.id), "label", "error"))
        words.addWidget(Label(header.problem or "", "card"))
        self.body.addLayout(row)
        self.body.addStretch(1)
