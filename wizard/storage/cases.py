# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The case folder: one file a case, the last good version beside it, numbers that are never given twice."""

import contextlib
import json
import re
from pathlib import Path
from typing import TypeGuard
from uuid import UUID

from wizard.model.case import Case
from wizard.storage.atomic import (
    PRIVATE,
    link_or_copy,
    make_folder,
    previous_of,
    remove_file,
    remove_leftovers,
    write_bytes,
    write_fault,
)
from wizard.storage.capped import read_bytes
from wizard.storage.case_list import CASE_SUFFIX, ListedCase, list_cases
from wizard.storage.errors import (
    DamagedCaseError,
    FileError,
    NoAccessError,
    NotAFileError,
    NotFoundError,
    UnknownFormatError,
    UnreadableError,
    UnsafePathError,
)
from wizard.storage.jsonfile import read_value, value_of, write_value
from wizard.storage.plain import object_of

NUMBERS_FILE = "numbers.json"
DAMAGED_SUFFIX = ".damaged"

_FOLDER_MODE = 0o700
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_NUMBER = re.compile(r"([0-9]{4})-([0-9]{3,9})", re.ASCII)

# The file itself may be whole: what the user does first is not to go back to an older version.
_NOT_DAMAGE = (NoAccessError, UnreadableError, NotAFileError, UnknownFormatError)


class CaseFolder:
    """The folder that holds the cases of this clinic.

    Made for one process at a time; the window sees to that with its lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[UUID, Path] = {}

    def prepare(self) -> tuple[Path, ...]:
        """Make the folder, for its owner alone, and remove what a killed process left aside; return what that was.

        Raises:
            WriteError: when the folder cannot be made.
        """
        make_folder(self.path, _FOLDER_MODE)
        return remove_leftovers(self.path)

    def new_number(self, year: int) -> str:
        """Return the next case number of a year, such as `2026-014`, which is then never given again.

        Args:
            year: the year, in four digits.

        Raises:
            WriteError: when it cannot be noted that the number is taken.
            FileError: when the folder cannot be looked at.
        """
        make_folder(self.path, _FOLDER_MODE)
        given = self._numbers_given()
        last = max(given.get(year, 0), self._highest_in_names(year))
        text = json.dumps({str(key): value for key, value in sorted({**given, year: last + 1}.items())}, indent=2)
        write_bytes(self.path / NUMBERS_FILE, f"{text}\n".encode(), mode=PRIVATE)
        return f"{year:04d}-{last + 1:03d}"

    def save(self, case: Case, path: Path | None = None) -> Path:
        """Write a case and return its file once it is on the disk, with the version before beside it.

        The folder is not made again if it has vanished: with the drive that held it, the other cases are gone too.

        Args:
            case: the case.
            path: its file, when it was opened from elsewhere; None: the file in this folder.

        Raises:
            WriteError: with what to do about it; the file is as it was.
        """
        file = self.file_of(case) if path is None else path
        write_value(file, case, keep_previous=True, mode=PRIVATE)
        if path is None:
            self._files[case.id] = file
        return file

    def file_of(self, case: Case) -> Path:
        """Return the file that a case has in this folder, or will have.

        It is named after the number. Where another case has that name already, as one copied from another desk may,
        the beginning of the case's own id is added.
        """
        if case.id in self._files:
            return self._files[case.id]
        if not _NUMBER.fullmatch(case.number):
            return self.path / f"{case.id}{CASE_SUFFIX}"
        plain = self.path / f"{case.number}{CASE_SUFFIX}"
        return plain if self._may_have(plain, case.id) else self.path / f"{case.number}-{case.id}{CASE_SUFFIX}"

    def load(self, path: Path) -> Case:
        """Return the case in a file, in this folder or anywhere else.

        Raises:
            DamagedCaseError: when it is damaged; it carries the previous version, if that is whole.
            FileError: when it cannot be opened at all, or was made by a newer version of the program.
        """
        try:
            case = read_value(Case, path)
        except _NOT_DAMAGE:
            raise
        except FileError as error:
            previous = _whole_previous(path)
            if previous is None and isinstance(error, NotFoundError | UnsafePathError):
                raise
            raise DamagedCaseError(error, previous) from error
        self._remember(case, path)
        return case

    def restore_previous(self, path: Path) -> Case:
        """Put the previous version of a case back in its place, keep the damaged one beside it, and return the case.

        Args:
            path: the file of the damaged case.

        Raises:
            FileError: when the previous version cannot be read either.
            WriteError: when it cannot be put back; both files are as they were.
        """
        previous = previous_of(path)
        data = read_bytes(previous)
        case = value_of(Case, data, previous)
        try:
            if path.exists():
                link_or_copy(path, _free_name(path))
        except OSError as error:
            raise write_fault(path, error) from error
        # A copy: what befalls the one file from now on must not befall the other.
        write_bytes(path, data, mode=PRIVATE)
        self._remember(case, path)
        return case

    def delete(self, path: Path) -> None:
        """Remove a case for good: its file, the version before, and every copy that was kept of it.

        Raises:
            WriteError: when the system does not let it; the version in use goes last, so that it can be tried again.
        """
        try:
            kept = sorted(file for file in path.parent.iterdir() if file.name.startswith(path.name + DAMAGED_SUFFIX))
        except OSError as error:
            raise write_fault(path, error) from error
        for file in (*kept, previous_of(path), path):
            remove_file(file)
        self._files = {case_id: file for case_id, file in self._files.items() if file != path}

    def list_recent(self, newest: int | None = None) -> tuple[ListedCase, ...]:
        """Return the cases in this folder, the one changed last first; see `case_list.list_cases`."""
        return list_cases(self.path, newest)

    def _remember(self, case: Case, path: Path) -> None:
        if path.parent == self.path and path.name.endswith(CASE_SUFFIX):
            self._files[case.id] = path

    def _may_have(self, file: Path, case_id: UUID) -> bool:
        """Whether a file is free for a case, or is its own. What cannot be read is left to whoever it belongs to."""
        try:
            found = object_of(read_bytes(file), file).get("id")
        except NotFoundError:
            return not previous_of(file).exists()
        except FileError:
            return False
        return found == str(case_id)

    def _numbers_given(self) -> dict[int, int]:
        """The highest number of each year; a note that is damaged is kept aside, and the file names must do."""
        file = self.path / NUMBERS_FILE
        try:
            data = object_of(read_bytes(file), file)
        except NotFoundError:
            return {}
        except FileError:
            data = {"": None}
        given = {int(year): last for year, last in data.items() if _YEAR.fullmatch(year) and _is_count(last)}
        if len(given) < len(data):
            with contextlib.suppress(OSError, FileError):
                link_or_copy(file, _free_name(file))
        return given

    def _highest_in_names(self, year: int) -> int:
        names = self.path.glob(f"{year:04d}-*{CASE_SUFFIX}*")
        found = [_NUMBER.match(name.name) for name in names]
        return max((int(match.group(2)) for match in found if match), default=0)


def _whole_previous(path: Path) -> Path | None:
    previous = previous_of(path)
    try:
        read_value(Case, previous)
    except FileError:
        return None
    return previous


def _free_name(path: Path) -> Path:
    """A name beside a damaged file for keeping it, which no earlier one has."""
    names = (path.with_name(f"{path.name}{DAMAGED_SUFFIX}{number or ''}") for number in range(1000))
    return next((name for name in names if not name.exists()), path.with_name(path.name + DAMAGED_SUFFIX))


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
