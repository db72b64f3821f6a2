# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the window was left: its place, its page and the case that was open. It may be lost without harm.

Standard library only: the window is built by it before pydantic loads.
"""

import json
from pathlib import Path
from typing import NamedTuple

from wizard.storage.atomic import make_folder, write_bytes
from wizard.storage.capped import read_bytes
from wizard.storage.errors import FileError
from wizard.storage.plain import object_of

STATE_FILE = "window.json"
SIZE_LIMIT = 64 * 1024
_GEOMETRY_LENGTH = 4096


class WindowState(NamedTuple):
    """Where the window was left.

    Attributes:
        geometry: its place and size as Qt writes them, in hex; empty for none.
        page: the name of the page that was shown; empty for Home.
        case: the file of the case that was open, or None.
    """

    geometry: str = ""
    page: str = ""
    case: Path | None = None


def read_window_state(folder: Path) -> WindowState:
    """Return where the window was left; the plain beginning when that cannot be read."""
    file = folder / STATE_FILE
    try:
        data = object_of(read_bytes(file, SIZE_LIMIT), file)
    except FileError:
        return WindowState()
    case = _text(data.get("case"))
    return WindowState(_text(data.get("geometry")), _text(data.get("page")), Path(case) if case else None)


def write_window_state(folder: Path, state: WindowState) -> None:
    """Write where the window is left.

    Raises:
        WriteError: with what to do about it.
    """
    make_folder(folder)
    data = {"geometry": state.geometry, "page": state.page, "case": "" if state.case is None else str(state.case)}
    write_bytes(folder / STATE_FILE, f"{json.dumps(data, indent=2)}\n".encode("ascii"))


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _GEOMETRY_LENGTH and "\0" not in value else ""
