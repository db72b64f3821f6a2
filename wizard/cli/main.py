# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: arguments and exit status. It never loads Qt, except for `render`."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from wizard import __version__
from wizard.cli.failure import Failure

#: Exit status: nothing to say against it; something is wrong with what was read; it could not be read.
GOOD, WRONG, UNREADABLE = 0, 1, 2
#: As a shell reports a command that was stopped by Ctrl+C.
STOPPED = 130

#: One module a command, with what `--help` says of it.
COMMANDS = {
    "validate": "list what is wrong with a collection",
    "walk": "walk a tree with answers and print the result as JSON",
    "scenarios": "run the scenarios of a collection",
    "matrix": "write which answers lead to which status of each line, as CSV or Word",
    "schema": "write a JSON Schema for each kind of file",
    "render": "draw the chart of a walk as PNG, SVG or PDF",
    "review": "write a collection as a Word document that an attorney marks up on paper",
}


class _Command(Protocol):
    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    run: Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command; return the exit status. A failure is one sentence on standard error, never a traceback."""
    parser = argparse.ArgumentParser(
        prog="remedy-wizard",
        description="Remedy Wizard: decision trees for legal clinics, offline. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Remedy Wizard {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, help_text in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
        if name in arguments:
            _module(name).add_arguments(command)
    chosen = parser.parse_args(arguments)
    _write_utf8()
    try:
        status = _module(chosen.command).run(chosen)
        # What is still held back meets a closed pipe here, and not after the status has been given.
        sys.stdout.flush()
    except Failure as failure:
        sys.stderr.write(f"{failure}\n")
        return UNREADABLE
    except BrokenPipeError:
        # The reader has had enough (`| head`): not a failure of ours. Python would flush the rest once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except KeyboardInterrupt:
        return STOPPED
    return status


def _write_utf8() -> None:
    """Let output be UTF-8 whatever the system's own encoding is: other programs read it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name may hold bytes that are no text.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _module(name: str) -> _Command:
    return cast("_Command", importlib.import_module(f"wizard.cli.{name}"))
