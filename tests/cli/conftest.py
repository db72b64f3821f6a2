# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection on disk, and the program as another program starts it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import CHECKOUT, Ran, contract_collection
from wizard.storage.collections import write_collection

Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small sound collection."""
    write_collection(tmp_path / "made", contract_collection())
    return tmp_path / "made"


@pytest.fixture
def run() -> Run:
    """Start the program as a process: `run("walk", …, stdin=b"…")`."""

    def start(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
        ran = subprocess.run(
            [sys.executable, "-m", "wizard", *map(str, arguments)],
            cwd=CHECKOUT,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
            timeout=60,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return start
