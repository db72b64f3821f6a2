# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remedy Wizard: from a question to a picture of the path, with no network."""

__version__ = "0.1.0"
