# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of fields that name things, compared with the model's own annotations."""

import ast
from collections.abc import Iterator
from pathlib import Path

import wizard.model
from wizard.engine.naming import IN_PLACEHOLDER, NAMING
from wizard.engine.wording import NAMES

SORT_OF_ALIAS = {
    "AgainstId": "against",
    "AuthorityId": "authority",
    "CalendarId": "calendar",
    "ChoiceListId": "choice-list",
    "ClaimId": "claim",
    "ConditionId": "condition",
    "DeadlineRuleId": "rule",
    "FactId": "fact",
    "ScenarioId": "scenario",
    "TableId": "table",
    "TermId": "term",
    "TreeId": "tree",
}
#: What is written by a walk or a case and is no part of a collection.
NOT_OF_A_COLLECTION = {"case.py", "pack.py", "problem.py"}


def annotated() -> Iterator[tuple[str, str, str]]:
    """Every field of the model whose annotation is a name of a sort: class, field, sort."""
    for path in Path(wizard.model.__file__).parent.glob("*.py"):
        if path.name in NOT_OF_A_COLLECTION:
            continue
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(made, ast.ClassDef):
                continue
            for field in made.body:
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    for part in ast.walk(field.annotation):
                        if isinstance(part, ast.Name) and part.id in SORT_OF_ALIAS:
                            yield made.name, field.target.id, SORT_OF_ALIAS[part.id]


def test_every_field_of_the_model_that_names_a_thing_is_known_to_the_renaming() -> None:
    # A thing's own id is renamed where it lies; a computed deadline is in no file.
    expected = {one for one in annotated() if one[1] != "id" and one[0] != "Deadline"}
    known = {(kind.__name__, field, sort) for kind, fields in NAMING.items() for field, sort in fields.items()}
    assert known - {("TreeHeader", "id", "tree")} == expected


def test_the_names_in_placeholders_are_as_many_as_wording_reads() -> None:
    assert {kind: len(sorts) for kind, sorts in IN_PLACEHOLDER.items()} == dict(NAMES)
