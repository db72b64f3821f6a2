# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second line of a node."""

from PySide6.QtCore import QCoreApplication

from wizard.chart.drawing import ChartNode
from wizard.chart.status_words import status_word


def subtitle_of(node: ChartNode) -> str:
    """Return the second line of a node: its status, or how many steps it hides."""
    if node.status is not None:
        return status_word(node.status)
    if node.steps_folded == 1:
        return QCoreApplication.translate("Chart", "1 step folded")
    if node.steps_folded:
        return QCoreApplication.translate("Chart", "%n steps folded", "", node.steps_folded)
    return node.subtitle
