# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims, and the conclusions on them."""

from typing import Literal

from wizard.model.names import AgainstId, ClaimId
from wizard.model.text import Text
from wizard.model.value import Value

#: Where a remark on the client is shown: do first, protect the client, intake, evidence.
Topic = Literal["now", "protect", "intake", "evidence"]


class Against(Value):
    """Whom a claim is against."""

    id: AgainstId
    title: Text


class Claim(Value):
    """One line of the claims board: a line of relief against someone. An internal line is not shown."""

    id: ClaimId
    against: AgainstId
    title: Text
    about: Text | None = None
    shown: bool = True


class NextStep(Value):
    """Something to do. `client` marks a step that is said to the client, so in the client's language too."""

    text: Text
    client: bool = False
