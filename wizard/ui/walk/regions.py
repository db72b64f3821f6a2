# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the regions of the Walk page lie: three columns, two, or one region at a time."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from wizard.ui.theme import current

Region = Literal["question", "chart", "trail", "claims"]
Mode = Literal["three", "two", "tabs"]

REGIONS: tuple[Region, ...] = ("question", "chart", "trail", "claims")

#: The width rule: e = width of the window ÷ text size (look.md, "Layout and reflow").
THREE_COLUMNS_FROM, TWO_COLUMNS_FROM = 1240, 940
_TRAIL, _QUESTION, _CHART = 252, 820, 480


def mode_for(width: int, scale: float) -> Mode:
    """Return how many columns a width has room for."""
    e = width / scale
    if e >= THREE_COLUMNS_FROM:
        return "three"
    return "two" if e >= TWO_COLUMNS_FROM else "tabs"


@dataclass(frozen=True)
class Panels:
    """The parts of the page. They are moved, never taken apart, so that the keyboard stays where it is."""

    trail: QWidget
    question: QWidget
    chart: QWidget
    board: QWidget
    claims: QWidget
    tabs: QWidget
    side_tabs: QWidget
    deadlines: QWidget

    def arrange_tabs(self, size: QSize, region: Region) -> None:
        """Show one region under a row of tabs."""
        theme = current()
        bar = self.tabs.sizeHint().height()
        words = self.deadlines.sizeHint().width()
        left = theme.sp(16)
        room = size.width() - self.tabs.sizeHint().width() - left - words - theme.sp(24)
        self.tabs.setGeometry(left, 0, size.width() - left - (words + theme.sp(20) if room > 0 else 0), bar)
        self.deadlines.setGeometry(size.width() - words - theme.sp(18), 0, words, bar)
        below = QRect(0, bar + 1, size.width(), max(size.height() - bar - 1, 0))
        regions: dict[Region, QWidget] = {
            "question": self.question,
            "chart": self.chart,
            "trail": self.trail,
            "claims": self.claims,
        }
        for name, widget in regions.items():
            widget.setGeometry(below)
            widget.setVisible(name == region)
        self.tabs.show()
        self.deadlines.setVisible(room > 0)
        self.side_tabs.hide()
        self.board.hide()

    def arrange_columns(self, size: QSize, mode: Mode, side: Region, *, claims_open: bool) -> None:
        """Show trail, question and chart beside each other (or a panel for trail and chart), the board below."""
        theme = current()
        bottom = self.board.heightForWidth(size.width())
        height = max(size.height() - bottom, 0)
        self.board.setGeometry(0, height, size.width(), bottom)
        trail = theme.px(_TRAIL) if mode == "three" else 0
        question = min(theme.px(_QUESTION), size.width() - trail - theme.px(_CHART))
        right = QRect(trail + question + 1, 0, size.width() - trail - question - 1, height)
        tabs = self.side_tabs.sizeHint().height() if mode == "two" else 0
        below = right.adjusted(0, tabs + (1 if tabs else 0), 0, 0)
        middle = QRect(trail, 0, question, height)
        self.question.setGeometry(middle)
        self.claims.setGeometry(middle)
        self.chart.setGeometry(below)
        self.trail.setGeometry(QRect(0, 0, trail - 1, height) if mode == "three" else below)
        self.side_tabs.setGeometry(right.left() + theme.sp(8), 0, right.width() - theme.sp(8), tabs)
        self.tabs.hide()
        self.deadlines.hide()
        self.side_tabs.setVisible(mode == "two")
        self.trail.setVisible(mode == "three" or side == "trail")
        self.chart.setVisible(mode == "three" or side == "chart")
        self.question.setVisible(not claims_open)
        self.claims.setVisible(claims_open)
        self.board.show()
