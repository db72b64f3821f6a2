# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that nobody caught."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from wizard.ui.crash import HARD_FAULT_LOG, CrashGuard, described

CLIENT_FACT = "Maria Lopez, 12 February 2025"


class Rescue:
    def __init__(self) -> None:
        self.calls = 0
        self.fails = False

    def __call__(self) -> None:
        self.calls += 1
        if self.fails:
            msg = "the rescue fails too"
            raise RuntimeError(msg)


@pytest.fixture
def rescue() -> Rescue:
    return Rescue()


@pytest.fixture
def guard(tmp_path: Path, rescue: Rescue, qapp: object) -> Iterator[CrashGuard]:
    assert qapp is not None
    guard = CrashGuard(tmp_path / "logs", rescue)
    yield guard
    guard.remove()


def fail(cause: Exception | None = None) -> NoReturn:
    raise ValueError(CLIENT_FACT) from cause


def fault(cause: Exception | None = None) -> ValueError:
    with pytest.raises(ValueError, match="Maria") as caught:
        fail(cause)
    return caught.value


def test_a_fault_is_rescued_logged_and_told_once(guard: CrashGuard, rescue: Rescue, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.fault_met) as told:
        guard.note(ValueError, fault(), None)
    assert rescue.calls == 1
    assert "ValueError" in told.args[0]
    assert "ValueError" in guard.log_file.read_text(encoding="utf-8")


def test_the_log_tells_where_but_no_fact_of_the_client(guard: CrashGuard) -> None:
    guard.note(ValueError, fault(cause=KeyError(CLIENT_FACT)), None)
    text = guard.log_file.read_text(encoding="utf-8")
    assert "Maria" not in text
    assert "2025" not in text.replace(str(Path(__file__)), "").split("\n", 1)[1]
    assert "tests/ui/test_crash.py" in text
    assert "KeyError" in text
    assert "ValueError" in text


def test_no_folder_of_the_user_is_named() -> None:
    assert str(Path.home()) not in described(fault())


def test_a_fault_in_another_thread_is_handled_on_the_interface_thread(
    guard: CrashGuard, rescue: Rescue, qtbot: QtBot
) -> None:
    guard.install()

    def work() -> None:
        raise ValueError(CLIENT_FACT)

    with qtbot.waitSignal(guard.fault_met):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert rescue.calls == 0
    assert rescue.calls == 1


def test_a_second_fault_inside_the_handling_is_logged_and_goes_no_further(
    guard: CrashGuard, rescue: Rescue, qtbot: QtBot
) -> None:
    told: list[str] = []

    def tell(text: str) -> None:
        told.append(text)
        guard.note(RuntimeError, RuntimeError("a second one"), None)

    guard.fault_met.connect(tell)
    guard.note(ValueError, fault(), None)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    assert len(told) == 1
    assert rescue.calls == 1
    assert "RuntimeError" in guard.log_file.read_text(encoding="utf-8")


def test_a_rescue_that_fails_still_tells(guard: CrashGuard, rescue: Rescue, qtbot: QtBot) -> None:
    rescue.fails = True
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(guard.fault_met):
        guard.note(ValueError, fault(), None)
    assert [kind for kind, *_ in caught] == [RuntimeError]


def test_after_one_fault_the_next_is_handled_again(guard: CrashGuard, rescue: Rescue, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(guard.fault_met):
            guard.note(ValueError, fault(), None)
    assert rescue.calls == 2


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("a file where the folder should be")
    guard = CrashGuard(blocked, lambda: None)
    with qtbot.waitSignal(guard.fault_met):
        guard.note(ValueError, fault(), None)


def test_what_killed_the_program_is_found_at_the_next_start(tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    program = (
        "import faulthandler, sys; from pathlib import Path; from wizard.ui.crash import CrashGuard; "
        "guard = CrashGuard(Path(sys.argv[1]), lambda: None); guard.install(); faulthandler._sigsegv()"
    )
    died = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert died.returncode != 0
    assert (tmp_path / HARD_FAULT_LOG).exists()
    guard = CrashGuard(tmp_path, lambda: None)
    try:
        assert "Segmentation fault" in guard.install()
    finally:
        guard.remove()
