# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unhandled faults: save, log without a word of the client's, tell in one plain dialog.

This file writes its log by itself: it must work when the parts that usually write are at fault.
"""

import contextlib
import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal

FAULT_LOG = "faults.log"
HARD_FAULT_LOG = "hard-fault.log"
#: The log is started anew beyond this size: old faults help nobody.
_MOST_BYTES = 256 * 1024
_PACKAGE = Path(__file__).parent.parent.parent

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def described(error: BaseException) -> str:
    """Return an error's type and where it came from; never its message, which may quote an answer."""
    lines = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        number = f" [errno {current.errno}]" if isinstance(current, OSError) and current.errno else ""
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}{number}")
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"    {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Return a file's place below the program or the library folder: what lies above may name a person."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE) and "site-packages" not in path.parts:
        return path.relative_to(_PACKAGE).as_posix()
    return "/".join(path.parts[-2:])


class CrashGuard(QObject):
    """Catches what nobody caught, from any thread.

    `fault_met` is told on the interface thread, once for each fault met outside the handling of another.
    """

    fault_met = Signal(str)
    _noted = Signal(str)

    def __init__(self, logs: Path, rescue: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._rescue = rescue
        self._lock = threading.Lock()
        self._handling = False
        self._previous: tuple[_Hook, Callable[[threading.ExceptHookArgs], object]] | None = None
        self._hard_faults: TextIO | None = None
        self._noted.connect(self._handle, Qt.ConnectionType.QueuedConnection)

    @property
    def log_file(self) -> Path:
        """Where faults are noted."""
        return self._logs / FAULT_LOG

    def install(self) -> str:
        """Take over the hooks; return what stopped the program by force last time, or nothing."""
        before = self._read_hard_fault()
        self._previous = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.note
        threading.excepthook = self._note_from_thread
        try:
            self._logs.mkdir(parents=True, exist_ok=True)
            self._hard_faults = (self._logs / HARD_FAULT_LOG).open("w", encoding="utf-8")
            faulthandler.enable(self._hard_faults, all_threads=False)
        except OSError:
            self._hard_faults = None
        return before

    def remove(self) -> None:
        """Give the hooks back."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook = self._previous
            self._previous = None
        if self._hard_faults is not None:
            faulthandler.disable()
            self._hard_faults.close()
            self._hard_faults = None

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault and have it handled on the interface thread; the hook of `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = described(error)
        with self._lock:
            self._log(text)
            if self._handling:
                return
            self._handling = True
        self._noted.emit(text)

    def _note_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.note(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _handle(self, text: str) -> None:
        """Rescue, then tell. A fault in here comes to `note` like any other: it is logged and goes no further."""
        try:
            self._rescue()
        finally:
            try:
                self.fault_met.emit(text)
            finally:
                self._handling = False

    def _log(self, text: str) -> None:
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        entry = f"{moment}\n{text}\n\n"
        try:
            self._logs.mkdir(parents=True, exist_ok=True)
            mode = "a" if not self.log_file.exists() or self.log_file.stat().st_size < _MOST_BYTES else "w"
            with self.log_file.open(mode, encoding="utf-8") as file:
                file.write(entry)
        except OSError:
            # Last resort: a program without a console has no stderr either.
            with contextlib.suppress(OSError, AttributeError):
                os.write(sys.stderr.fileno(), entry.encode())

    def _read_hard_fault(self) -> str:
        try:
            return (self._logs / HARD_FAULT_LOG).read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""
