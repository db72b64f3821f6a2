# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: at most one *primary* on a page, the others *normal*, *soft*, *quiet*, *link* or *tool*."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from wizard.chart.fonts import SEMI_BOLD
from wizard.chart.icons import STROKE, draw_icon
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import Box, draw_box

ButtonKind = Literal["primary", "normal", "soft", "quiet", "link", "tool"]
"""Filled; edged; tinted; a word in the accent (38 or 30 high); a word in ink for toolbars."""


class _Shape(NamedTuple):
    height: int
    padding: int
    ink: str


_SHAPES: dict[ButtonKind, _Shape] = {
    "primary": _Shape(38, 15, "on_accent"),
    "normal": _Shape(38, 15, "ink"),
    "soft": _Shape(38, 15, "accent"),
    "quiet": _Shape(38, 9, "accent"),
    "link": _Shape(30, 9, "accent"),
    "tool": _Shape(34, 9, "ink"),
}
_GAP = 8
_ICON = 18


class Button(QPushButton):
    """A button with a word, and an icon before or after it.

    Checkable ones (`setCheckable`) look tinted while they are on.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "normal",
        icon: str = "",
        *,
        trailing: bool = False,
        size: float = 15,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            text: its word; “&” marks a mnemonic.
            kind: how it looks.
            icon: an icon of the bundled set; empty for none.
            trailing: the icon stands after the word.
            size: text size in pixels at 100 %.
            parent: the widget that holds it.
        """
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._trailing = trailing
        self._size = size
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        follow(self._take_over)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._take_over()

    def set_kind(self, kind: ButtonKind) -> None:
        """Look otherwise."""
        self._kind = kind
        self._take_over()

    def _take_over(self) -> None:
        self.setFont(current().font(self._size, SEMI_BOLD))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        shape = _SHAPES[self._kind]
        width = self._content_width(self.text()) + 2 * theme.sp(shape.padding)
        return QSize(round(width + 0.5), theme.px(shape.height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def width_with(self, text: str) -> int:
        """The width in pixels that the button would want with another word."""
        return self.sizeHint().width() + round(self._content_width(text) - self._content_width(self.text()))

    def _content_width(self, text: str) -> float:
        theme = current()
        metrics = QFontMetricsF(theme.font(self._size, SEMI_BOLD))
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()
        return words + (theme.px(_ICON) + theme.px(_GAP) if self._icon else 0)

    def _box(self) -> Box:
        if self._kind in {"quiet", "link", "tool"}:
            return plain_box(self)
        if not self.isEnabled():
            return Box("line", 1, "paper")
        if self._kind == "primary":
            fill = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
            return Box(fill=fill)
        return edged_box(self, soft=self._kind == "soft" or self.isChecked())

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "accent" if self.isChecked() else _SHAPES[self._kind].ink

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), self._box())
        ink = self._ink()
        content = self._content_width(self.text())
        left = (self.width() - content) / 2
        text_left = left
        if self._icon:
            side = theme.px(_ICON)
            text_left = left if self._trailing else left + side + theme.px(_GAP)
            icon_left = left + content - side if self._trailing else left
            place = QRectF(icon_left, (self.height() - side) / 2, side, side)
            draw_icon(painter, self._icon, place, theme.hex(ink), STROKE)
        painter.setFont(self.font())
        painter.setPen(theme.colour(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | mnemonic_flag(self)
        painter.drawText(QRectF(text_left, 0, self.width(), self.height()), int(flags), self.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()


class IconButton(QPushButton):
    """A button without a word: it has a name for a screen reader, and a tooltip with its key.

    Only for home, undo, redo, zoom, fit, follow, arrange, close, copy in a row, and more.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        keys: str = "",
        *,
        side: float = 36,
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        """Make an icon button.

        Args:
            icon: an icon of the bundled set.
            name: what it does, in words.
            keys: its shortcut as shown, “Ctrl +”; empty for none.
            side: its side in pixels at 100 %, never under 24.
            ink: the colour of the icon.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self._ink = ink
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name, keys)
        follow(self._take_over)

    def set_name(self, name: str, keys: str = "") -> None:
        """Say otherwise what it does."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = current().px(self._side)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), plain_box(self))
        ink = "disabled" if not self.isEnabled() else "accent" if self.isChecked() else self._ink
        side = theme.px(self._side * 0.55)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, place, theme.hex(ink))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()


def plain_box(button: QPushButton) -> Box:
    """Edge and fill of a button that is only a word or an icon while nobody points at it."""
    if not button.isEnabled():
        return Box()
    if button.isDown() or button.isChecked():
        return Box("accent", 1, "accent_soft")
    # With more contrast the tint cannot be seen.
    edge = "accent" if current().high_contrast else None
    return Box(edge, 1, "accent_soft") if button.underMouse() else Box()


def edged_box(button: QPushButton, *, soft: bool) -> Box:
    """Edge and fill of a button with an edge, tinted or not."""
    if button.isDown():
        return Box("accent_press" if soft else "accent", 1.5, "accent_soft")
    if soft:
        return Box("accent", 1.5 if button.underMouse() else 1, "accent_soft")
    return Box("accent", 1.5, "surface") if button.underMouse() else Box("control", 1, "surface")


def mnemonic_flag(widget: QWidget) -> Qt.TextFlag:
    """Whether the system underlines mnemonics now, as a flag for drawing."""
    shown = widget.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, widget)
    return Qt.TextFlag.TextShowMnemonic if shown else Qt.TextFlag.TextHideMnemonic
