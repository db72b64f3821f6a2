# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way from an older format, tried with a format 0 that never was."""

import ast
import json
from pathlib import Path

import pytest

from tests.storage.values import SMALL, a_case
from wizard.model.case import Case
from wizard.model.tree import Tree
from wizard.storage import migrations
from wizard.storage.case_list import list_cases
from wizard.storage.errors import BadShapeError, DuplicateKeyError, UnknownFormatError
from wizard.storage.jsonfile import to_bytes, value_of

FILE = Path("outer.tree.json")


def _from_0(data: dict[str, object]) -> dict[str, object]:
    """In the invented format 0 the first node was named `start`."""
    return {("first" if key == "start" else key): value for key, value in data.items()}


@pytest.fixture
def _format_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {("tree", 0): _from_0})


def _old_tree(**changes: object) -> bytes:
    tree = {**SMALL["trees"][0], "format": 0, **changes}
    tree["start"] = tree.pop("first")
    return json.dumps(tree).encode()


@pytest.mark.usefixtures("_format_0")
def test_a_file_of_an_older_format_is_read_as_one_of_today() -> None:
    assert value_of(Tree, _old_tree(), FILE) == Tree.model_validate(SMALL["trees"][0])


@pytest.mark.usefixtures("_format_0")
def test_an_older_file_is_checked_as_strictly() -> None:
    with pytest.raises(BadShapeError, match="nodes"):
        value_of(Tree, _old_tree(nodes=7), FILE)
    with pytest.raises(DuplicateKeyError):
        value_of(Tree, _old_tree().replace(b'"id"', b'"id": "a", "id"', 1), FILE)


def test_steps_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "PRESENT", {"case": 3})
    monkeypatch.setattr(
        migrations,
        "STEPS",
        {
            ("case", 1): lambda data: {**data, "seen": [1]},
            ("case", 2): lambda data: {**data, "seen": [data["seen"], 2]},
        },
    )
    first: dict[str, object] = {"format": 1, "title": "x"}
    assert migrations.migrate(first, "case", FILE) == {"format": 3, "title": "x", "seen": [[1], 2]}
    assert migrations.migrate({"format": 3}, "case", FILE) == {"format": 3}
    assert first == {"format": 1, "title": "x"}


def test_a_newer_file_is_refused_by_its_number() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        value_of(Tree, json.dumps({**SMALL["trees"][0], "format": 2}).encode(), FILE)
    assert str(caught.value) == (
        "outer.tree.json, format: it has format 2, made by a newer version of the program, and this one reads up to 1; "
        "install the newer version to open it."
    )


@pytest.mark.parametrize("found", [None, 0, -1, True, "1", 1.0, [1], {"format": 1}, 10**17])
def test_a_file_without_a_format_that_is_known_is_refused(found: object) -> None:
    data = {**SMALL["trees"][0], "format": found}
    if found is None:
        del data["format"]
    with pytest.raises(UnknownFormatError):
        value_of(Tree, json.dumps(data).encode(), FILE)


def test_the_list_of_cases_migrates_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.loads(to_bytes(a_case()))
    data["format"], data["name"] = 0, data.pop("title")
    (tmp_path / "2026-014.case.json").write_text(json.dumps(data))
    (problem,) = (case.problem for case in list_cases(tmp_path))
    assert isinstance(problem, UnknownFormatError)
    step = {("case", 0): lambda data: {("title" if key == "name" else key): item for key, item in data.items()}}
    monkeypatch.setattr(migrations, "STEPS", step)
    assert [case.title for case in list_cases(tmp_path)] == ["María's claim"]
    assert value_of(Case, json.dumps(data).encode(), FILE) == a_case()


def test_migrations_import_nothing_of_today() -> None:
    tree = ast.parse(Path(migrations.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {name for name in imported if name and name.startswith("wizard.")}
    assert ours == {"wizard.storage.errors"}
