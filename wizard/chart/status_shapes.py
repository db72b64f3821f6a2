# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five shapes of a status: alike in badge, trail, chart and print, and told apart without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from wizard.chart.tokens import Tokens, status_colours


def draw_status_shape(
    painter: QPainter, status: str, square: QRectF, tokens: Tokens, *, on_badge: bool = False
) -> None:
    """Draw the shape of a status into a square.

    Args:
        painter: where to draw; its state is given back as it was.
        status: available, arguable, likely-foreclosed, barred or not-reached.
        square: where the shape lies, in the painter's units.
        tokens: the colours.
        on_badge: whether it lies on the fill of its badge, where *barred* is inverted.

    Raises:
        ValueError: for any other status.
    """
    colours = status_colours(tokens, status)
    mark = QColor(colours.text if on_badge else colours.mark)
    hole = QColor(colours.fill if on_badge else colours.hole)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match status:
        case "available":
            _disc_with_tick(painter, square, mark, hole)
        case "arguable":
            _half_filled_diamond(painter, square, mark)
        case "likely-foreclosed":
            _triangle_down_with_bar(painter, square, mark, hole)
        case "barred":
            _square_with_cross(painter, square, mark, hole)
        case _:
            _dashed_circle(painter, square, mark)
    painter.restore()


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _at(square: QRectF, *points: tuple[float, float]) -> QPolygonF:
    """Points from their place relative to the middle, in widths of the square."""
    middle, width = square.center(), square.width()
    return QPolygonF([QPointF(middle.x() + x * width, middle.y() + y * width) for x, y in points])


def _disc_with_tick(painter: QPainter, square: QRectF, mark: QColor, hole: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark)
    painter.drawEllipse(square)
    painter.setPen(_round_pen(hole, square.width() * 0.13))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_at(square, (-0.22, 0.02), (-0.05, 0.19), (0.24, -0.17)))


def _half_filled_diamond(painter: QPainter, square: QRectF, mark: QColor) -> None:
    painter.setPen(_round_pen(mark, square.width() * 0.12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_at(square, (0, -0.46), (0.46, 0), (0, 0.46), (-0.46, 0)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark)
    painter.drawPolygon(_at(square, (0, -0.46), (0, 0.46), (-0.46, 0)))


def _triangle_down_with_bar(painter: QPainter, square: QRectF, mark: QColor, hole: QColor) -> None:
    painter.setPen(_round_pen(mark, square.width() * 0.1))
    painter.setBrush(mark)
    painter.drawPolygon(_at(square, (-0.47, -0.34), (0.47, -0.34), (0, 0.4)))
    painter.setPen(_round_pen(hole, square.width() * 0.13))
    painter.drawPolyline(_at(square, (-0.17, -0.13), (0.17, -0.13)))


def _square_with_cross(painter: QPainter, square: QRectF, mark: QColor, hole: QColor) -> None:
    width = square.width()
    inset = width * 0.04
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark)
    painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), width * 0.14, width * 0.14)
    painter.setPen(_round_pen(hole, width * 0.13))
    painter.drawPolyline(_at(square, (-0.2, -0.2), (0.2, 0.2)))
    painter.drawPolyline(_at(square, (-0.2, 0.2), (0.2, -0.2)))


def _dashed_circle(painter: QPainter, square: QRectF, mark: QColor) -> None:
    width = square.width()
    pen = QPen(mark, max(1.4, width * 0.1))
    pen.setDashPattern([2.0, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width * 0.07
    painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
