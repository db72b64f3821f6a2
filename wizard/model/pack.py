# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs: one signed version of a collection in one file."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from wizard.model.names import CollectionId, VersionText
from wizard.model.text import Text
from wizard.model.value import Value

FORMAT = 1

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class PackedFile(Value):
    """A file of the pack: its path inside the collection, its size in bytes and its SHA-256."""

    path: str
    size: int = Field(ge=0)
    digest: Digest


class PackManifest(Value):
    """What a pack says of itself; the signature covers these bytes, and they name every file."""

    format: int = FORMAT
    collection: CollectionId
    version: VersionText
    title: Text
    publisher: str
    made_on: dt.date
    law_checked_on: dt.date
    next_check_due: dt.date
    public_key: str
    files: tuple[PackedFile, ...]
