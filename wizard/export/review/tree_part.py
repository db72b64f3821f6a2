# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree in a review: what it is about, then its steps in walking order."""

from wizard.engine.graph import ways_out
from wizard.export.document.markup import Xml, paragraph, run
from wizard.export.review.sheet import Sheet, joined, together
from wizard.export.review.step import StepWriter
from wizard.model.names import NodeId, TreeId


def tree_part(sheet: Sheet, tree: TreeId) -> list[Xml]:
    """Return what a tree is about and its steps, each with the line to mark it on."""
    blocks = _about(sheet, tree)
    writer = StepWriter(sheet, tree)
    reached = _reached(sheet, tree)
    all_reached = True
    for node in sheet.numbers.order[tree]:
        if node.id not in reached and all_reached:
            all_reached = False
            blocks.append(paragraph("Legal", run(sheet.say("No way leads to the steps from here on."))))
        blocks += together([*writer.blocks(node), sheet.mark()])
    return blocks


def _about(sheet: Sheet, tree: TreeId) -> list[Xml]:
    header = next(one for one in sheet.index.collection.manifest.trees if one.id == tree)
    rows = [("Title:", header.title), ("Jurisdiction:", header.jurisdiction)]
    if header.about is not None:
        rows.append(("About:", header.about))
    told = [run(sheet.say("A walk may start here.") if header.starts else sheet.say("No walk starts here."))]
    walked = sheet.used.walked.get(tree)
    if walked:
        told.append(Xml(run(sheet.say("Walked by ")) + sheet.refs(walked)))
    told.append(run(tree, "Identifier"))
    return [*sheet.in_all_languages(rows), paragraph("Meta", *joined(told, "  ·  "))]


def _reached(sheet: Sheet, tree: TreeId) -> set[NodeId]:
    """Return the steps that the first one leads to, conditions aside."""
    first = next(one.first for one in sheet.index.collection.trees if one.id == tree)
    reached = {first}
    # Each step stands before all that it leads to, so one pass is enough.
    for node in sheet.numbers.order[tree]:
        if node.id in reached:
            reached.update(target for _, target in ways_out(node))
    return reached
