# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All terms on a page with what they mean: the way to them for the keyboard and for a screen reader."""

import unicodedata

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS, Box, draw_box
from wizard.ui.widgets.button import IconButton
from wizard.ui.widgets.focus_ring import set_ring
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.marked_text import Mark, in_words
from wizard.ui.widgets.term_popup import application, runs_of
from wizard.ui.widgets.term_spots import TermSpots
from wizard.ui.widgets.wrapped_text import WrappedText

_MARK = int(Qt.ItemDataRole.UserRole)
_WIDTH = 460
_MARGIN = 16
"""Free room around the panel."""

ModelIndex = QModelIndex | QPersistentModelIndex


def marks_on(page: QWidget) -> list[Mark]:
    """Return each term that a page shows now, by the alphabet of the desk's language, which stands first."""
    found: dict[str, Mark] = {}
    for spots in _shown(page):
        for mark in spots.marks:
            meanings = mark.meanings[::-1] if mark.for_client else mark.meanings
            found.setdefault(mark.term, mark._replace(meanings=meanings, for_client=False))
    return sorted(found.values(), key=lambda mark: _folded(mark.meanings[0].term))


def _shown(page: QWidget) -> list[TermSpots]:
    return [spots for spots in page.findChildren(TermSpots) if spots.owner.isVisible()]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


class _Model(QAbstractListModel):
    """The terms."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.marks: list[Mark] = []

    def show_marks(self, marks: list[Mark]) -> None:
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.marks)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self.marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.meanings[0].term
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_words(mark.meanings)
        return mark if role == _MARK else None


class _Delegate(QStyledItemDelegate):
    """Paints a term over its meaning."""

    def _text(self, index: ModelIndex) -> WrappedText:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return WrappedText(runs_of(index.data(_MARK).meanings), max(1, width - 2 * current().sp(12)))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        text = self._text(index)
        return QSize(0, text.height + 2 * current().sp(8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        theme = current()
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, place.adjusted(3, 1, -3, -1), Box("accent", 1.5, "accent_soft"))
        self._text(index).draw(painter, place.left() + theme.sp(12), place.top() + theme.sp(8))


class TermsPanel(QFrame):
    """Lies over a page at its right. ↑ ↓ go from term to term and pick each out in the texts; Escape closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._page: QWidget | None = None
        self._scrolled: dict[QScrollArea, int] = {}
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Terms on this page"))
        self._title = Label(self.tr("Terms on this page"), "section", wrap=False)
        self.close_button = IconButton("x", self.tr("Close"), "Esc", side=30)
        self.close_button.clicked.connect(self.close_panel)
        self._none = Label(self.tr("No word on this page is explained in the glossary."), "card", "ink2")
        self._model = _Model(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Terms on this page"))
        self.view.selectionModel().currentChanged.connect(self._pick_out)
        set_ring(self.view, inside=True, part=self._current_row)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._none)
        self._column.addWidget(self.view, 1)
        self.hide()
        application().focusChanged.connect(self._take_focus)
        follow(self._take_over)

    @property
    def marks(self) -> list[Mark]:
        """The terms in it."""
        return self._model.marks

    def turn(self, page: QWidget) -> None:
        """Show the terms of a page, with the keyboard on the first; close the panel if it is shown."""
        if self.isVisible():
            self.close_panel()
            return
        self._page = page
        self._scrolled = {area: area.verticalScrollBar().value() for area in page.findChildren(QScrollArea)}
        self._before = self.window().focusWidget()
        self._model.show_marks(marks_on(page))
        self.view.setVisible(bool(self.marks))
        self._none.setVisible(not self.marks)
        self.show()
        self._place()
        self.raise_()
        if self.marks:
            self.view.setCurrentIndex(self._model.index(0))
        stop: QWidget = self.view if self.marks else self.close_button
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Close it; the page stands as it did, with the keyboard where it was."""
        for area, value in self._scrolled.items():
            if isValid(area):
                area.verticalScrollBar().setValue(value)
        self._give_keyboard_back()
        self.hide()

    def _give_keyboard_back(self) -> None:
        before = self._before
        has_keyboard = self.window().focusWidget() in (self.view, self.close_button)
        if has_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pick_out(self, index: QModelIndex) -> None:
        mark: Mark | None = index.data(_MARK) if index.isValid() else None
        if mark is not None:
            holder = self._pick_out_in_texts(mark.term)
            for area in self._scrolled:
                if holder is not None and isValid(area) and area.isAncestorOf(holder):
                    area.ensureWidgetVisible(holder, 0, current().sp(24))

    def _pick_out_in_texts(self, term: str) -> QWidget | None:
        """Underline a term firmly wherever the page shows it; return the first widget that does."""
        if self._page is None or not isValid(self._page):
            return None
        shown = _shown(self._page)
        for spots in shown:
            spots.pick_out(term)
        return next((one.owner for one in shown if any(mark.term == term for mark in one.marks)), None)

    def _place(self) -> None:
        """Lie at the right of the page, as high as the terms need and the page allows."""
        page = self._page
        if page is None or not isValid(page):
            return
        theme = current()
        margin = theme.sp(_MARGIN)
        room = QRect(page.mapTo(self.window(), QPoint(0, 0)), page.size()).adjusted(margin, margin, -margin, -margin)
        width = min(theme.px(_WIDTH), room.width())
        self.setGeometry(room.right() + 1 - width, room.top(), width, room.height())
        self._column.activate()
        spare = room.height() - self._needed()
        if spare > 0:
            self.resize(width, room.height() - spare)

    def _needed(self) -> int:
        if not self.marks:
            return self._column.totalHeightForWidth(self.width())
        self.view.doItemsLayout()
        rows = sum(self.view.sizeHintForIndex(self._model.index(row)).height() for row in range(len(self.marks)))
        return self.height() - self.view.viewport().height() + rows

    def _current_row(self) -> QRect:
        index = self.view.currentIndex()
        return self.view.visualRect(index) if index.isValid() else self.view.rect()

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(6), theme.sp(8), theme.sp(6), theme.sp(8))
        self._column.setSpacing(theme.sp(4))
        self._head.setContentsMargins(theme.sp(12), 0, theme.sp(4), 0)
        self._none.setContentsMargins(theme.sp(12), 0, theme.sp(12), theme.sp(6))
        self.close_panel()

    # What closes it

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        application().installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        application().removeEventFilter(self)
        self._pick_out_in_texts("")
        self._scrolled = {}
        self._page = self._before = None
        super().hideEvent(event)

    def _take_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Close where the keyboard goes elsewhere in the window; it may go to another window and come back."""
        outside = new is not None and new.window() is self.window() and not self.isAncestorOf(new)
        if outside and self.isVisible():
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at a click elsewhere; keep the place when the window gets another size."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if not self.geometry().contains(self.window().mapFromGlobal(event.globalPosition().toPoint())):
                # What is clicked must not move away from under the pointer.
                self._give_keyboard_back()
                self.hide()
        elif watched is self._page:
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self.close_panel()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("control", 1, "surface"), RADIUS)
