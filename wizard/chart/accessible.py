# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart for a screen reader: a list of nodes, each read as one line.

PySide6 does not say that these methods may return None, though Qt does: hence the ignored overrides.
`interface_cast` is never overridden: PySide6 6.12 crashes when a client asks (performance.md, section 5). Every
interface handed to Qt is kept here, and deleted before its view goes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from wizard.chart.reading import read_node
from wizard.chart.step_states import StepState
from wizard.chart.view import ChartView

_views: dict[int, "_ViewInterface"] = {}
_installed: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


def install_chart_accessibility() -> None:
    """Let screen readers into every chart; the first call counts, and is made before the first chart is."""
    if not _installed:
        _installed.append(_interface_of)
        QAccessible.installFactory(_interface_of)


def _interface_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, ChartView):
        return None
    number = id(thing)
    found = _views.get(number)
    if found is None:
        found = _views[number] = _ViewInterface(thing)
        thing.node_focused.connect(found.tell_focus)
        thing.plan_shown.connect(found.tell_new_nodes)
        thing.destroyed.connect(lambda: _drop(number))
    return found


def _drop(number: int) -> None:
    view = _views.pop(number, None)
    if view is not None:
        view.drop_nodes()


class _NodeInterface(QAccessibleInterface):
    """One node of a chart."""

    def __init__(self, view: ChartView, number: int) -> None:
        super().__init__()
        self._view: ChartView | None = view
        self.number = number

    def leave(self) -> None:
        """Let go of the view."""
        self._view = None

    @override
    def isValid(self) -> bool:
        chart = self._view.chart if self._view is not None else None
        return chart is not None and self.number < len(chart.rects)

    @override
    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    @override
    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._view.window().windowHandle() if self._view is not None else None

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._view) if self._view is not None else None

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid() or self._view is None or self._view.chart is None:
            return ""
        chart = self._view.chart
        read = read_node if self._view.reader is None else self._view.reader.line
        return read(chart.plan.drawing, chart.states, self.number)

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nodes are read, not written."""

    @override
    def rect(self) -> QRect:
        if self._view is None or self._view.chart is None or not self.isValid():
            return QRect()
        view = self._view
        shown = view.mapFromScene(self._view.chart.rects[self.number]).boundingRect()
        return QRect(view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    @override
    def role(self) -> QAccessible.Role:
        # "Tree item" is read out as "table cell".
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        chart = self._view.chart if self._view is not None else None
        if chart is not None and self._view is not None:
            state.focused = chart.focus == self.number and self._view.hasFocus()
            state.selected = self.isValid() and chart.states.nodes[self.number] is StepState.CURRENT
        return state


class _ViewInterface(QAccessibleWidget):
    """The chart itself: a list."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._nodes: dict[int, _NodeInterface] = {}

    def drop_nodes(self) -> None:
        """Delete the interfaces of the nodes."""
        for node in self._nodes.values():
            node.leave()
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
        self._nodes = {}

    def tell_new_nodes(self) -> None:
        """Tell a screen reader that the nodes are others: their interfaces are made anew."""
        self.drop_nodes()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder))
            self.tell_focus("")

    def tell_focus(self, _key: str) -> None:
        """Tell a screen reader that the keyboard has moved to another node."""
        chart = self._view.chart
        if chart is not None and chart.focus is not None and QAccessible.isActive():
            node = self.child(chart.focus)
            QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))

    @override
    def child(self, index: int) -> _NodeInterface:
        node = self._nodes.get(index)
        if node is None:
            node = self._nodes[index] = _NodeInterface(self._view, index)
        return node

    @override
    def childCount(self) -> int:
        return len(self._view.chart.rects) if self._view.chart is not None else 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, _NodeInterface) else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        chart = self._view.chart
        if chart is None:
            return None
        point = self._view.mapToScene(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        number = chart.node_at(point.x(), point.y())
        return self.child(number) if number is not None else None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        chart = self._view.chart
        if chart is None or chart.focus is None or not self._view.hasFocus():
            return None
        return self.child(chart.focus)
