# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits to a chart as an author makes them, and how far the next layout moves what was there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Final

from wizard.chart.layout.layered import Arrow, Box, Layout, Rect
from wizard.chart.layout.rank import rank_nodes

NEW_NODE: Final = Box(180, 60)
NEW_LABEL: Final = (60, 18)


@dataclass(frozen=True, slots=True)
class Chart:
    """What a layout is made of; for an edited chart also which node of the chart before each node was."""

    boxes: Sequence[Box]
    arrows: Sequence[Arrow]
    origins: Sequence[int | None] = ()
    """For each node its index before the edit; None for a new one. Empty for a chart that was not edited."""


def edited(chart: Chart, seed: int) -> Chart:
    """Return the chart after one edit, chosen by chance."""
    chance = Random(seed)
    while True:
        edit = chance.choice((_add_choice, _add_choice, _insert_node, _remove_arrow, _redirect_arrow, _remove_node))
        after = edit(chart, chance)
        if after is not None:
            return after


def middles(before: Layout, after: Chart) -> dict[int, float]:
    """Return where the nodes of an edited chart stood before, as `previous` of the next layout."""
    return {
        node: before.nodes[origin].x + before.nodes[origin].width / 2
        for node, origin in enumerate(after.origins)
        if origin is not None
    }


def changed_sides(before: Layout, after: Chart, layout: Layout) -> tuple[int, int]:
    """Return how many two nodes were and are in one row, and how many of these have changed sides."""
    nodes = [(before.nodes[origin], layout.nodes[i]) for i, origin in enumerate(after.origins) if origin is not None]
    pairs = changed = 0
    for (old, new), (other_old, other_new) in combinations(nodes, 2):
        if _row_of(old) == _row_of(other_old) and _row_of(new) == _row_of(other_new):
            pairs += 1
            changed += (old.x < other_old.x) != (new.x < other_new.x)
    return pairs, changed


def _row_of(node: Rect) -> float:
    """Return the y that all nodes of a row have in the middle."""
    return node.y + node.height / 2


def _rows(chart: Chart) -> list[int]:
    """Return the row of each node."""
    above: list[list[int]] = [[] for _ in chart.boxes]
    below: list[list[int]] = [[] for _ in chart.boxes]
    for arrow in chart.arrows:
        above[arrow.target].append(arrow.source)
        below[arrow.source].append(arrow.target)
    return rank_nodes(above, below)


def _counts(chart: Chart, end: Callable[[Arrow], int]) -> list[int]:
    """Return how many arrows have each node at an end of theirs."""
    counts = [0] * len(chart.boxes)
    for arrow in chart.arrows:
        counts[end(arrow)] += 1
    return counts


def _leaving(chart: Chart) -> list[int]:
    """Return how many arrows leave each node."""
    return _counts(chart, lambda arrow: arrow.source)


def _entering(chart: Chart) -> list[int]:
    """Return how many arrows enter each node."""
    return _counts(chart, lambda arrow: arrow.target)


def _with_new_node(chart: Chart, arrows: list[Arrow]) -> Chart:
    """Return the chart with one node more and other arrows."""
    return Chart([*chart.boxes, NEW_NODE], arrows, [*range(len(chart.boxes)), None])


def _add_choice(chart: Chart, chance: Random) -> Chart | None:
    """Give a question one more choice, with a new node that leads to an old one further down."""
    rows, leaving, new = _rows(chart), _leaving(chart), len(chart.boxes)
    question = chance.choice([node for node, count in enumerate(leaving) if count > 1])
    deeper = [node for node, row in enumerate(rows) if row > rows[question] + 1]
    if not deeper:
        return None
    arrows = list(chart.arrows)
    last = max(place for place, arrow in enumerate(arrows) if arrow.source == question)
    arrows.insert(last + 1, Arrow(question, new, *NEW_LABEL))
    arrows.append(Arrow(new, chance.choice(deeper), 0, 0))
    return _with_new_node(chart, arrows)


def _insert_node(chart: Chart, chance: Random) -> Chart | None:
    """Put a new node in the middle of an arrow."""
    arrows, new = list(chart.arrows), len(chart.boxes)
    place = chance.randrange(len(arrows))
    old = arrows[place]
    arrows[place] = Arrow(old.source, new, old.label_width, old.label_height)
    arrows.append(Arrow(new, old.target, 0, 0))
    return _with_new_node(chart, arrows)


def _remove_arrow(chart: Chart, chance: Random) -> Chart | None:
    """Remove a choice; its question keeps others, its target is still reached."""
    leaving, entering = _leaving(chart), _entering(chart)
    places = [i for i, arrow in enumerate(chart.arrows) if leaving[arrow.source] > 1 and entering[arrow.target] > 1]
    if not places:
        return None
    gone = chance.choice(places)
    arrows = [arrow for place, arrow in enumerate(chart.arrows) if place != gone]
    return Chart(chart.boxes, arrows, range(len(chart.boxes)))


def _redirect_arrow(chart: Chart, chance: Random) -> Chart | None:
    """Let a choice lead to another node further down."""
    rows, entering = _rows(chart), _entering(chart)
    places = [i for i, arrow in enumerate(chart.arrows) if entering[arrow.target] > 1]
    if not places:
        return None
    place = chance.choice(places)
    old = chart.arrows[place]
    deeper = [node for node, row in enumerate(rows) if row > rows[old.source] and node != old.target]
    if not deeper:
        return None
    arrows = list(chart.arrows)
    arrows[place] = Arrow(old.source, chance.choice(deeper), old.label_width, old.label_height)
    return Chart(chart.boxes, arrows, range(len(chart.boxes)))


def _remove_node(chart: Chart, chance: Random) -> Chart | None:
    """Remove a node with one way out; what led to it leads to where it led."""
    leaving, entering = _leaving(chart), _entering(chart)
    nodes = [node for node, count in enumerate(leaving) if count == 1 and entering[node]]
    if not nodes:
        return None
    gone = chance.choice(nodes)
    follower = next(arrow.target for arrow in chart.arrows if arrow.source == gone)
    kept = [node for node in range(len(chart.boxes)) if node != gone]
    number = {node: place for place, node in enumerate(kept)} | {gone: kept.index(follower)}
    arrows = [
        Arrow(number[arrow.source], number[arrow.target], arrow.label_width, arrow.label_height)
        for arrow in chart.arrows
        if arrow.source != gone
    ]
    return Chart([chart.boxes[node] for node in kept], arrows, kept)
