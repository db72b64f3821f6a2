# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program: a window without arguments, else the command line.

Nothing heavy is imported at the top, so that the window paints early and a command
never loads Qt.
"""

import os
import sys

#: The option that keeps everything of a user in one folder.
HOME = "--home"


class NetworkRefusedError(RuntimeError):
    """Some code tried to use a socket; this program never does."""


def refuse_sockets(event: str, arguments: tuple[object, ...]) -> None:  # noqa: ARG001 the shape of an audit hook
    """Raise when Python is about to touch a socket.

    Args:
        event: the name of the audit event.
        arguments: what comes with it; not looked at.

    Raises:
        NetworkRefusedError: for every event of the `socket` module.
    """
    if event.startswith("socket."):
        msg = f"Remedy Wizard works without a network, so {event} was refused."
        raise NetworkRefusedError(msg)


def keep_constants_alive() -> None:
    """Give `None`, `True` and their like so many references that they cannot run out of them.

    On Python 3.11, PySide6 6.12.0 takes one reference from `None` at each call that returns nothing, and one from
    `True` at each signal; after some thousand calls the interpreter aborts with "deallocating None". From 3.12 on,
    these objects are not counted.
    """
    if sys.version_info < (3, 12):
        from ctypes import c_ssize_t  # noqa: PLC0415 not needed elsewhere

        for constant in (None, True, False, NotImplemented, ...):
            c_ssize_t.from_address(id(constant)).value += sys.maxsize // 2


def use_utf8() -> None:
    """Name the locale C by its UTF-8 form, as Qt would; else Qt says on the terminal that it did."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if os.environ.get(name) in ("C", "POSIX"):
            os.environ[name] = "C.UTF-8"
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        os.environ["LC_CTYPE"] = "C.UTF-8"


def _open_window(arguments: list[str]) -> int:
    if len(arguments) not in (0, 2):
        sys.stderr.write(f"Give one folder after {HOME}: remedy-wizard {HOME} DIR\n")
        return 2
    from pathlib import Path  # noqa: PLC0415 a command never loads Qt

    from wizard.ui.app import run  # noqa: PLC0415

    return run(Path(arguments[1]).absolute() if arguments else None)


def main() -> int:
    """Open the window, or hand the arguments over to the command line.

    Returns:
        The exit status of the process.
    """
    keep_constants_alive()
    use_utf8()
    sys.addaudithook(refuse_sockets)
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == HOME:
        return _open_window(arguments)
    from wizard.cli.main import main as command_line  # noqa: PLC0415 the window never loads the commands

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
