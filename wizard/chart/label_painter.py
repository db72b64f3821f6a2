# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the labels on arrows: plain ahead, in a bordered pill on the path."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QStaticText

from wizard.chart.fonts import BOLD, MEDIUM, font
from wizard.chart.measuring import Plan, prepared
from wizard.chart.step_states import StepState, StepStates
from wizard.chart.style import LABEL_PIXELS
from wizard.chart.tokens import Tokens

CORNER = 5.0
#: Room in a pill beside its words, both sides together.
PADDING = 10.0


class LabelPainter:
    """The labels of one plan; their texts are prepared once."""

    def __init__(self, plan: Plan, tokens: Tokens) -> None:
        self._plan = plan
        self._ground = QColor(tokens.surface)
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
        self._texts: dict[tuple[str, bool], QStaticText] = {}

    def paint(
        self, painter: QPainter, numbers: Sequence[int], exposed: QRectF, states: StepStates, *, text: bool
    ) -> None:
        """Paint the labels of these arrows that lie in the exposed rectangle."""
        for number in numbers:
            pill = self._plan.layout.pills[number]
            if pill is None:
                continue
            rect = QRectF(pill.x, pill.y, pill.width, pill.height)
            if rect.intersects(exposed):
                self._paint_one(painter, number, rect, states, text=text)

    def _paint_one(self, painter: QPainter, number: int, rect: QRectF, states: StepStates, *, text: bool) -> None:
        state = states.arrows[number]
        arrow = self._plan.drawing.arrows[number]
        on_path = state >= StepState.UNKNOWN
        # A number is a key to press: it means nothing where nothing can be chosen any more.
        may_choose = state is StepState.OPEN or states.nodes[arrow.source] is StepState.CURRENT
        prepared = self._text(arrow.words if may_choose else arrow.label, bold=on_path)
        size = prepared.size()
        aside = (rect.width() - size.width() - PADDING) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if on_path:
            painter.setPen(self._edge if state >= StepState.TAKEN else self._unknown_edge)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(rect.adjusted(aside, 0, -aside, 0), CORNER, CORNER)
        if text:
            painter.setPen(self._ink[state])
            painter.setFont(self._bold if on_path else self._plain)
            corner = QPointF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2)
            painter.drawStaticText(corner, prepared)

    def _text(self, words: str, *, bold: bool) -> QStaticText:
        key = (words, bold)
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = prepared(words, self._bold if bold else self._plain)
        return found
