# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program's own folders lie (read-only), and where those of its user do.

Nothing here makes a folder: whoever writes the first file into one does.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PORTABLE_MARK = "portable"
"""Name of the file that, beside the program, keeps all that a user has beside it too."""

_FOLDER_NAME = "Remedy Wizard"
_XDG_FOLDER_NAME = "remedy-wizard"


class UserFolders(NamedTuple):
    """The folders that belong to the person at the desk; any of them may not exist yet."""

    cases: Path
    """One file a case."""
    collections: Path
    """Collections that were installed from packs, and the clinic's own."""
    settings: Path
    """The settings file."""
    logs: Path
    """What the program noted about its own faults."""
    state: Path
    """What may be lost without harm to a case: drafts of the editor, locks, last sizes."""


def trees_dir() -> Path:
    """The folder of the bundled collections, read-only."""
    return _data_root() / "trees"


def resources_dir() -> Path:
    """The folder of icons, fonts, styles and translations, read-only."""
    return _data_root() / "resources"


def user_folders(
    home: Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    platform: str | None = None,
    programs: tuple[Path, ...] | None = None,
) -> UserFolders:
    """Decide every folder of the user; call it once, at the start.

    The first of these that applies decides: the folder given with `--home`; a file
    named `portable` beside the program; the custom of the system.

    Args:
        home: the folder given with `--home`, or None.
        environment: environment variables; those of the process when None.
        platform: a value of `sys.platform`; that of the process when None.
        programs: folders that count as beside the program; found when None.

    Raises:
        RuntimeError: when the system does not say where the user's home is.
    """
    if home is not None:
        return _below(home.expanduser().absolute())
    for folder in _program_folders() if programs is None else programs:
        if (folder / PORTABLE_MARK).is_file():
            return _below(folder / "data")
    variables = os.environ if environment is None else environment
    name = sys.platform if platform is None else platform
    if name == "win32":
        return _windows(variables)
    if name == "darwin":
        return _macos(variables)
    return _xdg(variables)


def _data_root() -> Path:
    """The folder that holds `trees` and `resources`.

    A wheel and a bundle carry both in `wizard/_data`; in a checkout they lie beside
    `wizard`. `importlib.resources` finds the same folder and takes 10 ms to import.
    """
    package = _package()
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent


def _package() -> Path:
    return Path(__file__).parent


def _program_folders() -> tuple[Path, ...]:
    """Beside the executable (a bundle), or beside the package (a checkout)."""
    return (Path(sys.executable).parent, _package().parent)


def _below(root: Path) -> UserFolders:
    return UserFolders(
        cases=root / "cases",
        collections=root / "collections",
        settings=root / "settings",
        logs=root / "logs",
        state=root / "state",
    )


def _windows(variables: Mapping[str, str]) -> UserFolders:
    """What moves with the user's profile lies in APPDATA, what stays in LOCALAPPDATA."""
    profile = _folder(variables, "USERPROFILE") or Path.home()
    roaming = (_folder(variables, "APPDATA") or profile / "AppData" / "Roaming") / _FOLDER_NAME
    local = (_folder(variables, "LOCALAPPDATA") or profile / "AppData" / "Local") / _FOLDER_NAME
    return UserFolders(
        cases=roaming / "cases",
        collections=roaming / "collections",
        settings=roaming / "settings",
        logs=local / "logs",
        state=local / "state",
    )


def _macos(variables: Mapping[str, str]) -> UserFolders:
    library = (_folder(variables, "HOME") or Path.home()) / "Library"
    support = library / "Application Support" / _FOLDER_NAME
    return UserFolders(
        cases=support / "cases",
        collections=support / "collections",
        settings=support / "settings",
        logs=library / "Logs" / _FOLDER_NAME,
        state=support / "state",
    )


def _xdg(variables: Mapping[str, str]) -> UserFolders:
    """The XDG Base Directory Specification, version 0.8."""
    home = _folder(variables, "HOME") or Path.home()
    data = (_folder(variables, "XDG_DATA_HOME") or home / ".local" / "share") / _XDG_FOLDER_NAME
    config = (_folder(variables, "XDG_CONFIG_HOME") or home / ".config") / _XDG_FOLDER_NAME
    state = (_folder(variables, "XDG_STATE_HOME") or home / ".local" / "state") / _XDG_FOLDER_NAME
    return UserFolders(
        cases=data / "cases",
        collections=data / "collections",
        settings=config,
        logs=state / "logs",
        state=state,
    )


def _folder(variables: Mapping[str, str], name: str) -> Path | None:
    """The folder a variable names; None when unset or relative, as XDG wants it."""
    folder = Path(variables.get(name, ""))
    return folder if folder.is_absolute() else None
