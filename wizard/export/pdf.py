# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture as PDF: one page each, text that can be searched and copied, fonts inside."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from wizard.export.options import Watch, go_on, tell
from wizard.export.paper import UNITS_PER_INCH
from wizard.export.picture import Picture

_POINTS_PER_INCH = 72
#: Which characters the glyphs of a font stand for: Qt leaves these maps uncompressed.
_CHARACTER_MAP = re.compile(rb"beginbfrange\n[<>\[\]0-9A-Fa-f \n]*endbfrange")
_TAB, _SPACE = b"<0009>", b"<0020>"


def pdf_of(picture: Picture, watch: Watch = go_on) -> bytes:
    """Return all pages as one PDF.

    Raises:
        ExportStoppedError: the watch wants it to stop.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(picture.title)
    writer.setCreator("Remedy Wizard")
    _set_size(writer, picture.size(0))
    painter = QPainter(writer)
    try:
        for page in range(picture.pages):
            tell(watch, page, picture.pages)
            if page:
                _set_size(writer, picture.size(page))
                writer.newPage()
            painter.save()
            picture.paint(painter, page, QRectF(QPointF(0, 0), picture.size(page)))
            painter.restore()
    finally:
        painter.end()
    buffer.close()
    tell(watch, picture.pages, picture.pages)
    return _CHARACTER_MAP.sub(_with_spaces, bytes(data.data()))


def _with_spaces(found: re.Match[bytes]) -> bytes:
    """Return a map in which the blank stands for a space: Qt takes the tab, which has the same glyph."""
    return found[0].replace(_TAB, _SPACE)


def _set_size(writer: QPdfWriter, size: QSizeF) -> None:
    """Set the size of the next page; the whole of it is painted, margins included."""
    points = QSizeF(size.width() * _POINTS_PER_INCH / UNITS_PER_INCH, size.height() * _POINTS_PER_INCH / UNITS_PER_INCH)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
