# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The identifiers of the model: short, lower case, safe as a file name and in an address."""

from typing import Annotated

from pydantic import StringConstraints

NAME_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME_LENGTH = 64

Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=NAME_LENGTH)]

CollectionId = Name
TreeId = Name
NodeId = Name
FactId = Name
ChoiceId = Name
ChoiceListId = Name
ConditionId = Name
ClaimId = Name
AgainstId = Name
AuthorityId = Name
TableId = Name
ColumnId = Name
CalendarId = Name
DeadlineRuleId = Name
TermId = Name
ScenarioId = Name

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
VersionText = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+){0,3}$", max_length=32)]

#: The place of a node in a linked tree: its id, after the ids of the subtree nodes that lead to it, joined by "/".
NodeKey = str
