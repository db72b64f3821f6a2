# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper: its sizes in units of 1/96 inch, its margins, colours and text styles. No text is smaller than 9 points."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QFont

from wizard.chart.fonts import BOLD, REGULAR, SEMI_BOLD, font
from wizard.chart.tokens import LIGHT
from wizard.storage.settings import PicturePaper, PictureScale

#: Everything on paper is measured in these: 96 to the inch, so that 12 of them are 9 points.
UNITS_PER_INCH = 96
MILLIMETRES_PER_INCH = 25.4
SMALLEST_TEXT = 12
MARGIN = 46.0

SIZES: dict[PicturePaper, QSizeF] = {
    "letter": QSizeF(8.5 * UNITS_PER_INCH, 11 * UNITS_PER_INCH),
    "a4": QSizeF(210 / MILLIMETRES_PER_INCH * UNITS_PER_INCH, 297 / MILLIMETRES_PER_INCH * UNITS_PER_INCH),
}
#: Dots per inch of a PNG.
DPI: dict[PictureScale, int] = {"1x": 96, "2x": 192, "print": 300}

#: Light tokens, always, on white ground: toner is dear.
COLOURS = LIGHT._replace(paper="#FFFFFF")


class Style(NamedTuple):
    """Size in units, weight and colour (the name of a token) of a text."""

    size: int
    weight: int
    colour: str = "ink"


TITLE = Style(29, BOLD)
SMALL_TITLE = Style(17, BOLD)
BRAND = Style(14, SEMI_BOLD, "accent")
CASE = Style(15, BOLD)
META = Style(13, REGULAR, "ink2")
META_BOLD = Style(13, BOLD)
HEADING = Style(16, BOLD)
LEAD = Style(13, REGULAR, "ink2")
ANSWER = Style(15, BOLD)
TAG = Style(14, SEMI_BOLD)
BODY = Style(13, REGULAR)
BODY_BOLD = Style(13, SEMI_BOLD)
NOTE = Style(SMALLEST_TEXT, REGULAR, "ink2")
NOTE_BOLD = Style(SMALLEST_TEXT, SEMI_BOLD, "ink2")
LEGAL = Style(13, SEMI_BOLD)
DATE = Style(16, BOLD)
NUMBER = Style(13, BOLD, "accent")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one style."""

    text: str
    style: Style


def style_font(style: Style) -> QFont:
    """Return the font of a style, with figures that a PDF can be searched for (see `fonts.font`)."""
    return font(style.size, style.weight, tabular=False)


def colour(name: str) -> QColor:
    """Return the colour of a token on paper."""
    return QColor(getattr(COLOURS, name))


def plain(text: str) -> str:
    """Return a text with every character that no printer can show replaced by a space; line ends stay."""
    return "".join(one if one.isprintable() or one == "\n" else " " for one in text)
