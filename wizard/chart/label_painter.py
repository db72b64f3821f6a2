# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the labels on arrows: plain ahead, in a bordered pill on the path."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QStaticText

from wizard.chart.fonts import BOLD, MEDIUM, font
from wizard.chart.grid import Bounds
from wizard.chart.measuring import Plan, prepared
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.style import LABEL_PIXELS
from wizard.chart.tokens import Tokens

CORNER = 5.0
#: Room in a pill beside its words, both sides together.
PADDING = 10.0


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a label in one of its looks, with their place."""

    words: QStaticText
    corner: QPointF
    ground: QRectF


class LabelPainter:
    """The labels of one plan; each is prepared when it is first seen."""

    def __init__(self, plan: Plan, tokens: Tokens) -> None:
        self._plan = plan
        self._ground = QBrush(QColor(tokens.surface))
        self._edge = QPen(QColor(tokens.accent), 1.25)
        self._unknown_edge = QPen(QColor(tokens.ink), 1.25)
        self._ink = {
            StepState.RULED_OUT: QColor(tokens.ink2),
            StepState.OPEN: QColor(tokens.ink),
            StepState.UNKNOWN: QColor(tokens.ink),
            StepState.TAKEN: QColor(tokens.accent),
            StepState.CURRENT: QColor(tokens.accent),
        }
        self._plain = font(LABEL_PIXELS, MEDIUM, tabular=False)
        self._bold = font(LABEL_PIXELS, BOLD, tabular=False)
        self._labels: dict[tuple[int, bool, bool], _Label] = {}

    def paint(self, painter: QPainter, numbers: Iterable[int], part: Bounds, states: StepStates, *, text: bool) -> None:
        """Paint the labels of these arrows that lie in a part of the chart."""
        left, top, right, bottom = part
        for number in numbers:
            pill = self._plan.layout.pills[number]
            if pill is None or pill.x > right or pill.y > bottom:
                continue
            if pill.x + pill.width >= left and pill.y + pill.height >= top:
                self._paint_one(painter, number, states, text=text)

    def _paint_one(self, painter: QPainter, number: int, states: StepStates, *, text: bool) -> None:
        state = states.arrows[number]
        on_path = state >= StepState.UNKNOWN
        # A number is a key to press: it means nothing where nothing can be chosen any more.
        source = self._plan.drawing.arrows[number].source
        may_choose = state is StepState.OPEN or states.nodes[source] is StepState.CURRENT
        label = self._label(number, with_key=may_choose, bold=on_path)
        if on_path:
            painter.setPen(self._edge if state >= StepState.TAKEN else self._unknown_edge)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(label.ground, CORNER, CORNER)
        else:
            painter.fillRect(label.ground, self._ground)
        if text:
            painter.setPen(self._ink[state])
            painter.setFont(self._bold if on_path else self._plain)
            painter.drawStaticText(label.corner, label.words)

    def _label(self, number: int, *, with_key: bool, bold: bool) -> _Label:
        key = (number, with_key, bold)
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = self._prepare(number, with_key=with_key, bold=bold)
        return found

    def _prepare(self, number: int, *, with_key: bool, bold: bool) -> _Label:
        arrow, pill = self._plan.drawing.arrows[number], self._plan.layout.pills[number]
        rect = QRectF() if pill is None else QRectF(pill.x, pill.y, pill.width, pill.height)
        words = prepared(arrow.words if with_key else arrow.label, self._bold if bold else self._plain)
        size, middle = words.size(), rect.center()
        aside = (rect.width() - size.width() - PADDING) / 2
        corner = QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2)
        return _Label(words, corner, rect.adjusted(aside, 0, -aside, 0))
