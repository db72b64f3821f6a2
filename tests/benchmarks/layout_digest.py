# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The digest of many layouts: `python -m tests.benchmarks.layout_digest` prints it.

It must be the same for any hash seed and on any Python; `digests` starts them all.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.benchmarks.layout_edits import Chart, edited, middles
from tests.benchmarks.synthetic_trees import all_trees
from wizard.chart.layout.layered import lay_out

ROOT: Final = Path(__file__).parents[2]
OTHERS: Final = ("python3.11", "python3.12", "python3.13")
SEEDS: Final = (0, 1, 2, 3)
MOST_NODES: Final = 160


def digest() -> str:
    """Return the SHA-256 of the layouts of the smaller synthetic trees, fresh and after an edit."""
    total = sha256()
    for _, tree in all_trees():
        if len(tree.boxes) <= MOST_NODES:
            chart = Chart(tree.boxes, tree.arrows)
            fresh = lay_out(chart.boxes, chart.arrows)
            after = edited(chart, seed=1)
            again = lay_out(after.boxes, after.arrows, middles(fresh, after))
            total.update(repr((fresh, again)).encode())
    return total.hexdigest()


def other_pythons() -> list[str]:
    """Return the other interpreters on the path that can be started."""
    found = [path for name in OTHERS if (path := shutil.which(name)) is not None]
    return [
        path for path in found if subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0
    ]


def digests(seeds: Sequence[int] = SEEDS) -> dict[str, str]:
    """Return the digest by interpreter and hash seed: this one with all seeds, the others with one."""
    runs = [(sys.executable, seed) for seed in seeds] + [(python, seeds[0]) for python in other_pythons()]
    return {f"{python} with hash seed {seed}": _digest_of(python, seed) for python, seed in runs}


def _digest_of(python: str, seed: int) -> str:
    """Return the digest that an interpreter prints."""
    command = [python, "-m", "tests.benchmarks.layout_digest"]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.strip()


if __name__ == "__main__":
    print(digest())
