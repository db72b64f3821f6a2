#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pins the newest releases that pyproject.toml allows, with the hashes of their files
# for every system, for Python 3.11 and later.
set -eu
cd "$(dirname "$0")/.."

tools=build/lock-tools
[ -x "$tools/bin/uv" ] || {
    "$(sh packaging/find-python.sh)" -m venv --clear "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
}

pin() {
    "$tools/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --custom-compile-command "make lock" "$@" pyproject.toml
}
pin --output-file requirements.lock
pin --group dev --constraint requirements.lock --output-file requirements-dev.lock
