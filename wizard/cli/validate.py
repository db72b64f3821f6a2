# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`validate COLLECTION`: list what is wrong with a collection."""

import argparse
import json
import sys
from datetime import date

from wizard.cli.reading import a_day, collection_at
from wizard.engine.check import problems
from wizard.model.problem import Severity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    parser.add_argument("--today", type=a_day, help="the day to check for, YYYY-MM-DD (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Print the problems, one a line; exit status 1 if there are any but hints."""
    loaded = collection_at(arguments.collection)
    # `date.today` is the local day, as a person means it.
    found = problems(loaded.collection, arguments.today or date.today())
    if arguments.json:
        listed = [problem.model_dump(mode="json", exclude_none=True) for problem in found]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{problem}\n" for problem in found)
    return int(any(problem.severity is not Severity.HINT for problem in found))
