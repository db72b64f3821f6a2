# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`matrix`: a CSV that says what each answer can lead to, or one sentence why not."""

import csv
import json
from functools import partial
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from wizard.cli.main import main
from wizard.engine.matrix import matrix

STATUSES = ("available", "arguable", "likely-foreclosed", "barred", "not-reached")


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_answer_has_a_row_with_the_statuses_that_it_can_lead_to(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "matrix.csv"
    ran = run("matrix", folder, "--tree", "outer", "--out", out, "--today", "2026-11-24")
    assert (ran.status, ran.out, ran.err) == (0, f"{out}\n", "")
    rows = rows_of(out)
    seen = {
        (row["fact"], row["value"], row["marked"]): {status for status in STATUSES if row[status] == "x"}
        for row in rows
    }
    assert seen["hurt", "no", "yes"] == {"not-reached"}
    assert seen["harms", "hit", "yes"] == {"arguable"}
    assert seen["harms", "hit", "no"] == seen["harms", "none", "yes"] == {"likely-foreclosed"}
    assert seen["day", "", "yes"] == {"arguable", "likely-foreclosed"}
    (hit,) = [row for row in rows if (row["fact"], row["value"], row["marked"]) == ("harms", "hit", "yes")]
    assert (hit["line"], hit["against"], hit["telling"], hit["findings"]) == ("ftca", "the United States", "yes", "s/f")


def test_a_text_that_a_spreadsheet_would_run_is_only_shown(run: Run, folder: Path, tmp_path: Path) -> None:
    file = folder / "facts.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    for fact in written["facts"]:
        fact["title"]["en"] = "=HYPERLINK(1)"
    file.write_text(json.dumps(written), encoding="utf-8")
    out = tmp_path / "matrix.csv"
    assert run("matrix", folder, "--tree", "outer", "--out", out).status == 0
    assert {row["fact title"] for row in rows_of(out)} == {"'=HYPERLINK(1)"}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--tree", "gone", "--out", "m.csv"], "there is no tree “gone”"),
        (["--tree", "outer", "--out", "m.xls"], "End its name in"),
        (["--tree", "outer", "--out", "m.csv", "--language", "fr"], "does not speak “fr”"),
        (["--tree", "outer", "--out", "no-such-folder/m.csv"], "no-such-folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(run: Run, folder: Path, more: list[str], says: str) -> None:
    ran = run("matrix", folder, *more)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not Path("m.csv").exists()


def test_a_tree_that_is_too_large_names_the_trees_to_ask_for_instead(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wizard.cli.matrix.matrix", partial(matrix, cap=3))
    out = tmp_path / "m.csv"
    assert main(["matrix", str(folder), "--tree", "outer", "--out", str(out)]) == 1
    says = "not proven: more than 3 states had to be told apart. Ask for the trees that it walks, one by one: inner\n"
    assert capsys.readouterr().out == says
    assert not out.exists()


def test_the_document_to_read_says_what_each_answer_and_each_finding_needs(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "matrix.docx"
    assert run("matrix", folder, "--tree", "outer", "--out", out, "--today", "2026-11-24").status == 0
    told = docx.Document(str(out))
    words = [paragraph.text for paragraph in told.paragraphs]
    assert "FTCA  against the United States" in words
    assert "It can end as: arguable, likely foreclosed, not reached" in words
    needs = words[words.index("f  arguable  s/f") + 1 :]
    assert needs[:2] == ["hurt: all but: no", "harms: hit; not: none of these; not: not sure yet"]
    rows = [[one.text for one in row.cells] for row in told.tables[0].rows]
    assert rows[0] == ["Question", "Answer", "Avail.", "Arg.", "Likely f.", "Barred", "Not r."]
    assert ["harms", "hit", "", "\u25cf", "", "", ""] in rows
    again = tmp_path / "again.docx"
    assert run("matrix", folder, "--tree", "outer", "--out", again, "--today", "2026-11-24").status == 0
    assert again.read_bytes() == out.read_bytes()
