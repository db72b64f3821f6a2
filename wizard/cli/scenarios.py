# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scenarios COLLECTION`: run the scenarios of a collection."""

import argparse
import sys

from wizard.cli.failure import Failure
from wizard.cli.reading import collection_at
from wizard.engine.graph import LinkError
from wizard.engine.scenarios import run_scenarios


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each scenario, with what came out otherwise; exit status 1 if one does not hold."""
    loaded = collection_at(arguments.collection)
    try:
        results = run_scenarios(loaded.collection)
    except LinkError as fault:
        msg = f"{loaded.folder}: {fault.problems[0]}"
        raise Failure(msg) from fault
    for result in results:
        sys.stdout.write(f"{'holds' if result.holds else 'FAILS'}  {result.scenario.id}: {result.scenario.title}\n")
        sys.stdout.writelines(f"       {difference}\n" for difference in result.differences)
    failed = sum(not result.holds for result in results)
    sys.stdout.write(f"{len(results) - failed} of {len(results)} scenarios hold\n")
    return int(failed > 0)
