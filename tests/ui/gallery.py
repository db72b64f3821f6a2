# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every shared widget in every state, for eyes: `python -m tests.ui.gallery OUT.png [--dark] [--scale 200]`."""

import argparse
import datetime as dt
import os
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from wizard.__main__ import keep_constants_alive
from wizard.ui.theme import Scheme, appearance, current
from wizard.ui.widgets.banner import Banner
from wizard.ui.widgets.button import Button, ButtonKind, IconButton
from wizard.ui.widgets.card import Card, CardButton
from wizard.ui.widgets.check_box import CheckBox
from wizard.ui.widgets.chip import Chip, ChipButton
from wizard.ui.widgets.choice_button import ChoiceButton
from wizard.ui.widgets.citation_label import CitationLabel
from wizard.ui.widgets.date_field import DateField, DateLimits
from wizard.ui.widgets.elided_label import ElidedLabel
from wizard.ui.widgets.empty_state import EmptyState
from wizard.ui.widgets.field_error import ErrorFrame, FieldError
from wizard.ui.widgets.focus_ring import FocusRing
from wizard.ui.widgets.key_cap import KeyCap
from wizard.ui.widgets.label import Label, LeadLabel
from wizard.ui.widgets.lines import HLine
from wizard.ui.widgets.marked_text import Mark, MarkedText, Meaning
from wizard.ui.widgets.number_field import NumberField
from wizard.ui.widgets.remaining_bar import RemainingBar
from wizard.ui.widgets.segments import Segments
from wizard.ui.widgets.status_badge import StatusBadge, StatusShape
from wizard.ui.widgets.tab_row import TabRow
from wizard.ui.widgets.term_label import TermLabel
from wizard.ui.widgets.text_field import TextField

EXPLAINED = MarkedText("A claim on form SF-95", (Mark(16, 21, "sf-95", (Meaning("English", "SF-95", "A form."),)),))
STATUSES = ("available", "arguable", "likely-foreclosed", "barred", "not-reached")


def row(*parts: QWidget | None, gap: int = 8) -> QWidget:
    """Widgets side by side; None is free room."""
    return _line(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | None, gap: int = 8) -> QWidget:
    """Widgets below each other; None is free room."""
    return _line(QVBoxLayout(), parts, gap)


def _line(layout: QHBoxLayout | QVBoxLayout, parts: Sequence[QWidget | None], gap: int) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().sp(gap))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    holder.setLayout(layout)
    return holder


def panel(title: str, *parts: QWidget) -> QWidget:
    """A card under its name."""
    card = Card()
    card.body.setSpacing(current().sp(10))
    for part in parts:
        card.body.addWidget(part)
    card.body.addStretch(1)
    return column(Label(title, "small", "ink2"), card, gap=4)


def pointed(widget: QWidget) -> QWidget:
    """As if the pointer were over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def chosen(choice: ChoiceButton) -> ChoiceButton:
    choice.set_chosen(chosen=True)
    return choice


def pressed(choice: ChoiceButton) -> ChoiceButton:
    choice.setDown(True)
    return choice


def off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def choices() -> QWidget:
    return column(
        ChoiceButton("1", "Yes, it is still going on", "The person faces it now"),
        pointed(ChoiceButton("2", "Pointer over it", "Name the facts that make it likely")),
        pressed(ChoiceButton("3", "Pressed", "Nothing suggests it will happen again")),
        chosen(
            ChoiceButton("4", "It has stopped, but is likely to happen again", "Name the facts that make it likely")
        ),
        ChoiceButton("0", "Not sure yet", "Stays on the list of open facts", unsure=True),
        off(ChoiceButton("6", "Cannot apply", "")),
    )


def long_choices() -> QWidget:
    long = "Yes, and the agency has said no in writing, or six months have passed since it received the claim"
    hint = "We will ask for the date on the letter, and for the day on which somebody had the form in hand"
    return column(
        ChoiceButton("1", long, hint),
        chosen(ChoiceButton("2", long, hint)),
        chosen(ChoiceButton("0", "Not sure yet", "Stays on the list of open facts", unsure=True)),
        pointed(ChoiceButton("", "Without a key")),
    )


def any_choices() -> QWidget:
    return column(
        ChoiceButton("1", "Hit or kicked", any_of=True),
        chosen(ChoiceButton("2", "Handcuffed too tightly", "Marks or numbness count", any_of=True)),
        chosen(ChoiceButton("3", "Threatened", any_of=True)),
    )


def buttons() -> QWidget:
    kinds: tuple[ButtonKind, ...] = ("primary", "normal", "soft", "quiet", "link", "tool")
    rows = [row(*(Button(kind.capitalize(), kind) for kind in kinds), None)]
    rows.append(row(*(pointed(Button(kind.capitalize(), kind)) for kind in kinds), None))
    rows.append(row(*(off(Button(kind.capitalize(), kind)) for kind in kinds), None))
    rows.append(
        row(
            Button("Next", "primary", "arrow-right", trailing=True, size=16),
            Button("Back", "normal", "arrow-left", size=16),
            Button("Sign off", "soft", "pen-line"),
            Button("Add", "link", "plus"),
            None,
        )
    )
    return column(*rows)


def small_things() -> QWidget:
    follow = IconButton("locate-fixed", "Follow the path", "Ctrl Shift F")
    follow.setCheckable(True)
    follow.setChecked(True)
    icons = [
        IconButton("zoom-out", "Smaller", "-"),
        pointed(IconButton("zoom-in", "Larger", "+")),
        off(IconButton("undo-2", "Undo", "Ctrl Z")),
        follow,
        IconButton("ellipsis", "More", side=28),
    ]
    tabs = TabRow()
    for name in ("Question", "Chart", "Trail", "Claims"):
        tabs.addTab(name)
    ticked = CheckBox("Send it so that the agency has it by 12 Feb 2027, and keep proof of the day it arrived")
    ticked.setChecked(True)
    return column(
        row(Segments(["Whole chart", "Path only"]), *icons, None),
        row(tabs, None),
        CheckBox("Fill in SF-95 with a sum of money"),
        ticked,
        off(CheckBox("Cannot apply")),
        row(KeyCap("1"), KeyCap("2", 26), KeyCap("0"), None),
    )


def statuses() -> QWidget:
    return column(
        row(*(StatusBadge(status) for status in STATUSES[:3]), None),
        row(*(StatusBadge(status) for status in STATUSES[3:]), None),
        row(*(StatusBadge(status, size=13.5) for status in STATUSES[:3]), None),
        row(*(StatusShape(status) for status in STATUSES), *(StatusShape(status, 32) for status in STATUSES), None),
        row(Chip("2 deadlines, next in 80 days", "calendar-clock"), None),
        row(
            pointed(ChipButton("days to deadline", "calendar-clock", lead="12", tone="error")),
            Chip("28 U.S.C. § 2675(a)", "book-open", "plain"),
            None,
        ),
        row(Chip("Passed 3 days ago", "calendar-clock", "error"), Chip("Draft", "", "accent"), None),
    )


def bars() -> QWidget:
    parts: list[QWidget] = []
    for counts in ((7, 1, 2), (0, 4, 9), (5, 2, 7), (12, 20, 60), (40, 30, 90), (8, 0, 0)):
        bar = RemainingBar()
        bar.set_counts(*counts)
        parts.append(bar)
    return column(*parts)


def banners() -> list[QWidget]:
    error = Banner(
        "error",
        "This answer is not saved yet",
        "The disk is full. Free some space, then save again. Your answer stays on the screen.",
    )
    error.add_action("Save again", "primary")
    error.add_action("Save elsewhere")
    warning = Banner(
        "warning",
        "The law was due for a check on 2 Oct",
        "Ask the supervising attorney before you rely on it. The summary will say so too.",
    )
    warning.add_action("Go on")
    warning.add_action("See other trees", "link")
    info = Banner(
        "info",
        "Version 3.2 changes one claim here",
        "FTCA: arguable in version 3.1, available in version 3.2.",
        closable=True,
    )
    info.add_action("See what changes")
    info.add_action("Keep 3.1", "link")
    good = Banner("good", "The case is back", "It was read from its copy.")
    good.set_details("OSError: [Errno 28] No space left on device: cases/2026-014.case")
    return [
        panel("Answer not on disk", error),
        panel("Law check overdue", warning),
        panel("Law changed since the case", info, good),
    ]


def empties() -> list[QWidget]:
    first = EmptyState(
        "folder-open",
        "No cases yet",
        "Start with the tree that fits what happened. Each answer is saved on this computer.",
    )
    first.add_action("Start a case", "primary")
    first.add_action("Open a case file")
    search = EmptyState(
        "search-x",
        "Nothing matches “custdy”",
        "Check the spelling, or search for a statute such as 2680(h).",
    )
    search.add_action("Clear search")
    early = EmptyState(
        "scale", "No claim has been reached yet", "Answer a few more questions. You can come back here at any time."
    )
    early.add_action("Back to questions", "primary", "arrow-left")
    return [panel("First start", first), panel("Nothing found", search), panel("Too early", early)]


def refused_choice() -> QWidget:
    frame = ErrorFrame()
    error = FieldError()
    frame.body.addWidget(Label("Did the officer have the power to arrest?", "question"))
    frame.body.addWidget(error)
    for choice in (ChoiceButton("1", "Yes"), ChoiceButton("2", "No"), ChoiceButton("0", "Not sure yet", unsure=True)):
        frame.body.addWidget(choice)
    error.set_text("Choose an answer, or “Not sure yet”")
    frame.set_marked(marked=True)
    return frame


def refused_date() -> tuple[QWidget, DateField]:
    frame = ErrorFrame()
    today = dt.date(2026, 11, 24)
    field = DateField(dt.date(2025, 2, 12), DateLimits(latest=today, too_late="The date must be today or earlier"))
    field.error_changed.connect(lambda text: frame.set_marked(marked=bool(text)))
    frame.body.addWidget(Label("When did it happen?", "body"))
    frame.body.addWidget(field)
    number = NumberField("Days in custody", "days")
    frame.body.addWidget(number)
    frame.body.addWidget(TextField("", "Optional"))
    frame.body.addWidget(pointed(TextField("Must report to the same office on the first of each month.")))
    field.set_value(dt.date(2028, 2, 12))
    return frame, field


def citations() -> QWidget:
    return column(
        CitationLabel(
            "City of Los Angeles v. Lyons",
            "461 U.S. 95, 105 (1983)",
            "461 U.S. 95, 105 (1983)",
        ),
        HLine(),
        CitationLabel(
            "8 U.S.C. § 1252(f)(1)", "limits orders for groups, not for one person, and not for all claims", "8 U.S.C."
        ),
        LeadLabel("Bivens", "against the officer"),
        ElidedLabel("2026-014 decision path of somebody with a very long file name 2026-11-24.png"),
        Label("Page title", "page-title"),
        Label("Secondary text in its tone", "card", "ink2"),
        TermLabel(EXPLAINED, "body"),
    )


def cards() -> QWidget:
    rest, over, now = CardButton("Rest"), CardButton("Over"), CardButton("Now", edge=False)
    for card, name in ((rest, "Force by a federal officer"), (over, "Pointer over it"), (now, "Shown now")):
        card.body.addWidget(Label(name, "section"))
        card.body.addWidget(Label("Federal law, any state", "card", "ink2"))
    pointed(over)
    now.set_current(on=True)
    return column(rest, over, now)


def gallery(columns: int) -> tuple[QWidget, DateField]:
    """The whole gallery, and the date that is refused."""
    window = QWidget()
    grid = QGridLayout(window)
    grid.setContentsMargins(22, 14, 22, 16)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(12)
    date_frame, date = refused_date()
    focused = choices()
    panels = [
        panel("Choices", focused),
        panel("Long choices, any of", long_choices(), any_choices()),
        panel("Statuses and chips", statuses(), bars()),
        panel("Buttons", buttons()),
        panel("Small things", small_things()),
        panel("Next pressed without an answer", refused_choice()),
        panel("Date refused, number, text", date_frame),
        panel("Citations and labels", citations()),
        panel("Cards that can be pressed", cards()),
        *banners(),
        *empties(),
    ]
    for at, one in enumerate(panels):
        grid.addWidget(one, at // columns, at % columns)
    for at in range(columns):
        grid.setColumnStretch(at, 1)
    date.check()
    return window, date


def place(layout: QLayout, width: int) -> int:
    """The height that the gallery needs at a width."""
    return max(layout.heightForWidth(width), layout.totalMinimumSize().height())


def main() -> None:
    keep_constants_alive()
    arguments = argparse.ArgumentParser()
    arguments.add_argument("out")
    arguments.add_argument("--dark", action="store_true")
    arguments.add_argument("--scale", type=int, default=100)
    arguments.add_argument("--choice", action="store_true", help="the focus is on a choice, not on the date")
    given = arguments.parse_args()
    app = QApplication([])
    look = appearance()
    look.set_text_size(given.scale)
    look.set_scheme(Scheme.DARK if given.dark else Scheme.LIGHT)
    window, date = gallery(3 if given.scale <= 125 else 2)
    window.setProperty("ground", "paper")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    FocusRing(window)
    width = 1366 if given.scale <= 125 else 1800
    layout = window.layout()
    assert layout is not None
    window.resize(width, place(layout, width))
    window.show()
    app.processEvents()
    focus = window.findChildren(ChoiceButton)[1] if given.choice else date.parts[2]
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    window.grab().save(given.out)


if __name__ == "__main__":
    main()
