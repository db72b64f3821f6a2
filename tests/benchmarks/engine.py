# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine beside floors measured in the same run: reading beside `json.loads`, a walk beside look-ups in a dict.

`python -m tests.benchmarks.engine`; `--quick` makes fewer and smaller batches.
"""

import datetime as dt
import gc
import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from tests.benchmarks.report import ROUNDS, Goal, conclude, median_seconds, print_table, ratio
from wizard.engine.answers import written
from wizard.engine.graph import CollectionIndex, TreeGraph, link
from wizard.engine.walk import walk
from wizard.model.collection import Collection
from wizard.model.fact import AnswerValue, Fact
from wizard.model.tree import Tree
from wizard.paths import trees_dir
from wizard.storage.collections import files_of, read_collection
from wizard.storage.jsonfile import value_of

MOST_VALIDATION, MOST_LINK, MOST_WALK = 2.5, 1.0, 20.0
"""The most beside `json.loads`, `json.loads` and 57 look-ups."""
LEAST_WALKS_A_SECOND: Final = 2_000
QUESTIONS, LOOK_UPS = 50, 57
TODAY: Final = dt.date(2026, 11, 24)
FOLDER: Final = trees_dir() / "ice-force"
BATCH: Final = 4_000
QUICK_BATCH: Final = 1_000


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Pause the collector, as the loader does while it reads."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def validation_goals() -> list[Goal]:
    """Time the validation of the bundled trees, and reading them with every check of the loader."""
    files = {
        name: data for name, data in files_of(read_collection(FOLDER).collection).items() if name.endswith(".tree.json")
    }
    texts = list(files.values())

    def validate() -> None:
        with no_garbage_collection():
            for data in texts:
                Tree.model_validate_json(data, strict=True)

    def read() -> None:
        for name, data in files.items():
            value_of(Tree, data, Path(name))

    def floor() -> None:
        with no_garbage_collection():
            for data in texts:
                json.loads(data)

    validated, read_whole, parsed = median_seconds(validate, read, floor)
    rows = [
        ("validation", f"{validated * 1000:.1f}", f"{parsed * 1000:.1f}", ratio(validated, parsed)),
        (
            "with every check of the loader",
            f"{read_whole * 1000:.1f}",
            f"{parsed * 1000:.1f}",
            ratio(read_whole, parsed),
        ),
    ]
    print_table("Reading the bundled trees, ms", ("what", "ours", "json.loads", "ratio"), rows)
    return [
        Goal("validation, bundled trees", ratio(validated, parsed), MOST_VALIDATION),
        Goal("reading with every check, bundled trees", ratio(read_whole, parsed), MOST_VALIDATION),
    ]


def bundled_graphs() -> list[tuple[str, TreeGraph]]:
    """Return the bundled trees, linked. Synthetic ones hold a third of the words a node, so less for `json.loads`."""
    index = CollectionIndex(read_collection(FOLDER).collection)
    return [(f"ice-force/{tree}", link(index, tree)) for tree in index.trees]


def link_goals(graphs: list[tuple[str, TreeGraph]]) -> list[Goal]:
    """Time linking beside parsing the trees that are linked."""
    rows: list[tuple[object, ...]] = []
    goals: list[Goal] = []
    for name, graph in graphs:
        data = [tree.model_dump_json().encode() for tree in _trees_in(graph)]
        ours, floor = median_seconds(partial(link, graph.index, graph.tree), partial(_parse_all, data))
        rows.append((name, f"{ours * 1000:.2f}", f"{floor * 1000:.2f}", ratio(ours, floor)))
        goals.append(Goal(f"link, {name}", ratio(ours, floor), MOST_LINK))
    print_table("Linking, ms", ("tree", "ours", "json.loads", "ratio"), rows)
    return goals


def _trees_in(graph: TreeGraph) -> list[Tree]:
    entered = {node.tree for node in graph.nodes if node.kind == "subtree"}
    return [graph.index.trees[tree] for tree in (graph.tree, *sorted(entered))]


def _parse_all(data: list[bytes]) -> None:
    for one in data:
        json.loads(one)


def walk_goals() -> list[Goal]:
    """Time a walk of 50 answers in 57 steps beside 57 look-ups."""
    graph = _chain()
    answers: dict[str, AnswerValue] = {f"f{number}": "yes" for number in range(QUESTIONS)}
    made = walk(graph, answers, TODAY)
    assert (len(made.trail), made.ended) == (LOOK_UPS, f"n{LOOK_UPS}")
    table = {f"fact-{number}": number for number in range(LOOK_UPS)}
    names = list(table)
    walks, look_ups = partial(walk, graph, answers, TODAY), partial(_look_up, table, names)
    ours, floor = median_seconds(_repeated(walks), _repeated(look_ups))
    rows = [("50 questions, 4 gates, 3 findings", f"{ours * 1e4:.0f}", f"{floor * 1e4:.1f}", ratio(ours, floor))]
    print_table("A walk, µs", ("tree", "ours", "look-ups", "ratio"), rows)
    return [Goal(f"walk of {QUESTIONS} answers", ratio(ours, floor), MOST_WALK)]


def _chain() -> TreeGraph:
    """Return a tree of 57 steps one after another: seven gates and findings spread among the questions, then an end."""
    collection = read_collection(FOLDER).collection
    choices = [{"id": one, "label": {"en": one}, "short": {"en": one}} for one in ("yes", "no")]
    facts: list[dict[str, object]] = []
    nodes: list[dict[str, object]] = []
    for number in range(LOOK_UPS):
        node: dict[str, object] = {"id": f"n{number}", "short_name": {"en": "n"}}
        onward, asked = f"n{number + 1}", len(facts)
        if number % 16 == 15:
            node |= {"kind": "finding", "claims": ["ftca"], "status": "arguable", "reason": {"en": "r"}, "next": onward}
        elif number % 14 == 13:
            when = {"kind": "fact-in", "fact": f"f{asked - 1}", "among": ["yes"]}
            branch = {"when": when, "label": {"en": "b"}, "next": onward}
            node |= {"kind": "gate", "branches": [branch], "otherwise": f"n{LOOK_UPS}", "unknown": onward}
        else:
            ask: dict[str, object] = {
                "id": f"f{asked}",
                "kind": "one-of",
                "title": {"en": "t"},
                "ask": {"en": "a"},
                "choices": choices,
            }
            facts.append(ask)
            node |= {"kind": "question", "fact": f"f{asked}", "why": {"en": "w"}, "unsure": onward}
            node |= {"next": {"yes": onward, "no": f"n{LOOK_UPS}"}}
        nodes.append(node)
    nodes.append({"kind": "end", "id": f"n{LOOK_UPS}", "short_name": {"en": "e"}, "text": {"en": "e"}})
    tree = Tree.model_validate({"id": "chain", "first": "n0", "nodes": nodes})
    made = collection.model_copy(update={"trees": (tree,), "facts": tuple(map(Fact.model_validate, facts))})
    return link(CollectionIndex(made), "chain")


def _repeated(act: Callable[[], object]) -> Callable[[], None]:
    def many() -> None:
        for _ in range(100):
            act()

    return many


def _look_up(table: dict[str, int], names: list[str]) -> None:
    for name in names:
        table[name]


def batch_goals(*, quick: bool) -> list[Goal]:
    """Run `walk --batch` on random answers to `intake`, as another program would; the start of Python is taken off."""
    collection = read_collection(FOLDER).collection
    lines = QUICK_BATCH if quick else BATCH
    with TemporaryDirectory() as folder:
        many, one = Path(folder) / "many.jsonl", Path(folder) / "one.jsonl"
        text = "\n".join(_random_answers(collection, lines))
        many.write_text(text, encoding="utf-8")
        one.write_text(text.partition("\n")[0], encoding="utf-8")
        rounds = 3 if quick else ROUNDS
        seconds = sorted(_batch(many) - _batch(one) for _ in range(rounds))[rounds // 2]
    a_second = (lines - 1) / seconds
    rows = [("intake", f"{a_second:.0f}", LEAST_WALKS_A_SECOND)]
    print_table("Walks a second on one core, --batch", ("tree", "ours", "at least"), rows)
    return [Goal("2,000 walks of intake a second", LEAST_WALKS_A_SECOND / a_second, 1.0)]


def _batch(answers: Path) -> float:
    command = [sys.executable, "-m", "wizard", "walk", str(FOLDER), "--tree", "intake", "--answers", str(answers)]
    started = perf_counter()
    subprocess.run([*command, "--batch", "--today", TODAY.isoformat()], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


def _random_answers(collection: Collection, lines: int) -> Iterator[str]:
    chance = Random(1)
    index = CollectionIndex(collection)
    for _ in range(lines):
        answers = {
            fact.id: written(_random_value(fact, sorted(index.choice_ids[fact.id]), chance))
            for fact in collection.facts
        }
        # These two may not be left open, and the second may end the walk at once.
        yield json.dumps({**answers, "danger-now": [], "intake-holds": []})


def _random_value(fact: Fact, choices: list[str], chance: Random) -> AnswerValue:
    if chance.random() < 0.1:
        return None
    if fact.kind == "one-of":
        return chance.choice(choices)
    if fact.kind == "any-of":
        return frozenset(choice for choice in choices if chance.random() < 0.3)
    return TODAY - dt.timedelta(days=chance.randrange(1200))


def goals(*, quick: bool = False) -> list[Goal]:
    """Measure all and print the tables."""
    return [*validation_goals(), *link_goals(bundled_graphs()), *walk_goals(), *batch_goals(quick=quick)]


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m tests.benchmarks.engine", description="The engine beside its floors.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    sys.exit(conclude(goals(quick=parser.parse_args().quick)))
