# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what it is told to, within bounds that the system enforces, and tells what each reader said.

Each line on its standard input is a JSON list: the reader, a path. Each line on its standard output is the class and
the sentence of the error, or null. Whatever is not a `FileError` ends the process.
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from wizard.storage.case_list import list_cases
from wizard.storage.cases import CaseFolder
from wizard.storage.collections import read_collection
from wizard.storage.errors import FileError
from wizard.storage.headers import read_headers
from wizard.storage.settings import read_settings

MEMORY_LIMIT = 1536 * 1024**2
"""Bytes of address space, the program's own code included."""

PROCESSOR_LIMIT_S = 10
"""Seconds of the processor for one file."""


def _case(path: Path) -> None:
    CaseFolder(path.parent).load(path)


def _header(folder: Path) -> None:
    if problem := read_headers(folder).problem:
        raise FileError(folder, problem, "")


def _listed(folder: Path) -> None:
    for case in list_cases(folder):
        if case.problem:
            raise case.problem


def _settings(folder: Path) -> None:
    if problem := read_settings(folder).problem:
        raise problem


READERS: dict[str, Callable[[Path], object]] = {
    "collection": read_collection,
    "header": _header,
    "case": _case,
    "list": _listed,
    "settings": _settings,
}


def main() -> None:
    """Serve the lines of the standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    for line in sys.stdin:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + PROCESSOR_LIMIT_S
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        reader, path = json.loads(line)
        said = None
        try:
            READERS[reader](Path(path))
        except FileError as error:
            said = [type(error).__name__, str(error)]
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
