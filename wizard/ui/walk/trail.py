# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The trail: the steps of a walk as a list; a click or Enter returns to a step."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from wizard.engine.walk import Walk
from wizard.model.case import Case
from wizard.model.names import NodeKey
from wizard.ui.theme import current, follow
from wizard.ui.walk.trail_painter import Edges, paint_row, row_height
from wizard.ui.walk.trail_rows import Row, parked_rows, trail_rows
from wizard.ui.widgets.focus_ring import set_ring
from wizard.ui.widgets.label import Label

ROW_ROLE = int(Qt.ItemDataRole.UserRole)

ModelIndex = QModelIndex | QPersistentModelIndex


class TrailModel(QAbstractListModel):
    """Rows as a list; a row that cannot be returned to is not enabled for choosing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; those that stay the same at the head keep their place."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == ROW_ROLE else None


class _TrailDelegate(QStyledItemDelegate):
    """Paints the rows from the tokens."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        return QSize(width, row_height(index.data(ROW_ROLE), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        rows = index.model()
        last = rows.rowCount() - 1
        row = index.data(ROW_ROLE)
        number = index.row()
        state, rect = option.state, option.rect
        edges = Edges(
            above=number > 0 and row.kind != "parked",
            below=number < last and row.kind != "parked",
            hovered=bool(state & QStyle.StateFlag.State_MouseOver) and row.key is not None,
        )
        paint_row(painter, row, rect, edges)


class TrailList(QListView):
    """The rows; ↑ ↓ Home End move, Enter or a click returns to a step, Space reads it."""

    go_to_requested = Signal(str)
    read_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TrailModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_TrailDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setProperty("ground", "none")
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._return_to)
        set_ring(self, inside=True, part=self._current_row)
        follow(self._take_over)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows now shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows and bring the one of the cursor into view."""
        self._model.show_rows(rows)
        here = next((number for number, row in enumerate(rows) if row.here), None)
        if here is not None:
            index = self._model.index(here)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.updateGeometry()

    def _current_row(self) -> QRect:
        index = self.currentIndex()
        return self.visualRect(index) if index.isValid() else self.viewport().rect()

    def content_height(self) -> int:
        """The height of all rows, in pixels."""
        width = self.viewport().width()
        return sum(row_height(row, width) for row in self._model.rows)

    def _return_to(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.key is None:
            return
        if row.kind in ("answered", "unsure", "known", "ahead", "end"):
            self.go_to_requested.emit(row.key)
        else:
            self.read_requested.emit(row.key)

    def _take_over(self) -> None:
        self.setFont(current().text_font("label"))
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._return_to(index)
            return
        if event.key() == Qt.Key.Key_Space and index.isValid():
            row: Row = index.data(ROW_ROLE)
            if row.key is not None:
                self.read_requested.emit(row.key)
            return
        # Letters would jump among rows; they are left to the window.
        if (
            event.text()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.key() < Qt.Key.Key_Escape
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(len(self._model.rows) - 1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


class TrailPanel(QWidget):
    """The trail with its heading, and below it the answers that it does not use."""

    go_to_requested = Signal(str)
    read_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(self.tr("Trail"), "section", wrap=False)
        self._count = Label("", "meta", "ink2", wrap=False)
        self.list = TrailList()
        self.list.setAccessibleName(self.tr("Trail"))
        self._parked_heading = Label(self.tr("Kept, not used now"), "small", "ink2")
        self.parked = TrailList()
        self.parked.setAccessibleName(self.tr("Kept, not used now"))
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 4, 4)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        parked_head = QHBoxLayout()
        parked_head.setContentsMargins(10, 0, 10, 0)
        parked_head.addWidget(self._parked_heading)
        layout.addLayout(parked_head)
        layout.addWidget(self.parked)
        for rows in (self.list, self.parked):
            rows.go_to_requested.connect(self.go_to_requested)
            rows.read_requested.connect(self.read_requested)

    def show_walk(self, made: Walk, case: Case, at: NodeKey, language: str) -> None:
        """Show the trail of a walk with the cursor at a place, and the parked answers of its case."""
        self.list.show_rows(trail_rows(made, at, language))
        parked = parked_rows(made, case.values(), language)
        self.parked.show_rows(parked)
        self._parked_heading.setVisible(bool(parked))
        self.parked.setVisible(bool(parked))
        self._fit_parked()
        answered = sum(1 for step in made.trail if step.how == "answered")
        unsure = len(made.open_facts)
        words = self.tr("{count} answered").format(count=answered)
        if unsure:
            words += self.tr(", {count} open").format(count=unsure)
        self._count.setText(words)

    def _fit_parked(self) -> None:
        """Give the parked answers the room they need, a third of the panel at most."""
        self.parked.setFixedHeight(min(self.parked.content_height(), max(self.height() // 3, 60)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_parked()
