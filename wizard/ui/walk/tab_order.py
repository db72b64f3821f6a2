# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which Tab visits what is made while the window is shown: Qt would put it behind all else."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focusable(widget: QWidget) -> list[QWidget]:
    """Return what Tab visits inside a widget, in the order in which it was made."""
    inside = widget.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus]


def anchor(parent: QWidget) -> QWidget:
    """Return a widget that is never seen and marks a place in the order: Qt puts nothing behind what has no focus."""
    mark = QWidget(parent)
    mark.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    mark.hide()
    return mark


def chain(*widgets: QWidget) -> None:
    """Let Tab visit these one after the other; what followed the first follows the last.

    The first must hold no others: Qt would begin behind the last of them.
    """
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
