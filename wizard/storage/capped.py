# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a whole file, never more than a cap, and never wait for one."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from wizard.storage.errors import (
    FileError,
    NoAccessError,
    NotAFileError,
    NotFoundError,
    TooLargeError,
    UnreadableError,
    UnsafePathError,
)

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of one file: a tree of 10,000 nodes fits."""

_PIECE = 64 * 1024

# A pipe without a writer must not hold the program up, and Windows must not translate line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)

_FOUND = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: the file; a link is followed.
        limit: the most bytes that are read.

    Raises:
        FileError: `NotFoundError`, `NotAFileError`, `NoAccessError`, `TooLargeError`, `UnsafePathError` or
            `UnreadableError`.
    """
    try:
        # Looked at before it is opened: merely opening a device can have an effect.
        _must_be_regular(path, path.stat())
        descriptor = os.open(path, _FLAGS)
        try:
            found = os.fstat(descriptor)
            _must_be_regular(path, found)
            if found.st_size > limit:
                raise too_large(path, limit)
            return _whole(descriptor, path, found.st_size, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise read_fault(path, error) from error
    except ValueError as error:
        raise UnsafePathError(path, "no file can have this name", "choose another file") from error


def read_pipe(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file, or of a named pipe, for which it waits until all writers have closed it.

    For what a person or another program names on purpose, such as `<(…)` of a shell; never for a file of a folder.

    Args:
        path: the file or pipe; a link is followed.
        limit: the most bytes that are read.

    Raises:
        FileError: as `read_bytes`.
    """
    try:
        if not stat.S_ISFIFO(path.stat().st_mode):
            return read_bytes(path, limit)
        with path.open("rb", buffering=0) as pipe:
            return _whole(pipe.fileno(), path, 0, limit)
    except OSError as error:
        raise read_fault(path, error) from error
    except ValueError as error:
        raise UnsafePathError(path, "no file can have this name", "choose another file") from error


def read_stream(stream: BinaryIO, name: str, limit: int) -> bytes:
    """Return all bytes of an open stream.

    Args:
        stream: the stream, such as standard input.
        name: what to call it in an error.
        limit: the most bytes that are read.

    Raises:
        FileError: `TooLargeError` or `UnreadableError`.
    """
    parts: list[bytes] = []
    size = 0
    try:
        while part := stream.read(_PIECE):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise too_large(Path(name), limit)
    except OSError as error:
        raise read_fault(Path(name), error) from error
    return b"".join(parts)


def too_large(path: Path, limit: int) -> TooLargeError:
    """Return the error for a file of more than `limit` bytes."""
    size = f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit} bytes"
    return TooLargeError(path, f"it is larger than {size}")


def read_fault(path: Path, error: OSError) -> FileError:
    """Return the error that says in words why the system could not read `path`."""
    match error.errno:
        case errno.ENOENT if path.is_symlink():
            return UnsafePathError(path, "this is a link to a file that is not there")
        case errno.ENOENT | errno.ENOTDIR | errno.ENAMETOOLONG:
            return NotFoundError(path)
        case errno.EACCES | errno.EPERM:
            return NoAccessError(path)
        case errno.ELOOP:
            return UnsafePathError(path, "this is a link that leads back to itself")
        case _:
            return UnreadableError(path, error.strerror or type(error).__name__)


def _must_be_regular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISREG(found.st_mode):
        return
    raise NotAFileError(path, next((name for test, name in _FOUND if test(found.st_mode)), "something else"))


def _whole(descriptor: int, path: Path, expected: int, limit: int) -> bytes:
    """Read on until the end: a file may grow meanwhile, or give less than it was asked for."""
    parts: list[bytes] = []
    size = 0
    while part := os.read(descriptor, min(max(expected - size, _PIECE), limit - size) + 1):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise too_large(path, limit)
    return b"".join(parts)
