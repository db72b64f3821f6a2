# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The column beside the path: what to do first, claims, deadlines, open facts, key, sign-off."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from wizard.chart.status_shapes import draw_status_shape
from wizard.engine.walk import Walk
from wizard.engine.whatif import open_facts
from wizard.engine.wording import format_date
from wizard.export.deadline_words import ToldDeadline, told_deadlines
from wizard.export.options import PictureOptions
from wizard.export.paper import (
    ANSWER,
    BODY,
    BODY_BOLD,
    COLOURS,
    DATE,
    HEADING,
    LEAD,
    NOTE,
    Piece,
    Style,
)
from wizard.export.paper_key import key_entries
from wizard.export.paper_text import Lines, Part, Stack
from wizard.export.path_boxes import status_text_colour
from wizard.export.path_steps import ToldPath
from wizard.export.side_entry import SideEntry
from wizard.export.standing import (
    ToldClaim,
    ToldFinding,
    not_reached,
    told_claims,
    told_open_facts,
    told_remarks,
)
from wizard.export.words import Words
from wizard.model.finding import Topic
from wizard.model.status import Status

_INDENT = 30.0
_BAR_INDENT = 14.0
_MOST_CITED = 2
_RULE_GAP = 12.0


class SideColumn:
    """Makes the entries of the column for a walk, measured for its width."""

    def __init__(self, made: Walk, options: PictureOptions, words: Words, width: float) -> None:
        self._made = made
        self._options = options
        self._words = words
        self._width = width

    def entries(self, path: ToldPath) -> list[SideEntry]:
        """Return all entries from top to bottom."""
        remarks = told_remarks(self._made, self._words)
        translate = self._words.translate
        return [
            *self._remarks(translate("Paper", "Do first"), "now", remarks, "error"),
            *self._claims(),
            *self._deadlines(),
            *self._open_facts(),
            *self._remarks(translate("Paper", "Protect the client"), "protect", remarks, "ink2"),
            self._heading(translate("Paper", "Key")),
            *key_entries(path, self._words, self._width),
            *self._sign_off(),
        ]

    def _entry(self, texts: Iterable[tuple[list[Piece], float]], indent: float = 0.0, **more: object) -> SideEntry:
        parts = [Part(Lines(pieces, self._width - indent), gap) for pieces, gap in texts]
        return SideEntry(Stack(parts), indent=indent, **more)  # type: ignore[arg-type]  # passed on as it came

    def _heading(self, words: str) -> SideEntry:
        return self._entry([([Piece(words, HEADING)], 0.0)], gap=2 * _RULE_GAP, rule=True, keep=True)

    def _claims(self) -> Iterator[SideEntry]:
        words = self._words
        yield self._heading(words.translate("Paper", "Where each claim stands"))
        claims = told_claims(self._made, words)
        for claim in claims:
            yield self._claim(claim)
        if not claims:
            text = words.translate("Paper", "No claim has been reached yet.")
            yield self._entry([([Piece(text, BODY)], 0.0)])
        others = not_reached(self._made, words)
        if claims and others:
            text = words.translate("Paper", "Not reached: {claims}").format(claims="; ".join(others))
            yield self._entry([([Piece(text, NOTE)], 0.0)])

    def _claim(self, claim: ToldClaim) -> SideEntry:
        words = self._words
        tone = Style(14, 600, status_text_colour(claim.status))
        texts = [([Piece(claim.title, ANSWER)], 0.0)]
        if claim.against:
            against = words.translate("Paper", "against {whom}").format(whom=claim.against)
            texts.append(([Piece(against, NOTE)], 0.0))
        texts.append(([Piece(words.status(claim.status), tone)], 0.0))
        if claim.rests_on:
            text = words.translate("Paper", "Rests on an open fact: {facts}")
            texts.append(([Piece(text.format(facts="; ".join(claim.rests_on)), NOTE)], 0.0))
        return self._entry(texts, _INDENT, mark=partial(_draw_shape, claim.status))

    def _remarks(self, heading: str, topic: Topic, remarks: Iterable[ToldFinding], bar: str) -> Iterator[SideEntry]:
        chosen = [one for one in remarks if one.topic == topic]
        if not chosen:
            return
        yield self._heading(heading)
        for one in chosen:
            texts = [([Piece(one.title, BODY_BOLD)], 0.0), ([Piece(one.reason, BODY)], 1.0)]
            texts += [([Piece(f"– {step.text}", BODY)], 2.0) for step in one.steps]
            cited = self._first([citation.with_doubts for citation in one.citations])
            if cited:
                texts.append(([Piece(cited, NOTE)], 2.0))
            yield self._entry(texts, _BAR_INDENT, bar=bar)

    def _deadlines(self) -> Iterator[SideEntry]:
        yield self._heading(self._words.translate("Paper", "Deadlines"))
        deadlines = told_deadlines(self._made, self._words)
        for one in deadlines:
            yield from self._deadline(one)
        if not deadlines:
            text = self._words.translate("Paper", "No deadline runs on what is known.")
            yield self._entry([([Piece(text, BODY)], 0.0)])

    def _deadline(self, told: ToldDeadline) -> Iterator[SideEntry]:
        """Yield the dates, which stay together, and why they differ, which may go on in the next column."""
        if not told.role:
            lines = (f"{told.on}.", *told.also)
            texts = [([Piece(told.title, BODY_BOLD)], 0.0), ([Piece(" ".join(lines), BODY)], 0.0)]
            yield self._entry(texts)
            return
        tone = {"passed": "error", "urgent": "error", "usual": "arguable", "none": "ink"}[told.pressure]
        on = [Piece(f"{told.role} ", Style(LEAD.size, LEAD.weight, tone))]
        on.append(Piece(told.on, Style(DATE.size, DATE.weight, tone)))
        text = "{left}." if told.still else self._words.translate("Paper", "{left} on {date}")
        made_on = format_date(self._options.made_on, self._words.language)
        texts = [(on, 0.0), ([Piece(text.format(left=told.left, date=made_on), NOTE)], 0.0)]
        texts.append(([Piece(told.title, BODY_BOLD)], 1.0))
        if told.practice:
            texts.append(([Piece(self._words.translate("Paper", "Good practice, not law"), NOTE)], 0.0))
        texts += [([Piece(line, BODY)], 0.0) for line in told.also]
        yield self._entry(texts, gap=12.0)
        small = [told.why, self._first([one.with_doubts for one in told.citations])]
        texts = [([Piece(line, NOTE)], 2.0) for line in small if line]
        if texts:
            yield self._entry(texts, gap=1.0, flows=True)

    def _open_facts(self) -> Iterator[SideEntry]:
        told = told_open_facts(self._made, open_facts(self._made), self._words)
        if not told:
            return
        yield self._heading(self._words.translate("Paper", "Open facts"))
        for one in told:
            texts = [([Piece(one.ask, BODY_BOLD)], 0.0)]
            texts += [([Piece(line, BODY)], 0.0) for line in one.could]
            yield self._entry(texts)

    def _sign_off(self) -> Iterator[SideEntry]:
        translate = self._words.translate
        yield self._heading(translate("Paper", "Attorney sign-off"))
        signed = self._options.signed
        if signed is None:
            yield self._entry([([Piece(translate("Paper", "Not signed off"), BODY)], 0.0)])
            return
        text = translate("Paper", "Signed off by {name} on {date}")
        told = text.format(name=signed.by, date=format_date(signed.on, self._words.language))
        texts = [([Piece(told, BODY)], 0.0)]
        if signed.void:
            void = translate("Paper", "Void: an answer has changed since.")
            texts.append(([Piece(void, Style(13, 600, "error"))], 1.0))
        yield self._entry(texts)

    def _first(self, citations: list[str]) -> str:
        shown = citations[:_MOST_CITED]
        left = len(citations) - len(shown)
        if left:
            shown.append(self._words.translate("Paper", "and {number} more").format(number=left))
        return "; ".join(shown)


def _draw_shape(status: Status, painter: QPainter, square: QRectF) -> None:
    draw_status_shape(painter, status.value, square, COLOURS)
