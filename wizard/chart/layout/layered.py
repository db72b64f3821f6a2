# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layered layout of a chart: from the sizes of nodes and labels to rectangles and lines.

The steps of Sugiyama, Tagawa and Toda 1981: rank the nodes, cut the arrows into layers, order the layers, join trunks,
place, route. Positions are whole steps of 1/64 px inside, so that the same chart gives the same picture, to the byte,
on every computer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, isfinite

from wizard.chart.layout.arrange import arrange
from wizard.chart.layout.gaps import UNIT
from wizard.chart.layout.links import Points, find_pieces, join_points
from wizard.chart.layout.order import LayoutStopped, check_stop
from wizard.chart.layout.place import place
from wizard.chart.layout.rank import CycleError
from wizard.chart.layout.route import route
from wizard.chart.layout.vertices import PILL, Edge, Size

__all__ = ["Arrow", "Box", "CycleError", "Layout", "LayoutStopped", "Link", "Rect", "lay_out"]


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a node, px."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge from node to node by index, with the size of its label, px; 0 and 0 for no label.

    The arrows of a node are given in the order of its choices.
    """

    source: int
    target: int
    label_width: float
    label_height: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its top left corner and its size, px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of line that several arrows may share, drawn once: 2 points, or 4 if it runs sideways on its way down."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, px; y grows downwards and nothing lies left of or above 0, 0."""

    nodes: tuple[Rect, ...]
    """The rectangle of each box, by its index."""

    pills: tuple[Rect | None, ...]
    """The rectangle of each arrow's label; None for an arrow with no label."""

    routes: tuple[tuple[tuple[float, float], ...], ...]
    """The whole line of each arrow, from the foot of its source to the top of its target."""

    links: tuple[Link, ...]
    """The pieces that the routes consist of, each once."""

    links_of_arrow: tuple[tuple[int, ...], ...]
    """The indexes of the links that make up each arrow's route, from its source down."""

    width: float
    height: float


def lay_out(
    boxes: Sequence[Box],
    arrows: Sequence[Arrow],
    previous: Mapping[int, float] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Layout:
    """Lay out a chart from top to bottom.

    `previous` holds the centre x that nodes, by index, had in the last picture; the new picture then stays close to it.
    `should_stop` is asked now and then whether to give up. Sizes are rounded up to 1/32 px.

    Raises:
        CycleError: if the arrows form a circle.
        LayoutStopped: if `should_stop` says so.
        ValueError: if a size is negative or not finite, or an arrow names a node that is not there.
    """
    sizes = [_size(box.width, box.height) for box in boxes]
    edges = [_edge(arrow, len(boxes)) for arrow in arrows]
    known = {node: x for node, x in (previous or {}).items() if 0 <= node < len(boxes)}
    vertices = arrange(sizes, edges, known, should_stop)
    x = place(vertices, should_stop)
    check_stop(should_stop)
    routes = route(vertices, x)
    pieces = find_pieces(vertices, x, routes)
    placed = [vertex for layer in vertices.layers for vertex in layer]
    left = min((x[vertex] - vertices.half[vertex] for vertex in placed), default=0)
    right = max((x[vertex] + vertices.half[vertex] for vertex in placed), default=0)

    def rect(vertex: int) -> Rect:
        half, height = vertices.half[vertex], vertices.height[vertex]
        corner = (x[vertex] - half - left) / UNIT, (routes.y[vertex] - height // 2) / UNIT
        return Rect(*corner, 2 * half / UNIT, height / UNIT)

    def line(points: Points) -> tuple[tuple[float, float], ...]:
        return tuple([((at - left) / UNIT, y / UNIT) for at, y in points])

    return Layout(
        nodes=tuple([rect(node) for node in range(len(boxes))]),
        pills=tuple([rect(path[1]) if vertices.kind[path[1]] == PILL else None for path in vertices.paths]),
        routes=tuple([line(join_points([pieces.points[i] for i in through])) for through in pieces.of_arrow]),
        links=tuple([Link(line(points)) for points in pieces.points]),
        links_of_arrow=tuple(pieces.of_arrow),
        width=(right - left) / UNIT,
        height=routes.height / UNIT,
    )


def _size(width: float, height: float) -> Size:
    """Return a size in layout units, rounded up so that both halves are whole."""
    if not (isfinite(width) and isfinite(height) and width >= 0 and height >= 0):
        message = f"a box of {width} by {height} px cannot be placed"
        raise ValueError(message)
    return Size(ceil(width * UNIT / 2), 2 * ceil(height * UNIT / 2))


def _edge(arrow: Arrow, count: int) -> Edge:
    """Return an arrow with its label's size in layout units."""
    if not (0 <= arrow.source < count and 0 <= arrow.target < count):
        message = f"an arrow from node {arrow.source} to node {arrow.target}, of {count} nodes"
        raise ValueError(message)
    return Edge(arrow.source, arrow.target, _size(arrow.label_width, arrow.label_height))
