# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the words of a PDF as another program would: by the map of characters that each of its fonts carries."""

import re
import zlib

#: Stands for a glyph that no character is known of.
UNREADABLE = "\ufffd"

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/F(\d+) [\d.]+ Tf")
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page, in the order in which they are drawn; see `UNREADABLE`."""
    objects = {int(match[1]): match[2] for match in _OBJECT.finditer(pdf)}
    kids = next(body for body in objects.values() if b"/Type /Pages" in body)
    numbers = [int(number) for number in re.findall(rb"(\d+) 0 R", kids[kids.index(b"/Kids") :])]
    return [_words(objects, objects[number]) for number in numbers if b"/Contents" in objects[number]]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each page in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in boxes]


def _words(objects: dict[int, bytes], page: bytes) -> str:
    content = _inflated(objects, _reference(page, b"Contents"))
    characters: dict[int, dict[int, str]] = {}
    for match in _FONT.finditer(content):
        number = int(match[1])
        characters.setdefault(number, _characters(objects, number))
    shown: list[str] = []
    font = 0
    for match in _SHOWN.finditer(content):
        if match[1]:
            font = int(match[1])
            continue
        digits = match[2].decode("ascii")
        glyphs = [int(digits[at : at + 4], 16) for at in range(0, len(digits), 4)]
        shown.append("".join(characters[font].get(glyph, UNREADABLE) for glyph in glyphs))
    return "".join(shown)


def _characters(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Return the character of each glyph of a font, from its ToUnicode map."""
    found = _STREAM.search(objects[_reference(objects[font], b"ToUnicode")])
    assert found is not None
    text = found[1].decode("ascii")
    characters: dict[int, str] = {}
    for block in re.findall(r"beginbfrange\n(.*?)endbfrange", text, re.DOTALL):
        for first, last, target in re.findall(r"<(\w+)> <(\w+)> (<\w+>|\[[^\]]*\])", block):
            targets = re.findall(r"<(\w+)>", target)
            for at, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
                code = int(targets[at], 16) if target.startswith("[") else int(targets[0], 16) + at
                characters[glyph] = chr(code) if code else UNREADABLE
    return characters


def _inflated(objects: dict[int, bytes], number: int) -> bytes:
    found = _STREAM.search(objects[number])
    assert found is not None
    return zlib.decompress(found[1])


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None
    return int(found[1])
