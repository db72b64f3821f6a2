# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The usual way to draw a chart in Qt, as the peer of ours: a scene with an item for each node and each arrow.

It is the best that this way can do here: no index (the default one is far slower for long thin arrows), outlines, pens
and texts made once, the same painters for nodes and labels, and the same three levels of detail.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from wizard.chart.label_painter import LabelPainter
from wizard.chart.line_painter import HEAD_WIDTH
from wizard.chart.measuring import Plan
from wizard.chart.node_painter import NodePainter
from wizard.chart.painter import BOXES_ONLY, NO_HEADS, NO_TEXT
from wizard.chart.places import NODE_REACH
from wizard.chart.stamps import surface_of
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.style import bent, line_looks
from wizard.chart.tokens import Tokens


class _Shared:
    """What all items of a scene paint with."""

    def __init__(self, plan: Plan, states: StepStates, tokens: Tokens) -> None:
        self.plan = plan
        self.states = states
        self.rects = [QRectF(rect.x, rect.y, rect.width, rect.height) for rect in plan.layout.nodes]
        self.looks = line_looks(tokens)
        self.nodes = NodePainter(plan.drawing, self.rects, tokens, exact=False)
        self.labels = LabelPainter(plan, tokens)
        self.far = QColor(tokens.control)


class _NodeItem(QGraphicsItem):
    def __init__(self, shared: _Shared, number: int) -> None:
        super().__init__()
        self._shared = shared
        self._number = number
        self._bounds = shared.rects[number].adjusted(-NODE_REACH, -NODE_REACH, NODE_REACH, NODE_REACH)
        self.setZValue(10)

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        shared, detail = self._shared, painter.worldTransform().m11()
        if detail < BOXES_ONLY:
            painter.fillRect(shared.rects[self._number], shared.far)
            return
        state = shared.states.nodes[self._number]
        shared.nodes.paint(painter, surface_of(painter), self._number, state, text=detail >= NO_TEXT, hover=False)


class _ArrowItem(QGraphicsItem):
    def __init__(self, shared: _Shared, number: int) -> None:
        super().__init__()
        self._shared = shared
        self._number = number
        route = shared.plan.layout.routes[number]
        state = min(shared.states.arrows[number], StepState.TAKEN)
        self._look = shared.looks[state]
        self._path = bent(route)
        x, y = route[-1]
        half = self._look.head * HEAD_WIDTH
        top = y - 1 - self._look.head
        self._head = QPolygonF([QPointF(x, y - 1), QPointF(x - half, top), QPointF(x + half, top)])
        bounds = self._path.boundingRect().adjusted(-6, -2, 6, 2)
        pill = shared.plan.layout.pills[number]
        if pill is not None:
            bounds = bounds.united(QRectF(pill.x, pill.y, pill.width, pill.height))
        self._bounds = bounds
        self._part = (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
        self.setZValue(int(state))

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        shared, detail = self._shared, painter.worldTransform().m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=detail >= NO_TEXT)
        painter.setPen(self._look.pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        if detail < NO_HEADS:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.pen.color())
        painter.drawPolygon(self._head)
        if shared.plan.layout.pills[self._number] is not None:
            shared.labels.paint(painter, (self._number,), self._part, shared.states, text=detail >= NO_TEXT)


class ItemView(QGraphicsView):
    """A view of such a scene, set up like the chart's own."""

    def __init__(self, plan: Plan, states: StepStates, tokens: Tokens) -> None:
        super().__init__()
        shared = _Shared(plan, states, tokens)
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._items: list[QGraphicsItem] = [_ArrowItem(shared, number) for number in range(len(plan.drawing.arrows))]
        self._items += [_NodeItem(shared, number) for number in range(len(plan.drawing.nodes))]
        for item in self._items:
            self._scene.addItem(item)
        self.setScene(self._scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setBackgroundBrush(QColor(tokens.surface))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
