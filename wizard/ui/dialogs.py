# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain dialogs: a sentence with a few buttons, the keys of a page, what the program is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard import __version__
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button, ButtonKind
from wizard.ui.widgets.focus_ring import FocusRing
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.key_cap import KeyCap
from wizard.ui.widgets.label import Label

translate = QCoreApplication.translate


#: What stands between keys and is none itself.
_BETWEEN_KEYS = "/–"


def legal_line() -> str:
    """Return the legal line in the language of the program."""
    return translate(
        "Legal", "Legal information for people who work under a supervising attorney. It is not legal advice."
    )


def fit(dialog: QDialog) -> None:
    """Give a dialog the height that its texts need at its least width: Qt does not ask texts that wrap."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        width = max(dialog.minimumWidth(), layout.minimumSize().width())
        dialog.resize(width, layout.totalHeightForWidth(width))


class Notice(QDialog):
    """A title, a few sentences and buttons; Escape takes the last one. `chosen` is the place of the one pressed."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[str],
        *,
        details: str = "",
        icon: str = "info",
        tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = len(buttons) - 1
        self.setWindowTitle(translate("Dialogs", "Remedy Wizard"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._text = Label(text, "body")
        self._details = Label(details, "card", "ink2")
        self._details.setVisible(False)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon(icon, 24, tone, 2.3), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(Label(title, "section"))
        words.addWidget(self._text)
        words.addWidget(self._details)
        head.addLayout(words, 1)
        self.buttons = [Button(word, _kind(place, buttons)) for place, word in enumerate(buttons)]
        row = QHBoxLayout()
        row.setSpacing(8)
        if details:
            fold = Button(translate("Dialogs", "Details"), "link")
            fold.clicked.connect(self._turn_details)
            row.addWidget(fold)
        row.addStretch(1)
        for place, button in enumerate(self.buttons):
            button.setProperty("place", place)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addStretch(1)
        column.addLayout(row)
        self.buttons[0].setAutoDefault(True)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._ring = FocusRing(self)
        follow(self._take_over)

    def ask(self) -> int:
        """Show it until a button is pressed; return the place of that button."""
        self.exec()
        # Its parent would keep every dialog there ever was.
        self.deleteLater()
        return self.chosen

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen = int(button.property("place"))
        self.accept()

    def _turn_details(self) -> None:
        self._details.setVisible(self._details.isHidden())
        fit(self)

    def _take_over(self) -> None:
        self.setMinimumWidth(min(current().px(520), 900))
        fit(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)


def _kind(place: int, buttons: Sequence[str]) -> ButtonKind:
    return "primary" if place == 0 and len(buttons) > 1 else "normal"


class KeysDialog(QDialog):
    """The keys of a page, in two columns."""

    def __init__(self, title: str, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        half = -(-len(keys) // 2)
        for place, (key, words) in enumerate(keys):
            side, row = divmod(place, half)
            grid.addWidget(_keys(key), row, 2 * side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Label(words, "card"), row, 2 * side + 1)
            grid.setColumnStretch(2 * side + 1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        close = Button(translate("Dialogs", "Close"))
        close.setAutoDefault(True)
        close.clicked.connect(self.accept)
        row_ = QHBoxLayout()
        row_.addStretch(1)
        row_.addWidget(close)
        column.addLayout(row_)
        self._ring = FocusRing(self)
        follow(self._take_over)

    def _take_over(self) -> None:
        self.setMinimumWidth(min(current().px(760), 1280))
        fit(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)


def _keys(keys: str) -> QWidget:
    """Return a row of key caps: “Ctrl Shift F”, or alternatives parted by a bar."""
    holder = QWidget()
    holder.setAccessibleName(keys)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys.split(" "):
        plain = len(key) > 1 or key in _BETWEEN_KEYS
        row.addWidget(Label(key, "small", wrap=False) if plain else KeyCap(key, 26))
    return holder


def about(parent: QWidget | None = None) -> Notice:
    """Return the dialog that says what the program is and what it never does."""
    sentences = (
        translate(
            "Dialogs", "Version {version}. Free software under the GNU General Public License, version 3 or later."
        ),
        translate("Dialogs", "Nothing leaves this computer: the program opens no network connection, and refuses to."),
        legal_line(),
    )
    text = "\n\n".join(sentences).format(version=__version__)
    close = translate("Dialogs", "Close")
    return Notice(translate("Dialogs", "Remedy Wizard"), text, [close], icon="waypoints", parent=parent)


def fault_notice(logs: Path, details: str, parent: QWidget | None = None) -> Notice:
    """Return the dialog for a fault of the program; the first button closes the program."""
    words = translate(
        "Dialogs",
        "Every answer shown as saved is on disk. Go on, or close the program and open it again."
        " What happened is noted in {folder}, without a word of the client’s.",
    )
    return Notice(
        translate("Dialogs", "The program has met a fault"),
        words.format(folder=logs),
        [translate("Dialogs", "Close the program"), translate("Dialogs", "Go on")],
        details=details,
        icon="octagon-x",
        tone="error",
        parent=parent,
    )


def stopped_notice(details: str, parent: QWidget | None = None) -> Notice:
    """Return the dialog that says that a fault stopped the program last time."""
    return Notice(
        translate("Dialogs", "The program was stopped by a fault last time"),
        translate("Dialogs", "Every answer that was shown as saved is on disk."),
        [translate("Dialogs", "Go on")],
        details=details,
        icon="triangle-alert",
        tone="arguable",
        parent=parent,
    )
