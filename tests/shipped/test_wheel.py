# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shipped is what lies in the checkout, no file more and none less."""

import os
import re
import subprocess
import sys
import tarfile
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parent.parent.parent
PLACES = {"wizard": "wizard", "trees": "wizard/_data/trees", "resources": "wizard/_data/resources"}
"""Where each folder of the checkout lies in a wheel."""


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or an sdist with what is installed, without a network."""
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", CHECKOUT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def wheel_by_way_of_the_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sdist = build("sdist", CHECKOUT, tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        # The Python of Debian 12 is older than the filter.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(unpacked)  # noqa: S202 our own sdist
    (source,) = unpacked.iterdir()
    return build("wheel", source, tmp_path_factory.mktemp("second wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel but those that only tell of it."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


def checkout() -> dict[str, bytes]:
    """The same files as they lie in the checkout."""
    return {
        f"{place}/{path.relative_to(CHECKOUT / top).as_posix()}": path.read_bytes()
        for top, place in PLACES.items()
        for path in (CHECKOUT / top).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_a_wheel_holds_the_files_of_the_checkout(wheel: Path) -> None:
    shipped, ours = contents(wheel), checkout()
    assert sorted(shipped) == sorted(ours)
    assert {name for name in ours if shipped[name] != ours[name]} == set()


def test_a_wheel_by_way_of_the_sdist_is_the_same(wheel: Path, wheel_by_way_of_the_sdist: Path) -> None:
    assert contents(wheel_by_way_of_the_sdist) == contents(wheel)


def test_a_wheel_tells_its_licence_and_what_it_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        told = Parser().parsestr(archive.read(name).decode())
        assert name.replace("METADATA", "licenses/LICENSE") in archive.namelist()
    assert told["License-Expression"] == "GPL-3.0-or-later"
    assert told["Requires-Python"] == ">=3.11"
    needed = {re.split("[<>=]", line)[0].lower() for line in told.get_all("Requires-Dist", [])}
    assert needed == {"networkx", "pydantic", "pyside6-essentials", "python-docx", "typing-extensions"}


def test_an_unpacked_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "Ünï code dir"
    with ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202 our own wheel
    run = subprocess.run(
        [sys.executable, "-P", "-m", "wizard", "scenarios", str(site / "wizard/_data/trees/ice-force")],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert any(line.endswith("scenarios hold") for line in run.stdout.splitlines())


def test_an_unpacked_wheel_finds_what_it_ships(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # noqa: S202 our own wheel
    code = "from wizard.paths import resources_dir, trees_dir; print(resources_dir(), trees_dir(), sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == [str(tmp_path / "wizard/_data/resources"), str(tmp_path / "wizard/_data/trees")]


def test_a_wheel_names_its_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/entry_points.txt")]
        assert "remedy-wizard = wizard.__main__:main" in archive.read(name).decode()
