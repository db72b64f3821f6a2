# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which row each node stands in.

Longest path from the starts (Sugiyama, Tagawa and Toda 1981), then the balancing step of Gansner, Koutsofios, North and
Vo 1993 (section 2.4) done greedily: a node slides to the end of its room that shortens its arrows.
"""

from collections.abc import Sequence
from typing import Final

PASSES: Final = 8


class CycleError(ValueError):
    """The arrows lead round in a circle, so that nothing can stand below everything that leads to it."""


def rank_nodes(above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> list[int]:
    """Return the row of every node, from 0 at the top.

    `above` and `below` hold each node's neighbours by index, one entry an arrow.

    Raises:
        CycleError: if the arrows form a circle.
    """
    order = _topological(above, below)
    rows = [0] * len(order)
    for node in order:
        if above[node]:
            rows[node] = 1 + max(rows[parent] for parent in above[node])
    for _ in range(PASSES):
        sunk = _sink(order, rows, above, below)
        risen = _rise(order, rows, above, below)
        if not (sunk or risen):
            break
    top = min(rows, default=0)
    return [row - top for row in rows]


def _topological(above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> list[int]:
    """Return all nodes, each after everything that leads to it (Kahn 1962), or raise CycleError."""
    waiting = [len(parents) for parents in above]
    order = [node for node, parents in enumerate(above) if not parents]
    for node in order:
        for child in below[node]:
            waiting[child] -= 1
            if not waiting[child]:
                order.append(child)
    if len(order) != len(above):
        message = "the arrows lead round in a circle"
        raise CycleError(message)
    return order


def _sink(order: list[int], rows: list[int], above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> bool:
    """Move nodes with more arrows below than above down to their highest child; return whether one moved."""
    moved = False
    for node in reversed(order):
        if len(below[node]) > len(above[node]):
            row = min(rows[child] for child in below[node]) - 1
            if row > rows[node]:
                rows[node] = row
                moved = True
    return moved


def _rise(order: list[int], rows: list[int], above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> bool:
    """Move nodes with more arrows above than below up to their lowest parent; return whether one moved."""
    moved = False
    for node in order:
        if len(above[node]) > len(below[node]):
            row = max(rows[parent] for parent in above[node]) + 1
            if row < rows[node]:
                rows[node] = row
                moved = True
    return moved
