# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is: one ring over a window, outside the widget that has the focus.

Shown for focus that came by keyboard or shortcut, and always in text fields. Focus that a page moves by itself counts
as what the user did last; a window that has just opened shows where the keyboard will begin.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS

GAP = 2
WIDTH = 3
ROOM = 6
"""Pixels to leave free around what can have the focus, so that no neighbour lies under the ring."""

_PROPERTY = "focus_ring"
_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonRelease,
}


@dataclass(frozen=True, slots=True)
class RingStyle:
    """How the ring lies on one widget; see `set_ring`."""

    radius: float = RADIUS
    inside: bool = False
    hidden: bool = False
    part: Callable[[], QRect] | None = None


def set_ring(
    widget: QWidget,
    *,
    radius: float = RADIUS,
    inside: bool = False,
    hidden: bool = False,
    part: Callable[[], QRect] | None = None,
) -> None:
    """Say how the ring lies on a widget; without it, outside, with the radius of a control.

    Args:
        widget: what gets the focus.
        radius: its corner in pixels.
        inside: the ring lies inside it, as in a row that touches its neighbours.
        hidden: it marks the keyboard's place by itself.
        part: where in the widget the keyboard is, in its own coordinates; for example the current tab.
    """
    widget.setProperty(_PROPERTY, RingStyle(radius, inside, hidden, part))


class FocusRing(QWidget):
    """The ring of one window; make it after the window's other children, and once a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._top = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = True
        self._style = RingStyle()
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._take_focus)
            self._take_focus(None, application.focusWidget())
        follow(self.update)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring lies on now; None while it is hidden."""
        return self._target if self.isVisible() else None

    def _take_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and new is not self._top and self._top.isAncestorOf(new)
        self._watch(new if inside else None)
        self._place()

    def _watch(self, target: QWidget | None) -> None:
        """Follow a widget and all that can move it."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target = target
        self._watched = []
        while target is not None and target is not self._top:
            target.installEventFilter(self)
            self._watched.append(target)
            target = target.parentWidget()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            if event.key() not in _MODIFIERS:
                self._by_keyboard = True
                self._place()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._place()
        elif isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut:
            if event.reason() in _KEYBOARD:
                self._by_keyboard = True
            elif event.reason() == Qt.FocusReason.MouseFocusReason:
                self._by_keyboard = False
        elif kind in _MOVING:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        style = target.property(_PROPERTY)
        self._style = style if isinstance(style, RingStyle) else RingStyle()
        if self._style.hidden or not (self._by_keyboard or _takes_text(target)):
            self.hide()
            return
        part = self._style.part() if self._style.part is not None else target.rect()
        self._ring = part.translated(target.mapTo(self._top, QPoint(0, 0)))
        if not self._style.inside:
            out = GAP + WIDTH
            self._ring = self._ring.adjusted(-out, -out, out, out)
        seen = self._ring.intersected(_visible_area(target, self._top))
        self.setVisible(not seen.isEmpty())
        self.setGeometry(seen)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("focus"), WIDTH))
        half = WIDTH / 2
        ring = QRectF(self._ring.translated(-self.pos())).adjusted(half, half, -half, -half)
        radius = self._style.radius - half if self._style.inside else self._style.radius + WIDTH
        painter.drawRoundedRect(ring, radius, radius)


def _takes_text(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox)


def _visible_area(widget: QWidget, top: QWidget) -> QRect:
    """What the scroll areas around a widget let through, in the coordinates of `top`."""
    area = top.rect()
    above = widget.parentWidget()
    while above is not None and above is not top:
        scrolling = above.parentWidget()
        if isinstance(scrolling, QAbstractScrollArea) and scrolling.viewport() is above:
            area = area.intersected(above.rect().translated(above.mapTo(top, QPoint(0, 0))))
        above = scrolling
    return area
