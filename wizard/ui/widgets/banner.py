# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A banner above a question: what happened, whether anything is lost, what to do. It stays until it is mended."""

from typing import Literal

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS
from wizard.ui.widgets.button import Button, ButtonKind, IconButton
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

BannerTone = Literal["error", "warning", "info", "good"]

_LOOKS: dict[BannerTone, tuple[str, str]] = {
    "error": ("octagon-x", "error"),
    "warning": ("triangle-alert", "arguable"),
    "info": ("info", "accent"),
    "good": ("circle-check", "available"),
}
_BAR = 7
_MOST_ACTIONS = 2
_NO_LIMIT = 16_777_215
"""Qt's own limit for the height of a widget."""


class Banner(QFrame):
    """A bar, a sign, a title and a sentence, with up to two buttons; more may fold under “Details”."""

    closed = Signal()
    """The user has closed it; only one that is made closable can be."""

    def __init__(
        self, tone: BannerTone, title: str, text: str = "", *, closable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        icon, self._colour = _LOOKS[tone]
        self.buttons: list[Button] = []
        """The buttons, in the order they were added."""
        self._title = Label(title)
        self._text = Label(text, "card")
        self._text.setVisible(bool(text))
        self._details = Label("", "card", "ink2")
        self._details.hide()
        self._fold: Button | None = None
        self.setAccessibleName(f"{self._kind(tone)}. {title}. {text}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(icon, 22, self._colour, 2.3), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        self._button_row = QHBoxLayout()
        for label in (self._title, self._text):
            column.addWidget(label)
        column.addLayout(self._button_row)
        column.addWidget(self._details)
        self._row.addLayout(column, 1)
        self._button_row.addStretch(1)
        if closable:
            close = IconButton("x", self.tr("Close"), "Esc")
            close.clicked.connect(self._close)
            self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        follow(self._take_over)

    def add_action(self, text: str, kind: ButtonKind = "normal") -> Button:
        """Add a button at the end.

        Returns:
            The button, for the caller to connect.

        Raises:
            ValueError: when there are two already.
        """
        if len(self.buttons) == _MOST_ACTIONS:
            msg = "A banner has two buttons at most."
            raise ValueError(msg)
        return self._add_button(text, kind)

    def set_details(self, details: str) -> None:
        """Fold words for the clinic's computer helper under “Details”."""
        self._details.setText(details)
        if self._fold is None:
            self._fold = self._add_button(self.tr("Details"), "link", listed=False)
            self._fold.clicked.connect(self._turn_details)

    def appear(self) -> None:
        """Show it: it opens in 150 ms, or at once when less motion is asked for."""
        self.show()
        duration = current().milliseconds(150)
        if duration == 0:
            return
        opening = QPropertyAnimation(self, b"maximumHeight", self)
        opening.setDuration(duration)
        opening.setEasingCurve(QEasingCurve.Type.OutCubic)
        opening.setStartValue(0)
        opening.setEndValue(max(self.heightForWidth(self.width()), self.sizeHint().height()))
        opening.finished.connect(self._opened)
        opening.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _opened(self) -> None:
        self.setMaximumHeight(_NO_LIMIT)

    def _kind(self, tone: BannerTone) -> str:
        match tone:
            case "error":
                return self.tr("Error")
            case "warning":
                return self.tr("Warning")
            case "info":
                return self.tr("Note")
            case "good":
                return self.tr("Done")

    def _add_button(self, text: str, kind: ButtonKind, *, listed: bool = True) -> Button:
        button = Button(text, kind)
        self._button_row.insertWidget(self._button_row.count() - 1, button)
        if listed:
            self.buttons.append(button)
        self._take_over()
        return button

    def _turn_details(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _take_over(self) -> None:
        theme = current()
        self._title.setFont(theme.font(16, 700))
        self._row.setContentsMargins(_BAR + theme.sp(12), theme.sp(10), theme.sp(12), theme.sp(11))
        self._row.setSpacing(theme.sp(11))
        self._button_row.setSpacing(theme.sp(8))
        self._button_row.setContentsMargins(0, theme.sp(6) if self.buttons or self._fold else 0, 0, 0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # A thick left border of a style sheet leaves notches at round corners.
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
        painter.fillPath(outline, theme.colour(f"{self._colour}_soft"))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), theme.colour(self._colour))
        painter.restore()
        painter.setPen(QPen(theme.colour(self._colour), 1.5))
        painter.drawPath(outline)
