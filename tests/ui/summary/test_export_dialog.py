# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that saves a picture, by mouse and by keys, writing real files."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.export.pdf_text import page_sizes, pages_of
from tests.export.walks import TODAY, bundled_walk, small_walk
from tests.ui.summary.cases import NOW, case_of
from wizard.engine import answering
from wizard.engine.walk import Walk
from wizard.export.formats import Described
from wizard.export.png import Pixels
from wizard.model.case import Case
from wizard.storage.settings import Settings
from wizard.ui.jobs import Jobs
from wizard.ui.summary.export_dialog import ExportDialog, described_words
from wizard.ui.summary.picture_form import language_name, paper_here
from wizard.ui.theme import appearance
from wizard.ui.widgets.segments import Segments


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    assert qapp is not None
    appearance()
    jobs = Jobs()
    yield jobs
    jobs.finish()


class Asked:
    """The dialog, with what a person does."""

    def __init__(
        self, qtbot: QtBot, jobs: Jobs, folder: Path, made: Walk | None = None, case: Case | None = None, **kept: object
    ) -> None:
        walked = small_walk() if made is None else made
        settings = Settings(export_folder=str(folder), **{"picture_paper": "letter", **kept})  # type: ignore[arg-type]
        self.qtbot = qtbot
        self.jobs = jobs
        self.folder = folder
        self.dialog = ExportDialog(walked, case or case_of(walked), settings, jobs, "en")
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)
        self.settle()

    def settle(self) -> None:
        self.jobs.finish()
        QTest.qWait(5)

    def choose(self, segments: Segments, number: int) -> None:
        button = segments.findChildren(QPushButton)[number]
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def save(self) -> list[Path]:
        with self.qtbot.waitSignal(self.dialog.saved) as saved:
            QTest.mouseClick(self.dialog.save_button, Qt.MouseButton.LeftButton)
            self.settle()
        assert saved.args is not None
        files: tuple[Path, ...] = saved.args[0]
        return list(files)

    @property
    def told(self) -> str:
        banner = self.dialog.banner
        return "" if banner is None else banner.accessibleName()


@pytest.fixture
def asked(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Asked:
    return Asked(qtbot, jobs, tmp_path)


def test_one_click_saves_the_path_and_says_where(asked: Asked) -> None:
    files = asked.save()
    assert [file.name for file in files] == ["2026-014 decision path 2026-11-24.png"]
    assert QImage(str(files[0])).size().toTuple() == (1632, 2112)
    assert asked.told == f"Done. The picture is saved. {files[0]}"
    assert list(asked.folder.iterdir()) == files


def test_it_says_before_what_will_be_written(asked: Asked) -> None:
    form, info = asked.dialog.form, asked.dialog.info
    assert info.text() == "1 file. 1,632 × 2,112 pixels."
    asked.choose(form.scales, 2)
    assert info.text() == "1 file. 2,550 × 3,300 pixels."
    asked.choose(form.kinds, 1)
    assert info.text() == "1 file. Lines stay sharp at any size."
    asked.choose(form.kinds, 2)
    assert info.text() == "1 file with 1 page."


def test_several_pages_are_files_of_their_own_or_one_pdf(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    asked = Asked(qtbot, jobs, tmp_path, bundled_walk("ftca-1-street-shooting"), picture_scale="1x")
    assert asked.dialog.info.text() == "2 pages, each a file of its own. 816 × 1,056 pixels."
    files = asked.save()
    assert [file.name for file in files] == [
        "2026-014 decision path 2026-11-24 page 1 of 2.png",
        "2026-014 decision path 2026-11-24 page 2 of 2.png",
    ]
    assert "2 files, the first is" in asked.told
    asked.choose(asked.dialog.form.kinds, 2)
    asked.choose(asked.dialog.form.papers, 1)
    assert asked.dialog.info.text() == "1 file with 2 pages."
    pdf = asked.save()[0]
    assert len(pages_of(pdf.read_bytes())) == 2
    assert page_sizes(pdf.read_bytes())[0] == pytest.approx((595.3, 841.9), abs=0.6)


def test_the_whole_chart_can_be_saved_in_the_other_language(asked: Asked) -> None:
    form = asked.dialog.form
    asked.choose(form.parts, 1)
    asked.choose(form.kinds, 1)
    asked.choose(form.speech, 1)
    assert form.name_field.text() == "2026-014 flowchart 2026-11-24"
    assert not form.papers.isVisible()
    assert not form.scales.isVisible()
    files = asked.save()
    assert files[0].suffix == ".svg"
    assert "You are here" in files[0].read_text(encoding="utf-8")


def test_a_preview_shows_the_first_page_and_follows_the_choices(asked: Asked) -> None:
    first = asked.dialog.preview.image
    assert first is not None
    assert first.width() < first.height()
    asked.choose(asked.dialog.form.parts, 1)
    second = asked.dialog.preview.image
    assert second is not None
    assert second != first


def test_a_high_chart_is_previewed_by_its_top(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    asked = Asked(qtbot, jobs, tmp_path, bundled_walk("ftca-27-taken-phone"), picture_part="whole")
    assert asked.dialog._preview_note.text() == "The top of the chart"
    asked.choose(asked.dialog.form.scales, 2)
    assert "30,000 pixels" in asked.dialog.info.text()


def test_choices_and_folder_are_given_back_to_be_remembered(asked: Asked) -> None:
    asked.choose(asked.dialog.form.kinds, 2)
    asked.choose(asked.dialog.form.papers, 1)
    with asked.qtbot.waitSignal(asked.dialog.settings_chosen) as chosen:
        asked.save()
    assert chosen.args is not None
    settings: Settings = chosen.args[0]
    assert (settings.picture_kind, settings.picture_paper, settings.picture_part) == ("pdf", "a4", "path")
    assert settings.export_folder == str(asked.folder)


def test_what_was_remembered_is_offered(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    asked = Asked(
        qtbot, jobs, tmp_path, picture_kind="pdf", picture_part="whole", picture_scale="print", picture_paper="a4"
    )
    form = asked.dialog.form
    assert (form.kind, form.part, form.scale, form.paper, form.folder) == ("pdf", "whole", "print", "a4", tmp_path)


def test_a_folder_that_is_gone_is_not_offered(qtbot: QtBot, jobs: Jobs, tmp_path: Path, user_home: Path) -> None:
    asked = Asked(qtbot, jobs, tmp_path / "gone")
    assert asked.dialog.form.folder.is_dir()
    assert user_home in (asked.dialog.form.folder, *asked.dialog.form.folder.parents)


def test_a_file_that_is_there_is_replaced_only_when_asked_twice(asked: Asked) -> None:
    there = asked.folder / "2026-014 decision path 2026-11-24.png"
    there.write_bytes(b"kept")
    asked.press(asked.dialog.save_button)
    assert there.read_bytes() == b"kept"
    assert "There is such a file already" in asked.told
    assert asked.dialog.save_button.text() == "Replace"
    asked.save()
    assert QImage(str(there)).width() == 1632
    assert asked.dialog.save_button.text() == "Save picture"


def test_another_name_is_no_replacing(asked: Asked) -> None:
    there = asked.folder / "2026-014 decision path 2026-11-24.png"
    there.write_bytes(b"kept")
    asked.press(asked.dialog.save_button)
    field = asked.dialog.form.name_field
    field.setFocus()
    QTest.keyClicks(field, " b/c")
    assert asked.dialog.save_button.text() == "Save picture"
    assert asked.told == ""
    assert [file.name for file in asked.save()] == ["2026-014 decision path 2026-11-24 b-c.png"]
    assert there.read_bytes() == b"kept"


def test_a_name_of_ones_own_stays_when_choices_change(asked: Asked) -> None:
    field = asked.dialog.form.name_field
    field.selectAll()
    QTest.keyClicks(field, "for the file")
    asked.choose(asked.dialog.form.kinds, 2)
    assert field.text() == "for the file"
    assert [file.name for file in asked.save()] == ["for the file.pdf"]


def test_without_a_name_it_asks_for_one(asked: Asked) -> None:
    field = asked.dialog.form.name_field
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    asked.press(asked.dialog.save_button)
    assert asked.dialog.form.name_error.text == "Write a name for the file"
    assert list(asked.folder.iterdir()) == []
    QTest.keyClicks(field, "a")
    assert asked.dialog.form.name_error.text == ""


def test_another_folder_can_be_chosen(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    asked.press(asked.dialog.form.folder_button)
    assert asked.dialog.form.folder_label.text() == str(other)
    assert asked.save()[0].parent == other


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="this user may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_said(asked: Asked, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    asked.dialog.form.set_folder(locked)
    asked.press(asked.dialog.save_button)
    assert "The picture is not saved" in asked.told


def test_a_folder_pulled_away_is_said_with_what_to_do(asked: Asked) -> None:
    asked.dialog.form.set_folder(asked.folder / "gone")
    asked.press(asked.dialog.save_button)
    assert asked.told.startswith("Error. The picture is not saved.")
    assert "save elsewhere" in asked.told
    assert asked.dialog.save_button.isVisible()
    asked.dialog.form.set_folder(asked.folder)
    assert asked.told == ""
    assert asked.save()


def test_an_export_can_be_stopped_and_leaves_nothing_behind(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    asked = Asked(
        qtbot, jobs, tmp_path, bundled_walk("ftca-1-street-shooting"), picture_part="whole", picture_scale="print"
    )
    dialog = asked.dialog
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.progress.isVisible()
    assert not dialog.save_button.isVisible()
    qtbot.waitUntil(lambda: dialog.progress.value() >= 1, timeout=20_000)
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.save_button.isVisible()
    asked.settle()
    assert list(tmp_path.iterdir()) == []
    assert asked.told == ""


def test_closing_stops_what_is_under_way(asked: Asked) -> None:
    QTest.mouseClick(asked.dialog.save_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(asked.dialog, Qt.Key.Key_Escape)
    assert not asked.dialog.isVisible()
    asked.settle()
    assert asked.told == ""


def test_enter_saves(asked: Asked) -> None:
    with asked.qtbot.waitSignal(asked.dialog.saved):
        QTest.keyClick(asked.dialog.form.name_field, Qt.Key.Key_Return)
        asked.settle()


def test_the_name_of_the_client_is_in_no_file(asked: Asked) -> None:
    for number in range(3):
        asked.choose(asked.dialog.form.kinds, number)
        for file in asked.save():
            assert "Jane" not in file.name
            data = file.read_bytes()
            assert b"Jane" not in data
            assert "Jane".encode("utf-16-be") not in data


def test_a_sign_off_stands_on_the_picture(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    made = small_walk()
    case = answering.sign_off(case_of(made), "A. Attorney", NOW)
    asked = Asked(qtbot, jobs, tmp_path, made, answering.answer(case, "still", "over", NOW), picture_kind="pdf")
    words = pages_of(asked.save()[0].read_bytes())[0].replace(" ", "")
    assert "SignedoffbyA.Attorney" in words
    assert "Void:ananswerhaschangedsince." in words
    assert asked.dialog.options().made_on == TODAY


@pytest.mark.parametrize(
    ("described", "pdf", "told"),
    [
        (Described(1, 1, None, 0), False, "1 file. Lines stay sharp at any size."),
        (
            Described(3, 3, Pixels(10, 20, 96, lowered=False), 0),
            False,
            "3 pages, each a file of its own. 10 × 20 pixels.",
        ),
        (Described(1, 1, None, 0), True, "1 file with 1 page."),
        (Described(4, 1, None, 0), True, "1 file with 4 pages."),
        (
            Described(24, 1, None, 23),
            True,
            "1 file with 24 pages. The first shows the whole chart, the other 23 are parts to put together.",
        ),
    ],
)
def test_every_kind_of_file_is_described(described: Described, pdf: bool, told: str) -> None:
    assert described_words(described, pdf=pdf) == told


def test_languages_are_named_in_themselves_and_paper_is_one_of_two() -> None:
    assert [language_name(code) for code in ("en", "es")] == ["English", "Español"]
    assert language_name("fr").startswith("Fran")
    assert paper_here() in ("letter", "a4")
