# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The choices of the export dialog: part, format, size, paper, language, folder and name."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from wizard.export.formats import FORMATS, safe_name
from wizard.storage.settings import PictureKind, PicturePaper, PicturePart, PictureScale, Settings
from wizard.ui.theme import current, follow
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.elided_label import ElidedLabel
from wizard.ui.widgets.field_error import FieldError
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.segments import Segments
from wizard.ui.widgets.text_field import TextField

PARTS: tuple[PicturePart, ...] = ("path", "whole")
KINDS: tuple[PictureKind, ...] = tuple(FORMATS)
SCALES: tuple[PictureScale, ...] = ("1x", "2x", "print")
PAPERS: tuple[PicturePaper, ...] = ("letter", "a4")
#: Where US Letter is the paper; all other countries have A4.
_LETTER = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.PuertoRico,
}


def language_name(code: str) -> str:
    """Return the name of a language in itself, without the country that Qt adds to some."""
    native = {"en": "English", "es": "Español"}.get(code) or QLocale(code).nativeLanguageName()
    return native[:1].upper() + native[1:]


def paper_here() -> PicturePaper:
    """Return the paper that the user's country has."""
    return "letter" if QLocale.system().territory() in _LETTER else "a4"


class PictureForm(QWidget):
    """What the user chooses for a picture."""

    changed = Signal()
    """Something that the picture looks different for."""
    place_changed = Signal()
    """Another folder or name."""

    def __init__(self, settings: Settings, languages: Sequence[str], language: str) -> None:
        super().__init__()
        self._languages = tuple(languages)
        self.parts = Segments([self.tr("Path only"), self.tr("Whole chart")])
        self.kinds = Segments([one.name for one in FORMATS.values()])
        self.scales = Segments([self.tr("1×"), self.tr("2×"), self.tr("Print")])
        self.papers = Segments([self.tr("Letter"), self.tr("A4")])
        self.speech = Segments([language_name(code) for code in self._languages])
        self.parts.set_index(PARTS.index(settings.picture_part))
        self.kinds.set_index(KINDS.index(settings.picture_kind))
        self.scales.set_index(SCALES.index(settings.picture_scale))
        self.papers.set_index(PAPERS.index(settings.picture_paper or paper_here()))
        self.speech.set_index(self._languages.index(language) if language in self._languages else 0)
        self.folder = _first_folder(settings)
        self.folder_label = ElidedLabel(str(self.folder))
        self.folder_button = Button(self.tr("Choose…"), "normal", "folder-open")
        self.name_field = TextField()
        self.name_field.setAccessibleName(self.tr("Name of the file"))
        self.name_error = FieldError()
        self._build()
        for one in (self.parts, self.kinds, self.scales, self.papers, self.speech):
            one.chosen.connect(self._tell)
        self.folder_button.clicked.connect(self._choose_folder)
        self.name_field.textEdited.connect(self._forgive)
        self._offer()
        follow(self._space)

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._labels: dict[QWidget, Label] = {}
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder_label, 1)
        row.addWidget(self.folder_button)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("What"), self.parts),
            (self.tr("Format"), self.kinds),
            (self.tr("Size"), self.scales),
            (self.tr("Paper"), self.papers),
            (self.tr("Language"), self.speech),
            (self.tr("Folder"), holder),
            (self.tr("Name"), self.name_field),
        ]
        for number, (words, widget) in enumerate(rows):
            label = Label(words, "label", wrap=False)
            label.setBuddy(widget)
            self._labels[widget] = label
            at = number if widget is not self.name_field else number + 1
            segments = isinstance(widget, Segments)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(widget, at, 1, Qt.AlignmentFlag.AlignLeft if segments else Qt.AlignmentFlag(0))
            widget.setAccessibleName(words)
            for one in (widget, label):
                # Nothing moves when a choice does not apply.
                policy = one.sizePolicy()
                policy.setRetainSizeWhenHidden(True)
                one.setSizePolicy(policy)
        self._grid.addWidget(self.name_error, len(rows) - 1, 1)
        self._grid.setColumnStretch(1, 1)

    # What is chosen

    @property
    def part(self) -> PicturePart:
        """The path alone or the whole chart."""
        return PARTS[self.parts.index]

    @property
    def kind(self) -> PictureKind:
        """The format."""
        return KINDS[self.kinds.index]

    @property
    def scale(self) -> PictureScale:
        """How large a PNG is made."""
        return SCALES[self.scales.index]

    @property
    def paper(self) -> PicturePaper:
        """The paper of its pages."""
        return PAPERS[self.papers.index]

    @property
    def language(self) -> str:
        """The language of the picture."""
        return self._languages[self.speech.index]

    @property
    def name(self) -> str:
        """The name of the file without its ending, as every system takes it; empty where none is written."""
        written = self.name_field.text().strip()
        return safe_name(written) if written else ""

    def show_name(self, name: str) -> None:
        """Offer a name."""
        self.name_field.setText(name)

    def ask_for_name(self) -> None:
        """Say that a name is missing, and put the keyboard there."""
        self.name_error.set_text(self.tr("Write a name for the file"))
        self.name_field.set_refused(True)
        self.name_field.setFocus()

    def set_folder(self, folder: Path) -> None:
        """Save into another folder."""
        self.folder = folder
        self.folder_label.setText(str(folder))
        self.place_changed.emit()

    # What the user does

    def _tell(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Offer only what changes the picture: sizes for PNG, paper where there are pages, a language to choose."""
        pages = self.part == "path" or self.kind == "pdf"
        for widget, applies in (
            (self.scales, self.kind == "png"),
            (self.papers, pages),
            (self.speech, len(self._languages) > 1),
        ):
            widget.setVisible(applies)
            self._labels[widget].setVisible(applies)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the picture"), str(self.folder))
        if chosen:
            self.set_folder(Path(chosen))

    def _forgive(self) -> None:
        self.name_error.set_text("")
        self.name_field.set_refused(False)
        self.place_changed.emit()

    def _space(self) -> None:
        theme = current()
        self._grid.setHorizontalSpacing(theme.sp(14))
        self._grid.setVerticalSpacing(theme.sp(11))


def _first_folder(settings: Settings) -> Path:
    """Return the folder that was exported to last, or where documents lie."""
    if settings.export_folder is not None and Path(settings.export_folder).is_dir():
        return Path(settings.export_folder)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
