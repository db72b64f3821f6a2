# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A note for the attorney: a field that grows with its text, and is saved while one writes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow

_PAUSE_MS = 600
_MOST_LINES = 6


class NoteField(QPlainTextEdit):
    """Tab leaves it; Escape leaves it too, and keeps the text."""

    written = Signal(str)
    """The text, after a pause in writing and when the keyboard leaves."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(self.tr("Optional"))
        self.setAccessibleName(self.tr("Note for the attorney"))
        self.setAccessibleDescription(self.tr("Kept in this case file"))
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        follow(self._take_over)

    def show_note(self, text: str) -> None:
        """Show a note without saying that anybody wrote it."""
        self._pause.stop()
        self._told = text
        self.setPlainText(text)
        self._pause.stop()
        self._fit()

    def flush(self) -> None:
        """Tell the text now, if it was not told yet."""
        self._pause.stop()
        if self.toPlainText() != self._told:
            self._told = self.toPlainText()
            self.written.emit(self._told)

    def _changed(self) -> None:
        self._fit()
        if self.toPlainText() != self._told:
            self._pause.start()

    def _fit(self) -> None:
        theme = current()
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 2 * theme.sp(6) + 4
        self.setFixedHeight(max(theme.px(38), height))
        many = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff)

    def _take_over(self) -> None:
        self.setFont(current().text_font("card"))
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
