# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a picture is to be: part, size, paper, language, and what it says of the case. No name of a client."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wizard.storage.settings import PicturePaper, PicturePart, PictureScale

#: Told after each part of the work: how many parts of how many are done. False: stop.
Watch = Callable[[int, int], bool]


class ExportStoppedError(Exception):
    """Whoever watched the export wanted it to stop."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A supervising attorney's sign-off; `void` when an answer has changed since."""

    by: str
    on: date
    void: bool = False


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How a picture is made.

    Attributes:
        made_on: the day that stands on the picture and that days left are counted from.
        what: the path alone or the whole chart.
        scale: how many pixels a PNG has; see `paper.DPI`.
        paper: the size of a page; a whole chart in one file is as large as it is.
        language: the code of the language of the picture.
        case_number: the number of the case; None leaves it out.
        signed: the sign-off; None where there is none.
    """

    made_on: date
    what: PicturePart = "path"
    scale: PictureScale = "2x"
    paper: PicturePaper = "letter"
    language: str = "en"
    case_number: str | None = None
    signed: Signature | None = None


def go_on(done: int, total: int) -> bool:  # noqa: ARG001 the shape of a watch
    """Let the work go on to its end."""
    return True


def tell(watch: Watch, done: int, total: int) -> None:
    """Tell how far the work is.

    Raises:
        ExportStoppedError: the watch wants it to stop.
    """
    if not watch(done, total):
        raise ExportStoppedError
