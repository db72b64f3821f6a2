# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime as dt
import errno
import json
import os
import stat
import sys
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given

from tests.storage.values import CASE_ID, MOMENT, a_case, any_value
from wizard.model.case import Case
from wizard.storage.atomic import previous_of
from wizard.storage.case_list import ListedCase, list_cases
from wizard.storage.cases import NUMBERS_FILE, CaseFolder
from wizard.storage.errors import (
    DamagedCaseError,
    NotFoundError,
    NotJsonError,
    UnknownFormatError,
    UnreadableError,
    WriteError,
)
from wizard.storage.jsonfile import to_bytes

OTHER_ID = UUID("11111111-2222-4333-8444-555555555555")


@pytest.fixture
def cases(tmp_path: Path) -> CaseFolder:
    """An empty case folder."""
    folder = CaseFolder(tmp_path / "cases")
    folder.prepare()
    return folder


def _changed(case: Case, minutes: int, **changes: object) -> Case:
    return case.model_copy(update={"changed_at": MOMENT + dt.timedelta(minutes=minutes), **changes})


# --- numbers ---------------------------------------------------------------------------


def test_numbers_run_on_within_a_year(tmp_path: Path) -> None:
    cases = CaseFolder(tmp_path / "new" / "cases")
    assert [cases.new_number(2026) for _ in range(3)] == ["2026-001", "2026-002", "2026-003"]
    assert cases.new_number(2027) == "2027-001"
    assert CaseFolder(cases.path).new_number(2026) == "2026-004"


def test_a_number_is_not_given_again_after_its_case_is_deleted(cases: CaseFolder) -> None:
    number = cases.new_number(2026)
    cases.save(a_case().model_copy(update={"number": number})).unlink()
    assert cases.new_number(2026) == "2026-002"


def test_a_number_that_a_file_has_is_not_given_again(cases: CaseFolder) -> None:
    cases.save(a_case())
    assert cases.new_number(2026) == "2026-015"
    (cases.path / "2026-1234.case.json.damaged").touch()
    assert cases.new_number(2026) == "2026-1235"


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"2026": -3}', b'{"2026": true}', b'{"x": 1}', b'{"2026": 1e3}']
)
def test_numbers_go_on_from_the_file_names_when_their_note_is_damaged(cases: CaseFolder, damage: bytes) -> None:
    cases.save(a_case())
    (cases.path / NUMBERS_FILE).write_bytes(damage)
    assert cases.new_number(2026) == "2026-015"
    assert (cases.path / f"{NUMBERS_FILE}.damaged").read_bytes() == damage
    assert cases.new_number(2026) == "2026-016"


def test_a_number_that_cannot_be_noted_is_not_given(cases: CaseFolder) -> None:
    (cases.path / NUMBERS_FILE).mkdir()
    with pytest.raises(WriteError):
        cases.new_number(2026)


# --- saving ----------------------------------------------------------------------------


def test_a_case_is_saved_under_its_number_and_loaded_again(cases: CaseFolder) -> None:
    file = cases.save(a_case())
    assert file == cases.path / "2026-014.case.json"
    assert cases.load(file) == a_case()
    assert CaseFolder(cases.path).load(file) == a_case()


@given(case=any_value(Case))
def test_any_case_is_saved_in_its_folder_and_nowhere_else(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    cases = CaseFolder(tmp_path_factory.mktemp("cases"))
    file = cases.save(case)
    assert file.parent == cases.path
    assert cases.load(file) == case
    (listed,) = cases.list_recent()
    assert (listed.problem, listed.number, listed.id) == (None, case.number, str(case.id))
    assert listed.changed_at == case.changed_at


@pytest.mark.parametrize("number", ["../../up", "2026-014/x", "", "2026-14", "a" * 500, "2026-014\n", "CON"])
def test_a_number_that_is_none_never_becomes_a_path(cases: CaseFolder, number: str) -> None:
    file = cases.save(a_case().model_copy(update={"number": number}))
    assert file == cases.path / f"{CASE_ID}.case.json"


def test_two_cases_with_one_number_do_not_share_a_file(cases: CaseFolder) -> None:
    other = a_case(0).model_copy(update={"id": OTHER_ID})
    mine, theirs = cases.save(a_case()), CaseFolder(cases.path).save(other)
    assert theirs == cases.path / f"2026-014-{OTHER_ID}.case.json"
    assert (cases.load(mine), cases.load(theirs)) == (a_case(), other)
    assert CaseFolder(cases.path).file_of(a_case()) == mine
    assert CaseFolder(cases.path).file_of(other) == theirs


def test_a_damaged_case_is_not_written_over_by_another_with_its_number(cases: CaseFolder) -> None:
    damaged = cases.path / "2026-014.case.json"
    damaged.write_bytes(b"{")
    assert cases.save(a_case()) != damaged
    assert damaged.read_bytes() == b"{"


def test_a_case_opened_under_another_name_is_saved_there(cases: CaseFolder) -> None:
    copied = cases.path / "María, second try.case.json"
    copied.write_bytes(to_bytes(a_case()))
    case = cases.load(copied)
    assert cases.save(_changed(case, 1)) == copied


def test_a_case_opened_from_elsewhere_is_saved_there(cases: CaseFolder, tmp_path: Path) -> None:
    stick = tmp_path / "stick.json"
    stick.write_bytes(to_bytes(a_case()))
    case = cases.load(stick)
    assert cases.save(_changed(case, 1), stick) == stick
    assert cases.load(stick) == _changed(a_case(), 1)
    assert cases.list_recent() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_what_a_client_told_is_for_its_owner_alone(cases: CaseFolder) -> None:
    file = cases.save(a_case())
    cases.save(a_case(3))
    cases.new_number(2026)
    assert stat.S_IMODE(cases.path.stat().st_mode) == 0o700
    for path in (file, previous_of(file), cases.path / NUMBERS_FILE):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_vanished_is_told_and_not_made_again(cases: CaseFolder) -> None:
    cases.path.rmdir()
    with pytest.raises(WriteError, match="its folder is not there any more"):
        cases.save(a_case())
    assert not cases.path.exists()


def test_what_a_killed_program_left_is_removed_at_the_start(cases: CaseFolder) -> None:
    left = cases.path / ".2026-014.case.json.0123abcd.writing"
    left.write_bytes(b"half")
    assert cases.prepare() == (left,)
    assert list(cases.path.iterdir()) == []


# --- damage ----------------------------------------------------------------------------


def test_a_damaged_case_offers_the_version_before(cases: CaseFolder) -> None:
    cases.save(a_case(1))
    file = cases.save(a_case(2))
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(DamagedCaseError) as caught:
        cases.load(file)
    assert caught.value.previous == previous_of(file)
    assert isinstance(caught.value.cause, NotJsonError)
    assert "open the previous version, which lies beside it and is whole" in str(caught.value)
    assert cases.load(caught.value.previous) == a_case(1)


def test_the_version_before_is_put_back_and_the_damaged_one_kept(cases: CaseFolder) -> None:
    cases.save(a_case(1))
    file = cases.save(a_case(2))
    for number, damage in enumerate([b"{", b"", b"[]"]):
        file.write_bytes(damage)
        assert cases.restore_previous(file) == a_case(1)
        assert cases.load(file) == a_case(1)
        assert (cases.path / f"2026-014.case.json.damaged{number or ''}").read_bytes() == damage
    assert cases.save(a_case(3)) == file
    assert cases.load(previous_of(file)) == a_case(1)


def test_a_case_whose_file_is_gone_offers_the_version_before(cases: CaseFolder) -> None:
    cases.save(a_case(1))
    file = cases.save(a_case(2))
    file.unlink()
    (listed,) = cases.list_recent()
    assert isinstance(listed.problem, NotFoundError)
    with pytest.raises(DamagedCaseError) as caught:
        cases.load(file)
    assert caught.value.previous == previous_of(file)
    assert cases.restore_previous(file) == a_case(1)
    assert [case.problem for case in cases.list_recent()] == [None]


def test_a_version_before_that_is_damaged_too_is_not_offered(cases: CaseFolder) -> None:
    cases.save(a_case(1))
    file = cases.save(a_case(2))
    file.write_bytes(b"{")
    previous_of(file).write_bytes(b"{")
    with pytest.raises(DamagedCaseError) as caught:
        cases.load(file)
    assert caught.value.previous is None
    assert "mend it there, or take an undamaged copy" in str(caught.value)
    with pytest.raises(NotJsonError):
        cases.restore_previous(file)
    assert file.read_bytes() == b"{"


def test_a_newer_case_is_not_taken_for_damaged(cases: CaseFolder) -> None:
    file = cases.save(a_case(1))
    cases.save(a_case(2))
    file.write_text(json.dumps({**json.loads(to_bytes(a_case())), "format": 2}))
    with pytest.raises(UnknownFormatError):
        cases.load(file)


def test_a_drive_that_fails_is_not_taken_for_damage(cases: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = cases.save(a_case())

    def failing(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "read", failing)
        with pytest.raises(UnreadableError, match=r"could not be read \(Input/output error\); check the drive"):
            cases.load(file)
    assert cases.load(file) == a_case()


def test_a_case_that_is_not_there_is_told(cases: CaseFolder) -> None:
    with pytest.raises(NotFoundError):
        cases.load(cases.path / "2026-099.case.json")


# --- deleting --------------------------------------------------------------------------


def test_a_deleted_case_leaves_nothing_of_itself_and_all_of_the_others(cases: CaseFolder) -> None:
    other = cases.save(a_case().model_copy(update={"id": OTHER_ID, "number": "2026-0141"}))
    copied = cases.path / "[a] case.case.json"
    copied.write_bytes(to_bytes(a_case()))
    case = cases.load(copied)
    for minutes in range(3):
        cases.save(_changed(case, minutes))
    copied.write_bytes(b"{")
    cases.restore_previous(copied)
    cases.delete(copied)
    assert [path.name for path in cases.path.iterdir()] == [other.name]
    assert cases.file_of(case) == cases.path / "2026-014.case.json"


def test_a_case_that_cannot_be_deleted_is_told_and_stays(cases: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    file = cases.save(a_case())
    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        with pytest.raises(WriteError, match="it is not removed because you may not write there"):
            cases.delete(file)
    assert cases.load(file) == a_case()


# --- the list --------------------------------------------------------------------------


def test_the_case_changed_last_comes_first_and_damage_is_listed(cases: CaseFolder) -> None:
    for number in range(3):
        changes = {"id": UUID(int=number), "number": f"2026-00{number}", "archived": number == 1}
        cases.save(_changed(a_case(), number, **changes))
    broken = cases.path / "2026-003.case.json"
    broken.write_bytes(b"\xff")
    os.utime(broken, (0, 0))
    (cases.path / "notes.txt").touch()
    listed = cases.list_recent()
    assert [case.number for case in listed] == ["2026-002", "2026-001", "2026-000", "2026-003"]
    assert [case.archived for case in listed] == [False, True, False, False]
    assert str(listed[3].problem).startswith(f"{broken}, line 1: the bytes here are not UTF-8")
    assert listed[3].changed_at == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_a_line_of_the_list_says_what_home_shows(cases: CaseFolder) -> None:
    file = cases.save(a_case())
    assert cases.list_recent() == (
        ListedCase(
            path=file,
            number="2026-014",
            changed_at=MOMENT,
            title="María's claim",
            id=str(CASE_ID),
            collection="small",
            version="3.1",
            tree="outer",
            started_at=MOMENT,
        ),
    )


def test_only_so_many_are_read_as_are_asked_for(cases: CaseFolder) -> None:
    for number in range(5):
        file = cases.save(_changed(a_case(), number, id=UUID(int=number), number=f"2026-00{number}"))
        os.utime(file, (number, number))
    assert [case.number for case in cases.list_recent(2)] == ["2026-004", "2026-003"]


def test_a_folder_that_is_not_there_holds_no_case(tmp_path: Path) -> None:
    assert list_cases(tmp_path / "not there") == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"number": 14}, "number: this must be text"),
        ({"changed_at": "2026-11-24T10:42:00"}, "changed at: “2026-11-24T10:42:00” is not a moment with its time zone"),
        ({"changed_at": "yesterday"}, "changed at: “yesterday” is not a moment with its time zone"),
        ({"collection": None}, "collection: this must be an object"),
        ({"tree": "a/b"}, "tree: “a/b” is not an id"),
        ({"archived": "yes"}, "archived: this must be true or false"),
        ({"title": "\ud800"}, "title: this text holds half a character"),
    ],
)
def test_a_case_that_cannot_be_listed_is_listed_as_damaged(
    cases: CaseFolder, change: dict[str, object], words: str
) -> None:
    file = cases.path / "2026-014.case.json"
    file.write_text(json.dumps({**json.loads(to_bytes(a_case())), **change}))
    (listed,) = cases.list_recent()
    assert listed.number == "2026-014"
    assert words in str(listed.problem)
    with pytest.raises(DamagedCaseError):
        cases.load(file)
