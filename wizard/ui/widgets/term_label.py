# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A label whose terms are underlined and explained; its text stands as in any other label."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from wizard.ui.theme import TextStyle
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.marked_text import MarkedText, in_words
from wizard.ui.widgets.term_spots import Spot, TermSpots
from wizard.ui.widgets.wrapped_text import Run, WrappedText


class TermLabel(Label):
    """Plain text that wraps; a screen reader gets the meanings of its terms as its description."""

    def __init__(
        self,
        text: MarkedText | None = None,
        style: TextStyle = "body",
        tone: str = "ink",
        *,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make one.

        Args:
            text: what it shows first.
            style: what the text is for.
            tone: the colour of the text.
            selectable: its words can be marked and copied by the pointer.
            parent: the widget that holds it.
        """
        super().__init__("", style, tone, parent=parent)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.spots = TermSpots(self, self._places, clicks=True)
        self.show_text(MarkedText() if text is None else text)

    def show_text(self, text: MarkedText) -> None:
        """Show a text with its terms."""
        super().setText(text.text)
        self.spots.set_marks(text.marks)
        self.setAccessibleDescription(" ".join(in_words(mark.meanings) for mark in text.marks))

    @override
    def setText(self, text: str) -> None:
        self.show_text(MarkedText(text))

    def _places(self) -> Iterator[Spot]:
        room = self.contentsRect()
        # Qt lets a word that is too long for a label run over.
        text = WrappedText([Run(self.text(), self.font(), self.property("tone"))], room.width(), break_words=False)
        top = room.top() + max(0.0, (room.height() - text.height) / 2)
        for mark in self.spots.marks:
            yield mark, text.strips(mark.start, mark.end, room.left(), top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.spots.draw(QPainter(self))
