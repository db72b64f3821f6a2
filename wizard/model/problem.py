# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Problems: what is wrong with a collection, as values that can be shown, sorted and clicked."""

from enum import StrEnum

from typing_extensions import override

from wizard.model.names import NodeId, TreeId
from wizard.model.value import Value


class Severity(StrEnum):
    """How much a problem matters: an error stops publishing, a warning asks for a reason, a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(Value):
    """Where a problem is: a file of the collection, or a tree, a node in it, and a field of that."""

    file: str | None = None
    tree: TreeId | None = None
    node: NodeId | None = None
    item: str | None = None
    field: str | None = None

    @override
    def __str__(self) -> str:
        """Return the place as one word: `ftca/ftca-g-discretion branches.2`, `facts.json/wrongs title`."""
        path = "/".join(part for part in (self.file or self.tree, self.node or self.item) if part)
        return " ".join(part for part in (path, self.field) if part) or "collection"


class Problem(Value):
    """Something wrong: its kind (a stable id), how much it matters, where it is, and what mends it."""

    kind: str
    severity: Severity
    place: Place
    message: str
    mend: str

    @override
    def __str__(self) -> str:
        """Return the problem as one line: `severity place: message (mend)`."""
        return f"{self.severity} {self.place}: {self.message} ({self.mend})"
