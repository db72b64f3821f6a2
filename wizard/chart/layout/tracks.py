# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the lines that run sideways between two layers lies above which.

As in the edge routing of Sander 1996 and of later orthogonal layouts: for each two that overlap it is counted how often
they cross either way round; the cheaper way is wanted, circles of wants are cut greedily (Eades, Lin and Smyth 1993),
and the longest path through what remains numbers the tracks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from wizard.chart.layout.gaps import TRACK, UNIT

TOUCH: Final = 6 * UNIT
"""Two verticals nearer than this look like one line."""

TOUCH_COST: Final = 6
"""How many crossings a touch is worth."""


Span = tuple[int, int]
"""The leftmost and the rightmost x of a net, layout units."""


class Net(NamedTuple):
    """Pieces of arrows that share one line sideways: the x of their upper and of their lower ends, layout units."""

    tops: tuple[int, ...]
    bottoms: tuple[int, ...]

    @property
    def span(self) -> Span:
        """The leftmost and the rightmost x."""
        return min(*self.tops, *self.bottoms), max(*self.tops, *self.bottoms)


@dataclass(slots=True)
class _Wants:
    """Which nets want to lie above which others, by index, and by how many crossings it matters."""

    overlaps: dict[int, list[int]]
    over: dict[int, dict[int, int]]
    under: dict[int, dict[int, int]]


def number_tracks(nets: Sequence[Net]) -> list[int | None]:
    """Return the track of each net, from 0 at the top; None for a net that runs straight down."""
    spans = [net.span for net in nets]
    bent = [index for index, (low, high) in enumerate(spans) if low < high]
    bent.sort(key=spans.__getitem__)
    tracks: list[int | None] = [None] * len(nets)
    wants = _wants(nets, spans, bent)
    for index in _without_circles(bent, wants):
        above = [track for other in wants.overlaps[index] if (track := tracks[other]) is not None]
        tracks[index] = max(above, default=-1) + 1
    return tracks


def _wants(nets: Sequence[Net], spans: list[Span], bent: list[int]) -> _Wants:
    """Compare all nets whose lines overlap; `bent` holds them from left to right."""
    wants = _Wants({index: [] for index in bent}, {index: {} for index in bent}, {index: {} for index in bent})
    open_nets: list[int] = []
    for index in bent:
        reach = spans[index][0] - TRACK * UNIT
        open_nets = [other for other in open_nets if spans[other][1] >= reach]
        for other in open_nets:
            wants.overlaps[index].append(other)
            wants.overlaps[other].append(index)
            gain = _cost(nets[index], spans[index], nets[other], spans[other])
            gain -= _cost(nets[other], spans[other], nets[index], spans[index])
            upper, lower = (other, index) if gain > 0 else (index, other)
            if gain:
                wants.over[upper][lower] = wants.under[lower][upper] = abs(gain)
        open_nets.append(index)
    return wants


def _cost(upper: Net, its_span: Span, lower: Net, span: Span) -> int:
    """Return how often two nets cross when the first lies above the second; a touch counts as several."""
    cost = 0
    for x in upper.bottoms:
        cost += span[0] < x < span[1]
        for other in lower.tops:
            cost += TOUCH_COST * (-TOUCH < x - other < TOUCH)
    for x in lower.tops:
        cost += its_span[0] < x < its_span[1]
    return cost


def _without_circles(bent: list[int], wants: _Wants) -> list[int]:
    """Return the nets from top to bottom so that few and cheap wants go unmet."""
    pull = {index: sum(wants.over[index].values()) for index in bent}
    push = {index: sum(wants.under[index].values()) for index in bent}
    left = dict.fromkeys(bent)
    head: list[int] = []
    tail: list[int] = []

    def take(index: int, where: list[int]) -> None:
        where.append(index)
        del left[index]
        for other, weight in wants.over[index].items():
            push[other] -= weight
        for other, weight in wants.under[index].items():
            pull[other] -= weight

    while left:
        free = [index for index in left if not push[index] or not pull[index]]
        for index in free:
            take(index, tail if push[index] else head)
        if left and not free:
            take(max(left, key=lambda index: pull[index] - push[index]), head)
    return head + tail[::-1]
