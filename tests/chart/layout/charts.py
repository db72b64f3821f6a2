# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts for the tests of the layout, by hand and by chance."""

from collections.abc import Iterable

from hypothesis import strategies as st

from wizard.chart.layout.layered import Arrow, Box

BOX = Box(150, 50)
Chart = tuple[list[Box], list[Arrow]]


def chart(count: int, ends: Iterable[tuple[int, int]], label: tuple[float, float] = (60, 19)) -> Chart:
    """Return a chart of equal boxes, with an arrow and a label for each two ends."""
    return [BOX] * count, [Arrow(source, target, *label) for source, target in ends]


def chain(count: int) -> Chart:
    """Return nodes one below the other, with no labels."""
    return chart(count, [(node, node + 1) for node in range(count - 1)], (0, 0))


def fan(count: int) -> Chart:
    """Return a question with so many choices that all lead to one end by a node of their own."""
    out = [(0, node) for node in range(1, count + 1)]
    back = [(node, count + 1) for node in range(1, count + 1)]
    return chart(count + 2, out + back)


def binary_tree(depth: int) -> Chart:
    """Return a full tree of questions with two choices each."""
    inner = 2**depth - 1
    return chart(2 * inner + 1, [(node, child) for node in range(inner) for child in (2 * node + 1, 2 * node + 2)])


def may_end_at_once(count: int) -> Chart:
    """Return a chain of questions each of which also leads to the one end."""
    return chart(count + 1, [end for node in range(count) for end in ((node, node + 1), (node, count))])


SIZES = st.integers(20, 260) | st.floats(20, 260)
HEIGHTS = st.integers(10, 110) | st.floats(10, 110)
LABELS = st.just((0, 0)) | st.tuples(st.floats(8, 150), st.floats(8, 30)) | st.just((60, 19))


@st.composite
def charts(draw: st.DrawFn, most_nodes: int = 12, most_arrows: int = 24) -> Chart:
    """Draw any chart without a circle; parallel arrows, lonely nodes and several parts are all allowed."""
    count = draw(st.integers(1, most_nodes))
    boxes = [Box(draw(SIZES), draw(HEIGHTS)) for _ in range(count)]
    number = draw(st.permutations(range(count)))
    arrows = []
    for _ in range(draw(st.integers(0, most_arrows)) if count > 1 else 0):
        upper = draw(st.integers(0, count - 2))
        lower = draw(st.integers(upper + 1, count - 1))
        arrows.append(Arrow(number[upper], number[lower], *draw(LABELS)))
    return boxes, arrows
