# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations with pin cites."""

import re
from typing import Final

#: A pin that names its reporter: “596 U.S. at 486”.
_REPORTER: Final = re.compile(r"(\d+ [^,;]+?) at (?=\d)")

#: The bracket with the court and year: what follows it (“(en banc)”, “cert. denied”) is no place in the opinion.
_COURT: Final = re.compile(r" \([^()]*\d{4}\)")


def pinned(citation: str, at: str | None, *, is_case: bool) -> str:
    """Return a citation with a pin cite: before the court and year of a case, else behind it (Bluebook rule 3.2)."""
    if not at or at in citation:
        return citation
    if is_case:
        if at.startswith("("):
            return f"{citation} {at}"
        place = _without_reporter(at, citation)
        court = _COURT.search(citation)
        if court is None:
            return f"{citation}, {place}"
        return f"{citation[: court.start()]}, {place}{citation[court.start() :]}"
    rest = _without_overlap(at, citation)
    return f"{citation}{rest}" if rest.startswith("(") else f"{citation}, {rest}"


def _without_reporter(at: str, citation: str) -> str:
    """Return a pin without the volume and reporter that the citation names already."""
    found = _REPORTER.match(at)
    return at[found.end() :] if found is not None and found[1] in citation else at


def _without_overlap(at: str, citation: str) -> str:
    """Return a pin without what the citation ends in: `(g)(7)` behind “§ 1357(g)” becomes `(7)`."""
    starts = [number for number, character in enumerate(at) if character == "("]
    for start in reversed(starts):
        known = at[:start]
        if known and citation.endswith((known, f" {known}")):
            return at[start:]
    return at
