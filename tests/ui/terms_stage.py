# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small collection with a glossary, and what a person does with its terms."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver, Key
from tests.ui.small_collection import small_collection, text
from wizard.model.collection import Collection, Term
from wizard.ui.walk.question_card import QuestionCard
from wizard.ui.widgets.term_popup import TermPopup
from wizard.ui.widgets.term_spots import TermSpots
from wizard.ui.widgets.terms_panel import TermsPanel


def _term(name: str, english: str, spanish: str, meaning: str, spanish_meaning: str) -> Term:
    return Term(id=name, term=text(english, spanish), meaning=text(meaning, spanish_meaning))


GLOSSARY = (
    _term("vest", "Vest", "Chaleco", "A coat without sleeves.", "Abrigo sin mangas."),
    _term("badge", "Badge", "Placa", "A plate with a number, <b>not</b> a name.", "Chapa con un número."),
    _term("officer", "Officer", "Agente", "A person with a public office.", "Persona con un cargo público."),
    _term("border-patrol", "Border Patrol", "Patrulla Fronteriza", "A part of CBP.", "Parte de CBP."),
    _term("agency", "Agency", "Agencia", "A part of a government.", "Parte de un gobierno."),
    _term("employer", "Employer", "Empleador", "Who pays for work.", "Quien paga el trabajo."),
    _term("reason", "Reason", "Motivo", "What speaks for it.", "Lo que habla a favor."),
    _term("asks", "Asks", "Pide", "Wants to be done.", "Quiere que se haga."),
    _term("answered", "Answered", "Contestadas", "With an answer.", "Con respuesta."),
    _term("harm", "Harm", "Daño", "What hurts.", "Lo que duele."),
)


def explained_collection() -> Collection:
    """The small collection, with its terms."""
    plain = small_collection()
    return plain.model_copy(update={"manifest": plain.manifest.model_copy(update={"glossary": GLOSSARY})})


def terms_in(spots: TermSpots) -> list[str]:
    """The ids of the terms in a text, in their order."""
    return [mark.term for mark in spots.marks]


def place_of(spots: TermSpots, term: str) -> QPoint:
    """The middle of a term, in the coordinates of its widget."""
    strips = next(strips for mark, strips in spots._lay_out() if mark.term == term)
    return strips[0].box.center().toPoint()


def popup_in(window: QWidget) -> TermPopup | None:
    """The box that explains a term now."""
    popup = TermPopup.found_in(window)
    return popup if popup is not None and popup.isVisible() else None


def explained_in(window: QWidget) -> str:
    """The id of the term that is explained now; empty for none."""
    popup = popup_in(window)
    return "" if popup is None or popup.mark is None else popup.mark.term


def rest_on(qtbot: QtBot, spots: TermSpots, term: str) -> TermPopup:
    """Rest the pointer on a term until it is explained."""
    place = place_of(spots, term)
    # The system sends no second move to the same place.
    QTest.mouseMove(spots.owner, place + QPoint(1, 0))
    QTest.mouseMove(spots.owner, place)
    qtbot.waitUntil(lambda: explained_in(spots.owner.window()) == term)
    popup = popup_in(spots.owner.window())
    assert popup is not None
    return popup


def click_on(spots: TermSpots, term: str) -> None:
    """Click a term."""
    QTest.mouseClick(spots.owner, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place_of(spots, term))


def card(driver: Driver) -> QuestionCard:
    """The question card."""
    return driver.page.column.card


def panel(driver: Driver) -> TermsPanel:
    """The list of terms that is shown."""
    return driver.find(TermsPanel, lambda one: one.isVisible())


def listed(driver: Driver) -> list[str]:
    """The ids of the terms in the list that is shown."""
    return [mark.term for mark in panel(driver).marks]


def press_terms(driver: Driver) -> None:
    """Press the key for the list of terms."""
    driver.press(Key.Key_G, modifier=Qt.KeyboardModifier.AltModifier)
