# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every layout of every chart must keep to."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from wizard.chart.layout.gaps import FORK_GAP, LINE_GAP, NODE_GAP, PILL_GAP, RANK_GAP, TRACK
from wizard.chart.layout.layered import Arrow, Box, Layout, Rect

Point = tuple[float, float]

LEAST_GAP = min(NODE_GAP, PILL_GAP, LINE_GAP)


def assert_sound(boxes: Sequence[Box], arrows: Sequence[Arrow], layout: Layout) -> None:
    """Assert all that holds for every chart."""
    assert_sizes_kept(boxes, arrows, layout)
    assert_bounds_tight(layout)
    assert_nothing_too_near(layout)
    assert_rows_apart(arrows, layout)
    for index, arrow in enumerate(arrows):
        assert_route_leads_down(index, arrow, layout)
        assert_route_meets_no_stranger(index, arrow, layout)
    assert_links_make_up_routes(layout)


def assert_sizes_kept(boxes: Sequence[Box], arrows: Sequence[Arrow], layout: Layout) -> None:
    """Every box and label has its size, rounded up to 1/32 px; an arrow with no label has no pill."""
    assert len(layout.nodes) == len(boxes)
    assert len(layout.pills) == len(layout.routes) == len(layout.links_of_arrow) == len(arrows)
    for box, rect in zip(boxes, layout.nodes, strict=True):
        assert 0 <= rect.width - box.width <= 1 / 32
        assert 0 <= rect.height - box.height <= 1 / 32
    for arrow, pill in zip(arrows, layout.pills, strict=True):
        assert (pill is None) == (arrow.label_width == arrow.label_height == 0)
        if pill is not None:
            assert 0 <= pill.width - arrow.label_width <= 1 / 32
            assert 0 <= pill.height - arrow.label_height <= 1 / 32


def assert_bounds_tight(layout: Layout) -> None:
    """Boxes, labels and lines reach from 0, 0 to the width and height, and not beyond."""
    corners = [corner for rect in _rects(layout) for corner in ((rect.x, rect.y), (_right(rect), _foot(rect)))]
    points = corners + [point for route in layout.routes for point in route]
    assert (min(x for x, _ in points), min(y for _, y in points)) == (0, 0)
    assert (max(x for x, _ in points), max(y for _, y in points)) == (layout.width, layout.height)


def assert_nothing_too_near(layout: Layout) -> None:
    """Boxes and labels at one height keep their distance from each other, and never overlap."""
    for first, second in combinations(_rects(layout), 2):
        if first.y < _foot(second) and second.y < _foot(first):
            assert max(second.x - _right(first), first.x - _right(second)) >= LEAST_GAP


def assert_rows_apart(arrows: Sequence[Arrow], layout: Layout) -> None:
    """The target of an arrow stands well below its source; more so where the line runs sideways."""
    for index, arrow in enumerate(arrows):
        source, target = layout.nodes[arrow.source], layout.nodes[arrow.target]
        assert target.y - _foot(source) >= (FORK_GAP if len(layout.routes[index]) > 2 else RANK_GAP)


def assert_route_leads_down(index: int, arrow: Arrow, layout: Layout) -> None:
    """A route runs from the foot of its source through its label to the top of its target, never up nor aslant."""
    route, source, target = layout.routes[index], layout.nodes[arrow.source], layout.nodes[arrow.target]
    assert route[0] == (source.x + source.width / 2, _foot(source))
    assert route[-1] == (target.x + target.width / 2, target.y)
    for (x1, y1), (x2, y2) in pairwise(route):
        assert y1 <= y2
        assert (x1 == x2) != (y1 == y2)
    pill = layout.pills[index]
    if pill is not None:
        middle = pill.x + pill.width / 2
        assert any(a[0] == b[0] == middle and a[1] < pill.y and _foot(pill) < b[1] for a, b in pairwise(route))


def assert_route_meets_no_stranger(index: int, arrow: Arrow, layout: Layout) -> None:
    """A route keeps away from all boxes but those of its ends, and from the labels of other arrows."""
    strangers = [node for i, node in enumerate(layout.nodes) if i not in (arrow.source, arrow.target)]
    strangers += [pill for i, pill in enumerate(layout.pills) if i != index and pill is not None]
    for start, end in pairwise(layout.routes[index]):
        for rect in strangers:
            apart = max(
                rect.x - max(start[0], end[0]),
                min(start[0], end[0]) - _right(rect),
                rect.y - max(start[1], end[1]),
                min(start[1], end[1]) - _foot(rect),
            )
            assert apart >= min(LEAST_GAP, TRACK)


def assert_links_make_up_routes(layout: Layout) -> None:
    """Every link belongs to an arrow and is there once; the links of an arrow one after the other are its route."""
    assert {link for links in layout.links_of_arrow for link in links} == set(range(len(layout.links)))
    assert len({link.points for link in layout.links}) == len(layout.links)
    assert all(len(link.points) in (2, 4) for link in layout.links)
    for route, links in zip(layout.routes, layout.links_of_arrow, strict=True):
        pieces = [layout.links[link].points for link in links]
        assert all(upper[-1] == lower[0] for upper, lower in pairwise(pieces))
        assert list(_corners([point for piece in pieces for point in piece])) == list(_corners(route))


def _corners(points: Sequence[Point]) -> Iterator[Point]:
    """Yield the ends and the corners, without points on a straight stretch or given twice."""
    plain = [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]
    for place, point in enumerate(plain):
        before, after = plain[max(place - 1, 0)], plain[min(place + 1, len(plain) - 1)]
        if point in (plain[0], plain[-1]) or not (
            before[0] == point[0] == after[0] or before[1] == point[1] == after[1]
        ):
            yield point


def _rects(layout: Layout) -> list[Rect]:
    return [*layout.nodes, *(pill for pill in layout.pills if pill is not None)]


def _right(rect: Rect) -> float:
    return rect.x + rect.width


def _foot(rect: Rect) -> float:
    return rect.y + rect.height
