# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Summary page, by mouse and by keys: claims with reasons, deadlines, open facts, steps, sign-off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.export.walks import bundled_walk, small_walk
from tests.ui.summary.cases import NOW, case_of
from wizard.engine import answering
from wizard.engine.walk import Walk
from wizard.model.case import Case
from wizard.ui.jobs import Jobs
from wizard.ui.summary.page import SummaryPage
from wizard.ui.theme import appearance
from wizard.ui.widgets.empty_state import EmptyState


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    assert qapp is not None
    jobs = Jobs()
    yield jobs
    jobs.finish()


class Shown:
    """The page in a window, with what a person does."""

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        appearance().set_text_size(100)
        self.qtbot = qtbot
        self.jobs = jobs
        self.page = SummaryPage(jobs, "en")
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        self.window.resize(1366, 714)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def show(self, made: Walk, case: Case | None = None) -> Case:
        shown = case or case_of(made)
        self.page.show_walk(made, shown)
        self.jobs.finish()
        self.settle()
        return shown

    def settle(self) -> None:
        for _ in range(3):
            QTest.qWait(5)

    def click(self, widget: QWidget) -> None:
        self.page.scroll_area.ensureWidgetVisible(widget)
        self.settle()
        assert self.seen(widget), f"{widget} cannot be seen"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))
        self.settle()

    def seen(self, widget: QWidget) -> bool:
        return widget.isVisible() and not widget.visibleRegion().isEmpty()

    def words(self) -> str:
        labels = [label for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)]
        return "\n".join(label.text() for label in labels)


@pytest.fixture
def shown(qtbot: QtBot, jobs: Jobs) -> Iterator[Shown]:
    made = Shown(qtbot, jobs)
    yield made
    appearance().set_text_size(100)


def test_claims_stand_best_first_with_reason_and_authority(shown: Shown) -> None:
    shown.show(small_walk())
    told = [(row.told.title, row.told.against, row.badge.status) for row in shown.page.claims.rows]
    assert told == [
        ("FTCA", "the United States", "available"),
        ("Court order", "the agency", "arguable"),
        ("Bivens", "the officer", "likely-foreclosed"),
    ]
    words = shown.words()
    assert "The reason of f-ftca." in words
    assert "28 U.S.C. § 2675(a)" in words
    assert "Not reached: Section 1983" in words
    assert "3 questions asked, 3 answered, 0 open" in words
    assert shown.page.claims.rows[0].badge.accessibleName() == "FTCA, against the United States, available"


def test_an_opened_claim_shows_each_authority_which_can_be_copied(shown: Shown) -> None:
    shown.show(small_walk())
    row = shown.page.claims.rows[0]
    citation = row.findings[0].citations.labels[0]
    assert not citation.isVisible()
    shown.click(row.open_button)
    assert citation.isVisible()
    assert row.open_button.text() == "Close"
    assert "The claim to the agency comes first." in shown.words()
    shown.click(citation.copy_button)
    assert QGuiApplication.clipboard().text() == "28 U.S.C. § 2675(a)"
    citation._back.stop()
    row.open_button.setFocus()
    QTest.keyClick(row.open_button, Qt.Key.Key_Space)
    assert not citation.isVisible()


def test_what_is_doubtful_about_an_authority_stands_under_it(shown: Shown) -> None:
    shown.show(bundled_walk("intake-custody-and-removal"))
    row = next(one for one in shown.page.claims.rows if one.told.title == "FTCA")
    assert "[unsettled]" in shown.words()
    shown.click(row.open_button)
    words = shown.words()
    assert "Unsettled" in words
    assert "Recalled" in words
    assert "Read about only" in words


def test_a_remark_on_several_lines_is_told_once(shown: Shown) -> None:
    shown.show(bundled_walk("intake-street-arrest"))
    words = shown.words()
    reason = "While a federal court holds a state claim, and for at least 30 days after it drops it"
    assert words.count(reason) == 1
    assert words.count("Beside a federal suit") == 2
    assert "Said above, under State civil-rights act, against the federal officer" in words
    barred = next(row for row in shown.page.claims.rows if row.told.claim == "state-tort-federal")
    remarks = barred.findings[len(barred.told.findings) :]
    shown.click(barred.open_button)
    assert not any(one.citations.isVisible() for one in remarks)


def test_do_first_stands_above_everything_with_its_rule(shown: Shown) -> None:
    shown.show(bundled_walk("intake-custody-and-removal"))
    first, claims = shown.page.first, shown.page.claims
    assert first.isVisible()
    assert first.y() < claims.y()
    assert "A removal or a transfer can end the power of the local court within hours." in shown.words()
    assert [told.accessibleName() for told in (first, shown.page.protect)] == ["Do first", "Protect the client"]
    pixel = first.grab().toImage().pixelColor(2, first.height() // 2)
    assert pixel.name().upper() == appearance().theme.tokens.error


def test_a_deadline_is_large_with_its_days_and_its_reason_folds(shown: Shown) -> None:
    shown.show(small_walk())
    row = shown.page.deadlines.rows[0]
    assert (row.told.figure, row.told.unit) == (79, "days left")
    assert row.date_label.text() == "Act by 11 February 2027"
    assert "Plain count: 12 February 2027" in shown.words()
    assert not row.reasons.isVisible()
    shown.click(row.why_button)
    assert row.reasons.isVisible()
    assert "Two years from the harm." in shown.words()


def test_a_deadline_without_a_date_says_what_it_needs(shown: Shown) -> None:
    shown.show(small_walk({"employer": "federal", "harm-date": None, "still": "over"}))
    words = shown.words()
    assert "No date yet" in words
    assert "Needs: Date of harm" in words


def test_open_facts_come_with_what_they_could_change_and_lead_to_their_question(shown: Shown) -> None:
    shown.show(small_walk({"employer": None, "harm-date": None, "still": "over"}))
    card = shown.page.open_facts
    assert card.facts == ("employer", "harm-date")
    assert "FTCA: not reached now, could become available." in shown.words()
    button = card.rows[0].answer_button
    assert button.accessibleName() == "Answer: Who employed the officer?"
    with shown.qtbot.waitSignal(shown.page.go_to_fact_requested) as asked:
        shown.click(button)
    assert asked.args == ["employer"]


def test_open_facts_are_named_before_it_is_known_what_they_could_change(shown: Shown) -> None:
    made = small_walk({"employer": None, "harm-date": None, "still": "over"})
    shown.page.show_walk(made, case_of(made))
    assert shown.page.open_facts.facts == ("employer", "harm-date")
    assert "It changes no claim." not in shown.words()
    shown.jobs.finish()


def test_an_older_walk_never_answers_for_a_newer_one(shown: Shown) -> None:
    older = small_walk({"employer": None, "harm-date": None, "still": "over"})
    newer = small_walk()
    shown.page.show_walk(older, case_of(older))
    shown.page.show_walk(newer, case_of(newer))
    shown.jobs.finish()
    assert shown.page.open_facts.facts == ()
    assert not shown.page.open_facts.isVisible()


def test_a_step_is_ticked_and_the_page_stays_as_it_is(shown: Shown) -> None:
    made = small_walk()
    case = shown.show(made)
    box = shown.page.steps.boxes[0]
    rows = list(shown.page.claims.rows)
    with shown.qtbot.waitSignal(shown.page.step_marked) as marked:
        shown.click(box)
    assert marked.args is not None
    key, done = marked.args
    assert done is True
    shown.show(small_walk(), answering.mark_step(case, key, NOW, done=True))
    assert shown.page.steps.boxes[0] is box
    assert box.isChecked()
    assert shown.page.claims.rows == rows
    box.setFocus()
    with shown.qtbot.waitSignal(shown.page.step_marked) as marked:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert marked.args == [key, False]


def test_steps_done_before_are_ticked(shown: Shown) -> None:
    made = small_walk()
    case = shown.show(made)
    keys = [box.key for box in shown.page.steps.boxes]
    shown.show(made, answering.mark_step(case, keys[1], NOW, done=True))
    assert [box.isChecked() for box in shown.page.steps.boxes] == [key == keys[1] for key in keys]


def test_an_attorney_signs_off_by_mouse_and_a_later_change_voids_it(shown: Shown) -> None:
    made = small_walk()
    case = shown.show(made)
    card = shown.page.sign_off
    assert card.text == "Not signed off."
    shown.click(card.button)
    assert card.error.text == "Write the name of the attorney who signs"
    assert card.field.refused
    QTest.keyClicks(card.field, "A. Attorney")
    assert card.error.text == ""
    with shown.qtbot.waitSignal(shown.page.signed_off) as signed:
        shown.click(card.button)
    assert signed.args == ["A. Attorney"]
    case = answering.sign_off(case, "A. Attorney", NOW)
    shown.show(made, case)
    assert card.text.startswith("Signed off by A. Attorney on 24 November 2026.")
    assert not card.field.isVisible()
    assert not card.void.isVisible()
    shown.show(made, answering.answer(case, "still", "over", NOW))
    assert card.void.isVisible()
    assert card.field.isVisible()


def test_a_name_and_enter_sign_off(shown: Shown) -> None:
    shown.show(small_walk())
    field = shown.page.sign_off.field
    field.setFocus()
    QTest.keyClicks(field, "  A. Attorney ")
    with shown.qtbot.waitSignal(shown.page.signed_off) as signed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert signed.args == ["A. Attorney"]


def test_open_facts_are_counted_beside_the_sign_off(shown: Shown) -> None:
    shown.show(small_walk({"employer": None, "harm-date": None, "still": "over"}))
    assert shown.page.sign_off.text == "Not signed off. 2 facts are still open."


def test_notes_stand_with_their_question(shown: Shown) -> None:
    made = small_walk()
    case = answering.note(case_of(made), "harm-date", "Ask for the report.", NOW)
    shown.show(made, answering.note(case, None, "Call back on Monday.", NOW))
    words = shown.words()
    assert "Date of harm Ask for the report." in words
    assert words.index("Ask for the report.") < words.index("Whole case Call back on Monday.")


def test_nothing_reached_says_so_and_leads_back(shown: Shown) -> None:
    shown.show(small_walk({}))
    empty = shown.page.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert "No claim has been reached yet" in shown.words()
    with shown.qtbot.waitSignal(shown.page.questions_requested):
        shown.click(empty.buttons[0])


def test_the_buttons_of_the_page_ask_for_what_they_say(shown: Shown) -> None:
    shown.show(small_walk())
    with shown.qtbot.waitSignal(shown.page.picture_requested):
        shown.click(shown.page.picture_button)
    with shown.qtbot.waitSignal(shown.page.questions_requested):
        shown.click(shown.page.questions_button)


def test_an_overdue_check_of_the_law_is_said(shown: Shown) -> None:
    import datetime as dt

    from tests.export.walks import FEDERAL, small_graph
    from wizard.engine.walk import walk

    shown.show(small_walk())
    assert not shown.page.overdue.isVisible()
    late = walk(small_graph(), FEDERAL, dt.date(2101, 1, 1))
    shown.show(late)
    assert shown.page.overdue.isVisible()


def test_the_legal_line_is_always_on_the_screen(shown: Shown) -> None:
    shown.show(bundled_walk("intake-custody-and-removal"))
    line = next(label for label in shown.page.findChildren(QLabel) if label.text().startswith("Legal information"))
    assert line.text() == (
        "Legal information for people who work under a supervising attorney. It is not legal advice. "
        "Version 0.1, law checked 24 November 2026."
    )
    for value in (0, shown.page.scroll_area.verticalScrollBar().maximum()):
        shown.page.scroll_area.verticalScrollBar().setValue(value)
        assert shown.seen(line)


@pytest.mark.parametrize(("width", "size", "one_column"), [(1366, 100, False), (1366, 125, True), (1099, 100, True)])
def test_a_narrow_window_or_large_text_gives_one_column_with_the_deadlines_first(
    shown: Shown, width: int, size: int, one_column: bool
) -> None:
    shown.show(bundled_walk("intake-custody-and-removal"))
    appearance().set_text_size(size)
    shown.window.resize(width, 714)
    shown.settle()
    page = shown.page
    top = {card: card.mapTo(page, QPoint(0, 0)) for card in (page.first, page.deadlines, page.claims)}
    if one_column:
        assert len({point.x() for point in top.values()}) == 1
        assert top[page.first].y() < top[page.deadlines].y() < top[page.claims].y()
    else:
        assert top[page.deadlines].x() > top[page.claims].x() + 500


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_wider_than_the_page_or_cut_in_its_height(shown: Shown, size: int) -> None:
    appearance().set_text_size(size)
    shown.show(bundled_walk("intake-custody-and-removal"))
    for row in shown.page.claims.rows:
        row.open_button.setChecked(True)
    for deadline in shown.page.deadlines.rows:
        deadline.why_button.setChecked(True)
    shown.settle()
    page = shown.page
    room = page.scroll_area.viewport().width()
    for label in page.findChildren(QLabel):
        if not label.isVisibleTo(page):
            continue
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
        if page.scroll_area.isAncestorOf(label):
            place = QRect(label.mapTo(page.scroll_area.viewport(), QPoint(0, 0)), label.size())
            assert place.left() >= 0
            assert place.right() <= room, label.text()


def test_the_keyboard_reaches_everything_in_order(shown: Shown) -> None:
    shown.show(small_walk({"employer": None, "harm-date": None, "still": "over"}))
    page = shown.page
    page.focus_region("summary")
    reached: list[QWidget] = []
    for _ in range(60):
        focus = shown.window.focusWidget()
        if focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted: list[QWidget] = [page.questions_button, page.picture_button]
    wanted += [row.open_button for row in page.claims.rows]
    wanted += [row.why_button for row in page.deadlines.rows]
    wanted += [row.answer_button for row in page.open_facts.rows]
    wanted += [*page.steps.boxes, page.sign_off.field, page.sign_off.button]
    assert [widget for widget in reached if widget in wanted] == wanted


def test_forgetting_the_walk_drops_what_is_being_worked_out(shown: Shown) -> None:
    made = small_walk({"employer": None, "harm-date": None, "still": "over"})
    shown.page.show_walk(made, case_of(made))
    shown.page.clear()
    shown.jobs.finish()
    shown.show(made)
    assert shown.page.open_facts.facts == ("employer", "harm-date")
