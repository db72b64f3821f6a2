#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes .venv, puts the locked packages into it and the project beside them. Does
# nothing when the lock and the project are those of the last time.
set -eu
cd "$(dirname "$0")/.."

lock=requirements-dev.lock
done_packages=.venv/packages.stamp
done_project=.venv/project.stamp
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if ! python=$(sh packaging/find-python.sh); then
        echo "Python 3.11 or later, with its venv module, is needed and was not found."
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

packages=$(cksum <"$lock")
if [ "$(cat "$done_packages" 2>/dev/null)" != "$packages" ]; then
    echo "Installing the packages of $lock"
    .venv/bin/python -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r "$lock"
    printf '%s\n' "$packages" >"$done_packages"
fi

project=$(cat pyproject.toml wizard/__init__.py | cksum)
if [ "$(cat "$done_project" 2>/dev/null)" != "$project" ]; then
    echo "Installing the project itself"
    .venv/bin/python -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
    printf '%s\n' "$project" >"$done_project"
fi
