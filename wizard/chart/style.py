# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Outline, line, colour and mark by kind of node and by step state (look.md, "Chart")."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF

from wizard.chart.drawing import Shape
from wizard.chart.places import Line
from wizard.chart.step_states import StepState
from wizard.chart.tokens import Tokens

NODE_HEIGHT = 50.0
END_HEIGHT = 42.0
LEAST_WIDTH = 124.0
MOST_WIDTH = 164.0
TEXT_PIXELS = 14
LABEL_PIXELS = 13
ICON = 18.0
#: Room left of the text: edge, icon and gap; a gate's points take more.
TEXT_LEFT = 35.0
GATE_POINT = 14.0
CUT_CORNER = 14.0
CARD_OFFSET = 3.0
#: How far the second outline of the current node lies outside it.
OUTSIDE = 5.0
#: Width of that outline.
SECOND_OUTLINE = 2.5
#: How much lower the current node begins, so that a whole arrow head has room above its second outline.
HEAD_ROOM = 4.0
CORNER: dict[Shape, float] = {"question": 9, "date": 6, "gate": 0, "finding": 2, "subtree": 9, "end": END_HEIGHT / 2}
ICONS: dict[Shape, str] = {
    "question": "circle-question-mark",
    "date": "calendar-days",
    "gate": "split",
    "finding": "scale",
    "subtree": "layers",
    "end": "flag",
}
BEND = 10.0
HATCH_STEP = 9
#: Length of a dot of a ruled-out arrow and of the gap after it.
DOTS = (1.5, 4.0)


@dataclass(frozen=True, slots=True)
class NodeLook:
    """Pen, fill and text colours of a node."""

    pen: QPen
    fill: QColor
    text: QColor
    quiet_text: QColor
    icon: str


@dataclass(frozen=True, slots=True)
class LineLook:
    """Pen and colour of an arrow, and the length of its head, px."""

    pen: QPen
    ink: QBrush
    head: float


def dashed(colour: QColor, width: float, pattern: list[float]) -> QPen:
    """Return a pen with dashes given in px, whatever its width."""
    pen = QPen(colour, width)
    pen.setDashPattern([length / width for length in pattern])
    return pen


def node_looks(tokens: Tokens) -> dict[StepState, NodeLook]:
    """Return the look of a node in each state."""
    accent, control, ink, ink2 = (QColor(c) for c in (tokens.accent, tokens.control, tokens.ink, tokens.ink2))
    surface, soft, paper = QColor(tokens.surface), QColor(tokens.accent_soft), QColor(tokens.paper)
    on_accent = QColor(tokens.on_accent)
    return {
        StepState.TAKEN: NodeLook(QPen(accent, 2.5), soft, ink, ink2, tokens.accent),
        StepState.CURRENT: NodeLook(QPen(accent, 2), accent, on_accent, on_accent, tokens.on_accent),
        StepState.OPEN: NodeLook(QPen(control, 1.4), surface, ink, ink2, tokens.ink2),
        StepState.RULED_OUT: NodeLook(dashed(control, 1.2, [4, 4]), paper, ink2, ink2, tokens.ink2),
        StepState.UNKNOWN: NodeLook(dashed(ink, 2, [6, 2.5, 1, 2.5]), surface, ink, ink2, tokens.ink),
    }


def line_looks(tokens: Tokens) -> dict[StepState, LineLook]:
    """Return the look of an arrow in each state."""
    accent, control, ink = QColor(tokens.accent), QColor(tokens.control), QColor(tokens.ink)
    looks = {
        StepState.TAKEN: LineLook(QPen(accent, 4.5), QBrush(accent), 11),
        StepState.OPEN: LineLook(QPen(control, 1.6), QBrush(control), 8.5),
        StepState.RULED_OUT: LineLook(dashed(control, 1.3, [*DOTS]), QBrush(control), 8.5),
        StepState.UNKNOWN: LineLook(dashed(ink, 2, [6, 2.5, 1, 2.5]), QBrush(ink), 8.5),
    }
    looks[StepState.CURRENT] = looks[StepState.TAKEN]
    for look in looks.values():
        look.pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        look.pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return looks


def outline(shape: Shape, rect: QRectF, grown: float = 0.0) -> QPainterPath:
    """Return the outline of a node, `grown` px outside its rectangle."""
    r = rect.adjusted(-grown, -grown, grown, grown)
    path = QPainterPath()
    if shape == "gate":
        point = GATE_POINT + grown * 0.4
        middle = r.center().y()
        corners = [
            QPointF(r.left() + point, r.top()),
            QPointF(r.right() - point, r.top()),
            QPointF(r.right(), middle),
            QPointF(r.right() - point, r.bottom()),
            QPointF(r.left() + point, r.bottom()),
            QPointF(r.left(), middle),
        ]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    elif shape == "date":
        _cut_corner(path, r, CORNER["date"])
    else:
        corner = min(CORNER[shape] + grown, r.height() / 2)
        path.addRoundedRect(r, corner, corner)
    return path


def _cut_corner(path: QPainterPath, r: QRectF, corner: float) -> None:
    path.moveTo(r.left() + corner, r.top())
    path.lineTo(r.right() - CUT_CORNER, r.top())
    path.lineTo(r.right(), r.top() + CUT_CORNER)
    path.lineTo(r.right(), r.bottom() - corner)
    path.quadTo(r.right(), r.bottom(), r.right() - corner, r.bottom())
    path.lineTo(r.left() + corner, r.bottom())
    path.quadTo(r.left(), r.bottom(), r.left(), r.bottom() - corner)
    path.lineTo(r.left(), r.top() + corner)
    path.quadTo(r.left(), r.top(), r.left() + corner, r.top())


def body(shape: Shape, rect: QRectF, state: StepState) -> QRectF:
    """Return the rectangle that a node fills; cards, second outline and pin lie outside it."""
    if state is not StepState.CURRENT:
        return rect
    # The last step has room below; it is too low to lose any height.
    return rect.translated(0, HEAD_ROOM) if shape == "end" else rect.adjusted(0, HEAD_ROOM, 0, 0)


def reach(shape: Shape, rect: QRectF, state: StepState) -> QRectF:
    """Return the rectangle that a node fills with its cards and its second outline, but without its pin."""
    filled = body(shape, rect, state)
    if state is StepState.CURRENT:
        outside = OUTSIDE + SECOND_OUTLINE / 2
        filled = filled.adjusted(-outside, -outside, outside, outside)
    if shape == "subtree":
        filled = filled.united(rect.translated(2 * CARD_OFFSET, 2 * CARD_OFFSET))
    return filled


@lru_cache(maxsize=512)
def hatching(shape: Shape, width: float, height: float) -> list[QLineF]:
    """Return the lines at 45° that fill a node of this size whose corner lies at 0, 0: whole lines, so no clipping."""
    polygon = outline(shape, QRectF(0, 0, width, height)).toFillPolygon()
    corners = [(point.x(), point.y()) for point in polygon.toList()]
    corners.append(corners[0])
    lines = []
    along = float(HATCH_STEP)
    while along < width + height:
        # On such a line x + y is the same everywhere.
        cuts = []
        for (x0, y0), (x1, y1) in pairwise(corners):
            before, after = x0 + y0 - along, x1 + y1 - along
            if (before < 0) != (after < 0):
                x = x0 + (x1 - x0) * before / (before - after)
                cuts.append(x)
        left, right = min(cuts, default=0.0), max(cuts, default=0.0)
        if right - left > 1:
            lines.append(QLineF(left, along - left, right, along - right))
        along += HATCH_STEP
    return lines


def bent(points: Line) -> QPainterPath:
    """Return straight segments with round bends."""
    path = QPainterPath(QPointF(*points[0]))
    for start, corner, end in _bends(points):
        path.lineTo(start)
        path.quadTo(corner, end)
    path.lineTo(QPointF(*points[-1]))
    return path


def bent_in_parts(points: Line) -> tuple[tuple[QLineF, QLineF], QPainterPath]:
    """Return the first and the last segment of such a line, and all between them with the bends."""
    bends = _bends(points)
    path = QPainterPath(bends[0][0])
    for start, corner, end in bends:
        path.lineTo(start)
        path.quadTo(corner, end)
    return (QLineF(QPointF(*points[0]), bends[0][0]), QLineF(bends[-1][2], QPointF(*points[-1]))), path


def _bends(points: Line) -> list[tuple[QPointF, QPointF, QPointF]]:
    """Return where each bend begins, its corner and where it ends."""
    corners = zip(points, points[1:], points[2:], strict=False)
    return [(_toward(here, before), QPointF(*here), _toward(here, after)) for before, here, after in corners]


def _toward(corner: tuple[float, float], other: tuple[float, float]) -> QPointF:
    """Return the point where a bend at `corner` begins on the segment to `other`."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    reach = min(BEND, length / 2) / length if length else 0.0
    return QPointF(corner[0] + dx * reach, corner[1] + dy * reach)
