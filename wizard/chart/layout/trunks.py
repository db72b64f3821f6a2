# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines to one node that run side by side, joined into a trunk."""

from wizard.chart.layout.vertices import LINE, Vertices


def join_trunks(vertices: Vertices) -> None:
    """Join neighbouring lines that lead to the same vertex, from the bottom up, so that trunks grow from the target.

    The line to the left takes over all that led to the others. A joined line stays in `vertices`, tied to nothing and
    in no layer; the arrows' paths run through the one that took over.
    """
    heir = list(range(len(vertices.kind)))
    for layer in reversed(vertices.layers):
        kept: list[int] = []
        for vertex in layer:
            if kept and _alike(vertices, kept[-1], vertex):
                _take_over(vertices, kept[-1], vertex)
                heir[vertex] = kept[-1]
            else:
                kept.append(vertex)
        layer[:] = kept
    vertices.paths = [[heir[vertex] for vertex in path] for path in vertices.paths]


def _alike(vertices: Vertices, left: int, right: int) -> bool:
    """Tell whether two vertices are lines that lead to the same vertex."""
    kind, below = vertices.kind, vertices.below
    return kind[left] == kind[right] == LINE and below[left] == below[right]


def _take_over(vertices: Vertices, left: int, right: int) -> None:
    """Give all ties of `right` to `left`, and leave `right` with none."""
    above, below = vertices.above, vertices.below
    for upper in above[right]:
        if upper in above[left]:
            below[upper].remove(right)
        else:
            below[upper][below[upper].index(right)] = left
            above[left].append(upper)
    for lower in below[right]:
        above[lower].remove(right)
    above[right], below[right] = [], []
