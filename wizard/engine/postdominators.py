# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the ways out of a node come together again."""

from collections.abc import Sequence


def joins_of(targets: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return each node's immediate post-dominator, -1 where its ways out end apart.

    `targets[i]` are the nodes that node i leads to, all with numbers above i. After Cooper, Harvey and Kennedy, "A
    Simple, Fast Dominance Algorithm" (2001), on the reversed graph with one exit added; a DAG needs one pass.
    """
    leaf = len(targets)
    join = [leaf] * leaf
    for number in range(leaf - 1, -1, -1):
        common = -1
        for target in targets[number]:
            common = target if common < 0 else _meet(join, common, target, leaf)
        if common >= 0:
            join[number] = common
    return tuple([-1 if node == leaf else node for node in join])


def _meet(join: Sequence[int], first: int, second: int, leaf: int) -> int:
    while first != second:
        if first < second:
            first = join[first]
        else:
            second = join[second]
        if leaf in (first, second):
            return leaf
    return first
