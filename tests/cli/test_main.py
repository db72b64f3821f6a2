# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a whole: help, mistakes, encodings, and no Qt."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import CHECKOUT
from tests.cli.conftest import Run
from wizard import __version__
from wizard.cli.main import COMMANDS


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"Remedy Wizard {__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert re.findall(r"^ {4}([a-z]+)", ran.out, re.MULTILINE) == [*COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: remedy-wizard {command} ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("frobnicate",), "frobnicate"),
        (("walk",), "COLLECTION"),
        (("walk", "folder"), "--tree"),
        (("validate", "folder", "--frobnicate"), "--frobnicate"),
        (("validate", "one", "two"), "two"),
    ],
)
def test_a_mistake_gives_status_2_and_is_named(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert expected in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "FOLDER"),
        ("scenarios", "FOLDER"),
        ("schema",),
        ("walk", "FOLDER", "--tree", "outer", "--answers", os.devnull + "-gone"),
        ("walk", "FOLDER", "--tree", "outer", "--answers", "ANSWERS", "--json"),
        ("walk", "FOLDER", "--tree", "outer", "--answers", "ANSWERS", "--batch"),
    ],
)
def test_no_command_but_render_loads_qt(arguments: tuple[str, ...], folder: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("{}", encoding="utf-8")
    given = [{"FOLDER": str(folder), "ANSWERS": str(answers)}.get(one, one) for one in arguments]
    code = (
        "import sys; from wizard.cli.main import main; main(sys.argv[1:]); "
        "sys.stderr.write(repr(sorted(name for name in sys.modules if 'PySide' in name or 'shiboken' in name)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *given], cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stderr.splitlines()[-1] == "[]"


def test_output_is_utf_8_whatever_the_system_speaks(run: Run, folder: Path) -> None:
    asked = ("walk", folder, "--tree", "gone", "--answers", "-")
    for environment in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        ran = run(*asked, stdin=b"{}", **environment)
        assert ran.status == 2
        assert "there is no tree “gone”" in ran.err
        schema = run("schema", **environment)
        assert (schema.status, schema.err) == (0, "")


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="these systems want names that are text")
def test_a_folder_whose_name_is_no_text_can_be_named(run: Run, tmp_path: Path) -> None:
    ran = run("validate", os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err
