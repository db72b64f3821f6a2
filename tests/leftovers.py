# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test may leave running: nothing."""

import gc
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer, isValid

_PATIENCE_MS = 2000
"""How long a thread may take to end by itself before it counts as left over."""

_started: WeakSet[QObject] = WeakSet()


@contextmanager
def noting_what_starts() -> Iterator[None]:
    """Remember each timer, animation and thread of Qt that Python starts meanwhile."""
    kinds: tuple[type[QObject], ...] = (QTimer, QAbstractAnimation, QThread)
    originals = [(kind, kind.__dict__["start"]) for kind in kinds]
    for kind, original in originals:
        setattr(kind, "start", _noting(original))  # noqa: B010 a method is replaced
    try:
        yield
    finally:
        for kind, original in originals:
            setattr(kind, "start", original)  # noqa: B010 a method is put back


@dataclass(frozen=True)
class Before:
    """What runs and shows before a test; it may do so after it as well."""

    threads: frozenset[threading.Thread]
    windows: frozenset[int]
    """The addresses of the top-level widgets."""


def before_the_test() -> Before:
    """Note what is there, and forget what earlier tests have started."""
    _started.clear()
    return Before(
        threads=frozenset(threading.enumerate()),
        windows=frozenset(_address(widget) for widget in _top_level_widgets()),
    )


def left_over(before: Before) -> list[str]:
    """Name what runs or shows now and did not before."""
    found = [f"thread {thread.name}" for thread in _threads_that_stay(before.threads)]
    if QApplication.instance() is None:
        return found
    if not QThreadPool.globalInstance().waitForDone(_PATIENCE_MS):
        found.append("a job in the global thread pool")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found += [f"running {_described(thing)}" for thing in _running()]
    found += [f"top-level window {_described(widget)}" for widget in _new_widgets(before.windows)]
    return found


def _noting(original: Any) -> Any:  # noqa: ANN401 three signatures, each passed on as it came
    def start(self: QObject, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 passed on
        _started.add(self)
        original(self, *arguments, **named)

    return start


def _threads_that_stay(before: frozenset[threading.Thread]) -> list[threading.Thread]:
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        if not isinstance(thread, threading._DummyThread):  # a Qt thread that ran Python
            thread.join(_PATIENCE_MS / 1000)
    return [thread for thread in new if thread.is_alive() and not isinstance(thread, threading._DummyThread)]


def _running() -> list[QObject]:
    found: list[QObject] = []
    for thing in [thing for thing in _started if isValid(thing)]:
        match thing:
            case QTimer() if thing.isActive():
                found.append(thing)
            case QAbstractAnimation() if thing.state() == QAbstractAnimation.State.Running:
                found.append(thing)
            case QThread() if not thing.wait(_PATIENCE_MS):
                found.append(thing)
            case _:
                pass
    return found


def _new_widgets(before: frozenset[int]) -> list[QWidget]:
    if not any(_address(widget) not in before for widget in _top_level_widgets()):
        return []
    gc.collect()
    return [widget for widget in _top_level_widgets() if _address(widget) not in before]


def _top_level_widgets() -> Iterable[QWidget]:
    return QApplication.topLevelWidgets() if QApplication.instance() is not None else []


def _address(thing: QObject) -> int:
    """Where the thing of C++ lies: its wrapper in Python may come and go."""
    address: int = getCppPointer(thing)[0]
    return address


def _described(thing: QObject) -> str:
    name = thing.objectName()
    return f"{type(thing).__name__} {name!r}" if name else type(thing).__name__
