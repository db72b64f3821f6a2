# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether findings say what a finding must, and authorities are good."""

from collections.abc import Iterator

from wizard.engine.graph import CollectionIndex
from wizard.engine.problem_list import ProblemList
from wizard.model.node import FindingNode
from wizard.model.problem import Place


def finding_problems(index: CollectionIndex, found: ProblemList) -> None:
    """Report findings without authority or next step, and authorities that no longer hold."""
    for tree, node in _findings(index):
        place = Place(tree=tree, node=node.id)
        if not node.authorities and node.claims:
            found.error("finding-without-authority", place, "The finding cites no authority", "Add an authority")
        if not node.next_steps and node.status is not None:
            found.warning("finding-without-next-step", place, "The finding says nothing to do", "Add a next step")
        if not node.claims and node.status is not None:
            message = "It has a status, and no claim to give it to"
            found.warning("status-without-claim", place, message, "Name the claims, or take the status out")
        if not node.claims and node.topic is None:
            message = "A remark on the client needs a topic: the topic says where it is shown"
            found.warning("topic-missing", place, message, "Give it a topic")
        for pin in node.authorities:
            authority = index.authorities.get(pin.authority)
            if authority is not None and authority.treatment == "superseded" and authority.note is None:
                message = f"It cites “{authority.short}”, which is superseded"
                mend = "Cite what replaced it, or say in the authority's note what came of it"
                found.warning("authority-superseded", place, message, mend)


def _findings(index: CollectionIndex) -> Iterator[tuple[str, FindingNode]]:
    for tree in index.collection.trees:
        for node in tree.nodes:
            if isinstance(node, FindingNode):
                yield tree.id, node
