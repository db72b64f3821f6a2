# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The name of a case stands apart from where it is found."""

import pytest

from wizard.engine.graph import CollectionIndex
from wizard.model.authority import Pin
from wizard.paths import trees_dir
from wizard.storage.collections import read_collection
from wizard.ui.walk.question import citations


@pytest.mark.parametrize(
    ("authority", "lead", "rest"),
    [
        ("benderoff", "Benderoff v. Johansen", "(6th Cir. Jan. 13, 2026), aff’g"),
        ("castro-v-us-9th", "Castro v. United States", "(9th Cir. June 10, 2024) (mem.)"),
        ("heck-v-humphrey", "Heck v. Humphrey", "512 U.S. 477"),
    ],
)
def test_the_name_of_a_case_ends_before_its_report_or_its_court(authority: str, lead: str, rest: str) -> None:
    index = CollectionIndex(read_collection(trees_dir() / "ice-force").collection)
    (shown,) = citations(index, (Pin(authority=authority),), "en")
    assert shown.lead == lead
    assert shown.rest.startswith(rest)
