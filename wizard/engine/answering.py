# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with a case, each as a function from the case to the next one.

Nothing is lost: every change of an answer stays in the history, and a sign-off stays, with a digest that tells when the
answers are no longer those that were signed. What changes nothing returns the very same case. A moment (`at`) without
its zone is refused with ValueError.
"""

import hashlib
import json
from datetime import datetime
from uuid import UUID

from wizard.engine.answers import written
from wizard.model.case import Answer, Case, Change, CollectionRef, Note, SignOff
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, LanguageCode, NodeKey, TreeId


def new_case(
    number: str,
    case_id: UUID,
    ref: CollectionRef,
    tree: TreeId,
    at: datetime,
    *,
    title: str = "",
    client_language: LanguageCode | None = None,
) -> Case:
    """Return a case with no answers, started at this moment (with its zone)."""
    return Case(
        id=case_id,
        number=number,
        title=title,
        collection=ref,
        tree=tree,
        started_at=at,
        changed_at=at,
        client_language=client_language,
    )


def answer(case: Case, fact: FactId, value: AnswerValue, at: datetime, by: str = "") -> Case:
    """Return the case with the fact answered (None: "not sure yet"). The same value again changes nothing.

    Whether the value fits the fact is not looked at: see `answers.fits` and `answers.limit_fault`.
    """
    before = case.answers.get(fact)
    if before is not None and before.value == value:
        return case
    after = Answer.of(value, at, by)
    change = Change(at=at, by=by, fact=fact, before=before, after=after)
    return _changed(case, at, answers={**case.answers, fact: after}, history=(*case.history, change))


def take_back(case: Case, fact: FactId, at: datetime, by: str = "") -> Case:
    """Return the case with the fact not answered at all. The history keeps what was answered."""
    before = case.answers.get(fact)
    if before is None:
        return case
    answers = {name: kept for name, kept in case.answers.items() if name != fact}
    change = Change(at=at, by=by, fact=fact, before=before, after=None)
    return _changed(case, at, answers=answers, history=(*case.history, change))


def move_to(case: Case, node_key: NodeKey | None) -> Case:
    """Return the case with its cursor at a node, or None: where the answers lead. That is no change of the case."""
    return case if case.at == node_key else case.model_copy(update={"at": node_key})


def note(case: Case, fact: FactId | None, text: str, at: datetime, by: str = "") -> Case:
    """Return the case with this note on the fact (None: on the whole case) in the place of the one before.

    A text of nothing but spaces removes the note.
    """
    words = text.strip()
    before = next((kept for kept in case.notes if kept.fact == fact), None)
    if words == ("" if before is None else before.text):
        return case
    if not words:
        return _changed(case, at, notes=tuple(kept for kept in case.notes if kept is not before))
    after = Note(fact=fact, text=words, written_at=at, by=by)
    if before is None:
        return _changed(case, at, notes=(*case.notes, after))
    return _changed(case, at, notes=tuple(after if kept is before else kept for kept in case.notes))


def mark_step(case: Case, step_key: str, at: datetime, *, done: bool) -> Case:
    """Return the case with a next step ticked off, or no longer so."""
    if (step_key in case.steps_done) is done:
        return case
    rest = tuple(key for key in case.steps_done if key != step_key)
    return _changed(case, at, steps_done=(*rest, step_key) if done else rest)


def sign_off(case: Case, by: str, at: datetime) -> Case:
    """Return the case signed by a supervising attorney, for the answers as they now are.

    Raises:
        ValueError: no name is given.
    """
    name = by.strip()
    if not name:
        msg = "a sign-off names who signed"
        raise ValueError(msg)
    return _changed(case, at, sign_off=SignOff(by=name, signed_at=at, answers_digest=answers_digest(case)))


def signed_answers_changed(case: Case) -> bool:
    """Return whether the case was signed off and its answers are no longer those that were signed."""
    return case.sign_off is not None and case.sign_off.answers_digest != answers_digest(case)


def answers_digest(case: Case) -> str:
    """Return the SHA-256, in hex, of the answers in their written form, sorted by fact.

    When and by whom an answer was given does not count, so an answer changed and changed back is as it was signed.
    """
    form = {fact: written(kept.value) for fact, kept in case.answers.items()}
    text = json.dumps(form, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _changed(case: Case, at: datetime, **fields: object) -> Case:
    if at.tzinfo is None:
        msg = "a moment needs its zone"
        raise ValueError(msg)
    return case.model_copy(update={**fields, "changed_at": at})
