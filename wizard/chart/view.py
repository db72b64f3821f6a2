# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The live flowchart: zoom, fit, follow, keyboard and pointer, over one item."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from wizard.chart.item import ChartItem
from wizard.chart.measuring import Plan
from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.tokens import Tokens
from wizard.model.names import NodeKey

LEAST_ZOOM, MOST_ZOOM = 0.25, 2.0
ZOOM_STEP = 1.25
FOLLOW_MILLISECONDS = 200
#: Where the current node stands in the view: a little above the middle, since what matters lies below it.
STANDS_AT = 0.42


class ChartView(QGraphicsView):
    """Shows a plan with its states. Holds no case: it asks by signals, and is told what to show.

    Zoom is relative to the text size: 1.0 is 100 %.
    """

    go_to_requested = Signal(str)
    """The place of an answered node that the user wants to return to."""
    read_requested = Signal(str)
    """The place of a node to be read without moving."""
    fold_requested = Signal(str)
    """The place of a subtree node to be folded or unfolded."""
    zoom_changed = Signal(float)
    follow_changed = Signal(bool)
    node_focused = Signal(str)
    """The place of the node that the keyboard is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        # One item: an index would cost more than it finds.
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Panned by dragging, wheel and keys, as a map is; bars would take room from the chart.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Flowchart"))
        self._item: ChartItem | None = None
        self._zoom = 1.0
        self._text_scale = 1.0
        self._fit_whole = False
        self._follow = True
        self._milliseconds = FOLLOW_MILLISECONDS
        self._pressed_at: QPointF | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glide_to)

    @property
    def chart(self) -> ChartPainter | None:
        """What is shown, or None."""
        return None if self._item is None else self._item.chart

    @property
    def zoom(self) -> float:
        """The zoom, 1.0 for 100 %."""
        return self._zoom

    @property
    def follows(self) -> bool:
        """Whether the view moves along with the current node."""
        return self._follow

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan, states: StepStates, tokens: Tokens) -> None:
        """Show another chart; the keyboard stays on the node it was on, where that is still drawn."""
        focused = self.focused_key()
        chart = ChartPainter(plan, tokens)
        chart.set_states(states)
        if focused is not None:
            chart.focus = plan.drawing.shown_at(focused) if self.hasFocus() else None
        if self._item is None:
            self._item = ChartItem(chart)
            self._scene.addItem(self._item)
        else:
            self._item.set_chart(chart)
        self._set_scene_rect()
        self.set_tokens(tokens)
        if self._fit_whole:
            self.fit()
        else:
            self.show_current(animate=False)

    def set_states(self, states: StepStates, *, move: bool = True) -> None:
        """Show the states of another walk of the same tree, and move to the current node where the view follows."""
        if self.chart is None or self._item is None:
            return
        self.chart.set_states(states)
        self._item.update()
        if move and self._follow:
            self.show_current()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.setBackgroundBrush(QColor(tokens.surface))
        if self.chart is not None and self._item is not None:
            self.chart.set_tokens(tokens)
            self._item.update()

    def set_text_scale(self, scale: float) -> None:
        """Let 100 % zoom follow the text size."""
        self._text_scale = scale
        self._apply_zoom()

    def set_milliseconds(self, milliseconds: int) -> None:
        """Set how long moving to a node takes; 0: at once."""
        self._milliseconds = milliseconds

    # -- zoom and place -----------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.set_zoom(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.set_zoom(self._zoom / ZOOM_STEP)

    def set_zoom(self, zoom: float) -> None:
        """Zoom within 25 and 200 %."""
        self._fit_whole = False
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._apply_zoom()

    def fit(self) -> None:
        """Show the whole chart, never larger than 100 %."""
        if self.chart is None:
            return
        self._fit_whole = True
        self.set_follow(False)
        size, room = self.chart.bounds.size(), self.viewport().size()
        scale = min(room.width() / size.width(), room.height() / size.height())
        self._zoom = min(scale / self._text_scale, 1.0)
        self._apply_zoom()
        self.centerOn(self.chart.bounds.center())

    def set_follow(self, follow: bool) -> None:  # noqa: FBT001 (a slot for a check button)
        """Follow the current node, or stay."""
        if follow != self._follow:
            self._follow = follow
            self.follow_changed.emit(follow)
        if follow:
            self._fit_whole = False
            if self._zoom < LEAST_ZOOM:
                self.set_zoom(1.0)
            self.show_current()

    def show_current(self, *, animate: bool = True) -> None:
        """Bring the current node into place."""
        if self.chart is None or StepState.CURRENT not in self.chart.states.nodes:
            return
        self._show(self.chart.states.nodes.index(StepState.CURRENT), animate=animate)

    def _show(self, number: int, *, animate: bool = True) -> None:
        if self.chart is None:
            return
        target = self.chart.rects[number].center()
        scale = self._zoom * self._text_scale
        target += QPointF(0, (0.5 - STANDS_AT) * self.viewport().height() / scale)
        self._glide.stop()
        if not animate or not self._milliseconds or not self.isVisible():
            self.centerOn(target)
            return
        self._glide.setDuration(self._milliseconds)
        self._glide.setStartValue(self.mapToScene(self.viewport().rect().center()))
        self._glide.setEndValue(target)
        self._glide.start()

    def _glide_to(self, point: object) -> None:
        if isinstance(point, QPointF):
            self.centerOn(point)

    def _apply_zoom(self) -> None:
        scale = self._zoom * self._text_scale
        middle = self.mapToScene(self.viewport().rect().center())
        self.resetTransform()
        self.scale(scale, scale)
        self._set_scene_rect()
        self.centerOn(middle)
        self.zoom_changed.emit(self._zoom)

    def _set_scene_rect(self) -> None:
        """Leave half a view of room around the chart, so that each node can stand in the middle."""
        if self.chart is None:
            return
        scale = self._zoom * self._text_scale
        room = self.viewport().size() / 2
        x, y = room.width() / scale, room.height() / scale
        self._scene.setSceneRect(self.chart.bounds.adjusted(-x, -y, x, y))

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

    def _neighbours(self, number: int, *, down: bool) -> Sequence[int]:
        """Return the nodes that a node leads to (or comes from), those on the path first."""
        if self.chart is None:
            return ()
        arrows = self.chart.plan.drawing.arrows
        states = self.chart.states.arrows
        near = [
            (-states[at], at, arrow.target if down else arrow.source)
            for at, arrow in enumerate(arrows)
            if (arrow.source if down else arrow.target) == number
        ]
        return [node for _, _, node in sorted(near)]

    def _sibling(self, number: int, step: int) -> int:
        """Return the next node to the right (step 1) or left (-1) at the same height, or the node itself."""
        if self.chart is None:
            return number
        here = self.chart.rects[number]
        side = [
            (abs(rect.center().x() - here.center().x()), at)
            for at, rect in enumerate(self.chart.rects)
            if abs(rect.center().y() - here.center().y()) < here.height()
            and (rect.center().x() - here.center().x()) * step > 0
        ]
        return min(side)[1] if side else number

    # -- Qt -----------------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pressed_key(event):
            super().keyPressEvent(event)

    def _pressed_key(self, event: QKeyEvent) -> bool:
        if self.chart is None:
            return False
        number = self.chart.focus
        if number is None:
            return False
        key = Qt.Key(event.key())
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        if modified:
            return False
        moves = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if key in moves:
            near = self._neighbours(number, down=moves[key])
            if near:
                self._focus(near[0])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._focus(self._sibling(number, 1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Home:
            self._focus_current()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(number)
        elif key == Qt.Key.Key_Space:
            self.read_requested.emit(self.chart.plan.drawing.nodes[number].key)
        else:
            return self._pressed_zoom_key(key)
        return True

    def _pressed_zoom_key(self, key: Qt.Key) -> bool:
        actions = {
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

    def _focus_current(self) -> None:
        if self.chart is not None and StepState.CURRENT in self.chart.states.nodes:
            self._focus(self.chart.states.nodes.index(StepState.CURRENT))

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
        if self.chart is not None and self.chart.focus is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._focus_current()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.chart is not None and self._item is not None:
            self.chart.focus = None
            self._item.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        moved = event.position() - pressed
        if math.hypot(moved.x(), moved.y()) > 4:  # noqa: PLR2004 (px: more is a drag)
            self.set_follow(False)
            return
        number = self._number_at(event.position())
        if number is not None:
            self._activate(number)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        number = self._number_at(event.position())
        if self.chart is not None and self._item is not None and number != self.chart.hover:
            self.chart.hover = number
            shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self._item.update()

    def _number_at(self, position: QPointF) -> int | None:
        if self.chart is None:
            return None
        point = self.mapToScene(position.toPoint())
        return self.chart.node_at(point.x(), point.y())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP))
            event.accept()
            return
        self.set_follow(False)
        super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_scene_rect()
        if self._fit_whole:
            self.fit()
        elif self._follow:
            self.show_current(animate=False)

    def visible_rect(self) -> QRectF:
        """Return the part of the chart in view, px of the layout."""
        return self.mapToScene(self.viewport().rect()).boundingRect()
