# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line under the question that stays in place: Back, what can be done, Next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.label import Label


class Footer(QWidget):
    """Back and Next; between them a hint, or the way to what is cut off below."""

    back_requested = Signal()
    next_requested = Signal()
    summary_requested = Signal()
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more_below = False
        self._hint_words = ""
        self.back = Button(self.tr("Back"), icon="arrow-left", size=16)
        self.back.clicked.connect(self.back_requested)
        self.more = Button(self.tr("More below"), "link", "chevron-down", size=15)
        self.more.clicked.connect(self.more_requested)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = Label("", "meta", "ink2", wrap=False)
        self.next = Button(self.tr("Next"), "primary", "arrow-right", trailing=True, size=16)
        self.next.clicked.connect(self.next_requested)
        self.summary = Button(self.tr("Summary"), "primary", "file-text", size=16)
        self.summary.clicked.connect(self.summary_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self._hint)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.next)
        self._row.addWidget(self.summary)
        self.show_at(first=True, end=False)
        follow(self._take_over)

    def show_at(self, *, first: bool, end: bool, keeps: bool = True) -> None:
        """Offer what can be done at a place: the first question, an end, an end that keeps nothing."""
        self.back.setEnabled(not first)
        self.next.setVisible(not end)
        self.summary.setVisible(end and keeps)

    def show_hint(self, words: str) -> None:
        """Show a hint; it gives way to *More below* and to narrow windows."""
        self._hint_words = words
        self._arrange()

    def show_more_below(self, more: bool) -> None:
        """Say whether something is cut off below."""
        self._more_below = more
        self._arrange()

    def _arrange(self) -> None:
        self._hint.setText(self._hint_words)
        used = self.back.sizeHint().width() + self.next.width() + 4 * current().sp(24)
        room = self.width() - used
        self.more.setVisible(self._more_below)
        self._hint.setVisible(not self._more_below and self._hint.sizeHint().width() < room)

    def _take_over(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.sp(24), theme.sp(8), theme.sp(24), theme.sp(8))
        self._row.setSpacing(theme.sp(14))
        for button in (self.next, self.summary):
            button.setMinimumWidth(theme.px(110))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current().colour("line"))
