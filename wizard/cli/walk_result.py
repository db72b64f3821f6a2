# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk as the plain data that other programs read. A contract: fields are added, never renamed."""

from datetime import date
from decimal import Decimal

from wizard.engine.walk import Walk
from wizard.model.deadline import Deadline
from wizard.model.fact import AnswerValue

Json = dict[str, object]


def result_of(made: Walk) -> Json:
    """Return the walk as JSON data; nodes are named by their place (`subtree-node/node` inside a subtree)."""
    keys = made.graph.keys
    asked = None if made.asked is None else {"node": made.asked, "fact": _fact(made, made.asked)}
    return {
        "trail": [
            {"node": keys[number], "fact": fact, "value": None if value is None else _value(value), "how": how}
            for number, how, _, fact, value in made.taken
        ],
        "asked": asked,
        "ended": made.ended,
        "board": [
            {
                "claim": line.claim,
                "against": line.against,
                "status": line.status.value,
                "rests_on_open_facts": bool(line.rests_on),
                "findings": list(line.findings),
            }
            for line in made.board
        ],
        "remarks": [
            {"node": remark.key, "claims": list(remark.claims), "topic": remark.node.topic} for remark in made.remarks
        ],
        "deadlines": [_deadline(deadline) for deadline in made.deadlines],
        "open_facts": list(made.open_facts),
        "parked": list(made.parked),
        "remaining": {"fewest": made.ahead.fewest, "most": made.ahead.most},
    }


def _fact(made: Walk, key: str) -> str | None:
    node = made.graph.node(key)
    return node.fact if node.kind == "question" else None


def _deadline(deadline: Deadline) -> Json:
    return {
        "rule": deadline.rule,
        "role": deadline.role,
        "act_by": _day(deadline.act_by),
        "raw": _day(deadline.raw),
        "latest": _day(deadline.latest),
        "state": deadline.state.value,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _value(value: AnswerValue) -> object:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat()
