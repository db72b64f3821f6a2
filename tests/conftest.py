# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test gets: no screen, no network, a home of its own, nothing left behind."""

import logging
import os
import re
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typing_extensions import override

from wizard.__main__ import keep_constants_alive, refuse_sockets

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.leftovers import before_the_test, left_over, noting_what_starts
from wizard.chart.fonts import load_fonts

# No timed assertion: an example has no deadline, and a slow machine is no fault. The same commit has the same examples;
# HYPOTHESIS_PROFILE=thorough looks for new ones.
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _patient, max_examples=40, derandomize=True, database=None)
settings.register_profile("ci", _patient, max_examples=60, derandomize=True, database=None, print_blob=True)
settings.register_profile("thorough", _patient, max_examples=1500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "quick"))

ExpectLogRecord = Callable[[str], AbstractContextManager[None]]
"""`with expect_log_record("regular expression"):` one such record must come."""

_call_failed = pytest.StashKey[bool]()


def pytest_configure() -> None:
    """Put the tests under the program's own rule: no socket is touched."""
    keep_constants_alive()
    sys.addaudithook(refuse_sockets)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed: its traceback keeps its widgets alive."""
    report = yield
    if report.when == "call":
        item.stash[_call_failed] = report.failed
    return report


@pytest.fixture(scope="session", autouse=True)
def _note_what_starts() -> Iterator[None]:
    with noting_what_starts():
        yield


@pytest.fixture(autouse=True)
def user_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that every rule of every system leads to."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    before = before_the_test()
    yield
    if request.node.stash.get(_call_failed, False):
        return
    if found := left_over(before):
        pytest.fail("the test left behind: " + ", ".join(found), pytrace=False)


class _Records(logging.Handler):
    """Keeps the log records that nobody has expected yet."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _log_records() -> Iterator[_Records]:
    records = _Records()
    logging.getLogger().addHandler(records)
    yield records
    logging.getLogger().removeHandler(records)
    if records.kept:
        pytest.fail("log records that the test did not expect:\n" + "\n".join(records.kept), pytrace=False)


@pytest.fixture
def expect_log_record(_log_records: _Records) -> ExpectLogRecord:
    """Allow one log record at WARNING or above, and demand that it comes."""

    @contextmanager
    def expecting(pattern: str) -> Iterator[None]:
        yield
        matching = [text for text in _log_records.kept if re.search(pattern, text)]
        assert matching, f"no log record matches {pattern!r}: {_log_records.kept}"
        _log_records.kept.remove(matching[0])

    return expecting


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application, with the bundled fonts, so that every machine draws alike."""
    load_fonts()
    return qapp
