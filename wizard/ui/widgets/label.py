# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels: plain text in the sizes of the design, which wraps instead of being cut off."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import REGULAR, SEMI_BOLD
from wizard.ui.theme import TextStyle, current, follow
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width


class Label(QLabel):
    """A text of one style; its tone is ink, ink2, accent, disabled, error or a status."""

    def __init__(
        self,
        text: str = "",
        style: TextStyle = "body",
        tone: str = "ink",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        follow(self._take_over)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the text."""
        self.setProperty("tone", tone)
        # A style sheet looks at a property only when the widget is polished.
        self.style().unpolish(self)
        self.style().polish(self)
        # That gives it an older font back.
        self._take_over()

    def _take_over(self) -> None:
        self.setFont(current().text_font(self._style))


class LeadLabel(QLabel):
    """A bold beginning and a plain rest that wrap as one text: “Bivens  against the officer”."""

    def __init__(
        self, lead: str, rest: str = "", *, size: float = 15, rest_tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._rest_tone = rest_tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_texts(lead, rest)
        follow(self._take_over)

    def set_texts(self, lead: str, rest: str = "") -> None:
        """Show other words."""
        self._lead = lead
        self._rest = rest
        self.setText(f"{lead} {rest}".strip())
        self._take_over()

    def _take_over(self) -> None:
        self.setFont(current().font(self._size))
        self.updateGeometry()
        self.update()

    def _runs(self) -> list[Run]:
        theme = current()
        runs = [Run(self._lead, theme.font(self._size, SEMI_BOLD), "ink")]
        if self._rest:
            runs.append(Run(f"  {self._rest}", theme.font(self._size, REGULAR), self._rest_tone))
        return runs

    @override
    def sizeHint(self) -> QSize:
        width = one_line_width(self._runs())
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        words = [(word, run.font) for run in self._runs() for word in run.text.split()]
        widest = max((QFontMetricsF(font).horizontalAdvance(word) for word, font in words), default=0.0)
        return QSize(math.ceil(min(widest, current().px(160))), math.ceil(QFontMetricsF(self.font()).height()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return WrappedText(self._runs(), width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        WrappedText(self._runs(), self.width()).draw(QPainter(self), 0, 0)
