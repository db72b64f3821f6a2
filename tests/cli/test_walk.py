# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`walk`, the contract that other programs call: every field, every kind of answer, every way of giving them."""

import contextlib
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import CHECKOUT
from tests.cli.conftest import Run
from wizard.cli import reading
from wizard.cli.main import main

ANSWERS = {"hurt": "yes", "harms": ["hit"], "day": "2026-03-02", "count": 3, "unused": "yes"}
TODAY = ("--today", "2026-11-24")

WALKED = {
    "trail": [
        {"node": "q-hurt", "fact": "hurt", "value": "yes", "how": "answered"},
        {"node": "q-harms", "fact": "harms", "value": ["hit"], "how": "answered"},
        {"node": "s", "fact": None, "value": None, "how": "entered"},
        {"node": "s/q-day", "fact": "day", "value": "2026-03-02", "how": "answered"},
        {"node": "s/q-count", "fact": "count", "value": 3, "how": "answered"},
        {"node": "s/q-hurt", "fact": "hurt", "value": "yes", "how": "known"},
        {"node": "s/g", "fact": None, "value": None, "how": "branched"},
        {"node": "s/f", "fact": None, "value": None, "how": "noted"},
        {"node": "r", "fact": None, "value": None, "how": "noted"},
    ],
    "asked": None,
    "ended": "end",
    "board": [
        {"claim": "ftca", "against": "us", "status": "arguable", "rests_on_open_facts": False, "findings": ["s/f"]}
    ],
    "remarks": [{"node": "r", "claims": [], "topic": "protect"}],
    "deadlines": [
        {
            "rule": "due",
            "role": "last-day",
            "act_by": "2028-03-01",
            "raw": "2028-03-02",
            "latest": "2028-03-02",
            "state": "open",
        }
    ],
    "open_facts": [],
    "parked": ["unused"],
    "remaining": {"fewest": 0, "most": 0},
}


def called(run: Run, folder: Path, answers: object, *more: str) -> dict[str, Any]:
    """The JSON result of a walk with these answers on standard input."""
    asked = ("walk", folder, "--tree", "outer", "--answers", "-", "--json", *TODAY, *more)
    ran = run(*asked, stdin=json.dumps(answers).encode())
    assert (ran.status, ran.err) == (0, "")
    result: dict[str, Any] = json.loads(ran.out)
    return result


def test_a_whole_walk_has_every_field_of_the_contract(run: Run, folder: Path) -> None:
    assert called(run, folder, ANSWERS) == WALKED


def test_a_walk_that_has_not_ended_names_the_node_and_the_fact_now_asked(run: Run, folder: Path) -> None:
    result = called(run, folder, {"hurt": "yes", "harms": []})
    assert (result["asked"], result["ended"]) == ({"node": "s/q-day", "fact": "day"}, None)
    assert result["remaining"] == {"fewest": 2, "most": 2}
    assert result["trail"][1] == {"node": "q-harms", "fact": "harms", "value": [], "how": "answered"}


def test_null_is_not_sure_yet(run: Run, folder: Path) -> None:
    result = called(run, folder, {**ANSWERS, "harms": None, "day": None})
    assert result["open_facts"] == ["harms", "day"]
    assert result["trail"][1] == {"node": "q-harms", "fact": "harms", "value": None, "how": "unsure"}
    (line,) = result["board"]
    assert (line["status"], line["rests_on_open_facts"]) == ("likely-foreclosed", True)


def test_a_deadline_without_its_date_has_nulls(run: Run, folder: Path) -> None:
    (due,) = called(run, folder, {**ANSWERS, "day": None})["deadlines"]
    assert due == {
        "rule": "due",
        "role": "last-day",
        "act_by": None,
        "raw": None,
        "latest": None,
        "state": "not-known",
    }


def test_the_day_of_the_walk_decides_the_state_of_a_deadline(run: Run, folder: Path) -> None:
    assert called(run, folder, ANSWERS, "--today", "2028-03-03")["deadlines"][0]["state"] == "past"


def test_without_answers_the_first_question_is_asked(run: Run, folder: Path) -> None:
    assert called(run, folder, {})["asked"] == {"node": "q-hurt", "fact": "hurt"}


def test_the_answers_may_lie_in_a_file(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ANSWERS), encoding="utf-8")
    ran = run("walk", folder, "--tree", "outer", "--answers", file, "--json", *TODAY)
    assert json.loads(ran.out) == WALKED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_the_answers_may_come_through_a_named_pipe(run: Run, folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(json.dumps(ANSWERS),))
    writer.start()
    ran = run("walk", folder, "--tree", "outer", "--answers", pipe, "--json", *TODAY)
    writer.join()
    assert json.loads(ran.out) == WALKED


def test_a_person_gets_the_walk_in_words(run: Run, folder: Path) -> None:
    answers = {**ANSWERS, "day": None}
    ran = run("walk", folder, "--tree", "outer", "--answers", "-", *TODAY, stdin=json.dumps(answers).encode())
    assert ran.out.splitlines() == [
        "answered  q-hurt: q-hurt = yes",
        "answered  q-harms: q-harms = hit",
        "entered   s: s",
        "unsure    s/q-day: q-day = not sure yet",
        "answered  s/q-count: q-count = 3",
        "known     s/q-hurt: q-hurt = yes",
        "branched  s/g: g",
        "noted     s/f: f",
        "noted     r: r",
        "ended     end",
        "claim     FTCA, against the United States: arguable",
        "deadline  due: act by not known (not-known)",
        "open      day",
        "parked    unused",
        "questions left: 0 to 0",
    ]


# --- batch -----------------------------------------------------------------------------


def batch(run: Run, folder: Path, lines: bytes) -> tuple[int, list[dict[str, Any]]]:
    """Exit status and results of a batch."""
    ran = run("walk", folder, "--tree", "outer", "--answers", "-", "--batch", *TODAY, stdin=lines)
    assert ran.err == ""
    return ran.status, [json.loads(line) for line in ran.out.splitlines()]


def test_a_batch_gives_one_result_a_line_in_order(run: Run, folder: Path) -> None:
    lines = [json.dumps(ANSWERS), "{}", json.dumps({"hurt": "no"})]
    status, results = batch(run, folder, "\n".join(lines).encode())
    assert status == 0
    assert results[0] == WALKED
    assert [one["asked"] for one in results[1:]] == [{"node": "q-hurt", "fact": "hurt"}, None]


def test_a_batch_gives_the_same_as_one_walk_at_a_time(run: Run, folder: Path) -> None:
    many = [{**ANSWERS, "count": number, "harms": ["hit"] * (number % 2)} for number in range(20)]
    _, results = batch(run, folder, b"\r\n".join(json.dumps(one).encode() for one in many) + b"\r\n")
    assert results[7] == called(run, folder, many[7])
    assert results[8] == called(run, folder, many[8])
    assert len(results) == 20


def test_a_bad_line_gives_an_error_with_its_number_and_the_others_are_walked(run: Run, folder: Path) -> None:
    lines = [
        b'{"hurt": "yes"}',
        b"",
        b"{",
        b'{"hurt": "perhaps"}',
        b"[]",
        b'{"hurt": "no", "hurt": "yes"}',
        b"\xff",
        b"{}",
    ]
    status, results = batch(run, folder, b"\n".join(lines))
    assert status == 2
    errors = [one.get("error", "") for one in results]
    assert [error.partition(":")[0].partition(",")[0] for error in errors] == [
        "",
        "line 3",
        "line 4",
        "line 5",
        "line 6",
        "line 7",
        "",
    ]
    assert "perhaps" in errors[2]
    assert results[-1]["asked"] == {"node": "q-hurt", "fact": "hurt"}


def test_an_empty_batch_gives_nothing(run: Run, folder: Path) -> None:
    assert batch(run, folder, b"\n \n") == (0, [])


# --- what cannot be walked -------------------------------------------------------------

HOSTILE = {
    "nothing": b"",
    "no JSON": b"hurt: yes",
    "cut short": b'{"hurt": "yes"',
    "a list": b'["yes"]',
    "a number": b"3",
    "a key twice": b'{"hurt": "yes", "hurt": "no"}',
    "not a number": b'{"count": NaN}',
    "infinity": b'{"count": Infinity}',
    "a very long number": b'{"count": ' + b"9" * 100_000 + b"}",
    "very deep": b'{"hurt": ' * 100_000,
    "very deep lists": b"[" * 1_000_000,
    "UTF-16": '{"hurt": "yes"}'.encode("utf-16"),
    "not UTF-8": b'{"hurt": "\xff"}',
    "an unknown fact": b'{"heart": "yes"}',
    "an unknown choice": b'{"hurt": "perhaps"}',
    "a list for one choice": b'{"hurt": ["yes"]}',
    "one choice for a list": b'{"harms": "hit"}',
    "a choice twice": b'{"harms": ["hit", "hit"]}',
    "no day": b'{"day": "2026-02-30"}',
    "a moment": b'{"day": "2026-02-03T10:00:00"}',
    "a number as text": b'{"count": "3"}',
    "true": b'{"count": true}',
    "a fraction": b'{"count": 2.5}',
    "an object": b'{"hurt": {"yes": 1}}',
    "half a character": b'{"hurt": "\\ud800"}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_answers_that_cannot_be_read_give_one_sentence_and_status_2(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(HOSTILE[name])
    assert main(["walk", str(folder), "--tree", "outer", "--answers", str(file), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith(str(file))
    assert len(line) < 400


@pytest.mark.parametrize("name", ["-", "FILE", "PIPE"])
def test_more_than_a_million_answers_are_refused_without_reading_them_all(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reading, "ANSWERS_LIMIT", 1000)
    data = b"{}" + b" " * 100_000
    file = tmp_path / "answers"
    if name == "PIPE" and hasattr(os, "mkfifo"):
        os.mkfifo(file)
        threading.Thread(target=_write_to_pipe, args=(file, data)).start()
    else:
        file.write_bytes(data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    given = "-" if name == "-" else str(file)
    assert main(["walk", str(folder), "--tree", "outer", "--answers", given]) == 2
    assert "it is larger than 1000 bytes" in capsys.readouterr().err


def _write_to_pipe(pipe: Path, data: bytes) -> None:
    # The reader goes away in the middle.
    with contextlib.suppress(BrokenPipeError):
        pipe.write_bytes(data)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--tree", "gone"), "there is no tree “gone”. It has: outer, inner"),
        (("--tree", "outer", "--answers", "gone.json"), "gone.json: there is no such file"),
        (("--tree", "outer", "--answers", "."), "this is a folder, not a file"),
    ],
)
def test_what_is_not_there_gives_one_sentence_and_status_2(
    run: Run, folder: Path, arguments: tuple[str, ...], expected: str
) -> None:
    given = arguments if "--answers" in arguments else (*arguments, "--answers", "-")
    ran = run("walk", folder, *given, stdin=b"{}")
    assert (ran.status, ran.out) == (2, "")
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_collection_that_is_not_there_gives_one_sentence_and_status_2(run: Run, tmp_path: Path) -> None:
    ran = run("walk", tmp_path / "gone", "--tree", "t", "--answers", "-", stdin=b"{}")
    assert (ran.status, ran.out) == (2, "")
    assert str(tmp_path / "gone") in ran.err


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "20260301", "2026-W10-1", ""])
def test_a_day_that_is_none_is_refused(run: Run, folder: Path, day: str) -> None:
    ran = run("walk", folder, "--tree", "outer", "--answers", "-", "--today", day)
    assert (ran.status, ran.out) == (2, "")
    assert f"“{day}” is no day; write it like 2026-03-01" in ran.err


def test_standard_input_is_called_so_in_errors(run: Run, folder: Path) -> None:
    ran = run("walk", folder, "--tree", "outer", "--answers", "-", stdin=b"{")
    assert ran.err.startswith("standard input")


def test_a_reader_that_has_had_enough_is_no_failure(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(b"\n".join([json.dumps(ANSWERS).encode()] * 3000))
    asked = [sys.executable, "-m", "wizard", "walk", str(folder), "--tree", "outer", "--batch", "--answers", str(file)]
    started = subprocess.Popen(asked, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with started as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"trail"')
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")


def test_a_reader_that_wants_nothing_of_a_short_answer_is_no_failure(folder: Path) -> None:
    asked = [sys.executable, "-m", "wizard", "scenarios", str(folder)]
    with subprocess.Popen(asked, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")
