# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: header, menus, pages. It asks by signals, and is told what to show."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.header import Header
from wizard.ui.theme import TEXT_SIZES, Scheme, appearance, follow
from wizard.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from wizard.ui.widgets.terms_panel import TermsPanel

SMALLEST = QSize(800, 560)
_AT_FIRST = QSize(1366, 768)


class MainWindow(QMainWindow):
    """One window for one case at a time."""

    home_requested = Signal()
    new_requested = Signal()
    open_file_requested = Signal()
    close_case_requested = Signal()
    save_copy_requested = Signal()
    summary_requested = Signal()
    questions_requested = Signal()
    export_picture_requested = Signal()
    search_requested = Signal()
    client_language_chosen = Signal(str)
    """The code of the language shown beside the question; empty for none."""
    digits_chosen = Signal(bool)
    look_changed = Signal()
    """Text size, light and dark or motion were chosen anew."""
    keys_requested = Signal()
    about_requested = Signal()
    close_requested = Signal()
    """The user wants to close the window; `allow_close` lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setMinimumSize(SMALLEST)
        self.resize(_AT_FIRST)
        self.setWindowTitle(self.tr("Remedy Wizard"))
        self._may_close = False
        self._menus = QMenuBar()
        self._menus.setNativeMenuBar(False)
        self.header = Header(self._menus)
        self.pages = QStackedWidget()
        self._case_actions: list[QAction] = []
        self._page_actions: list[tuple[QAction, tuple[str, ...]]] = []
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self._file_menu()
        self.case_menu = self._menus.addMenu(self.tr("&Case"))
        self._fill_case_menu()
        self._view_menu()
        self._help_menu()
        self._keys()
        self.header.home_requested.connect(self.home_requested)
        self.set_case_open(False)
        self._ring = FocusRing(self)
        follow(self._take_over)

    # Menus: each entry works wherever it can be chosen

    def _action(
        self, menu: QMenu, words: str, signal: Callable[[], None], keys: str = "", *, needs_case: bool = False
    ) -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split("; ")])
        action.triggered.connect(signal)
        menu.addAction(action)
        if needs_case:
            self._case_actions.append(action)
        return action

    def _file_menu(self) -> None:
        menu = self._menus.addMenu(self.tr("&File"))
        self._action(menu, self.tr("&New case"), self.new_requested.emit, "Ctrl+N")
        self._action(menu, self.tr("&Open a case file…"), self.open_file_requested.emit, "Ctrl+O")
        self._action(
            menu, self.tr("&Save a copy of this case…"), self.save_copy_requested.emit, "Ctrl+Shift+S", needs_case=True
        )
        self._action(menu, self.tr("&Export picture…"), self.export_picture_requested.emit, "Ctrl+E", needs_case=True)
        self._action(menu, self.tr("&Close case"), self.close_case_requested.emit, "Ctrl+W", needs_case=True)
        menu.addSeparator()
        self._action(menu, self.tr("&Home"), self.home_requested.emit, "Ctrl+Home")
        self._action(menu, self.tr("&Quit"), self.close_window, "Ctrl+Q")

    def _fill_case_menu(self) -> None:
        menu = self.case_menu
        self._action(menu, self.tr("&Questions"), self.questions_requested.emit, needs_case=True)
        self._action(menu, self.tr("&Summary"), self.summary_requested.emit, "Ctrl+Return; Ctrl+Enter", needs_case=True)
        menu.addSeparator()
        self._language_menu = menu.addMenu(self.tr("Client’s &language"))
        self._language_group = QActionGroup(self)
        self._language_group.triggered.connect(self._choose_language)

    def _view_menu(self) -> None:
        menu = self._menus.addMenu(self.tr("&View"))
        look = appearance()
        sizes = menu.addMenu(self.tr("&Text size"))
        self._action(sizes, self.tr("&Larger"), self._larger, "Ctrl++; Ctrl+=")
        self._action(sizes, self.tr("&Smaller"), self._smaller, "Ctrl+-")
        self._action(sizes, self.tr("&Normal"), self._normal_size, "Ctrl+0")
        sizes.addSeparator()
        self._sizes = self._choices(
            sizes, [(f"{size} %", str(size)) for size in TEXT_SIZES], str(look.text_size), self._choose_size
        )
        menu.addSeparator()
        schemes = [
            (self.tr("As the &system"), Scheme.SYSTEM.value),
            (self.tr("&Light"), Scheme.LIGHT.value),
            (self.tr("&Dark"), Scheme.DARK.value),
        ]
        self._schemes = self._choices(menu, schemes, look.scheme.value, self._choose_scheme)
        menu.addSeparator()
        self._still = self._action(menu, self.tr("No &motion"), self._choose_motion)
        self._still.setCheckable(True)
        self.digits = self._action(menu, self.tr("Number &keys choose answers"), self._choose_digits)
        self.digits.setCheckable(True)

    def _help_menu(self) -> None:
        menu = self._menus.addMenu(self.tr("&Help"))
        self._action(menu, self.tr("&Keys of this page"), self.keys_requested.emit, "F1")
        self._action(menu, self.tr("&About Remedy Wizard"), self.about_requested.emit)

    def _choices(
        self, menu: QMenu, entries: list[tuple[str, str]], chosen: str, slot: Callable[[QAction], None]
    ) -> QActionGroup:
        group = QActionGroup(self)
        for words, value in entries:
            action = QAction(words, self)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value == chosen)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(slot)
        return group

    def _keys(self) -> None:
        for keys, slot in (
            ("Ctrl+F", self.search_requested.emit),
            ("F6", self.next_region),
            ("Shift+F6", self.previous_region),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)

    # What it shows

    def add_page(self, page: QWidget, name: str) -> None:
        """Add a page under a name."""
        page.setObjectName(name)
        self.pages.addWidget(page)

    def add_page_action(
        self, pages: str | tuple[str, ...], words: str, slot: Callable[[], None], keys: str, *, listed: bool = True
    ) -> None:
        """Add an entry to the Case menu (or only its keys) that works while one of these pages is shown."""
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys.split("; ")])
        action.triggered.connect(slot)
        self.addAction(action)
        if listed:
            self.case_menu.insertAction(self._language_menu.menuAction(), action)
        names = (pages,) if isinstance(pages, str) else pages
        self._page_actions.append((action, names))
        action.setEnabled(self.page in names)

    def end_page_actions(self) -> None:
        """Part the entries of the pages from what follows them in the menu."""
        self.case_menu.insertSeparator(self._language_menu.menuAction())

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        shown = self.pages.currentWidget()
        return "" if shown is None else shown.objectName()

    def show_page(self, name: str) -> None:
        """Show the page of a name."""
        for number in range(self.pages.count()):
            page = self.pages.widget(number)
            if page is not None and page.objectName() == name:
                self.pages.setCurrentIndex(number)
        for action, names in self._page_actions:
            action.setEnabled(self.page in names)

    @cached_property
    def terms(self) -> TermsPanel:
        """The list of the terms on a page."""
        from wizard.ui.widgets.terms_panel import TermsPanel  # noqa: PLC0415 Home has no terms, and paints first

        return TermsPanel(self)

    def show_terms(self) -> None:
        """Show the terms on the page that is shown, or close their list."""
        page = self.pages.currentWidget()
        if page is not None:
            self.terms.turn(page)

    def set_case_open(self, is_open: bool) -> None:
        """Offer what needs a case, or not."""
        for action in self._case_actions:
            action.setEnabled(is_open)
        self._language_menu.setEnabled(is_open)

    def show_languages(self, languages: list[tuple[str, str]], chosen: str) -> None:
        """Offer the languages of a collection (name, code); the first is none."""
        self._language_menu.clear()
        for action in self._language_group.actions():
            self._language_group.removeAction(action)
        for words, code in languages:
            action = QAction(words, self._language_menu)
            action.setCheckable(True)
            action.setData(code)
            action.setChecked(code == chosen)
            self._language_group.addAction(action)
            self._language_menu.addAction(action)

    def show_look(self) -> None:
        """Let the View menu say what is chosen."""
        look = appearance()
        for group, value in ((self._sizes, str(look.text_size)), (self._schemes, look.scheme.value)):
            for action in group.actions():
                action.setChecked(action.data() == value)
        self._still.setChecked(look.no_motion)

    def geometry_text(self) -> str:
        """Return the place and size of the window as text."""
        return bytes(self.saveGeometry().toHex().data()).decode("ascii")

    def place(self, geometry: str) -> None:
        """Put the window where `geometry_text` said; nothing happens where that cannot be read."""
        if geometry:
            self.restoreGeometry(QByteArray.fromHex(geometry.encode("ascii", "ignore")))

    def allow_close(self) -> None:
        """Let the window go and close it."""
        self._may_close = True
        # While Qt is closing it already, the event is accepted instead.
        self.close()

    # Regions

    def next_region(self) -> None:
        """Put the keyboard into the next region."""
        self._go_region(1)

    def previous_region(self) -> None:
        """Put the keyboard into the region before."""
        self._go_region(-1)

    def _go_region(self, step: int) -> None:
        page = self.pages.currentWidget()
        regions: list[tuple[str, QWidget]] = [("header", self.header)]
        if page is not None and hasattr(page, "regions"):
            regions += page.regions()
        focused = QApplication.focusWidget()
        holds = [focused is not None and (widget is focused or widget.isAncestorOf(focused)) for _, widget in regions]
        at = holds.index(True) if True in holds else 0
        name, _ = regions[(at + step) % len(regions)]
        if name == "header":
            self.header.focus_first()
        elif page is not None and hasattr(page, "focus_region"):
            page.focus_region(name)

    # What the user chooses

    def close_window(self) -> None:
        """Close the window as its own button does."""
        self.close()

    def _choose_language(self, action: QAction) -> None:
        self.client_language_chosen.emit(action.data())

    def _larger(self) -> None:
        self._step_size(1)

    def _smaller(self) -> None:
        self._step_size(-1)

    def _step_size(self, step: int) -> None:
        appearance().step_text_size(step)
        self._tell_look()

    def _normal_size(self) -> None:
        appearance().set_text_size(TEXT_SIZES[0])
        self._tell_look()

    def _choose_size(self, action: QAction) -> None:
        appearance().set_text_size(int(action.data()))
        self._tell_look()

    def _choose_scheme(self, action: QAction) -> None:
        appearance().set_scheme(Scheme(action.data()))
        self._tell_look()

    def _choose_motion(self) -> None:
        appearance().set_no_motion(self._still.isChecked())
        self._tell_look()

    def _choose_digits(self) -> None:
        self.digits_chosen.emit(self.digits.isChecked())

    def _tell_look(self) -> None:
        self.show_look()
        self.look_changed.emit()

    def _take_over(self) -> None:
        self.header.updateGeometry()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.close_requested.emit()
        event.setAccepted(self._may_close)

    @override
    def createPopupMenu(self) -> QMenu | None:
        # There are no tool bars to choose from.
        return None
