# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged and hostile files, each through the real loader in a process of its own, within bounds of memory and time.

Each gives one sentence that names the file, the place and the mend; nothing on disk is changed.
"""

import hashlib
import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.hostile.edits import HostileFolder
from tests.storage.hostile.texts import HOSTILE_TEXTS, HostileText
from tests.storage.hostile.wrong_fields import SUBTREE_OF_ITSELF, WRONG_FIELDS
from tests.storage.hostile.wrong_places import WRONG_PLACES
from tests.storage.rights import WithoutRights
from tests.storage.values import a_case, small_collection
from wizard.model.node import SubtreeNode
from wizard.storage.capped import read_bytes
from wizard.storage.cases import CaseFolder
from wizard.storage.collections import read_collection, write_collection
from wizard.storage.errors import DamagedCaseError, FileError, NoAccessError, NotFoundError, UnsafePathError
from wizard.storage.jsonfile import to_bytes
from wizard.storage.settings import Settings, write_settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and limits of POSIX")

ROOT = Path(__file__).parents[2]
TREE = "outer.tree.json"

#: Words of Python and pydantic that nobody should have to read.
FOREIGN = (
    "Traceback",
    "pydantic",
    "validation error",
    "Input should",
    "Error(",
    "NoneType",
    "tuple[",
    "dict[",
    "object at",
)


class Reader:
    """The process that reads."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def says(self, reader: str, path: Path) -> tuple[str, str]:
        """Return the class and the sentence of what a reader says of a path; twice nothing when it says nothing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([reader, str(path)]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"reading {path} ended the process: {self._process.wait(30)}"
        kind, sentence = json.loads(line) or ("", "")
        return kind, sentence


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """A process that reads for all tests."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.hostile_reader"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Reader(process)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small good collection."""
    write_collection(tmp_path / "small", small_collection())
    return tmp_path / "small"


def _state(folder: Path) -> list[tuple[object, ...]]:
    """All that lies in a folder, with what a writer would change."""
    found: list[tuple[object, ...]] = []
    for path in sorted(folder.rglob("*")):
        at = path.lstat()
        digest = ""
        if stat.S_ISREG(at.st_mode) and at.st_blocks * 512 < 20 * 1024**2 and at.st_size < 20 * 1024**2:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found.append((path, at.st_mode, at.st_size, at.st_mtime_ns, at.st_ino, digest))
    return found


def _must_be_one_sentence(sentence: str, file: Path, says: str) -> None:
    assert sentence.startswith(str(file)), sentence
    assert says in sentence, sentence
    assert sentence.endswith("."), sentence
    assert "; " in sentence, f"no mend: {sentence}"
    assert sentence.isprintable(), sentence
    assert len(sentence) < len(str(file)) + 400, sentence
    assert not [word for word in FOREIGN if word in sentence], sentence


def test_there_are_many() -> None:
    names = [each.name for each in (*HOSTILE_TEXTS, *WRONG_FIELDS, *WRONG_PLACES)]
    assert len(names) == len(set(names))
    assert len(names) >= 130


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS, ids=lambda hostile: hostile.name)
def test_a_hostile_text_as_a_tree(folder: Path, reader: Reader, hostile: HostileText) -> None:
    file = folder / TREE
    file.write_bytes(hostile.damage(file.read_bytes()))
    before = _state(folder)
    kind, sentence = reader.says("collection", folder)
    assert kind == hostile.error.__name__, sentence
    _must_be_one_sentence(sentence, file, hostile.says)
    assert _state(folder) == before


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS, ids=lambda hostile: hostile.name)
def test_a_hostile_text_as_a_case(tmp_path: Path, reader: Reader, hostile: HostileText) -> None:
    file = tmp_path / "2026-014.case.json"
    file.write_bytes(hostile.damage(to_bytes(a_case())))
    before = _state(tmp_path)
    kind, sentence = reader.says("case", file)
    assert kind in (hostile.error.__name__, DamagedCaseError.__name__), sentence
    _must_be_one_sentence(sentence, file, hostile.says)
    listed_kind, listed = reader.says("list", tmp_path)
    if listed_kind:
        _must_be_one_sentence(listed, file, "")
    assert _state(tmp_path) == before


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS, ids=lambda hostile: hostile.name)
def test_a_hostile_text_as_the_manifest_on_home(folder: Path, reader: Reader, hostile: HostileText) -> None:
    file = folder / "collection.json"
    file.write_bytes(hostile.damage(file.read_bytes()))
    before = _state(folder)
    _, problem = reader.says("header", folder)
    kind, _ = reader.says("collection", folder)
    assert kind == hostile.error.__name__
    assert not problem or str(file) in problem
    assert _state(folder) == before


@pytest.mark.parametrize(
    "hostile", [each for each in HOSTILE_TEXTS if each.name != "no id"], ids=lambda hostile: hostile.name
)
def test_a_hostile_text_as_settings_is_told_and_kept(tmp_path: Path, reader: Reader, hostile: HostileText) -> None:
    write_settings(tmp_path, Settings())
    file = tmp_path / "settings.json"
    damaged = hostile.damage(file.read_bytes().replace(b'"theme"', b'"id": "", "theme"'))
    file.write_bytes(damaged)
    _, sentence = reader.says("settings", tmp_path)
    _must_be_one_sentence(sentence, file, "")
    assert file.read_bytes() == damaged
    assert file.with_name("settings.json.damaged").read_bytes() == damaged


@pytest.mark.parametrize("hostile", [*WRONG_FIELDS, *WRONG_PLACES], ids=lambda hostile: hostile.name)
def test_a_hostile_folder(folder: Path, reader: Reader, hostile: HostileFolder) -> None:
    hostile.build(folder)
    before = _state(folder.parent)
    kind, sentence = reader.says("collection", folder)
    assert kind == hostile.error.__name__, sentence
    _must_be_one_sentence(sentence, folder / hostile.file, hostile.says)
    reader.says("header", folder)
    assert _state(folder.parent) == before


@pytest.mark.parametrize("name", ["1 GB of nothing", "a pipe", "a link to what is not there", "a link to itself"])
def test_what_is_no_case_file_is_told(tmp_path: Path, folder: Path, reader: Reader, name: str) -> None:
    (hostile,) = [each for each in WRONG_PLACES if each.name == name]
    hostile.build(folder)
    source = next(
        path
        for path in (folder / TREE, folder / "facts.json")
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 1024**2
    )
    file = tmp_path / "2026-014.case.json"
    source.rename(file)
    before = _state(tmp_path)
    kind, sentence = reader.says("case", file)
    assert kind
    _must_be_one_sentence(sentence, file, "")
    _, listed = reader.says("list", tmp_path)
    _must_be_one_sentence(listed, file, "")
    assert _state(tmp_path) == before


@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero", "/proc/self/mem", "/", "/dev/stdin"])
def test_what_the_system_keeps_is_no_case(reader: Reader, path: str) -> None:
    kind, sentence = reader.says("case", Path(path))
    assert kind
    _must_be_one_sentence(sentence, Path(path), "")


def test_a_tree_that_contains_itself_is_read_and_left_to_linking(folder: Path, reader: Reader) -> None:
    SUBTREE_OF_ITSELF(folder)
    assert reader.says("collection", folder) == ("", "")
    node = read_collection(folder).collection.trees[0].nodes[1]
    assert isinstance(node, SubtreeNode)
    assert node.tree == "outer"


def test_the_good_collection_and_the_good_case_are_read(folder: Path, reader: Reader) -> None:
    case = CaseFolder(folder.parent).save(a_case())
    for name, path in (("collection", folder), ("header", folder), ("case", case), ("list", folder.parent)):
        assert reader.says(name, path) == ("", "")


def test_a_file_one_may_not_read_is_told(without_rights: WithoutRights) -> None:
    folder = without_rights.folder
    write_collection(folder, small_collection())
    (folder / "facts.json").chmod(0)
    with without_rights(), pytest.raises(NoAccessError) as caught:
        read_collection(folder)
    _must_be_one_sentence(str(caught.value), folder / "facts.json", "you may not read this file; ask the owner")
    case = CaseFolder(folder).save(a_case())
    with without_rights(), pytest.raises(NoAccessError):
        CaseFolder(folder).load(case)


def test_a_folder_one_may_not_read_is_told(without_rights: WithoutRights) -> None:
    folder = without_rights.folder
    write_collection(folder / "small", small_collection())
    (folder / "small" / "tables").chmod(0)
    with without_rights(), pytest.raises(NoAccessError) as caught:
        read_collection(folder / "small")
    _must_be_one_sentence(str(caught.value), folder / "small" / "tables", "you may not read")
    (folder / "small" / "tables").chmod(0o755)


@pytest.mark.parametrize(
    ("name", "error"), [("n\0ul", UnsafePathError), ("x" * 5000, NotFoundError), ("\udcff", NotFoundError)]
)
def test_a_name_that_no_file_has_is_told(tmp_path: Path, name: str, error: type[FileError]) -> None:
    with pytest.raises(error) as caught:
        CaseFolder(tmp_path).load(tmp_path / name)
    assert str(caught.value).isprintable()


def test_a_file_that_grows_while_it_is_read_is_not_read_on_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * 100)
    assert read_bytes(file, 100) == b"x" * 100
    with pytest.raises(FileError, match="larger than 99 bytes"):
        read_bytes(file, 99)


def test_the_sentence_of_a_file_with_a_hostile_name_stays_on_one_line(tmp_path: Path, reader: Reader) -> None:
    file = tmp_path / "a\n\x1b[2J\u202e.case.json"
    file.write_bytes(b"{")
    _, sentence = reader.says("case", file)
    assert sentence.isprintable()
    assert "a\\n\\x1b[2J\\u202e.case.json" in sentence
