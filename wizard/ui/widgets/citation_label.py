# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An authority as it is cited, with a button that copies the full citation."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui.theme import current, follow
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import LeadLabel

_TOLD_FOR_MS = 2000


class CitationLabel(QWidget):
    """The citation wraps and is never shortened; the words after it are a pin cite, or what it holds."""

    def __init__(self, citation: str, pin: str, copies: str, parent: QWidget | None = None) -> None:
        """Make one.

        Args:
            citation: what stands first and bold.
            pin: what follows it; may be empty.
            copies: the full citation with its pin, as it goes onto the clipboard.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._copies = copies
        self._label = LeadLabel(citation, pin)
        self.copy_button = Button(self.tr("Copy"), "link", "copy", size=14)
        self.copy_button.setAccessibleName(self.tr("Copy {citation}").format(citation=copies))
        self.copy_button.clicked.connect(self.copy)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_TOLD_FOR_MS)
        self._back.timeout.connect(self._offer)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._icon = Icon("book-open", 17)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._text = QVBoxLayout()
        self._text.addWidget(self._label)
        self._text.addStretch(1)
        self._row.addLayout(self._text, 1)
        self._row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        follow(self._take_over)

    def copy(self) -> None:
        """Put the full citation onto the clipboard and say so for two seconds."""
        QGuiApplication.clipboard().setText(self._copies)
        self.copy_button.setText(self.tr("Copied"))
        self.copy_button.set_icon("check")
        announce(self, self.tr("Copied"))
        self._back.start()

    def _offer(self) -> None:
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.set_icon("copy")

    def _take_over(self) -> None:
        self._row.setSpacing(current().px(8))
        # Nothing moves when the word changes.
        widest = max(self.copy_button.width_with(word) for word in (self.tr("Copy"), self.tr("Copied")))
        self.copy_button.setFixedWidth(widest)
        # The first line stands level with the button.
        level = self.copy_button.sizeHint().height()
        self._icon.setFixedHeight(level)
        self._text.setContentsMargins(0, max(0, (level - self._label.fontMetrics().height()) // 2), 0, 0)
