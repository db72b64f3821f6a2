# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every value of the model has in common: it is frozen and knows its own fields only."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Base of every model class: immutable, unknown fields refused, built on first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
