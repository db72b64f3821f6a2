# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of nodes and labels in the bundled font, and the layout made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextOption, QTransform

from wizard.chart.drawing import ChartNode, Drawing
from wizard.chart.fonts import BOLD, MEDIUM, REGULAR, SEMI_BOLD, font
from wizard.chart.layout.layered import Arrow, Box, Layout, lay_out
from wizard.chart.node_words import subtitle_of
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
    title = font(TEXT_PIXELS, SEMI_BOLD, tabular=False)
    quiet = QFontMetricsF(font(TEXT_PIXELS, REGULAR, tabular=False))
    fonts = _Fonts(title, prepared("X", title).size().height(), quiet)
    labels = [QFontMetricsF(font(LABEL_PIXELS, weight, tabular=False)) for weight in (MEDIUM, BOLD)]
    boxes = tuple([_box(node, fonts) for node in drawing.nodes])
    arrows = []
    for arrow in drawing.arrows:
        # On the path the label is bold, so both have to fit.
        width = ceil(max(one.horizontalAdvance(arrow.words) for one in labels) + LABEL_PADDING) if arrow.words else 0.0
        arrows.append(Arrow(arrow.source, arrow.target, width, LABEL_HEIGHT if arrow.words else 0.0))
    before = previous or {}
    near = {number: before[node.key] for number, node in enumerate(drawing.nodes) if node.key in before}
    return Measured(drawing, boxes, tuple(arrows), near)


def arrange(measured: Measured, should_stop: Callable[[], bool] | None = None) -> Plan:
    """Lay a measured drawing out; may run on any thread.

    Raises:
        LayoutStopped: `should_stop` said so.
    """
    layout = lay_out(measured.boxes, measured.arrows, measured.near or None, should_stop=should_stop)
    return Plan(measured.drawing, layout)


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
        text.prepare(QTransform(), used)
    return text


@dataclass(frozen=True)
class _Fonts:
    """What is measured with. The text that will be drawn is also the text that is measured: no two ways to wrap."""

    title: QFont
    line: float
    quiet: QFontMetricsF


def _box(node: ChartNode, fonts: _Fonts) -> Box:
    """Return the narrowest box of the allowed widths in which the words fit: two lines of title, or one and a subtitle.

    No word is cut: where that is not enough, the box gets as wide as its longest word and its subtitle, and higher.
    """
    height = END_HEIGHT if node.shape == "end" else NODE_HEIGHT
    subtitle = subtitle_of(node)
    beside = node_width_beside_text(node)
    lines = fonts.line * (1 if subtitle else TWO_LINES)
    width = max(LEAST_WIDTH, ceil(fonts.quiet.horizontalAdvance(subtitle) + beside) if subtitle else 0.0)
    taken = prepared(node.title, fonts.title, width - beside).size()
    while (taken.width() > width - beside or taken.height() > lines) and width < MOST_WIDTH:
        width = min(width + WIDTH_STEP, MOST_WIDTH)
        taken = prepared(node.title, fonts.title, width - beside).size()
    if taken.width() > width - beside:
        width = float(ceil(taken.width() + beside))
        taken = prepared(node.title, fonts.title, width - beside).size()
    return Box(width, height + max(0.0, ceil(taken.height() - lines)))
