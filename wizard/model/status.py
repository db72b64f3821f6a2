# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a claim stands, and where a day stands against a deadline rule."""

from enum import StrEnum
from typing import Literal


class Status(StrEnum):
    """How a claim stands, from best to worst; a claim that no finding reached has none (`NOT_REACHED`)."""

    AVAILABLE = "available"
    ARGUABLE = "arguable"
    LIKELY_FORECLOSED = "likely-foreclosed"
    BARRED = "barred"

    # That of Enum is written in Python, and statuses are looked up at each finding.
    __hash__ = str.__hash__


NOT_REACHED: Literal["not-reached"] = "not-reached"

#: 0 for the best. A line has the worst status of its findings.
BADNESS = {status: rank for rank, status in enumerate(Status)}


class DeadlineState(StrEnum):
    """Where a day stands against a rule.

    A last day: *open* up to *act by*, *last days* up to the plain count, *doubtful* up to the latest date that a court
    might accept, then *past*. A first day: *too early*, then *open*. Without its dates: *not known*.
    """

    OPEN = "open"
    LAST_DAYS = "last-days"
    DOUBTFUL = "doubtful"
    PAST = "past"
    TOO_EARLY = "too-early"
    NOT_KNOWN = "not-known"
