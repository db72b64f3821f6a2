# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips: a short fact with an icon in a tinted box, such as the next deadline."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import BOLD, REGULAR
from wizard.chart.icons import draw_icon
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width

ChipTone = Literal["arguable", "error", "accent", "plain"]
"""Warnings and deadlines; the last 30 days and what has passed; a hint; nothing in particular."""

_COLOURS: dict[ChipTone, tuple[str, str, str]] = {
    # edge, fill, text
    "arguable": ("arguable", "arguable_soft", "arguable"),
    "error": ("error", "error_soft", "error"),
    "accent": ("accent", "accent_soft", "accent"),
    "plain": ("control", "surface", "ink"),
}
_ICON = 18


def deadline_tone(days_left: int) -> ChipTone:
    """The tone of a deadline: *error* from 30 days on, and once it has passed."""
    return "error" if days_left <= 30 else "arguable"  # noqa: PLR2004 the design's own number


class _Look:
    """What both kinds of chip show."""

    def __init__(self, text: str, icon: str, tone: ChipTone, lead: str) -> None:
        self.text = text
        self.icon = icon
        self.tone = tone
        self.lead = lead

    @property
    def words(self) -> str:
        return f"{self.lead} {self.text}".strip()

    def runs(self) -> list[Run]:
        theme = current()
        ink = _COLOURS[self.tone][2]
        lead = [Run(f"{self.lead} ", theme.font(14.5, BOLD), ink)] if self.lead else []
        return [*lead, Run(self.text, theme.font(14.5, REGULAR), ink)]

    def size(self) -> QSize:
        theme = current()
        icon = theme.px(_ICON) + theme.px(7) if self.icon else 0
        return QSize(one_line_width(self.runs()) + icon + 2 * theme.px(11), theme.px(34))

    def paint(self, widget: QWidget, *, width: float = 1.0, pressed: bool = False) -> None:
        theme = current()
        edge, fill, ink = _COLOURS[self.tone]
        painter = QPainter(widget)
        draw_box(painter, QRectF(widget.rect()), Box(edge, width, "surface" if pressed else fill))
        left = float(theme.px(11))
        if self.icon:
            side = theme.px(_ICON)
            draw_icon(painter, self.icon, QRectF(left, (widget.height() - side) / 2, side, side), theme.hex(ink))
            left += side + theme.px(7)
        text = WrappedText(self.runs(), widget.width())
        text.draw(painter, left, (widget.height() - text.height) / 2)


class Chip(QLabel):
    """A chip that only tells."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        tone: ChipTone = "arguable",
        *,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, icon, tone, lead=lead)
        follow(self._take_over)

    def set_chip(self, text: str, icon: str = "", tone: ChipTone = "arguable", *, lead: str = "") -> None:
        """Show something else; `lead` is a bold beginning."""
        self._look = _Look(text, icon, tone, lead)
        self.setText(self._look.words)
        self._take_over()

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._look.size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._look.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.paint(self)


class ChipButton(QAbstractButton):
    """A chip that opens something: “2 deadlines, next in 80 days”."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        tone: ChipTone = "arguable",
        *,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, icon, tone, lead=lead)
        follow(self._take_over)

    def set_chip(self, text: str, icon: str = "", tone: ChipTone = "arguable", *, lead: str = "") -> None:
        """Show something else; `lead` is a bold beginning."""
        self._look = _Look(text, icon, tone, lead)
        self.setText(self._look.words)
        self._take_over()

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._look.size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._look.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.paint(self, width=2.0 if self.underMouse() else 1.0, pressed=self.isDown())
