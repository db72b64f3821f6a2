# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout program `dot` of Graphviz, as the peer that ours is measured against. Never part of the product."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any, Final

from tests.benchmarks.chart_metrics import Line, Picture, Point
from wizard.chart.layout.layered import Arrow, Box, Rect

DPI: Final = 72
"""What dot calls an inch is as many px here."""

STEPS: Final = 12
"""Straight pieces that a curve is flattened into."""

HOW_TO_INSTALL: Final = "This comparison needs Graphviz: install it with `sudo apt install graphviz`."


def is_installed() -> bool:
    """Tell whether dot can be started."""
    return shutil.which("dot") is not None


def describe(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> str:
    """Return a chart in dot's language: its own defaults but for the sizes."""
    lines = ["digraph {", 'node [shape=box, fixedsize=true, label=""];']
    lines += [f"{i} [width={box.width / DPI}, height={box.height / DPI}];" for i, box in enumerate(boxes)]
    for i, arrow in enumerate(arrows):
        label = _label(arrow) if arrow.label_width else '""'
        lines.append(f'{arrow.source} -> {arrow.target} [id="{i}", label={label}];')
    return "\n".join([*lines, "}"])


def _label(arrow: Arrow) -> str:
    """Return a label of exactly the size that an arrow's label has."""
    size = f'FIXEDSIZE="TRUE" WIDTH="{arrow.label_width:.0f}" HEIGHT="{arrow.label_height:.0f}"'
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" {size}><TR><TD></TD></TR></TABLE>>'


def lay_out(description: str) -> str:
    """Run dot as a process, and return its answer."""
    command = ["dot", "-Tjson0"]
    return subprocess.run(command, input=description, capture_output=True, text=True, check=True, timeout=300).stdout


def picture_of(answer: str, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Picture:
    """Return what dot drew as a picture."""
    drawn: dict[str, Any] = json.loads(answer)
    height = float(drawn["bb"].split(",")[3])
    nodes = {int(node["name"]): node for node in drawn["objects"]}
    edges = {int(edge["id"]): edge for edge in drawn.get("edges", ())}
    rects = [_rect(nodes[i]["pos"], height, box.width, box.height) for i, box in enumerate(boxes)]
    labels = [
        _rect(edges[i]["lp"], height, arrow.label_width, arrow.label_height) if arrow.label_width else None
        for i, arrow in enumerate(arrows)
    ]
    lines = [_line(edges[i]["pos"], height) for i in range(len(arrows))]
    return Picture(arrows, rects, labels, lines, lines, [(i,) for i in range(len(arrows))])


def _point(text: str, height: float) -> Point:
    """Return a point of dot's, whose y grows upwards, as one whose y grows downwards."""
    x, y = map(float, text.split(","))
    return x, height - y


def _rect(centre: str, height: float, its_width: float, its_height: float) -> Rect:
    """Return the rectangle around a centre of dot's."""
    x, y = _point(centre, height)
    return Rect(x - its_width / 2, y - its_height / 2, its_width, its_height)


def _line(spline: str, height: float) -> Line:
    """Return one of dot's curves as a polyline that ends at the tip of the arrow."""
    words = spline.split()
    tips = [_point(word[2:], height) for word in words if word.startswith("e,")]
    controls = [_point(word, height) for word in words if not word.startswith("e,")]
    line = [controls[0]]
    for start in range(0, len(controls) - 3, 3):
        a, b, c, d = controls[start : start + 4]
        for step in range(1, STEPS + 1):
            s = step / STEPS
            weights = (1 - s) ** 3, 3 * (1 - s) ** 2 * s, 3 * (1 - s) * s * s, s**3
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            line.append((x, y))
    return tuple(line + tips)
