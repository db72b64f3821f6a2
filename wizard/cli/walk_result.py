# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk as the JSON that other programs read. A contract: fields are added, never renamed.

The text is put together from pieces that are made once for each node: thousands of walks a second are asked for. Ids
and places hold nothing that JSON would escape.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from wizard.engine.board import Found, Line
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk
from wizard.model.deadline import Deadline
from wizard.model.fact import AnswerValue

_HOW = {"gate": "branched", "finding": "noted", "subtree": "entered"}


class _Steps(NamedTuple):
    """The steps of a tree by the numbers of their nodes: whole, or up to the value where they ask for a fact."""

    whole: tuple[str, ...]
    asking: tuple[str, ...]


def result_text(made: Walk) -> str:
    """Return the walk as JSON in one line; nodes are named by their place (`subtree-node/node` inside a subtree)."""
    whole, asking = _steps_of(made.graph)
    # Many steps are for a fact that another step has asked for.
    values = {fact: _value(value) for fact, value in made.known.items()}
    trail = [
        whole[number] if fact is None else f'{asking[number]}{values.get(fact, "null")},"how":"{how}"}}'
        for number, how, _, fact, _ in made.taken
    ]
    return "".join(
        (
            '{"trail":[',
            ",".join(trail),
            '],"asked":',
            _asked(made),
            ',"ended":',
            _text(made.ended),
            ',"board":[',
            ",".join([_line(line) for line in made.board]),
            '],"remarks":[',
            ",".join([_remark(remark) for remark in made.remarks]),
            '],"deadlines":[',
            ",".join([_deadline(deadline) for deadline in made.deadlines]),
            '],"open_facts":',
            _texts(made.open_facts),
            ',"parked":',
            _texts(made.parked),
            f',"remaining":{{"fewest":{made.ahead.fewest},"most":{made.ahead.most}}}}}',
        )
    )


def _steps_of(graph: TreeGraph) -> _Steps:
    kept = graph.memo.get("steps as text")
    if kept is None:
        kept = graph.memo["steps as text"] = {"all": _steps(graph)}
    steps: _Steps = kept["all"]
    return steps


def _steps(graph: TreeGraph) -> _Steps:
    whole, asking = [], []
    for key, node in zip(graph.keys, graph.nodes, strict=True):
        whole.append(f'{{"node":"{key}","fact":null,"value":null,"how":"{_HOW.get(node.kind)}"}}')
        asking.append(f'{{"node":"{key}","fact":"{node.fact}","value":' if node.kind == "question" else "")
    return _Steps(tuple(whole), tuple(asking))


def _asked(made: Walk) -> str:
    if made.asked is None:
        return "null"
    node = made.graph.node(made.asked)
    return f'{{"node":"{made.asked}","fact":{_text(node.fact if node.kind == "question" else None)}}}'


def _line(line: Line) -> str:
    rests = "true" if line.rests_on else "false"
    return (
        f'{{"claim":"{line.claim}","against":"{line.against}","status":"{line.status.value}",'
        f'"rests_on_open_facts":{rests},"findings":{_texts(line.findings)}}}'
    )


def _remark(remark: Found) -> str:
    return f'{{"node":"{remark.key}","claims":{_texts(remark.claims)},"topic":{_text(remark.node.topic)}}}'


def _deadline(deadline: Deadline) -> str:
    return (
        f'{{"rule":"{deadline.rule}","role":"{deadline.role}","act_by":{_day(deadline.act_by)},'
        f'"raw":{_day(deadline.raw)},"latest":{_day(deadline.latest)},"state":"{deadline.state.value}"}}'
    )


def _day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


def _text(text: str | None) -> str:
    return "null" if text is None else f'"{text}"'


def _texts(texts: Iterable[str]) -> str:
    joined = '","'.join(texts)
    return f'["{joined}"]' if joined else "[]"


def _value(value: AnswerValue) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if value is None:
        return "null"
    if isinstance(value, frozenset):
        return _texts(sorted(value))
    if isinstance(value, Decimal):
        return str(int(value)) if value == value.to_integral_value() else repr(float(value))
    return f'"{value.isoformat()}"'
