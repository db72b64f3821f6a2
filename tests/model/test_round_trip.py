# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole collections, written into a folder and read again: the same value, and the same bytes when written again."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.edit_strategies import edits
from tests.strategies import collections
from wizard.model.collection import Collection
from wizard.storage.collections import files_of, read_collection, write_collection


@given(collections())
def test_a_collection_written_and_read_again_is_the_same_value_and_the_same_bytes(made: Collection) -> None:
    with TemporaryDirectory() as folder:
        digest = write_collection(Path(folder) / "made", made)
        loaded = read_collection(Path(folder) / "made")
        assert loaded.collection == made
        assert loaded.digest == digest
        assert loaded.ignored == ()
        assert files_of(loaded.collection) == files_of(made)


@given(st.data())
def test_an_edited_collection_written_over_the_one_before_is_read_whole(data: st.DataObject) -> None:
    made = data.draw(collections(), label="collection")
    after = data.draw(edits(made), label="edit")(made)
    with TemporaryDirectory() as folder:
        write_collection(Path(folder) / "made", made)
        write_collection(Path(folder) / "made", after)
        # Tables, calendars and scenarios are read by id, whatever order they were edited into.
        assert files_of(read_collection(Path(folder) / "made").collection) == files_of(after)
