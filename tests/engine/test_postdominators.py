# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where ways come together again, against networkx, and what lies between."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.building import ask, collection, end, finding, one_of
from tests.strategies import collections
from wizard.engine.graph import link
from wizard.engine.network import network_of
from wizard.engine.postdominators import joins_of
from wizard.engine.regions import region_of
from wizard.model.collection import Collection

EXIT = -1


@st.composite
def ways_on(draw: st.DrawFn) -> list[list[int]]:
    """Ways of a graph without circles: each node leads to later ones, or nowhere."""
    size = draw(st.integers(1, 12))
    numbers = range(size)
    return [draw(st.lists(st.sampled_from(numbers[at + 1 :]), max_size=3)) if at + 1 < size else [] for at in numbers]


@given(ways_on())
def test_joins_are_the_immediate_post_dominators_of_networkx(targets: list[list[int]]) -> None:
    backward: nx.DiGraph[int] = nx.DiGraph()
    for source, leads in enumerate(targets):
        backward.add_edges_from((target, source) for target in leads or [EXIT])
    expected = nx.immediate_dominators(backward, EXIT)
    assert list(joins_of(targets)) == [expected[number] for number in range(len(targets))]


@given(collections())
def test_every_way_from_a_node_to_an_end_passes_its_join(made: Collection) -> None:
    graph = link(made, "outer")
    network = network_of(graph)
    ends = [key for key, ways in zip(graph.keys, graph.ways, strict=True) if not ways]
    for number, join in enumerate(graph.joins):
        if join < 0:
            continue
        assert join > number
        without = network.copy()
        without.remove_node(graph.keys[join])
        assert not any(nx.has_path(without, graph.keys[number], one) for one in ends if one in without)


def test_a_region_holds_the_worst_finding_of_each_line_and_the_facts_that_only_some_ways_ask() -> None:
    nodes = [
        ask("q", "a", {"yes": "f1", "no": "q2"}, "q2"),
        finding("f1", "q3", "arguable"),
        ask("q2", "b", "f2"),
        finding("f2", "q3", "barred", claims=["ftca"]),
        ask("q3", "c", "f3"),
        finding("f3", "end", "barred"),
        end(),
    ]
    graph = link(collection(nodes, [one_of(name) for name in "abc"]), "t")
    region = region_of(graph, 0)
    assert graph.keys[region.join] == "q3"
    assert region.worst == {"ftca": 3}
    assert region.sometimes == {"b"}
    assert region_of(graph, 0) is region


def test_a_region_without_a_join_reaches_to_the_ends() -> None:
    nodes = [ask("q", "a", {"yes": "f", "no": "stop"}), finding("f", "end"), end(), end("stop")]
    graph = link(collection(nodes, [one_of("a")]), "t")
    assert region_of(graph, 0).join == len(graph.keys)
    assert region_of(graph, 0).worst == {"ftca": 0}
