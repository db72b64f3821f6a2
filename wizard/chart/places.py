# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies where in a layout, found fast. No Qt: it is made beside the layout, off the interface thread."""

from typing import Final

from wizard.chart.grid import Grid
from wizard.chart.layout.layered import Layout

#: What is drawn of a node lies at most this far outside its rectangle.
NODE_REACH: Final = 30.0
#: A line ends this far above the node it leads to, inside its arrow head: past the point it would stand out.
LINE_END: Final = 7.0
#: An arrow head lies within these distances of its point: to the sides, above and below.
HEAD_ASIDE, HEAD_ABOVE, HEAD_BELOW = 8.0, 16.0, 2.0

Line = tuple[tuple[float, float], ...]


class Places:
    """The lines of a layout as they are drawn, and grids that find lines, nodes, arrow heads and labels by number."""

    def __init__(self, layout: Layout) -> None:
        tips = {links[-1] for links in layout.links_of_arrow if links}
        self.lines: list[Line] = [
            _ending_in_head(link.points) if number in tips else link.points for number, link in enumerate(layout.links)
        ]
        self.link_grid, self.node_grid, self.tip_grid, self.pill_grid = Grid(), Grid(), Grid(), Grid()
        for number, points in enumerate(self.lines):
            self.link_grid.add_line(number, points)
        for number, rect in enumerate(layout.nodes):
            right, bottom = rect.x + rect.width + NODE_REACH, rect.y + rect.height + NODE_REACH
            self.node_grid.add(number, (rect.x - NODE_REACH, rect.y - NODE_REACH, right, bottom))
        for number, (route, pill) in enumerate(zip(layout.routes, layout.pills, strict=True)):
            x, y = route[-1]
            self.tip_grid.add(number, (x - HEAD_ASIDE, y - HEAD_ABOVE, x + HEAD_ASIDE, y + HEAD_BELOW))
            if pill is not None:
                self.pill_grid.add(number, (pill.x, pill.y, pill.x + pill.width, pill.y + pill.height))
        self.arrows_of_link: list[list[int]] = [[] for _ in layout.links]
        for arrow, links in enumerate(layout.links_of_arrow):
            for link in links:
                self.arrows_of_link[link].append(arrow)


def _ending_in_head(points: Line) -> Line:
    """Return a line that leads down to a node, cut off inside its arrow head."""
    (_, above), (x, y) = points[-2:]
    return (*points[:-1], (x, max(y - LINE_END, above + 1)))
