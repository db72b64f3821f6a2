# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints nodes: outline by kind, line and fill by state, words, icon or status shape."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QStaticText

from wizard.chart.drawing import ChartNode, Drawing
from wizard.chart.fonts import BOLD, REGULAR, SEMI_BOLD, font
from wizard.chart.icons import STROKE, STRONG_STROKE, draw_icon, icon_pixmap
from wizard.chart.measuring import prepared, text_room
from wizard.chart.node_words import subtitle_of
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
#: How much nearer to the title the second line stands than the font would have it.
LINE_OVERLAP = 3.0


class NodePainter:
    """The nodes of one drawing; outlines and texts are prepared when first seen."""

    def __init__(self, drawing: Drawing, rects: Sequence[QRectF], tokens: Tokens, *, exact: bool) -> None:
        self._nodes = drawing.nodes
        self._rects = rects
        self._tokens = tokens
        self._exact = exact
        self._looks = node_looks(tokens)
        self._ground = QColor(tokens.paper)
        self._hatch = QPen(QColor(tokens.hatch), 1)
        self._title_font = font(TEXT_PIXELS, SEMI_BOLD, tabular=False)
        self._quiet_font = font(TEXT_PIXELS, REGULAR, tabular=False)
        self._pin_font = font(PIN_PIXELS, BOLD, tabular=False)
        self._outlines: dict[int, QPainterPath] = {}
        self._titles: dict[int, QStaticText] = {}
        self._subtitles: dict[int, QStaticText] = {}
        self._icons: dict[tuple[str, str, float, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, number: int, state: StepState, *, text: bool, hover: bool) -> None:
        """Paint one node."""
        node = self._nodes[number]
        rect = body(node.shape, self._rects[number], state)
        look = self._looks[state]
        if state is StepState.CURRENT:
            self._paint_second_outline(painter, node, rect)
        if node.shape == "subtree":
            self._paint_cards(painter, node, rect, state)
        pen = look.pen
        if hover:
            pen = QPen(pen)
            pen.setWidthF(pen.widthF() + 1)
        painter.setPen(pen)
        painter.setBrush(self._fill(node, state))
        painter.drawPath(self._outline(number) if state is not StepState.CURRENT else outline(node.shape, rect))
        if not text:
            return
        if state is StepState.RULED_OUT:
            self._paint_hatch(painter, node, rect)
        self._paint_mark(painter, node, rect, state)
        self._paint_words(painter, number, rect, state)
        if state is StepState.CURRENT:
            self._paint_pin(painter, rect)

    def paint_boxes(self, painter: QPainter, states: Sequence[StepState]) -> None:
        """Paint all nodes as filled boxes."""
        boxes: dict[StepState, list[QRectF]] = {}
        for rect, state in zip(self._rects, states, strict=True):
            boxes.setdefault(state, []).append(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        for state, rects in boxes.items():
            look = self._looks[state]
            painter.setBrush(look.pen.color() if state >= StepState.TAKEN else self._hatch.color())
            painter.drawRects(rects)

    def paint_focus(self, painter: QPainter, number: int, state: StepState) -> None:
        """Paint the ring that shows where the keyboard is."""
        shape = self._nodes[number].shape
        around = reach(shape, self._rects[number], state)
        painter.setPen(QPen(QColor(self._tokens.focus), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline(shape, around, FOCUS_GAP + FOCUS_WIDTH / 2 + self._looks[state].pen.widthF() / 2))

    def _outline(self, number: int) -> QPainterPath:
        path = self._outlines.get(number)
        if path is None:
            path = self._outlines[number] = outline(self._nodes[number].shape, self._rects[number])
        return path

    def _fill(self, node: ChartNode, state: StepState) -> QColor:
        if node.status is None or state in (StepState.RULED_OUT, StepState.CURRENT) or node.status == "barred":
            return self._looks[state].fill
        return QColor(status_colours(self._tokens, node.status).fill)

    def _paint_second_outline(self, painter: QPainter, node: ChartNode, rect: QRectF) -> None:
        """Mark the current node; what lies between both outlines hides the lines that end there."""
        painter.setPen(QPen(self._looks[StepState.CURRENT].fill, SECOND_OUTLINE))
        painter.setBrush(self._looks[StepState.OPEN].fill)
        painter.drawPath(outline(node.shape, rect, OUTSIDE))

    def _paint_cards(self, painter: QPainter, node: ChartNode, rect: QRectF, state: StepState) -> None:
        look = self._looks[state]
        painter.setPen(QPen(look.pen.color(), 1.2, look.pen.style()))
        painter.setBrush(self._looks[StepState.OPEN].fill if state is StepState.CURRENT else look.fill)
        for offset in (2 * CARD_OFFSET, CARD_OFFSET):
            painter.drawPath(outline(node.shape, rect.translated(offset, offset)))

    def _paint_hatch(self, painter: QPainter, node: ChartNode, rect: QRectF) -> None:
        painter.setPen(self._hatch)
        painter.translate(rect.topLeft())
        painter.drawLines(hatching(node.shape, rect.width(), rect.height()))
        painter.translate(-rect.topLeft())

    def _left(self, node: ChartNode, rect: QRectF) -> float:
        return rect.left() + (GATE_POINT * 0.6 if node.shape == "gate" else 0.0)

    def _paint_mark(self, painter: QPainter, node: ChartNode, rect: QRectF, state: StepState) -> None:
        square = QRectF(self._left(node, rect) + 10, rect.center().y() - ICON / 2, ICON, ICON)
        if node.status is not None and state is not StepState.CURRENT:
            draw_status_shape(painter, node.status, square, self._tokens)
            return
        name = ICONS[node.shape] if state is not StepState.UNKNOWN else ICONS["question"]
        colour = self._looks[state].icon
        stroke = STRONG_STROKE if state is StepState.UNKNOWN else STROKE
        if self._exact:
            draw_icon(painter, name, square, colour, stroke)
            return
        self._draw_icon(painter, name, square.topLeft(), colour, stroke)

    def _draw_icon(self, painter: QPainter, name: str, corner: QPointF, colour: str, stroke: float) -> None:
        """Draw an icon pixel by pixel: a scaled picture, or one between two pixels, has ragged lines."""
        transform = painter.worldTransform()
        fineness = painter.device().devicePixelRatio()
        key = (name, colour, stroke, round(transform.m11() * fineness, 2), fineness)
        picture = self._icons.get(key)
        if picture is None:
            picture = self._icons[key] = QPixmap(icon_pixmap(name, int(ICON), colour, key[3], stroke))
            picture.setDevicePixelRatio(fineness)
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(transform.map(corner).toPoint(), picture)
        painter.setWorldMatrixEnabled(True)

    def _paint_words(self, painter: QPainter, number: int, rect: QRectF, state: StepState) -> None:
        look = self._looks[state]
        halo = state is StepState.RULED_OUT
        fonts_and_colours = ((self._title_font, look.text), (self._quiet_font, look.quiet_text))
        for (text, corner), (used, colour) in zip(self.placed_words(number, rect), fonts_and_colours, strict=False):
            self._paint_text(painter, text, corner, used, colour, halo=halo)

    def placed_words(self, number: int, rect: QRectF) -> list[tuple[QStaticText, QPointF]]:
        """Return the title of a node that fills a rectangle, and its second line if it has one, with their corners."""
        title, subtitle = self._title(number), self._subtitle(number)
        left = self._left(self._nodes[number], rect) + TEXT_LEFT
        height = title.size().height()
        if subtitle is None:
            return [(title, QPointF(left, rect.center().y() - height / 2))]
        top = rect.center().y() - (height + subtitle.size().height() - LINE_OVERLAP) / 2
        return [(title, QPointF(left, top)), (subtitle, QPointF(left, top + height - LINE_OVERLAP))]

    def _paint_text(
        self, painter: QPainter, text: QStaticText, at: QPointF, used: QFont, colour: QColor, *, halo: bool
    ) -> None:
        if halo:
            size = text.size()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(QRectF(at.x() - 3, at.y() - 1, size.width() + 6, size.height() + 2), 3, 3)
        painter.setFont(used)
        painter.setPen(colour)
        painter.drawStaticText(at, text)

    def _title(self, number: int) -> QStaticText:
        text = self._titles.get(number)
        if text is None:
            node = self._nodes[number]
            room = text_room(node, self._rects[number].width())
            text = self._titles[number] = prepared(node.title, self._title_font, room)
        return text

    def _subtitle(self, number: int) -> QStaticText | None:
        node = self._nodes[number]
        words = subtitle_of(node)
        if not words:
            return None
        text = self._subtitles.get(number)
        if text is None:
            text = self._subtitles[number] = prepared(words, self._quiet_font)
        return text

    def _paint_pin(self, painter: QPainter, rect: QRectF) -> None:
        words = prepared(QCoreApplication.translate("Chart", "Here"), self._pin_font)
        pin = QRectF(rect.left() - PIN_LEFT, rect.top() - PIN_ABOVE, words.size().width() + 32, PIN_HEIGHT)
        accent = self._looks[StepState.CURRENT].fill
        painter.setPen(QPen(accent, 2))
        painter.setBrush(self._looks[StepState.OPEN].fill)
        painter.drawRoundedRect(pin, PIN_HEIGHT / 2, PIN_HEIGHT / 2)
        draw_icon(painter, "map-pin", QRectF(pin.left() + 7, pin.top() + 3.5, 14, 14), accent.name(), 2.6)
        painter.setPen(accent)
        painter.setFont(self._pin_font)
        painter.drawStaticText(QPointF(pin.left() + 23, pin.center().y() - words.size().height() / 2), words)
