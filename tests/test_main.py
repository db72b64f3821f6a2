# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program, seen from outside."""

import subprocess
import sys
from pathlib import Path

import pytest

from wizard import __version__

CHECKOUT = Path(__file__).parent.parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def after_a_command(code: str) -> subprocess.CompletedProcess[str]:
    """Run `remedy-wizard --version` and, in the same process, the code after it."""
    start = "import sys; sys.argv[1:] = ['--version']; from wizard.__main__ import main"
    return run("-c", f"{start}\ntry:\n    main()\nexcept SystemExit:\n    pass\n{code}")


def test_arguments_go_to_the_command_line() -> None:
    ran = run("-m", "wizard", "--version")
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, f"Remedy Wizard {__version__}", "")


def test_a_command_that_does_not_exist_is_refused_with_a_sentence() -> None:
    ran = run("-m", "wizard", "frobnicate")
    assert ran.returncode == 2
    assert "frobnicate" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_command_loads_no_qt() -> None:
    ran = after_a_command("print([name for name in sys.modules if name.startswith('PySide6')])")
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.create_connection(('localhost', 80))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "socket.socketpair()",
    ],
)
def test_no_socket_can_be_opened_once_the_program_runs(attempt: str) -> None:
    ran = after_a_command(f"import socket; {attempt}")
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].startswith("wizard.__main__.NetworkRefusedError: Remedy Wizard works without")


def test_no_request_gets_out_through_the_library() -> None:
    ran = after_a_command("import urllib.request; urllib.request.urlopen('http://localhost/')")
    assert ran.returncode == 1
    assert "NetworkRefusedError" in ran.stderr


def test_qt_does_not_use_up_the_constants() -> None:
    code = """
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    told = Signal()
thing = Thing()
for _ in range(100_000):
    thing.setObjectName("")
    thing.told.emit()
"""
    ran = run("-c", f"from wizard.__main__ import keep_constants_alive\nkeep_constants_alive()\n{code}")
    assert (ran.returncode, ran.stderr) == (0, "")
