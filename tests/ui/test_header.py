# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the header says of deadlines."""

import pytest

from wizard.ui.header import NextDeadline, deadline_words, short_deadline_words


@pytest.mark.parametrize(
    ("deadline", "words", "short"),
    [
        (NextDeadline(0, None), "No deadlines yet", "0"),
        (NextDeadline(1, None), "1 deadline", "1"),
        (NextDeadline(2, 80), "2 deadlines, next in 80 days", "80 days"),
        (NextDeadline(1, 1), "1 deadline, next tomorrow", "1 day"),
        (NextDeadline(1, 0), "1 deadline, act now", "Act now"),
        (NextDeadline(1, -2), "1 deadline, act now", "Act now"),
        (NextDeadline(3, 80, 1), "3 deadlines, 1 passed", "Passed"),
        (NextDeadline(1, None, 1), "1 deadline, passed", "Passed"),
    ],
)
def test_deadlines_are_counted_in_words(deadline: NextDeadline, words: str, short: str) -> None:
    assert deadline_words(deadline) == words
    assert short_deadline_words(deadline) == short
