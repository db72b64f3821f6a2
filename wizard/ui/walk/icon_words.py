# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An icon with a few words beside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.ui.theme import current, follow
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label


class IconWords(QWidget):
    """One line that does not wrap."""

    def __init__(self, icon: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(words, "card", "ink2", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon(icon, 18))
        self._row.addWidget(self._label)
        follow(self._take_over)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._label.setText(words)

    def _take_over(self) -> None:
        self._row.setSpacing(current().px(6))
