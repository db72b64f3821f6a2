# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything wrong with a collection, as problems with a place and a mend."""

from datetime import date

from wizard.engine.check_findings import finding_problems
from wizard.engine.check_glossary import glossary_problems
from wizard.engine.check_paths import path_problems
from wizard.engine.check_references import reference_problems
from wizard.engine.check_words import word_problems
from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.engine.scenarios import run_scenario
from wizard.model.collection import Collection
from wizard.model.problem import Place, Problem, Severity

ORDER = {severity: rank for rank, severity in enumerate(Severity)}


def problems(collection: Collection, today: date) -> tuple[Problem, ...]:
    """Return everything wrong with a collection on a day, errors first, then in the order of its files.

    What is read only once references hold (paths, scenarios) is left out while they do not.
    """
    index = CollectionIndex(collection)
    found = ProblemList()
    sound = reference_problems(index, found)
    word_problems(index, found)
    glossary_problems(index, found)
    finding_problems(index, found)
    _law_check(collection, today, found)
    if sound and path_problems(index, today, found):
        _scenarios(index, found)
    return tuple(sorted(found.problems, key=lambda problem: ORDER[problem.severity]))


def _law_check(collection: Collection, today: date, found: ProblemList) -> None:
    due = collection.manifest.next_check_due
    if due < today:
        found.warning(
            "law-check-overdue",
            Place(file="collection.json", field="next_check_due"),
            f"The law was due for a check on {due.isoformat()}",
            "Check the law, then set both dates",
        )


def _scenarios(index: CollectionIndex, found: ProblemList) -> None:
    for scenario in index.collection.scenarios:
        result = run_scenario(index, scenario)
        for difference in result.differences:
            found.error(
                "scenario-fails",
                Place(file=f"scenarios/{scenario.tree}", item=scenario.id),
                difference,
                "Mend the tree, or change what the scenario expects",
            )
