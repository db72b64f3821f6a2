# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of nodes and labels in the bundled font, and the layout made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextOption, QTransform

from wizard.chart.drawing import ChartNode, Drawing, Shape
from wizard.chart.fonts import BOLD, MEDIUM, REGULAR, SEMI_BOLD, font
from wizard.chart.layout.layered import Arrow, Box, Layout, lay_out
from wizard.chart.node_words import subtitle_of
from wizard.chart.places import Places
from wizard.chart.style import (
    END_HEIGHT,
    GATE_POINT,
    LABEL_PIXELS,
    LEAST_WIDTH,
    MOST_WIDTH,
    NODE_HEIGHT,
    TEXT_LEFT,
    TEXT_PIXELS,
)
from wizard.model.names import NodeKey

LABEL_PADDING = 12.0
LABEL_HEIGHT = 19.0
TEXT_RIGHT = 9.0
#: Where the outline is not upright, words keep further off its right end.
SLANTED = {"gate": 2 * GATE_POINT * 0.6, "end": 5.0}
WIDTH_STEP = 8.0
TWO_LINES = 2


@dataclass(frozen=True)
class Plan:
    """A drawing with its layout."""

    drawing: Drawing
    layout: Layout

    @cached_property
    def rects(self) -> list[QRectF]:
        """The rectangles of the nodes."""
        return [QRectF(rect.x, rect.y, rect.width, rect.height) for rect in self.layout.nodes]

    @cached_property
    def places(self) -> Places:
        """What lies where."""
        return Places(self.layout)

    def x_by_key(self) -> dict[NodeKey, float]:
        """Return the middle of each node, so that the next layout of the same tree stays near."""
        return {
            node.key: rect.x + rect.width / 2 for node, rect in zip(self.drawing.nodes, self.layout.nodes, strict=True)
        }


@dataclass(frozen=True)
class Measured:
    """A drawing with the sizes of its nodes and labels; `near` are the middles that nodes had before."""

    drawing: Drawing
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    near: Mapping[int, float]


def measure(drawing: Drawing, previous: Mapping[NodeKey, float] | None = None) -> Measured:
    """Measure a drawing in the bundled font, on the interface thread; `previous`: see `Plan.x_by_key`."""
    ruler = _Ruler()
    boxes = tuple([ruler.box(node) for node in drawing.nodes])
    widths = {words: ruler.label_width(words) for words in {arrow.words: None for arrow in drawing.arrows} if words}
    arrows = []
    for arrow in drawing.arrows:
        width = widths.get(arrow.words, 0.0)
        arrows.append(Arrow(arrow.source, arrow.target, width, LABEL_HEIGHT if width else 0.0))
    before = previous or {}
    near = {number: before[node.key] for number, node in enumerate(drawing.nodes) if node.key in before}
    return Measured(drawing, boxes, tuple(arrows), near)


def arrange(measured: Measured, should_stop: Callable[[], bool] | None = None) -> Plan:
    """Lay a measured drawing out; may run on any thread.

    Raises:
        LayoutStopped: `should_stop` said so.
    """
    layout = lay_out(measured.boxes, measured.arrows, measured.near or None, should_stop=should_stop)
    made = Plan(measured.drawing, layout)
    # Made here and now, not when the interface thread first asks.
    _ = made.places
    return made


def plan(drawing: Drawing, previous: Mapping[NodeKey, float] | None = None) -> Plan:
    """Measure a drawing and lay it out."""
    return arrange(measure(drawing, previous))


def node_width_beside_text(node: ChartNode) -> float:
    """Return how much of a node's width its text may not use, px."""
    return TEXT_LEFT + TEXT_RIGHT + SLANTED.get(node.shape, 0.0)


def text_room(node: ChartNode, width: float) -> float:
    """Return how wide the text of a node of this width may be, px."""
    return width - node_width_beside_text(node)


def prepared(words: str, used: QFont, room: float | None = None) -> QStaticText:
    """Return words ready to be drawn, as plain text, wrapped where they would be wider than `room`."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    text.setTextOption(option)
    text.prepare(QTransform(), used)
    if room is not None and text.size().width() > room:
        text.setTextWidth(room)
    return text


#: Boxes measured already, by title, second line and shape: a tree is laid out again whenever a part of it is folded.
_known_boxes: dict[tuple[str, str, Shape], Box] = {}
_MOST_KNOWN = 20_000


class _Ruler:
    """Measures words in the bundled font.

    The text that will be drawn is also the one that is measured: there are no two ways to wrap.
    """

    def __init__(self) -> None:
        self._title = font(TEXT_PIXELS, SEMI_BOLD, tabular=False)
        self._line = prepared("X", self._title).size().height()
        self._quiet = QFontMetricsF(font(TEXT_PIXELS, REGULAR, tabular=False))
        self._labels = [QFontMetricsF(font(LABEL_PIXELS, weight, tabular=False)) for weight in (MEDIUM, BOLD)]
        if len(_known_boxes) > _MOST_KNOWN:
            _known_boxes.clear()

    def label_width(self, words: str) -> float:
        """Return the width of a label: on the path it is bold, so both have to fit."""
        return float(ceil(max(one.horizontalAdvance(words) for one in self._labels) + LABEL_PADDING))

    def box(self, node: ChartNode) -> Box:
        """Return the narrowest box of the allowed widths that holds two lines of title, or one and a second line.

        No word is cut: where that is not enough, the box gets as wide as its longest word and second line, and higher.
        """
        subtitle = subtitle_of(node)
        key = (node.title, subtitle, node.shape)
        box = _known_boxes.get(key)
        if box is None:
            box = _known_boxes[key] = self._measure(node, subtitle)
        return box

    def _measure(self, node: ChartNode, subtitle: str) -> Box:
        height = END_HEIGHT if node.shape == "end" else NODE_HEIGHT
        beside = node_width_beside_text(node)
        lines = self._line * (1 if subtitle else TWO_LINES)
        width = max(LEAST_WIDTH, ceil(self._quiet.horizontalAdvance(subtitle) + beside) if subtitle else 0.0)
        taken = self._taken(node.title, width - beside)
        while (taken.width() > width - beside or taken.height() > lines) and width < MOST_WIDTH:
            width = min(width + WIDTH_STEP, MOST_WIDTH)
            taken = self._taken(node.title, width - beside)
        if taken.width() > width - beside:
            width = float(ceil(taken.width() + beside))
            taken = self._taken(node.title, width - beside)
        return Box(width, height + max(0.0, ceil(taken.height() - lines)))

    def _taken(self, words: str, room: float) -> QSizeF:
        return prepared(words, self._title, room).size()
