# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from wizard.chart.layout.gaps import UNIT
from wizard.chart.layout.tracks import Net, number_tracks

PLACES = st.lists(st.integers(0, 40).map(lambda place: place * 16 * UNIT), min_size=1, max_size=4)
NETS = st.lists(st.builds(lambda tops, bottoms: Net(tuple(tops), tuple(bottoms)), PLACES, PLACES), max_size=10)


def net(tops: list[int], bottoms: list[int]) -> Net:
    return Net(tuple([x * UNIT for x in tops]), tuple([x * UNIT for x in bottoms]))


@given(NETS)
def test_nets_that_overlap_never_share_a_track(nets: list[Net]) -> None:
    tracks = number_tracks(nets)
    for (first, track), (second, other_track) in combinations(zip(nets, tracks, strict=True), 2):
        (left, right), (other_left, other_right) = first.span, second.span
        if left <= other_right and other_left <= right and None not in (track, other_track):
            assert track != other_track


@given(NETS)
def test_only_what_runs_straight_has_no_track_and_no_track_is_left_free(nets: list[Net]) -> None:
    tracks = number_tracks(nets)
    assert [track is None for track in tracks] == [left == right for left, right in (net.span for net in nets)]
    used = {track for track in tracks if track is not None}
    assert used == set(range(len(used)))


def test_the_line_that_turns_away_first_lies_above() -> None:
    assert number_tracks([net([100], [200]), net([0], [150])]) == [0, 1]
    assert number_tracks([net([0], [150]), net([100], [200])]) == [1, 0]


def test_lines_apart_from_each_other_share_a_track() -> None:
    assert number_tracks([net([0], [50]), net([100], [150]), net([300], [200])]) == [0, 0, 0]


def test_three_lines_that_each_want_to_lie_above_the_next_are_still_all_drawn() -> None:
    nets = [net([0, 60], [100]), net([100, 20], [40]), net([40, 120], [0])]
    assert sorted(track for track in number_tracks(nets) if track is not None) == [0, 1, 2]
