# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures for the tests of storage."""

from collections.abc import Iterator

import pytest

from tests.storage.rights import WithoutRights, folder_for_anybody


@pytest.fixture
def without_rights() -> Iterator[WithoutRights]:
    """A folder, and a context without the rights of root."""
    with folder_for_anybody() as found:
        yield found
