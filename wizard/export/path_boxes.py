# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The boxes of the path on paper: shape by kind, the question over the answer, a mark on the rail beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from wizard.chart.drawing import Shape
from wizard.chart.fonts import BOLD, SEMI_BOLD
from wizard.chart.icons import draw_icon
from wizard.chart.status_shapes import draw_status_shape
from wizard.chart.style import dashed, outline
from wizard.chart.tokens import status_colours
from wizard.export.paper import ANSWER, BODY, COLOURS, LEAD, NOTE, NUMBER, TAG, Piece, Style, colour
from wizard.export.paper_text import Lines, Part, Stack
from wizard.export.path_steps import PathKind, PathStep
from wizard.export.words import Words, status_name
from wizard.model.status import Status

#: The rail, and where the boxes begin, from the left edge of the column.
RAIL = 17.0
BOX_LEFT = 42.0
RAIL_WIDTH = 4.0
OPEN_WIDTH = 2.2
#: Dash, gap, dot, gap of what rests on an open fact.
DASH_DOT = [9.0, 4.0, 2.0, 4.0]
BAR = 5.0
_PADDING_LEFT: dict[PathKind, float] = {"gate": 27.0, "end": 20.0}
_PADDING = 17.0
_PADDING_RIGHT = 14.0
_GATE_POINT_RIGHT = 12.0
_PADDING_TOP = 4.0
_PADDING_BOTTOM = 5.0
_END_CORNER = 20.0
_MARK = 11.0
_SHAPES: dict[PathKind, Shape] = {
    "question": "question",
    "asked": "question",
    "date": "date",
    "gate": "gate",
    "finding": "finding",
    "remark": "finding",
    "subtree": "subtree",
}
_ICONS: dict[PathKind, str] = {"gate": "split", "remark": "sticky-note", "subtree": "layers", "end": "flag"}


class PathBox:
    """One step in its box. A box too tall for any page is split; its later parts say that they continue it."""

    def __init__(self, step: PathStep, width: float, words: Words) -> None:
        """Measure a step; `width` is that of the column, rail included."""
        self.step = step
        self.width = width - BOX_LEFT
        self._words = words
        self._left = _PADDING_LEFT.get(step.kind, _PADDING)
        right = _PADDING_RIGHT + (_GATE_POINT_RIGHT if step.kind == "gate" else 0.0)
        room = self.width - self._left - right
        self._room = room
        self._take(Stack([Part(Lines(pieces, room), gap) for pieces, gap in _texts(step)]))

    def _take(self, stack: Stack) -> None:
        self.stack = stack
        self.height = stack.height + _PADDING_TOP + _PADDING_BOTTOM

    def rect(self, left: float, top: float) -> QRectF:
        """Return where the box lies when the column begins there."""
        return QRectF(left + BOX_LEFT, top, self.width, self.height)

    def text_rects(self, left: float, top: float) -> list[QRectF]:
        """Return where its texts lie when the column begins there."""
        return self.stack.rects(left + BOX_LEFT + self._left, top + _PADDING_TOP)

    def split(self, room: float) -> tuple["PathBox", "PathBox"]:
        """Return the part of the box that fits into a height, and the rest under a line that names the step."""
        head, tail = self.stack.split(room - _PADDING_TOP - _PADDING_BOTTOM)
        text = self._words.translate("Paper", "{title} (continued)")
        again = Part(Lines([Piece(text.format(title=self._name()), LEAD)], self._room))
        return self._with(head), self._with(Stack([again, *tail.parts]))

    def _name(self) -> str:
        name = self.step.lead or self.step.title
        shown = 60
        return name if len(name) <= shown else name[: shown - 1].rstrip() + "…"

    def _with(self, stack: Stack) -> "PathBox":
        part = object.__new__(PathBox)
        part.step, part.width, part._words, part._left, part._room = (
            self.step,
            self.width,
            self._words,
            self._left,
            self._room,
        )
        part._take(stack)
        return part

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the box and its mark; the column begins there."""
        rect = self.rect(left, top)
        painter.save()
        _draw_outline(painter, self.step, rect)
        painter.restore()
        self.stack.draw(painter, rect.left() + self._left, top + _PADDING_TOP)
        painter.save()
        _draw_mark(painter, self.step, QPointF(left + RAIL, rect.center().y()))
        painter.restore()


def rail_pen(*, rests_on_open: bool) -> QPen:
    """Return the pen of the line between two steps; dash-dot where the step before left its fact open."""
    if rests_on_open:
        return flat(dashed(colour("ink"), OPEN_WIDTH, DASH_DOT))
    return flat(QPen(colour("accent"), RAIL_WIDTH))


def flat(pen: QPen) -> QPen:
    """Return the pen with flat ends, so that dashes keep their gaps."""
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def open_pen(width: float = 1.8) -> QPen:
    """Return the pen of the outline of an open fact."""
    return flat(dashed(colour("ink"), width, [6, 2.5, 1, 2.5]))


def status_text_colour(status: Status) -> str:
    """Return the token of the words of a status on white."""
    match status:
        case Status.AVAILABLE:
            return "available"
        case Status.ARGUABLE:
            return "arguable"
        case Status.LIKELY_FORECLOSED:
            return "foreclosed"
        case Status.BARRED:
            return "ink"


def step_outline(kind: PathKind, rect: QRectF) -> QPainterPath:
    """Return the outline of a step by its kind."""
    if kind != "end":
        return outline(_SHAPES[kind], rect)
    path = QPainterPath()
    corner = min(rect.height() / 2, _END_CORNER)
    path.addRoundedRect(rect, corner, corner)
    return path


def _texts(step: PathStep) -> Iterator[tuple[list[Piece], float]]:
    """Yield the texts of a box from top to bottom, each with the gap above it."""
    if step.lead:
        yield [Piece(step.lead, LEAD)], 0.0
    yield list(_title(step)), 0.0
    for note in step.notes:
        wordy = step.kind in ("finding", "remark")
        yield [Piece(note, BODY if wordy else NOTE)], 1.0
    if step.citations:
        yield [Piece("; ".join(step.citations), NOTE)], 2.0


def _title(step: PathStep) -> Iterator[Piece]:
    yield Piece(step.title, Style(14, SEMI_BOLD) if step.kind in ("subtree", "remark") else ANSWER)
    if step.status is not None:
        yield Piece(f"  {step.tag}", Style(15, SEMI_BOLD, status_text_colour(step.status)))
    elif step.tag:
        yield Piece(f"  {step.tag}", Style(14, TAG.weight, "ink2"))


def _draw_outline(painter: QPainter, step: PathStep, rect: QRectF) -> None:
    painter.setPen(QPen(colour("accent"), 1.6))
    painter.setBrush(_pale(colour("accent_soft")))
    match step.kind:
        case "finding":
            _draw_bar(painter, rect, *_finding_colours(step))
            return
        case "remark":
            _draw_bar(painter, rect, colour("ink2"), colour("surface"))
            return
        case "subtree":
            painter.setBrush(colour("surface"))
            painter.drawPath(step_outline("subtree", rect.translated(3, 3)))
        case "end":
            painter.setBrush(colour("surface"))
        case "asked":
            painter.setPen(QPen(colour("accent"), 2.5))
            painter.setBrush(colour("surface"))
        case _:
            pass
    if step.open:
        painter.setPen(open_pen())
        painter.setBrush(colour("surface"))
    painter.drawPath(step_outline(step.kind, rect))


def _finding_colours(step: PathStep) -> tuple[QColor, QColor]:
    colours = status_colours(COLOURS, status_name(step.status))
    if step.status is Status.BARRED:
        # The inverted badge would cost toner: a dark edge says the same.
        return QColor(colours.fill), colour("surface")
    return QColor(colours.edge), QColor(colours.fill)


def _draw_bar(painter: QPainter, rect: QRectF, edge: QColor, fill: QColor) -> None:
    painter.setPen(QPen(edge, 1.4))
    painter.setBrush(fill)
    painter.drawPath(step_outline("finding", rect))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRect(QRectF(rect.left(), rect.top(), BAR, rect.height()))


def _draw_mark(painter: QPainter, step: PathStep, at: QPointF) -> None:
    ground = QRectF(at.x() - _MARK - 2, at.y() - _MARK - 2, 2 * _MARK + 4, 2 * _MARK + 4)
    square = ground.adjusted(2, 2, -2, -2)
    if step.status is not None:
        painter.fillRect(ground, colour("surface"))
        draw_status_shape(painter, status_name(step.status), square, COLOURS)
        return
    filled = step.kind in ("end", "asked")
    ink = "ink" if step.open or step.kind == "remark" else "accent"
    painter.setPen(open_pen(2) if step.open else QPen(colour(ink), 2))
    painter.setBrush(colour("accent") if filled else colour("surface"))
    painter.drawEllipse(square)
    if step.number is not None:
        style = Style(13, BOLD, "on_accent" if filled else "ink" if step.open else NUMBER.colour)
        number = Lines([Piece(str(step.number), style)], ground.width(), Qt.AlignmentFlag.AlignHCenter)
        number.draw(painter, ground.left(), at.y() - number.height / 2)
        return
    icon = square.adjusted(4.5, 4.5, -4.5, -4.5)
    draw_icon(painter, _ICONS[step.kind], icon, colour("on_accent" if filled else ink).name(), 2.6)


def _pale(tint: QColor) -> QColor:
    """Return a tint half as strong: it is for paper, where toner is dear."""
    return QColor((tint.red() + 255) // 2, (tint.green() + 255) // 2, (tint.blue() + 255) // 2)
