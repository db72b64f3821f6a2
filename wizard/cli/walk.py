# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`walk COLLECTION --tree ID --answers FILE`: walk a tree and print the result as JSON."""

import argparse
import gc
import json
import sys
from collections.abc import Iterator
from datetime import date

from wizard.cli.failure import Failure
from wizard.cli.reading import STANDARD_INPUT, a_day, answers_in, collection_at, graph_of, text_at
from wizard.cli.walk_result import result_text
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk, walk
from wizard.engine.wording import format_value
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")
    parser.add_argument("--tree", required=True, metavar="ID", help="the tree to walk")
    parser.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    parser.add_argument("--today", type=a_day, help="the day of the walk, YYYY-MM-DD (default: today)")
    parser.add_argument("--json", action="store_true", help="print JSON (always the case with --batch)")
    parser.add_argument("--batch", action="store_true", help="read JSON lines of answers, print JSON lines of results")


def run(arguments: argparse.Namespace) -> int:
    """Print the walk; with `--batch` one result a line, a line that cannot be read giving `{"error": …}`."""
    graph = graph_of(collection_at(arguments.collection), arguments.tree)
    today = arguments.today or date.today()
    data = text_at(arguments.answers)
    if arguments.batch:
        return _batch(graph, data, today)
    name = STANDARD_INPUT if arguments.answers == "-" else arguments.answers
    made = walk(graph, answers_in(graph, data, name), today)
    if arguments.json:
        sys.stdout.write(json.dumps(json.loads(result_text(made)), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _told(made))
    return 0


def _batch(graph: TreeGraph, data: bytes, today: date) -> int:
    status = 0
    # Nothing here makes circles; looking for them costs a tenth of the time.
    gc.disable()
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            result = result_text(walk(graph, answers_in(graph, line, f"line {number}"), today))
        except Failure as fault:
            status = 2
            result = json.dumps({"error": str(fault)}, ensure_ascii=False)
        sys.stdout.buffer.write(f"{result}\n".encode())
    gc.enable()
    return status


def _value(made: Walk, fact: FactId, value: AnswerValue) -> str:
    index = made.graph.index
    return format_value(index.facts[fact], index.choices[fact], value, "en", short=True)


def _told(made: Walk) -> Iterator[str]:
    """Yield the walk as lines for a person."""
    index = made.graph.index
    for step in made.trail:
        node = made.graph.node(step.key)
        value = "" if step.fact is None else f" = {_value(made, step.fact, step.value)}"
        yield f"{step.how:9} {step.key}: {node.short_name.en}{value}"
    yield f"{'asked' if made.asked else 'ended':9} {made.asked or made.ended}"
    for line in made.board:
        claim = index.claims[line.claim]
        yield f"claim     {claim.title.en}, against {index.against[claim.against].en}: {line.status}"
    for deadline in made.deadlines:
        yield f"deadline  {deadline.rule}: act by {deadline.act_by or 'not known'} ({deadline.state})"
    for fact in made.open_facts:
        yield f"open      {fact}"
    for fact in made.parked:
        yield f"parked    {fact}"
    yield f"questions left: {made.ahead.fewest} to {made.ahead.most}"
