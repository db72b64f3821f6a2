# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A view of a chart like a map: zoom, pan, fit, follow."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from wizard.chart.item import ChartItem
from wizard.chart.neighbours import current_node, nearest
from wizard.chart.painter import ChartPainter
from wizard.chart.tokens import Tokens
from wizard.model.names import NodeKey

#: Where zooming by steps stops. 100 % is among them, so that it is found again.
ZOOM_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
LEAST_ZOOM, MOST_ZOOM = ZOOM_STEPS[0], ZOOM_STEPS[-1]
FOLLOW_MILLISECONDS = 200
#: Where the current node stands in the view: a little above the middle, since what matters lies below it.
STANDS_AT = 0.42
_SAME_ZOOM = 0.001


class ChartMap(QGraphicsView):
    """Shows a chart; it can be moved and zoomed, and follows the current node until the user moves it.

    Zoom is relative to the text size: 1.0 is 100 %.
    """

    zoom_changed = Signal(float)
    follow_changed = Signal(bool)
    plan_shown = Signal()
    """Another chart is shown: its nodes have other numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        # One item: an index would cost more than it finds.
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        # Panned by dragging, wheel and keys, as a map is; bars would take room from the chart.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._item: ChartItem | None = None
        self._zoom = 1.0
        self._text_scale = 1.0
        self._fit_whole = False
        self._follow = True
        self._held: NodeKey | None = None
        """The node that stays where it is when the next chart comes."""
        self._milliseconds = FOLLOW_MILLISECONDS
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

    def show_chart(self, chart: ChartPainter) -> None:
        """Show another chart; where the view does not follow, it stays where it was."""
        place = self._place_held()
        if self._item is None:
            self._item = ChartItem(chart)
            self._scene.addItem(self._item)
        else:
            self._item.set_chart(chart)
        self._set_scene_rect()
        self.setBackgroundBrush(QColor(chart.tokens.surface))
        self.plan_shown.emit()
        if self._fit_whole:
            self.fit()
        elif place is None or not self._keep_place(*place):
            self.show_current(animate=False)

    def hold(self, key: NodeKey) -> None:
        """Leave a node where it is when the next chart comes, also where the view follows."""
        self._held = key

    def clear(self) -> None:
        """Show nothing."""
        self._glide.stop()
        self._held = None
        if self._item is not None:
            self._scene.removeItem(self._item)
            self._item = None
            self.plan_shown.emit()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.setBackgroundBrush(QColor(tokens.surface))
        if self.chart is not None and self._item is not None:
            self.chart.set_tokens(tokens)
            self._item.update()

    def set_text_scale(self, scale: float) -> None:
        """Let 100 % zoom follow the text size."""
        if scale != self._text_scale:
            self._text_scale = scale
            self._apply_zoom()

    def set_milliseconds(self, milliseconds: int) -> None:
        """Set how long moving to a node takes; 0: at once."""
        self._milliseconds = milliseconds

    # -- zoom and place -----------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.set_zoom(next((step for step in ZOOM_STEPS if step > self._zoom + _SAME_ZOOM), MOST_ZOOM))

    def zoom_out(self) -> None:
        """Zoom out one step."""
        smaller = (step for step in reversed(ZOOM_STEPS) if step < self._zoom - _SAME_ZOOM)
        self.set_zoom(next(smaller, min(LEAST_ZOOM, self._zoom)))

    def set_zoom(self, zoom: float) -> None:
        """Zoom within 25 and 200 %; from a whole chart that is smaller than that, only larger."""
        self._fit_whole = False
        self._zoom = min(max(zoom, min(LEAST_ZOOM, self._zoom)), MOST_ZOOM)
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
        """Bring the current node into place, in a tree that is only read the first one."""
        if self.chart is not None and self.chart.rects:
            self._show(current_node(self.chart) or 0, animate=animate)

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

    def _place_held(self) -> tuple[NodeKey, QPointF] | None:
        """Return the node that should stay where it is, and where in the viewport that is; None: go to the current."""
        chart, held = self.chart, self._held
        self._held = None
        if chart is None or (self._follow and held is None):
            return None
        middle = self.mapToScene(self.viewport().rect().center())
        number = chart.plan.drawing.shown_at(held) if held is not None else nearest(chart, middle)
        if number is None:
            return None
        return chart.plan.drawing.nodes[number].key, QPointF(self.mapFromScene(chart.rects[number].center()))

    def _keep_place(self, key: NodeKey, position: QPointF) -> bool:
        """Move so that a node stands at a position of the viewport; return whether there is such a node."""
        number = None if self.chart is None else self.chart.plan.drawing.shown_at(key)
        if self.chart is None or number is None:
            return False
        self._glide.stop()
        middle = QPointF(self.viewport().rect().center())
        self.centerOn(self.chart.rects[number].center() - (position - middle) / (self._zoom * self._text_scale))
        return True

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

    # -- Qt -----------------------------------------------------------------------------------------------------------

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        # The chart covers its bounds itself.
        if self.chart is None or not self.chart.bounds.contains(QRectF(rect)):
            super().drawBackground(painter, rect)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self._zoom_around(event.position(), self.zoom_in if turned > 0 else self.zoom_out)
            event.accept()
            return
        self._glide.stop()
        self._fit_whole = False
        self.set_follow(False)
        super().wheelEvent(event)

    def _zoom_around(self, position: QPointF, zoom: Callable[[], None]) -> None:
        """Zoom so that what lies under the pointer stays there."""
        under = self.mapToScene(position.toPoint())
        self._glide.stop()
        zoom()
        middle = QPointF(self.viewport().rect().center())
        self.centerOn(under - (position - middle) / (self._zoom * self._text_scale))

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
