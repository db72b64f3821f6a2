# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The languages of the interface: which are there, and loading one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

#: The interface is written in English; every other language is a file `wizard_xx.qm`.
SOURCE_LANGUAGE = "en"
_PREFIX = "wizard_"

#: Qt names some languages after a country: “español de España”.
_NAMES = {"en": "English", "es": "Español", "pt": "Português"}


def native_name(code: str) -> str:
    """Return the name of a language in that language, with a capital at its head."""
    name = _NAMES.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that the interface speaks, English first."""
    found = sorted(file.stem.removeprefix(_PREFIX) for file in folder.glob(f"{_PREFIX}*.qm"))
    return (SOURCE_LANGUAGE, *[code for code in found if code != SOURCE_LANGUAGE])


def system_language(folder: Path) -> str:
    """Return the first of the user's languages that the interface speaks, or English."""
    known = languages(folder)
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in known:
            return code
    return SOURCE_LANGUAGE


def speak(app: QCoreApplication, language: str, folder: Path) -> tuple[QTranslator, ...]:
    """Install the translators of a language: the program's own and Qt's; return them, for the caller must keep them."""
    if language == SOURCE_LANGUAGE:
        return ()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for name, where in ((f"qtbase_{language}", qt_folder), (_PREFIX + language, str(folder))):
        translator = QTranslator(app)
        if translator.load(name, where):
            app.installTranslator(translator)
            installed.append(translator)
    return tuple(installed)
