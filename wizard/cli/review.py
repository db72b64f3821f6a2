# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`review COLLECTION --out FILE.docx`: write all of a collection's law for an attorney to mark up on paper."""

import argparse
import sys
from datetime import date
from pathlib import Path

from wizard.cli.failure import Failure
from wizard.cli.reading import a_day, collection_at, graph_of
from wizard.engine.check_references import reference_problems
from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.model.problem import Severity
from wizard.storage.atomic import write_bytes
from wizard.storage.collections import Loaded
from wizard.storage.errors import WriteError

SUFFIX = ".docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")
    parser.add_argument("--out", required=True, metavar="FILE", help="the Word document to write: .docx")
    parser.add_argument("--language", default="en", metavar="CODE", help="the language of the review (default: en)")
    parser.add_argument("--today", type=a_day, help="the day that it is printed on, YYYY-MM-DD (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Write the review and name its file."""
    out = Path(arguments.out)
    if out.suffix.lower() != SUFFIX:
        msg = f"{out}: a review is a Word document. End its name in {SUFFIX}"
        raise Failure(msg)
    loaded = collection_at(arguments.collection)
    languages = loaded.collection.manifest.languages
    if arguments.language not in languages:
        msg = f"{loaded.folder}: it does not speak “{arguments.language}”. It has: {', '.join(languages)}"
        raise Failure(msg)
    _refuse_broken(loaded)
    # python-docx loads here: what can be refused without it has been.
    from wizard.export.review.report import ReviewOptions, review_of  # noqa: PLC0415

    options = ReviewOptions(arguments.today or date.today(), arguments.language, loaded.digest)
    data = review_of(CollectionIndex(loaded.collection), options)
    try:
        write_bytes(out, data)
    except WriteError as fault:
        raise Failure(str(fault)) from fault
    sys.stdout.write(f"{out}\n")
    return 0


def _refuse_broken(loaded: Loaded) -> None:
    """Refuse a collection that names what does not exist: its review would have holes.

    Raises:
        Failure: with the first of its errors.
    """
    found = ProblemList()
    reference_problems(CollectionIndex(loaded.collection), found)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if errors:
        msg = f"{loaded.folder}: {errors[0]}. Mend its errors first: remedy-wizard validate {loaded.folder}"
        raise Failure(msg)
    for tree in loaded.collection.trees:
        graph_of(loaded, tree.id)
