# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field of Home: a glass at its left, its key at its right while it is empty."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from wizard.chart.fonts import SEMI_BOLD
from wizard.ui.theme import current, follow
from wizard.ui.widgets.text_field import TextField


class SearchField(TextField):
    """A field that says what it searches and by which key it is reached."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder=words, size=16, parent=parent)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        follow(self._take_sizes)

    def _take_sizes(self) -> None:
        theme = current()
        self.setMinimumHeight(theme.px(46))
        self._glass.setIcon(theme.icon("search", 18, "ink2"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        theme = current()
        painter = QPainter(self)
        painter.setFont(theme.font(14, SEMI_BOLD))
        painter.setPen(theme.colour("ink2"))
        room = QRectF(self.rect()).adjusted(0, 0, -theme.px(15), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.tr("Ctrl F"))
