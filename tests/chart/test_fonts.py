# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled font is drawn as wide as it was measured, whatever font the application has."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from wizard.chart.fonts import REGULAR, font

FIGURES = "1111111111"


@pytest.fixture
def tabular_application(qapp: QApplication) -> Iterator[None]:
    """The application font of the program: tabular figures."""
    before = qapp.font()
    qapp.setFont(font(16))
    yield
    qapp.setFont(before)


def drawn_width(words: str, *, tabular: bool) -> int:
    """How many pixels from the left the words reach."""
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font(14, REGULAR, tabular=tabular))
    painter.drawText(QPointF(0, 25), words)
    painter.end()
    return max(x for x in range(300) for y in range(40) if image.pixelColor(x, y).lightness() < 200)


@pytest.mark.usefixtures("tabular_application")
@pytest.mark.parametrize("tabular", [True, False])
def test_figures_are_drawn_as_wide_as_they_were_measured(tabular: bool) -> None:
    measured = QFontMetricsF(font(14, REGULAR, tabular=tabular)).horizontalAdvance(FIGURES)
    assert drawn_width(FIGURES, tabular=tabular) == pytest.approx(measured, abs=3)


@pytest.mark.usefixtures("tabular_application")
def test_proportional_figures_are_narrower_than_tabular_ones() -> None:
    assert drawn_width(FIGURES, tabular=False) < 0.9 * drawn_width(FIGURES, tabular=True)
