# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every part of a review is written with: the collection, its numbers, its words, and the blocks that recur."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from wizard.engine.condition_wording import ConditionWording, ToldCondition
from wizard.engine.graph import CollectionIndex
from wizard.engine.shared_things import Sort
from wizard.engine.wording import Placeholder, placeholders, resolves
from wizard.export.document.markup import (
    PORTRAIT,
    Cell,
    Row,
    Xml,
    bookmark,
    box,
    cell,
    flag,
    kept,
    lines_of,
    link,
    paragraph,
    run,
    table,
    unbroken,
)
from wizard.export.pins import pinned
from wizard.export.review.numbers import Numbers, anchor_of
from wizard.export.review.phrases import CHECKED, TREATMENTS, Phrases
from wizard.export.review.where_used import WhereUsed
from wizard.model.authority import Authority, Pin
from wizard.model.condition import Condition
from wizard.model.names import ClaimId
from wizard.model.text import Text

#: Around a number in a sentence, so that it is told from a form that a text names, such as I-94.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED: Final = re.compile(f"{_OPEN}([A-Z]+-[0-9]+){_CLOSE}")
_NUMBER: Final = re.compile(r"([A-Z]+-[0-9]+)(.*)", re.DOTALL)

#: What all parts but the widest tables are written on.
PAGE: Final = PORTRAIT

#: An item of at most so many lines stays on one page; longer ones would leave much of a page white.
LONGEST_UNBROKEN_ITEM: Final = 18
#: Of a longer one the line to mark it on stays with so many blocks, itself counted.
LAST_KEPT: Final = 4

_BULLETS: Final = ("ListBullet", "ListBullet2", "ListBullet3")

#: A row of words: what they are, as an English phrase, and the words.
Worded = tuple[str, Text]


class Sheet:
    """The collection under review, and the blocks that its parts share."""

    def __init__(self, index: CollectionIndex, language: str) -> None:
        self.index = index
        self.language = language
        spoken = index.collection.manifest.languages
        #: The languages of the collection, that of the review first.
        self.languages = (language, *[code for code in ("en", *spoken) if code != language])
        self.languages = tuple(dict.fromkeys(self.languages))
        self.say = Phrases(language)
        self.numbers = Numbers(index.collection)
        self.used = WhereUsed(index, self.numbers, language)
        self.wording = ConditionWording(index, language, self._mark)
        self.page = PAGE
        self._bookmarks = 0

    def _mark(self, sort: Sort, name: str) -> str:
        return f" ({_OPEN}{self.numbers.thing(sort, name)}{_CLOSE})"

    def told(self, text: Text) -> str:
        """Return a text in the language of the review."""
        return self.readable(text.within(self.language))

    def readable(self, text: str) -> str:
        """Return a text with its placeholders named in brackets, as a reader of the law must see them."""
        for placeholder in placeholders(text):
            # One that names nothing is reported by `validate`, and stands here as it was written.
            if resolves(placeholder, self.index):
                text = text.replace(str(placeholder), f"[{self._named(placeholder)}]")
        return text

    def _named(self, placeholder: Placeholder) -> str:
        match placeholder.kind, placeholder.names:
            case "fact", (fact,):
                return self.say("answer to {fact}", fact=self._numbered("fact", fact))
            case "table", (name, column, fact):
                columns = next(table.columns for table in self.index.collection.tables if table.id == name)
                titles = {one.id: one.title.within(self.language) for one in columns}
                return self.say(
                    "“{column}” in {table} for {fact}",
                    column=titles.get(column, column),
                    table=self._numbered("table", name),
                    fact=self._numbered("fact", fact),
                )
            case _, (rule,):
                return self.say("date to act by of {rule}", rule=self._numbered("rule", rule))
            case _:
                return str(placeholder)

    def _numbered(self, sort: Sort, name: str) -> str:
        return self.numbers.thing(sort, name)

    def words(self, text: str, style: str = "", language: str = "") -> Xml:
        """Return words of the collection as a run, spelled and read aloud in their own language."""
        other = "" if language in ("", self.language) else language
        return run(self.readable(text), style, other)

    def linked(self, sentence: str) -> Xml:
        """Return a sentence of our own as runs; the numbers in it lead to their items."""
        parts = _MARKED.split(sentence)
        return Xml("".join(self.ref(part) if at % 2 else run(part) for at, part in enumerate(parts)))

    def ref(self, number: str) -> Xml:
        """Return a number that leads to its item."""
        return link(anchor_of(number), unbroken(number, "Reference"))

    def refs(self, numbers: Iterable[str]) -> Xml:
        """Return numbers that lead to their items, with commas between; what stands behind a number stays there."""
        made: list[Xml] = []
        for number in numbers:
            found = _NUMBER.fullmatch(number)
            if made:
                made.append(run(", "))
            made += [self.ref(found[1]), run(found[2])] if found is not None else [run(number)]
        return Xml("".join(made))

    def anchored(self, number: str, *runs: Xml) -> Xml:
        """Return runs that the number of an item leads to."""
        return self.placed(anchor_of(number), *runs)

    def placed(self, anchor: str, *runs: Xml) -> Xml:
        """Return runs with a bookmark around them."""
        self._bookmarks += 1
        return bookmark(self._bookmarks, anchor, *runs)

    def item(self, number: str, title: Text, meta: Sequence[Xml], style: str = "Heading3") -> list[Xml]:
        """Return the head of an item: number, title in each language, and a small line about it."""
        runs = [run(number, "ItemNumber"), run("  "), self.words(title.within(self.language), language=self.language)]
        for code in self.languages[1:]:
            if title.has(code):
                runs += [run("  ·  ", "Plain"), self.words(title.within(code), "Plain", code)]
        return [paragraph(style, self.anchored(number, *runs)), paragraph("Meta", *joined(meta, "  ·  "))]

    def mark(self) -> Xml:
        """Return the line on which a reviewer agrees or writes a change."""
        agree, change = self.say("Agree"), self.say("Change:")
        return paragraph("Mark", box(), run(f" {agree}\t"), box(), run(f" {change} \t"))

    def span(self, numbers: Sequence[str]) -> str:
        """Return the first and the last of some numbers: “F-1 to F-162”; for one number itself, for none nothing."""
        if len(numbers) < 2:  # noqa: PLR2004 one number is no span
            return "".join(numbers)
        return self.say("{first} to {last}", first=numbers[0], last=numbers[-1])

    def number_cell(self, number: str) -> Cell:
        """Return the cell with the number of an item, which its number elsewhere leads to."""
        return cell(paragraph("Cell", self.anchored(number, run(number, "ItemNumber"))))

    def tick_cell(self) -> Cell:
        """Return the cell in which a reviewer ticks that a row is right."""
        return cell(paragraph("Cell", box()))

    def grid(
        self, parts: Sequence[float], heads: Sequence[str], rows: Sequence[Row], width: int = PAGE.text_width
    ) -> Xml:
        """Return a table with a head, its columns in these proportions."""
        return table(shares(width, parts), [tuple(cell(paragraph("CellHead", run(head))) for head in heads)], rows)

    def uses(self, numbers: Sequence[str]) -> Xml:
        """Return a small line with the items that use something."""
        return paragraph("CellSmall", self.refs(numbers) if numbers else run(self.say("nothing"), "Emphasis"))

    def in_all_languages(self, rows: Sequence[Worded], style: str = "Normal") -> list[Xml]:
        """Return words side by side in the languages that they have; one below the other where they have but one."""
        codes = [code for code in self.languages if any(text.has(code) for _, text in rows)]
        if len(codes) < 2:  # noqa: PLR2004 one language needs no columns
            return [paragraph(style, *self.labelled(label, text, (codes or ["en"])[0])) for label, text in rows]
        widths = shares(self.page.text_width, [1] * len(codes))
        cells = [tuple(cell(*self._cell(label, text, code)) for code in codes) for label, text in rows]
        return [table(widths, [self.language_heads(codes)], cells), paragraph("Gap")]

    def language_heads(self, codes: Sequence[str]) -> tuple[Cell, ...]:
        """Return the heads of columns of languages."""
        return tuple(cell(paragraph("CellHead", run(self.say.language(code)))) for code in codes)

    def _cell(self, label: str, text: Text, code: str) -> tuple[Xml, ...]:
        if not text.has(code):
            return (paragraph("Cell", run("–")),)
        return (paragraph("Cell" if label else "CellStrong", *self.labelled(label, text, code)),)

    def labelled(self, label: str, text: Text, code: str) -> list[Xml]:
        """Return words with what they are before them, both in one language."""
        lead = [run(f"{self.say.within(code)(label)} ", "Strong")] if label else []
        return [*lead, self.words(text.within(code), language=code)]

    def claim(self, claim: ClaimId) -> Xml:
        """Return a claim with whom it is against, and its number."""
        return Xml(run(f"{self.wording.claim(claim)} ") + self.ref(self.numbers.thing("claim", claim)))

    def condition(self, condition: Condition, lead: str = "") -> list[Xml]:
        """Return a condition as a line with its parts as bullets below it; `lead` stands before it."""
        told = self.wording.told(condition)
        first = paragraph("Cell", run(lead, "Strong"), self.linked(capitalised(told.text)))
        return [first, *self._parts(told, 0)]

    def _parts(self, told: ToldCondition, depth: int) -> list[Xml]:
        blocks = []
        for part in told.parts:
            blocks.append(paragraph(_BULLETS[min(depth, len(_BULLETS) - 1)], self.linked(part.text)))
            blocks += self._parts(part, depth + 1)
        return blocks

    def citations(self, pins: Sequence[Pin]) -> list[Xml]:
        """Return the authorities of an item, one a line: citation with pin, doubts, number."""
        if not pins:
            return []
        return [
            paragraph("Label", run(self.say("Authorities"))),
            *[paragraph("Citation", *self.cited(pin)) for pin in pins],
        ]

    def cited(self, pin: Pin) -> list[Xml]:
        """Return a citation with its pin, its doubts and its number."""
        authority = self.index.authorities[pin.authority]
        whole = pinned(authority.citation, pin.at or authority.pin, is_case=authority.kind == "case")
        return [run(f"{whole}  "), *self.doubts(authority), self.ref(self.numbers.thing("authority", authority.id))]

    def doubts(self, authority: Authority) -> list[Xml]:
        """Return what a lawyer must know before relying on an authority, each in a frame with a space behind it."""
        doubts: list[tuple[str, str]] = []
        if authority.seen != "read":
            doubts.append(("Flag", self.say(CHECKED[authority.seen])))
        if authority.treatment != "good":
            grave = authority.treatment in ("superseded", "in-litigation")
            doubts.append(("GraveFlag" if grave else "Flag", self.say(TREATMENTS[authority.treatment])))
        return [one for style, text in doubts for one in (flag(text, style), run(" "))]


def together(blocks: Sequence[Xml]) -> list[Xml]:
    """Return blocks that stay on one page where they are short enough, else the last few."""
    whole = sum(lines_of(block) for block in blocks) <= LONGEST_UNBROKEN_ITEM
    first = 0 if whole else len(blocks) - LAST_KEPT
    return [kept(block) if first <= at < len(blocks) - 1 else block for at, block in enumerate(blocks)]


def joined(runs: Sequence[Xml], between: str) -> list[Xml]:
    """Return runs with some words between them; empty ones are left out."""
    made: list[Xml] = []
    for one in runs:
        if one:
            made += [run(between), one] if made else [one]
    return made


def shares(width: int, parts: Sequence[float]) -> list[int]:
    """Return a width parted in these proportions."""
    total = sum(parts)
    return [round(width * part / total) for part in parts]


def capitalised(words: str) -> str:
    """Return words with a capital at their head; a quotation mark stays one."""
    return words[:1].upper() + words[1:]
