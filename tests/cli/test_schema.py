# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`schema`: a JSON Schema for each kind of file, that the bundled files follow."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.schema_faults import Schema, faults
from wizard.cli.schema import FILES
from wizard.paths import trees_dir
from wizard.storage.jsonfile import KINDS

KIND_OF_FILE = {
    "collection.json": "collection",
    "facts.json": "facts",
    "authorities.json": "authorities",
    ".tree.json": "tree",
    ".table.json": "table",
    ".calendar.json": "calendar",
    ".scenarios.json": "scenarios",
}


@pytest.fixture
def schemas(run: Run, tmp_path: Path) -> dict[str, Schema]:
    """The schemas, as the command writes them."""
    out = tmp_path / "schemas"
    out.mkdir()
    ran = run("schema", "--out", out)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    return {file.name.removesuffix(".schema.json"): json.loads(file.read_bytes()) for file in out.iterdir()}


def test_there_is_a_schema_for_each_kind_of_file(schemas: dict[str, Schema]) -> None:
    assert schemas.keys() == FILES.keys() >= set(KINDS.values())


def test_printed_they_are_one_object_with_the_same_schemas(run: Run, schemas: dict[str, Schema]) -> None:
    ran = run("schema")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == schemas


def test_every_reference_in_a_schema_leads_to_a_definition(schemas: dict[str, Schema]) -> None:
    for schema in schemas.values():
        for reference in references(schema):
            assert reference.removeprefix("#/$defs/") in schema["$defs"]


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for item in part.values():
            yield from references(item)
    elif isinstance(part, list):
        for item in part:
            yield from references(item)


def test_every_bundled_file_follows_the_schema_of_its_kind(schemas: dict[str, Schema]) -> None:
    files = sorted(trees_dir().glob("*/**/*.json"))
    assert files
    for file in files:
        kind = next(kind for end, kind in KIND_OF_FILE.items() if file.name.endswith(end))
        assert list(faults(json.loads(file.read_bytes()), schemas[kind], file.name)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"format": "one"},
        {"id": "Not an id"},
        {"more": 1},
        {"nodes": [{"kind": "riddle"}]},
        {"nodes": {}},
        {"first": None},
    ],
)
def test_a_file_that_is_wrong_does_not_follow_its_schema(schemas: dict[str, Schema], change: Schema) -> None:
    tree: Schema = json.loads((trees_dir() / "ice-force" / "ftca.tree.json").read_bytes())
    assert list(faults({**tree, **change}, schemas["tree"], "tree"))


def test_a_folder_that_is_not_there_gives_status_2_and_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("schema", "--out", tmp_path / "gone")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"{tmp_path / 'gone'}: there is no such folder. Make it first\n"
