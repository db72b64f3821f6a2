# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The distances that the layout keeps, in px, and the whole-number unit it calculates in."""

from typing import Final

UNIT: Final = 64
"""Steps in one px. Every position is a whole number of steps, so that all computers draw the same picture."""

NODE_GAP: Final = 20
"""Between two nodes beside each other, px."""

PILL_GAP: Final = 10
"""Between two answer labels, or a label and a node, beside each other, px."""

LINE_GAP: Final = 16
"""Between a line that passes by and whatever stands beside it, px."""

STUB: Final = 10
"""From the foot of a box or label to the first line that runs sideways, px."""

HEAD: Final = 16
"""From the last line that runs sideways down to the box below, px: room for a corner and an arrow head."""

STRAIGHT_HEAD: Final = 12
"""From the foot of an answer label down to the box below when no line runs sideways between them, px."""

TRACK: Final = 10
"""Between two lines that run sideways one above the other, px."""

RANK_GAP: Final = 40
"""Least distance between two rows of nodes, px."""

FORK_GAP: Final = 46
"""Least distance between two rows of nodes when an arrow between them runs sideways, px."""
