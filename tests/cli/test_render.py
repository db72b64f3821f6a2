# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`render`, as a person or another program calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.export.pdf_text import page_sizes, pages_of
from tests.ui.small_collection import small_collection
from wizard.cli.main import main
from wizard.paths import trees_dir
from wizard.storage.collections import write_collection

pytestmark = pytest.mark.usefixtures("qapp")

TODAY = ("--today", "2026-11-24")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_collection(tmp_path / "small", small_collection())
    return tmp_path / "small"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"employer": "federal", "harm-date": "2025-02-12", "still": "likely"}))
    return file


def bundled_answers(scenario_id: str) -> dict[str, object]:
    for file in sorted((trees_dir() / "ice-force" / "scenarios").glob("*.json")):
        for scenario in json.loads(file.read_text(encoding="utf-8"))["scenarios"]:
            if scenario["id"] == scenario_id:
                answers: dict[str, object] = scenario["answers"]
                return answers
    raise KeyError(scenario_id)


def test_the_path_of_answers_becomes_a_png(folder: Path, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "path.png"
    asked = ["render", str(folder), "--tree", "short", "--answers", str(answers), "--out", str(out), *TODAY]
    assert main([*asked, "--scale", "print"]) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (2550, 3300)


def test_several_pages_become_numbered_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(bundled_answers("intake-custody-and-removal")))
    asked = ["render", str(trees_dir() / "ice-force"), "--tree", "intake", "--answers", str(answers), *TODAY]
    assert main([*asked, "--out", str(tmp_path / "path.png"), "--scale", "1"]) == 0
    told = capsys.readouterr().out.split()
    assert told == [str(tmp_path / f"path-{page}.png") for page in range(1, len(told) + 1)]
    assert len(told) > 1
    for name in told:
        assert QImage(name).width() == 816
    assert main([*asked, "--out", str(tmp_path / "path.pdf"), "--paper", "a4", "--language", "es"]) == 0
    pdf = (tmp_path / "path.pdf").read_bytes()
    assert page_sizes(pdf)[0] == pytest.approx((595.3, 841.9), abs=0.6)
    assert "¿Hay alguien" in pages_of(pdf)[0]


def test_without_answers_the_whole_chart_is_drawn(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    assert main(["render", str(folder), "--tree", "short", "--out", str(out), *TODAY]) == 0
    svg = out.read_text(encoding="utf-8")
    assert "Flowchart" in svg
    assert "You are here" not in svg


def test_the_whole_chart_can_show_a_walk_and_the_number_of_its_case(
    folder: Path, answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "chart.pdf"
    asked = ["render", str(folder), "--tree", "short", "--answers", str(answers), "--what", "whole", *TODAY]
    assert main([*asked, "--out", str(out), "--case-number", "2026-014"]) == 0
    words = pages_of(out.read_bytes())[0]
    assert "You are here" in words
    assert "Case 2026-014" in words


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--out", "chart.gif"], ".png, .svg, .pdf"),
        (["--out", "chart.png", "--what", "path"], "--answers FILE"),
        (["--out", "chart.png", "--language", "fr"], "en, es"),
        (["--out", "chart.png", "--answers", "nowhere.json"], "nowhere.json"),
        (["--out", "no/such/folder/chart.png"], "folder"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    more: list[str],
    told: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["render", str(folder), "--tree", "short", *TODAY, *more]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    assert sorted(tmp_path.rglob("*")) == before


def test_an_unknown_tree_is_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "chart.png"
    assert main(["render", str(folder), "--tree", "nothing", "--out", str(out)]) == 2
    assert "there is no tree “nothing”" in capsys.readouterr().err
    assert not out.exists()


def test_it_needs_no_screen(folder: Path, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "path.png"
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    without["QT_QPA_PLATFORM"] = "xcb"
    run = subprocess.run(
        [
            *(sys.executable, "-m", "wizard", "render", str(folder), "--tree", "short"),
            *("--answers", str(answers), "--out", str(out), *TODAY),
        ],
        capture_output=True,
        text=True,
        env=without,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert run.stdout == f"{out}\n"
    assert QImage(str(out)).width() == 1632
