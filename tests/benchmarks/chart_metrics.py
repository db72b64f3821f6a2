# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good a picture of a chart is, in plain numbers, whoever drew it.

All lines are polylines; curves are flattened first. The measures are those that make a chart hard to read: lines that
cross, lines through boxes, labels that another line touches or is nearer to, and how much ink and room it takes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist, floor, hypot

from wizard.chart.layout.layered import Arrow, Layout, Rect

Point = tuple[float, float]
Line = tuple[Point, ...]
Segment = tuple[Point, Point]

CELL = 64.0
"""Side of a cell of the grid that finds what is near, px."""

BOX_MARGIN = 1.5
"""How far a line must reach into a box to count as running through it, px."""

LABEL_MARGIN = 1.0
"""How far something must reach into a label to count as touching it, px."""

NEARER = 0.5
"""By how much another line must be nearer to a label than its own, px."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as drawn: what is measured."""

    arrows: Sequence[Arrow]
    boxes: Sequence[Rect]
    labels: Sequence[Rect | None]
    lines: Sequence[Line]
    """The whole line of each arrow."""

    pieces: Sequence[Line]
    """The lines as drawn, each stretch that arrows share once."""

    pieces_of_arrow: Sequence[Sequence[int]]
    """The indexes of the pieces that make up each arrow's line."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The measures of a picture."""

    crossings: int
    """Distinct points where two lines cross or touch that do not part or meet there."""

    foreign_crossings: int
    """Those of them where arrows meet that have neither source nor target in common."""

    overlap: float
    """Length on which two lines lie on each other without being one, px."""

    hits: int
    """Lines through a box that is neither their source nor their target, each counted once a box."""

    label_overlaps: int
    """Labels on a box or on another label."""

    unclear_labels: int
    """Labels that another arrow's line touches, or is nearer to than their own."""

    bends: int
    """Pieces that are not straight."""

    ink: float
    """Length of all that is drawn, px."""

    area: float
    """Bounding rectangle of all that is drawn, px²."""


def picture_of(layout: Layout, arrows: Sequence[Arrow]) -> Picture:
    """Return our own layout as a picture."""
    pieces = [link.points for link in layout.links]
    return Picture(arrows, layout.nodes, layout.pills, layout.routes, pieces, layout.links_of_arrow)


def measure(picture: Picture) -> Quality:
    """Measure a picture."""
    grid = Grid()
    for owner, line in enumerate(picture.lines):
        grid.add_line(owner, line)
    crossings, foreign, overlap = _crossings(picture)
    return Quality(
        crossings=crossings,
        foreign_crossings=foreign,
        overlap=overlap,
        hits=_hits(picture, grid),
        label_overlaps=_label_overlaps(picture),
        unclear_labels=_unclear_labels(picture, grid),
        bends=sum(len(piece) > 2 for piece in picture.pieces),
        ink=_ink(picture.pieces),
        area=_area(picture),
    )


class Grid:
    """Segments of lines by the cells of a square grid they may pass."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Segment]]] = {}

    def add_line(self, owner: int, line: Line) -> None:
        """Enter the segments of a line under its owner's number."""
        for segment in pairwise(line):
            for cell in _cells(*_bounds(segment)):
                self._cells.setdefault(cell, []).append((owner, segment))

    def near(self, left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, Segment]]:
        """Yield owner and segment of all that may reach into a rectangle, some of them more than once."""
        for cell in _cells(left, top, right, bottom):
            yield from self._cells.get(cell, ())

    def pairs(self) -> Iterator[tuple[tuple[int, Segment], tuple[int, Segment]]]:
        """Yield all two segments of different owners in one cell, some of them more than once."""
        for entries in self._cells.values():
            for place, entry in enumerate(entries):
                for other in entries[:place]:
                    if entry[0] != other[0]:
                        yield entry, other


def _bounds(segment: Segment) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a segment."""
    (x1, y1), (x2, y2) = segment
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """Yield the cells that a rectangle reaches into."""
    for column in range(floor(left / CELL), floor(right / CELL) + 1):
        for row in range(floor(top / CELL), floor(bottom / CELL) + 1):
            yield column, row


def _crossings(picture: Picture) -> tuple[int, int, float]:
    """Return how many distinct points pieces with no common end meet at, at how many of them foreign arrows meet, and
    how long pieces lie on each other."""
    pieces = picture.pieces
    grid = Grid()
    for owner, piece in enumerate(pieces):
        grid.add_line(owner, piece)
    users = _users(picture)
    points: dict[tuple[int, int], bool] = {}
    overlaps: dict[tuple[Segment, Segment], float] = {}
    for (owner, segment), (other, its_segment) in grid.pairs():
        if {pieces[owner][0], pieces[owner][-1]} & {pieces[other][0], pieces[other][-1]}:
            continue
        if shared := _overlap(segment, its_segment):
            overlaps[segment, its_segment] = shared
        elif point := _meeting(segment, its_segment):
            where = round(point[0]), round(point[1])
            points[where] = points.get(where, False) or _are_foreign(users[owner], users[other])
    return len(points), sum(points.values()), sum(overlaps.values())


def _users(picture: Picture) -> list[list[Arrow]]:
    """Return the arrows that run through each piece."""
    users: list[list[Arrow]] = [[] for _ in picture.pieces]
    for arrow, through in zip(picture.arrows, picture.pieces_of_arrow, strict=True):
        for piece in through:
            users[piece].append(arrow)
    return users


def _are_foreign(first: list[Arrow], second: list[Arrow]) -> bool:
    """Tell whether an arrow of one piece shares neither source nor target with an arrow of the other."""
    return any(a.source != b.source and a.target != b.target for a in first for b in second)


def _meeting(first: Segment, second: Segment) -> Point | None:
    """Return the one point that two segments share, or None if they share none or are parallel."""
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if across == 0:
        return None
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    along_other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
    if 0 <= along <= 1 and 0 <= along_other <= 1:
        return ax + along * (bx - ax), ay + along * (by - ay)
    return None


def _overlap(first: Segment, second: Segment) -> float:
    """Return how long two upright or two level segments lie on each other, px."""
    for across, along in ((0, 1), (1, 0)):
        if first[0][across] == first[1][across] == second[0][across] == second[1][across]:
            low = max(min(first[0][along], first[1][along]), min(second[0][along], second[1][along]))
            high = min(max(first[0][along], first[1][along]), max(second[0][along], second[1][along]))
            return max(0.0, high - low)
    return 0.0


def _shrunk(rect: Rect, margin: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a rectangle made smaller by a margin on each side."""
    return rect.x + margin, rect.y + margin, rect.x + rect.width - margin, rect.y + rect.height - margin


def _hits(picture: Picture, grid: Grid) -> int:
    """Count the lines through foreign boxes."""
    hits: set[tuple[int, int]] = set()
    for index, box in enumerate(picture.boxes):
        sides = _shrunk(box, BOX_MARGIN)
        for owner, segment in grid.near(*sides):
            arrow = picture.arrows[owner]
            if index not in (arrow.source, arrow.target) and _distance(segment, sides) == 0:
                hits.add((index, owner))
    return len(hits)


def _label_overlaps(picture: Picture) -> int:
    """Count the labels that lie on a box or on another label."""
    labels = [_shrunk(label, LABEL_MARGIN) for label in picture.labels if label is not None]
    boxes = [_shrunk(box, 0.0) for box in picture.boxes]
    cells: dict[tuple[int, int], list[int]] = {}
    for index, sides in enumerate(labels + boxes):
        for cell in _cells(*sides):
            cells.setdefault(cell, []).append(index)
    everything = labels + boxes
    bad: set[int] = set()
    for index, sides in enumerate(labels):
        others = {other for cell in _cells(*sides) for other in cells[cell]} - {index}
        if any(_share_room(sides, everything[other]) for other in others):
            bad.add(index)
    return len(bad)


def _share_room(first: tuple[float, float, float, float], second: tuple[float, float, float, float]) -> bool:
    """Tell whether two rectangles overlap."""
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def _unclear_labels(picture: Picture, grid: Grid) -> int:
    """Count the labels of which a reader cannot tell whose they are."""
    unclear = 0
    for index, label in enumerate(picture.labels):
        if label is None:
            continue
        sides = _shrunk(label, LABEL_MARGIN)
        own = min(_distance(segment, sides) for segment in pairwise(picture.lines[index]))
        left, top, right, bottom = sides
        nearby = grid.near(left - own, top - own, right + own, bottom + own)
        reaches = (_distance(segment, sides) for owner, segment in nearby if owner != index)
        unclear += any(reach == 0 or reach < own - NEARER for reach in reaches)
    return unclear


def _distance(segment: Segment, sides: tuple[float, float, float, float]) -> float:
    """Return how far a segment is from a rectangle, px; 0 if it reaches into it."""
    left, top, right, bottom = sides
    low_x, low_y, high_x, high_y = _bounds(segment)
    if low_x == high_x or low_y == high_y:
        return hypot(max(left - high_x, low_x - right, 0.0), max(top - high_y, low_y - bottom, 0.0))
    corners = (left, top), (right, top), (right, bottom), (left, bottom)
    inside = any(left <= x <= right and top <= y <= bottom for x, y in segment)
    if inside or any(_meeting(segment, side) for side in pairwise((*corners, corners[0]))):
        return 0.0
    ends = (hypot(max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0)) for x, y in segment)
    return min(*ends, *(_distance_to_point(segment, corner) for corner in corners))


def _distance_to_point(segment: Segment, point: Point) -> float:
    """Return how far a point is from a segment, px."""
    (ax, ay), (bx, by) = segment
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return dist(point, (ax + along * (bx - ax), ay + along * (by - ay)))


def _ink(pieces: Sequence[Line]) -> float:
    """Return the length of all pieces, px; what lies on an upright or level line more than once counts once."""
    total = 0.0
    runs: dict[tuple[int, float], list[tuple[float, float]]] = {}
    for piece in pieces:
        for start, end in pairwise(piece):
            for across in (0, 1):
                if start[across] == end[across]:
                    along = sorted((start[1 - across], end[1 - across]))
                    runs.setdefault((across, start[across]), []).append((along[0], along[1]))
                    break
            else:
                total += dist(start, end)
    return total + sum(_union(spans) for spans in runs.values())


def _union(spans: list[tuple[float, float]]) -> float:
    """Return the length that spans on one line cover together."""
    total, reached = 0.0, float("-inf")
    for low, high in sorted(spans):
        total += max(0.0, high - max(low, reached))
        reached = max(reached, high)
    return total


def _area(picture: Picture) -> float:
    """Return the area of the rectangle around boxes, labels and lines, px²."""
    rects = [*picture.boxes, *(label for label in picture.labels if label is not None)]
    corners = [corner for rect in rects for corner in ((rect.x, rect.y), (rect.x + rect.width, rect.y + rect.height))]
    corners += [point for line in picture.lines for point in line]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return (max(across) - min(across)) * (max(down) - min(down))
