# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A date in three fields, Month Day Year."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.field_error import FieldError
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.pasted_date import pasted_date
from wizard.ui.widgets.text_field import TextField

_MONTH, _DAY, _YEAR = range(3)
_DIGITS = (2, 2, 4)
_WIDTHS = (62, 62, 92)
_LAST_MONTH = 12
_LONGEST_MONTH = 31
_YEAR_WRITTEN = re.compile(r"[1-9]\d{3}")


@dataclass(frozen=True, slots=True)
class DateLimits:
    """The first and the last date that are accepted, with the rule to show when a date is beyond it.

    The rules are sentences such as “The date must be today or earlier”.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    too_early: str = ""
    too_late: str = ""


class DateField(QWidget):
    """Three fields with an example above them; pasting a whole date into any of them fills all three.

    An error stands above the fields until it is mended. Leave 6 pixels around it for the focus ring.
    """

    value_changed = Signal(object)
    """The date, or None while there is none that can be accepted; only what the user does is told."""
    error_changed = Signal(str)
    """The sentence now above the fields; empty when it goes away."""

    def __init__(
        self,
        example: dt.date,
        limits: DateLimits | None = None,
        *,
        when_empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty date field.

        Args:
            example: the date shown as an example.
            limits: what is accepted; any date when None.
            when_empty: what `check` says when nothing is written.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._limits = limits or DateLimits()
        self._when_empty = when_empty or self.tr("Write the date")
        self._value: dt.date | None = None
        self._example = self.tr("For example {month} {day} {year}").format(
            month=example.month, day=example.day, year=example.year
        )
        names = (self.tr("Month"), self.tr("Day"), self.tr("Year"))
        self.parts = tuple(_Part(name, self._example) for name in names)
        """The fields for month, day and year."""
        self.error = FieldError()
        self._lay_out(names)
        for part in self.parts:
            part.textEdited.connect(self._edited)
            part.editingFinished.connect(self._finished)
            part.went_on.connect(self._go_on)
        self.setFocusProxy(self.parts[_MONTH])
        follow(self._take_over)

    def _lay_out(self, names: tuple[str, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(self._example, "card", "ink2"))
        column.addWidget(self.error)
        self._row = QHBoxLayout()
        column.addLayout(self._row)
        for name, part in zip(names, self.parts, strict=True):
            label = Label(name, "label", wrap=False)
            label.setBuddy(part)
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(label)
            pair.addWidget(part)
            self._row.addLayout(pair)
        self._row.addStretch(1)

    def _take_over(self) -> None:
        theme = current()
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.sp(4))
        self._row.setSpacing(theme.sp(12))
        for part, width in zip(self.parts, _WIDTHS, strict=True):
            part.setFixedSize(theme.px(width), theme.px(40))

    # --- value --------------------------------------------------------------------

    @property
    def value(self) -> dt.date | None:
        """The date, or None while there is none that can be accepted."""
        return self._read() if self._problem() is None else None

    def set_value(self, value: dt.date | None) -> None:
        """Show a date, or nothing, without saying that anybody wrote it."""
        texts = (str(value.month), str(value.day), str(value.year)) if value else ("", "", "")
        for part, text in zip(self.parts, texts, strict=True):
            part.setText(text)
        self._value = self.value
        self._show(None)

    def check(self) -> bool:
        """Say what is wrong, if anything, and put the keyboard where it can be mended.

        Returns:
            Whether there is a date that can be accepted.
        """
        problem = self._problem()
        self._show(problem)
        if problem is not None:
            at, _ = problem
            self.parts[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.parts[at].selectAll()
        return problem is None

    def _read(self) -> dt.date:
        month, day, year = (int(part.text()) for part in self.parts)
        return dt.date(year, month, day)

    def _problem(self) -> tuple[int, str] | None:
        """The first thing that is wrong: the place of the field and a sentence."""
        return self._out_of_range() or self._missing() or self._impossible() or self._beyond_limits()

    def _out_of_range(self) -> tuple[int, str] | None:
        month, day, _ = (part.text() for part in self.parts)
        if month and not 1 <= int(month) <= _LAST_MONTH:
            return _MONTH, self.tr("The month must be 1 to 12")
        if day and not 1 <= int(day) <= _LONGEST_MONTH:
            return _DAY, self.tr("The day must be 1 to 31")
        return None

    def _missing(self) -> tuple[int, str] | None:
        month, day, year = (part.text() for part in self.parts)
        if not month and not day and not year:
            return _MONTH, self._when_empty
        if not month:
            return _MONTH, self.tr("Write the month")
        if not day:
            return _DAY, self.tr("Write the day")
        if not _YEAR_WRITTEN.fullmatch(year):
            return _YEAR, self.tr("Write the year with four digits")
        return None

    def _impossible(self) -> tuple[int, str] | None:
        month, day, year = (int(part.text()) for part in self.parts)
        days = calendar.monthrange(year, month)[1]
        if day <= days:
            return None
        name = QLocale().standaloneMonthName(month)
        return _DAY, self.tr("{month} {year} has {days} days").format(month=name, year=year, days=days)

    def _beyond_limits(self) -> tuple[int, str] | None:
        date = self._read()
        if self._limits.earliest is not None and date < self._limits.earliest:
            return _YEAR, self._limits.too_early
        if self._limits.latest is not None and date > self._limits.latest:
            return _YEAR, self._limits.too_late
        return None

    # --- what the user does -------------------------------------------------------

    def _edited(self) -> None:
        part = self.sender()
        if isinstance(part, _Part) and (whole := part.pasted()):
            for one, text in zip(self.parts, whole, strict=True):
                one.setText(text)
            self.parts[_YEAR].setFocus(Qt.FocusReason.OtherFocusReason)
            self._finished()
        elif isinstance(part, _Part):
            part.keep_digits(_DIGITS[self.parts.index(part)])
        if self.error.text and (self._problem() is None or not any(part.text() for part in self.parts)):
            self._show(None)
        if (value := self.value) != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _finished(self) -> None:
        """Say what is wrong with a whole date as soon as it is written, and leave the keyboard where it is."""
        if all(part.text() for part in self.parts):
            self._show(self._problem())

    def _go_on(self) -> None:
        part = self.sender()
        if isinstance(part, _Part) and part is not self.parts[_YEAR]:
            following = self.parts[self.parts.index(part) + 1]
            following.setFocus(Qt.FocusReason.TabFocusReason)
            following.selectAll()

    def _show(self, problem: tuple[int, str] | None) -> None:
        told = self.error.text
        where, sentence = problem if problem is not None else (None, "")
        self.error.set_text(sentence)
        for at, part in enumerate(self.parts):
            part.set_refused(at == where)
            part.setAccessibleDescription(sentence if at == where else self._example)
        if sentence != told:
            self.error_changed.emit(sentence)


class _Part(TextField):
    """One of the three fields: digits only, but a whole date may be pasted."""

    went_on = Signal()
    """A separator was typed: the next field is meant."""

    def __init__(self, name: str, example: str) -> None:
        super().__init__(size=17)
        self._before = ""
        self._selected = 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(example)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(self._note)
        self.selectionChanged.connect(self._note_selection)

    def pasted(self) -> tuple[str, str, str] | None:
        """The whole date that the edit being told just now has put in; None when it was no whole date."""
        text, cursor = self.text(), self.cursorPosition()
        length = len(text) - (len(self._before) - self._selected)
        return pasted_date(text[max(0, cursor - length) : cursor])

    def _note_selection(self) -> None:
        self._selected = len(self.selectedText())

    def _note(self) -> None:
        # Told after textEdited, but with the text as it was before the slots of that.
        self._before = self.text()

    def keep_digits(self, most: int) -> None:
        """Drop all that is no digit, and what is too much."""
        kept = re.sub(r"[^0-9]", "", self.text())[:most]
        if kept != self.text():
            cursor = self.cursorPosition()
            self.setText(kept)
            self.setCursorPosition(min(cursor, len(kept)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in {"/", "-", ".", " "} and self.text():
            self.went_on.emit()
            return
        super().keyPressEvent(event)
