# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar at the top of the window: home, menus, the case, what is saved, the next deadline, one action."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button, IconButton
from wizard.ui.widgets.chip import ChipButton, ChipTone, deadline_tone
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.lines import VLine

translate = QCoreApplication.translate

#: Height at 100 %, in pixels; it grows a quarter as fast as the text.
_HEIGHT = 54
#: Pixels left above and below a button, together.
_GAP = 4
#: From this text size on there is room for one line of text only.
_ONE_LINE_FROM = 1.5
#: The menus stand over the trail.
_LEFT_WIDTH = 252


class CaseTitle(NamedTuple):
    """What the header says of a case: its number, the tree with its version, when the law was checked."""

    number: str
    tree: str
    version: str
    law_checked: str


class NextDeadline(NamedTuple):
    """How many deadlines there are, how many have passed, and the days left to the next of the others.

    None where no date is known yet; below 0 where the safe date is over and a court might still accept.
    """

    number: int
    days_left: int | None
    passed: int = 0


class _Parts(NamedTuple):
    """What the header has room for."""

    law_checked: bool = True
    version: bool = True
    saved_words: bool = True
    long_chip: bool = True
    tree: bool = True
    chip: bool = True
    action: bool = True


#: What goes first when room gets scarce (look.md, "Layout and reflow"); the last three are ours.
_LEVELS = [_Parts()]
for _name in ("law_checked", "version", "saved_words", "long_chip", "tree", "chip", "action"):
    _LEVELS.append(_LEVELS[-1]._replace(**{_name: False}))


class Header(QWidget):
    """One line; it drops parts rather than squeezing them."""

    home_requested = Signal()
    deadlines_requested = Signal()
    action_requested = Signal()

    def __init__(self, menus: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName(self.tr("Header"))
        self._menus = menus
        self._case: CaseTitle | None = None
        self._deadline: NextDeadline | None = None
        self._crowded = False
        self._home_button = IconButton("house", self.tr("Home"), "Ctrl Home")
        self._home_button.clicked.connect(self.home_requested)
        self._sign = Icon("waypoints", 24, "accent", 2.2)
        self._name = Label(self.tr("Remedy Wizard"), "section", wrap=False)
        self._line = VLine()
        self._title = Label("", "section", wrap=False)
        self._subtitle = Label("", "meta", "ink2", wrap=False)
        self._promise_icon = Icon("hard-drive", 17)
        self._promise = Label(self.tr("Everything stays on this computer"), "meta", "ink2", wrap=False)
        self._saved_icon = Icon("check", 17, "available", 2.6)
        self._saved = Label("", "meta", "ink2", wrap=False)
        self._chip = ChipButton("", "calendar-clock")
        self._chip.clicked.connect(self.deadlines_requested)
        self._action = Button("", icon="file-text")
        self._action.clicked.connect(self.action_requested)
        self._build()
        self.show_home()
        follow(self._take_over)

    def _build(self) -> None:
        self._left = QWidget()
        left = self._left_row = QHBoxLayout(self._left)
        at_left: tuple[QWidget, ...] = (self._home_button, self._sign, self._name, self._menus)
        for widget in at_left:
            left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        left.addStretch(1)
        texts = self._texts = QVBoxLayout()
        texts.setContentsMargins(14, 0, 0, 0)
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        texts.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 1)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._line)
        row.addLayout(texts, 1)
        self._promise_part = _beside(self._promise_icon, self._promise)
        self._saved_part = _beside(self._saved_icon, self._saved)
        # A spacing stands only between what is shown.
        right = QHBoxLayout()
        right.setContentsMargins(12, 0, 0, 0)
        right.setSpacing(12)
        at_right: tuple[QWidget, ...] = (self._promise_part, self._saved_part, self._chip, self._action)
        for widget in at_right:
            right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(right)
        self._right = right
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # What it shows

    def show_home(self) -> None:
        """Show the program instead of a case."""
        self._case = None
        self._arrange()

    def show_case(self, case: CaseTitle) -> None:
        """Show a case."""
        self._case = case
        self._title.setText(case.number)
        self._arrange()

    def show_reading(self, tree: CaseTitle) -> None:
        """Show a tree that is read without a case: nothing is saved and nothing runs out."""
        self._saved.setText("")
        self._deadline = None
        self._action.setText("")
        self.show_case(CaseTitle(tree.tree, self.tr("Read only"), tree.version, tree.law_checked))

    def show_saved(self, moment: datetime) -> None:
        """Say that all is on disk, and since when."""
        clock = QLocale().toString(QTime(moment.hour, moment.minute), "HH:mm")
        self._saved_icon.set_icon("check", "available")
        self._saved.setText(self.tr("Saved {clock}").format(clock=clock))
        self._saved.set_tone("ink2")
        self._name_saved()

    def show_saving(self) -> None:
        """Say that something is on its way to the disk."""
        self._saved.setText(self.tr("Saving"))
        self._saved.set_tone("ink2")
        self._name_saved()

    def show_not_saved(self) -> None:
        """Say that the last of it is not on disk."""
        self._saved_icon.set_icon("octagon-x", "error")
        self._saved.setText(self.tr("Not saved"))
        self._saved.set_tone("error")
        self._name_saved()

    def show_deadline(self, deadline: NextDeadline) -> None:
        """Show how many deadlines there are and how near the next one is."""
        self._deadline = deadline
        self._arrange()

    def set_action(self, words: str, icon: str) -> None:
        """Set the one action; no words: none."""
        self._action.setText(words)
        self._action.set_icon(icon)
        self._arrange()

    def set_crowded(self, crowded: bool) -> None:
        """Say whether the page below shows the deadlines itself, one region at a time."""
        self._crowded = crowded
        self._arrange()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can have it."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if self._home_button.isVisible():
            self._home_button.setFocus(reason)
        else:
            self._menus.setActiveAction(self._menus.actions()[0])

    def _name_saved(self) -> None:
        self._saved_icon.setToolTip(self._saved.text())
        self._arrange()

    # Room

    def _arrange(self) -> None:
        in_case = self._case is not None
        self._left_row.setContentsMargins(8 if in_case else 16, 0, 0, 0)
        self._left_row.setSpacing(4 if in_case else 9)
        self._sign.setVisible(not in_case)
        self._name.setVisible(not in_case)
        self._home_button.setVisible(in_case)
        self._line.setVisible(in_case)
        self._title.setVisible(in_case)
        for parts in _LEVELS:
            self._show(self._allowed(parts), in_case=in_case)
            if self._needed_width() <= self.width():
                break

    def _allowed(self, parts: _Parts) -> _Parts:
        """Leave out what has no height for a second line, and what the page below shows itself."""
        return parts._replace(
            tree=parts.tree and current().scale < _ONE_LINE_FROM,
            chip=parts.chip and not self._crowded,
            action=parts.action and self._action.sizeHint().height() + _GAP <= self.height(),
        )

    def _show(self, parts: _Parts, *, in_case: bool) -> None:
        self._promise_part.setVisible(not in_case and parts.tree)
        self._subtitle.setVisible(in_case and parts.tree)
        if self._case is not None:
            self._subtitle.setText(_subtitle(self._case, parts, self.tr("{tree}, version {version}")))
        self._saved_part.setVisible(in_case and bool(self._saved.text()))
        self._saved.setVisible(parts.saved_words)
        self._chip.setVisible(in_case and parts.chip and self._deadline is not None)
        if self._deadline is not None:
            self._show_chip(self._deadline, long=parts.long_chip)
        self._action.setVisible(in_case and parts.action and bool(self._action.text()))

    def _show_chip(self, deadline: NextDeadline, *, long: bool) -> None:
        words = deadline_words(deadline) if long else short_deadline_words(deadline)
        self._chip.set_chip(words, "calendar-clock", _tone(deadline))
        self._chip.setAccessibleName(deadline_words(deadline))

    def _needed_width(self) -> int:
        # A layout inside another keeps its old size until it is told.
        for layout in (self._left_row, self._texts, self._right, self._row):
            layout.invalidate()
        return self._row.minimumSize().width()

    def _take_over(self) -> None:
        theme = current()
        self.setFixedHeight(round(_HEIGHT * (1 + (theme.scale - 1) / 4)))
        self._menus.setFont(theme.font(15))
        self._left.setMinimumWidth(_LEFT_WIDTH if theme.scale <= 1 else 0)
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current().colour("line"))


def _beside(icon: Icon, label: Label) -> QWidget:
    """Return an icon and its words as one part."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(icon)
    row.addWidget(label)
    return part


def _subtitle(case: CaseTitle, parts: _Parts, with_version: str) -> str:
    words = with_version.format(tree=case.tree, version=case.version) if parts.version else case.tree
    return f"{words} · {case.law_checked}" if parts.law_checked and case.law_checked else words


def deadline_words(deadline: NextDeadline) -> str:
    """Return the words of the chip: “2 deadlines, next in 80 days”."""
    count = deadline.number
    if not count:
        return translate("Header", "No deadlines yet")
    one = translate("Header", "1 deadline")
    head = one if count == 1 else translate("Header", "{count} deadlines").format(count=count)
    rest = _next_words(deadline)
    return f"{head}, {rest}" if rest else head


def _next_words(deadline: NextDeadline) -> str:
    days = deadline.days_left
    if deadline.passed == deadline.number:
        return translate("Header", "passed")
    if deadline.passed:
        return translate("Header", "{passed} passed").format(passed=deadline.passed)
    if days is None:
        return ""
    if days <= 0:
        return translate("Header", "act now")
    one = translate("Header", "next tomorrow")
    return one if days == 1 else translate("Header", "next in {days} days").format(days=days)


def short_deadline_words(deadline: NextDeadline) -> str:
    """Return the words of the chip where there is little room: “80 days”."""
    days = deadline.days_left
    if deadline.passed:
        return translate("Header", "Passed")
    if days is None:
        return str(deadline.number)
    if days <= 0:
        return translate("Header", "Act now")
    return translate("Header", "1 day") if days == 1 else translate("Header", "{days} days").format(days=days)


def _tone(deadline: NextDeadline) -> ChipTone:
    if deadline.passed:
        return "error"
    return "plain" if deadline.days_left is None else deadline_tone(deadline.days_left)
