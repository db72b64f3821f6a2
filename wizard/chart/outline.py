# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart as a list: the guaranteed way for keyboard and screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from wizard.chart.drawing import Drawing
from wizard.chart.reading import NodeReader, plain_tip, read_node
from wizard.chart.step_states import StepState, StepStates
from wizard.model.names import NodeKey

KEY_ROLE = int(Qt.ItemDataRole.UserRole)


class OutlineModel(QAbstractListModel):
    """The nodes of a drawing from the first to the ends, each as one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing((), ())
        self._states = StepStates((), ())
        self._reader: NodeReader | None = None

    @property
    def drawing(self) -> Drawing:
        """What is listed."""
        return self._drawing

    @property
    def states(self) -> Sequence[StepState]:
        """The states of the nodes listed."""
        return self._states.nodes

    def set_reader(self, reader: NodeReader | None) -> None:
        """Take who says what a node is."""
        self._reader = reader

    def show_drawing(self, drawing: Drawing, states: StepStates) -> None:
        """List another drawing, or the same in other states."""
        if drawing is self._drawing:
            self._states = states
            if drawing.nodes:
                self.dataChanged.emit(self.index(0), self.index(len(drawing.nodes) - 1))
            return
        self.beginResetModel()
        self._drawing, self._states = drawing, states
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._drawing.nodes)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            read = read_node if self._reader is None else self._reader.line
            return read(self._drawing, self._states, index.row())
        if role == Qt.ItemDataRole.ToolTipRole and self._reader is not None:
            return plain_tip(self._reader.tip(self._drawing, self._states, index.row()))
        if role == KEY_ROLE:
            return self._drawing.nodes[index.row()].key
        return None


class OutlineView(QListView):
    """The outline; Enter or a double click returns to an answered node, folds a subtree, or reads any other.

    Space reads a node.
    """

    go_to_requested = Signal(str)
    read_requested = Signal(str)
    fold_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self.setModel(self._model)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        # Lines wrap anew when the width changes.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Outline of the flowchart"))
        self.activated.connect(self._activate)

    def show_drawing(self, drawing: Drawing, states: StepStates) -> None:
        """Show another drawing, or the same in other states.

        The line that the keyboard is on stays; it goes to the current node when that is another than before.
        """
        before = self._current_key(), self._key_at(self.currentIndex().row())
        self._model.show_drawing(drawing, states)
        current = self._current_key()
        wanted = before[1] if current == before[0] and before[1] is not None else current
        if wanted is not None:
            self.go_to_node(wanted)

    def set_reader(self, reader: NodeReader | None) -> None:
        """Take who says what a node is: its line and its tooltip."""
        self._model.set_reader(reader)

    def clear(self) -> None:
        """Show nothing."""
        self._model.set_reader(None)
        self._model.show_drawing(Drawing((), ()), StepStates((), ()))

    def _current_key(self) -> NodeKey | None:
        """Return the place of the current node."""
        states = self._model.states
        return self._key_at(states.index(StepState.CURRENT)) if StepState.CURRENT in states else None

    def _key_at(self, row: int) -> NodeKey | None:
        nodes = self._model.drawing.nodes
        return nodes[row].key if 0 <= row < len(nodes) else None

    def set_margins(self, side: int, between: int) -> None:
        """Leave room at the left and right, and between the lines, px."""
        self.setViewportMargins(side, between, side, between)
        self.setSpacing(between)

    def go_to_node(self, key: NodeKey) -> None:
        """Put the keyboard on the line of a node."""
        number = self._model.drawing.shown_at(key)
        if number is not None and number != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(number))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self._key_at(self.currentIndex().row())
        if event.key() == Qt.Key.Key_Space and key is not None:
            self.read_requested.emit(key)
            return
        super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        node = self._model.drawing.nodes[index.row()]
        state = self._model.states[index.row()]
        if node.shape == "subtree":
            self.fold_requested.emit(node.key)
        elif node.shape in ("question", "date") and state in (StepState.TAKEN, StepState.UNKNOWN):
            self.go_to_requested.emit(node.key)
        else:
            self.read_requested.emit(node.key)
