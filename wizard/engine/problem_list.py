# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects problems while a collection is checked."""

from wizard.model.problem import Place, Problem, Severity


class ProblemList:
    """The problems found so far; one that is found twice is kept once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems in the order in which they were found."""
        return tuple(self._found)

    def error(self, kind: str, place: Place, message: str, mend: str) -> None:
        """Add an error."""
        self._add(kind, Severity.ERROR, place, message, mend)

    def warning(self, kind: str, place: Place, message: str, mend: str) -> None:
        """Add a warning."""
        self._add(kind, Severity.WARNING, place, message, mend)

    def hint(self, kind: str, place: Place, message: str, mend: str) -> None:
        """Add a hint."""
        self._add(kind, Severity.HINT, place, message, mend)

    def _add(self, kind: str, severity: Severity, place: Place, message: str, mend: str) -> None:
        self._found[Problem(kind=kind, severity=severity, place=place, message=message, mend=mend)] = None
