# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of the path on paper: only what the path shows."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from wizard.export.paper import BODY, NOTE, Piece, colour
from wizard.export.paper_text import Lines, Part, Stack
from wizard.export.path_boxes import open_pen, rail_pen
from wizard.export.path_steps import PathKind, ToldPath
from wizard.export.side_entry import Mark, SideEntry
from wizard.export.words import Words

_WIDTH = 34.0
_HEIGHT = 18.0
_INDENT = 46.0
_CUT = 6.0
_KINDS: tuple[PathKind, ...] = ("question", "date", "gate", "finding", "remark", "subtree", "asked", "end")


def key_entries(path: ToldPath, words: Words, width: float) -> Iterator[SideEntry]:
    """Yield an entry for each kind of box and each line that the path shows."""
    for kind in _KINDS:
        if any(step.kind == kind and not step.open for step in path.steps):
            yield _entry(meaning_of(kind, words), width, partial(draw_kind, kind))
    if any(step.open for step in path.steps):
        yield _entry(words.translate("Paper", "Not sure yet"), width, _draw_open)
        yield _entry(words.translate("Paper", "Path past an open fact"), width, partial(_draw_line, rests=True))
    yield _entry(words.translate("Paper", "Path taken"), width, partial(_draw_line, rests=False))
    doubts = [
        (words.translate("Citation", "recalled"), words.translate("Paper", "cited from memory: read it first")),
        (words.translate("Citation", "read about only"), words.translate("Paper", "its own text was not read")),
    ]
    for mark, meaning in doubts:
        if any(f"[{mark}]" in one or f", {mark}]" in one for step in path.steps for one in step.citations):
            lines = Lines([Piece(f"[{mark}] {meaning}", NOTE)], width)
            yield SideEntry(Stack([Part(lines)]), gap=6.0)


def _entry(meaning: str, width: float, mark: Mark) -> SideEntry:
    return SideEntry(Stack([Part(Lines([Piece(meaning, BODY)], width - _INDENT))]), indent=_INDENT, mark=mark)


def meaning_of(kind: PathKind, words: Words) -> str:
    """Return what a kind of box means."""
    meanings: dict[PathKind, str] = {
        "question": words.translate("Paper", "Question asked"),
        "date": words.translate("Paper", "Date or number entered"),
        "gate": words.translate("Paper", "Decided by known facts"),
        "finding": words.translate("Paper", "Finding on a claim"),
        "remark": words.translate("Paper", "Remark"),
        "subtree": words.translate("Paper", "A part of the tree"),
        "asked": words.translate("Paper", "Asked now"),
        "end": words.translate("Paper", "End of the path"),
    }
    return meanings[kind]


def draw_kind(kind: PathKind, painter: QPainter, room: QRectF) -> None:
    """Draw a small box of a kind at the left of a room."""
    rect = _swatch(room)
    tone = colour("ink2") if kind in ("finding", "remark") else colour("accent")
    painter.setPen(QPen(tone, 2.5 if kind == "asked" else 1.6))
    painter.setBrush(colour("surface"))
    match kind:
        case "gate":
            painter.drawPolygon(_hexagon(rect))
        case "date":
            painter.drawPolygon(_cut(rect))
        case "end":
            painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
        case "finding" | "remark":
            painter.drawRect(rect)
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), tone)
        case "subtree":
            painter.drawRoundedRect(rect.translated(2, 2), 5, 5)
            painter.drawRoundedRect(rect.translated(-1, -1), 5, 5)
        case _:
            painter.drawRoundedRect(rect, 5, 5)


def _draw_open(painter: QPainter, room: QRectF) -> None:
    painter.setPen(open_pen())
    painter.drawRoundedRect(_swatch(room), 5, 5)


def _draw_line(painter: QPainter, room: QRectF, *, rests: bool) -> None:
    painter.setPen(rail_pen(rests_on_open=rests))
    middle = _swatch(room).center().y()
    painter.drawLine(QPointF(room.left(), middle), QPointF(room.left() + _WIDTH, middle))


def _swatch(room: QRectF) -> QRectF:
    return QRectF(room.left() + 1, room.top() - 1, _WIDTH, _HEIGHT)


def _hexagon(rect: QRectF) -> QPolygonF:
    middle = rect.center().y()
    return QPolygonF(
        [
            QPointF(rect.left() + _CUT, rect.top()),
            QPointF(rect.right() - _CUT, rect.top()),
            QPointF(rect.right(), middle),
            QPointF(rect.right() - _CUT, rect.bottom()),
            QPointF(rect.left() + _CUT, rect.bottom()),
            QPointF(rect.left(), middle),
        ]
    )


def _cut(rect: QRectF) -> QPolygonF:
    return QPolygonF(
        [
            rect.topLeft(),
            QPointF(rect.right() - _CUT, rect.top()),
            QPointF(rect.right(), rect.top() + _CUT),
            rect.bottomRight(),
            rect.bottomLeft(),
        ]
    )
