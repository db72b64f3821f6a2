# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of many choices that is narrowed by typing, such as the states."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from wizard.chart.fonts import REGULAR, SEMI_BOLD
from wizard.chart.icons import draw_icon
from wizard.ui.theme import current, follow
from wizard.ui.walk.question import Offered
from wizard.ui.widgets.boxes import Box, draw_box
from wizard.ui.widgets.focus_ring import set_ring
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.text_field import TextField
from wizard.ui.widgets.wrapped_text import Run, WrappedText

_OFFERED = int(Qt.ItemDataRole.UserRole)
_CHOSEN = _OFFERED + 1
_ROW = 36
_ROWS_SHOWN = 6

ModelIndex = QModelIndex | QPersistentModelIndex


def folded(text: str) -> str:
    """Return a text for comparing: small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def matching(choices: Sequence[Offered], typed: str) -> list[Offered]:
    """Return the choices with a word that begins with what was typed; those that begin with it come first."""
    wanted = folded(typed.strip())
    if not wanted:
        return list(choices)
    ranked = [(rank, offered) for offered in choices if (rank := _rank(offered, wanted)) is not None]
    return [offered for _, offered in sorted(ranked, key=lambda pair: pair[0])]


def _rank(offered: Offered, wanted: str) -> int | None:
    texts = [folded(text) for text in (offered.label.desk, offered.label.client) if text]
    if any(text.startswith(wanted) for text in texts):
        return 0
    return 1 if any(f" {wanted}" in text for text in texts) else None


class _Model(QAbstractListModel):
    """The choices that match."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offered: list[Offered] = []
        self.chosen: str | None = None

    def show_choices(self, offered: list[Offered]) -> None:
        self.beginResetModel()
        self.offered = offered
        self.endResetModel()

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.offered)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offered = self.offered[index.row()]
        chosen = offered.value == self.chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return offered.label.desk
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{choice}, chosen").format(choice=offered.label.desk) if chosen else offered.label.desk
        return {_OFFERED: offered, _CHOSEN: chosen}.get(role)


class _Delegate(QStyledItemDelegate):
    """Paints a row: the label, the client's words, a tick when it is chosen."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        text = _row_text(index.data(_OFFERED), width, chosen=False)
        return QSize(width, max(current().px(_ROW), text.height + current().px(10)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        theme = current()
        place = QRectF(option.rect)
        chosen = bool(index.data(_CHOSEN))
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour("accent_soft"))
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, place.adjusted(2, 1, -2, -1), Box("accent", 2, "accent_soft"))
        text = _row_text(index.data(_OFFERED), option.rect.width(), chosen=chosen)
        text.draw(painter, place.left() + theme.px(12), place.top() + (place.height() - text.height) / 2)
        if chosen:
            side = theme.px(20)
            where = QRectF(place.right() - side - theme.px(12), place.center().y() - side / 2, side, side)
            draw_icon(painter, "check", where, theme.hex("accent"), 2.5)


def _row_text(offered: Offered, width: int, *, chosen: bool) -> WrappedText:
    theme = current()
    runs = [Run(offered.label.desk, theme.font(16, SEMI_BOLD if chosen else REGULAR), "ink")]
    if offered.label.client and offered.label.client != offered.label.desk:
        runs.append(Run(f"  {offered.label.client}", theme.font(15, REGULAR), "ink2"))
    return WrappedText(runs, max(width - theme.px(56), theme.px(80)))


class LongList(QWidget):
    """A field and, below it, the choices that match what is typed. ↑ ↓ move, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Offered], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self.field = TextField(placeholder=self.tr("Type the first letters"), size=17)
        self.field.setAccessibleName(name)
        self.field.textEdited.connect(self._narrow)
        self.field.installEventFilter(self)
        self._model = _Model(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(name)
        self.view.clicked.connect(self._click)
        self.view.installEventFilter(self)
        set_ring(self.view, inside=True, part=self._current_row)
        self._none = Label(self.tr("Nothing begins with that"), "card", "ink2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.view)
        layout.addWidget(self._none)
        self._narrow("")
        follow(self._take_over)

    def show_chosen(self, value: str | None) -> None:
        """Mark a choice, and show it in the field; None: nothing is chosen."""
        self._model.chosen = value
        label = next((offered.label.desk for offered in self._choices if offered.value == value), "")
        if value is not None:
            self.field.setText(label)
            self._narrow("")
        self._select(next((row for row, one in enumerate(self._model.offered) if one.value == value), None))
        self.view.viewport().update()

    def has_focus(self) -> bool:
        """Whether the keyboard is in the field or in the list."""
        return self.window().focusWidget() in (self.field, self.view)

    def choose_current(self) -> bool:
        """Choose the row that is marked; return whether one was."""
        index = self.view.currentIndex()
        if not index.isValid() or not self.view.selectionModel().isSelected(index):
            return False
        self._click(index)
        return True

    def _narrow(self, typed: str) -> None:
        self._model.show_choices(matching(self._choices, typed))
        found = bool(self._model.offered)
        self.view.setVisible(found)
        self._none.setVisible(not found)
        self._select(0 if found and typed.strip() else None)

    def _select(self, row: int | None) -> None:
        if row is None:
            self.view.clearSelection()
            self.view.scrollToTop()
            return
        index = self._model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _click(self, index: QModelIndex) -> None:
        offered: Offered = index.data(_OFFERED)
        self.chosen.emit(offered.value)

    def _current_row(self) -> QRect:
        index = self.view.currentIndex()
        return self.view.visualRect(index) if index.isValid() else self.view.rect()

    def _take_over(self) -> None:
        theme = current()
        self.field.setFixedHeight(theme.px(42))
        self.view.setFixedHeight(theme.px(_ROW) * _ROWS_SHOWN)
        self.view.scheduleDelayedItemsLayout()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ in the field move in the list, and letters in the list go to the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        if watched is self.field and step is not None and self._model.offered:
            index = self.view.currentIndex()
            selected = index.isValid() and self.view.selectionModel().isSelected(index)
            row = index.row() + step if selected else 0
            self._select(max(0, min(row, len(self._model.offered) - 1)))
            return True
        return False
