# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of nodes and labels in the bundled font, and the layout made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from wizard.chart.drawing import ChartNode, Drawing
from wizard.chart.fonts import MEDIUM, REGULAR, SEMI_BOLD, font
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
    title = QFontMetricsF(font(TEXT_PIXELS, SEMI_BOLD, tabular=False))
    quiet = QFontMetricsF(font(TEXT_PIXELS, REGULAR, tabular=False))
    label = QFontMetricsF(font(LABEL_PIXELS, MEDIUM, tabular=False))
    boxes = tuple([_box(node, title, quiet) for node in drawing.nodes])
    arrows = []
    for arrow in drawing.arrows:
        words = arrow.words
        width = round(label.horizontalAdvance(words) + LABEL_PADDING) if words else 0.0
        arrows.append(Arrow(arrow.source, arrow.target, width, LABEL_HEIGHT if words else 0.0))
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
    return TEXT_LEFT + TEXT_RIGHT + (2 * GATE_POINT * 0.6 if node.shape == "gate" else 0.0)


def text_room(node: ChartNode, width: float) -> float:
    """Return how wide the text of a node of this width may be, px."""
    return width - node_width_beside_text(node)


def _box(node: ChartNode, title: QFontMetricsF, quiet: QFontMetricsF) -> Box:
    """Return the narrowest box of the allowed widths in which the words fit: two lines of title, or one and a subtitle.

    A subtitle is never cut: it may widen the box further.
    """
    height = END_HEIGHT if node.shape == "end" else NODE_HEIGHT
    subtitle = subtitle_of(node)
    lines = 1 if subtitle else TWO_LINES
    needed = quiet.horizontalAdvance(subtitle) + node_width_beside_text(node) if subtitle else 0.0
    width = LEAST_WIDTH
    while width < MOST_WIDTH and not _fits(node.title, title, text_room(node, width), lines):
        width += WIDTH_STEP
    return Box(max(min(width, MOST_WIDTH), float(ceil(needed))), height)


def _fits(words: str, metrics: QFontMetricsF, room: float, lines: int) -> bool:
    flags = Qt.TextFlag.TextWordWrap if lines > 1 else Qt.TextFlag.TextSingleLine
    taken = metrics.boundingRect(QRectF(0, 0, room, 1000), int(flags), words)
    return taken.width() <= room and taken.height() <= metrics.height() * lines + 1
