# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Home: the trees one may start, and the cases that were open last. Loads neither the model nor the engine."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.storage.case_list import ListedCase
from wizard.storage.headers import CollectionHeader
from wizard.ui.home.recent_cases import RecentCases
from wizard.ui.home.search_field import SearchField
from wizard.ui.home.tree_card import LEAST_WIDTH, DamagedCard, TreeCard, words_of
from wizard.ui.theme import current, follow
from wizard.ui.widgets.empty_state import EmptyState
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import VLine
from wizard.ui.widgets.tab_row import TabRow

RECENT_WIDTH = 424
#: Window width ÷ text scale below which the recent cases are a tab.
ONE_REGION = 940
TREES, CASES = 0, 1


class HomePage(QWidget):
    """The first page. It asks by signals, and is told what to show."""

    start_requested = Signal(object, str)
    """The folder of the collection and the id of the tree to start a case with."""
    read_requested = Signal(object, str)
    """The same, to read the tree."""
    open_case_requested = Signal(object)
    """The path of a case."""
    open_file_requested = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._titles: dict[str, str] = {}
        self.cards: list[TreeCard] = []
        self._all_cards: list[QWidget] = []
        self._columns = 0
        self._build()
        self.search.textChanged.connect(self._search)
        self.recent.open_requested.connect(self.open_case_requested)
        self.recent.open_file_requested.connect(self.open_file_requested)
        follow(self._take_over)

    def _build(self) -> None:
        self._tabs = TabRow()
        self._tabs.addTab(self.tr("Trees"))
        self._tabs.addTab(self.tr("Recent cases"))
        self._tabs.currentChanged.connect(self._reflow)
        self.search = SearchField(self.tr("Search trees and cases"))
        self._grid = QGridLayout()
        self._nothing = EmptyState("search-x", "", self.tr("Check the spelling, or search for a shorter word."))
        self._clear = self._nothing.add_action(self.tr("Clear search"))
        self._clear.clicked.connect(self.search.clear)
        self._legal = QHBoxLayout()
        self._legal.addWidget(Icon("info", 17, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        legal = self.tr("Legal information for people who work under a supervising attorney. It is not legal advice.")
        self._legal.addWidget(Label(legal, "meta", "ink2"), 1)
        inside = QWidget()
        # All but the legal line scrolls: in a low window with large text the head alone fills the page.
        cards = self._column = QVBoxLayout(inside)
        cards.addWidget(Label(self.tr("What happened?"), "page-title"))
        lead = self.tr("Choose the law that fits best. You can change answers later.")
        cards.addWidget(Label(lead, "lead", "ink2"))
        cards.addWidget(self.search)
        cards.addLayout(self._grid)
        cards.addWidget(self._nothing)
        cards.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(scroll, 1)
        left.addLayout(self._legal)
        self.recent = RecentCases()
        self._divider = VLine()
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._left, 1), (self._divider, 0), (self.recent, 0)):
            self._row.addWidget(widget, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tabs)
        whole.addLayout(self._row, 1)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_collections(self, headers: Sequence[CollectionHeader]) -> None:
        """Show a card for each tree that may be started, and one for each collection that cannot be read."""
        for card in self._all_cards:
            card.deleteLater()
        self.cards, self._all_cards = [], []
        for header in headers:
            if header.problem is not None:
                self._all_cards.append(DamagedCard(header, self))
                continue
            for tree in header.trees:
                self._titles[tree.id] = words_of(dict(tree.title))
                if tree.starts:
                    card = TreeCard(header, tree, self._today, self)
                    card.start_requested.connect(self._start)
                    card.read_requested.connect(self._read)
                    card.arrow_pressed.connect(self._move)
                    self.cards.append(card)
                    self._all_cards.append(card)
        self._search(self.search.text())
        self._reflow()

    def show_cases(self, cases: Sequence[ListedCase]) -> None:
        """Show the cases that were open last."""
        self.recent.show_cases(cases, self._titles, self._today)
        self._search(self.search.text())

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._tabs.setCurrentIndex(TREES)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self._scroll.ensureWidgetVisible(self.search)

    def focus_first_card(self) -> None:
        """Put the keyboard on the button that starts a case with the first tree."""
        self._tabs.setCurrentIndex(TREES)
        shown = [card for card in self.cards if not card.isHidden()]
        if shown:
            shown[0].start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def regions(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the regions that are shown now, in the order in which F6 visits them."""
        both: tuple[tuple[str, QWidget], ...] = (("trees", self._left), ("cases", self.recent))
        return tuple((name, widget) for name, widget in both if widget.isVisible())

    def focus_region(self, region: str) -> None:
        """Put the keyboard into a region."""
        if region == "trees":
            self.focus_first_card()
            return
        rows = [row for row in self.recent.rows if row.isVisible()]
        wanted: QWidget = rows[0] if rows else self.recent.open_file
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- slots --------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        card = self.sender()
        if isinstance(card, TreeCard):
            self.start_requested.emit(card.header.folder, card.tree.id)

    def _read(self) -> None:
        card = self.sender()
        if isinstance(card, TreeCard):
            self.read_requested.emit(card.header.folder, card.tree.id)

    def _search(self, words: str) -> None:
        words = words.strip()
        shown = [card for card in self._all_cards if not words or (isinstance(card, TreeCard) and card.matches(words))]
        cases = self.recent.search(words)
        for card in self._all_cards:
            card.setVisible(card in shown)
        nothing = bool(words) and not shown and not cases
        self._nothing.setVisible(nothing)
        if nothing:
            self._nothing.set_title(self.tr("Nothing matches “{words}”").format(words=words))
        self._fill_grid(shown)

    def _move(self, key: int) -> None:
        """Go from a card to its neighbour in the direction of an arrow key; the last one keeps the keyboard."""
        across = max(1, self._columns)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        cards = [card for card in self.cards if card.isVisible()]
        here = self.sender()
        if isinstance(here, TreeCard) and here in cards:
            there = cards.index(here) + steps[Qt.Key(key)]
            if 0 <= there < len(cards):
                cards[there].start.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(cards[there])

    # -- layout -------------------------------------------------------------------------------------------------------

    def _fill_grid(self, shown: Sequence[QWidget]) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        columns = max(1, self._columns)
        for at, card in enumerate(shown):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

    def _reflow(self) -> None:
        """Put the cards into as many columns as fit, and the recent cases beside them or on a tab."""
        theme = current()
        narrow = self.width() / theme.scale < ONE_REGION
        self._tabs.setVisible(narrow)
        on_cases = narrow and self._tabs.currentIndex() == CASES
        self._left.setVisible(not on_cases)
        self._divider.setVisible(not narrow)
        self.recent.setVisible(on_cases or not narrow)
        wide = theme.sp(RECENT_WIDTH)
        self.recent.setMinimumWidth(0 if narrow else wide)
        self.recent.setMaximumWidth(16_777_215 if narrow else wide)
        room = self.width() - (0 if narrow else wide) - theme.sp(60)
        columns = max(1, min(4, room // theme.px(LEAST_WIDTH)))
        if columns != self._columns:
            self._columns = columns
            self._search(self.search.text())

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(32), theme.sp(22), theme.sp(28), theme.sp(8))
        self._legal.setContentsMargins(theme.sp(32), theme.sp(6), theme.sp(28), theme.sp(12))
        self._column.setSpacing(theme.sp(8))
        self._grid.setSpacing(theme.sp(14))
        self._grid.setContentsMargins(0, theme.sp(8), 0, 0)
        self._legal.setSpacing(theme.sp(8))
        self._reflow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()
