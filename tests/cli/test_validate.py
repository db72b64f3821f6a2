# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`validate`: problems a line each, and an exit status that other programs can rely on."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.calling import contract_collection
from tests.cli.conftest import Run
from tests.engine.building import ask, collection, end, one_of
from wizard.model.collection import Collection
from wizard.model.problem import Problem
from wizard.storage.collections import write_collection

TODAY = ("--today", "2026-11-24")
LINE = re.compile(r"(error|warning|hint) (\S+(?: \S+)?): .+ \(.+\)")


def write(folder: Path, **changes: object) -> Path:
    """A collection with some parts of its manifest otherwise."""
    made = contract_collection()
    manifest = made.manifest.model_dump(mode="json") | changes
    write_collection(folder, Collection.model_validate({**made.model_dump(), "manifest": manifest}))
    return folder


def test_hints_alone_give_status_0(run: Run, folder: Path) -> None:
    ran = run("validate", folder, *TODAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "hint collection.json/c: Nothing uses this condition (Use it or take it out)",
    ]


def test_nothing_wrong_gives_status_0_and_no_line(run: Run, tmp_path: Path) -> None:
    nodes = [ask("q", "hurt", {"yes": "end", "no": "end"}), end()]
    sound = collection(nodes, [one_of("hurt")], {"claims": [], "against": []}, calendars=[])
    write_collection(tmp_path / "c", sound)
    ran = run("validate", tmp_path / "c", *TODAY)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert run("validate", tmp_path / "c", "--json", *TODAY).out == "[]\n"


def test_a_warning_gives_status_1(run: Run, folder: Path) -> None:
    ran = run("validate", folder, "--today", "2030-01-01")
    assert ran.status == 1
    assert ran.out.splitlines()[0] == (
        "warning collection.json next_check_due: The law was due for a check on 2027-05-01 "
        "(Check the law, then set both dates)"
    )


def test_an_error_gives_status_1_and_every_line_has_the_same_form(run: Run, tmp_path: Path) -> None:
    ran = run("validate", write(tmp_path / "c", claims=[]), *TODAY)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines
    assert all(LINE.fullmatch(line) for line in lines)
    assert lines[0].startswith("error inner/f: There is no claim “ftca”")


def test_the_problems_as_json_are_values_of_the_model(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path / "c", claims=[])
    told, lines = run("validate", folder, "--json", *TODAY), run("validate", folder, *TODAY)
    problems = [Problem.model_validate(one) for one in json.loads(told.out)]
    assert told.status == 1
    assert [str(problem) for problem in problems] == lines.out.splitlines()
    assert problems[0].kind == "claim-missing"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("collection.json", b"", "the file is empty"),
        ("facts.json", b"{", "the file is cut short"),
        ("outer.tree.json", b'{"format": 1, "id": "../outer", "first": "a", "nodes": []}', "is not an id"),
        ("authorities.json", b'{"authorities": [], "authorities": []}', "authorities"),
        ("inner.tree.json", b'{"format": 99, "id": "inner", "first": "a", "nodes": []}', "format"),
    ],
)
def test_a_file_that_cannot_be_read_gives_status_2_and_one_sentence_with_its_name(
    run: Run, folder: Path, name: str, data: bytes, expected: str
) -> None:
    (folder / name).write_bytes(data)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = run("validate", folder)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(str(folder / name))
    assert expected in line
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_not_there_gives_status_2(run: Run, tmp_path: Path) -> None:
    ran = run("validate", tmp_path / "gone")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
