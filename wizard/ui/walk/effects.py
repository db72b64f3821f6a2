# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a choice would do, before it is made: in words, and in a note beside the choice."""

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from wizard.chart.status_words import status_word
from wizard.engine.walk import Walk
from wizard.engine.whatif import Effect, effect_of
from wizard.engine.wording import format_date
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS, Box, draw_box
from wizard.ui.widgets.label import Label

translate = QCoreApplication.translate


def what_choice_does(made: Walk, fact: FactId, value: AnswerValue, language: str) -> tuple[str, ...]:
    """Return what answering a fact so would do, a sentence each; none when it settles nothing yet."""
    effect = effect_of(made, fact, value)
    return (*_statuses(made, effect, language), *_closed(made, effect, language), *_started(made, effect, language))


def _title(made: Walk, claim: str, language: str) -> str:
    index = made.graph.index
    title = index.claims[claim].title.within(language)
    against = index.against[index.claims[claim].against].within(language)
    return translate("Walk", "{title}, against {against}").format(title=title, against=against)


def _statuses(made: Walk, effect: Effect, language: str) -> list[str]:
    shown = [claim for claim in effect.statuses if made.graph.index.claims[claim].shown]
    sentence = translate("Walk", "{claim}: {status}")
    return [
        sentence.format(claim=_title(made, claim, language), status=_lower(status_word(effect.statuses[claim])))
        for claim in shown
    ]


def _closed(made: Walk, effect: Effect, language: str) -> list[str]:
    sentence = translate("Walk", "Closes {claim}")
    claims = [sentence.format(claim=_title(made, claim, language)) for claim in effect.closed_claims]
    end = translate("Walk", "Rules out the end “{end}”")
    # The end of a subtree is none of the walk.
    closed = [key for key in effect.closed_ends if not made.graph.ways[made.graph.number[key]]]
    ends = [made.graph.node(key).short_name.within(language) for key in closed]
    return claims + [end.format(end=name) for name in ends]


def _started(made: Walk, effect: Effect, language: str) -> list[str]:
    sentence = translate("Walk", "Starts a deadline: {title}, act by {day}")
    return [
        sentence.format(
            title=made.graph.index.rules[one.rule].title.within(language), day=format_date(one.act_by, language)
        )
        for one in effect.started
        if one.act_by is not None
    ]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


class EffectNote(QWidget):
    """A note that lies over the page beside a choice; the pointer goes through it, and any key takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head = Label(translate("Walk", "This answer would do this"), "small", "ink2")
        self._words = Label("", "card")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._words)
        self.hide()
        follow(self._take_over)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_beside(self, choice: QWidget, sentences: tuple[str, ...]) -> None:
        """Say what a choice does: at its right where there is room, else under it; nothing hides the note."""
        if not sentences:
            self.hide()
            return
        self._words.setText("\n".join(sentences))
        page = self.parentWidget()
        if page is None:
            return
        width = min(current().px(340), page.width() - 24)
        height = self._column.totalHeightForWidth(width)
        corner = choice.mapTo(page, QPoint(0, 0))
        beside = corner + QPoint(choice.width() + 16, 0)
        under = corner + QPoint(current().px(55), choice.height() + 2)
        place = beside if beside.x() + width + 8 <= page.width() else under
        left = max(8, min(place.x(), page.width() - width - 8))
        top = max(8, min(place.y(), page.height() - height - 8))
        self.setGeometry(left, top, width, height)
        self.raise_()
        self.show()

    def _take_over(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.sp(12), theme.sp(8), theme.sp(12), theme.sp(9))
        self._column.setSpacing(theme.sp(2))
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), Box("control", 1, "surface"), RADIUS)
