# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims with their reasons: a badge, whom it is against, each finding with its authorities."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.export.standing import ToldClaim, ToldFinding
from wizard.model.names import NodeKey
from wizard.ui.summary.rows import Citations, IconLine, clear, explained, plain
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import CARD_RADIUS, Box, draw_box
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.empty_state import EmptyState
from wizard.ui.widgets.label import Label, LeadLabel
from wizard.ui.widgets.lines import HLine
from wizard.ui.widgets.status_badge import StatusBadge, StatusShape

translate = QCoreApplication.translate

_BADGE_COLUMN = 166
#: So many authorities are named while a claim is closed; the others are counted.
_NAMED = 2


class FindingView(QWidget):
    """One finding: its reason, and its authorities in one line or, opened, each with what it holds.

    `above` names the line under which the same remark stands already: it is not told twice.
    """

    def __init__(
        self, told: ToldFinding, terms: Terms, *, with_status: bool, above: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cited = told.citations if not above else ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(7))
        if with_status and told.status is not None:
            row.addWidget(StatusShape(told.status, 15), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(current().sp(2))
        if with_status or told.status is None:
            column.addWidget(Label(told.title, "label"))
        row.addLayout(column, 1)
        if above:
            words = translate("Summary", "Said above, under {claim}").format(claim=above)
            column.addWidget(plain(words, "card", "ink2"))
        else:
            column.addWidget(explained(terms.desk(told.reason)))
        if told.rests_on and not above:
            text = translate("Summary", "Rests on an open fact: {facts}").format(facts="; ".join(told.rests_on))
            column.addWidget(IconLine("circle-question-mark", text, "meta", "arguable"))
        self._short = IconLine("book-open", _named(told))
        self.citations = Citations(self._cited)
        column.addWidget(self._short)
        column.addWidget(self.citations)
        self.set_open(False)

    def set_open(self, opened: bool) -> None:
        """Show each authority with what it holds, or only their names."""
        self._short.setVisible(bool(self._cited) and not opened)
        self.citations.setVisible(bool(self._cited) and opened)


class OpenButton(Button):
    """Shows each authority of something with what it holds, or hides them. Nothing moves when its word changes."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__("", "link", parent=parent)
        self._what = what
        self.setCheckable(True)
        self.toggled.connect(self._say)
        self._say(False)
        follow(self._keep_width)

    def _say(self, opened: bool) -> None:
        self.setText(translate("Summary", "Close") if opened else translate("Summary", "Open"))
        words = (
            translate("Summary", "Close the authorities of {what}")
            if opened
            else translate("Summary", "Open the authorities of {what}")
        )
        self.setAccessibleName(words.format(what=self._what))

    def _keep_width(self) -> None:
        words = (translate("Summary", "Open"), translate("Summary", "Close"))
        self.setFixedWidth(max(self.width_with(word) for word in words))


class ClaimRow(QWidget):
    """One line of the board with its reasons. `said`: the remarks told further up, and the line they stand under."""

    def __init__(
        self, told: ToldClaim, terms: Terms, said: Mapping[NodeKey, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.told = told
        against = translate("Summary", "against {whom}").format(whom=told.against) if told.against else ""
        self.name = f"{told.title}, {against}" if against else told.title
        name = self.name
        self.setAccessibleName(name)
        self.badge = StatusBadge(told.status, claim=name)
        several = len(told.findings) > 1
        self.findings = [FindingView(one, terms, with_status=several) for one in told.findings]
        for one in told.remarks:
            self.findings.append(FindingView(one, terms, with_status=True, above=said.get(one.key, "")))
        self.open_button = OpenButton(name)
        self.open_button.toggled.connect(self._turn)
        self._row = QHBoxLayout(self)
        self._badge_holder = QWidget()
        holder = QVBoxLayout(self._badge_holder)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        holder.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(current().sp(7))
        middle.addWidget(LeadLabel(told.title, against))
        for finding in self.findings:
            middle.addWidget(finding)
        self._row.addWidget(self._badge_holder)
        self._row.addLayout(middle, 1)
        self._row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        follow(self._take_over)

    def _turn(self, opened: bool) -> None:
        for finding in self.findings:
            finding.set_open(opened)

    def _take_over(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.sp(18), theme.sp(9), theme.sp(10), theme.sp(10))
        self._row.setSpacing(theme.sp(12))
        self._badge_holder.setFixedWidth(max(theme.px(_BADGE_COLUMN), self.badge.sizeHint().width()))

    def set_narrow(self, narrow: bool) -> None:
        """Give the badge no more room than it needs, where there is little."""
        theme = current()
        wide = max(theme.px(_BADGE_COLUMN), self.badge.sizeHint().width())
        self._badge_holder.setFixedWidth(self.badge.sizeHint().width() if narrow else wide)


class ClaimsCard(QFrame):
    """All claims reached, best first; what is not reached is named at the end."""

    questions_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where each claim stands"))
        self.rows: list[ClaimRow] = []
        self._narrow = False
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(Label(self.tr("Where each claim stands"), "section"), 1)
        self._order = Label(self.tr("Best first"), "meta", "ink2", wrap=False)
        self._head_row.addWidget(self._order)
        self._line = HLine()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.empty = EmptyState(
            "scale",
            self.tr("No claim has been reached yet"),
            self.tr("A claim stands here as soon as an answer decides something about it."),
        )
        self.empty.add_action(self.tr("Back to questions")).clicked.connect(self.questions_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (self._head, self._line):
            column.addWidget(widget)
        column.addLayout(self._list)
        column.addWidget(self.empty)
        follow(self._take_over)

    def show_claims(self, claims: Sequence[ToldClaim], others: Sequence[str], terms: Terms) -> None:
        """Show these claims, and the titles of those that are not reached."""
        clear(self._list)
        self.rows = []
        said: dict[NodeKey, str] = {}
        for number, claim in enumerate(claims):
            if number:
                self._list.addWidget(HLine())
            row = ClaimRow(claim, terms, said)
            for remark in claim.remarks:
                said.setdefault(remark.key, row.name)
            row.set_narrow(self._narrow)
            self.rows.append(row)
            self._list.addWidget(row)
        if claims and others:
            text = translate("Summary", "Not reached: {claims}").format(claims="; ".join(others))
            self._list.addWidget(HLine())
            rest = Label(text, "meta", "ink2")
            theme = current()
            rest.setContentsMargins(theme.sp(18), theme.sp(8), theme.sp(18), theme.sp(10))
            self._list.addWidget(rest)
        self.empty.setVisible(not claims)
        self._order.setVisible(len(claims) > 1)

    def set_narrow(self, narrow: bool) -> None:
        """Say whether there is little room."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow)

    def _take_over(self) -> None:
        theme = current()
        self._head_row.setContentsMargins(theme.sp(18), theme.sp(9), theme.sp(18), theme.sp(9))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("line", 1, "surface"), CARD_RADIUS)


def _named(told: ToldFinding) -> str:
    """Return the first authorities in one line, with their doubts, and how many more there are."""
    shown = [one.with_doubts for one in told.citations[:_NAMED]]
    left = len(told.citations) - len(shown)
    if left:
        shown.append(translate("Summary", "and {number} more").format(number=left))
    return "; ".join(shown)
