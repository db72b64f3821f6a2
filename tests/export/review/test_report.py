# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A review as a whole: all of the law is in it, it is a sound Word document, and it is the same each time."""

import io
import re
import zipfile
from collections import Counter

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Inches
from hypothesis import given, settings

from tests.export.review.reading import PRINTED_ON, bundled, headings, opened, options, paragraphs, reviewed, text_of
from tests.export.review.small import small
from tests.export.walks import HOSTILE, bundled_index, long_collection
from tests.strategies import collections
from wizard.engine.collection_texts import texts_in
from wizard.engine.graph import CollectionIndex
from wizard.engine.wording import placeholders
from wizard.export.review.report import review_of
from wizard.model.collection import Collection
from wizard.model.node import FindingNode


def without_placeholders(text: str) -> list[str]:
    """The pieces of a text between its placeholders."""
    for placeholder in placeholders(text):
        text = text.replace(str(placeholder), "\x00")
    return [piece for piece in text.split("\x00") if piece.strip()]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_of_the_collection_is_in_it(language: str) -> None:
    told = text_of(bundled(language))
    collection = bundled_index().collection
    manifest = collection.manifest
    law = (
        *(collection.trees, collection.facts, collection.choice_lists, collection.tables, collection.calendars),
        *(manifest.claims, manifest.glossary, manifest.deadline_rules),
    )
    missing = {
        piece
        for text in texts_in(law)
        for code in text.languages
        for piece in without_placeholders(text.within(code))
        if piece not in told
    }
    # A column's title is said in the language of the review only.
    titles = [column.title for table in collection.tables for column in table.columns]
    assert missing <= {title.within(code) for title in titles for code in title.languages}


def test_every_id_and_every_authority_is_in_it() -> None:
    told = text_of(bundled())
    collection = bundled_index().collection
    ids = [node.id for tree in collection.trees for node in tree.nodes]
    ids += [fact.id for fact in collection.facts]
    ids += [claim.id for claim in collection.manifest.claims]
    ids += [rule.id for rule in collection.manifest.deadline_rules]
    words = Counter(re.split(r"[\s·]+", told))
    assert [name for name in ids if name not in words] == []
    for authority in collection.authorities:
        assert authority.citation in told
        assert authority.holding in told
        assert authority.note is None or authority.note in told
    assert "{fact:" not in told
    assert "{table:" not in told


def test_every_step_has_a_number_and_a_line_to_mark_it_on() -> None:
    document = bundled()
    collection = bundled_index().collection
    steps = sum(len(tree.nodes) for tree in collection.trees)
    items = headings(document, 3)
    assert sum(bool(re.match(r"[A-Z]-\d+  ", one)) for one in items) == steps
    shared = len(collection.facts) + len(collection.manifest.deadline_rules)
    tables = len(collection.tables) + len(collection.calendars)
    assert text_of(document).count("Agree\t") == steps + shared + tables


def test_every_citation_of_a_finding_stands_at_it_with_its_number() -> None:
    told = text_of(bundled())
    collection = bundled_index().collection
    numbers = {found[2]: found[1] for found in re.finditer(r"^(AU-\d+)\n(.+)$", told, re.MULTILINE)}
    for tree in collection.trees:
        for node in tree.nodes:
            if isinstance(node, FindingNode):
                starts = re.finditer(rf"^Finding .*·  {node.id}$", told, re.MULTILINE)
                wanted = {numbers[bundled_index().authorities[pin.authority].citation] for pin in node.authorities}
                shown = [told[start.end() : told.index("Agree\t", start.end())].split("\n") for start in starts]
                # Two trees may call a node the same.
                assert any(wanted <= {line.split(" ")[-1] for line in lines} for lines in shown), (tree.id, node.id)


def test_each_link_leads_to_one_bookmark() -> None:
    body = bundled().element.body
    names = Counter(one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart")))
    assert set(names.values()) == {1}
    wanted = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    wanted |= {one.get(qn("w:instr")).split()[1] for one in body.iter(qn("w:fldSimple"))}
    assert wanted - {None} <= set(names)
    identifiers = Counter(one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart")))
    assert set(identifiers.values()) == {1}
    assert all(len(name or "") <= 40 for name in names)


def test_it_is_letter_paper_with_a_wide_margin_that_turns_for_a_wide_table() -> None:
    sections = reviewed(small()).sections
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert sum(turned) == 1
    for section, lies in zip(sections, turned, strict=True):
        size = (section.page_width, section.page_height)
        assert size == ((Inches(11), Inches(8.5)) if lies else (Inches(8.5), Inches(11)))
        assert section.right_margin is not None
        assert section.right_margin >= (Inches(1.4) if lies else Inches(2))
    narrow = small().tables[0].model_copy(update={"columns": small().tables[0].columns[:3]})
    sections = reviewed(small().model_copy(update={"tables": (narrow,)})).sections
    assert {section.orientation for section in sections} == {WD_ORIENT.PORTRAIT}


def test_each_page_says_where_one_is_which_version_it_is_and_its_number() -> None:
    sections = reviewed(small()).sections
    heads = ["\n".join(one.text for one in section.header.paragraphs) for section in sections]
    assert heads[0] == ""
    assert heads[1] == "Made, version 1.0\tContents and use"
    assert heads[2] == "Made, version 1.0\t1  outer  ·  O-1 to O-9"
    for section in sections:
        foot = section.footer.paragraphs
        assert foot[0].text.startswith("Legal information for people who work under a supervising attorney.")
        fields = [one.get(qn("w:instr")).strip() for one in foot[0]._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert foot[1].text.startswith("Law checked on 1 November 2026, next check due 1 May 2027.")


def test_the_title_page_says_what_was_reviewed() -> None:
    lines = text_of(reviewed(small())).split("\n")
    for name, value in (
        ("Version", "1.0"),
        ("Publisher", "The clinic"),
        ("Law checked on", "1 November 2026"),
        ("Next check due", "1 May 2027"),
        ("Printed on", "24 November 2026"),
        ("Languages", "English, Spanish"),
        ("Collection", "made, 0123456789abcdef"),
    ):
        assert lines[lines.index(name) + 1] == value
    late = small().manifest.model_copy(update={"next_check_due": PRINTED_ON.replace(day=23)})
    lines = text_of(reviewed(small().model_copy(update={"manifest": late}))).split("\n")
    assert lines[lines.index("Check overdue since") + 1] == "23 November 2026"


def test_the_contents_name_each_part_with_its_numbers_and_page() -> None:
    document = reviewed(small())
    lines = [one for one in document.paragraphs if one.style is not None and one.style.name == "toc 1"]
    assert [line.text.strip("\t") for line in lines][:3] == [
        "1\touter  (O-1 to O-9)",
        "2\tinner  (E-1 to E-3)",
        "3\tClaims  (CL-1 to CL-2)",
    ]
    assert all(len(list(line._p.iter(qn("w:fldSimple")))) == 1 for line in lines)


def test_tables_repeat_their_heads_and_keep_short_rows_whole() -> None:
    document = bundled()
    grids = [table for table in document.tables if table.style is not None and table.style.name == "Review Grid"]
    assert len(grids) > 100
    for table in grids:
        first, *others = table._tbl.tr_lst
        assert len(list(first.iter(qn("w:tblHeader")))) == 1
        assert not [row for row in others if list(row.iter(qn("w:tblHeader")))]
        for row in others:
            short = len("".join(one.text or "" for one in row.iter(qn("w:t")))) <= 800
            assert bool(list(row.iter(qn("w:cantSplit")))) or not short


def test_the_properties_name_no_person_and_no_other_program() -> None:
    document = reviewed(small(), "es")
    told = document.core_properties
    assert (told.title, told.author, told.last_modified_by) == ("Made: revisión", "The clinic", "Remedy Wizard")
    assert (told.language, told.subject, told.comments) == ("es-US", "Versión 1.0", "")
    assert told.created is not None
    assert told.created.date() == PRINTED_ON
    with zipfile.ZipFile(io.BytesIO(review_of(CollectionIndex(small()), options()))) as archive:
        for name in archive.namelist():
            assert b"python-docx" not in archive.read(name), name
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        assert b"<Application>Remedy Wizard</Application>" in archive.read("docProps/app.xml")
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_in_another_language_say_so() -> None:
    def languages(document: Document) -> Counter[str | None]:
        return Counter(one.get(qn("w:val")) for one in document.element.body.iter(qn("w:lang")))

    assert set(languages(bundled())) == {"es-US"}
    assert set(languages(bundled("es"))) == {"en-US"}
    (default,) = bundled("es").styles.element.iter(qn("w:lang"))
    assert default.get(qn("w:val")) == "es-US"


def test_the_same_collection_gives_the_same_bytes() -> None:
    first = review_of(CollectionIndex(small()), options())
    again = Collection.model_validate_json(small().model_dump_json())
    assert review_of(CollectionIndex(again), options()) == first


def test_hostile_words_stay_words() -> None:
    told = text_of(reviewed(long_collection(40, HOSTILE)))
    assert "<b>&amp;</b> ]]> <!-- --> {fact:nothing} %s %n \\" in told
    assert "one\ntwo\n\n\nthree" in told
    assert "bell   escape   null   del  " in told
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\u200b]", told)


def test_a_collection_of_one_language_has_no_empty_columns() -> None:
    made = Collection.model_validate(english_only(small().model_dump(mode="json")))
    told = text_of(reviewed(made))
    assert "Spanish" not in told
    assert "Why we ask: Law differs." in told


def english_only(value: object) -> object:
    """The same collection without any Spanish."""
    if isinstance(value, dict):
        if "en" in value:
            return {"en": value["en"]}
        return {name: english_only(one) for name, one in value.items()}
    if isinstance(value, list):
        return [one for one in (english_only(one) for one in value) if one != "es"]
    return value


@given(collections())
@settings(max_examples=15)
def test_any_sound_collection_can_be_reviewed(made: Collection) -> None:
    told = text_of(opened(review_of(CollectionIndex(made), options())))
    for tree in made.trees:
        for node in tree.nodes:
            assert node.id in told


def test_it_opens_in_python_docx_with_all_its_styles() -> None:
    document = docx.Document(io.BytesIO(review_of(CollectionIndex(small()), options())))
    used = {one.style.style_id for one in paragraphs(document) if one.style is not None}
    assert used <= {style.style_id for style in document.styles}
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        named = {one.get(qn("w:val")) for one in document.element.body.iter(qn(tag))}
        assert named <= {style.style_id for style in document.styles}
