# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program over a small collection, driven by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver
from tests.ui.small_collection import small_collection
from wizard.storage.collections import write_collection


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of collections that holds the small one."""
    folder = tmp_path_factory.mktemp("bundled")
    write_collection(folder / "small", small_collection())
    return folder


@pytest.fixture
def driver(qtbot: QtBot, bundled: Path, tmp_path: Path) -> Iterator[Driver]:
    """The running program, with Home shown and the engine loaded."""
    driver = Driver(qtbot, bundled, tmp_path / "user")
    driver.start()
    yield driver
    driver.end()
