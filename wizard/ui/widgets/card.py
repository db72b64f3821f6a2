# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards: a surface with a thin line around it; one kind only holds things, the other can be pressed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import CARD_RADIUS, Box, draw_box
from wizard.ui.widgets.focus_ring import set_ring
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

_BAR = 4


class Card(QFrame):
    """A card that holds things, with a heading if it has one."""

    def __init__(self, heading: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        """Where the contents go."""
        self._head: QHBoxLayout | None = None
        if heading:
            self._head = QHBoxLayout()
            if icon:
                self._head.addWidget(Icon(icon, 19, "ink2"))
            self._head.addWidget(Label(heading, "section"), 1)
            self.body.addLayout(self._head)
        follow(self._take_over)

    def _take_over(self) -> None:
        theme = current()
        self.body.setContentsMargins(theme.sp(18), theme.sp(14), theme.sp(18), theme.sp(14))
        if self._head is not None:
            self._head.setSpacing(theme.sp(8))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("line", 1, "surface"), CARD_RADIUS)


class CardButton(QAbstractButton):
    """A card or a row of a list that does one thing when it is pressed, by pointer, Space or Enter.

    Give it an accessible name that says it all, for its contents are then parts of a button.
    """

    def __init__(self, name: str, *, edge: bool = True, parent: QWidget | None = None) -> None:
        """Make one.

        Args:
            name: what a screen reader says.
            edge: a line around it; a row of a list has none, and its ring lies inside.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._edge = edge
        self._current = False
        self.body = QVBoxLayout(self)
        """Where the contents go."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, radius=CARD_RADIUS, inside=not edge)
        follow(self._take_over)

    def set_current(self, on: bool) -> None:
        """Mark it as the one that is shown now, by a bar at its left."""
        self._current = on
        self.update()

    def _take_over(self) -> None:
        theme = current()
        self.body.setContentsMargins(theme.sp(18), theme.sp(14), theme.sp(18), theme.sp(14))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pointed = self.underMouse() or self.isDown() or self._current
        fill = "accent_soft" if pointed else "surface" if self._edge else None
        # With more contrast the tint cannot be seen.
        firm = self.isDown() or (self.underMouse() and current().high_contrast)
        edge = "accent" if firm else "line" if self._edge else None
        whole = QRectF(self.rect())
        draw_box(painter, whole, Box(edge, 1, fill), CARD_RADIUS)
        if self._current:
            draw_box(painter, QRectF(0, 0, _BAR, whole.height()), Box(fill="accent"), _BAR / 2)
