# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of the program: colours, text sizes, palette and the one style sheet; it follows the system.

A widget asks `current()` whenever it measures or paints, and gives `follow()` the method that takes over what it
keeps: fonts, fixed sizes, icons.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from wizard.chart.fonts import BOLD, REGULAR, SEMI_BOLD, font, load_fonts
from wizard.chart.icons import STROKE, icon_pixmap
from wizard.chart.tokens import DARK, LIGHT, Tokens, high_contrast
from wizard.paths import resources_dir

TEXT_SIZES = (100, 112, 125, 150, 175, 200)
"""Text sizes in per cent that the View menu offers, on top of the system's own scaling."""

TextStyle = Literal["page-title", "question", "section", "choice", "lead", "body", "card", "label", "small", "meta"]
"""What a text is for; see `TEXT_STYLES`."""

TEXT_STYLES: dict[TextStyle, tuple[float, int]] = {
    "page-title": (30, BOLD),
    "question": (24, BOLD),
    "section": (18, BOLD),
    "choice": (17, SEMI_BOLD),
    "lead": (17, REGULAR),
    "body": (16, REGULAR),
    "card": (15, REGULAR),
    "label": (15, SEMI_BOLD),
    "small": (14, SEMI_BOLD),
    "meta": (14, REGULAR),
}
"""Pixels at 100 % and weight, by use."""


class Scheme(StrEnum):
    """What the user has set for light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ASKED_OF_SYSTEM = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(NamedTuple):
    """One look: its colours as they are painted, its text size, its motion."""

    tokens: Tokens = LIGHT
    scale: float = 1.0
    """Text size; 1.0 is 100 %."""
    high_contrast: bool = False
    """Whether more contrast was asked for; the tokens already have it."""
    reduced_motion: bool = False

    def px(self, size: float) -> int:
        """A size that belongs to text, in pixels; a half goes to the even neighbour."""
        return round(size * self.scale)

    def sp(self, size: float) -> int:
        """A space in pixels: grows half as fast as the text."""
        return round(size * (1 + (self.scale - 1) / 2))

    def font(self, size: float, weight: int = REGULAR, *, italic: bool = False) -> QFont:
        """The bundled font at a size that is given for 100 %."""
        return font(self.px(size), weight, italic=italic)

    def text_font(self, style: TextStyle) -> QFont:
        """The font of a text, by what the text is for."""
        return self.font(*TEXT_STYLES[style])

    def hex(self, colour: str) -> str:
        """The value of a token, by its name in `Tokens`."""
        value: str = getattr(self.tokens, colour)
        return value

    def colour(self, name: str) -> QColor:
        """The colour of a token, by its name in `Tokens`."""
        return QColor(self.hex(name))

    def pixmap(self, name: str, size: float, colour: str, ratio: float = 1.0, stroke: float = STROKE) -> QPixmap:
        """An icon in the colour of a token; its size is given for 100 %, `ratio` is the device pixel ratio."""
        return icon_pixmap(name, self.px(size), self.hex(colour), ratio, stroke)

    def icon(self, name: str, size: float = 18, colour: str = "ink") -> QIcon:
        """An icon for menus and Qt's own buttons, sharp on screens up to three times as fine."""
        made = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            made.addPixmap(self.pixmap(name, size, colour, ratio), QIcon.Mode.Normal)
            made.addPixmap(self.pixmap(name, size, "disabled", ratio), QIcon.Mode.Disabled)
        return made

    def milliseconds(self, duration: int) -> int:
        """How long a movement takes: none when less motion is asked for."""
        return 0 if self.reduced_motion else duration


class Appearance(QObject):
    """The look that the program has now, made of the settings and of what the system asks for."""

    changed = Signal()
    """Palette, font and style sheet are already the new ones."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._text_size = TEXT_SIZES[0]
        self._no_motion = False
        self._theme = Theme()
        load_fonts()
        app.setStyle("Fusion")
        # Without these two references the wrappers die and the signals are lost.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._system_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        self._system_contrast = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        self._system_still = _less_motion(self._accessibility)
        self._hints.colorSchemeChanged.connect(self._take_colour_scheme)
        self._accessibility.contrastPreferenceChanged.connect(self._take_contrast)
        # Qt asks the system for less motion from 6.12 on.
        if hasattr(self._accessibility, "motionPreferenceChanged"):
            self._accessibility.motionPreferenceChanged.connect(self._take_motion)
        self._put_on(self._wanted())

    @property
    def theme(self) -> Theme:
        """The look now on the screen."""
        return self._theme

    @property
    def scheme(self) -> Scheme:
        """What is set for light and dark."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """Text size in per cent, one of `TEXT_SIZES`."""
        return self._text_size

    @property
    def no_motion(self) -> bool:
        """Whether *No motion* is on in the View menu."""
        return self._no_motion

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark, or what the system has; title bars and file dialogs go along where they can."""
        self._scheme = scheme
        self._hints.setColorScheme(_ASKED_OF_SYSTEM[scheme])
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Choose a text size.

        Raises:
            ValueError: when it is none of `TEXT_SIZES`.
        """
        if percent not in TEXT_SIZES:
            msg = f"The text size is one of {TEXT_SIZES}, not {percent}."
            raise ValueError(msg)
        self._text_size = percent
        self._apply()

    def step_text_size(self, steps: int) -> None:
        """Go up or down the text sizes, and stop at the ends."""
        at = TEXT_SIZES.index(self._text_size) + steps
        self.set_text_size(TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def set_no_motion(self, off: bool) -> None:
        """Stop all movement, whatever the system says."""
        self._no_motion = off
        self._apply()

    def _wanted(self) -> Theme:
        dark = self._system_dark if self._scheme is Scheme.SYSTEM else self._scheme is Scheme.DARK
        tokens = DARK if dark else LIGHT
        return Theme(
            tokens=high_contrast(tokens) if self._system_contrast else tokens,
            scale=self._text_size / 100,
            high_contrast=self._system_contrast,
            reduced_motion=self._no_motion or self._system_still,
        )

    def _apply(self) -> None:
        wanted = self._wanted()
        if wanted != self._theme:
            self._put_on(wanted)
            self.changed.emit()

    def _put_on(self, theme: Theme) -> None:
        self._theme = theme
        self._app.setPalette(_palette(theme.tokens))
        self._app.setFont(theme.text_font("body"))
        self._app.setStyleSheet(_style_sheet(theme))
        # Qt would give a widget that was never shown the font back that it had under the sheet before.
        for widget in self._app.allWidgets():
            widget.ensurePolished()

    # The system's word comes as the argument: offscreen, and on X11 without a desktop, asking gives Unknown.

    def _take_colour_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme == Qt.ColorScheme.Dark
        self._apply()

    def _take_contrast(self, contrast: Qt.ContrastPreference) -> None:
        self._system_contrast = contrast == Qt.ContrastPreference.HighContrast
        self._apply()

    def _take_motion(self) -> None:
        self._system_still = _less_motion(self._accessibility)
        self._apply()


def _less_motion(accessibility: QAccessibilityHints) -> bool:
    """Return whether the system asks for less motion; before Qt 6.12 it cannot be asked."""
    ask = getattr(accessibility, "motionPreference", None)
    return ask is not None and ask().name == "ReducedMotion"


def appearance() -> Appearance:
    """The look of this application, made and put on at the first call.

    Raises:
        RuntimeError: when there is no application yet.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        msg = "The look needs an application."
        raise RuntimeError(msg)  # noqa: TRY004 it is missing, not of a wrong type
    made = app.findChild(Appearance)
    return made if made is not None else Appearance(app)


def current() -> Theme:
    """The look now on the screen."""
    return appearance().theme


def follow(take_over: Callable[[], None]) -> None:
    """Call a method of a widget now, and again each time the look has changed.

    Args:
        take_over: a bound method of a QObject, so that the connection ends with the object.
    """
    appearance().changed.connect(take_over)
    take_over()


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.paper,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.paper,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink2,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.error,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
    }
    palette = QPalette()
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.ToolTipText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.disabled))
    for one in (role.Base, role.Button):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.paper))
    return palette


_PLACE = re.compile(r"@(px|sp)\((\d+)\)|@(\w+)")


def _style_sheet(theme: Theme) -> str:
    """Fill the template: `@name` is a colour, `@px(n)` and `@sp(n)` are sizes.

    Raises:
        KeyError: when the template names a colour that there is not.
    """
    colours = {name: theme.hex(name) for name in theme.tokens._fields if name != "dark"}

    def filled(place: re.Match[str]) -> str:
        kind, number, colour = place.groups()
        if kind is None:
            return colours[colour]
        return str(theme.px(int(number)) if kind == "px" else theme.sp(int(number)))

    names = ("program", "high-contrast") if theme.high_contrast else ("program",)
    return "".join(_PLACE.sub(filled, _template(name)) for name in names)


@lru_cache(maxsize=2)
def _template(name: str) -> str:
    text = (resources_dir() / "styles" / f"{name}.qss").read_text(encoding="utf-8")
    # Comments may speak of placeholders.
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
