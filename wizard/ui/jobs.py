# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the interface thread: with progress, with cancel, with results in order."""

import sys
import threading
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal

T = TypeVar("T")

#: With Python's default of 5 ms a busy thread makes every second frame late. PySide lets it run each time that a point
#: or a rectangle is thrown away, so a frame may wait many times (measured: the slowest frames of a hundred take 3 to 4
#: times as long as in an idle program with 1 ms, 2.3 to 3 times with this).
SWITCH_INTERVAL_SECONDS = 0.0001


class WorkFaultError(Exception):
    """The work met a fault that nobody expected; the fault itself goes to `sys.excepthook`."""


class Progress(NamedTuple):
    """How far a piece of work is: `done` of `total` parts."""

    done: int
    total: int


class Task:
    """A piece of work under way. Its own thread asks `cancelled` and calls `report`; others may `cancel` it."""

    def __init__(self, report: Callable[[Progress], None]) -> None:
        self._cancelled = threading.Event()
        self._report = report

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Drop the result, whatever comes; the work may look and stop early."""
        self._cancelled.set()

    def report(self, done: int, total: int) -> None:
        """Say from inside the work how far it is."""
        self._report(Progress(done, total))


class _Outcome(NamedTuple):
    """What came of a task: a value, or the reason why there is none."""

    value: object = None
    error: Exception | None = None


class _Waiting(NamedTuple):
    """Who waits for a task, on the interface thread."""

    task: Task
    done: Callable[[object], None]
    failed: Callable[[Exception], None] | None
    progress: Callable[[Progress], None] | None


class Jobs(QObject):
    """Runs work in lanes, one thread each: what is in one lane runs, and is told, in the order in which it came.

    Callbacks run on the interface thread. Those of a cancelled task are not called.
    """

    _ended = Signal(int, object)
    _progressed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, QThreadPool] = {}
        self._waiting: dict[int, _Waiting] = {}
        self._number = 0
        self._usual_interval = sys.getswitchinterval()
        self._ended.connect(self._tell)
        self._progressed.connect(self._tell_progress)

    def run(
        self,
        work: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        failures: tuple[type[Exception], ...] = (),
        progress: Callable[[Progress], None] | None = None,
        lane: str = "",
    ) -> Task:
        """Run `work` in a lane; then call `done` with its result, or `failed`.

        Args:
            work: runs off the interface thread and touches no widget.
            done: gets the result.
            failed: gets an expected error, or a `WorkFaultError` where the work met any other.
            failures: the errors that are expected.
            progress: gets what the work reports.
            lane: work of one lane never overlaps.
        """
        self._number += 1
        number = self._number

        def report(how_far: Progress) -> None:
            self._progressed.emit(number, how_far)

        def tell(value: object) -> None:
            done(value)  # type: ignore[arg-type]  # it is what `work` returned

        task = Task(report)
        if not self._waiting:
            self._usual_interval = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
        self._waiting[number] = _Waiting(task, tell, failed, progress)

        def attempt() -> None:
            outcome = _Outcome(error=WorkFaultError())
            try:
                if not task.cancelled:
                    outcome = _Outcome(value=work(task))
            except failures as error:
                outcome = _Outcome(error=error)
            finally:
                self._ended.emit(number, outcome)

        self._lane(lane).start(attempt)
        return task

    @property
    def busy(self) -> bool:
        """Whether some result has not been told yet."""
        return bool(self._waiting)

    def finish(self) -> None:
        """Wait until all work has ended and every result has been told, those of work that results start included."""
        while self._waiting:
            for pool in self._lanes.values():
                pool.waitForDone()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _lane(self, name: str) -> QThreadPool:
        pool = self._lanes.get(name)
        if pool is None:
            pool = self._lanes[name] = QThreadPool(self)
            pool.setMaxThreadCount(1)
        return pool

    def _tell(self, number: int, outcome: _Outcome) -> None:
        waiting = self._waiting.pop(number)
        if not self._waiting:
            sys.setswitchinterval(self._usual_interval)
        if waiting.task.cancelled:
            return
        if outcome.error is None:
            waiting.done(outcome.value)
        elif waiting.failed is not None:
            waiting.failed(outcome.error)

    def _tell_progress(self, number: int, how_far: Progress) -> None:
        waiting = self._waiting.get(number)
        if waiting is not None and waiting.progress is not None and not waiting.task.cancelled:
            waiting.progress(how_far)
