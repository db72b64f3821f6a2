# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""“Why we ask”: the reason for a question with its authorities, in a panel that folds."""

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.chart.fonts import BOLD, REGULAR
from wizard.chart.icons import STRONG_STROKE, draw_icon
from wizard.ui.theme import current, follow
from wizard.ui.walk.question import Citation
from wizard.ui.walk.tab_order import chain
from wizard.ui.widgets.boxes import RADIUS, SMALL_RADIUS, Box, draw_box
from wizard.ui.widgets.citation_label import CitationLabel
from wizard.ui.widgets.marked_text import MarkedText
from wizard.ui.widgets.term_label import TermLabel
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width

_FOLD_MS = 120
_NO_LIMIT = 16_777_215
"""Qt's own limit for the height of a widget."""


class FoldButton(QAbstractButton):
    """The heading of a panel that folds: a chevron, a word, and something quiet at the right."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._say)
        self._say()
        follow(self._take_over)

    def set_note(self, note: str) -> None:
        """Show something quiet at the right."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def _say(self) -> None:
        self.setToolTip(self.tr("Fold") if self.isChecked() else self.tr("Unfold"))

    def _take_over(self) -> None:
        self.updateGeometry()
        self.update()

    def _runs(self) -> tuple[Run, Run]:
        theme = current()
        return Run(self.text(), theme.font(15.5, BOLD), "accent"), Run(self._note, theme.font(14, REGULAR), "ink2")

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(160), current().px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        if self.underMouse():
            draw_box(painter, QRectF(self.rect()), Box(fill="accent_soft"), SMALL_RADIUS)
        side = theme.px(18)
        painter.save()
        painter.translate(theme.px(6) + side / 2, self.height() / 2)
        painter.rotate(0 if self.isChecked() else -90)
        draw_icon(painter, "chevron-down", QRectF(-side / 2, -side / 2, side, side), theme.hex("accent"), STRONG_STROKE)
        painter.restore()
        word, note = self._runs()
        left = theme.px(6) + side + theme.px(6)
        text = WrappedText([word], self.width())
        text.draw(painter, left, (self.height() - text.height) / 2)
        width = one_line_width([note])
        if self._note and left + text.width + theme.px(16) + width < self.width():
            quiet = WrappedText([note], width + 1)
            quiet.draw(painter, self.width() - width - theme.px(6), (self.height() - quiet.height) / 2)


class WhyPanel(QFrame):
    """The reason and the authorities of a question; each authority can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = FoldButton(self.tr("Why we ask"))
        self.fold.toggled.connect(self._turn)
        self._body = QWidget()
        self.words = TermLabel(style="card")
        """The reason."""
        self._rows: list[CitationLabel] = []
        self._citations: tuple[Citation, ...] = ()
        self._inner = QVBoxLayout(self._body)
        self._inner.addWidget(self.words)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.fold)
        self._column.addWidget(self._body)
        follow(self._take_over)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The authorities it shows."""
        return self._citations

    def show_reason(self, why: MarkedText, citations: Sequence[Citation], law_checked: str) -> None:
        """Show another reason with its authorities."""
        self.words.show_text(why)
        self.words.setVisible(bool(why.text))
        self.fold.set_note(law_checked)
        self._citations = tuple(citations)
        for row in self._rows:
            self._inner.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CitationLabel(one.lead, one.rest or one.holding, one.whole) for one in citations]
        for row, citation in zip(self._rows, citations, strict=True):
            row.setToolTip(citation.holding)
            self._inner.addWidget(row)
        chain(self.fold, *[row.copy_button for row in self._rows])
        self.setVisible(bool(why.text or citations))

    def _turn(self, unfolded: bool) -> None:
        duration = current().milliseconds(_FOLD_MS)
        if duration == 0 or not self.isVisible():
            self._body.setVisible(unfolded)
            return
        full = self._body.sizeHint().height()
        self._body.show()
        folding = QPropertyAnimation(self._body, b"maximumHeight", self)
        folding.setDuration(duration)
        folding.setEasingCurve(QEasingCurve.Type.OutCubic)
        folding.setStartValue(0 if unfolded else full)
        folding.setEndValue(full if unfolded else 0)
        folding.finished.connect(self._turned)
        folding.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _turned(self) -> None:
        self._body.setVisible(self.fold.isChecked())
        self._body.setMaximumHeight(_NO_LIMIT)

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(8), theme.sp(4), theme.sp(8), theme.sp(5))
        self._column.setSpacing(0)
        self._inner.setContentsMargins(theme.sp(7), 0, 0, 0)
        self._inner.setSpacing(theme.sp(1))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("line", 1, "surface"), RADIUS)
