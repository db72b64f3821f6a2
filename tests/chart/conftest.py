# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flag that keeps today's pictures as the right ones."""

import pytest

REWRITE = "--rewrite-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag; it works where this folder is named: `pytest tests/chart -k golden --rewrite-golden`."""
    parser.addoption(REWRITE, action="store_true", help="keep the pictures that are drawn now as the right ones")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether today's pictures are kept."""
    return bool(request.config.getoption(REWRITE, default=False))
