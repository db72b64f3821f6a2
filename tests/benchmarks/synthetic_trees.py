# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decision trees made up by seeded chance, of the shape that real ones have and of any size.

A tree is a chain of modules. A module is a spine of questions whose choices lead on, skip some, take a detour by
another question, or end in a finding; findings are shared, and some lead to the next module, the others to an end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from wizard.chart.layout.layered import Arrow, Box

TEXT: Final = (
    "Was the officer acting under color of federal law when the force was used against the client "
    "custody immigration detention facility border arrest warrant administrative claim filed agency notice denial "
    "two years accrual date discretionary function law enforcement proviso assault battery qualified immunity "
    "clearly established right damages injunctive relief standing imminent harm state tort special factors new "
    "context alternative remedy"
)
WORDS: Final = tuple(TEXT.split())
LABELS: Final = (
    "Yes",
    "No",
    "Not sure",
    "Federal officer",
    "State or local officer",
    "Private contractor",
    "Within two years",
    "More than two years ago",
    "Inside a facility",
    "At the border",
    "At home",
    "In public",
    "Task force under 287(g)",
    "Denied in writing",
    "No reply in six months",
    "Not filed",
)
SPINE_KINDS: Final = ("question", "question", "question", "question", "gate", "date")
HEIGHTS: Final = {"question": (60, 110), "gate": (44, 60), "date": (60, 80), "finding": (60, 110), "end": (36, 44)}
WIDTHS: Final = (180, 200, 220, 240, 260)
END_WIDTHS: Final = (120, 140, 160)
END_MODULE: Final = 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a synthetic tree is made from."""

    size: int
    """About how many nodes."""

    seed: int
    most_choices: int = 4
    spine: tuple[int, int] = (4, 9)
    """Fewest and most questions of a module's spine."""

    shared: float = 0.35
    """What part of the choices leads to a finding of the module that others lead to as well."""

    branches: float = 1.3
    """Modules that follow a module, on average."""


RECIPES: Final = {
    "43 nodes": Recipe(40, 1, most_choices=3),
    "82 nodes": Recipe(80, 2),
    "115 nodes": Recipe(120, 3, most_choices=3, shared=0.5),
    "153 nodes": Recipe(160, 4, most_choices=6, spine=(3, 5), branches=2),
    "231 nodes": Recipe(240, 5, most_choices=3, spine=(6, 12)),
    "389 nodes": Recipe(400, 6, branches=1.6),
}
"""The six trees that quality is measured on, by the size they come out at."""

LARGE_RECIPES: Final = {
    "1908 nodes": Recipe(2000, 7, branches=1.9),
    "9459 nodes": Recipe(10_000, 8, branches=1.9),
}


@dataclass(frozen=True, slots=True)
class SyntheticNode:
    """A node with its text."""

    kind: str
    width: int
    height: int
    text: str
    module: int


@dataclass(frozen=True, slots=True)
class SyntheticTree:
    """A tree as the layout takes it, with the words of nodes and labels for those who draw."""

    nodes: tuple[SyntheticNode, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """A tree in the making: edges hold two nodes by index and a label."""

    recipe: Recipe
    chance: Random
    nodes: list[SyntheticNode] = field(default_factory=list)
    edges: list[tuple[int, int, str]] = field(default_factory=list)

    def node(self, kind: str, module: int) -> int:
        """Add a node, and return its index."""
        width = self.chance.choice(WIDTHS)
        least, most = HEIGHTS[kind]
        height = self.chance.randrange(least, most + 1, 4)
        if kind == "end":
            width = self.chance.choice(END_WIDTHS)
        text = " ".join(self.chance.choice(WORDS) for _ in range(width * height // 520))
        self.nodes.append(SyntheticNode(kind, width, height, text, module))
        return len(self.nodes) - 1

    def edge(self, source: int, target: int, label: str | None = None) -> None:
        """Add an edge with a label, by default a random one."""
        self.edges.append((source, target, self.chance.choice(LABELS) if label is None else label))


def make(recipe: Recipe) -> SyntheticTree:
    """Make the tree of a recipe: the same one each time."""
    draft = _Draft(recipe, Random(recipe.seed))
    entries: list[list[int]] = [[]]
    module = 0
    while len(draft.nodes) < recipe.size * 0.93 and entries:
        module += 1
        entries += _add_module(draft, module, entries.pop(0), is_last=not entries)
    _add_ends(draft)
    return _finish(draft)


def _add_module(draft: _Draft, module: int, entry: list[int], *, is_last: bool) -> list[list[int]]:
    """Add a module that the nodes of `entry` lead to; return the groups of findings that lead to further ones."""
    chance = draft.chance
    spine = [draft.node(chance.choice(SPINE_KINDS), module) for _ in range(chance.randint(*draft.recipe.spine))]
    for node in entry:
        draft.edge(node, spine[0], "" if draft.nodes[node].kind == "finding" else None)
    shared = [draft.node("finding", module) for _ in range(chance.randint(2, 3))]
    for place, question in enumerate(spine):
        _add_choices(draft, module, question, spine[place + 1 :], shared)
    findings = [i for i, node in enumerate(draft.nodes) if node.module == module and node.kind == "finding"]
    count = max(1, min(len(findings), int(draft.recipe.branches + chance.random())))
    groups: list[list[int]] = [[] for _ in range(count)]
    for finding in findings:
        if chance.random() < 0.55:
            groups[chance.randrange(count)].append(finding)
    groups = [group for group in groups if group]
    return groups or ([[findings[0]]] if is_last else [])


def _add_choices(draft: _Draft, module: int, question: int, rest: list[int], shared: list[int]) -> None:
    """Add the choices of a question; `rest` is the spine below it, `shared` are findings that many choices lead to."""
    chance, share = draft.chance, draft.recipe.shared
    targets = [rest[0] if rest else shared[0]]
    for _ in range(chance.randint(2, draft.recipe.most_choices) - 1):
        kind = chance.random()
        if kind < share:
            targets.append(chance.choice(shared))
        elif kind < share + 0.2 and len(rest) > 1:
            targets.append(chance.choice(rest[1:4]))
        elif kind < share + 0.45:
            detour = draft.node("question", module)
            targets.append(detour)
            draft.edge(detour, chance.choice(shared))
            draft.edge(detour, rest[0] if rest else chance.choice(shared))
        else:
            targets.append(draft.node("finding", module))
    chance.shuffle(targets)
    for target in targets:
        draft.edge(question, target)


def _add_ends(draft: _Draft) -> None:
    """Lead all findings that lead nowhere to an end, those of a module to the same."""
    ends = [draft.node("end", END_MODULE) for _ in range(max(2, int(draft.recipe.size * 0.02)))]
    leading_on = {source for source, _, _ in draft.edges}
    end_of: dict[int, int] = {}
    for index, node in enumerate(draft.nodes):
        if node.kind == "finding" and index not in leading_on:
            if node.module not in end_of:
                end_of[node.module] = draft.chance.choice(ends)
            draft.edge(index, end_of[node.module], "")


def _finish(draft: _Draft) -> SyntheticTree:
    """Return the tree without the nodes that nothing leads to."""
    used = {target for _, target, _ in draft.edges} | {0}
    kept = [index for index in range(len(draft.nodes)) if index in used]
    number = {index: place for place, index in enumerate(kept)}
    edges = [(number[a], number[b], label) for a, b, label in draft.edges if a in number and b in number]
    nodes = tuple([draft.nodes[index] for index in kept])
    return SyntheticTree(
        nodes=nodes,
        boxes=tuple([Box(node.width, node.height) for node in nodes]),
        arrows=tuple([Arrow(a, b, *_label_size(label)) for a, b, label in edges]),
        labels=tuple([label for _, _, label in edges]),
    )


def _label_size(label: str) -> tuple[int, int]:
    """Return the width and height of a label, px."""
    return (max(26, int(len(label) * 6.6) + 10), 18) if label else (0, 0)


def all_trees(*, large: bool = False) -> Iterator[tuple[str, SyntheticTree]]:
    """Yield name and tree of the six, or of the large ones."""
    for name, recipe in (LARGE_RECIPES if large else RECIPES).items():
        yield name, make(recipe)
