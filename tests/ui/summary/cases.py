# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases for the pages that show what a walk comes to."""

import datetime as dt
from uuid import UUID

from wizard.engine import answering
from wizard.engine.walk import Walk
from wizard.model.case import Case, CollectionRef

NOW = dt.datetime(2026, 11, 24, 10, 42, tzinfo=dt.UTC)


def case_of(made: Walk) -> Case:
    """A case with the answers that a walk has used."""
    manifest = made.graph.collection.manifest
    ref = CollectionRef(id=manifest.id, version=manifest.version, digest="0" * 64)
    case = answering.new_case("2026-014", UUID(int=14), ref, made.graph.tree, NOW, title="Jane Client")
    for fact, value in {**made.known, **dict.fromkeys(made.open_facts)}.items():
        case = answering.answer(case, fact, value, NOW)
    return case
