# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the interface thread."""

import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from wizard.ui.jobs import Jobs, Progress, Task, WorkFaultError


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    assert qapp is not None
    jobs = Jobs()
    yield jobs
    jobs.finish()


def test_results_of_a_lane_come_in_order_and_on_the_interface_thread(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[int] = []
    threads: set[QThread] = set()

    def tell(number: int) -> None:
        told.append(number)
        threads.add(QThread.currentThread())

    def count(number: int, _task: Task) -> int:
        return number

    for number in range(20):
        jobs.run(partial(count, number), tell)
    qtbot.waitUntil(lambda: len(told) == 20)
    assert told == list(range(20))
    assert threads == {jobs.thread()}


def test_lanes_do_not_wait_for_each_other(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    told: list[str] = []

    def slow(_task: Task) -> str:
        gate.wait(20)
        return "slow"

    jobs.run(slow, told.append, lane="one")
    jobs.run(lambda _task: "quick", told.append, lane="two")
    qtbot.waitUntil(lambda: told == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: told == ["quick", "slow"])


def test_an_expected_failure_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def full(_task: Task) -> None:
        raise OSError(28, "No space left on device")

    jobs.run(full, lambda _value: pytest.fail("no result was expected"), told.append, failures=(OSError,))
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], OSError)


def test_an_unexpected_fault_goes_to_the_hook_and_whoever_waits_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def faulty(_task: Task) -> None:
        msg = "a fault"
        raise RuntimeError(msg)

    with qtbot.captureExceptions() as caught:
        jobs.run(faulty, lambda _value: pytest.fail("no result was expected"), told.append, failures=(OSError,))
        qtbot.waitUntil(lambda: bool(told) and bool(caught))
    assert isinstance(told[0], WorkFaultError)
    assert caught[0][0] is RuntimeError


def test_the_result_of_a_cancelled_task_is_dropped(jobs: Jobs) -> None:
    gate = threading.Event()
    told: list[str] = []

    def stale(_task: Task) -> str:
        gate.wait(20)
        return "stale"

    task = jobs.run(stale, told.append)
    jobs.run(lambda _task: "fresh", told.append)
    task.cancel()
    gate.set()
    jobs.finish()
    assert told == ["fresh"]


def test_work_sees_that_it_was_cancelled(jobs: Jobs) -> None:
    started = threading.Event()
    seen: list[bool] = []

    def look(task: Task) -> None:
        started.set()
        while not task.cancelled:
            threading.Event().wait(0.001)
        seen.append(True)

    task = jobs.run(look, lambda _value: None)
    assert started.wait(20)
    task.cancel()
    jobs.finish()
    assert seen == [True]


def test_progress_comes_before_the_result(jobs: Jobs) -> None:
    told: list[object] = []

    def work(task: Task) -> str:
        task.report(1, 2)
        task.report(2, 2)
        return "done"

    jobs.run(work, told.append, progress=told.append)
    jobs.finish()
    assert told == [Progress(1, 2), Progress(2, 2), "done"]


def test_finish_waits_for_work_that_a_result_starts(jobs: Jobs) -> None:
    told: list[str] = []

    def again(first: str) -> None:
        told.append(first)
        jobs.run(lambda _task: "second", told.append)

    jobs.run(lambda _task: "first", again)
    jobs.finish()
    assert told == ["first", "second"]
    assert not jobs.busy


def test_threads_change_over_more_often_while_work_runs(jobs: Jobs) -> None:
    usual = sys.getswitchinterval()
    gate = threading.Event()
    jobs.run(lambda _task: gate.wait(20), lambda _value: None)
    assert sys.getswitchinterval() < usual
    gate.set()
    jobs.finish()
    assert sys.getswitchinterval() == usual
