# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the person at the desk has chosen: one typed value with its defaults.

Standard library only: the window is built by it before pydantic loads.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from wizard.storage.atomic import link_or_copy, make_folder, write_bytes
from wizard.storage.capped import read_bytes
from wizard.storage.errors import BadShapeError, FileError, NotFoundError, UnknownFormatError, shown
from wizard.storage.fields import is_storable
from wizard.storage.plain import object_of

SETTINGS_FILE = "settings.json"
DAMAGED_SUFFIX = ".damaged"
FORMAT = 1
SIZE_LIMIT = 256 * 1024

Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "none"]
PictureKind = Literal["png", "svg", "pdf"]
PictureScale = Literal["1x", "2x", "print"]
PicturePart = Literal["path", "whole"]
PicturePaper = Literal["letter", "a4"]

TEXT_SIZES = (100, 112, 125, 150, 175, 200)
"""Per cent."""
_TEXT_LENGTH = 4096


class Settings(NamedTuple):
    """All that is remembered between two starts, apart from cases and collections.

    Attributes:
        theme: light, dark, or as the system has it.
        text_size: per cent, one of `TEXT_SIZES`.
        language: the code of the program's language; None: the system's.
        client_language: the code of the language shown beside the English in a new case; None: none.
        digits_choose: whether the number keys choose an answer.
        motion: as the system has it, or none at all.
        staff_name: who gives the answers, as the history of a case names them.
        recent_collection: the id of the collection used last, or None.
        export_folder: the folder that was exported to last, or None.
        picture_kind: what a picture of the path is saved as.
        picture_scale: how large a PNG is made.
        picture_part: the path alone or the whole chart.
        picture_paper: the paper of its pages; None: as the country has it.
    """

    theme: Theme = "system"
    text_size: int = 100
    language: str | None = None
    client_language: str | None = None
    digits_choose: bool = True
    motion: Motion = "system"
    staff_name: str = ""
    recent_collection: str | None = None
    export_folder: str | None = None
    picture_kind: PictureKind = "png"
    picture_scale: PictureScale = "2x"
    picture_part: PicturePart = "path"
    picture_paper: PicturePaper | None = None


class ReadSettings(NamedTuple):
    """The settings as they were read.

    Attributes:
        settings: what could be read; defaults for the rest.
        problem: what could not be read, or None.
        kept: where the file that could not be read is kept, or None.
    """

    settings: Settings
    problem: FileError | None = None
    kept: Path | None = None


def read_settings(folder: Path) -> ReadSettings:
    """Read the settings in a folder; this never fails, and never loses a file that could not be read.

    A single setting that cannot be what is written becomes its default, the others hold.
    """
    file = folder / SETTINGS_FILE
    try:
        data = object_of(read_bytes(file, SIZE_LIMIT), file)
        _must_be_known(data, file)
    except NotFoundError:
        return ReadSettings(Settings())
    except FileError as error:
        return ReadSettings(Settings(), error, _kept(file))
    settings, problem = _chosen(data, file)
    return ReadSettings(settings, problem, None if problem is None else _kept(file))


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings into a folder, which is made if it is not there.

    Raises:
        WriteError: with what to do about it; the file is as it was.
    """
    make_folder(folder)
    text = json.dumps({"format": FORMAT, **settings._asdict()}, ensure_ascii=True, indent=2)
    write_bytes(folder / SETTINGS_FILE, f"{text}\n".encode())


def _must_be_known(data: Mapping[str, object], file: Path) -> None:
    found = data.get("format")
    if found != FORMAT or isinstance(found, bool):
        what = f"the settings have the format {shown(str(found))}, and this program reads {FORMAT}"
        raise UnknownFormatError(file, what, "choose your settings again", "format")


def _chosen(data: Mapping[str, object], file: Path) -> tuple[Settings, FileError | None]:
    chosen: dict[str, Any] = {}
    problem: FileError | None = None
    for key, value in data.items():
        if key == "format":
            continue
        if key in _CHECKS and _CHECKS[key](value):
            chosen[key] = value
        elif problem is None:
            what = "this setting cannot be read" if key in _CHECKS else "this setting is not known"
            problem = BadShapeError(file, what, "choose it again in the program", shown(key), location=(key,))
    return Settings(**chosen), problem


def _kept(file: Path) -> Path | None:
    """Keep a file that could not be read beside itself, since the next change of a setting writes over it."""
    kept = file.with_name(file.name + DAMAGED_SUFFIX)
    if not file.is_file():
        return None
    try:
        link_or_copy(file, kept)
    except (OSError, FileError):
        return None
    return kept


def _one_of(kind: object) -> Callable[[object], bool]:
    return lambda value: value in get_args(kind)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _TEXT_LENGTH and is_storable(value)


def _is_text_or_none(value: object) -> bool:
    return value is None or _is_text(value)


_CHECKS: dict[str, Callable[[object], bool]] = {
    "theme": _one_of(Theme),
    "text_size": lambda value: type(value) is int and value in TEXT_SIZES,
    "language": _is_text_or_none,
    "client_language": _is_text_or_none,
    "digits_choose": lambda value: isinstance(value, bool),
    "motion": _one_of(Motion),
    "staff_name": _is_text,
    "recent_collection": _is_text_or_none,
    "export_folder": _is_text_or_none,
    "picture_kind": _one_of(PictureKind),
    "picture_scale": _one_of(PictureScale),
    "picture_part": _one_of(PicturePart),
    "picture_paper": lambda value: value is None or value in get_args(PicturePaper),
}
