# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix of a tree in words: for each line and question what each answer can lead to; and as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wizard.engine.graph import TreeGraph
from wizard.engine.matrix import FactRow, LineMatrix, Matrix, Results
from wizard.engine.wording import format_value
from wizard.model.names import FactId, NodeKey
from wizard.model.status import Status

#: The columns of results, from best to worst; None: no finding reaches the line.
RESULTS: tuple[Status | None, ...] = (*Status, None)
NOT_REACHED = "not-reached"
#: A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Answers that lead to the same, in words."""

    answers: tuple[str, ...]
    results: Results


def answer_rows(graph: TreeGraph, line: LineMatrix, fact: FactId, language: str) -> list[AnswerRow]:
    """Return what the answers to a question lead to; answers that lead to the same share a row.

    Of a choice that may be marked beside others both ways are told, unless they lead to the same.
    """
    rows = line.facts[fact]
    differs = {row.value for row in rows if not row.marked and row.results != _other(rows, row)}
    merged: dict[Results, list[str]] = {}
    for row in rows:
        if isinstance(row.value, str) and graph.index.facts[fact].kind == "any-of" and row.value not in differs:
            continue
        merged.setdefault(row.results, []).append(answer_in_words(graph, fact, row, language))
    return [AnswerRow(tuple(answers), results) for results, answers in merged.items()]


def _other(rows: tuple[FactRow, ...], row: FactRow) -> Results:
    return next(one.results for one in rows if one.value == row.value and one.marked)


def needed_in_words(graph: TreeGraph, line: LineMatrix, finding: NodeKey, language: str) -> dict[FactId, str]:
    """Return for each question that can keep a finding from being met the answers with which it can be met."""
    return {
        fact: _needed(graph, fact, line.facts[fact], able, language) for fact, able in line.needed_for(finding).items()
    }


def _needed(graph: TreeGraph, fact: FactId, rows: Sequence[FactRow], able: Sequence[FactRow], language: str) -> str:
    lacking = [row for row in rows if row not in able]
    if graph.index.facts[fact].kind == "any-of":
        # What may be marked or not makes no difference.
        single = {row.value for row in lacking}
        wanted = [row for row in able if isinstance(row.value, str) and row.value in single]
        never = [row for row in lacking if not isinstance(row.value, str)]
        told = [answer_in_words(graph, fact, row, language) for row in wanted]
        return "; ".join([*told, *[f"not: {answer_in_words(graph, fact, row, language)}" for row in never]])
    listed = lacking if len(lacking) < len(able) else able
    words = "; ".join(answer_in_words(graph, fact, row, language) for row in listed)
    return f"all but: {words}" if listed is lacking else words


def answer_in_words(graph: TreeGraph, fact: FactId, row: FactRow, language: str) -> str:
    """Return the answers of a row: a choice, days from and to, or that it is open."""
    index = graph.index
    first = format_value(index.facts[fact], index.choices[fact], row.value, language)
    if not isinstance(row.value, date | Decimal):
        return first if row.marked else f"Not marked: {first}"
    if row.last is None:
        return f"{first} or later" if isinstance(row.value, date) else f"{first} or more"
    last = format_value(index.facts[fact], index.choices[fact], row.last, language)
    return first if first == last else f"{first} to {last}"


def matrix_csv(matrix: Matrix, language: str) -> str:
    """Return the whole matrix as CSV, a line for each answer; `telling`: the question makes a difference."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    line = ("line", "line title", "against", "fact", "fact title")
    heads = [*line, "value", "value to", "marked", "answer", "telling", "findings"]
    writer.writerow([*heads, *[NOT_REACHED if result is None else result.value for result in RESULTS]])
    for one in matrix.lines:
        writer.writerows([_cell(cell) for cell in cells] for cells in _csv_rows(matrix.graph, one, language))
    return out.getvalue()


def _csv_rows(graph: TreeGraph, line: LineMatrix, language: str) -> Iterator[list[str]]:
    manifest = graph.collection.manifest
    claim = next(one for one in manifest.claims if one.id == line.claim)
    against = next(one for one in manifest.against if one.id == claim.against)
    telling = set(line.telling)
    for fact, rows in line.facts.items():
        for row in rows:
            value = "none" if isinstance(row.value, frozenset) else "" if row.value is None else str(row.value)
            yield [
                *(claim.id, claim.title.within(language), against.title.within(language)),
                *(fact, graph.index.facts[fact].title.within(language)),
                *(value, "" if row.last is None else str(row.last), "yes" if row.marked else "no"),
                answer_in_words(graph, fact, row, language),
                "yes" if fact in telling else "no",
                " ".join(key for key in line.findings if key in row.findings),
                *["x" if result in row.results else "" for result in RESULTS],
            ]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
