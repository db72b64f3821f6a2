# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the export dialog has done off the interface thread: a small preview, and the files themselves."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from wizard.chart.measuring import Plan
from wizard.engine.walk import Walk
from wizard.export.chart_picture import plan_of
from wizard.export.formats import FORMATS, Described, page_names, picture_of
from wizard.export.options import PictureOptions
from wizard.export.picture import Picture
from wizard.storage.atomic import stage
from wizard.storage.settings import PictureKind
from wizard.ui.jobs import Task

#: A page so much higher than wide is shown by its top: the whole of it would be a thread.
_TALL = 2.2


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn. `plan`: the layout of the whole chart in the language of the options, where it is known."""

    made: Walk
    kind: PictureKind
    options: PictureOptions
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The first page small, what will be saved, and the layout of the whole chart if that is drawn.

    `top_only`: the page is too high to be shown whole.
    """

    image: QImage
    described: Described
    plan: Plan | None
    top_only: bool


def draw_preview(wish: Wish, room: QSize, ratio: float) -> Preview:
    """Draw the first page into a room (in device-independent pixels; `ratio` device pixels each)."""
    plan = wish.plan
    if plan is None and wish.options.what == "whole":
        plan = plan_of(wish.made.graph, wish.options.language)
    picture = picture_of(wish.made, wish.made.graph, wish.options, wish.kind, plan)
    described = FORMATS[wish.kind].describe(picture, wish.options)
    image, top_only = _small(picture, room, ratio)
    return Preview(image, described, plan, top_only)


def save_picture(wish: Wish, folder: Path, name: str, task: Task) -> tuple[Path, ...]:
    """Draw all pages and write them into a folder, all or none; return the files.

    Raises:
        ExportStoppedError: the task was cancelled.
        WriteError: a file cannot be written; nothing is left behind.
    """

    def watch(done: int, total: int) -> bool:
        task.report(done, total)
        return not task.cancelled

    chosen = FORMATS[wish.kind]
    contents = chosen.draw(wish.made, wish.made.graph, wish.options, watch, wish.plan)
    names = page_names(name, chosen.suffix, len(contents), wish.options.language)
    files = tuple(folder / one for one in names)
    with ExitStack() as stack:
        staged = [stack.enter_context(stage(file, data)) for file, data in zip(files, contents, strict=True)]
        for one in staged:
            one.commit()
    return files


def _small(picture: Picture, room: QSize, ratio: float) -> tuple[QImage, bool]:
    size = picture.size(0)
    top_only = size.height() / size.width() > _TALL
    scale = room.width() / size.width()
    if not top_only:
        scale = min(scale, room.height() / size.height())
    shown = QSizeF(size.width(), min(size.height(), room.height() / scale))
    image = QImage((shown * scale * ratio).toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale * ratio, scale * ratio)
    picture.paint(painter, 0, QRectF(0, 0, shown.width(), shown.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image, top_only
