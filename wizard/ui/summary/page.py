# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Summary: what a walk comes to. It asks by signals, and is told what to show."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.engine.walk import Walk
from wizard.engine.whatif import OpenFact, open_facts
from wizard.engine.wording import format_date
from wizard.export.deadline_words import told_deadlines
from wizard.export.standing import not_reached, told_claims, told_open_facts, told_remarks, told_steps
from wizard.export.words import words_in
from wizard.model.case import Case
from wizard.ui.jobs import Jobs, Task
from wizard.ui.summary.claims import ClaimsCard
from wizard.ui.summary.deadlines import DeadlinesCard
from wizard.ui.summary.next_steps import NextStepsCard
from wizard.ui.summary.notes import NotesCard
from wizard.ui.summary.open_facts import OpenFactsCard
from wizard.ui.summary.remarks import RemarksCard
from wizard.ui.summary.rows import Content, clear, in_reading_order
from wizard.ui.summary.sign_off import SignOffCard
from wizard.ui.terms import Terms
from wizard.ui.theme import current, follow
from wizard.ui.widgets.banner import Banner
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.icon import Icon
from wizard.ui.widgets.label import Label

LANE = "summary"
#: Window width ÷ text size below which all stands in one column.
ONE_COLUMN_BELOW = 1100
_RIGHT, _RIGHT_MOST = 424, 520
#: The share of the width that the right column takes where there is more.
_RIGHT_SHARE = 0.31


class SummaryPage(QWidget):
    """Claims with their reasons, deadlines, open facts, next steps, sign-off."""

    go_to_fact_requested = Signal(str)
    """The id of an open fact: its question is to be shown."""
    step_marked = Signal(str, bool)
    """The key of a next step, and whether it is done (`answering.mark_step`)."""
    signed_off = Signal(str)
    """The name of the attorney who signs (`answering.sign_off`)."""
    picture_requested = Signal()
    questions_requested = Signal()

    def __init__(self, jobs: Jobs, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._language = language
        self._words = words_in(language)
        self._walk: Walk | None = None
        self._task: Task | None = None
        self._one_column: bool | None = None
        self._cards: list[QWidget] = []
        self._make_cards()
        self._build()
        self._connect()
        follow(self._take_over)

    def _make_cards(self) -> None:
        self.overdue = QWidget()
        self._overdue_column = QVBoxLayout(self.overdue)
        self._overdue_column.setContentsMargins(0, 0, 0, 0)
        self.overdue.hide()
        self.first = RemarksCard(self.tr("Do first"), "triangle-alert", "error")
        self.claims = ClaimsCard()
        self.protect = RemarksCard(self.tr("Protect the client"), "shield-check", "accent")
        self.others = RemarksCard(self.tr("Also noted"), "sticky-note", "control")
        self.notes = NotesCard(self._language)
        self.deadlines = DeadlinesCard()
        self.open_facts = OpenFactsCard()
        self.steps = NextStepsCard()
        self.sign_off = SignOffCard(self._language)

    def _build(self) -> None:
        self.questions_button = Button(self.tr("Back to questions"), "normal", "arrow-left")
        self.picture_button = Button(self.tr("Picture"), "primary", "image")
        self._title = Label(self.tr("Summary"), "page-title", wrap=False)
        self._counts = Label("", "card", "ink2")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._counts, 1)
        self._head.addWidget(self.questions_button)
        self._head.addWidget(self.picture_button)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for layout in (self._left, self._right):
            layout.addStretch(1)
        self._right_holder = QWidget()
        self._right_holder.setLayout(self._right)
        self._columns = QHBoxLayout()
        self._columns.addLayout(self._left, 1)
        self._columns.addWidget(self._right_holder)
        self._inside = Content()
        self._content = QVBoxLayout(self._inside)
        self._content.addLayout(self._head)
        self._content.addLayout(self._columns)
        self._content.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(self._inside)
        self._legal = Label("", "meta", "ink2")
        self._foot = QHBoxLayout()
        self._foot.addWidget(Icon("info", 17, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._legal, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.scroll_area, 1)
        whole.addLayout(self._foot)

    def _connect(self) -> None:
        self.questions_button.clicked.connect(self.questions_requested)
        self.picture_button.clicked.connect(self.picture_requested)
        self.claims.questions_requested.connect(self.questions_requested)
        self.open_facts.answer_requested.connect(self.go_to_fact_requested)
        self.steps.step_marked.connect(self.step_marked)
        self.sign_off.signed_off.connect(self.signed_off)

    # What is shown

    def show_walk(self, made: Walk, case: Case) -> None:
        """Show a walk and its case. The same walk again only takes over what the case says: ticks, notes, sign-off."""
        if self._walk is None or not _alike(made, self._walk):
            self._show_results(made)
            self._work_out_open_facts(made)
            self._order_keyboard()
        self._walk = made
        self.steps.show_done(case.steps_done)
        self.notes.show_notes(made, case)
        self.sign_off.show_case(case, len(made.open_facts))

    def clear(self) -> None:
        """Forget the walk; what is being worked out for it is dropped."""
        self._walk = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def regions(self) -> list[tuple[str, QWidget]]:
        """Return the regions that F6 goes through, by name."""
        return [("summary", self)]

    def focus_region(self, _name: str) -> None:
        """Put the keyboard on the first thing of the page."""
        self.questions_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_results(self, made: Walk) -> None:
        terms = Terms(made.graph, self._language)
        remarks = told_remarks(made, self._words)
        claims = told_claims(made, self._words)
        on_claims = {remark.key for claim in claims for remark in claim.remarks}
        self.first.show_remarks([one for one in remarks if one.topic == "now"], terms)
        self.protect.show_remarks([one for one in remarks if one.topic == "protect"], terms)
        rest = [one for one in remarks if one.topic not in ("now", "protect") and one.key not in on_claims]
        self.others.show_remarks(rest, terms)
        self.claims.show_claims(claims, not_reached(made, self._words), terms)
        self.deadlines.show_deadlines(told_deadlines(made, self._words), terms)
        self.steps.show_steps(told_steps(made, self._words), terms)
        self._counts.setText(self._count_words(made))
        self._show_law(made)

    def _show_law(self, made: Walk) -> None:
        manifest = made.graph.collection.manifest
        checked = format_date(manifest.law_checked_on, self._language)
        text = self.tr("{legal} Version {version}, law checked {date}.")
        legal = self.tr("Legal information for people who work under a supervising attorney. It is not legal advice.")
        self._legal.setText(text.format(legal=legal, version=manifest.version, date=checked))
        clear(self._overdue_column)
        overdue = manifest.next_check_due < made.today
        if overdue:
            due = format_date(manifest.next_check_due, self._language)
            text = self.tr("It was due on {date}. Check each authority before you rely on it.").format(date=due)
            self._overdue_column.addWidget(Banner("warning", self.tr("The check of the law is overdue"), text))
        self.overdue.setVisible(overdue)

    def _count_words(self, made: Walk) -> str:
        asked = sum(step.how in ("answered", "unsure") for step in made.trail)
        still = sum(step.how == "unsure" for step in made.trail)
        text = self.tr("{asked} questions asked, {answered} answered, {open} open")
        if asked == 1:
            text = self.tr("1 question asked, {answered} answered, {open} open")
        return text.format(asked=asked, answered=asked - still, open=still)

    # Open facts: each is tried with every kind of answer, off the interface thread

    def _work_out_open_facts(self, made: Walk) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        plain = [OpenFact(fact, {}) for fact in made.open_facts]
        told = told_open_facts(made, plain, self._words)
        self.open_facts.show_facts([replace(one, could=()) for one in told], working=bool(plain))
        if plain:
            self._task = self._jobs.run(lambda _task: open_facts(made), self._show_open_facts, lane=LANE)

    def _show_open_facts(self, facts: tuple[OpenFact, ...]) -> None:
        self._task = None
        if self._walk is not None:
            self.open_facts.show_facts(told_open_facts(self._walk, facts, self._words), working=False)
            self._order_keyboard()

    # Room

    def _arrange(self) -> None:
        """Put the cards into two columns or, where the window is narrow, into one."""
        window = self.window()
        one_column = window.width() / current().scale < ONE_COLUMN_BELOW
        if one_column is self._one_column:
            return
        self._one_column = one_column
        left: list[QWidget] = [self.overdue, self.first, self.claims, self.protect, self.others, self.notes]
        right: list[QWidget] = [self.deadlines, self.open_facts, self.steps, self.sign_off]
        if one_column:
            left = [self.overdue, self.first, self.deadlines, self.claims, self.open_facts, self.steps]
            left += [self.protect, self.others, self.notes, self.sign_off]
            right = []
        for layout, cards in ((self._left, left), (self._right, right)):
            for place, card in enumerate(cards):
                # Taken out by `takeAt`, a card would keep its old item, and never grow again.
                self._left.removeWidget(card)
                self._right.removeWidget(card)
                layout.insertWidget(place, card)
        self._cards = [*left, *right]
        self._order_keyboard()
        self._right_holder.setVisible(not one_column)
        self.claims.set_narrow(one_column)

    def _order_keyboard(self) -> None:
        """Let Tab go through the page as it is read: rows made later would come last."""
        stops = [stop for card in self._cards for stop in in_reading_order(card)]
        for before, after in pairwise([self.questions_button, self.picture_button, *stops]):
            QWidget.setTabOrder(before, after)

    def _take_over(self) -> None:
        theme = current()
        margin = theme.sp(24)
        self._content.setContentsMargins(margin, theme.sp(14), margin, theme.sp(14))
        self._content.setSpacing(theme.sp(12))
        self._head.setSpacing(theme.sp(10))
        self._columns.setSpacing(theme.sp(21))
        for layout in (self._left, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.sp(12))
        self._foot.setContentsMargins(margin, theme.sp(8), margin, theme.sp(10))
        self._foot.setSpacing(theme.px(7))
        self._resize_columns()

    def _resize_columns(self) -> None:
        theme = current()
        share = round(self.width() * _RIGHT_SHARE)
        self._right_holder.setFixedWidth(max(theme.px(_RIGHT), min(share, theme.px(_RIGHT_MOST))))
        self._right_holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_columns()


def _alike(one: Walk, other: Walk) -> bool:
    """Return whether two walks come to the same: made on one day of one tree, by the same steps."""
    return one.graph is other.graph and (one.today, one.trail, one.path) == (other.today, other.trail, other.path)
