# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a file: one class for each, every one a sentence with file, place and mend.

This module imports neither pydantic nor the model: Home reads files before they load.
"""

from pathlib import Path

from typing_extensions import override

_SHOWN_LENGTH = 60


def shown(text: str) -> str:
    """Return a piece of a file between quotation marks, fit for one line: cut short, no control characters."""
    cut = text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
    return f"“{_on_one_line(cut)}”"


def spelled(text: str) -> str:
    """Return an id between quotation marks, its letters beyond ASCII by number: some look like others."""
    return shown(text.encode("ascii", "backslashreplace").decode("ascii"))


def at_line(line: int, column: int) -> str:
    """Return the words for a place in a text; both count from 1."""
    return f"line {line}, column {column}"


class FileError(Exception):
    """A file could not be used.

    Attributes:
        file: the file or folder.
        place: where in it, in an author's words; empty when it is the file as a whole.
        what: what is wrong there.
        mend: what to do about it.
    """

    def __init__(self, file: Path, what: str, mend: str, place: str = "") -> None:
        super().__init__(file, what, mend, place)
        self.file = file
        self.place = place
        self.what = what
        self.mend = mend

    @override
    def __str__(self) -> str:
        """Return one sentence on one line: file, place, what is wrong, mend."""
        where = ", ".join(part for part in (_on_one_line(str(self.file)), self.place) if part)
        return f"{where}: {self.what}; {self.mend}."


class NotFoundError(FileError):
    """Nothing has this name."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, "there is no such file", "look for it under another name or in another folder")


class NotAFileError(FileError):
    """A folder, a pipe or a device stands where a file is wanted."""

    def __init__(self, file: Path, found: str) -> None:
        super().__init__(file, f"this is {found}, not a file", "put the file in its place, or choose another one")


class NotAFolderError(FileError):
    """Something else stands where a folder is wanted."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, "there is no such folder", "choose the folder that holds the collection")


class NoAccessError(FileError):
    """The system does not let the user read it."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            file, "you may not read this file", "ask the owner of the file for the right to read it, or for a copy"
        )


class UnreadableError(FileError):
    """The system could not read it: a fault of the disk, a drive pulled out."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(
            file, f"the file could not be read ({reason})", "check the drive, then open it again, or open a copy"
        )


class UnsafePathError(FileError):
    """A name or a link that leads out of the folder, or nowhere, or that some systems cannot store."""

    def __init__(self, file: Path, what: str, mend: str = "put the file itself in the place of the link") -> None:
        super().__init__(file, what, mend)


class TooLargeError(FileError):
    """Larger than the program reads."""

    def __init__(self, file: Path, what: str) -> None:
        super().__init__(file, what, "choose another file, or split this one")


class TooManyFilesError(FileError):
    """More files in a folder than the program reads."""

    def __init__(self, file: Path, limit: int) -> None:
        super().__init__(
            file, f"the folder holds more than {limit} files", "choose the folder that holds the collection alone"
        )


class TooDeepError(FileError):
    """Nested deeper than the program reads."""

    def __init__(self, file: Path, limit: int) -> None:
        super().__init__(
            file, f"it is nested more than {limit} levels deep", "choose another file, or nest its conditions less"
        )


class NotTextError(FileError):
    """The bytes are not UTF-8."""

    def __init__(self, file: Path, what: str, place: str = "") -> None:
        super().__init__(file, what, "save the file again as UTF-8, or take an undamaged copy", place)


class NotJsonError(FileError):
    """The text is not JSON: cut short, empty, or mistyped."""

    def __init__(self, file: Path, what: str, place: str = "") -> None:
        super().__init__(file, what, f"{'mend it there, or ' if place else ''}take an undamaged copy", place)


class DuplicateKeyError(FileError):
    """One key twice in one object: nobody can tell which is meant."""

    def __init__(self, file: Path, key: str, place: str) -> None:
        super().__init__(file, f"the key {shown(key)} stands twice in one object", "keep the one that is meant", place)


class NotANumberError(FileError):
    """`NaN` or `Infinity`, which are no numbers in JSON."""

    def __init__(self, file: Path, found: str, place: str) -> None:
        super().__init__(file, f"{shown(found)} is not a number", "write a number, or null", place)


class NumberTooLongError(FileError):
    """A number that cannot be kept as it is written."""

    def __init__(self, file: Path, found: str, place: str) -> None:
        super().__init__(
            file,
            f"the number {shown(found)} is too large or too exact to be kept",
            "write it with at most 15 digits",
            place,
        )


class UnknownFormatError(FileError):
    """Made for another version of the program, or without a format at all."""


class BadShapeError(FileError):
    """Well-formed, but not what such a file holds.

    Attributes:
        location: keys and list positions from the top of the file down to the fault.
        more: how many further faults were found.
    """

    def __init__(
        self, file: Path, what: str, mend: str, place: str = "", *, location: tuple[str | int, ...] = (), more: int = 0
    ) -> None:
        super().__init__(file, what, mend, place)
        self.location = location
        self.more = more


class WrongNameError(FileError):
    """A file is not named after the id in it."""

    def __init__(self, file: Path, identifier: str, expected: str) -> None:
        super().__init__(
            file,
            f"the file holds the id {spelled(identifier)}, which does not match its name",
            f"name the file {shown(expected)}, or mend the id",
            "id",
        )


class UnlistedTreeError(FileError):
    """The folder holds a tree that the collection does not name."""

    def __init__(self, file: Path, tree: str) -> None:
        super().__init__(
            file,
            f"the tree {spelled(tree)} is not named in collection.json",
            "add it to “trees” there, or take the file away",
        )


class MissingTreeError(FileError):
    """The collection names a tree that its folder does not hold, or names one twice."""


class DamagedCaseError(FileError):
    """A case that cannot be read.

    Attributes:
        cause: what is wrong with it.
        previous: the last good version beside it, which was read and found whole; None when there is none.
    """

    def __init__(self, cause: FileError, previous: Path | None) -> None:
        mend = cause.mend if previous is None else "open the previous version, which lies beside it and is whole"
        super().__init__(cause.file, cause.what, mend, cause.place)
        self.cause = cause
        self.previous = previous


class WriteError(FileError):
    """A file could not be written; what was there before is still there.

    Attributes:
        reason: why, in words.
    """

    def __init__(self, path: Path, reason: str, mend: str, deed: str = "saved") -> None:
        super().__init__(path, f"it is not {deed} because {reason}", mend)
        self.reason = reason


def _on_one_line(text: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
