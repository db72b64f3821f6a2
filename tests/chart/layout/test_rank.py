# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import pytest
from hypothesis import given

from tests.chart.layout.charts import Chart, chart, charts
from tests.chart.layout.vertices import neighbours
from wizard.chart.layout.rank import CycleError, rank_nodes


@given(charts(most_nodes=20, most_arrows=60))
def test_every_arrow_leads_down_and_the_top_row_is_used(drawn: Chart) -> None:
    rows = rank_nodes(*neighbours(drawn))
    assert all(rows[arrow.source] < rows[arrow.target] for arrow in drawn[1])
    assert min(rows) == 0


def test_a_node_stands_below_the_longest_way_to_it() -> None:
    assert rank_nodes(*neighbours(chart(4, [(0, 3), (0, 1), (1, 2), (2, 3)]))) == [0, 1, 2, 3]


def test_a_second_start_sinks_to_just_above_what_it_leads_to() -> None:
    assert rank_nodes(*neighbours(chart(5, [(0, 1), (1, 2), (2, 3), (4, 3)]))) == [0, 1, 2, 3, 2]


def test_a_node_with_more_arrows_above_rises_when_there_is_room() -> None:
    rows = rank_nodes(*neighbours(chart(5, [(0, 1), (0, 2), (1, 2), (2, 4), (0, 3), (3, 4)])))
    assert rows[2] == 2
    assert rows[3] == 1


def test_no_nodes_have_no_rows() -> None:
    assert rank_nodes([], []) == []


def test_a_circle_below_a_start_is_found() -> None:
    with pytest.raises(CycleError):
        rank_nodes(*neighbours(chart(4, [(0, 1), (1, 2), (2, 3), (3, 1)])))
