# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scenarios`: a line for each, and status 1 where one does not hold."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_scenarios_that_hold_give_status_0(run: Run, folder: Path) -> None:
    ran = run("scenarios", folder)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "holds  hit: A client who was hit",
        "1 of 1 scenarios hold",
        "outer: 5 of 5 nodes visited",
        "inner: 6 of 7 nodes visited; not o",
    ]


def test_a_scenario_that_fails_gives_status_1_and_says_what_came_out(run: Run, folder: Path) -> None:
    file = folder / "scenarios" / "outer.scenarios.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    written["scenarios"][0]["expected"]["statuses"]["ftca"] = "barred"
    file.write_text(json.dumps(written), encoding="utf-8")
    ran = run("scenarios", folder)
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "FAILS  hit: A client who was hit",
        "       The line “ftca” is arguable, expected barred",
        "0 of 1 scenarios hold",
        "outer: 5 of 5 nodes visited",
        "inner: 6 of 7 nodes visited; not o",
    ]


def test_a_tree_that_cannot_be_linked_gives_status_2_and_one_sentence(run: Run, folder: Path) -> None:
    file = folder / "outer.tree.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"next": "r"', '"next": "s"'), encoding="utf-8")
    ran = run("scenarios", folder)
    assert (ran.status, ran.out) == (2, "")
    assert "lead round in a circle" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_collection_that_cannot_be_read_gives_status_2(run: Run, tmp_path: Path) -> None:
    assert run("scenarios", tmp_path / "gone").status == 2
