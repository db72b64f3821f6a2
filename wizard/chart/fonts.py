# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled font: the same text widths, and so the same layout, on every machine."""

from PySide6.QtGui import QFont, QFontDatabase

from wizard.paths import resources_dir

FAMILY = "Atkinson Hyperlegible Next"

REGULAR = 400
MEDIUM = 500
SEMI_BOLD = 600
BOLD = 700


def load_fonts() -> None:
    """Make the bundled font known to Qt, once a process; needs a running application object.

    Raises:
        FileNotFoundError: when the program's own font files are missing or cannot be read.
    """
    if FAMILY in _loaded:
        return
    files = sorted((resources_dir() / "fonts").glob("*.ttf"))
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    if not numbers or min(numbers) < 0:
        msg = f"The bundled font cannot be read from {resources_dir() / 'fonts'}."
        raise FileNotFoundError(msg)
    _loaded.add(FAMILY)


_loaded: set[str] = set()


def font(pixels: int, weight: int = REGULAR, *, italic: bool = False, tabular: bool = True) -> QFont:
    """The bundled font, drawn alike on every platform.

    Args:
        pixels: height in pixels.
        weight: 400, 500, 600 or 700.
        italic: for case names in the memo; only in weight 400.
        tabular: figures of one width. A PDF cannot be searched for those: their glyphs stand for no character.
    """
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    # Said either way: what a font leaves open, a painter takes from the application's font, which has tabular figures.
    made.setFeature(QFont.Tag("tnum"), int(tabular))
    # Without these, the hinting rules of the machine change the widths.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made
