# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key under a whole chart: the shapes of the steps and, where a case was walked, how each step stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from wizard.chart.drawing import Drawing
from wizard.chart.step_states import StepState
from wizard.chart.style import HATCH_STEP, node_looks
from wizard.export.paper import BODY, COLOURS, Piece, colour
from wizard.export.paper_key import draw_kind, meaning_of
from wizard.export.paper_text import Lines
from wizard.export.path_steps import PathKind
from wizard.export.words import Words

_SWATCH = 36.0
_SWATCH_GAP = 10.0
_ENTRY_GAP = 26.0
_ROW = 26.0
_SHAPES: tuple[PathKind, ...] = ("question", "date", "gate", "finding", "subtree", "end")
_STATES = (StepState.TAKEN, StepState.CURRENT, StepState.OPEN, StepState.UNKNOWN, StepState.RULED_OUT)


@dataclass(frozen=True, slots=True)
class _Entry:
    words: Lines
    draw: Callable[[QPainter, QRectF], None]
    left: float
    top: float


class ChartLegend:
    """The entries, laid out in rows of a width."""

    def __init__(self, drawing: Drawing, words: Words, width: float, *, walked: bool) -> None:
        self._entries: list[_Entry] = []
        left = top = 0.0
        for told, draw in _entries(drawing, words, walked=walked):
            lines = Lines([Piece(told, BODY)], width)
            needed = _SWATCH + _SWATCH_GAP + lines.width
            if left and left + needed > width:
                left, top = 0.0, top + _ROW
            self._entries.append(_Entry(lines, draw, left, top))
            left += needed + _ENTRY_GAP
        self.height = top + _ROW

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the key with its upper left corner there."""
        for entry in self._entries:
            painter.save()
            entry.draw(painter, QRectF(left + entry.left, top + entry.top + 2, _SWATCH, _ROW - 4))
            painter.restore()
            middle = top + entry.top + (_ROW - 4) / 2
            entry.words.draw(painter, left + entry.left + _SWATCH + _SWATCH_GAP, middle - entry.words.height / 2)


def _entries(
    drawing: Drawing, words: Words, *, walked: bool
) -> Iterator[tuple[str, Callable[[QPainter, QRectF], None]]]:
    shapes = {node.shape for node in drawing.nodes}
    for shape in _SHAPES:
        if shape in shapes:
            yield meaning_of(shape, words), partial(draw_kind, shape)
    if walked:
        told = {
            StepState.TAKEN: words.translate("Paper", "Taken"),
            StepState.CURRENT: words.translate("Paper", "You are here"),
            StepState.OPEN: words.translate("Paper", "Ahead"),
            StepState.UNKNOWN: words.translate("Paper", "Not sure"),
            StepState.RULED_OUT: words.translate("Paper", "Ruled out"),
        }
        for state in _STATES:
            yield told[state], partial(_draw_state, state)


def _draw_state(state: StepState, painter: QPainter, room: QRectF) -> None:
    look = node_looks(COLOURS)[state]
    swatch = room.adjusted(1, 1, -1, -3)
    painter.setPen(look.pen)
    painter.setBrush(look.fill)
    painter.drawRoundedRect(swatch, 4, 4)
    if state is StepState.RULED_OUT:
        _draw_hatch(painter, swatch.adjusted(2, 2, -2, -2))


def _draw_hatch(painter: QPainter, rect: QRectF) -> None:
    """Draw the slanted lines of what is ruled out, each cut where it meets the edge."""
    painter.setPen(QPen(colour("hatch"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start = rect.left() - rect.height() + HATCH_STEP
    while start < rect.right():
        lower = max(start, rect.left())
        upper = min(start + rect.height(), rect.right())
        painter.drawLine(
            QPointF(lower, rect.bottom() - (lower - start)), QPointF(upper, rect.bottom() - (upper - start))
        )
        start += HATCH_STEP
