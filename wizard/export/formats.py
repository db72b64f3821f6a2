# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a walk can be saved as: one row a format. A new format is one function and one row.

A picture of several pages is one PDF, or one PNG or SVG a page: that is what a clinic can attach, print and file.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from wizard.chart.measuring import Plan
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk
from wizard.export.chart_picture import Chart, ChartPages, ChartSheet, plan_of
from wizard.export.options import PictureOptions, Watch, go_on
from wizard.export.paper import DPI
from wizard.export.path_picture import PathPicture
from wizard.export.pdf import pdf_of
from wizard.export.picture import Picture
from wizard.export.png import Pixels, pixels_of, png_of
from wizard.export.svg import svg_of
from wizard.export.words import words_in
from wizard.storage.settings import PictureKind

#: What the systems do not take in the name of a file.
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST_NAME: Final = 60


class NoWalkError(ValueError):
    """A path was asked for where no case was walked."""


@dataclass(frozen=True, slots=True)
class Described:
    """What will be saved: how many pages and files, and for PNG how large the largest of them is.

    `parts`: of the pages of a whole chart, how many are parts to be put together.
    """

    pages: int
    files: int
    pixels: Pixels | None
    parts: int


@dataclass(frozen=True, slots=True)
class Format:
    """A way to save a picture.

    Attributes:
        kind: its id.
        suffix: the ending of its files, with the dot.
        name: what it is called.
        one_file: whether all pages go into one file.
        pages: how a picture is written: one piece of bytes a file.
    """

    kind: PictureKind
    suffix: str
    name: str
    one_file: bool
    pages: Callable[[Picture, PictureOptions, Watch], tuple[bytes, ...]]

    def draw(
        self,
        made: Walk | None,
        graph: TreeGraph,
        options: PictureOptions,
        watch: Watch = go_on,
        plan: Plan | None = None,
    ) -> tuple[bytes, ...]:
        """Return the bytes of each file.

        Args:
            made: the walk; None draws the whole chart as it is read.
            graph: the tree.
            options: what the picture is to be.
            watch: told how far the work is; stops it.
            plan: see `picture_of`.

        Raises:
            NoWalkError: a path is wanted and there is no walk.
            ExportStoppedError: the watch wants it to stop.
        """
        return self.pages(picture_of(made, graph, options, self.kind, plan), options, watch)

    def describe(self, picture: Picture, options: PictureOptions) -> Described:
        """Return what a picture will be saved as."""
        pixels = None
        if self.kind == "png":
            dpi = DPI[options.scale]
            pixels = max((pixels_of(picture, page, dpi) for page in range(picture.pages)), key=lambda one: one.height)
        parts = picture.parts if isinstance(picture, ChartPages) else 0
        return Described(picture.pages, 1 if self.one_file else picture.pages, pixels, parts)


def picture_of(
    made: Walk | None, graph: TreeGraph, options: PictureOptions, kind: PictureKind, plan: Plan | None = None
) -> Picture:
    """Return the picture that is saved; a whole chart as PDF lies on pages, else on one sheet.

    A `plan` of the whole chart in the language of the options saves the time of its layout.

    Raises:
        NoWalkError: a path is wanted and there is no walk.
    """
    if options.what == "path":
        if made is None:
            msg = "a path needs a walk"
            raise NoWalkError(msg)
        return PathPicture(made, options)
    chart = Chart(graph, made, plan or plan_of(graph, options.language))
    return ChartPages(chart, options) if kind == "pdf" else ChartSheet(chart, options)


def usual_name(graph: TreeGraph, options: PictureOptions) -> str:
    """Return the name that a picture gets, without its ending: “2026-014 decision path 2026-11-24”."""
    words = words_in(options.language)
    what = words.translate("Paper", "flowchart")
    if options.what == "path":
        what = words.translate("Paper", "decision path")
    return f"{safe_name(options.case_number or graph.tree)} {safe_name(what)} {options.made_on.isoformat()}"


def page_names(name: str, suffix: str, files: int, language: str) -> tuple[str, ...]:
    """Return a file name for each file of a picture; several say which page they are."""
    if files == 1:
        return (f"{name}{suffix}",)
    text = words_in(language).translate("Paper", "page {page} of {pages}")
    return tuple(f"{name} {text.format(page=page + 1, pages=files)}{suffix}" for page in range(files))


def numbered(name: str, files: int) -> tuple[str, ...]:
    """Return the names of several files for a name that somebody chose: “path.png” becomes “path-1.png” and so on."""
    if files == 1:
        return (name,)
    path = PurePath(name)
    return tuple(str(path.with_name(f"{path.stem}-{number + 1}{path.suffix}")) for number in range(files))


def safe_name(text: str) -> str:
    """Return a text as every system takes it in the name of a file."""
    clean = _UNSAFE.sub("-", text).strip(" .-")
    return clean[:_LONGEST_NAME].rstrip(" .-") or "case"


def _png_pages(picture: Picture, options: PictureOptions, watch: Watch) -> tuple[bytes, ...]:
    return tuple(
        png_of(picture, page, DPI[options.scale], _within(watch, page, picture.pages)) for page in range(picture.pages)
    )


def _svg_pages(picture: Picture, _options: PictureOptions, watch: Watch) -> tuple[bytes, ...]:
    return tuple(svg_of(picture, page, _within(watch, page, picture.pages)) for page in range(picture.pages))


def _pdf_pages(picture: Picture, _options: PictureOptions, watch: Watch) -> tuple[bytes, ...]:
    return (pdf_of(picture, watch),)


def _within(watch: Watch, page: int, pages: int) -> Watch:
    """Return a watch for one page of several: its progress becomes part of the whole."""
    return lambda done, total: watch(page * total + done, pages * total)


FORMATS: Final[Mapping[PictureKind, Format]] = {
    one.kind: one
    for one in (
        Format("png", ".png", "PNG", one_file=False, pages=_png_pages),
        Format("svg", ".svg", "SVG", one_file=False, pages=_svg_pages),
        Format("pdf", ".pdf", "PDF", one_file=True, pages=_pdf_pages),
    )
}
