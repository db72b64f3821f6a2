#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints a Python that is new enough and can make virtual environments; fails when
# there is none. `PYTHON=/path/to/python3 make setup` asks for a certain one.
set -eu

for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
    # Debian keeps ensurepip, without which a virtual environment has no pip, in
    # python3-venv.
    if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
done
exit 1
