# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row of FORMATS: what comes out opens, has the right type and size, is not blank and carries the legal line."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtSvg import QSvgRenderer

from tests.export.drawn import ink_in, painted, share_unlike
from tests.export.pdf_text import UNREADABLE, page_sizes, pages_of
from tests.export.walks import TODAY, bundled_walk, long_walk, small_graph, small_walk
from wizard.engine.walk import Walk
from wizard.export.formats import FORMATS, NoWalkError, numbered, page_names, picture_of, safe_name, usual_name
from wizard.export.options import ExportStoppedError, PictureOptions
from wizard.export.words import words_in
from wizard.storage.settings import PictureKind, PicturePaper, PicturePart

pytestmark = pytest.mark.usefixtures("qapp")

LEGAL = "Legal information for people who work under a supervising attorney. It is not legal advice."
PARTS: tuple[PicturePart, ...] = ("path", "whole")
PAPERS: tuple[PicturePaper, ...] = ("letter", "a4")
SIZES = {"letter": (816, 1056), "a4": (794, 1123)}


def options(what: PicturePart = "path", paper: PicturePaper = "letter", language: str = "en") -> PictureOptions:
    return PictureOptions(made_on=TODAY, what=what, scale="1x", paper=paper, language=language, case_number="2026-014")


def _check_png(data: bytes, made: Walk, chosen: PictureOptions, page: int) -> None:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    image = QImage.fromData(data)
    picture = picture_of(made, made.graph, chosen, "png")
    assert image.size() == QSize(round(picture.size(page).width()), round(picture.size(page).height()))
    assert share_unlike(image, painted(picture, page)) < 0.0005
    assert ink_in(image, 0, 0, image.width(), image.height() // 2) > 1000
    # The legal line stands at the foot, in bold: nothing else has so much ink there.
    assert ink_in(image, 40, image.height() - 110, 500, 100) > 1000


def _check_svg(data: bytes, made: Walk, chosen: PictureOptions, page: int) -> None:
    root = ET.fromstring(data)  # noqa: S314 our own file
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = "".join(unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", data.decode()))
    assert words_in(chosen.language).legal_line() in words
    renderer = QSvgRenderer(QByteArray(data))
    picture = picture_of(made, made.graph, chosen, "svg")
    assert renderer.isValid()
    assert renderer.viewBoxF().width() == pytest.approx(picture.size(page).width(), abs=0.01)
    assert renderer.viewBoxF().height() == pytest.approx(picture.size(page).height(), abs=0.1)
    # Letters are outlines: a program without the font draws them all the same.
    assert data.count(b"<use ") > 100


def _check_pdf(data: bytes, made: Walk, chosen: PictureOptions, _page: int) -> None:
    assert data.startswith(b"%PDF-")
    picture = picture_of(made, made.graph, chosen, "pdf")
    pages = pages_of(data)
    assert len(pages) == picture.pages
    for page, words in enumerate(pages):
        assert words_in(chosen.language).legal_line() in words, f"page {page + 1}"
        assert UNREADABLE not in words, f"page {page + 1} has letters that cannot be searched for"
    for page, (width, height) in enumerate(page_sizes(data)):
        assert width == pytest.approx(picture.size(page).width() * 0.75, abs=0.6)
        assert height == pytest.approx(picture.size(page).height() * 0.75, abs=0.6)


CHECKS = {"png": _check_png, "svg": _check_svg, "pdf": _check_pdf}


def test_every_format_has_a_check() -> None:
    assert set(CHECKS) == set(FORMATS)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("what", PARTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_picture_opens_with_the_right_size_and_is_not_blank(
    kind: PictureKind, what: PicturePart, paper: PicturePaper
) -> None:
    made, chosen = small_walk(), options(what, paper)
    files = FORMATS[kind].draw(made, made.graph, chosen)
    assert files
    for page, data in enumerate(files):
        CHECKS[kind](data, made, chosen, page)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scenario", ["ftca-1-street-shooting", "intake-custody-and-removal"])
def test_the_path_of_a_real_walk_opens_in_both_languages(kind: PictureKind, language: str, scenario: str) -> None:
    made, chosen = bundled_walk(scenario), options(language=language)
    for page, data in enumerate(FORMATS[kind].draw(made, made.graph, chosen)):
        CHECKS[kind](data, made, chosen, page)


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_the_whole_chart_of_a_real_tree_opens(kind: PictureKind) -> None:
    made, chosen = bundled_walk("ftca-1-street-shooting"), options("whole")
    for page, data in enumerate(FORMATS[kind].draw(made, made.graph, chosen)):
        CHECKS[kind](data, made, chosen, page)


@pytest.mark.parametrize("kind", FORMATS)
def test_an_unwalked_tree_is_drawn_whole(kind: PictureKind) -> None:
    graph = small_graph()
    files = FORMATS[kind].draw(None, graph, options("whole"))
    assert all(len(data) > 5000 for data in files)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_path_needs_a_walk(kind: PictureKind) -> None:
    with pytest.raises(NoWalkError):
        FORMATS[kind].draw(None, small_graph(), options("path"))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("what", PARTS)
def test_whoever_watches_can_stop_it(kind: PictureKind, what: PicturePart) -> None:
    made = small_walk()
    seen: list[tuple[int, int]] = []

    def stop_at_once(done: int, total: int) -> bool:
        seen.append((done, total))
        return False

    with pytest.raises(ExportStoppedError):
        FORMATS[kind].draw(made, made.graph, options(what), stop_at_once)
    assert len(seen) == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_progress_goes_up_to_the_whole(kind: PictureKind) -> None:
    made = long_walk(40)
    seen: list[float] = []

    def watch(done: int, total: int) -> bool:
        seen.append(done / total)
        return True

    FORMATS[kind].draw(made, made.graph, options(), watch)
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_what_is_described_is_what_is_written() -> None:
    made = long_walk(40)
    for kind, form in FORMATS.items():
        chosen = options()
        picture = picture_of(made, made.graph, chosen, kind)
        described = form.describe(picture, chosen)
        files = form.draw(made, made.graph, chosen)
        assert described.files == len(files)
        assert described.pages == picture.pages > 1
        if described.pixels is not None:
            image = QImage.fromData(files[0])
            assert (image.width(), image.height()) == (described.pixels.width, described.pixels.height)


@pytest.mark.parametrize(("scale", "size"), [("1x", (816, 1056)), ("2x", (1632, 2112)), ("print", (2550, 3300))])
def test_a_letter_page_has_the_pixels_of_its_size(scale: str, size: tuple[int, int]) -> None:
    made = small_walk()
    chosen = PictureOptions(made_on=TODAY, scale=scale)  # type: ignore[arg-type]  # parametrised
    data = FORMATS["png"].draw(made, made.graph, chosen)[0]
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == size
    dots = {"1x": 96, "2x": 192, "print": 300}[scale]
    assert image.dotsPerMeterX() == pytest.approx(dots / 0.0254, abs=1)


def test_a_file_is_named_after_the_case_what_it_shows_and_the_day() -> None:
    graph = small_graph()
    assert usual_name(graph, options()) == "2026-014 decision path 2026-11-24"
    assert usual_name(graph, options("whole")) == "2026-014 flowchart 2026-11-24"
    assert usual_name(graph, PictureOptions(made_on=TODAY, what="whole")) == "short flowchart 2026-11-24"
    assert page_names("a", ".png", 1, "en") == ("a.png",)
    assert page_names("a", ".png", 2, "en") == ("a page 1 of 2.png", "a page 2 of 2.png")
    assert numbered("out/path.png", 1) == ("out/path.png",)
    assert [PurePosixPath(name).name for name in numbered("out/path.png", 2)] == ["path-1.png", "path-2.png"]


@given(st.text(max_size=120))
def test_any_case_number_makes_a_name_that_every_system_takes(number: str) -> None:
    name = safe_name(number)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(character) >= 32 for character in name)
    assert PureWindowsPath(name).name == name
    assert PurePosixPath(name).name == name
    assert name == name.strip(" .")


def test_a_png_of_a_tall_chart_is_lowered_to_what_other_programs_open() -> None:
    made = bundled_walk("intake-street-arrest")
    chosen = PictureOptions(made_on=TODAY, what="whole", scale="print")
    picture = picture_of(made, made.graph, chosen, "png")
    pixels = FORMATS["png"].describe(picture, chosen).pixels
    assert pixels is not None
    assert pixels.lowered
    assert max(pixels.width, pixels.height) <= 30_000
    assert pixels.dpi < 300
    assert QImageReader.allocationLimit() >= 0
