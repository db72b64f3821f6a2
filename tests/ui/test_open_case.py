# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The open case: saved one at a time, newest last, and never left half done."""

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.driver import Driver
from tests.ui.small_collection import small_collection
from wizard.engine.answering import new_case
from wizard.engine.graph import link
from wizard.model.case import Case, CollectionRef
from wizard.storage.cases import CaseFolder
from wizard.ui.jobs import Jobs
from wizard.ui.open_case import NoCaseError, OpenCase


class SlowFolder(CaseFolder):
    """A folder on a slow drive: each save waits until it is let go."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.gate = threading.Event()
        self.gate.set()
        self.saved: list[dict[str, object]] = []

    @override
    def save(self, case: Case, path: Path | None = None) -> Path:
        self.gate.wait(20)
        self.saved.append(dict(case.values()))
        return super().save(case, path)


@pytest.fixture
def folder(tmp_path: Path) -> SlowFolder:
    folder = SlowFolder(tmp_path / "cases")
    folder.prepare()
    return folder


@pytest.fixture
def opened(folder: SlowFolder, qapp: object) -> Iterator[OpenCase]:
    assert qapp is not None
    jobs = Jobs()
    case = OpenCase(jobs, folder)
    graph = link(small_collection(), "short")
    ref = CollectionRef(id="small", version="1.0", digest="0" * 64)
    started = datetime(2026, 11, 24, tzinfo=UTC)
    case.start(new_case("2026-001", uuid.uuid4(), ref, "short", started), graph)
    jobs.finish()
    folder.saved.clear()
    yield case
    folder.gate.set()
    case.close()
    jobs.finish()


def test_while_one_save_runs_only_the_newest_state_waits(opened: OpenCase, folder: SlowFolder, qtbot: QtBot) -> None:
    folder.gate.clear()
    for value in ("federal", "state", "company", "federal", "state"):
        opened.answer(value)
    folder.gate.set()
    qtbot.waitUntil(lambda: opened.is_saved)
    assert folder.saved == [{"employer": "federal"}, {"employer": "state"}]
    assert [change.after.value for change in opened.case.history if change.after is not None] == [
        *("federal", "state", "company", "federal", "state")
    ]


def test_next_waits_for_the_save_and_then_goes_on_by_itself(opened: OpenCase, folder: SlowFolder, qtbot: QtBot) -> None:
    folder.gate.clear()
    opened.answer("federal")
    opened.next()
    assert opened.at == "q-employer"
    folder.gate.set()
    qtbot.waitUntil(lambda: opened.at == "q-date")


def test_closing_waits_for_the_last_save(opened: OpenCase, folder: SlowFolder) -> None:
    folder.gate.clear()
    opened.answer("federal")
    threading.Timer(0.05, folder.gate.set).start()
    file = opened.file
    assert opened.close()
    assert folder.load(file).values() == {"employer": "federal"}


def test_the_same_answer_again_is_no_change(opened: OpenCase, folder: SlowFolder, qtbot: QtBot) -> None:
    opened.answer("federal")
    qtbot.waitUntil(lambda: opened.is_saved)
    opened.answer("federal")
    assert opened.is_saved
    assert folder.saved == [{"employer": "federal"}]


def test_a_rescue_saves_at_once_what_is_on_its_way(opened: OpenCase, folder: SlowFolder) -> None:
    folder.gate.clear()
    opened.answer("federal")
    threading.Timer(0.05, folder.gate.set).start()
    opened.rescue()
    assert folder.load(opened.file).values() == {"employer": "federal"}


def test_without_a_case_nothing_can_be_asked_of_it(folder: SlowFolder, qapp: object) -> None:
    assert qapp is not None
    empty = OpenCase(Jobs(), folder)
    assert not empty.is_open
    assert empty.close()
    for name in ("case", "walk", "file"):
        with pytest.raises(NoCaseError):
            getattr(empty, name)


def test_a_step_passed_because_its_fact_was_known_leads_to_where_it_was_answered(driver: Driver) -> None:
    driver.start_case()
    driver.choose("A federal agency")
    driver.open_case.go_to("q-employer")
    assert driver.open_case.at == "q-employer"
    driver.open_case.go_to("no-such-step")
    assert driver.open_case.at == "q-employer"
