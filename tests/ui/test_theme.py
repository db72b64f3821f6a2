# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The look follows the settings and the system, and reaches every widget."""

import gc
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.chart.test_tokens import contrast
from wizard.chart.fonts import FAMILY, font
from wizard.chart.tokens import DARK, LIGHT, high_contrast
from wizard.paths import resources_dir
from wizard.ui import theme
from wizard.ui.theme import TEXT_SIZES, Appearance, Scheme, Theme, appearance, current, follow


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Appearance]:
    made = appearance()
    yield made
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    made.set_scheme(Scheme.SYSTEM)
    made.set_text_size(100)
    made.set_no_motion(off=False)


def colours_of(widget: QWidget) -> dict[str, int]:
    """How many pixels of each colour a widget shows."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name().upper()
            counted[name] = counted.get(name, 0) + 1
    return counted


def test_there_is_one_look(look: Appearance) -> None:
    assert appearance() is look


def test_the_system_decides_between_light_and_dark(look: Appearance, qapp: QApplication) -> None:
    assert current().tokens == LIGHT  # offscreen says Unknown
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current().tokens == DARK
    look.set_scheme(Scheme.LIGHT)
    assert current().tokens == LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current().tokens == LIGHT
    look.set_scheme(Scheme.SYSTEM)
    assert current().tokens == DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert current().tokens == LIGHT


def test_the_system_decides_on_contrast_and_motion(look: Appearance, qapp: QApplication) -> None:
    accessibility = look._accessibility
    accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert current().high_contrast
    assert current().tokens == high_contrast(LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Dark) == QColor(LIGHT.ink)
    accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert current().tokens == LIGHT
    assert current().milliseconds(200) == 200
    look.set_no_motion(off=True)
    assert current().milliseconds(200) == 0


def test_less_motion_is_asked_of_the_system_where_qt_can_tell() -> None:
    class Asked:
        def motionPreference(self) -> SimpleNamespace:  # noqa: N802 (Qt's name)
            return SimpleNamespace(name="ReducedMotion")

    assert theme._less_motion(Asked())  # type: ignore[arg-type]
    assert not theme._less_motion(object())  # type: ignore[arg-type]


def test_a_selection_is_seen_when_more_contrast_is_asked_for(look: Appearance, qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["One", "Other"])
    rows.setCurrentRow(1)
    rows.show()
    assert LIGHT.accent_soft in colours_of(rows)
    look._accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert {LIGHT.accent, LIGHT.on_accent} <= colours_of(rows).keys()
    look._accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert LIGHT.accent not in colours_of(rows)


def test_text_sizes_step_and_stop_at_the_ends(look: Appearance, qapp: QApplication) -> None:
    seen = [look.text_size]
    for _ in range(7):
        look.step_text_size(1)
        seen.append(look.text_size)
    assert seen == [*TEXT_SIZES, 200, 200]
    assert qapp.font().pixelSize() == 32
    look.step_text_size(-9)
    assert look.text_size == 100
    assert qapp.font().pixelSize() == 16
    with pytest.raises(ValueError, match="130"):
        look.set_text_size(130)


@pytest.mark.parametrize(("scale", "text", "space"), [(1.0, 16, 16), (1.12, 18, 17), (1.5, 24, 20), (2.0, 32, 24)])
def test_space_grows_half_as_fast_as_text(scale: float, text: int, space: int) -> None:
    assert (Theme(scale=scale).px(16), Theme(scale=scale).sp(16)) == (text, space)


@pytest.mark.usefixtures("look")
def test_the_bundled_font_has_figures_of_one_width(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FAMILY
    for weight in (400, 500, 600, 700):
        made = font(16, weight)
        assert QFontInfo(made).weight() == weight
        assert len({QFontMetrics(made).horizontalAdvance(figure * 20) for figure in "0123456789"}) == 1


def test_plain_widgets_change_colour_at_once(look: Appearance, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    assert {LIGHT.surface, LIGHT.control} <= colours_of(field).keys()
    look.set_scheme(Scheme.DARK)
    assert {DARK.surface, DARK.control} <= colours_of(field).keys()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_placeholder_can_be_read(look: Appearance, qtbot: QtBot, scheme: Scheme, kind: type[QLineEdit]) -> None:
    look.set_scheme(scheme)
    look.set_text_size(200)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("MMMM")
    field.setFixedSize(260, 90)
    field.show()
    edge = current().tokens.control
    painted = [colour for colour, count in colours_of(field).items() if count > 30 and colour != edge]
    assert max(contrast(colour, current().tokens.surface) for colour in painted) >= 7


def test_who_follows_is_told_until_it_is_gone(look: Appearance) -> None:
    told: list[float] = []

    class Follower(QWidget):
        def __init__(self) -> None:
            super().__init__()
            follow(self.take_over)

        def take_over(self) -> None:
            told.append(current().scale)

    follower = Follower()
    look.set_text_size(150)
    look.set_text_size(150)
    assert told == [1.0, 1.5]
    del follower
    gc.collect()
    look.set_text_size(100)
    assert told == [1.0, 1.5]


def test_a_widget_made_before_the_change_is_polished_again(look: Appearance, qtbot: QtBot) -> None:
    changes: list[QEvent.Type] = []

    class Plain(QWidget):
        @override
        def changeEvent(self, event: QEvent) -> None:
            changes.append(event.type())
            super().changeEvent(event)

    widget = Plain()
    qtbot.addWidget(widget)
    widget.show()
    changes.clear()
    look.set_scheme(Scheme.DARK)
    assert QEvent.Type.PaletteChange in changes


def test_an_icon_takes_the_colour_and_the_fineness_of_the_screen(look: Appearance) -> None:
    for ratio in (1.0, 2.0):
        pixmap = look.theme.pixmap("house", 20, "accent", ratio)
        assert pixmap.width() == 20 * ratio
        assert pixmap.deviceIndependentSize().width() == 20
        image = pixmap.toImage()
        opaque = {
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert opaque == {LIGHT.accent}


@pytest.mark.usefixtures("look")
def test_every_icon_that_is_shipped_draws_something() -> None:
    names = sorted(file.stem for file in (resources_dir() / "icons").glob("*.svg"))
    assert len(names) > 50
    for name in names:
        image = current().pixmap(name, 24, "ink").toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_is_bundled_comes_with_its_licence(folder: str) -> None:
    words = (resources_dir() / folder / "LICENSE").read_text(encoding="utf-8")
    assert {"fonts": "SIL OPEN FONT LICENSE", "icons": "ISC License"}[folder] in words


def test_a_colour_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_template", lambda _: "QWidget { color: @mauve; }")
    with pytest.raises(KeyError, match="mauve"):
        theme._style_sheet(Theme())


def test_sizes_in_the_style_sheet_follow_the_text_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_template", lambda _: "a @px(14)px @sp(14)px @ink")
    assert theme._style_sheet(Theme(scale=2.0)) == f"a 28px 21px {LIGHT.ink}"
