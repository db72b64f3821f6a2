# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart cut into layers: what the later steps of the layout order, place and connect.

Nodes stand on the even layers. The odd layer right under a question holds one *pill* for each of its choices, of the
size of the choice's label. An arrow that passes further layers has a *line* vertex of no size in each of them (the
dummy vertices of Sugiyama et al. 1981). So every piece of an arrow joins two neighbouring layers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

NODE: Final = 0
PILL: Final = 1
LINE: Final = 2


class Size(NamedTuple):
    """The room that a vertex takes: half its width and its whole height, in layout units."""

    half: int
    height: int


NOTHING: Final = Size(0, 0)


class Edge(NamedTuple):
    """An arrow from node to node by index, with the size of its label."""

    source: int
    target: int
    label: Size


@dataclass(slots=True)
class Vertices:
    """All vertices by index (the nodes first, by their own index), and the layers they stand in, left to right."""

    kind: list[int] = field(default_factory=list)
    layer: list[int] = field(default_factory=list)
    half: list[int] = field(default_factory=list)
    height: list[int] = field(default_factory=list)
    above: list[list[int]] = field(default_factory=list)
    below: list[list[int]] = field(default_factory=list)
    paths: list[list[int]] = field(default_factory=list)
    """For each arrow the vertices it runs through: node, pill (or line), lines, node."""
    layers: list[list[int]] = field(default_factory=list)
    held: list[bool] = field(default_factory=list)
    """Whether each vertex shall keep its order among the others that are held."""

    def add(self, kind: int, layer: int, size: Size) -> int:
        """Add a vertex that is tied to nothing yet, and return its index."""
        self.kind.append(kind)
        self.layer.append(layer)
        self.half.append(size.half)
        self.height.append(size.height)
        self.above.append([])
        self.below.append([])
        self.held.append(False)
        return len(self.kind) - 1

    def tie(self, upper: int, lower: int) -> None:
        """Connect two vertices of neighbouring layers, once."""
        if lower not in self.below[upper]:
            self.below[upper].append(lower)
            self.above[lower].append(upper)


def cut(sizes: Sequence[Size], edges: Sequence[Edge], rows: Sequence[int], *, share: bool) -> Vertices:
    """Cut a ranked chart into layers, which are empty still.

    With `share` all arrows to one node run through the same line vertices from the start: far fewer vertices, but more
    crossings than trunks that are joined after the ordering.
    """
    vertices = Vertices()
    for size, row in zip(sizes, rows, strict=True):
        vertices.add(NODE, 2 * row, size)
    trunks: dict[tuple[int, int], int] = {}
    for edge in edges:
        vertices.paths.append(_path(vertices, edge, trunks if share else {}))
    return vertices


def _path(vertices: Vertices, edge: Edge, trunks: dict[tuple[int, int], int]) -> list[int]:
    """Add the pill and the lines of one arrow, and return the vertices it runs through."""
    pill_layer = vertices.layer[edge.source] + 1
    last = vertices.add(LINE if edge.label == NOTHING else PILL, pill_layer, edge.label)
    vertices.tie(edge.source, last)
    path = [edge.source, last]
    for layer in range(pill_layer + 1, vertices.layer[edge.target]):
        line = trunks.get((edge.target, layer))
        if line is None:
            line = trunks[edge.target, layer] = vertices.add(LINE, layer, NOTHING)
        vertices.tie(last, line)
        path.append(line)
        last = line
    vertices.tie(last, edge.target)
    path.append(edge.target)
    return path


def fill_layers(vertices: Vertices, *, upwards: bool = False) -> None:
    """Fill the layers by depth-first preorder from the starts, choices left to right, or from the ends upwards.

    Either way a plain tree has no crossing then; from the starts it also shows the choices in their order.
    """
    count = len(vertices.kind)
    before, after = (vertices.below, vertices.above) if upwards else (vertices.above, vertices.below)
    vertices.layers = [[] for _ in range(max(vertices.layer, default=-1) + 1)]
    seen = [False] * count
    stack = [vertex for vertex in reversed(range(count)) if not before[vertex]]
    while stack:
        vertex = stack.pop()
        if not seen[vertex]:
            seen[vertex] = True
            vertices.layers[vertices.layer[vertex]].append(vertex)
            stack.extend(reversed(after[vertex]))
