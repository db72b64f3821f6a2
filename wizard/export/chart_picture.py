# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of a whole chart, with title, key and foot: on one sheet as large as it is, or on pages of paper.

On paper it is one page if its labels stay at 7 points or more. Else the first page shows all of it, small, and the
others are its parts, which overlap and carry marks for putting them together.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from wizard.chart.drawing import draw_tree
from wizard.chart.measuring import Plan, arrange, measure
from wizard.chart.painter import ChartPainter
from wizard.chart.step_states import states_of
from wizard.chart.style import LABEL_PIXELS
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk
from wizard.export.chart_legend import ChartLegend
from wizard.export.options import PictureOptions
from wizard.export.page_frame import PageFrame
from wizard.export.paper import COLOURS, MARGIN, NOTE_BOLD, SIZES, UNITS_PER_INCH, Piece, colour
from wizard.export.paper_text import Lines
from wizard.export.words import words_in

#: A chart narrower than this still has room for its title and its key.
LEAST_WIDTH = 700.0
POINTS_PER_INCH = 72
#: Labels on paper are no smaller than this, points.
LEAST_LABEL_POINTS = 7.0
#: The least scale at which labels can be read on paper.
LEAST_SCALE = LEAST_LABEL_POINTS / (LABEL_PIXELS * POINTS_PER_INCH / UNITS_PER_INCH)
#: How much of a part stands on its neighbour too, units.
OVERLAP = 24.0
_GAP = 12.0
_PART_HEAD = 26.0
_MARK = 14.0


def plan_of(graph: TreeGraph, language: str) -> Plan:
    """Return the layout of a whole tree, its subtrees unfolded."""
    return arrange(measure(draw_tree(graph, language)))


class Chart:
    """A chart ready to be painted, in any scale and in parts."""

    def __init__(self, graph: TreeGraph, made: Walk | None, plan: Plan) -> None:
        self.graph = graph
        self.plan = plan
        self.walked = made is not None
        self._painter = ChartPainter(self.plan, COLOURS, exact=True)
        if made is not None:
            self._painter.set_states(states_of(plan.drawing, made))
        self.bounds = self._painter.bounds

    def lies_in(self, part: QRectF) -> bool:
        """Return whether anything of the chart lies in a part of its bounds."""
        layout = self.plan.layout
        if any(part.intersects(QRectF(one.x, one.y, one.width, one.height)) for one in layout.nodes):
            return True
        stretches = (pair for link in layout.links for pair in pairwise(link.points))
        return any(part.intersects(_around(start, end)) for start, end in stretches)

    def paint(self, painter: QPainter, place: QRectF, exposed: QRectF) -> None:
        """Paint the chart into a place of its own proportions; `exposed` is in the same units as the place."""
        scale = place.width() / self.bounds.width()
        shown = exposed.intersected(place)
        if shown.isEmpty():
            return
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painter.translate(-self.bounds.topLeft())
        shown.translate(-place.topLeft())
        part = QRectF(shown.left() / scale, shown.top() / scale, shown.width() / scale, shown.height() / scale)
        self._painter.paint(painter, part.translated(self.bounds.topLeft()), 1.0)
        painter.restore()


class ChartSheet:
    """A whole chart on one sheet as large as it is."""

    pages = 1

    def __init__(self, chart: Chart, options: PictureOptions) -> None:
        words = words_in(options.language)
        self._chart = chart
        width = max(chart.bounds.width(), LEAST_WIDTH)
        self._frame = PageFrame(chart.graph, options, words, width)
        self._legend = ChartLegend(chart.plan.drawing, words, width, walked=chart.walked)
        top = MARGIN + self._frame.head_height(first=True)
        self._place = QRectF(MARGIN, top, chart.bounds.width(), chart.bounds.height())
        foot = self._legend.height + self._frame.foot_height + 2 * _GAP
        self._size = QSizeF(width + 2 * MARGIN, self._place.bottom() + foot + MARGIN)
        self.title = _title(self._frame)
        self.about = words.legal_line()

    def size(self, page: int) -> QSizeF:  # noqa: ARG002 there is one page
        """Return the size of the sheet."""
        return self._size

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:  # noqa: ARG002 there is one page
        """Paint what lies in a part of the sheet."""
        _smooth(painter)
        self._chart.paint(painter, self._place, exposed)
        if exposed.top() < self._place.top():
            self._frame.draw_head(painter, MARGIN, MARGIN, first=True)
        if exposed.bottom() > self._place.bottom():
            self._legend.draw(painter, MARGIN, self._place.bottom() + _GAP)
            self._frame.draw_foot(painter, MARGIN, self._size.height() - MARGIN, "")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the chart: its row and column from 1, and its rectangle in units of the paper."""

    row: int
    column: int
    rect: QRectF


class ChartPages:
    """A whole chart on pages of paper."""

    def __init__(self, chart: Chart, options: PictureOptions) -> None:
        self._words = words_in(options.language)
        self._chart = chart
        self._upright = SIZES[options.paper]
        upright = _Overview(chart, options, self._upright)
        wide = _Overview(chart, options, self._upright.transposed())
        self._overview = upright if upright.scale >= wide.scale else wide
        self._frame = PageFrame(chart.graph, options, self._words, self._upright.width() - 2 * MARGIN)
        self.title = _title(self._frame)
        self.about = self._words.legal_line()
        self._parts = [] if self._overview.scale >= LEAST_SCALE else self._cut()

    def _cut(self) -> list[_Part]:
        """Cut the chart into parts that overlap, row by row; parts on which nothing lies are left out."""
        room = self._room
        whole = QSizeF(self._chart.bounds.width() * LEAST_SCALE, self._chart.bounds.height() * LEAST_SCALE)
        columns = max(1, ceil((whole.width() - OVERLAP) / (room.width() - OVERLAP)))
        rows = max(1, ceil((whole.height() - OVERLAP) / (room.height() - OVERLAP)))
        self._grid = (rows, columns)
        step = QPointF(room.width() - OVERLAP, room.height() - OVERLAP)
        parts = (
            _Part(row + 1, column + 1, QRectF(column * step.x(), row * step.y(), room.width(), room.height()))
            for row in range(rows)
            for column in range(columns)
        )
        return [part for part in parts if self._chart.lies_in(self._on_chart(part.rect))]

    def _on_chart(self, rect: QRectF) -> QRectF:
        """Return a rectangle of the paper in the units of the chart."""
        size = QSizeF(rect.width() / LEAST_SCALE, rect.height() / LEAST_SCALE)
        return QRectF(rect.topLeft() / LEAST_SCALE + self._chart.bounds.topLeft(), size)

    @property
    def _room(self) -> QRectF:
        """Where a part lies on its page."""
        width, height = self._upright.width(), self._upright.height()
        foot = self._frame.foot_height + MARGIN - 12
        return QRectF(MARGIN, MARGIN - 8 + _PART_HEAD, width - 2 * MARGIN, height - MARGIN + 8 - _PART_HEAD - foot - 8)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return 1 + len(self._parts)

    @property
    def parts(self) -> int:
        """How many pages are parts to be put together; 0 where one page shows it all."""
        return len(self._parts)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page."""
        return self._overview.paper if page == 0 else self._upright

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:  # noqa: ARG002 a page is painted whole
        """Paint a page, counted from 0."""
        _smooth(painter)
        text = self._words.translate("Paper", "Page {page} of {pages}").format(page=page + 1, pages=self.pages)
        if page == 0:
            self._overview.paint(painter, text)
            return
        self._paint_part(painter, self._parts[page - 1])
        self._frame.draw_foot(painter, MARGIN, self._upright.height() - MARGIN + 12, text)

    def _paint_part(self, painter: QPainter, part: _Part) -> None:
        rows, columns = self._grid
        text = self._words.translate("Paper", "{title}: row {row} of {rows}, column {column} of {columns}")
        told = text.format(title=self.title, row=part.row, rows=rows, column=part.column, columns=columns)
        room = self._room
        Lines([Piece(told, NOTE_BOLD)], room.width()).draw(painter, MARGIN, MARGIN - 8)
        whole = self._chart.bounds
        corner = room.topLeft() - part.rect.topLeft()
        place = QRectF(corner, QSizeF(whole.width() * LEAST_SCALE, whole.height() * LEAST_SCALE))
        painter.save()
        painter.setClipRect(room)
        self._chart.paint(painter, place, room)
        painter.restore()
        _draw_marks(painter, room)


class _Overview:
    """The whole chart on one page, as large as it fits but no larger than it is."""

    def __init__(self, chart: Chart, options: PictureOptions, paper: QSizeF) -> None:
        words = words_in(options.language)
        self.paper = paper
        self._chart = chart
        width = paper.width() - 2 * MARGIN
        self._frame = PageFrame(chart.graph, options, words, width)
        self._legend = ChartLegend(chart.plan.drawing, words, width, walked=chart.walked)
        top = MARGIN - 8 + self._frame.head_height(first=True)
        bottom = paper.height() - MARGIN + 12 - self._frame.foot_height - self._legend.height - _GAP
        self._room = QRectF(MARGIN, top, width, bottom - top)
        bounds = chart.bounds
        self.scale = min(1.0, width / bounds.width(), self._room.height() / bounds.height())

    def paint(self, painter: QPainter, page: str) -> None:
        """Paint the page."""
        bounds = self._chart.bounds
        size = QSizeF(bounds.width() * self.scale, bounds.height() * self.scale)
        left = self._room.left() + (self._room.width() - size.width()) / 2
        place = QRectF(QPointF(left, self._room.top()), size)
        self._frame.draw_head(painter, MARGIN, MARGIN - 8, first=True)
        self._chart.paint(painter, place, place)
        self._legend.draw(painter, MARGIN, self._room.bottom() + _GAP)
        self._frame.draw_foot(painter, MARGIN, self.paper.height() - MARGIN + 12, page)


def _around(start: tuple[float, float], end: tuple[float, float]) -> QRectF:
    """Return the rectangle around a stretch of a line; never empty, so that it can meet another."""
    return QRectF(QPointF(*start), QPointF(*end)).normalized().adjusted(-1, -1, 1, 1)


def _title(frame: PageFrame) -> str:
    return ", ".join(part for part in (frame.title, frame.case_words) if part)


def _smooth(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def _draw_marks(painter: QPainter, room: QRectF) -> None:
    """Draw the corners by which parts are put together: inside them lies what no neighbour shows."""
    half = OVERLAP / 2
    inner = room.adjusted(half, half, -half, -half)
    painter.setPen(QPen(colour("ink"), 0.8))
    for x in (inner.left(), inner.right()):
        for y in (inner.top(), inner.bottom()):
            painter.drawLine(QPointF(x - _MARK / 2, y), QPointF(x + _MARK / 2, y))
            painter.drawLine(QPointF(x, y - _MARK / 2), QPointF(x, y + _MARK / 2))
