# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a status, in the language of the program."""

from PySide6.QtCore import QCoreApplication


def status_word(status: str) -> str:
    """Name a status as a badge does: “Likely foreclosed”.

    Args:
        status: available, arguable, likely-foreclosed, barred or not-reached.

    Raises:
        ValueError: for any other status.
    """
    match status:
        case "available":
            return QCoreApplication.translate("Status", "Available")
        case "arguable":
            return QCoreApplication.translate("Status", "Arguable")
        case "likely-foreclosed":
            return QCoreApplication.translate("Status", "Likely foreclosed")
        case "barred":
            return QCoreApplication.translate("Status", "Barred")
        case "not-reached":
            return QCoreApplication.translate("Status", "Not reached")
        case _:
            msg = f"There is no status {status!r}."
            raise ValueError(msg)
