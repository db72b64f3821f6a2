# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the questions have come: one pill a question."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box

_PILL = 6
_NARROWEST = 5.0
"""A pill narrower than this is not seen as one: then each part becomes one long pill."""


class RemainingBar(QWidget):
    """Pills: filled for what is answered, outlined for what will surely be asked, dashed for what may be.

    It repeats the words that always stand beside it (“About 2 to 7 left”), so a screen reader passes over it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self._take_over)

    def set_counts(self, answered: int, fewest: int, most: int) -> None:
        """Show how many questions are answered, and how many are left: from `fewest` to `most`."""
        self._parts = (answered, fewest, max(0, most - fewest))
        self.update()

    def _take_over(self) -> None:
        self.setFixedHeight(current().px(10))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = current().px(_PILL)
        top = (self.height() - height) / 2
        for left, width, part in self._pills():
            pill = QRectF(left, top, width, height)
            draw_box(painter, pill, _BOXES[part], min(height / 2, width / 2))

    def _pills(self) -> list[tuple[float, float, int]]:
        """Left edge, width and part (0 answered, 1 certain, 2 possible) of each pill."""
        count = sum(self._parts)
        if count == 0:
            return []
        gap = 4.0 if self.width() / count > 3 * 4 else 2.0
        width = (self.width() - gap * (count - 1)) / count
        whole = width < _NARROWEST
        pills = []
        left = 0.0
        for part, number in enumerate(self._parts):
            share = number / count * (self.width() + gap)
            if whole and number:
                pills.append((left, share - gap, part))
            elif number:
                pills += [(left + at * (width + gap), width, part) for at in range(number)]
            left += share
        return pills


_BOXES = (
    Box(fill="accent"),
    Box("control", 1.25, "surface"),
    Box("control", 1.25, None, (3.1, 3.1)),
)
