# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a file so that, whenever the power fails, the old or the new version is there whole.

Write aside in the same folder, flush, fsync, rename over the old file, fsync the folder.
"""

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from wizard.storage.errors import WriteError

PUBLIC = 0o666
"""The mode of a new file that anybody may read, less the user's own mask."""

PRIVATE = 0o600
"""The mode of a new file that holds what a client told."""

PREVIOUS_SUFFIX = ".previous"
"""What the name of the last good version has behind that of the file."""

_ASIDE = re.compile(r"\..+\.[0-9a-f]{8}\.writing")
_NAME_KEPT = 40

# On Windows a scanner may hold a file open for a moment: access denied, sharing violation.
_BUSY = frozenset({5, 32})
_BUSY_TRIES = 20
_BUSY_PAUSE_S = 0.05

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS})


def write_bytes(path: Path, data: bytes, *, keep_previous: bool = False, mode: int = PUBLIC) -> None:
    """Write a file and return when it is on the disk.

    Args:
        path: the file; its folder must exist. A link is followed. The permissions of a file that is there are kept.
        data: all of its bytes.
        keep_previous: keep the version that was there beside it, under the same name with `PREVIOUS_SUFFIX`.
        mode: the permissions of a new file.

    Raises:
        WriteError: with what to do about it; what was there is still there, and nothing is left beside it.
    """
    with stage(path, data, mode=mode) as staged:
        staged.commit(keep_previous=keep_previous)


@dataclass(slots=True)
class Staged:
    """Bytes that are safe on the disk beside the file whose place they will take; dropped unless committed.

    Attributes:
        path: the file.
        aside: where the bytes are; None once they are committed or dropped.
    """

    path: Path
    aside: Path | None

    def commit(self, *, keep_previous: bool = False) -> None:
        """Put the bytes into the place of the file.

        Raises:
            WriteError: as `write_bytes`.
        """
        if self.aside is None:
            return
        try:
            if keep_previous:
                _keep_previous(self.path)
            _move(self.aside, self.path)
            self.aside = None
            sync_folder(self.path.parent)
        except OSError as error:
            raise write_fault(self.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Drop what was not committed."""
        if self.aside is not None:
            _drop(self.aside)
            self.aside = None


def stage(path: Path, data: bytes, *, mode: int = PUBLIC) -> Staged:
    """Write bytes aside and flush them to the disk, to be committed later: several files first, then all renames.

    Args:
        path: the file whose place they will take.
        data: all of its bytes.
        mode: the permissions of a new file.

    Raises:
        WriteError: as `write_bytes`.
    """
    try:
        path = Path(os.path.realpath(path))
        present = _present(path)
        aside = _aside(path)
        descriptor = os.open(aside, _CREATE, mode)
    except (OSError, ValueError) as error:
        raise write_fault(path, error) from error
    whole = False
    try:
        try:
            if present is not None:
                _like(descriptor, present)
            _write_all(descriptor, data)
            _flush(descriptor)
        finally:
            os.close(descriptor)
        whole = True
    except OSError as error:
        raise write_fault(path, error) from error
    finally:
        if not whole:
            _drop(aside)
    return Staged(path, aside)


def previous_of(path: Path) -> Path:
    """Return where the last good version of a file lies."""
    return path.with_name(path.name + PREVIOUS_SUFFIX)


def is_aside(name: str) -> bool:
    """Return whether a file name is that of bytes written aside."""
    return _ASIDE.fullmatch(name) is not None


def remove_leftovers(folder: Path) -> tuple[Path, ...]:
    """Remove what a killed process has left aside in a folder, and return what was removed.

    Call it only while no other process writes there.
    """
    try:
        found = sorted(path for path in folder.iterdir() if is_aside(path.name) and path.is_file())
    except OSError:
        return ()
    return tuple(path for path in found if _drop(path))


def make_folder(path: Path, mode: int = 0o777) -> None:
    """Make a folder and those above it, unless they are there.

    Raises:
        WriteError: when the system does not let it.
    """
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        raise write_fault(path, error) from error


def remove_file(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        WriteError: when the system does not let it.
    """
    try:
        _when_not_busy(lambda: path.unlink(missing_ok=True))
        sync_folder(path.parent)
    except OSError as error:
        reason = write_fault(path, error).reason
        raise WriteError(path, reason, "mend that, then try again", "removed") from error


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name without a moment in which it has none; where links do not exist, copy it.

    Args:
        source: the file; it stays.
        target: the second name; a file that has it is replaced.

    Raises:
        OSError: from the system.
    """
    aside = _aside(target)
    try:
        try:
            aside.hardlink_to(source)
        except (OSError, NotImplementedError):
            with stage(target, source.read_bytes(), mode=stat.S_IMODE(source.stat().st_mode)) as staged:
                staged.commit()
        else:
            _move(aside, target)
    finally:
        # Renaming a file onto another name of the same file does nothing at all.
        _drop(aside)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, where the system can.

    Raises:
        OSError: from the system.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def write_fault(path: Path, error: OSError | ValueError) -> WriteError:
    """Return the error that says in words why the system could not write `path`."""
    if isinstance(error, OSError):
        reason, mend = _REASONS.get(error.errno or 0, (f"the system says: {error.strerror or error}", _AGAIN))
        return WriteError(path, reason, mend)
    return WriteError(path, "no file can have this name", "choose another name")


_AGAIN = "save again, or save elsewhere"
_FULL = ("the disk is full", "free some space, then save again")
_READ_ONLY = ("the drive is read-only", "save elsewhere, or unlock the drive and save again")
_DENIED = ("you may not write there", "save elsewhere, or ask for the right to write there")
_GONE = ("its folder is not there any more", "plug the drive in again and save again, or save elsewhere")
_FAULTY = ("the drive reports a fault", "save elsewhere at once, then have the drive checked")

_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your share of the disk is full", "free some space, then save again"),
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EIO: _FAULTY,
    errno.EISDIR: ("something that is not a file has its name", "save under another name"),
    errno.ENAMETOOLONG: ("its name is too long", "save under a shorter name"),
    errno.EMFILE: ("too many files are open", "close other programs, then save again"),
    errno.ENFILE: ("too many files are open", "close other programs, then save again"),
}


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name[:_NAME_KEPT]}.{os.urandom(4).hex()}.writing")


def _present(path: Path) -> os.stat_result | None:
    """What stands in the place of the file, once it is known that it may be replaced."""
    try:
        present = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(present.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return present


def _like(descriptor: int, present: os.stat_result) -> None:
    """Give the new file the permissions of the old one, and its owner where the user may."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(PermissionError):
        os.fchown(descriptor, present.st_uid, present.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(present.st_mode))


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _flush(descriptor: int) -> None:
    """Flush to the disk itself; fsync(2) of macOS stops at the drive's own memory."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 there is none on Windows

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def _keep_previous(path: Path) -> None:
    if path.exists():
        link_or_copy(path, previous_of(path))


def _move(source: Path, target: Path) -> None:
    _when_not_busy(lambda: source.replace(target))


def _when_not_busy(act: Callable[[], object]) -> None:
    for left in reversed(range(_BUSY_TRIES)):
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or not left:
                raise
            time.sleep(_BUSY_PAUSE_S)
        else:
            return


def _drop(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
