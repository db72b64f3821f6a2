# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed in the middle of its work, over and over; no answer that it showed as saved is lost."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver
from wizard.engine.answers import written
from wizard.model.case import Change
from wizard.model.scenario import WrittenAnswer
from wizard.paths import user_folders
from wizard.storage.cases import CaseFolder

ROOT = Path(__file__).parents[2]
KILLS = 8


def killed(bundled: Path, home: Path, seed: int, after_saves: int, then_ms: float) -> dict[str, Any]:
    """Let the program click about, kill it a moment after so many saves; return the last that it acknowledged."""
    arguments = [sys.executable, "-m", "tests.ui.busy_program", str(bundled), str(home), str(seed)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(after_saves)]
        time.sleep(then_ms / 1000)
        process.kill()
        told += process.stdout.read().splitlines(keepends=True)
    # A line that was cut off was not told.
    last: dict[str, Any] = json.loads([line for line in told if line.endswith(b"\n")][-1])
    return last


def answers_after(changes: tuple[Change, ...]) -> dict[str, WrittenAnswer]:
    """Return the answers that these changes of a case's history lead to, in their written form."""
    state: dict[str, WrittenAnswer] = {}
    for change in changes:
        state.pop(change.fact, None)
        if change.after is not None:
            state[change.fact] = written(change.after.value)
    return state


def test_killed_at_random_moments_it_opens_with_every_answer_it_showed_as_saved(
    qtbot: QtBot, bundled: Path, tmp_path: Path
) -> None:
    chance = random.Random(20261124)
    home = tmp_path / "user"
    for seed in range(KILLS):
        acknowledged = killed(bundled, home, seed, chance.randint(2, 25), chance.uniform(0, 40))
        folder = CaseFolder(user_folders(home).cases)
        listed = folder.list_recent()
        assert [case.problem for case in listed] == [None]
        case = folder.load(listed[0].path)
        assert len(case.history) >= acknowledged["changes"]
        assert answers_after(case.history[: acknowledged["changes"]]) == acknowledged["answers"]
        assert answers_after(case.history) == {fact: written(value) for fact, value in case.values().items()}

    driver = Driver(qtbot, bundled, home)
    driver.start()
    qtbot.waitUntil(lambda: driver.open_case.is_open)
    assert driver.open_case.case.values() == driver.on_disk()[0].values()
    driver.end()
