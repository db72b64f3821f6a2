# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only tells: badges, chips, banners, empty states, citations, labels, bars."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stand
from tests.ui.widgets.pictures import colour_at, colours
from wizard.chart.tokens import DARK, LIGHT, status_colours
from wizard.ui.theme import Appearance, Scheme, current
from wizard.ui.widgets import citation_label
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.banner import Banner, BannerTone
from wizard.ui.widgets.card import Card, CardButton
from wizard.ui.widgets.chip import Chip, ChipButton, deadline_tone
from wizard.ui.widgets.citation_label import CitationLabel
from wizard.ui.widgets.elided_label import ElidedLabel
from wizard.ui.widgets.empty_state import EmptyState
from wizard.ui.widgets.key_cap import KeyCap
from wizard.ui.widgets.label import Label, LeadLabel
from wizard.ui.widgets.lines import HLine, VLine
from wizard.ui.widgets.remaining_bar import RemainingBar
from wizard.ui.widgets.status_badge import StatusBadge, StatusShape

LEFT = Qt.MouseButton.LeftButton
STATUSES = ("available", "arguable", "likely-foreclosed", "barred", "not-reached")


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


# --- statuses -----------------------------------------------------------------------


@pytest.mark.parametrize("status", STATUSES)
def test_a_badge_shows_its_status_in_word_and_colour(stand: Stand, look: Appearance, status: str) -> None:
    badge = StatusBadge(status, claim="Bivens")
    stand(badge)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        look.set_scheme(scheme)
        shown = colours(badge)
        assert {status_colours(tokens, status).text, status_colours(tokens, status).fill} <= shown.keys()
    word = status.replace("-", " ")
    assert badge.text().lower() == word
    assert heard(badge) == (QAccessible.Role.StaticText, f"Bivens, {word}")


@pytest.mark.parametrize("percent", [100, 112, 125, 150, 175, 200])
@pytest.mark.parametrize("size", [13.5, 14.5])
def test_the_word_is_never_cut_off_a_badge(stand: Stand, look: Appearance, percent: int, size: float) -> None:
    look.set_text_size(percent)
    badges = [StatusBadge(status, size=size) for status in STATUSES]
    stand(*badges)
    for badge in badges:
        shown = colours(badge)[status_colours(current().tokens, badge.status).text]
        badge.setFixedWidth(badge.width() + 100)
        wider = colours(badge)[status_colours(current().tokens, badge.status).text]
        # The edge grows with the width where it has the colour of the text; the word does not.
        assert wider - shown <= 2 * 2 * 100


def test_the_edge_of_not_reached_is_dashed(stand: Stand) -> None:
    badge = StatusBadge("not-reached")
    stand(badge)
    dashed = {colour_at(badge, x, 0) for x in range(10, badge.width() - 10)}
    badge.set_status("available")
    solid = {colour_at(badge, x, 0) for x in range(10, badge.width() - 10)}
    assert (len(solid), len(dashed) > 1) == (1, True)


def test_a_status_that_there_is_not_is_refused(stand: Stand) -> None:
    badge, shape = StatusBadge("barred"), StatusShape("barred")
    stand(badge, shape)
    for widget in (badge, shape):
        with pytest.raises(ValueError, match="perhaps"):
            widget.set_status("perhaps")
    assert badge.text() == "Barred"


# --- chips --------------------------------------------------------------------------


def test_a_chip_that_opens_something_is_a_button(stand: Stand, qtbot: QtBot) -> None:
    chip = ChipButton("2 deadlines, next in 80 days", "calendar-clock")
    stand(chip)
    assert heard(chip) == (QAccessible.Role.Button, "2 deadlines, next in 80 days")
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, LEFT)
    chip.setFocus()
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_a_chip_that_only_tells_is_text(stand: Stand) -> None:
    chip = Chip("days to deadline", "calendar-clock", lead="12")
    stand(chip)
    assert heard(chip) == (QAccessible.Role.StaticText, "12 days to deadline")
    assert LIGHT.arguable_soft in colours(chip)
    before = chip.width()
    chip.set_chip("Passed 3 days ago, on 21 November 2026", "calendar-clock", "error")
    QApplication.processEvents()
    assert chip.width() > before
    assert LIGHT.error_soft in colours(chip)


@pytest.mark.parametrize(
    ("days", "tone"), [(80, "arguable"), (31, "arguable"), (30, "error"), (0, "error"), (-3, "error")]
)
def test_a_deadline_turns_red_thirty_days_before(days: int, tone: str) -> None:
    assert deadline_tone(days) == tone


# --- banners ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tone", "colour", "word"),
    [("error", "error", "Error"), ("warning", "arguable", "Warning"), ("info", "accent", "Note")],
)
def test_a_banner_has_bar_and_fill_of_its_tone_and_says_it(
    stand: Stand, tone: BannerTone, colour: str, word: str
) -> None:
    banner = Banner(tone, "This answer is not saved yet", "The disk is full.")
    stand(banner)
    assert colour_at(banner, 3, banner.height() / 2) == current().hex(colour)
    assert colour_at(banner, 10, banner.height() / 2) == current().hex(f"{colour}_soft")
    assert heard(banner)[1] == f"{word}. This answer is not saved yet. The disk is full."


def test_a_banner_offers_two_buttons_at_most(stand: Stand, qtbot: QtBot) -> None:
    banner = Banner("error", "This answer is not saved yet")
    again = banner.add_action("Save again", "primary")
    banner.add_action("Save elsewhere")
    with pytest.raises(ValueError, match="two"):
        banner.add_action("Third")
    stand(banner)
    with qtbot.waitSignal(again.clicked):
        QTest.mouseClick(again, LEFT)
    assert banner.isVisible()


def test_a_banner_wraps_and_shows_all_its_words_at_200_per_cent(stand: Stand, look: Appearance) -> None:
    look.set_text_size(200)
    banner = Banner(
        "error",
        "This answer is not saved yet",
        "The disk is full. Free some space, then save again. Your answer stays on the screen.",
    )
    banner.add_action("Save again", "primary")
    stand(banner, width=520)
    assert_no_label_is_clipped(banner)


def test_details_fold_under_a_word(stand: Stand) -> None:
    banner = Banner("error", "This answer is not saved yet")
    banner.set_details("OSError: [Errno 28] No space left on device")
    stand(banner)
    details = next(label for label in banner.findChildren(QLabel) if label.text().startswith("OSError"))
    fold = next(button for button in banner.findChildren(QPushButton) if button.text() == "Details")
    assert not details.isVisible()
    QTest.mouseClick(fold, LEFT)
    assert details.isVisible()
    QTest.mouseClick(fold, LEFT)
    assert not details.isVisible()


def test_only_a_closable_banner_can_be_closed(stand: Stand, qtbot: QtBot) -> None:
    stays, goes = Banner("error", "Stays"), Banner("info", "Goes", closable=True)
    stand(stays, goes)
    assert not stays.findChildren(QPushButton)
    with qtbot.waitSignal(goes.closed):
        QTest.mouseClick(goes.findChildren(QPushButton)[0], LEFT)
    assert not goes.isVisible()


def test_a_banner_opens_at_once_when_motion_is_off(stand: Stand, look: Appearance, qtbot: QtBot) -> None:
    first, second = Banner("info", "One", "Two"), Banner("info", "One", "Two")
    stand(first, second)
    first.hide()
    second.hide()
    look.set_no_motion(off=True)
    first.appear()
    assert first.maximumHeight() > 10_000
    look.set_no_motion(off=False)
    second.appear()
    assert second.maximumHeight() < 10_000
    qtbot.waitUntil(lambda: second.maximumHeight() > 10_000)
    QApplication.processEvents()
    assert second.height() == first.height()


# --- citations ----------------------------------------------------------------------


def test_copy_puts_the_full_citation_on_the_clipboard_and_says_so(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Mock()
    monkeypatch.setattr(citation_label, "announce", said)
    full = "City of Los Angeles v. Lyons, 461 U.S. 95, 105 (1983)"
    citation = CitationLabel("City of Los Angeles v. Lyons", "461 U.S. 95, 105 (1983)", full)
    stand(citation)
    copy = citation.copy_button
    assert heard(copy) == (QAccessible.Role.Button, f"Copy {full}")
    place = copy.geometry()
    QTest.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == full
    assert copy.text() == "Copied"
    assert copy.geometry() == place
    said.assert_called_once_with(citation, "Copied")
    citation._back.start(1)
    qtbot.waitUntil(lambda: copy.text() == "Copy")


def test_an_announcement_can_be_made_without_a_screen_reader(stand: Stand) -> None:
    label = Label("Anything")
    stand(label)
    announce(label, "Copied")
    announce(label, "This answer is not saved yet", assertive=True)
    assert label.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_citation_wraps_and_is_never_shortened(stand: Stand, look: Appearance, percent: int) -> None:
    look.set_text_size(percent)
    citation = CitationLabel(
        "Martin v. United States", "605 U.S. 395, 404 (2025): the discretionary function exception", "605 U.S. 395"
    )
    stand(citation, width=420)
    label = citation.findChildren(LeadLabel)[0]
    shown = colours(label)
    label.resize(label.width(), label.height() + 400)
    wide = colours(label)
    assert shown[LIGHT.ink] == wide[LIGHT.ink]
    assert shown[LIGHT.ink2] == wide[LIGHT.ink2]
    assert label.text() == "Martin v. United States 605 U.S. 395, 404 (2025): the discretionary function exception"


# --- labels and the rest ------------------------------------------------------------


def test_texts_are_plain(stand: Stand) -> None:
    label, lead = Label("<b>a</b> & b"), LeadLabel("<i>x</i>", "<a href='y'>z</a>")
    stand(label, lead)
    assert label.textFormat() == lead.textFormat() == Qt.TextFormat.PlainText
    assert heard(label)[1] == "<b>a</b> & b"


def test_a_label_can_change_its_tone(stand: Stand) -> None:
    label = Label("MMMM", "page-title")
    stand(label)
    assert LIGHT.ink in colours(label)
    label.set_tone("error")
    shown = colours(label)
    assert LIGHT.error in shown
    assert LIGHT.ink not in shown


def test_a_file_name_is_shortened_in_its_middle_and_told_whole(stand: Stand) -> None:
    name = "2026-014 decision path of a case with a very long name 2026-11-24.png"
    label = ElidedLabel(name)
    stand(label, width=300)
    assert label.shown_text.startswith("2026-014")
    assert label.shown_text.endswith(".png")
    assert label.shown_text != name
    assert (label.toolTip(), heard(label)[1]) == (name, name)
    label.window().resize(900, 80)
    QApplication.processEvents()
    assert (label.shown_text, label.toolTip()) == (name, "")


def test_an_empty_state_has_words_and_buttons(stand: Stand, qtbot: QtBot, look: Appearance) -> None:
    look.set_text_size(200)
    empty = EmptyState("folder-open", "No cases yet", "Start with the tree that fits what happened, and go on.")
    start = empty.add_action("Start a case", "primary")
    empty.add_action("Open a case file", icon="folder-open")
    with pytest.raises(ValueError, match="two"):
        empty.add_action("Third")
    stand(empty, width=640)
    assert_no_label_is_clipped(empty)
    with qtbot.waitSignal(start.clicked):
        QTest.mouseClick(start, LEFT)


def test_a_card_button_is_pressed_by_mouse_enter_and_space(stand: Stand, qtbot: QtBot) -> None:
    card = CardButton("Force by a federal officer, law checked 3 November 2026")
    title = Label("Force by a federal officer", "section")
    card.body.addWidget(title)
    stand(card)
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card, LEFT, pos=title.geometry().center())
    card.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            QTest.keyClick(card, key)
    assert heard(card) == (QAccessible.Role.Button, "Force by a federal officer, law checked 3 November 2026")
    card.set_current(on=True)
    assert colour_at(card, 2, card.height() / 2) == LIGHT.accent


def test_a_card_has_a_heading_and_a_surface(stand: Stand, look: Appearance) -> None:
    card = Card("Deadlines", "calendar-clock")
    card.body.addWidget(Label("12 February 2027"))
    stand(card)
    assert colour_at(card, 6, card.height() / 2) == LIGHT.surface
    assert colour_at(card, 0, card.height() / 2) == LIGHT.line
    look.set_scheme(Scheme.DARK)
    assert colour_at(card, 6, card.height() / 2) == DARK.surface


def test_lines_and_caps_take_over_the_look(stand: Stand, look: Appearance) -> None:
    line, upright, cap = HLine(), VLine(), KeyCap("1")
    upright.setMinimumHeight(20)
    stand(line, upright, cap)
    look.set_scheme(Scheme.DARK)
    assert set(colours(line)) == set(colours(upright)) == {DARK.line}
    assert {DARK.ink, DARK.control, DARK.paper} <= colours(cap).keys()


@pytest.mark.parametrize(
    ("counts", "runs"),
    [((2, 1, 3), (2, 1)), ((0, 0, 0), (0, 0)), ((4, 0, 0), (4, 0)), ((0, 3, 3), (0, 3)), ((60, 40, 90), (1, 1))],
)
def test_the_bar_has_a_pill_for_each_question(
    stand: Stand, counts: tuple[int, int, int], runs: tuple[int, int]
) -> None:
    bar = RemainingBar()
    bar.set_counts(*counts)
    stand(bar, width=424)
    middle = [colour_at(bar, x, bar.height() / 2) for x in range(bar.width())]
    assert (rows_of(middle, LIGHT.accent), rows_of(middle, LIGHT.surface)) == runs


def rows_of(pixels: list[str], colour: str) -> int:
    """How many unbroken rows of a colour there are."""
    return sum(1 for at, pixel in enumerate(pixels) if pixel == colour and (at == 0 or pixels[at - 1] != colour))


def assert_no_label_is_clipped(holder: QWidget) -> None:
    labels = [label for label in holder.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert labels
    for label in labels:
        needed = label.fontMetrics().boundingRect(
            0, 0, label.width(), 10_000, int(Qt.TextFlag.TextWordWrap), label.text()
        )
        assert needed.height() <= label.height(), label.text()
        assert needed.width() <= label.width(), label.text()
