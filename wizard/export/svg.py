# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page as SVG that looks alike in every program, whether or not it has the font.

Letters are drawn as outlines, each stored once and used by reference. The words stand over them as text without ink,
so that they can be searched, copied and read aloud.
"""

import re
from html import unescape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QRawFont, QTextLayout
from PySide6.QtSvg import QSvgGenerator

from wizard.chart.fonts import font
from wizard.export.options import Watch, go_on, tell
from wizard.export.paper import UNITS_PER_INCH
from wizard.export.picture import Picture

#: Outlines are kept at this size, and scaled where they are used.
_OUTLINE_SIZE = 100.0
_TEXT = re.compile(
    r'<text fill="(?P<fill>[^"]*)"[^>]*? x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"[^>]*? '
    r'font-size="(?P<size>[0-9.]+)" font-weight="(?P<weight>[0-9]+)"[^>]*>(?P<text>[^<]*)</text>'
)
#: What XML 1.0 does not allow, however it is written.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_of(picture: Picture, page: int, watch: Watch = go_on) -> bytes:
    """Return a page, counted from 0, as SVG.

    Raises:
        ExportStoppedError: the watch wants it to stop.
    """
    tell(watch, 0, 2)
    size = picture.size(page)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(UNITS_PER_INCH)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), size))
    generator.setTitle(picture.title)
    generator.setDescription(picture.about)
    painter = QPainter(generator)
    try:
        painter.fillRect(QRectF(QPointF(0, 0), size), "white")
        picture.paint(painter, page, QRectF(QPointF(0, 0), size))
    finally:
        painter.end()
    buffer.close()
    tell(watch, 1, 2)
    finished = _Outlines().finish(_NOT_XML.sub(" ", bytes(data.data()).decode()))
    tell(watch, 2, 2)
    return finished.encode()


class _Outlines:
    """Replaces the ink of texts by outlines of their letters, each kept once."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, int, int], str] = {}
        self._definitions: list[str] = []

    def finish(self, svg: str) -> str:
        """Return the SVG with outlines."""
        drawn = _TEXT.sub(self._replace, svg)
        return drawn.replace("<defs>", "<defs>" + "".join(self._definitions), 1)

    def _replace(self, match: re.Match[str]) -> str:
        text = unescape(match["text"])
        layout = QTextLayout(text, font(round(float(match["size"])), int(match["weight"]), tabular=False))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        uses = "".join(use for run in layout.glyphRuns() for use in self._uses(run, line.ascent()))
        ink = f'<g fill="{match["fill"]}" stroke="none" transform="translate({match["x"]},{match["y"]})">{uses}</g>'
        length = f' textLength="{_short(line.naturalTextWidth())}"' if text.strip() else ""
        words = match[0].replace(f'<text fill="{match["fill"]}"', f'<text fill="none"{length}', 1)
        return f"{ink}\n{words}"

    def _uses(self, run: QGlyphRun, ascent: float) -> list[str]:
        letters = run.rawFont()
        scale = _short(letters.pixelSize() / _OUTLINE_SIZE, 5)
        uses = []
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            name = self._name_of(letters, glyph)
            if name:
                at = f"translate({_short(place.x())},{_short(place.y() - ascent)}) scale({scale})"
                uses.append(f'<use xlink:href="#{name}" transform="{at}"/>')
        return uses

    def _name_of(self, letters: QRawFont, glyph: int) -> str:
        """Return the name under which an outline is kept; none for a space."""
        key = (letters.familyName(), letters.styleName(), letters.weight(), glyph)
        name = self._names.get(key)
        if name is None:
            large = QRawFont(letters)
            large.setPixelSize(_OUTLINE_SIZE)
            outline = _path_data(large.pathForGlyph(glyph))
            name = self._names[key] = f"letter{len(self._names)}" if outline else ""
            if outline:
                self._definitions.append(f'<path id="{name}" fill-rule="nonzero" d="{outline}"/>')
        return name


def _path_data(path: QPainterPath) -> str:
    """Return an outline in the words of SVG."""
    parts = []
    at = 0
    while at < path.elementCount():
        element = path.elementAt(at)
        if element.isMoveTo():
            parts.append(f"M{_short(element.x)} {_short(element.y)}")
        elif element.isLineTo():
            parts.append(f"L{_short(element.x)} {_short(element.y)}")
        else:
            points = [path.elementAt(at + more) for more in range(3)]
            parts.append("C" + " ".join(f"{_short(point.x)} {_short(point.y)}" for point in points))
            at += 2
        at += 1
    return "".join(parts) + "Z" if parts else ""


def _short(number: float, places: int = 2) -> str:
    return f"{number:.{places}f}".rstrip("0").rstrip(".")
