# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The languages that the interface speaks."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from wizard.ui.language import languages, native_name, speak, system_language

SPANISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context><name>Walk</name>
<message><source>Not sure yet</source><translation>Todavía no se sabe</translation></message>
</context></TS>
"""


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    """A folder with the interface in Spanish, compiled as the program ships it."""
    source = tmp_path / "wizard_es.ts"
    source.write_text(SPANISH, encoding="utf-8")
    compiler = Path(sys.executable).parent / "pyside6-lrelease"
    target = tmp_path / "shipped"
    target.mkdir()
    subprocess.run([compiler, source, "-qm", target / "wizard_es.qm"], check=True, capture_output=True)
    return target


def test_a_language_that_is_there_is_spoken(translations: Path, qapp: QApplication) -> None:
    assert languages(translations) == ("en", "es")
    loaded = speak(qapp, "es", translations)
    try:
        assert QCoreApplication.translate("Walk", "Not sure yet") == "Todavía no se sabe"
        assert QCoreApplication.translate("Walk", "Not there") == "Not there"
    finally:
        for translator in loaded:
            qapp.removeTranslator(translator)


def test_without_translations_the_interface_speaks_english(tmp_path: Path, qapp: QApplication) -> None:
    assert languages(tmp_path / "missing") == ("en",)
    assert system_language(tmp_path) == "en"
    assert speak(qapp, "en", tmp_path) == ()
    assert speak(qapp, "xx", tmp_path) == ()


@pytest.mark.parametrize(("code", "name"), [("es", "Español"), ("en", "English"), ("fr", "Français")])
def test_a_language_is_named_in_itself(code: str, name: str) -> None:
    assert native_name(code) == name
