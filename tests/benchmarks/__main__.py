# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All benchmarks, one after another: `make bench`. The last line says how many goals are met.

Each runs in a process of its own, so that none measures what another left in memory. `--quick` takes fewer rounds.
"""

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

GOALS_LINE = "goals met"


def benchmarks() -> list[str]:
    """Return the names of the modules beside this one that define goals."""
    here = Path(__file__)
    modules = (path for path in sorted(here.parent.glob("*.py")) if path != here)
    return [path.stem for path in modules if "\ndef goals(" in path.read_text(encoding="utf-8")]


def main() -> int:
    """Run them, print what they print and one line for all; return 1 if a goal is missed."""
    parser = ArgumentParser(prog="python -m tests.benchmarks", description="All benchmarks, one after another.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    words = ["--quick"] if parser.parse_args().quick else []
    met = wanted = 0
    for name in benchmarks():
        print(f"\n=== {name}")
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *words]
        ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        print(ran.stdout, end="", flush=True)
        told = [line for line in ran.stdout.splitlines() if line.endswith(GOALS_LINE)]
        if not told:
            print(f"{name} did not come to its end")
            wanted += 1
            continue
        reached, _, of = told[-1].split()[:3]
        met, wanted = met + int(reached), wanted + int(of)
    print(f"\n{met} of {wanted} goals met")
    return int(met < wanted)


if __name__ == "__main__":
    sys.exit(main())
