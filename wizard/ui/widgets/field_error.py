# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a field: a sentence above it, and a bar beside the whole question."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

_BAR = 5


class FieldError(QWidget):
    """The sentence, with the sign of an error; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(style="label", tone="error")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon("octagon-x", 18, "error", 2.3), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._label, 1)
        self.hide()
        follow(self._take_over)

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say what is wrong; nothing hides it."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def _take_over(self) -> None:
        self._row.setSpacing(current().px(7))


class ErrorFrame(QFrame):
    """A question or a field with a bar at its left while it is marked.

    The room for the bar, 18 pixels at 100 %, is always there, so that nothing moves when it appears: a page takes it
    off its own margin.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked = False
        self.body = QVBoxLayout(self)
        """Where the page puts what the bar stands beside."""
        follow(self._take_over)

    @property
    def marked(self) -> bool:
        """Whether the bar is there."""
        return self._marked

    def set_marked(self, marked: bool) -> None:
        """Show the bar, or take it away."""
        self._marked = marked
        self.update()

    def _take_over(self) -> None:
        self.body.setContentsMargins(current().sp(18), 2, 0, 2)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            QPainter(self).fillRect(QRectF(0, 0, _BAR, self.height()), current().colour("error"))
