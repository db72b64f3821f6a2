# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one item that draws the whole chart in a scene."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from wizard.chart.painter import ChartPainter
from wizard.chart.tiles import Tiles


class ChartItem(QGraphicsItem):
    """Draws what a `ChartPainter` has in the exposed part of a view, from tiles that it keeps."""

    def __init__(self, painter: ChartPainter) -> None:
        super().__init__()
        self.chart = painter
        self.tiles = Tiles()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_chart(self, painter: ChartPainter) -> None:
        """Draw another chart."""
        self.prepareGeometryChange()
        self.chart = painter
        self.tiles.clear()
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self.chart.bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self.tiles.draw(painter, self.chart, option.exposedRect)
