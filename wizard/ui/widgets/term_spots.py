# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms in the text of a widget: each underlined by dots, and explained to a pointer that rests on it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from wizard.ui.theme import current
from wizard.ui.widgets.marked_text import Mark
from wizard.ui.widgets.term_popup import TermPopup
from wizard.ui.widgets.wrapped_text import Strip

Spot = tuple[Mark, list[Strip]]
"""A term and where it stands, in the coordinates of the widget."""

_DOT = 1.5
_STEP = 2.2
"""From dot to dot, in dots."""
_GONE = {QEvent.Type.Hide, QEvent.Type.Resize}


class TermSpots(QObject):
    """Belongs to a widget that lays its text out itself, and draws over it."""

    def __init__(self, owner: QWidget, lay_out: Callable[[], Iterable[Spot]], *, clicks: bool) -> None:
        """Make it.

        Args:
            owner: the widget that shows the text.
            lay_out: says where the terms stand now.
            clicks: a click on a term explains it too; not in a button, which does what it is there for.
        """
        super().__init__(owner)
        self._owner = owner
        self._lay_out = lay_out
        self._clicks = clicks
        self._pressed: QPointF | None = None
        self._cursor: QCursor | None = None
        self._watching = False
        self._picked = ""
        self.marks: tuple[Mark, ...] = ()
        """The terms in the text."""

    @property
    def owner(self) -> QWidget:
        """The widget that shows the text."""
        return self._owner

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Take the terms of another text."""
        self.marks = tuple(marks)
        if self.marks and not self._watching:
            self._watching = True
            self._owner.setMouseTracking(True)
            self._owner.installEventFilter(self)
        self._forget()
        self._owner.update()

    def pick_out(self, term: str) -> None:
        """Underline one term by a firm line, wherever it stands; none for an empty id."""
        if term != self._picked:
            self._picked = term
            self._owner.update()

    def draw(self, painter: QPainter) -> None:
        """Underline the terms in the colour of their text."""
        if not self.marks:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, strips in self._lay_out():
            for strip in strips:
                painter.setPen(_pen(strip.colour, firm=mark.term == self._picked))
                below = strip.baseline + 3 * current().scale
                painter.drawLine(QPointF(strip.box.left(), below), QPointF(strip.box.right(), below))
        painter.restore()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the term under the pointer."""
        kind = event.type()
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            return self._explain(QPointF(event.pos()), turn=False)
        if isinstance(event, QMouseEvent):
            self._take_mouse(event)
        elif kind == QEvent.Type.Leave:
            self._point_at(None)
        elif kind in _GONE:
            self._forget()
        return False

    def _take_mouse(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.type() == QEvent.Type.MouseMove:
            self._point_at(place)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = place if event.button() == Qt.MouseButton.LeftButton else None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None and self._clicks:
            moved = (place - self._pressed).manhattanLength()
            self._pressed = None
            # A longer way marks words to be copied.
            if moved < QApplication.startDragDistance():
                self._explain(place, turn=True)

    def _explain(self, place: QPointF, *, turn: bool) -> bool:
        found = self._at(place)
        if found is None:
            return False
        mark, strip = found
        popup = TermPopup.of(self._owner.window())
        (popup.turn if turn else popup.explain)(self._owner, mark, strip.box.toAlignedRect())
        return True

    def _point_at(self, place: QPointF | None) -> None:
        on_term = place is not None and self._at(place) is not None
        popup = TermPopup.found_in(self._owner.window())
        if not on_term and popup is not None:
            popup.leave(self._owner)
        if not self._clicks or on_term == (self._cursor is not None):
            return
        if on_term:
            self._cursor = self._owner.cursor()
            self._owner.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._cursor is not None:
            self._owner.setCursor(self._cursor)
            self._cursor = None

    def _forget(self) -> None:
        popup = TermPopup.found_in(self._owner.window())
        if popup is not None:
            popup.forget(self._owner)

    def _at(self, place: QPointF) -> tuple[Mark, Strip] | None:
        spots = self._lay_out() if self.marks else ()
        return next(((mark, one) for mark, strips in spots for one in strips if one.box.contains(place)), None)


def _pen(colour: str, *, firm: bool) -> QPen:
    theme = current()
    if firm:
        return QPen(theme.colour("accent"), theme.px(2))
    pen = QPen(theme.colour(colour), _DOT * theme.scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    # Of a dash without length Qt draws nothing.
    pen.setDashPattern([0.01, _STEP])
    return pen
