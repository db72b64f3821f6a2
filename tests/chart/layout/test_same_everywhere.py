# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from tests.benchmarks.layout_digest import digests, other_pythons


def test_the_picture_is_the_same_for_every_hash_seed_and_python() -> None:
    found = digests(seeds=(0, 1, 2, 3))
    assert len(found) >= 4 + len(other_pythons())
    assert len(set(found.values())) == 1
