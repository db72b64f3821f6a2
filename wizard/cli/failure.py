# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a command could not do its work."""


class Failure(Exception):  # noqa: N818 (the word that a person reads)
    """One sentence that names the file, the place and the mend; the command line prints it and exits with 2."""
