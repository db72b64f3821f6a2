# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of nodes and labels in the bundled font, and the layout made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

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
WIDTH_STEP = 8.0
TWO_LINES = 2
#: Qt gives the width of a wrapped text in whole px, rounded either way.
ROUNDING = 1.0


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
    labels = [QFontMetricsF(font(LABEL_PIXELS, weight, tabular=False)) for weight in (MEDIUM, BOLD)]
    boxes = tuple([_box(node, title, quiet) for node in drawing.nodes])
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
    return TEXT_LEFT + TEXT_RIGHT + (2 * GATE_POINT * 0.6 if node.shape == "gate" else 0.0)


def text_room(node: ChartNode, width: float) -> float:
    """Return how wide the text of a node of this width may be, px."""
    return width - node_width_beside_text(node)


def _box(node: ChartNode, title: QFontMetricsF, quiet: QFontMetricsF) -> Box:
    """Return the narrowest box of the allowed widths in which the words fit: two lines of title, or one and a subtitle.

    No word is cut: where that is not enough, the box gets as wide as its longest word and its subtitle, and higher.
    """
    height = END_HEIGHT if node.shape == "end" else NODE_HEIGHT
    subtitle = subtitle_of(node)
    beside = node_width_beside_text(node)
    lines = 1 if subtitle else TWO_LINES
    width = max(LEAST_WIDTH, ceil(quiet.horizontalAdvance(subtitle) + beside) if subtitle else 0.0)
    while width < MOST_WIDTH and not _fits(node.title, title, width - beside, lines):
        width = min(width + WIDTH_STEP, MOST_WIDTH)
    if _fits(node.title, title, width - beside, lines):
        return Box(width, height)
    width = max(width, ceil(_wrapped(node.title, title, width - beside).width() + ROUNDING + beside))
    higher = _wrapped(node.title, title, width - beside).height() - lines * title.height()
    return Box(width, height + max(0.0, ceil(higher)))


def _fits(words: str, metrics: QFontMetricsF, room: float, lines: int) -> bool:
    taken = _wrapped(words, metrics, room)
    return taken.width() + ROUNDING <= room and taken.height() <= metrics.height() * lines + ROUNDING


def _wrapped(words: str, metrics: QFontMetricsF, room: float) -> QRectF:
    """Return the room that words take which are wrapped at a width; a longer word stands out."""
    return metrics.boundingRect(QRectF(0, 0, room - ROUNDING, 100_000), int(Qt.TextFlag.TextWordWrap), words)
