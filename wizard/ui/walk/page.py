# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Walk page: trail, question, live chart, claims board; three columns, two, or one region at a time."""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from wizard.engine.walk import Walk
from wizard.engine.wording import format_date
from wizard.model.names import ClaimId, NodeKey
from wizard.model.node import EndNode
from wizard.model.status import Status
from wizard.ui.jobs import Jobs
from wizard.ui.open_case import OpenCase, positions
from wizard.ui.theme import current, follow
from wizard.ui.walk.answer_input import NOT_ANSWERED
from wizard.ui.walk.banners import not_saved_banner, overdue_banner, version_banner
from wizard.ui.walk.board import ClaimsBoard
from wizard.ui.walk.chart_panel import ChartPanel
from wizard.ui.walk.effects import EffectNote, what_choice_does
from wizard.ui.walk.icon_words import IconWords
from wizard.ui.walk.news import news_of
from wizard.ui.walk.question import question_at
from wizard.ui.walk.question_column import QuestionColumn
from wizard.ui.walk.regions import REGIONS, Mode, Panels, Region, mode_for
from wizard.ui.walk.trail import TrailPanel
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.tab_row import TabRow


class WalkPage(QWidget):
    """Shows the open case; what the user does goes to it, what it says is shown."""

    summary_requested = Signal()
    save_elsewhere_requested = Signal()
    home_requested = Signal()
    crowded_changed = Signal(bool)
    """One region at a time now, or no more: the header leaves the deadlines to this page."""

    def __init__(self, open_case: OpenCase, jobs: Jobs, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self._language = language
        self.law_checked = ""
        """When the law was last checked, in words."""
        self._statuses: dict[ClaimId, Status] = {}
        self._changed: frozenset[ClaimId] = frozenset()
        self._shown_walk: Walk | None = None
        self._region: Region = "question"
        self._side: Region = "chart"
        self._claims_open = False
        self.mode: Mode = "three"
        self.trail = TrailPanel(self)
        self.column = QuestionColumn(self)
        self.chart = ChartPanel(jobs, self)
        self.board = ClaimsBoard(parent=self)
        self.all_claims = ClaimsBoard(upright=True)
        self._claims_area = QScrollArea(self)
        self.tabs = TabRow(parent=self)
        self.side_tabs = TabRow(parent=self)
        self._deadlines = IconWords("calendar", parent=self)
        self.effect = EffectNote(self)
        self._panels = Panels(
            self.trail,
            self.column,
            self.chart,
            self.board,
            self._claims_area,
            self.tabs,
            self.side_tabs,
            self._deadlines,
        )
        self._build()
        self._connect()
        follow(self._arrange)

    def _build(self) -> None:
        self._claims_area.setWidgetResizable(True)
        self._claims_area.setFrameShape(QFrame.Shape.NoFrame)
        self._claims_area.setWidget(self.all_claims)
        self._claims_area.setProperty("ground", "sunken")
        self._claims_area.setAccessibleName(self.tr("Claims"))
        for name in (self.tr("Question"), self.tr("Chart"), self.tr("Trail"), self.tr("Claims")):
            self.tabs.addTab(name)
        for name in (self.tr("Chart"), self.tr("Trail")):
            self.side_tabs.addTab(name)
        self.tabs.setAccessibleName(self.tr("Regions"))
        self.side_tabs.setAccessibleName(self.tr("Regions"))
        self.chart.setAccessibleName(self.tr("Chart"))
        self.board.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QWidget.setTabOrder(self.trail, self.column)
        QWidget.setTabOrder(self.column, self.chart)
        QWidget.setTabOrder(self.chart, self.board)

    def _connect(self) -> None:
        case, column, card = self._open_case, self.column, self.column.card
        case.opened.connect(self._take_case)
        case.walk_changed.connect(self.show_walk)
        case.answer_chosen.connect(self.chart.show_chosen)
        case.answer_missing.connect(self._say_missing)
        case.saved.connect(self._has_saved)
        case.save_failed.connect(self.show_failure)
        case.closed.connect(self._let_go)
        card.answered.connect(case.answer)
        card.taken_back.connect(case.take_back)
        card.note_written.connect(case.note)
        card.rested_on.connect(self._show_effect)
        column.end.note_written.connect(case.note)
        column.end.delete_requested.connect(case.delete)
        column.next_requested.connect(self.next)
        column.enter_pressed.connect(self.enter)
        column.back_requested.connect(self.back)
        column.summary_requested.connect(self.summary_requested)
        for region in (self.trail, self.chart):
            region.go_to_requested.connect(self.go_to)
            region.read_requested.connect(self.read)
        self.board.more_requested.connect(self.open_claims)
        self.all_claims.close_button.clicked.connect(self.show_question_region)
        self.tabs.currentChanged.connect(self._choose_tab)
        self.side_tabs.currentChanged.connect(self._choose_side)

    # What it shows

    def _take_case(self) -> None:
        """Begin with a case: nothing has changed yet, and an overdue check of the law is said first."""
        manifest = self._open_case.graph.collection.manifest
        self._statuses = {}
        self._shown_walk = None
        self._claims_open = False
        day = format_date(manifest.law_checked_on, self._language, short=True)
        self.law_checked = self.tr("Law checked {day}").format(day=day)
        self.column.hide_banner("save")
        self.column.hide_banner("law")
        self.column.hide_banner("version")
        began = self._open_case.case.collection.version
        if began != manifest.version:
            self.column.show_banner("version", version_banner(began, manifest.version))
        if self._open_case.walk.today > manifest.next_check_due:
            self._say_overdue(manifest.next_check_due)
        self.show_region("question", focus=False)

    def _let_go(self) -> None:
        self.effect.hide()
        self.chart.clear()

    def show_walk(self, made: Walk) -> None:
        """Show a walk with the cursor of the open case."""
        case = self._open_case
        at = case.at
        self.effect.hide()
        before = self._shown_walk
        self._changed = frozenset(
            line.claim for line in made.board if before is not None and before.statuses.get(line.claim) != line.status
        )
        moved = before is None or at != self.column.property("at")
        places = positions(made)
        self._show_card(made, at, back=moved and at != places[-1])
        self.column.setProperty("at", at)
        self.trail.show_walk(made, case.case, at, self._language)
        self.board.show_walk(made, self._changed, self._language)
        self.all_claims.show_walk(made, self._changed, self._language)
        self.board.setAccessibleDescription("; ".join(tile.line.spoken for tile in self.board.tiles))
        self.chart.show_walk(made, at, self._language)
        if before is not None:
            for sentence in news_of(before, made, self._language):
                announce(self, sentence)
        self._shown_walk = made
        self._arrange()

    def _show_card(self, made: Walk, at: NodeKey, *, back: bool) -> None:
        case, column = self._open_case, self.column
        node = made.graph.node(at)
        first = positions(made)[0] == at
        if isinstance(node, EndNode):
            column.end.show_end(made, case.note_text(), self._language, case.case.client_language)
            column.footer.show_at(first=first, end=True, keeps=node.keeps == "case")
            column.footer.show_hint("")
            column.show_card(column.end)
            column.end.say()
        else:
            question = question_at(made, at, self._language, case.case.client_language)
            answer = case.case.answers.get(question.fact.id)
            value = NOT_ANSWERED if answer is None else answer.value
            column.card.client.set_language(case.case.client_language)
            column.card.show_question(question, value, case.note_text(), self.law_checked, self._language)
            column.footer.show_at(first=first, end=False)
            choices = bool(question.choices) and len(question.choices) <= len("123456789")
            column.footer.show_hint(
                self.tr("Press a number, then Enter") if choices and column.digits_choose else self.tr("Enter goes on")
            )
            column.show_card(column.card)
            column.card.say()
        if self.isVisible() and self._region == "question":
            column.focus_answer(made=back)

    def show_deadlines(self, words: str) -> None:
        """Show how many deadlines there are, where the header leaves that to this page."""
        self._deadlines.set_words(words)
        self._arrange()

    def read(self, key: str) -> None:
        """Show a step without moving there."""
        if key not in self._open_case.graph.number:
            return
        self.column.reading.show_node(self._open_case.walk, key, self._language, self.law_checked)
        self.show_region("question", focus=False)
        self.column.read()

    def open_claims(self) -> None:
        """Show all lines of the board in the place of the question."""
        self.show_region("claims")

    def show_region(self, region: Region, *, focus: bool = True) -> None:
        """Show a region and put the keyboard into it."""
        self._region = region
        self._claims_open = region == "claims" and self.mode != "tabs"
        if self.mode == "two" and region in ("chart", "trail"):
            self._side = region
            self.side_tabs.setCurrentIndex(("chart", "trail").index(region))
        self.tabs.setCurrentIndex(REGIONS.index(region))
        self.all_claims.close_button.setVisible(self._claims_open)
        self._arrange()
        if focus:
            self.focus_region(region)

    def show_question_region(self) -> None:
        """Show the question and put the keyboard into it."""
        self.show_region("question")

    def show_chart_region(self) -> None:
        """Show the chart and put the keyboard into it."""
        self.show_region("chart")

    def show_trail_region(self) -> None:
        """Show the trail and put the keyboard into it."""
        self.show_region("trail")

    def focus_region(self, region: Region) -> None:
        """Put the keyboard into a region that is shown."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if region == "question":
            self.column.focus_answer()
        elif region == "chart":
            self.chart.setFocus(reason)
        elif region == "trail":
            self.trail.list.setFocus(reason)
        elif self._claims_area.isVisible():
            self._claims_area.setFocus(reason)
        else:
            self.board.setFocus(reason)

    def regions(self) -> tuple[tuple[Region, QWidget], ...]:
        """Return the regions that are shown now, in the order in which F6 visits them."""
        found: list[tuple[Region, QWidget]] = [("trail", self.trail), ("question", self.column), ("chart", self.chart)]
        claims: QWidget = self._claims_area if self._claims_area.isVisible() else self.board
        found.append(("claims", claims))
        return tuple((region, widget) for region, widget in found if widget.isVisible())

    # What the user does

    def enter(self) -> None:
        """Choose what the keyboard is on where the question has no answer yet; then go on."""
        made = self.column.card.input
        if made is not None and self._open_case.fact not in self._open_case.case.answers:
            made.choose_focused()
        self.next()

    def next(self) -> None:
        """Go on to the next question, once this one has an answer that is on disk."""
        column = self.column
        if column.shown is not column.card:
            return
        card = column.card
        self.flush()
        if card.check():
            self._open_case.next()

    def back(self) -> None:
        """Go back to the question before."""
        self.flush()
        self._open_case.back()

    def go_to(self, key: str) -> None:
        """Return to a step of the trail."""
        self.flush()
        self.show_region("question", focus=False)
        self._open_case.go_to(key)

    def flush(self) -> None:
        """Keep what was written last."""
        self.column.card.note.flush()
        self.column.end.note.flush()

    def set_digits_choose(self, on: bool) -> None:
        """Let number keys choose answers, or not."""
        self.column.digits_choose = on

    # What the open case says

    def _say_missing(self) -> None:
        question = self.column.card.question
        if question is None:
            return
        may_skip = self.tr("Choose an answer, or “Not sure yet”")
        self.column.card.show_error(may_skip if question.may_skip else self.tr("Choose an answer"))
        self.column.focus_answer()

    def _has_saved(self) -> None:
        self.column.hide_banner("save")

    def show_failure(self, error: Exception) -> None:
        """Say that the last answer is not on disk, why, and what to do; it stays until it is saved."""
        banner = not_saved_banner(error)
        again, elsewhere = banner.buttons
        again.clicked.connect(self._open_case.save_again)
        elsewhere.clicked.connect(self.save_elsewhere_requested)
        self.column.show_banner("save", banner)
        announce(self, banner.accessibleName(), assertive=True)

    def _say_overdue(self, due: date) -> None:
        banner = overdue_banner(due, self._language)
        go_on, others = banner.buttons
        go_on.clicked.connect(self._go_on)
        others.clicked.connect(self.home_requested)
        self.column.show_banner("law", banner)
        announce(self, banner.accessibleName(), assertive=True)

    def _go_on(self) -> None:
        self.column.hide_banner("law")
        self.column.focus_answer()

    def _show_effect(self, choice: QObject | None, value: object) -> None:
        fact = self._open_case.fact if self._open_case.is_open else None
        if not isinstance(choice, ChoiceButton) or fact is None:
            self.effect.hide()
            return
        sentences = what_choice_does(self._open_case.walk, fact, value, self._language)  # type: ignore[arg-type]
        self.effect.show_beside(choice, sentences)
        self.column.card.describe(choice, sentences)

    # Room

    def _choose_tab(self, index: int) -> None:
        if self._region != REGIONS[index]:
            self.show_region(REGIONS[index], focus=False)

    def _choose_side(self, index: int) -> None:
        self._side = ("chart", "trail")[index]
        self._arrange()

    def _arrange(self) -> None:
        mode = mode_for(self.width(), current().scale)
        if mode != self.mode:
            self.mode = mode
            self._claims_open = False
            self.crowded_changed.emit(mode == "tabs")
        self.effect.hide()
        if mode == "tabs":
            self._panels.arrange_tabs(self.size(), self._region)
        else:
            self._panels.arrange_columns(self.size(), mode, self._side, claims_open=self._claims_open)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.effect.isVisible():
            self.effect.hide()
            return
        if event.key() == Qt.Key.Key_Escape and self._claims_open:
            self.show_region("question")
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current()
        painter.fillRect(self.rect(), theme.colour("paper"))
        line = theme.colour("line")
        if self.mode == "tabs":
            painter.fillRect(0, 0, self.width(), self.tabs.height(), theme.colour("surface"))
            painter.fillRect(0, self.tabs.height(), self.width(), 1, line)
            return
        painter.fillRect(self.chart.geometry(), theme.colour("surface"))
        painter.fillRect(self.side_tabs.geometry(), theme.colour("surface"))
        for x in (self.column.x() - 1, self.column.geometry().right() + 1):
            painter.fillRect(x, 0, 1, self.board.y(), line)
