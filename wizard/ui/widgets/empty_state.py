# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where there is nothing yet: a sign, what is not here, what to do, one or two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button, ButtonKind
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

_MOST_ACTIONS = 2


class EmptyState(QWidget):
    """A sign, a title and a sentence in the middle of the free room."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        """The buttons, in the order they were added."""
        self._column = QVBoxLayout(self)
        self._button_row = QHBoxLayout()
        self._column.addStretch(1)
        self._column.addWidget(Icon(icon, 40, "ink2", 1.6), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(title, "section")
        for label in (self._title, Label(text, "card", "ink2")):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addLayout(self._button_row)
        self._column.addStretch(1)
        self._button_row.addStretch(1)
        self._button_row.addStretch(1)
        follow(self._take_over)

    def set_title(self, title: str) -> None:
        """Say otherwise what is not here."""
        self._title.setText(title)

    def add_action(self, text: str, kind: ButtonKind = "normal", icon: str = "") -> Button:
        """Add a button at the end.

        Returns:
            The button, for the caller to connect.

        Raises:
            ValueError: when there are two already.
        """
        if len(self.buttons) == _MOST_ACTIONS:
            msg = "An empty state has two buttons at most."
            raise ValueError(msg)
        button = Button(text, kind, icon)
        self._button_row.insertWidget(self._button_row.count() - 1, button)
        self.buttons.append(button)
        self._take_over()
        return button

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(16), theme.sp(8), theme.sp(16), theme.sp(8))
        self._column.setSpacing(theme.sp(3))
        self._button_row.setSpacing(theme.sp(8))
        self._button_row.setContentsMargins(0, theme.sp(10) if self.buttons else 0, 0, 0)
