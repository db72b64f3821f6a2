#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the Debian packages that are missing (as root), or names them and stops.
# Use: setup-system.sh [bench]
set -eu
cd "$(dirname "$0")/.."

# What the Qt of PySide6 loads: GL, fonts, keyboards, X11 and Wayland.
qt="libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0
    libwayland-egl1 libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1
    libxcb-xfixes0 libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0"
# A display without a screen, for tests in a real window and for screenshots.
display="xvfb xauth"
# Only where no Python that will do is found.
python="python3 python3-venv"
# A peer to measure the layout against.
bench="graphviz"

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This system is not Debian: install the libraries that Qt needs with its own package manager."
    exit 0
fi

wanted="$qt $display"
sh packaging/find-python.sh >/dev/null || wanted="$wanted $python"
[ "${1:-}" != bench ] || wanted="$wanted $bench"

# A later Debian may have a package under another name that provides this one.
present=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}, ${Provides},\n' | sed -n 's/^ii //p' |
    tr ',' '\n' | sed 's/^ *//; s/ .*//')
missing=""
for package in $wanted; do
    printf '%s\n' "$present" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Run this line, then the same make again:"
    echo "sudo apt-get install -y --no-install-recommends$missing"
    exit 1
fi

echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! apt-get -q -o DPkg::Lock::Timeout=300 update >"$log" 2>&1; then
    echo "The list of packages could not be refreshed; going on with the one at hand."
fi
# shellcheck disable=SC2086  # a list of names
if ! apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing >>"$log" 2>&1 </dev/null; then
    cat "$log"
    echo "The system packages could not be installed."
    exit 1
fi
