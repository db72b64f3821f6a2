# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture: pages that paint themselves on any painter, in units of 1/96 inch."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter


class Picture(Protocol):
    """Something that can be saved as PNG, SVG or PDF."""

    @property
    def title(self) -> str:
        """What it is called; no name of a client."""

    @property
    def about(self) -> str:
        """The legal line, in the language of the picture."""

    @property
    def pages(self) -> int:
        """How many pages there are."""

    def size(self, page: int) -> QSizeF:
        """Return the size of a page, counted from 0."""

    def paint(self, painter: QPainter, page: int, exposed: QRectF) -> None:
        """Paint what lies in a part of a page; more may be painted."""
