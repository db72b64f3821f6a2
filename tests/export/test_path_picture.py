# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a path: nothing cut, nothing blank, nothing on top of anything else, no box split."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from tests.export.drawn import ink_in, painted
from tests.export.pdf_text import pages_of
from tests.export.walks import HOSTILE, TODAY, bundled_walk, long_walk, small_walk, some_scenarios
from wizard.export.options import PictureOptions, Signature
from wizard.export.paper import SMALLEST_TEXT
from wizard.export.path_picture import PathPicture
from wizard.export.path_steps import told_path
from wizard.export.pdf import pdf_of
from wizard.export.svg import svg_of
from wizard.export.words import Words
from wizard.storage.settings import PicturePaper

pytestmark = pytest.mark.usefixtures("qapp")

PAPERS: tuple[PicturePaper, ...] = ("letter", "a4")
OPTIONS = PictureOptions(made_on=TODAY, case_number="2026-014")
#: A line of text may reach over its box by the slant of its last letter.
SLACK = 0.5


def check_pages(picture: PathPicture) -> None:
    """Every text inside its box, every box on its page, and no two on top of each other."""
    for page in range(picture.pages):
        content = picture.content_rect(page)
        boxes = picture.box_rects(page)
        texts = picture.text_rects(page)
        assert texts, f"page {page + 1} is blank"
        for text, box in texts:
            assert box.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(text), f"page {page + 1}: {text} in {box}"
        for box in boxes:
            assert content.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box), f"page {page + 1}: {box}"
        for first, second in combinations(sorted(boxes, key=QRectF.top), 2):
            assert not first.intersects(second)
        for (first, _), (second, _) in combinations(texts, 2):
            overlap = first.intersected(second.adjusted(0, 1.5, 0, -1.5))
            assert overlap.isEmpty(), f"page {page + 1}: {first} on {second}"


def squeezed(words: str) -> str:
    """Return words without blanks: where a line ends, a PDF has none."""
    return "".join(words.split())


@pytest.mark.parametrize("scenario", some_scenarios())
def test_nothing_of_a_real_walk_is_cut(scenario: str) -> None:
    made = bundled_walk(scenario)
    for paper, language in zip(PAPERS, ("en", "es"), strict=True):
        check_pages(PathPicture(made, replace(OPTIONS, paper=paper, language=language)))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_path_of_150_steps_goes_on_from_page_to_page(paper: PicturePaper) -> None:
    made = long_walk(150, unsure=11)
    picture = PathPicture(made, replace(OPTIONS, paper=paper))
    check_pages(picture)
    pages = pages_of(pdf_of(picture))
    assert picture.pages == len(pages) > 5
    path_pages = [page for page in range(picture.pages) if picture.box_rects(page)]
    last = 0
    for page in path_pages:
        numbers = [
            int(found) for found in re.findall(r"Is it so\?[^0-9]*?(?:others|No|so\?|right\.)(\d+)", pages[page])
        ]
        assert f"Page {page + 1} of {len(pages)}" in pages[page]
        if page:
            found = re.search(r"Continued from step (\d+)", pages[page])
            assert found is not None
            assert int(found[1]) == last
        if page != path_pages[-1]:
            assert f"Continues on page {page + 2}" in pages[page]
        last = max([last, *numbers])
    assert last == 150


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("questions", [1, 9, 40])
def test_hostile_texts_wrap_and_are_never_cut(paper: PicturePaper, questions: int) -> None:
    made = long_walk(questions, HOSTILE, unsure=4)
    picture = PathPicture(made, replace(OPTIONS, paper=paper, case_number="X" * 90 + " " + "2026 " * 30))
    check_pages(picture)
    assert svg_of(picture, 0).startswith(b"<?xml")


def test_a_text_longer_than_a_page_goes_on_under_its_own_name() -> None:
    made = long_walk(1, ("never " * 3000, "short", "short", "short", "title", "act", "§ 1"))
    picture = PathPicture(made, OPTIONS)
    check_pages(picture)
    words = " ".join(pages_of(pdf_of(picture)))
    assert words.count("never") >= 3000
    assert "(continued)" in words


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.lists(st.text(min_size=1, max_size=400), min_size=7, max_size=7),
    questions=st.integers(1, 12),
    unsure=st.integers(0, 3),
)
def test_whatever_the_texts_are_nothing_is_cut(words: list[str], questions: int, unsure: int) -> None:
    check_pages(PathPicture(long_walk(questions, tuple(words), unsure=unsure), OPTIONS))


def test_no_box_is_split_between_pages() -> None:
    made = long_walk(60)
    picture = PathPicture(made, OPTIONS)
    boxes = [box for page in range(picture.pages) for box in picture.box_rects(page)]
    drawn = [step for step in made.trail if step.how != "known"]
    assert len(boxes) == len(drawn) + 1


def test_no_text_is_smaller_than_nine_points() -> None:
    svg = svg_of(PathPicture(bundled_walk("intake-custody-and-removal"), OPTIONS), 0).decode()
    sizes = {float(size) for size in re.findall(r'<text[^>]*?font-size="([\d.]+)"', svg)}
    assert min(sizes) == SMALLEST_TEXT
    assert SMALLEST_TEXT * 72 / 96 == 9


def test_the_page_says_what_a_lawyer_looks_for() -> None:
    made = bundled_walk("intake-custody-and-removal")
    words = " ".join(pages_of(pdf_of(PathPicture(made, OPTIONS))))
    for wanted in (
        "Decision path",
        "Case 2026-014",
        "Force by immigration officers: intake",
        "Version 0.1",
        "Law checked 24 November 2026",
        "Next check due 4 January 2027",
        "Made 24 November 2026",
        "Not chosen: Medical; Threat",
        "Decided by known facts",
        "Follows from step 1",
        "Where each claim stands",
        "Likely foreclosed",
        "against the United States",
        "Do first",
        "Protect the client",
        "Act by 9 November 2028",
        "716 days left on 24 November 2026",
        "No date yet. Needs: Denial mailed",
        "Attorney sign-off",
        "Not signed off",
        "Made on this computer; nothing was sent.",
        f"{told_path(made, Words('en')).known} questions that were answered before",
        "End of the path",
    ):
        assert squeezed(wanted) in squeezed(words), wanted


def test_an_open_fact_is_told_with_what_it_could_change() -> None:
    words = " ".join(pages_of(pdf_of(PathPicture(bundled_walk("ftca-16-lost-on-the-merits"), OPTIONS))))
    assert "Open facts" in words
    assert "Not sure yet" in words
    assert "Path past an open fact" in words


def test_a_walk_under_way_shows_the_question_that_waits() -> None:
    picture = PathPicture(small_walk({"employer": "federal"}), OPTIONS)
    words = " ".join(pages_of(pdf_of(picture)))
    assert "Not answered yet" in words
    assert "When did it happen?" in words
    assert "End of the path" not in words


def test_a_walk_that_reached_nothing_says_so() -> None:
    words = " ".join(pages_of(pdf_of(PathPicture(small_walk({}), OPTIONS))))
    assert "No claim has been reached yet." in words
    assert "No deadline runs on what is known." in words


@pytest.mark.parametrize(
    ("signed", "told", "void"),
    [
        (None, "Not signed off", False),
        (Signature("A. Attorney", TODAY), "Signed off by A. Attorney on 24 November 2026", False),
        (Signature("A. Attorney", TODAY, void=True), "Signed off by A. Attorney on 24 November 2026", True),
    ],
)
def test_the_sign_off_stands_on_the_page(signed: Signature | None, told: str, void: bool) -> None:
    words = " ".join(pages_of(pdf_of(PathPicture(small_walk(), replace(OPTIONS, signed=signed)))))
    assert squeezed(told) in squeezed(words)
    assert (squeezed("Void: an answer has changed since.") in squeezed(words)) is void


def test_an_overdue_check_of_the_law_is_said() -> None:
    late = replace(OPTIONS, made_on=TODAY.replace(year=2101))
    words = " ".join(pages_of(pdf_of(PathPicture(small_walk(), late))))
    assert "Check overdue since 1 January 2100" in words


def test_the_whole_rail_is_drawn_from_mark_to_mark() -> None:
    picture = PathPicture(long_walk(30), OPTIONS)
    image = painted(picture, 1)
    boxes = sorted(picture.box_rects(1), key=QRectF.top)
    for above, below in pairwise(boxes):
        gap = ink_in(image, 56, round(above.center().y()) + 14, 14, round(below.center().y() - above.center().y()) - 28)
        assert gap > 0
