# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number in a field, with its unit."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui.theme import current, follow
from wizard.ui.widgets.field_error import FieldError
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class NumberLimits:
    """The least and the most that is accepted, with the rule to show when a number is beyond it."""

    least: Decimal | None = None
    most: Decimal | None = None
    too_small: str = ""
    too_large: str = ""
    whole: bool = True
    """Whether only whole numbers are accepted."""


class NumberField(QWidget):
    """A field for one number; an error stands above it until it is mended."""

    value_changed = Signal(object)
    """The number as a Decimal, or None while there is none that can be accepted; only what the user does is told."""
    error_changed = Signal(str)
    """The sentence now above the field; empty when it goes away."""

    def __init__(
        self,
        name: str,
        unit: str = "",
        limits: NumberLimits | None = None,
        *,
        when_empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty number field.

        Args:
            name: what a screen reader calls it.
            unit: stands after the field.
            limits: what is accepted; any whole number when None.
            when_empty: what `check` says when nothing is written.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._limits = limits or NumberLimits()
        self._when_empty = when_empty or self.tr("Write a number")
        self._value: Decimal | None = None
        self._unit = unit
        self.error = FieldError()
        self.field = TextField(size=17)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(unit)
        self.field.textEdited.connect(self._edited)
        self.field.editingFinished.connect(self._finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.error)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field)
        self._row.addWidget(Label(unit, "body", "ink2", wrap=False))
        self._row.addStretch(1)
        column.addLayout(self._row)
        self.setFocusProxy(self.field)
        follow(self._take_over)

    def _take_over(self) -> None:
        theme = current()
        self._row.setSpacing(theme.sp(8))
        self.field.setFixedSize(theme.px(140), theme.px(40))

    @property
    def value(self) -> Decimal | None:
        """The number, or None while there is none that can be accepted."""
        return self._read() if not self._problem() else None

    def set_value(self, value: Decimal | None) -> None:
        """Show a number, or nothing, without saying that anybody wrote it."""
        self.field.setText("" if value is None else f"{value:f}")
        self._value = self.value
        self._show("")

    def check(self) -> bool:
        """Say what is wrong, if anything, and put the keyboard into the field.

        Returns:
            Whether there is a number that can be accepted.
        """
        problem = self._problem()
        self._show(problem)
        if problem:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
        return not problem

    def _read(self) -> Decimal | None:
        """The number as written, with or without a dollar sign and commas between thousands."""
        try:
            number = Decimal(self.field.text().strip().removeprefix("$").replace(",", "").replace(" ", ""))
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def _problem(self) -> str:
        limits = self._limits
        if not self.field.text().strip():
            return self._when_empty
        number = self._read()
        if number is None:
            return self.tr("Write the number in figures")
        if limits.whole and number != number.to_integral_value():
            return self.tr("Write a whole number")
        if limits.least is not None and number < limits.least:
            return limits.too_small
        if limits.most is not None and number > limits.most:
            return limits.too_large
        return ""

    def _edited(self) -> None:
        if self.error.text and (not self._problem() or not self.field.text().strip()):
            self._show("")
        if (value := self.value) != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _finished(self) -> None:
        if self.field.text().strip():
            self._show(self._problem())

    def _show(self, sentence: str) -> None:
        told = self.error.text
        self.error.set_text(sentence)
        self.field.set_refused(bool(sentence))
        self.field.setAccessibleDescription(sentence or self._unit)
        if sentence != told:
            self.error_changed.emit(sentence)
