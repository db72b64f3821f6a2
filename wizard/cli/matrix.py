# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`matrix COLLECTION --tree ID --out FILE`: which answers lead to which status of each line, for a reviewer."""

import argparse
import sys
from datetime import date
from pathlib import Path

from wizard.cli.failure import Failure
from wizard.cli.reading import a_day, collection_at, graph_of
from wizard.engine.matrix import Matrix, matrix
from wizard.export.matrix_rows import matrix_csv
from wizard.storage.atomic import write_bytes
from wizard.storage.errors import WriteError

#: A spreadsheet takes a CSV for UTF-8 only if it begins like this.
_BYTE_ORDER_MARK = "\ufeff"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")
    parser.add_argument("--tree", required=True, metavar="ID", help="the tree, with its subtrees")
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write: .csv, or .docx to read")
    parser.add_argument("--today", type=a_day, help="the day of the walks, YYYY-MM-DD (default: today)")
    parser.add_argument("--language", default="en", metavar="CODE", help="the language of the texts (default: en)")


def run(arguments: argparse.Namespace) -> int:
    """Write the matrix; exit status 1 where it could not be proven, and then nothing is written."""
    loaded = collection_at(arguments.collection)
    graph = graph_of(loaded, arguments.tree)
    languages = loaded.collection.manifest.languages
    if arguments.language not in languages:
        msg = f"{loaded.folder}: it does not speak “{arguments.language}”. It has: {', '.join(languages)}"
        raise Failure(msg)
    out = Path(arguments.out)
    suffix = out.suffix.lower()
    if suffix not in (".csv", ".docx"):
        msg = f"{out}: no matrix is saved like this. End its name in .csv or .docx"
        raise Failure(msg)
    found = matrix(graph, arguments.today or date.today())
    if not found.proven:
        sys.stdout.write(f"not proven: {found.why_not}{_instead(found)}\n")
        return 1
    try:
        write_bytes(out, _written(found, suffix, arguments.language))
    except WriteError as fault:
        raise Failure(str(fault)) from fault
    sys.stdout.write(f"{out}\n")
    return 0


def _instead(found: Matrix) -> str:
    """Return which trees to ask for instead of one that walks them."""
    graph = found.graph
    walked = dict.fromkeys(node.tree for node in graph.nodes if node.kind == "subtree")
    return f". Ask for the trees that it walks, one by one: {', '.join(walked)}" if walked else ""


def _written(found: Matrix, suffix: str, language: str) -> bytes:
    if suffix == ".csv":
        return (_BYTE_ORDER_MARK + matrix_csv(found, language)).encode()
    # python-docx loads here.
    from wizard.export.matrix_document import matrix_document  # noqa: PLC0415

    return matrix_document(found, language)
