# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints nodes: outline by kind, line and fill by state, words, icon or status shape."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QStaticText

from wizard.chart.drawing import ChartNode, Drawing, Shape
from wizard.chart.fonts import BOLD, REGULAR, SEMI_BOLD, font
from wizard.chart.icons import STROKE, STRONG_STROKE, draw_icon
from wizard.chart.measuring import prepared, text_room
from wizard.chart.node_words import subtitle_of
from wizard.chart.stamps import Stamps, Surface
from wizard.chart.status_shapes import draw_status_shape
from wizard.chart.step_states import StepState
from wizard.chart.style import (
    CARD_OFFSET,
    GATE_POINT,
    ICON,
    ICONS,
    OUTSIDE,
    SECOND_OUTLINE,
    TEXT_LEFT,
    TEXT_PIXELS,
    body,
    hatching,
    node_looks,
    outline,
    reach,
)
from wizard.chart.tokens import Tokens, status_colours

PIN_HEIGHT = 21.0
PIN_PIXELS = 13
#: How far the pin stands out of the current node, to the left and above.
PIN_LEFT, PIN_ABOVE = 12.0, 18.0
FOCUS_GAP = 2.0
FOCUS_WIDTH = 3.0
#: How far the edge of a node stands out of its rectangle at most.
STAMP_EDGE = 2.0
#: How much nearer to the title the second line stands than the font would have it.
LINE_OVERLAP = 3.0


Draw = Callable[[QPainter, Surface], None]
"""Draws one thing with what it has kept."""


class NodePainter:
    """The nodes of one drawing. What each needs in a state is prepared when it is first seen so."""

    def __init__(self, drawing: Drawing, rects: Sequence[QRectF], tokens: Tokens, *, exact: bool) -> None:
        self._nodes = drawing.nodes
        self._rects = rects
        self._tokens = tokens
        self._exact = exact
        self._looks = node_looks(tokens)
        self._ground = QBrush(QColor(tokens.paper))
        self._hatch = QPen(QColor(tokens.hatch), 1)
        self._title_font = font(TEXT_PIXELS, SEMI_BOLD, tabular=False)
        self._quiet_font = font(TEXT_PIXELS, REGULAR, tabular=False)
        self._pin_font = font(PIN_PIXELS, BOLD, tabular=False)
        self._prepared: dict[tuple[int, StepState, bool, bool], list[Draw]] = {}
        self._stamps = Stamps()

    def paint(
        self, painter: QPainter, surface: Surface, number: int, state: StepState, *, text: bool, hover: bool
    ) -> None:
        """Paint one node."""
        key = (number, state, text, hover)
        draws = self._prepared.get(key)
        if draws is None:
            draws = self._prepared[key] = self._prepare(number, state, text=text, hover=hover)
        for draw in draws:
            draw(painter, surface)

    def paint_boxes(self, painter: QPainter, numbers: Iterable[int], states: Sequence[StepState]) -> None:
        """Paint nodes as filled boxes."""
        boxes: dict[StepState, list[QRectF]] = {}
        for number in numbers:
            boxes.setdefault(states[number], []).append(self._rects[number])
        painter.setPen(Qt.PenStyle.NoPen)
        for state in sorted(boxes):
            look = self._looks[state]
            painter.setBrush(look.pen.color() if state >= StepState.TAKEN else self._hatch.color())
            painter.drawRects(boxes[state])

    def paint_focus(self, painter: QPainter, number: int, state: StepState) -> None:
        """Paint the ring that shows where the keyboard is."""
        shape = self._nodes[number].shape
        around = reach(shape, self._rects[number], state)
        painter.setPen(QPen(QColor(self._tokens.focus), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline(shape, around, FOCUS_GAP + FOCUS_WIDTH / 2 + self._looks[state].pen.widthF() / 2))

    def placed_words(self, number: int, rect: QRectF) -> list[tuple[QStaticText, QPointF]]:
        """Return the title of a node that fills a rectangle, and its second line if it has one, with their corners."""
        node = self._nodes[number]
        title = prepared(node.title, self._title_font, text_room(node, self._rects[number].width()))
        left = _left(node, rect) + TEXT_LEFT
        height = title.size().height()
        words = subtitle_of(node)
        if not words:
            return [(title, QPointF(left, rect.center().y() - height / 2))]
        subtitle = prepared(words, self._quiet_font)
        top = rect.center().y() - (height + subtitle.size().height() - LINE_OVERLAP) / 2
        return [(title, QPointF(left, top)), (subtitle, QPointF(left, top + height - LINE_OVERLAP))]

    # -- what a node is made of ---------------------------------------------------------------------------------------

    def _prepare(self, number: int, state: StepState, *, text: bool, hover: bool) -> list[Draw]:
        node = self._nodes[number]
        rect = body(node.shape, self._rects[number], state)
        draws = self._outlines(node, rect, state, text=text, hover=hover)
        if text:
            draws.append(self._mark(node, rect, state))
            draws += self._words(number, rect, state)
            if state is StepState.CURRENT:
                draws.append(self._pin(rect))
        return draws

    def _outlines(self, node: ChartNode, rect: QRectF, state: StepState, *, text: bool, hover: bool) -> list[Draw]:
        look, ahead = self._looks[state], self._looks[StepState.OPEN]
        draws: list[Draw] = []
        if state is StepState.CURRENT:
            # What lies between both outlines hides the lines that end there.
            second = QPen(look.fill, SECOND_OUTLINE)
            draws.append(partial(_draw_shape, second, QBrush(ahead.fill), outline(node.shape, rect, OUTSIDE)))
        if node.shape == "subtree":
            pen = QPen(look.pen.color(), 1.2, look.pen.style())
            fill = QBrush(ahead.fill if state is StepState.CURRENT else look.fill)
            for offset in (2 * CARD_OFFSET, CARD_OFFSET):
                card = outline(node.shape, rect.translated(offset, offset))
                draws.append(partial(_draw_shape, pen, fill, card))
        if state is StepState.RULED_OUT and text and not hover:
            key = (node.shape, rect.width(), rect.height())
            around = rect.adjusted(-STAMP_EDGE, -STAMP_EDGE, STAMP_EDGE, STAMP_EDGE)
            # Dashes and hatching take long to draw.
            return [*draws, self._stamp(key, around, partial(self._paint_ruled_out, node.shape))]
        pen = QPen(look.pen)
        if hover:
            pen.setWidthF(pen.widthF() + 1)
        draws.append(partial(_draw_shape, pen, QBrush(self._fill(node, state)), outline(node.shape, rect)))
        if state is StepState.RULED_OUT and text:
            draws.append(partial(self._draw_hatch, node.shape, rect))
        return draws

    def _stamp(self, key: Hashable, rect: QRectF, paint: Callable[[QPainter, QRectF], None]) -> Draw:
        """Return what draws a small picture: as a copy for the screen, stroke by stroke for a file."""

        def draw(painter: QPainter, surface: Surface) -> None:
            if self._exact:
                paint(painter, rect)
            else:
                self._stamps.draw(painter, surface, key, rect, paint)

        return draw

    def _fill(self, node: ChartNode, state: StepState) -> QColor:
        if node.status is None or state in (StepState.RULED_OUT, StepState.CURRENT) or node.status == "barred":
            return self._looks[state].fill
        return QColor(status_colours(self._tokens, node.status).fill)

    def _paint_ruled_out(self, shape: Shape, painter: QPainter, place: QRectF) -> None:
        inner = place.adjusted(STAMP_EDGE, STAMP_EDGE, -STAMP_EDGE, -STAMP_EDGE)
        painter.setPen(self._looks[StepState.RULED_OUT].pen)
        painter.setBrush(self._looks[StepState.RULED_OUT].fill)
        painter.drawPath(outline(shape, inner))
        self._paint_hatch(painter, shape, inner)

    def _draw_hatch(self, shape: Shape, rect: QRectF, painter: QPainter, _surface: Surface) -> None:
        self._paint_hatch(painter, shape, rect)

    def _paint_hatch(self, painter: QPainter, shape: Shape, rect: QRectF) -> None:
        painter.setPen(self._hatch)
        painter.translate(rect.topLeft())
        painter.drawLines(hatching(shape, rect.width(), rect.height()))
        painter.translate(-rect.topLeft())

    def _mark(self, node: ChartNode, rect: QRectF, state: StepState) -> Draw:
        """Return what draws the icon of a kind, or the shape of a status."""
        square = QRectF(_left(node, rect) + 10, rect.center().y() - ICON / 2, ICON, ICON)
        status = node.status if state is not StepState.CURRENT else None
        name = ICONS[node.shape] if state is not StepState.UNKNOWN else ICONS["question"]
        colour = self._looks[state].icon
        stroke = STRONG_STROKE if state is StepState.UNKNOWN else STROKE

        def paint(painter: QPainter, place: QRectF) -> None:
            if status is not None:
                draw_status_shape(painter, status, place, self._tokens)
            else:
                draw_icon(painter, name, place, colour, stroke)

        return self._stamp(status or (name, colour, stroke), square, paint)

    def _words(self, number: int, rect: QRectF, state: StepState) -> list[Draw]:
        look = self._looks[state]
        inks = ((self._title_font, look.text), (self._quiet_font, look.quiet_text))
        draws: list[Draw] = []
        for (text, corner), (used, colour) in zip(self.placed_words(number, rect), inks, strict=False):
            if state is StepState.RULED_OUT:
                size = text.size()
                halo = QRectF(corner.x() - 3, corner.y() - 1, size.width() + 6, size.height() + 2)
                draws.append(partial(_draw_halo, self._ground, halo))
            draws.append(partial(_draw_text, used, colour, corner, text))
        return draws

    def _pin(self, rect: QRectF) -> Draw:
        words = prepared(QCoreApplication.translate("Chart", "Here"), self._pin_font)
        corner = QPointF(rect.left() - PIN_LEFT, rect.top() - PIN_ABOVE)
        around = QRectF(corner.x() - 1, corner.y() - 1, words.size().width() + 34, PIN_HEIGHT + 2)

        def paint(painter: QPainter, place: QRectF) -> None:
            pin = place.adjusted(1, 1, -1, -1)
            accent = self._looks[StepState.CURRENT].fill
            painter.setPen(QPen(accent, 2))
            painter.setBrush(self._looks[StepState.OPEN].fill)
            painter.drawRoundedRect(pin, PIN_HEIGHT / 2, PIN_HEIGHT / 2)
            draw_icon(painter, "map-pin", QRectF(pin.left() + 7, pin.top() + 3.5, 14, 14), accent.name(), 2.6)
            painter.setPen(accent)
            painter.setFont(self._pin_font)
            painter.drawStaticText(QPointF(pin.left() + 23, pin.center().y() - words.size().height() / 2), words)

        return self._stamp("pin", around, paint)


def _left(node: ChartNode, rect: QRectF) -> float:
    return rect.left() + (GATE_POINT * 0.6 if node.shape == "gate" else 0.0)


def _draw_shape(pen: QPen, fill: QBrush, path: QPainterPath, painter: QPainter, _surface: Surface) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(path)


def _draw_halo(ground: QBrush, rect: QRectF, painter: QPainter, _surface: Surface) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 3, 3)


def _draw_text(
    used: QFont, colour: QColor, corner: QPointF, text: QStaticText, painter: QPainter, _surface: Surface
) -> None:
    painter.setFont(used)
    painter.setPen(colour)
    painter.drawStaticText(corner, text)
