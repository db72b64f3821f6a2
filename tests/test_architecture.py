# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that no linter knows."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "wizard"

SPDX_LINES = (
    "SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors",
    "SPDX-License-Identifier: GPL-3.0-or-later",
)

MAY_LIE_AT_THE_TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "packaging",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "tests",
    "trees",
    "wizard",
}

LONGEST_FILE = 400
LONG_FILES: dict[str, str] = {}
"""Files that may be longer, each with the reason."""

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "misc", "base", "common"}

# In two parts, so that this file holds none of them.
NOT_FOR_THE_PROJECT = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" + r"(?:work|root)/",
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "npmjs" + r"\.org",
            "deb" + r"\.debian\.org",
        ]
    )
)

READS_WHAT_THE_PROGRAM_SHIPS = {"wizard/chart/icons.py"}
TOUCHES_A_FILE = {"mkdir", "read_bytes", "read_text", "rmdir", "touch", "unlink", "write_bytes", "write_text"}


def files_of_the_project() -> Iterator[Path]:
    """Each file of the checkout that git would not ignore; git itself may be missing."""
    lines = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = {CHECKOUT / line.strip("/") for line in lines if line.startswith("/")} | {CHECKOUT / ".git"}
    folders = [CHECKOUT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path in ignored or path.name == "__pycache__" or path.suffix in {".pyc", ".qm"}:
                continue
            if path.is_dir():
                folders.append(path)
            else:
                yield path


def python_files(*tops: str) -> list[Path]:
    return [path for top in tops for path in sorted((CHECKOUT / top).rglob("*.py"))]


def told(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CHECKOUT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


LAYERS, PAGES = "Layers point one way", "Pages do not know each other"
QT, NETWORK, GRAPHS = "No Qt below the chart", "Nothing can reach a network", "Graph theory stays"
BREACHES = {
    "the engine knows the window": ("engine/breach.py", "import wizard.ui.theme", LAYERS),
    "the command line knows the window": ("cli/breach.py", "import wizard.ui.theme", LAYERS),
    "paths know the model": ("paths.py", "import wizard.model.case", LAYERS),
    "a function imports upwards": ("storage/breach.py", "def late() -> None:\n    import wizard.chart.tokens", LAYERS),
    "a package has no layer": ("services/__init__.py", "", LAYERS),
    "a page knows another": ("ui/home/breach.py", "import wizard.ui.walk.trail", PAGES),
    "a widget knows a page": ("ui/widgets/breach.py", "import wizard.ui.walk.trail", PAGES),
    "the language knows the widgets": ("ui/language.py", "import wizard.ui.widgets.button", PAGES),
    "a new page has no place": ("ui/reports/__init__.py", "", PAGES),
    "a page yet to come knows another": ("ui/cases/__init__.py", "import wizard.ui.walk.trail", PAGES),
    "the layout loads Qt": ("chart/layout/breach.py", "import PySide6.QtCore", QT),
    "the model loads Qt by a detour": ("model/breach.py", "import wizard.chart.painter", QT),
    "storage opens a socket": ("storage/breach.py", "import socket", NETWORK),
    "the window asks a server": ("ui/breach.py", "import urllib.request", NETWORK),
    "the model draws a graph": ("model/breach.py", "import networkx", GRAPHS),
    "the painter walks a graph": ("chart/breach.py", "import networkx", GRAPHS),
    "a command writes Word itself": ("cli/breach.py", "import docx", "One module writes Word documents"),
    "two modules know each other": ("model/names.py", "import wizard.model.tree", "No cycles"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_each_breach_of_a_contract_is_seen(tmp_path: Path, breach: str) -> None:
    name, line, contract = BREACHES[breach]
    shutil.copytree(PACKAGE, tmp_path / "wizard", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    broken = tmp_path / "wizard" / name
    broken.parent.mkdir(exist_ok=True)
    with broken.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports as run; raise SystemExit(run(no_cache=True))",
        ],
        cwd=tmp_path,
        env={"COLUMNS": "200", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(rf"^{contract}.* BROKEN", run.stdout, re.MULTILINE), run.stdout + run.stderr
    assert run.returncode == 1


def test_what_lies_below_the_chart_starts_without_qt() -> None:
    code = (
        "import sys, wizard.engine.walk, wizard.storage.cases, wizard.chart.layout.layered\n"
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


def test_home_can_paint_before_the_engine_loads() -> None:
    code = (
        "import sys, wizard.__main__\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'networkx', 'pydantic'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_window_starts_without_python_docx() -> None:
    code = (
        "import sys, wizard.ui.app, wizard.ui.program, wizard.export.formats\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'docx', 'lxml'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_every_package_folder_has_an_init_without_code() -> None:
    folders = {path.parent for path in python_files("wizard", "tests")} - {PACKAGE}
    parents = {parent for folder in folders for parent in folder.parents if parent.is_relative_to(CHECKOUT / "tests")}
    for folder in folders | parents:
        assert ast.parse((folder / "__init__.py").read_bytes()).body == [], told(folder)


def test_the_packaging_folder_is_no_package() -> None:
    assert not (CHECKOUT / "packaging" / "__init__.py").exists()


def test_every_source_file_names_its_licence() -> None:
    sources = [
        *(path for path in python_files("wizard", "tests", "packaging") if path.stat().st_size),
        *sorted((CHECKOUT / "packaging").rglob("*.sh")),
        *(CHECKOUT / name for name in ("Makefile", "pyproject.toml", ".ci/run")),
    ]
    for path in sources:
        start = path.read_text(encoding="utf-8")[:400]
        assert all(line in start for line in SPDX_LINES), told(path)


def test_no_file_is_long_without_a_reason() -> None:
    long = {
        told(path)
        for path in python_files("wizard", "tests", "packaging")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    }
    assert long == set(LONG_FILES)


def test_every_module_has_a_name_that_says_something() -> None:
    for path in python_files("wizard", "tests", "packaging"):
        words = {word for part in path.relative_to(CHECKOUT).with_suffix("").parts for word in part.split("_")}
        assert not words & NAMES_THAT_SAY_NOTHING, told(path)


def test_nothing_new_lies_at_the_top() -> None:
    tops = {path.relative_to(CHECKOUT).parts[0] for path in files_of_the_project()}
    assert {top for top in tops if not top.startswith(".")} <= MAY_LIE_AT_THE_TOP


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    for path in files_of_the_project():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = NOT_FOR_THE_PROJECT.search(text)
        assert found is None, f"{told(path)}: {found}"


def test_only_storage_touches_files() -> None:
    for path in python_files("wizard/model", "wizard/engine", "wizard/chart", "wizard/export"):
        if told(path) in READS_WHAT_THE_PROGRAM_SHIPS:
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            match node:
                case ast.Call(func=ast.Name(id="open")):
                    touched = "open"
                case ast.Attribute(attr=name) if name in TOUCHES_A_FILE:
                    touched = name
                case _:
                    continue
            pytest.fail(f"{told(path)}:{node.lineno} calls {touched}: hand the bytes to storage")
