# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word document as the bytes of a file, the same bytes for the same content. The one place that loads python-docx."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section as WordSection

from wizard.export.document.markup import Xml, language_tag, paragraph
from wizard.export.document.styles import numbering, styles

PROGRAM: Final = "Remedy Wizard"

#: The earliest moment that a ZIP archive can hold: each entry bears it, so that the bytes tell nothing of the clock.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
#: The right to read and write for the owner and to read for others, as a ZIP archive keeps it.
_MODE: Final = 0o644 << 16
#: What python-docx brings along and a document of ours has no use for.
_NOT_NEEDED: Final = ("/customXml", "/stylesWithEffects", "/thumbnail")

_COMPATIBILITY: Final = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
)
_PROPERTIES: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{PROGRAM}</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself to the programs that list it; no name of a person or of a computer.

    Attributes:
        title: its title.
        subject: what it is about.
        author: who publishes it.
        language: the code of its language.
        made_on: the day that stands as its date.
    """

    title: str
    subject: str
    author: str
    language: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands at the head and at the foot of the pages of one section, in order; none: an empty one."""

    head: tuple[Xml, ...] = ()
    foot: tuple[Xml, ...] = ()


def document_bytes(body: Sequence[Xml], frames: Sequence[Frame], properties: Properties) -> bytes:
    """Return a document as the bytes of a DOCX file.

    Args:
        body: its blocks; the last is the properties of its last section (`markup.section`).
        frames: one for each section of the body, in order.
        properties: what it says of itself.
    """
    document = docx.Document()
    _slim(document.part.package)
    for element, xml in (
        (document.styles.element, styles(properties.language)),
        (document.part.numbering_part.element, numbering()),
        (document.settings.element, _settings(properties.language)),
        (document.element.body, Xml("".join(body))),
    ):
        _refill(element, xml)
    for section, frame in zip(document.sections, frames, strict=True):
        _frame(section, frame)
    _describe(document, properties)
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _refill(element: BaseOxmlElement, xml: Xml) -> None:
    """Put mark-up into the place of all that an element holds."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>")):
        element.append(child)


def _settings(language: str) -> Xml:
    """Return the settings; `updateFields` lets Word fill in the page numbers of the contents when it opens the file."""
    return Xml(
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:updateFields w:val="true"/><w:compat>{_COMPATIBILITY}</w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def _frame(section: WordSection, frame: Frame) -> None:
    for place, blocks in ((section.header, frame.head), (section.footer, frame.foot)):
        place.is_linked_to_previous = False
        # An empty head still needs its paragraph.
        _refill(place._element, Xml("".join(blocks)) or paragraph("SectionEnd"))  # noqa: SLF001 python-docx has no public way


def _describe(document: Document, properties: Properties) -> None:
    told = document.core_properties
    moment = datetime.combine(properties.made_on, time(), UTC)
    told.title, told.subject, told.author = properties.title, properties.subject, properties.author
    told.last_modified_by, told.comments, told.revision = PROGRAM, "", 1
    told.language = language_tag(properties.language)
    told.created = told.modified = moment


def _slim(package: OpcPackage) -> None:
    """Take out what the template brings and we do not use, and what names another program."""
    main = package.main_document_part
    for rels in (package.rels, main.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(_NOT_NEEDED):
                del rels[key]
            elif rel.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                _rewrite(rel.target_part)


def _rewrite(part: Part) -> None:
    part._blob = _PROPERTIES.encode()  # noqa: SLF001 python-docx has no public way


def _timeless(data: bytes) -> bytes:
    """Return a ZIP archive with the same entries in the same order, each with the same date and rights."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.external_attr, entry.compress_type, entry.create_system = _MODE, zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name), compresslevel=6)
    return written.getvalue()
