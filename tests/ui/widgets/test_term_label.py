# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A label with terms stands as any other label: only the dots under its terms are new, and they stand under them."""

import html

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from wizard.ui.theme import Appearance, Scheme, TextStyle, current
from wizard.ui.widgets.check_box import CheckBox
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.marked_text import Mark, MarkedText, Meaning
from wizard.ui.widgets.term_label import TermLabel
from wizard.ui.widgets.wrapped_text import Run, WrappedText

TEXT = (
    "Has an attorney sent the administrative claim (form SF-95) to the agency? \U0001d538 claim counts from the day"
    " on which\nit has it in hand, incomprehensibilities notwithstanding.\nThe deadline"
)
TERMS = ("administrative claim", "SF-95", "claim counts", "notwithstanding", "deadline")
WIDTHS = (200, 331, 640)


def marked(text: str = TEXT, terms: tuple[str, ...] = TERMS) -> MarkedText:
    meanings = (Meaning("English", "Term", "What it means."),)
    found = [(text.index(term), term) for term in terms]
    return MarkedText(text, tuple(Mark(at, at + len(term), term, meanings) for at, term in sorted(found)))


def painted(widget: QWidget, width: int, height: int) -> QImage:
    """What a widget paints of itself on white."""
    widget.setGeometry(0, 0, width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def differing(one: QImage, other: QImage) -> list[QPoint]:
    """The places where two pictures differ."""
    assert one.size() == other.size()
    rows = [y for y in range(one.height()) if one.copy(0, y, one.width(), 1) != other.copy(0, y, one.width(), 1)]
    return [QPoint(x, y) for y in rows for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("style", ["question", "body", "card", "meta"])
def test_it_measures_as_any_other_label(look: Appearance, holder: QWidget, percent: int, style: TextStyle) -> None:
    look.set_text_size(percent)
    plain, terms = Label(TEXT, style, parent=holder), TermLabel(marked(), style, parent=holder)
    assert terms.sizeHint() == plain.sizeHint()
    assert terms.minimumSizeHint() == plain.minimumSizeHint()
    assert terms.sizePolicy() == plain.sizePolicy()
    for width in WIDTHS:
        assert terms.heightForWidth(width) == plain.heightForWidth(width)


@pytest.mark.parametrize("selectable", [False, True])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", WIDTHS)
def test_only_the_dots_are_new_and_they_stand_under_their_terms(
    look: Appearance, holder: QWidget, selectable: bool, percent: int, width: int
) -> None:
    look.set_text_size(percent)
    plain = Label(TEXT, "body", parent=holder)
    if selectable:
        plain.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    terms = TermLabel(marked(), "body", selectable=selectable, parent=holder)
    for spare in (0, 30):
        height = plain.heightForWidth(width) + spare
        new = differing(painted(plain, width, height), painted(terms, width, height))
        assert new
        places = inked_terms(holder, width, height)
        side, below = current().px(3), current().px(5)
        under = [place.adjusted(-side, 0, side, below) for place in places]
        assert [dot for dot in new if not any(place.contains(dot) for place in under)] == []
        # And each has some.
        assert all(any(place.contains(dot) for dot in new) for place in under)


def inked_terms(holder: QWidget, width: int, height: int) -> list[QRect]:
    """Where Qt itself puts the letters of each term, line by line: it draws one term red."""
    found = []
    for mark in marked().marks:
        rich = QLabel(parent=holder)
        rich.setWordWrap(True)
        rich.setFont(current().text_font("body"))
        before, term, after = TEXT[: mark.start], TEXT[mark.start : mark.end], TEXT[mark.end :]
        parts = [html.escape(part).replace("\n", "<br>") for part in (before, term, after)]
        rich.setText(f"{parts[0]}<span style='color:#ff0000'>{parts[1]}</span>{parts[2]}")
        image = painted(rich, width, height)
        line = rich.fontMetrics().height() or 1
        red = [(x, y) for y in range(height) for x in range(width) if is_red(image.pixelColor(x, y))]
        top = (height - rich.heightForWidth(width)) // 2
        for number in sorted({(y - top) // line for _, y in red}):
            here = [(x, y) for x, y in red if (y - top) // line == number]
            left, right = min(x for x, _ in here), max(x for x, _ in here)
            found.append(QRect(QPoint(left, min(y for _, y in here)), QPoint(right, max(y for _, y in here))))
    return found


def is_red(colour: QColor) -> bool:
    return colour.red() > 200 and colour.green() < 120 and colour.blue() < 120


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_dots_have_the_colour_of_their_text(look: Appearance, holder: QWidget, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    for tone in ("ink", "ink2", "error"):
        plain = Label("An SF-95", "body", tone, parent=holder)
        terms = TermLabel(marked("An SF-95", ("SF-95",)), "body", tone, parent=holder)
        height = plain.sizeHint().height()
        picture = painted(terms, 200, height)
        new = differing(painted(plain, 200, height), picture)
        wanted = current().colour(tone)
        nearest = min(_distance(picture.pixelColor(place), wanted) for place in new)
        assert nearest < 60, tone


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def test_another_text_has_no_terms_of_the_one_before(holder: QWidget) -> None:
    label = TermLabel(marked(), parent=holder)
    assert label.accessibleDescription()
    label.setText(TEXT)
    assert label.spots.marks == ()
    assert label.accessibleDescription() == ""
    width, height = 300, label.heightForWidth(300)
    assert painted(label, width, height) == painted(Label(TEXT, parent=holder), width, height)


def test_what_looks_like_markup_is_shown_as_it_is(holder: QWidget) -> None:
    text = "<b>SF-95</b> <img src='x'>"
    label, plain = TermLabel(marked(text, ("SF-95",)), parent=holder), Label(text, parent=holder)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint() == plain.sizeHint()


def test_boxes_and_choices_measure_as_without_terms(holder: QWidget) -> None:
    marks = marked().marks
    box, plain_box = CheckBox(TEXT, parent=holder), CheckBox(TEXT, parent=holder)
    box.spots.set_marks(marks)
    choice, plain_choice = ChoiceButton("1", TEXT, TEXT, parent=holder), ChoiceButton("1", TEXT, TEXT, parent=holder)
    choice.set_marks(marks, marks)
    for terms, plain in ((box, plain_box), (choice, plain_choice)):
        assert terms.sizeHint() == plain.sizeHint()
        for width in WIDTHS:
            height = plain.heightForWidth(width)
            assert terms.heightForWidth(width) == height
            new = differing(painted(plain, width, height), painted(terms, width, height))
            assert 0 < len(new) < width * height / 20


def test_the_strips_of_a_text_follow_each_other_on_each_line(look: Appearance) -> None:
    assert look.theme.scale == 1
    text = WrappedText([Run(TEXT, current().text_font("body"), "ink")], 250)
    ends: dict[float, float] = {}
    for place in range(len(TEXT)):
        for strip in text.strips(place, place + 1, 10, 5):
            begins = ends.get(strip.box.top(), 10)
            assert strip.box.left() == pytest.approx(begins, abs=0.1)
            ends[strip.box.top()] = strip.box.right()
    assert len(ends) == text.lines
    assert max(ends.values()) == pytest.approx(10 + text.width, abs=0.1)
