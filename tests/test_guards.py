# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guards of conftest.py catch what they are there for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

CARELESS_TESTS = """
import logging, socket, threading, warnings
import pytest
from PySide6.QtCore import QObject, QPauseAnimation, QThread, QTimer, qWarning
from PySide6.QtWidgets import QLabel

kept = []

def test_opens_a_socket():
    socket.socket()

def test_asks_for_an_address():
    socket.getaddrinfo("localhost", 80)

def test_warns():
    warnings.warn("old")

def test_qt_warns(qtbot):
    qWarning("odd")

def test_logs():
    logging.getLogger("wizard.storage").warning("disk full")

def test_expects_a_record_that_does_not_come(expect_log_record):
    with expect_log_record("disk full"):
        pass

def test_leaves_a_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, args=(20,), name="stray", daemon=True).start()

def test_leaves_a_timer(qtbot):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)

def test_leaves_an_animation(qtbot):
    animation = QPauseAnimation(60_000)
    animation.start()
    kept.append(animation)

def test_leaves_a_window(qtbot):
    label = QLabel("still here")
    label.setObjectName("stray-window")
    label.show()
    kept.append(label)

def test_fails_in_a_slot(qtbot):
    class Thing(QObject):
        def fault(self):
            raise ValueError("in a slot")
    thing = Thing()
    QTimer.singleShot(0, thing.fault)
    qtbot.wait(20)

def test_clean(qtbot, expect_log_record, user_home):
    label = QLabel()
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(60_000)
    with expect_log_record("disk .*"):
        logging.getLogger("wizard.storage").warning("disk full")
    assert list(user_home.iterdir()) == []
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the careless tests, run under the real conftest.py."""
    folder = tmp_path_factory.mktemp("careless")
    (folder / "test_careless.py").write_text(CARELESS_TESTS, encoding="utf-8")
    options = ["-c", str(TESTS.parent / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(TESTS.parent), str(folder), "-rA"],
        capture_output=True,
        text=True,
        cwd=TESTS.parent,
        env={**os.environ, "COLUMNS": "300"},
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("test_opens_a_socket", "was refused"),
        ("test_asks_for_an_address", "was refused"),
        ("test_warns", "old"),
        ("test_qt_warns", "Qt messages with level WARNING"),
        ("test_logs", "records that the test did not expect"),
        ("test_expects_a_record_that_does_not_come", "no log record matches"),
        ("test_leaves_a_thread", "thread stray"),
        ("test_leaves_a_timer", "running QTimer"),
        ("test_leaves_an_animation", "running QPauseAnimation"),
        ("test_leaves_a_window", "stray-window"),
        ("test_fails_in_a_slot", "in a slot"),
    ],
)
def test_a_careless_test_fails(told: str, name: str, reason: str) -> None:
    lines = [
        line
        for line in told.splitlines()
        if line.startswith(("FAILED", "ERROR")) and f"::{name}" in line.split(" - ")[0]
    ]
    assert lines, told
    assert reason in told


def test_a_careful_test_passes(told: str) -> None:
    assert "PASSED test_careless.py::test_clean" in told
    assert not [line for line in told.splitlines() if line.startswith(("FAILED", "ERROR")) and "test_clean" in line]
