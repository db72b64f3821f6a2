# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at any moment, the program opens again with every answer that it had told to be saved."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.answering import answered
from tests.storage.values import a_case
from wizard.model.case import Case
from wizard.storage.atomic import previous_of
from wizard.storage.cases import CaseFolder
from wizard.storage.jsonfile import read_value

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")

KILLS = 60
ROOT = Path(__file__).parents[2]


class Program:
    """The program that is killed, as seen from outside."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, line: str) -> None:
        """Send a command."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def hear(self) -> tuple[str, int]:
        """Return the next line as a word and a number; the number is 0 where there is none."""
        assert self._process.stdout is not None
        word, _, number = self._process.stdout.readline().partition(" ")
        assert word, "the program ended by itself"
        return word.strip(), int(number or 0)


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.answering"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Program(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0


def test_every_answer_that_was_told_to_be_saved_is_in_the_file(tmp_path: Path, program: Program) -> None:
    chance = random.Random(20261124)
    expected = a_case(0)
    for _ in range(KILLS):
        program.ask(f"answer {tmp_path}")
        word, process_id = program.hear()
        assert word == "started"
        wanted, pause = chance.randrange(1, 12), chance.uniform(0, 0.004)
        last = 0
        while last == 0 or wanted:
            word, last = program.hear()
            assert word == "saved"
            wanted -= 1
        time.sleep(pause)
        os.kill(process_id, signal.SIGKILL)
        while (heard := program.hear())[0] == "saved":
            last = heard[1]
        assert heard == ("killed", signal.SIGKILL)

        cases = CaseFolder(tmp_path)
        found = cases.load(cases.file_of(a_case(0)))
        while len(expected.answers) < len(found.answers):
            expected = answered(expected)
        assert found == expected
        assert len(found.answers) in (last, last + 1)
        assert [case.problem for case in cases.list_recent()] == [None]


def test_killed_before_any_call_the_old_or_the_new_version_is_there_whole(tmp_path: Path, program: Program) -> None:
    old = answered(a_case(0))
    new = answered(answered(old))
    seen: set[int] = set()
    number = 0
    heard = ("", 0)
    while heard[0] != "finished":
        number += 1
        folder = tmp_path / str(number)
        cases = CaseFolder(folder)
        cases.prepare()
        cases.save(a_case(0))
        file = cases.save(old)
        program.ask(f"die {folder} {number}")
        program.hear()
        heard = program.hear()
        assert heard in (("killed", signal.SIGKILL), ("finished", 0))

        found = CaseFolder(folder).load(file)
        assert found in (old, new)
        seen.add(len(found.answers))
        assert read_value(Case, previous_of(file)) in (a_case(0), old)
        CaseFolder(folder).prepare()
        assert sorted(path.name for path in folder.iterdir()) == [file.name, previous_of(file).name]
    assert number > 8
    assert seen == {1, 3}
