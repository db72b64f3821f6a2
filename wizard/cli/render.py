# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`render COLLECTION --tree ID --out FILE`: draw the path of a walk, or the whole chart, as PNG, SVG or PDF.

The only command that loads Qt. It needs no screen.
"""

import argparse
import os
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from wizard.cli.failure import Failure
from wizard.cli.reading import STANDARD_INPUT, a_day, answers_in, collection_at, graph_of, text_at
from wizard.engine.graph import TreeGraph
from wizard.engine.walk import Walk, walk
from wizard.paths import resources_dir
from wizard.storage.atomic import stage
from wizard.storage.errors import FileError

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from wizard.export.formats import Format

SCALES: dict[str, Literal["1x", "2x", "print"]] = {"1": "1x", "2": "2x", "print": "print"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("collection", metavar="COLLECTION", help="the folder of the collection")
    parser.add_argument("--tree", required=True, metavar="ID", help="the tree to draw")
    parser.add_argument("--answers", metavar="FILE", help="the answers as JSON; - for standard input (default: none)")
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write: .png, .svg or .pdf")
    parser.add_argument("--what", choices=("path", "whole"), help="default: the path of the answers, else the whole")
    parser.add_argument("--scale", choices=tuple(SCALES), default="2", help="size of a PNG (print: 300 dots an inch)")
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter", help="size of a page (default: letter)")
    parser.add_argument("--today", type=a_day, help="the day of the walk, YYYY-MM-DD (default: today)")
    parser.add_argument("--language", default="en", metavar="CODE", help="the language of the picture (default: en)")
    parser.add_argument("--case-number", metavar="NUMBER", help="the number of the case, as it stands on the picture")


def run(arguments: argparse.Namespace) -> int:
    """Write the picture and name its files; several pages as PNG or SVG become numbered files."""
    loaded = collection_at(arguments.collection)
    graph = graph_of(loaded, arguments.tree)
    languages = loaded.collection.manifest.languages
    if arguments.language not in languages:
        msg = f"{loaded.folder}: it does not speak “{arguments.language}”. It has: {', '.join(languages)}"
        raise Failure(msg)
    today = arguments.today or date.today()
    made = None if arguments.answers is None else _walk(graph, arguments.answers, today)
    what: Literal["path", "whole"] = arguments.what or ("whole" if made is None else "path")
    if what == "path" and made is None:
        msg = "--what path: a path needs answers. Add --answers FILE, or draw the whole chart with --what whole"
        raise Failure(msg)
    app = _application(arguments.language)
    # Qt loads here: what can be refused without it has been.
    from wizard.export.formats import numbered  # noqa: PLC0415
    from wizard.export.options import PictureOptions  # noqa: PLC0415

    options = PictureOptions(
        made_on=today,
        what=what,
        scale=SCALES[arguments.scale],
        paper=arguments.paper,
        language=arguments.language,
        case_number=arguments.case_number,
    )
    chosen = _format(arguments.out)
    contents = chosen.draw(made, graph, options)
    names = numbered(arguments.out, len(contents))
    _write(dict(zip(names, contents, strict=True)))
    sys.stdout.writelines(f"{name}\n" for name in names)
    del app
    return 0


def _walk(graph: TreeGraph, name: str, today: date) -> Walk:
    data = text_at(name)
    return walk(graph, answers_in(graph, data, STANDARD_INPUT if name == "-" else name), today)


def _format(out: str) -> "Format":
    from wizard.export.formats import FORMATS  # noqa: PLC0415 Qt loads here

    suffix = Path(out).suffix.lower()
    chosen = next((one for one in FORMATS.values() if one.suffix == suffix), None)
    if chosen is None:
        endings = ", ".join(one.suffix for one in FORMATS.values())
        msg = f"{out}: no picture is saved like this. End its name in one of: {endings}"
        raise Failure(msg)
    return chosen


def _application(language: str) -> "tuple[QGuiApplication, Any]":
    """Return Qt's application with the bundled font and the translation of a language; the caller keeps both."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTranslator  # noqa: PLC0415 Qt loads here
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 Qt loads here

    from wizard.chart.fonts import load_fonts  # noqa: PLC0415 Qt loads here

    running = QGuiApplication.instance()
    app = running if isinstance(running, QGuiApplication) else QGuiApplication([])
    load_fonts()
    translator = QTranslator()
    if translator.load(f"wizard_{language}", str(resources_dir() / "translations")):
        app.installTranslator(translator)
    return app, translator


def _write(contents: dict[str, bytes]) -> None:
    """Write all files, or none of them.

    Raises:
        Failure: one cannot be written.
    """
    try:
        with ExitStack() as stack:
            staged = [stack.enter_context(stage(Path(name), data)) for name, data in contents.items()]
            for one in staged:
                one.commit()
    except FileError as fault:
        raise Failure(str(fault)) from fault
