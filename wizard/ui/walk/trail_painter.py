# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of the trail is measured and painted: the rail, the circle, the words."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from wizard.chart.fonts import BOLD, REGULAR, SEMI_BOLD
from wizard.chart.icons import draw_icon
from wizard.chart.status_shapes import draw_status_shape
from wizard.ui.theme import current
from wizard.ui.walk.trail_rows import Row
from wizard.ui.widgets.boxes import RADIUS, Box, draw_box
from wizard.ui.widgets.wrapped_text import Run, WrappedText

#: In pixels at 100 %: where the rail stands, where the text begins, what is left free at the right.
_RAIL, _TEXT, _RIGHT = 22, 44, 8
_CIRCLE = 22
_STEP_HEIGHT, _LINE_HEIGHT = 45, 27
_RAIL_WIDTH = 3
_ICONS: dict[str, str] = {
    "known": "corner-down-right",
    "gate": "split",
    "subtree": "layers",
    "remark": "info",
    "end": "flag",
}
_ONE_LINE = ("finding", "remark", "subtree", "gate")


@dataclass(frozen=True, slots=True)
class Edges:
    """What surrounds a row: the rail going on above and below it, the pointer over it."""

    above: bool
    below: bool
    hovered: bool


def row_height(row: Row, width: int) -> int:
    """Return the height of a row in pixels; its words wrap."""
    theme = current()
    if row.kind in _ONE_LINE:
        return max(theme.px(_LINE_HEIGHT), _words(row, width).height + theme.px(6))
    room = _lead(row, width).height + _words(row, width).height + theme.px(7)
    return max(theme.px(_STEP_HEIGHT), room)


def paint_row(painter: QPainter, row: Row, rect: QRect, edges: Edges) -> None:
    """Paint a row into its rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(rect)
    _paint_ground(painter, row, place, edges)
    if row.kind != "parked":
        _paint_rail(painter, row, place, edges)
    if row.kind in _ONE_LINE:
        _paint_one_line(painter, row, place)
    else:
        _paint_step(painter, row, place)
    painter.restore()


def _paint_ground(painter: QPainter, row: Row, place: QRectF, edges: Edges) -> None:
    theme = current()
    inner = place.adjusted(theme.px(4), 0, -theme.px(4), 0)
    if row.here or edges.hovered:
        draw_box(painter, inner, Box(fill="accent_soft"), RADIUS)
    if row.here:
        draw_box(painter, QRectF(inner.left(), inner.top(), 4, inner.height()), Box(fill="accent"), 2)


def _centre(row: Row, place: QRectF) -> QPointF:
    theme = current()
    middle = place.center().y() if row.kind in _ONE_LINE else place.top() + theme.px(16)
    return QPointF(place.left() + theme.px(_RAIL), middle)


def _paint_rail(painter: QPainter, row: Row, place: QRectF, edges: Edges) -> None:
    theme = current()
    centre = _centre(row, place)
    painter.setPen(QPen(theme.colour("accent"), _RAIL_WIDTH))
    top = place.top() if edges.above else centre.y()
    # What lies ahead of the cursor's last step is not the path yet.
    bottom = place.bottom() if edges.below else centre.y()
    painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), bottom))


def _paint_one_line(painter: QPainter, row: Row, place: QRectF) -> None:
    theme = current()
    centre = _centre(row, place)
    side = theme.px(18)
    square = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    _paint_gap(painter, square.adjusted(-2, -2, 2, 2), row)
    if row.status is not None:
        draw_status_shape(painter, row.status, square, theme.tokens)
    else:
        draw_icon(painter, _ICONS[row.kind], square, theme.tokens.accent, 2.4)
    words = _words(row, int(place.width()))
    words.draw(painter, place.left() + theme.px(_TEXT), place.top() + (place.height() - words.height) / 2)


def _paint_gap(painter: QPainter, circle: QRectF, row: Row) -> None:
    """Let the rail end before a shape: a disc of the ground behind it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour("accent_soft" if row.here else "paper"))
    painter.drawEllipse(circle)


def _paint_step(painter: QPainter, row: Row, place: QRectF) -> None:
    theme = current()
    width = int(place.width())
    _paint_circle(painter, row, _centre(row, place))
    left, top = place.left() + theme.px(_TEXT), place.top() + theme.px(2)
    lead = _lead(row, width)
    lead.draw(painter, left, top)
    _words(row, width).draw(painter, left, top + lead.height)


def _paint_circle(painter: QPainter, row: Row, centre: QPointF) -> None:
    theme = current()
    radius = theme.px(_CIRCLE) / 2
    circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    filled = row.here
    colour: Literal["accent", "ink", "control"] = "accent"
    dashes: list[float] | None = None
    if row.kind == "unsure" and not filled:
        colour, dashes = "ink", [2.5, 2]
    elif row.kind in ("parked", "ahead") and not filled:
        colour = "control"
    pen = QPen(theme.colour(colour), 2)
    if dashes is not None:
        pen.setDashPattern(dashes)
    _paint_gap(painter, circle.adjusted(-1, -1, 1, 1), row)
    painter.setPen(pen)
    painter.setBrush(theme.colour("accent" if filled else "paper"))
    painter.drawEllipse(circle)
    ink = "on_accent" if filled else "ink" if colour != "accent" else "accent"
    inset = theme.px(4)
    if row.kind in _ICONS:
        draw_icon(painter, _ICONS[row.kind], circle.adjusted(inset, inset, -inset, -inset), theme.hex(ink), 2.6)
        return
    mark = "?" if row.kind == "unsure" else "" if row.number is None else str(row.number)
    painter.setFont(theme.font(14 if mark == "?" else 13, BOLD))
    painter.setPen(theme.colour(ink))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)


def _text_width(width: int) -> float:
    theme = current()
    return max(width - theme.px(_TEXT) - theme.px(_RIGHT), theme.px(60))


def _lead(row: Row, width: int) -> WrappedText:
    return WrappedText([Run(row.lead, current().font(14, REGULAR), "ink2")], _text_width(width))


def _words(row: Row, width: int) -> WrappedText:
    theme = current()
    if row.kind in _ONE_LINE:
        runs = [Run(row.lead, theme.font(14, SEMI_BOLD), "ink")]
        if row.words:
            runs.append(Run(f"  {row.words}", theme.font(14, REGULAR), "ink"))
        return WrappedText(runs, _text_width(width))
    tone = "accent" if row.here else "ink2" if row.kind in ("parked", "ahead") else "ink"
    return WrappedText([Run(row.words or " ", theme.font(15, SEMI_BOLD), tone)], _text_width(width))
