# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every folder is decided once, from the arguments first."""

import subprocess
import sys
from pathlib import Path

import pytest

from wizard.paths import UserFolders, resources_dir, trees_dir, user_folders

CHECKOUT = Path(__file__).parent.parent


def folders_of(chosen: UserFolders) -> list[Path]:
    return list(chosen)


def test_a_checkout_has_its_own_folders_at_its_top() -> None:
    assert trees_dir() == CHECKOUT / "trees"
    assert resources_dir() == CHECKOUT / "resources"


def test_an_installed_program_has_them_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "Ünï code" / "wizard"
    (package / "_data" / "trees").mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        (package / name).write_bytes((CHECKOUT / "wizard" / name).read_bytes())
    code = "from wizard.paths import trees_dir, resources_dir; print(ascii([str(trees_dir()), str(resources_dir())]))"
    told = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(package.parent)!r}); {code}"],
        capture_output=True,
        check=True,
        cwd="/",
    )
    assert told.stdout.decode().strip() == ascii(
        [str(package / "_data" / "trees"), str(package / "_data" / "resources")]
    )


def test_linux_follows_the_desktop_variables(tmp_path: Path) -> None:
    chosen = user_folders(
        environment={
            "HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path / "d"),
            "XDG_CONFIG_HOME": str(tmp_path / "c"),
            "XDG_STATE_HOME": str(tmp_path / "s"),
        },
        platform="linux",
        programs=(),
    )
    assert chosen == UserFolders(
        cases=tmp_path / "d/remedy-wizard/cases",
        collections=tmp_path / "d/remedy-wizard/collections",
        settings=tmp_path / "c/remedy-wizard",
        logs=tmp_path / "s/remedy-wizard/logs",
        state=tmp_path / "s/remedy-wizard",
    )


@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_linux_ignores_a_variable_that_is_no_absolute_path(tmp_path: Path, value: str) -> None:
    chosen = user_folders(
        environment={"HOME": str(tmp_path), "XDG_DATA_HOME": value, "XDG_CONFIG_HOME": value, "XDG_STATE_HOME": value},
        platform="linux",
        programs=(),
    )
    assert chosen.cases == tmp_path / ".local/share/remedy-wizard/cases"
    assert chosen.settings == tmp_path / ".config/remedy-wizard"
    assert chosen.state == tmp_path / ".local/state/remedy-wizard"


def test_windows_keeps_cases_in_the_profile_and_logs_on_the_machine(tmp_path: Path) -> None:
    chosen = user_folders(
        environment={"APPDATA": str(tmp_path / "Roaming"), "LOCALAPPDATA": str(tmp_path / "Local")},
        platform="win32",
        programs=(),
    )
    assert chosen.cases == tmp_path / "Roaming/Remedy Wizard/cases"
    assert chosen.settings == tmp_path / "Roaming/Remedy Wizard/settings"
    assert chosen.logs == tmp_path / "Local/Remedy Wizard/logs"


def test_windows_without_its_variables_uses_the_profile_folder(tmp_path: Path) -> None:
    chosen = user_folders(environment={"USERPROFILE": str(tmp_path)}, platform="win32", programs=())
    assert chosen.cases == tmp_path / "AppData/Roaming/Remedy Wizard/cases"
    assert chosen.state == tmp_path / "AppData/Local/Remedy Wizard/state"


def test_macos_uses_the_library(tmp_path: Path) -> None:
    chosen = user_folders(environment={"HOME": str(tmp_path)}, platform="darwin", programs=())
    assert chosen.cases == tmp_path / "Library/Application Support/Remedy Wizard/cases"
    assert chosen.logs == tmp_path / "Library/Logs/Remedy Wizard"


def test_the_folder_of_the_home_option_wins_over_everything(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    chosen = user_folders(tmp_path / "stick", programs=(tmp_path,))
    assert {folder.parent for folder in folders_of(chosen)} == {tmp_path / "stick"}


def test_a_relative_home_option_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chosen = user_folders(Path("stick"), programs=())
    monkeypatch.chdir("/")
    assert chosen.cases == tmp_path / "stick" / "cases"


def test_a_file_named_portable_keeps_everything_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    chosen = user_folders(programs=(tmp_path / "elsewhere", tmp_path))
    assert {folder.parent for folder in folders_of(chosen)} == {tmp_path / "data"}


def test_the_portable_file_is_looked_for_beside_the_program_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "remedy-wizard"))
    (tmp_path / "portable").touch()
    assert user_folders().cases == tmp_path / "data" / "cases"


def test_no_two_kinds_of_things_share_a_folder(tmp_path: Path) -> None:
    for platform in ("linux", "win32", "darwin"):
        chosen = user_folders(environment={"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}, platform=platform)
        assert len(set(folders_of(chosen))) == len(folders_of(chosen))


def test_deciding_makes_no_folder(user_home: Path) -> None:
    chosen = user_folders()
    assert all(folder.is_relative_to(user_home) for folder in folders_of(chosen))
    assert list(user_home.iterdir()) == []


def test_an_unknown_home_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        msg = "Could not determine home directory."
        raise RuntimeError(msg)

    monkeypatch.setattr(Path, "home", no_home)
    with pytest.raises(RuntimeError, match="home directory"):
        user_folders(environment={}, platform="linux", programs=())
