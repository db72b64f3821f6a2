# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed: it answers and saves without end, and tells each answer that is on the disk.

Started once for many kills, since importing takes longer than a kill. Each line on its standard input starts a process
of its own: `answer` goes on with the case in the folder; `die N` saves two more answers and kills itself just before
the N-th call to the system.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.storage.values import MOMENT, a_case
from wizard.model.case import Answer, Case
from wizard.storage.cases import CaseFolder
from wizard.storage.errors import NotFoundError

CALLS = ("open", "write", "fsync", "fchmod", "close", "link", "replace", "unlink")


def answered(case: Case) -> Case:
    """Return the case with one answer more."""
    count = len(case.answers)
    answer = Answer(choice=f"choice-{count}", given_at=MOMENT)
    return case.model_copy(update={"answers": {**case.answers, f"fact-{count}": answer}})


def main() -> None:
    """Serve the lines of the standard input."""
    for line in sys.stdin:
        command = line.split()
        folder = Path(command[1])
        child = os.fork()
        if child == 0:
            if command[0] == "answer":
                _answer_without_end(folder)
            _die_at(folder, int(command[2]))
            os._exit(0)
        _tell(f"started {child}")
        _, status = os.waitpid(child, 0)
        _tell(f"killed {-os.waitstatus_to_exitcode(status)}" if status else "finished")


def _tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _opened(cases: CaseFolder) -> Case:
    cases.prepare()
    try:
        return cases.load(cases.file_of(a_case(0)))
    except NotFoundError:
        return a_case(0)


def _answer_without_end(folder: Path) -> None:
    cases = CaseFolder(folder)
    case = _opened(cases)
    while True:
        case = answered(case)
        cases.save(case)
        _tell(f"saved {len(case.answers)}")


def _die_at(folder: Path, number: int) -> None:
    cases = CaseFolder(folder)
    case = answered(answered(_opened(cases)))
    left = number

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 passed on
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return call

    for name in CALLS:
        setattr(os, name, dying(getattr(os, name)))
    cases.save(case)


if __name__ == "__main__":
    main()
