# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each call to the system fails in turn: nothing that was there is damaged, and the error says what to do."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.storage.values import a_case, small_collection
from wizard.model.case import Case
from wizard.storage.atomic import is_aside, previous_of
from wizard.storage.cases import CaseFolder
from wizard.storage.collections import read_collection, write_collection
from wizard.storage.errors import WriteError
from wizard.storage.jsonfile import read_value

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the calls of POSIX")

FAULTS = {
    errno.ENOSPC: "the disk is full; free some space, then save again.",
    errno.EDQUOT: "your share of the disk is full; free some space, then save again.",
    errno.EROFS: "the drive is read-only; save elsewhere, or unlock the drive and save again.",
    errno.EIO: "the drive reports a fault; save elsewhere at once, then have the drive checked.",
    errno.EACCES: "you may not write there; save elsewhere, or ask for the right to write there.",
    errno.ENOENT: "its folder is not there any more; plug the drive in again and save again, or save elsewhere.",
    errno.EMFILE: "too many files are open; close other programs, then save again.",
    errno.EOWNERDEAD: "the system says: ",
}
CALLS = ("open", "write", "fsync", "fchmod", "replace", "link", "close")


class FailingCall:
    """A call to the system that fails the n-th time; counts from 1."""

    def __init__(self, real: Callable[..., Any], number: int, fault: int) -> None:
        self._real = real
        self._left = number
        self._fault = fault
        self.failed = False

    def __call__(self, *args: Any, **named: Any) -> Any:  # noqa: ANN401 passed on
        self._left -= 1
        if self._left:
            return self._real(*args, **named)
        self.failed = True
        if self._real is _CLOSE:
            self._real(*args, **named)
        raise OSError(self._fault, os.strerror(self._fault))


_CLOSE = os.close


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: errno.errorcode[fault])
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("number", [1, 2])
def test_a_call_that_fails_damages_no_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, fault: int
) -> None:
    cases = CaseFolder(tmp_path)
    old, new = a_case(1), a_case(3)
    file = cases.save(a_case(0))
    cases.save(old)
    failing = FailingCall(getattr(os, call), number, fault)
    monkeypatch.setattr(os, call, failing)
    # The call may not be made so often, or there may be another way: a copy instead of a link.
    said = ""
    try:
        cases.save(new)
    except WriteError as error:
        said = str(error)
    monkeypatch.undo()
    assert failing.failed or not said
    assert not said or (said.startswith(str(file)) and FAULTS[fault] in said)
    assert read_value(Case, file) in ([old, new] if said else [new])
    assert read_value(Case, previous_of(file)) in (a_case(0), old)
    assert not [path for path in tmp_path.iterdir() if is_aside(path.name)]
    cases.save(new)
    assert cases.load(file) == new


def test_the_calls_that_are_made_to_fail_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = CaseFolder(tmp_path)
    cases.save(a_case(0))
    for call in CALLS:
        failing = FailingCall(getattr(os, call), 1, errno.ENOSPC)
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing)
            if call == "link":
                cases.save(a_case(1))
            else:
                with pytest.raises(WriteError):
                    cases.save(a_case(1))
        assert failing.failed, call


def test_bytes_that_are_taken_in_pieces_are_all_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:7])))
    file = CaseFolder(tmp_path).save(a_case(3))
    assert read_value(Case, file) == a_case(3)


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def not_of_folders(descriptor: int) -> None:
        if os.fstat(descriptor).st_mode & 0o40000:
            raise OSError(errno.EINVAL, "some file systems cannot")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", not_of_folders)
    file = CaseFolder(tmp_path).save(a_case())
    assert read_value(Case, file) == a_case()


def test_a_file_that_windows_holds_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace
    busy = [True, True]

    def held(source: Path, target: Path) -> None:
        if busy:
            busy.pop()
            error = PermissionError(errno.EACCES, "a scanner reads it")
            error.winerror = 32  # type: ignore[attr-defined]  # Windows sets it
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    file = CaseFolder(tmp_path).save(a_case())
    assert read_value(Case, file) == a_case()
    assert not busy


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
@pytest.mark.parametrize("number", range(1, 10, 2))
def test_a_disk_that_fills_up_while_a_collection_is_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    old = small_collection()
    write_collection(tmp_path, old)
    before = read_collection(tmp_path)
    title = old.manifest.title.model_copy(update={"en": "Changed"})
    new = old.model_copy(
        update={
            "manifest": old.manifest.model_copy(update={"title": title}),
            "trees": tuple(tree.model_copy(update={"first": "end"}) for tree in old.trees),
            "tables": tuple(table.model_copy(update={"title": title}) for table in old.tables),
        }
    )
    failing = FailingCall(getattr(os, call), number, errno.ENOSPC)
    with monkeypatch.context() as patched:
        # Only what is written counts: reading opens files too.
        real_open = os.open
        if call == "open":
            patched.setattr(
                os,
                "open",
                lambda path, flags, *mode: (failing if flags & os.O_CREAT else real_open)(path, flags, *mode),
            )
        else:
            patched.setattr(os, call, failing)
        try:
            write_collection(tmp_path, new)
        except WriteError:
            pass
        else:
            assert not failing.failed
            return
    if number <= 5:  # five files are written aside before the first takes its place
        assert read_collection(tmp_path) == before
    write_collection(tmp_path, new)
    assert read_collection(tmp_path).collection == new
