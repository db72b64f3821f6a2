# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`schema`: write a JSON Schema for each kind of file."""

import argparse
import json
import sys
from pathlib import Path

from wizard.cli.failure import Failure
from wizard.model.case import Case
from wizard.model.collection import AuthorityFile, FactFile, Manifest
from wizard.model.pack import PackManifest
from wizard.model.scenario import ScenarioFile
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree
from wizard.model.value import Value
from wizard.storage.atomic import write_bytes
from wizard.storage.errors import WriteError

FILES: dict[str, type[Value]] = {
    "collection": Manifest,
    "facts": FactFile,
    "authorities": AuthorityFile,
    "table": Table,
    "calendar": Calendar,
    "scenarios": ScenarioFile,
    "tree": Tree,
    "case": Case,
    "pack": PackManifest,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--out", metavar="DIR", help="write one file a kind into this folder (default: print them all)")


def run(arguments: argparse.Namespace) -> int:
    """Write `KIND.schema.json` for each kind of file, or print all as one object."""
    schemas = {name: model.model_json_schema() for name, model in FILES.items()}
    if arguments.out is None:
        sys.stdout.write(json.dumps(schemas, ensure_ascii=False, indent=1) + "\n")
        return 0
    folder = Path(arguments.out)
    if not folder.is_dir():
        msg = f"{folder}: there is no such folder. Make it first"
        raise Failure(msg)
    for name, schema in schemas.items():
        data = json.dumps(schema, ensure_ascii=False, indent=1).encode() + b"\n"
        try:
            write_bytes(folder / f"{name}.schema.json", data)
        except WriteError as fault:
            raise Failure(str(fault)) from fault
    return 0
