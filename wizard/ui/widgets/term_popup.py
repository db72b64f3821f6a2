# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a term means, in a small box beside the term: there is one for a window, and it never has the keyboard."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from wizard.chart.fonts import SEMI_BOLD
from wizard.ui.theme import current, follow
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.boxes import RADIUS, Box, draw_box
from wizard.ui.widgets.focus_ring import FocusRing
from wizard.ui.widgets.marked_text import Mark, Meaning, in_words
from wizard.ui.widgets.wrapped_text import Run, WrappedText

_WIDTH = 360
_GAP = 4
#: Size of the empty line that parts two languages.
_PARTS = 6
#: How long the box waits for a pointer that is on its way from the term to it.
_LINGERS_MS = 300
_BARE_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
_SENDS_AWAY = {QEvent.Type.Wheel, QEvent.Type.WindowDeactivate, QEvent.Type.Resize}


def runs_of(meanings: Sequence[Meaning]) -> list[Run]:
    """Return the words that explain a term, to be laid out: the term over its meaning, one language after the other."""
    theme = current()
    runs: list[Run] = []
    for number, one in enumerate(meanings):
        if number:
            # A line without a character would be as high as those of the first run.
            runs.append(Run("\n\u00a0\n", theme.font(_PARTS), "ink"))
            runs.append(Run(f"{one.language}\n", theme.font(14), "ink2"))
        runs.append(Run(f"{one.term}\n", theme.font(15, SEMI_BOLD), "ink"))
        runs.append(Run(one.meaning, theme.font(15), "ink"))
    return runs


class TermPopup(QWidget):
    """Shown while the pointer is on a term or on the box; after a click on the term, until anything else is done.

    Escape takes it away and does nothing else; any other key, and a click elsewhere, take it away and do what they do.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.mark: Mark | None = None
        """The term that was explained last."""
        self._owner: QWidget | None = None
        self._strip = QRect()
        self._stays = False
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_LINGERS_MS)
        self._leaving.timeout.connect(self.hide)
        self.hide()
        follow(self._take_over)

    @staticmethod
    def found_in(window: QWidget) -> "TermPopup | None":
        """Return the one of a window, if something has been explained there."""
        return window.findChild(TermPopup)

    @staticmethod
    def of(window: QWidget) -> "TermPopup":
        """Return the one of a window, made when it is first needed."""
        found = TermPopup.found_in(window)
        return TermPopup(window) if found is None else found

    def explain(self, owner: QWidget, mark: Mark, strip: QRect) -> None:
        """Explain a term while the pointer is on it; `strip` is where it stands, in the coordinates of `owner`."""
        self._leaving.stop()
        if self._shows(owner, mark):
            return
        self._owner, self.mark, self._stays = owner, mark, False
        self._strip = strip.translated(owner.mapTo(self.window(), QPoint(0, 0)))
        self._place()
        self.raise_()
        self.show()

    def turn(self, owner: QWidget, mark: Mark, strip: QRect) -> None:
        """Explain a term until anything else is done; if it is explained so already, take the explanation away."""
        if self._shows(owner, mark) and self._stays:
            self.hide()
            return
        self.explain(owner, mark, strip)
        self._stays = True
        announce(self, in_words(mark.meanings))

    def leave(self, owner: QWidget) -> None:
        """The pointer has left the terms of a widget."""
        if owner is self._owner and not self._stays and self.isVisible():
            self._leaving.start()

    def forget(self, owner: QWidget) -> None:
        """A widget has gone, or shows another text."""
        if owner is self._owner:
            self.hide()

    def _shows(self, owner: QWidget, mark: Mark) -> bool:
        return self.isVisible() and owner is self._owner and mark == self.mark

    def _place(self) -> None:
        """Stand under the term, or over it where there is no room below."""
        window = self.window()
        margin = _margin()
        most = min(current().px(_WIDTH), window.width() - 2 * _GAP)
        text = self._text(most)
        width, height = min(most, math.ceil(text.width) + 2 * margin), text.height + 2 * margin
        under, over = self._strip.bottom() + _GAP, self._strip.top() - _GAP - height
        top = over if under + height > window.height() and over >= 0 else under
        left = max(_GAP, min(self._strip.left() - margin, window.width() - width - _GAP))
        self.setGeometry(left, top, width, height)
        self.update()

    def _text(self, width: int) -> WrappedText:
        meanings = () if self.mark is None else self.mark.meanings
        return WrappedText(runs_of(meanings), max(1, width - 2 * _margin()))

    def _take_over(self) -> None:
        self.hide()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        application().installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._leaving.stop()
        self._owner = None
        application().removeEventFilter(self)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaving.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self._stays:
            self._leaving.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when anything else is done, wherever in the program."""
        kind = event.type()
        if isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress and event.key() not in _BARE_MODIFIERS:
                self.hide()
                return event.key() == Qt.Key.Key_Escape
        elif isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress and not self._holds(event.globalPosition().toPoint()):
                self.hide()
        elif kind == QEvent.Type.ZOrderChange and isinstance(watched, FocusRing):
            # The ring comes to the front each time it is placed.
            self.raise_()
        elif kind == QEvent.Type.Wheel or (watched is self.window() and kind in _SENDS_AWAY):
            self.hide()
        return False

    def _holds(self, place: QPoint) -> bool:
        """Return whether a place on the screen is on the box or on its term."""
        here = self.window().mapFromGlobal(place)
        return self.geometry().contains(here) or self._strip.contains(here)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), Box("control", 1, "surface"), RADIUS)
        self._text(self.width()).draw(painter, _margin(), _margin())


def application() -> QApplication:
    """Return the running application.

    Raises:
        RuntimeError: there is none.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        msg = "A box over a window needs an application."
        raise RuntimeError(msg)  # noqa: TRY004 it is missing, not of a wrong type
    return app


def _margin() -> int:
    return current().sp(10)
