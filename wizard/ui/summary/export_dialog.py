# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves a picture of the path or of the whole chart: choices, a small preview, what will be written, and where."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from wizard.chart.measuring import Plan
from wizard.engine.answering import signed_answers_changed
from wizard.engine.walk import Walk
from wizard.export.formats import FORMATS, Described, page_names, usual_name
from wizard.export.options import ExportStoppedError, PictureOptions, Signature
from wizard.export.png import MOST_PIXELS
from wizard.model.case import Case
from wizard.storage.errors import FileError
from wizard.storage.settings import Settings
from wizard.ui.jobs import Jobs, Progress, Task
from wizard.ui.summary.picture_form import PictureForm
from wizard.ui.summary.picture_preview import PicturePreview
from wizard.ui.summary.picture_work import Preview, Wish, draw_preview, save_picture
from wizard.ui.summary.rows import Content, clear
from wizard.ui.theme import current, follow
from wizard.ui.widgets.announce import announce
from wizard.ui.widgets.banner import Banner, BannerTone
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.focus_ring import ROOM, FocusRing
from wizard.ui.widgets.label import Label

translate = QCoreApplication.translate

#: Preview and files are drawn in one lane: never two at a time.
LANE = "picture"
#: How large the dialog is at 100 %, and how much of the screen it leaves free.
_WIDTH, _HEIGHT = 900, 590
_EDGE = 60
#: Dialog width ÷ text size from which there is room for the preview.
_PREVIEW_FROM = 620


class ExportDialog(QDialog):
    """Everything that is asked before a picture is saved; it stays open and says where the files are."""

    settings_chosen = Signal(object)
    """`Settings` with the folder and the choices of the picture just saved: they are to be remembered."""
    saved = Signal(object)
    """The paths of the files just saved, as a tuple."""

    def __init__(
        self,
        made: Walk,
        case: Case,
        settings: Settings,
        jobs: Jobs,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._made = made
        self._case = case
        self._settings = settings
        self._jobs = jobs
        self._plans: dict[str, Plan] = {}
        self._drawing: Task | None = None
        self._saving: Task | None = None
        self._described: Described | None = None
        self._offered = ""
        self._replaces = False
        self.setWindowTitle(self.tr("Picture"))
        self.form = PictureForm(settings, made.graph.collection.manifest.languages, language)
        self.preview = PicturePreview()
        self._build()
        self.form.changed.connect(self._take_choices)
        self.form.place_changed.connect(self._forget_replacing)
        self.preview.room_changed.connect(self._draw)
        self._take_choices()
        self._ring = FocusRing(self)
        follow(self._space)

    def _build(self) -> None:
        self.info = Label("", "card", "ink2")
        self._preview_note = Label("", "meta", "ink2")
        self.banner: Banner | None = None
        self._banner_place = QVBoxLayout()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setTextVisible(False)
        self.save_button = Button(self.tr("Save picture"), "primary", "image")
        self.close_button = Button(self.tr("Close"))
        self.cancel_button = Button(self.tr("Cancel"))
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.cancel)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.preview, 1)
        left.addWidget(self._preview_note)
        inside = Content()
        choices = QVBoxLayout(inside)
        choices.addWidget(Label(self.tr("Save a picture"), "section"))
        choices.addWidget(self.form)
        choices.addWidget(self.info)
        choices.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.close_button, self.save_button):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.addWidget(self.scroll_area, 1)
        right.addLayout(self._banner_place)
        right.addLayout(buttons)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left, 2)
        self._row.addLayout(right, 3)
        self._columns = (left, choices, right, buttons)
        self.save_button.setAutoDefault(True)
        self._show_running(None)

    # What is chosen

    def options(self) -> PictureOptions:
        """Return what is chosen, for the day of the walk."""
        signed = self._case.sign_off
        signature = None
        if signed is not None:
            day = signed.signed_at.astimezone().date()
            signature = Signature(signed.by, day, void=signed_answers_changed(self._case))
        return PictureOptions(
            made_on=self._made.today,
            what=self.form.part,
            scale=self.form.scale,
            paper=self.form.paper,
            language=self.form.language,
            case_number=self._case.number,
            signed=signature,
        )

    def _wish(self) -> Wish:
        options = self.options()
        plan = self._plans.get(options.language) if options.what == "whole" else None
        return Wish(self._made, self.form.kind, options, plan)

    def _take_choices(self) -> None:
        """Offer the usual name for the choices, unless another was written, and draw the preview."""
        usual = usual_name(self._made.graph, self.options())
        if self.form.name_field.text() in ("", self._offered):
            self.form.show_name(usual)
        self._offered = usual
        self._forget_replacing()
        self._draw()

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        wish, room, ratio = self._wish(), self.preview.room, self.devicePixelRatioF()
        self._drawing = self._jobs.run(lambda _task: draw_preview(wish, room, ratio), self._show_preview, lane=LANE)

    def _show_preview(self, preview: Preview) -> None:
        self._drawing = None
        self._described = preview.described
        if preview.plan is not None:
            self._plans[self.form.language] = preview.plan
        self.preview.show_image(preview.image)
        self._preview_note.setText(self.tr("The top of the chart") if preview.top_only else self.tr("The first page"))
        self.info.setText(described_words(preview.described, pdf=self.form.kind == "pdf"))

    # Saving

    def _save(self) -> None:
        name = self.form.name
        if not name:
            self.form.ask_for_name()
            return
        files = self._described.files if self._described is not None else 1
        names = page_names(name, FORMATS[self.form.kind].suffix, files, self.form.language)
        if not self._replaces and any((self.form.folder / one).exists() for one in names):
            self._ask_to_replace(names[0])
            return
        self._tell(None)
        wish, folder = self._wish(), self.form.folder
        self._saving = self._jobs.run(
            partial(save_picture, wish, folder, name),
            self._has_saved,
            self._has_failed,
            failures=(FileError, ExportStoppedError),
            progress=self._show_progress,
            lane=LANE,
        )
        self._show_running(Progress(0, 1))

    def cancel(self) -> None:
        """Stop the export under way; nothing of it is left on the disk."""
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
        self._show_running(None)

    def _ask_to_replace(self, name: str) -> None:
        self._replaces = True
        self.save_button.setText(self.tr("Replace"))
        text = self.tr("{name} is in this folder. Replace it, or write another name.")
        self._tell("warning", self.tr("There is such a file already"), text.format(name=name))

    def _forget_replacing(self) -> None:
        self._replaces = False
        self.save_button.setText(self.tr("Save picture"))
        self._tell(None)

    def _has_saved(self, files: tuple[Path, ...]) -> None:
        self._saving = None
        self._show_running(None)
        self._forget_replacing()
        where = str(files[0])
        if len(files) > 1:
            text = self.tr("{number} files, the first is {file}")
            where = text.format(number=len(files), file=files[0])
        self._tell("good", self.tr("The picture is saved"), where)
        self._settings = self._settings._replace(
            export_folder=str(self.form.folder),
            picture_kind=self.form.kind,
            picture_scale=self.form.scale,
            picture_part=self.form.part,
            picture_paper=self.form.paper,
        )
        self.settings_chosen.emit(self._settings)
        self.saved.emit(files)

    def _has_failed(self, error: Exception) -> None:
        self._saving = None
        self._show_running(None)
        text = str(error) if isinstance(error, FileError) else self.tr("Choose another format, or save again.")
        self._tell("error", self.tr("The picture is not saved"), text)

    def _show_progress(self, progress: Progress) -> None:
        if self._saving is not None:
            self._show_running(progress)

    def _show_running(self, progress: Progress | None) -> None:
        """Show how far the export is, with a way to stop it; None: there is none."""
        running = progress is not None
        had_keyboard = self.save_button.hasFocus() or self.cancel_button.hasFocus()
        self.form.setEnabled(not running)
        self.progress.setVisible(running)
        self.cancel_button.setVisible(running)
        self.save_button.setVisible(not running)
        self.close_button.setVisible(not running)
        if had_keyboard:
            (self.cancel_button if running else self.save_button).setFocus()
        if progress is not None:
            self.progress.setRange(0, max(progress.total, 1))
            self.progress.setValue(progress.done)

    def _tell(self, tone: BannerTone | None, title: str = "", text: str = "") -> None:
        """Show a banner in the place of the one before; None: show none."""
        clear(self._banner_place)
        self.banner = None
        if tone is None:
            return
        self.banner = Banner(tone, title, text)
        self._banner_place.addWidget(self.banner)
        announce(self, f"{title}. {text}", assertive=tone == "error")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setVisible(self.width() / current().scale >= _PREVIEW_FROM)

    @override
    def done(self, result: int) -> None:
        for task in (self._drawing, self._saving):
            if task is not None:
                task.cancel()
        self._drawing = self._saving = None
        super().done(result)

    def _space(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.sp(20), theme.sp(18), theme.sp(20), theme.sp(16))
        self._row.setSpacing(theme.sp(24))
        left, choices, right, buttons = self._columns
        left.setSpacing(theme.sp(6))
        # Room for the ring around what has the keyboard.
        choices.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        choices.setSpacing(theme.sp(12))
        right.setSpacing(theme.sp(12))
        buttons.setSpacing(theme.sp(8))
        room = self.screen().availableSize()
        self.resize(min(theme.px(_WIDTH), room.width() - _EDGE), min(theme.px(_HEIGHT), room.height() - _EDGE))


def described_words(described: Described, *, pdf: bool) -> str:
    """Return what will be saved in words: pages, files, pixels, and what is lowered."""
    if pdf:
        return _pdf_words(described)
    pixels = described.pixels
    if pixels is None:
        size = translate("Export", "Lines stay sharp at any size.")
    else:
        size = translate("Export", "{width} × {height} pixels.")
        size = size.format(width=f"{pixels.width:,}", height=f"{pixels.height:,}")
    if described.files == 1:
        words = translate("Export", "1 file. {size}").format(size=size)
    else:
        text = translate("Export", "{pages} pages, each a file of its own. {size}")
        words = text.format(pages=described.pages, size=size)
    if pixels is not None and pixels.lowered:
        text = translate(
            "Export",
            "Made with {dpi} dots per inch: other programs refuse a side over {most} pixels. PDF has no limit.",
        )
        words = f"{words} {text.format(dpi=int(pixels.dpi), most=f'{MOST_PIXELS:,}')}"
    return words


def _pdf_words(described: Described) -> str:
    if described.parts:
        text = translate(
            "Export",
            "1 file with {pages} pages. The first shows the whole chart, the other {parts} are parts to put together.",
        )
        return text.format(pages=described.pages, parts=described.parts)
    if described.pages == 1:
        return translate("Export", "1 file with 1 page.")
    return translate("Export", "1 file with {pages} pages.").format(pages=described.pages)
