# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One decision graph."""

from typing import Annotated

from pydantic import FailFast

from wizard.model.names import NodeId, TreeId
from wizard.model.node import Node
from wizard.model.text import Text
from wizard.model.value import Value


class TreeHeader(Value):
    """What Home shows of a tree before it is read. `starts`: a walk may begin here."""

    id: TreeId
    title: Text
    jurisdiction: Text
    about: Text | None = None
    starts: bool = True


class Tree(Value):
    """One decision graph in one file, from its first node; a directed acyclic graph of nodes."""

    format: int = 1
    id: TreeId
    first: NodeId
    # The first fault is enough: an error for each of a million wrong nodes would take a gigabyte.
    nodes: Annotated[tuple[Node, ...], FailFast()]
