# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The live flowchart: what is shown of a walk, keyboard and pointer."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from wizard.chart.chart_map import FOLLOW_MILLISECONDS, ChartMap
from wizard.chart.measuring import Plan
from wizard.chart.neighbours import current_node, next_node, sibling
from wizard.chart.painter import ChartPainter
from wizard.chart.reading import NodeReader, plain_tip
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.tokens import Tokens
from wizard.model.names import NodeKey

__all__ = ["FOLLOW_MILLISECONDS", "ChartView"]

#: A mouse button released this far from where it was pressed has dragged, px.
DRAG = 4


class ChartView(ChartMap):
    """Shows a plan with its states. Holds no case: it asks by signals, and is told what to show."""

    go_to_requested = Signal(str)
    """The place of an answered node that the user wants to return to."""
    read_requested = Signal(str)
    """The place of a node to be read without moving."""
    fold_requested = Signal(str)
    """The place of a subtree node to be folded or unfolded."""
    node_focused = Signal(str)
    """The place of the node that the keyboard is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Flowchart"))
        self._pressed_at: QPointF | None = None
        self._by_keyboard = False
        """Whether the keyboard came here by a key, so that its ring shows."""
        self._remembered: NodeKey | None = None
        """Where the keyboard was when it left, or what was clicked last."""
        self._current: NodeKey | None = None
        self._reader: NodeReader | None = None

    @property
    def reader(self) -> NodeReader | None:
        """Who says what a node is."""
        return self._reader

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan, states: StepStates, tokens: Tokens) -> None:
        """Show another chart; the keyboard stays on the node it was on, else it goes to the current one."""
        focused = self.focused_key()
        chart = ChartPainter(plan, tokens)
        chart.set_states(states)
        self._forget_if_moved_on(chart)
        if focused is not None:
            chart.focus = plan.drawing.shown_at(focused)
        if chart.focus is None and chart.rects and (focused is not None or self._by_keyboard):
            chart.focus = current_node(chart) or 0
        self.show_chart(chart)

    @override
    def clear(self) -> None:
        self._remembered = self._current = self._reader = None
        super().clear()

    def set_states(self, states: StepStates, *, move: bool = True) -> None:
        """Show the states of another walk of the same tree, and move to the current node where the view follows."""
        if self.chart is None or self._item is None:
            return
        self.chart.set_states(states)
        self._forget_if_moved_on(self.chart)
        self._item.update()
        if move and self._follow:
            self.show_current()

    def set_reader(self, reader: NodeReader | None) -> None:
        """Take who says what a node is: its tooltip and its line for a screen reader."""
        self._reader = reader

    def _forget_if_moved_on(self, chart: ChartPainter) -> None:
        """Forget where the keyboard was once the walk stands elsewhere: it then begins there."""
        number = current_node(chart)
        key = None if number is None else chart.plan.drawing.nodes[number].key
        if key != self._current:
            self._current = key
            self._remembered = None

    # -- the keyboard's node ------------------------------------------------------------------------------------------

    def focused_key(self) -> NodeKey | None:
        """Return the place of the node that the keyboard is on."""
        if self.chart is None or self.chart.focus is None:
            return None
        return self.chart.plan.drawing.nodes[self.chart.focus].key

    def focus_node(self, key: NodeKey) -> None:
        """Put the keyboard on a node and show it."""
        if self.chart is None:
            return
        number = self.chart.plan.drawing.shown_at(key)
        if number is not None:
            self._focus(number)

    def _focus(self, number: int) -> None:
        if self.chart is None or self._item is None:
            return
        self.chart.focus = number
        self._item.update()
        self._show(number)
        self.node_focused.emit(self.chart.plan.drawing.nodes[number].key)

    # -- Qt -----------------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pressed_key(event):
            super().keyPressEvent(event)

    def _pressed_key(self, event: QKeyEvent) -> bool:
        chart, key = self.chart, event.key()
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        if chart is None or not chart.rects or modified:
            return False
        number = self._keyboard_at(chart)
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._focus(next_node(chart, number, down=key == Qt.Key.Key_Down))
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._focus(sibling(chart, number, 1 if key == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_Home:
                self._focus(current_node(chart) or 0)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._activate(number)
            case Qt.Key.Key_Space:
                self.read_requested.emit(chart.plan.drawing.nodes[number].key)
            case _:
                return self._pressed_zoom_key(key)
        return True

    def _pressed_zoom_key(self, key: int) -> bool:
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_F: self.fit,
        }
        action = actions.get(key)
        if action is None:
            return False
        action()
        return True

    def _keyboard_at(self, chart: ChartPainter) -> int:
        """Return the node that keys begin from: the one with the ring, the one last left, the current or the first."""
        if chart.focus is not None:
            return chart.focus
        left = None if self._remembered is None else chart.plan.drawing.shown_at(self._remembered)
        return left if left is not None else current_node(chart) or 0

    def _activate(self, number: int) -> None:
        """Return to an answered node, fold or unfold a subtree, read any other."""
        if self.chart is None:
            return
        node = self.chart.plan.drawing.nodes[number]
        state = self.chart.states.nodes[number]
        if node.shape == "subtree":
            self.fold_requested.emit(node.key)
        elif node.shape in ("question", "date") and state in (StepState.TAKEN, StepState.UNKNOWN):
            self.go_to_requested.emit(node.key)
        else:
            self.read_requested.emit(node.key)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.chart is not None and self.chart.rects and self._by_keyboard:
            self._focus(self._keyboard_at(self.chart))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._by_keyboard = False
        if self.chart is not None and self._item is not None and self.chart.focus is not None:
            self._remembered = self.focused_key()
            self.chart.focus = None
            self._item.update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        chart, number = self.chart, self._number_at(QPointF(event.pos()))
        if chart is None or self._reader is None or number is None:
            QToolTip.hideText()
            return
        words = self._reader.tip(chart.plan.drawing, chart.states, number)
        QToolTip.showText(event.globalPos(), plain_tip(words), self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        self._glide.stop()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        number = self._number_at(event.position())
        self._point_at(number)
        moved = event.position() - pressed
        if math.hypot(moved.x(), moved.y()) > DRAG:
            self._fit_whole = False
            self.set_follow(False)
        elif number is not None and self.chart is not None:
            self._remembered = self.chart.plan.drawing.nodes[number].key
            if self.chart.focus is not None:
                self.chart.focus = number
            self._activate(number)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self._number_at(event.position()))

    def _hover(self, number: int | None) -> None:
        if self.chart is not None and self._item is not None and number != self.chart.hover:
            self.chart.hover = number
            self._point_at(number)
            self._item.update()

    def _point_at(self, number: int | None) -> None:
        shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _number_at(self, position: QPointF) -> int | None:
        if self.chart is None:
            return None
        point = self.mapToScene(position.toPoint())
        return self.chart.node_at(point.x(), point.y())
