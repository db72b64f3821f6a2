# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The styles of our Word documents: black on white, one blue, headings that Word knows as headings.

A lawyer changes the look of a whole document by changing a style, so nothing in the text is set by hand. Sizes are
half-points, other lengths twips.
"""

from dataclasses import dataclass
from typing import Final

from wizard.export.document.markup import LANDSCAPE, PORTRAIT, Xml, language_tag

#: Is on every computer with Word; LibreOffice draws Carlito, which is as wide.
FONT: Final = "Calibri"
MONOSPACE: Final = "Consolas"
INK2, ACCENT = "3E4853", "0B4F6C"
LINE: Final = "B9B4A8"

_WIDTH: Final = PORTRAIT.text_width


#: The styles that Word knows by their names; all others are ours.
_OF_WORD: Final = frozenset(
    {"Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Contents", "Header", "Footer"}
    | {"ListBullet", "ListBullet2", "ListBullet3", "Strong", "Emphasis"}
)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: its id, its name where that differs, what it builds on, and its own properties.

    `lead` is what the schema wants before the spacing (bullet, border, tab stops), `level` that of a heading.
    """

    id: str
    size: int = 0
    name: str = ""
    based_on: str = "Normal"
    bold: bool = False
    colour: str = ""
    before: int | None = None
    after: int | None = None
    keep: bool = False
    level: int | None = None
    lead: str = ""
    indent: str = ""

    def xml(self) -> str:
        """Return the style as mark-up, its properties in the order of the schema."""
        spacing = "".join(
            f' w:{side}="{value}"'
            for side, value in (("before", self.before), ("after", self.after))
            if value is not None
        )
        paragraph = "<w:keepNext/>" * self.keep + "<w:keepLines/>" * (self.level is not None)
        paragraph += self.lead + (f"<w:spacing{spacing}/>" if spacing else "") + self.indent
        if self.level is not None:
            paragraph += f'<w:outlineLvl w:val="{self.level}"/>'
        run = "<w:b/>" * self.bold + (f'<w:color w:val="{self.colour}"/>' if self.colour else "")
        run += f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else ""
        base = f'<w:basedOn w:val="{self.based_on}"/>' if self.id != "Normal" else ""
        kind = ' w:default="1"' if self.id == "Normal" else ""
        kind += ' w:customStyle="1"' * (self.id not in _OF_WORD)
        return (
            f'<w:style w:type="paragraph"{kind} w:styleId="{self.id}"><w:name w:val="{self.name or self.id}"/>'
            f"{base}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )


def _tabs(*stops: tuple[str, int, str]) -> str:
    inner = "".join(f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{at}"/>' for kind, at, leader in stops)
    return f"<w:tabs>{inner}</w:tabs>"


def _border(side: str, colour: str = LINE, size: int = 4, space: int = 6) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def _indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _bullet(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


_RULE: Final = _border("bottom", "161D24", 6, 4)
_UPRIGHT_TABS: Final = _tabs(("right", _WIDTH, "none"))
_LYING_TABS: Final = (
    f'<w:tabs><w:tab w:val="clear" w:pos="{_WIDTH}"/><w:tab w:val="right" w:pos="{LANDSCAPE.text_width}"/></w:tabs>'
)

_PARAGRAPHS: Final = (
    _Style("Normal", after=80),
    _Style("Title", 56, bold=True, before=2400, after=60),
    _Style("Subtitle", 28, colour=INK2, after=360),
    _Style("Heading1", 38, "heading 1", bold=True, after=160, keep=True, level=0),
    _Style("Heading2", 27, "heading 2", bold=True, before=280, after=100, keep=True, level=1),
    _Style("Heading3", 23, "heading 3", bold=True, before=260, after=20, keep=True, level=2, lead=_border("top")),
    _Style("Brand", 22, bold=True, colour=ACCENT, after=0),
    _Style("Legal", 20, bold=True, before=240, after=120),
    _Style("Lead", 22, colour=INK2, after=160),
    _Style("Meta", 17, colour=INK2, after=80, keep=True),
    _Style("Label", 18, bold=True, colour=INK2, before=80, after=20, keep=True),
    _Style("Cell", 19, after=20),
    _Style("CellStrong", 20, based_on="Cell", bold=True),
    _Style("CellHead", 17, based_on="Cell", bold=True, colour=INK2),
    _Style("CellSmall", 17, based_on="Cell"),
    _Style("Citation", 18, after=10, indent=_indent(240, 240)),
    _Style("Mark", 19, before=100, after=120, lead=_tabs(("left", 1300, "none"), ("right", _WIDTH, "underscore"))),
    _Style("Sign", 20, before=320, after=0, lead=_tabs(("left", 1700, "none"), ("right", _WIDTH, "underscore"))),
    _Style("ListBullet", name="List Bullet", after=30, lead=_bullet(0)),
    _Style("ListBullet2", name="List Bullet 2", after=30, lead=_bullet(1)),
    _Style("ListBullet3", name="List Bullet 3", after=30, lead=_bullet(2)),
    _Style("Contents", 21, "toc 1", after=50, lead=_tabs(("left", 400, "none"), ("right", _WIDTH, "dot"))),
    _Style("FrontHeading", 27, "Front Heading", bold=True, before=320, after=100, keep=True),
    _Style("Line", 21, before=20, after=40, keep=True),
    _Style("Onward", 19, before=60, after=0),
    _Style("Example", 19, before=40, after=80),
    _Style("Header", 17, "header", colour=INK2, after=0, lead=_RULE + _UPRIGHT_TABS),
    _Style("Footer", 17, "footer", colour=INK2, after=0, lead=_UPRIGHT_TABS),
    _Style("HeaderWide", 0, "Header Wide", "Header", lead=_LYING_TABS),
    _Style("FooterWide", 0, "Footer Wide", "Footer", lead=_LYING_TABS),
    _Style("Gap", 12, after=0),
    _Style("SectionEnd", 2, before=0, after=0),
)

_CHARACTERS: Final = {
    "Strong": "<w:b/>",
    "Emphasis": "<w:i/>",
    "Plain": '<w:b w:val="0"/>',
    "Quiet": f'<w:color w:val="{INK2}"/>',
    "ItemNumber": f'<w:b/><w:color w:val="{ACCENT}"/>',
    "Reference": f'<w:color w:val="{ACCENT}"/>',
    "Identifier": (
        f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:cs="{MONOSPACE}"/><w:noProof/><w:sz w:val="16"/>'
    ),
    "Flag": '<w:b/><w:sz w:val="17"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="161D24"/>',
    "GraveFlag": '<w:b/><w:sz w:val="17"/><w:bdr w:val="single" w:sz="12" w:space="0" w:color="161D24"/>',
    "TickBox": '<w:b w:val="0"/><w:sz w:val="20"/><w:bdr w:val="single" w:sz="8" w:space="0" w:color="161D24"/>',
}

_TABLE: Final = f"""
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>
<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Plain"><w:name w:val="Review Plain"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Review Grid"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="6" w:space="0" w:color="{INK2}"/>
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK2}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
<w:bottom w:w="30" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="ECE9E2"/></w:tcPr></w:tblStylePr>
</w:style>"""


def styles(language: str) -> Xml:
    """Return what stands in the styles part, for a document in a language."""
    tag = language_tag(language)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}"'
        f' w:cs="{FONT}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    characters = []
    for name, look in _CHARACTERS.items():
        own = ' w:customStyle="1"' * (name not in _OF_WORD)
        characters.append(
            f'<w:style w:type="character"{own} w:styleId="{name}"><w:name w:val="{name}"/><w:qFormat/>'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )
    return Xml(defaults + "".join(style.xml() for style in _PARAGRAPHS) + "".join(characters) + _TABLE)


def numbering() -> Xml:
    """Return what stands in the numbering part: bullets on three levels."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{240 * (level + 1)}" w:hanging="200"/></w:pPr></w:lvl>'
        for level, (style, mark) in enumerate((("ListBullet", "•"), ("ListBullet2", "–"), ("ListBullet3", "·")))
    )
    return Xml(
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
