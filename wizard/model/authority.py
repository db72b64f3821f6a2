# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Authorities: what supports a legal point, and how well it was checked."""

import datetime as dt
from typing import Literal

from wizard.model.names import AuthorityId
from wizard.model.value import Value

AuthorityKind = Literal[
    "case", "statute", "regulation", "rule", "guidance", "session-law", "bill", "constitution", "treatise"
]
#: How an authority was checked: its own text was read, a text about it was read, or it was recalled.
Seen = Literal["read", "read-about", "recalled"]
#: Whether it is still good.
Treatment = Literal["good", "limited", "in-litigation", "questioned", "superseded"]


class Authority(Value):
    """A case, statute, rule or regulation: its full citation and what it holds in one sentence."""

    id: AuthorityId
    kind: AuthorityKind
    citation: str
    short: str
    holding: str
    pin: str | None = None
    source: str | None = None
    seen: Seen
    treatment: Treatment
    checked_on: dt.date
    note: str | None = None


class Pin(Value):
    """A reference to an authority, with the place in it where the point stands."""

    authority: AuthorityId
    at: str | None = None
