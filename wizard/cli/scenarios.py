# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scenarios COLLECTION`: run the scenarios of a collection."""

import argparse
import sys

from wizard.cli.failure import Failure
from wizard.cli.reading import collection_at
from wizard.engine.graph import CollectionIndex, LinkError
from wizard.engine.scenarios import not_visited, run_scenarios


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each scenario, with what came out otherwise; exit status 1 if one does not hold.

    Then a line for each tree: how many of its nodes some scenario comes to, and which none does.
    """
    loaded = collection_at(arguments.collection)
    index = CollectionIndex(loaded.collection)
    try:
        results = run_scenarios(index)
    except LinkError as fault:
        msg = f"{loaded.folder}: {fault.problems[0]}"
        raise Failure(msg) from fault
    for result in results:
        sys.stdout.write(f"{'holds' if result.holds else 'FAILS'}  {result.scenario.id}: {result.scenario.title}\n")
        sys.stdout.writelines(f"       {difference}\n" for difference in result.differences)
    failed = sum(not result.holds for result in results)
    sys.stdout.write(f"{len(results) - failed} of {len(results)} scenarios hold\n")
    for tree, missed in not_visited(index, results).items():
        count = len(index.trees[tree].nodes)
        names = f"; not {', '.join(missed)}" if missed else ""
        sys.stdout.write(f"{tree}: {count - len(missed)} of {count} nodes visited{names}\n")
    return int(failed > 0)
