# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pieces that several cards of the Summary page are made of."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.export.citations import Cited
from wizard.ui.theme import TextStyle, current, follow
from wizard.ui.widgets.boxes import CARD_RADIUS, Box, draw_box
from wizard.ui.widgets.card import Card
from wizard.ui.widgets.citation_label import CitationLabel
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.marked_text import MarkedText
from wizard.ui.widgets.term_label import TermLabel

_RULE = 5


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what the keyboard can stop at in a widget, as its layouts show it: from left to right, downwards."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def plain(text: str, style: TextStyle = "card", tone: str = "ink") -> Label:
    """Return a label whose words can be marked and copied by the pointer."""
    label = Label(text, style, tone)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def explained(text: MarkedText, style: TextStyle = "card", tone: str = "ink") -> TermLabel:
    """Return such a label whose terms are explained."""
    return TermLabel(text, style, tone, selectable=True)


class IconLine(QWidget):
    """An icon before a text that wraps."""

    def __init__(
        self, icon: str, text: str, style: TextStyle = "meta", tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon(icon, 17, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.label = plain(text, style, tone)
        self._row.addWidget(self.label, 1)
        follow(self._take_over)

    def _take_over(self) -> None:
        self._row.setSpacing(current().px(7))


class Citations(QWidget):
    """Authorities below each other, each to be copied; what is doubtful about one stands under it."""

    def __init__(self, citations: tuple[Cited, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().sp(4))
        self.labels: list[CitationLabel] = []
        for one in citations:
            label = CitationLabel(one.whole, one.holding, one.whole)
            self.labels.append(label)
            column.addWidget(label)
            if one.doubts:
                row = QHBoxLayout()
                row.setContentsMargins(current().px(25), 0, 0, 0)
                words = ", ".join(one.doubts)
                line = IconLine("triangle-alert", words[:1].upper() + words[1:], "small", "arguable")
                row.addWidget(line, 1)
                column.addLayout(row)


class Content(QWidget):
    """What is scrolled: as high as its texts need at its width, not at their least width."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class RuledCard(Card):
    """A card with a thick rule at its left, in the colour of a token."""

    def __init__(self, heading: str, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, icon, parent)
        self._tone = tone

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        draw_box(painter, whole, Box("line", 1, "surface"), CARD_RADIUS)
        # A thick left border of a style sheet leaves notches at round corners.
        painter.setClipRect(QRectF(0, 0, _RULE, whole.height()))
        draw_box(painter, whole, Box(fill=self._tone), CARD_RADIUS)
