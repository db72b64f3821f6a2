# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`review`, as a person calls it."""

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.cli.calling import CHECKOUT, contract_collection
from tests.cli.conftest import Run
from tests.engine.building import collection, end, finding, remark
from wizard.model.collection import Collection
from wizard.paths import trees_dir
from wizard.storage.collections import write_collection

TODAY = ("--today", "2026-11-24")


def words(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows[:4] for cell in row.cells]
    return "\n".join([*[paragraph.text for paragraph in document.paragraphs], *cells])


def test_the_bundled_collection_becomes_a_word_document(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "review.docx"
    ran = run("review", trees_dir() / "ice-force", "--out", out, *TODAY)
    assert (ran.status, ran.out, ran.err) == (0, f"{out}\n", "")
    told = words(out)
    assert "Force by immigration officers" in told
    assert "Legal information for people who work under a supervising attorney. It is not legal advice." in told
    assert "24 November 2026" in told
    # Nothing that was written on the way is left.
    assert [path.name for path in tmp_path.iterdir()] == ["review.docx"]


def test_two_runs_write_the_same_bytes(run: Run, folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.docx" for number in (1, 2)]
    for seed, out in enumerate(files):
        assert run("review", folder, "--out", out, *TODAY, PYTHONHASHSEED=str(seed), TZ="Asia/Tokyo").status == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_it_speaks_spanish_and_takes_the_suffix_in_capitals(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "REVISION.DOCX"
    assert run("review", folder, "--out", out, "--language", "es", *TODAY).status == 0
    assert "Todo el derecho de la colección, para la revisión de un abogado supervisor" in words(out)


def test_an_older_review_is_replaced(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.docx"
    out.write_bytes(b"old")
    assert run("review", folder, "--out", out).status == 0
    assert out.read_bytes().startswith(b"PK")


def broken(folder: Path, made: Collection) -> Path:
    write_collection(folder, made)
    return folder


def missing_authority() -> Collection:
    return collection([finding("f", "end", authorities=[{"authority": "nobody"}]), end()])


def a_circle() -> Collection:
    return collection([remark("r", "r2"), remark("r2", "r"), end()])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["COLLECTION", "--out", "review.pdf"], "review.pdf: a review is a Word document. End its name in .docx"),
        (["COLLECTION", "--out", "review"], "review: a review is a Word document. End its name in .docx"),
        (["COLLECTION", "--out", "no/such/review.docx"], "its folder is not there any more"),
        (["COLLECTION", "--out", "a-folder.docx"], "something that is not a file has its name"),
        (["COLLECTION", "--out", "r.docx", "--language", "fr"], "it does not speak “fr”. It has: en, es"),
        (["nowhere", "--out", "r.docx"], "nowhere: there is no such folder"),
        (["missing", "--out", "r.docx"], "There is no authority “nobody”"),
        (["circle", "--out", "r.docx"], "The nodes lead round in a circle: r"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], told: str, tmp_path: Path) -> None:
    write_collection(tmp_path / "COLLECTION", contract_collection())
    write_collection(tmp_path / "missing", missing_authority())
    write_collection(tmp_path / "circle", a_circle())
    (tmp_path / "a-folder.docx").mkdir()
    before = sorted(tmp_path.rglob("*"))
    ran = subprocess.run(
        [sys.executable, "-m", "wizard", "review", *arguments],
        cwd=tmp_path,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_it_needs_no_qt_and_nothing_else_loads_python_docx(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from wizard.cli.main import main\n"
        "def loaded():\n"
        "    print(sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'docx', 'lxml'}))\n"
        f"main(['validate', {str(folder)!r}, '--today', '2026-11-24'])\n"
        "loaded()\n"
        f"main(['review', {str(folder)!r}, '--out', {str(tmp_path / 'r.docx')!r}])\n"
        "loaded()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    lines = ran.stdout.splitlines()
    assert (lines[-3], lines[-1]) == ("[]", "['docx', 'lxml']")
