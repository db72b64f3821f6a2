# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The case now open: its answers, the cursor, and what of it is on disk.

An answer is saved as soon as it is chosen; the cursor moves on only when it is on disk. Every page shows the `Walk`
that `walk_changed` sends.
"""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wizard.engine import answering
from wizard.engine.graph import NEXT, UNSURE, TreeGraph
from wizard.engine.walk import Walk, walk
from wizard.model.case import Case
from wizard.model.fact import AnswerValue
from wizard.model.names import FactId, LanguageCode, NodeKey
from wizard.model.node import QuestionNode
from wizard.storage.cases import CaseFolder
from wizard.storage.errors import FileError
from wizard.ui.jobs import Jobs, Task

SAVING_LANE = "case"


class NoCaseError(RuntimeError):
    """Something was asked of the open case while none is open."""


def positions(made: Walk) -> tuple[NodeKey, ...]:
    """Return the places where the cursor may stand: each question answered on the trail, then the one now asked.

    When the walk has ended, its end comes last.
    """
    answered = [step.key for step in made.trail if step.how in ("answered", "unsure")]
    return (*answered, made.asked or made.ended or made.graph.keys[0])


def way_of(graph: TreeGraph, key: NodeKey, value: AnswerValue) -> str:
    """Return the way out that an answer takes from a question."""
    node = graph.node(key)
    if value is None:
        return UNSURE
    return str(value) if isinstance(node, QuestionNode) and not isinstance(node.next, str) else NEXT


class OpenCase(QObject):
    """Holds one case at a time; `case`, `walk` and `at` may be asked only while `is_open`."""

    opened = Signal()
    walk_changed = Signal(object)
    """A `Walk`: the cursor has moved, so everything may look different."""
    answer_chosen = Signal(str)
    """The way out that the choice takes from where the cursor stands (empty: none); it is not on disk yet."""
    answer_missing = Signal()
    saving = Signal()
    saved = Signal(object)
    """A `datetime`: all that was done so far is on disk."""
    save_failed = Signal(object)
    """The exception; nothing is lost on the screen, but the cursor stays."""
    closed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        folder: CaseFolder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._folder = folder
        self._case: Case | None = None
        self._walk: Walk | None = None
        self._file: Path | None = None
        self._saving: Task | None = None
        self._save_again = False
        self._next_wanted = False
        self._failure: Exception | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a case."""
        return self._case is not None

    @property
    def case(self) -> Case:
        """The case as it is on the screen; what of it is on disk, `is_saved` says."""
        if self._case is None:
            raise NoCaseError
        return self._case

    @property
    def walk(self) -> Walk:
        """The walk that the pages show: as the answers were when the cursor last moved."""
        if self._walk is None:
            raise NoCaseError
        return self._walk

    @property
    def graph(self) -> TreeGraph:
        """The tree being walked."""
        return self.walk.graph

    @property
    def file(self) -> Path:
        """Where the case lies on disk."""
        if self._file is None:
            raise NoCaseError
        return self._file

    @property
    def at(self) -> NodeKey:
        """Where the cursor stands: a question of the trail, the one now asked, or the end."""
        places = positions(self.walk)
        return self.case.at if self.case.at in places else places[-1]

    @property
    def fact(self) -> FactId | None:
        """The fact that the question at the cursor asks for; None at an end."""
        node = self.graph.node(self.at)
        return node.fact if isinstance(node, QuestionNode) else None

    @property
    def is_saved(self) -> bool:
        """Whether all that was done is on disk."""
        return self._saving is None and self._failure is None

    @property
    def failure(self) -> Exception | None:
        """Why the last attempt to save failed; None when it did not."""
        return self._failure

    def start(self, case: Case, graph: TreeGraph) -> None:
        """Take over a new case, and write it into the case folder."""
        self.open(case, graph, self._folder.file_of(case))
        self._save()

    def open(self, case: Case, graph: TreeGraph, file: Path) -> None:
        """Take over a case that lies in a file."""
        self._case, self._file = case, file
        self._failure = None
        self._save_again = self._next_wanted = False
        self._walk = walk(graph, case.values(), date.today())
        if case.at not in positions(self._walk):
            self._case = answering.move_to(case, positions(self._walk)[-1])
        self.opened.emit()
        self.walk_changed.emit(self._walk)

    def close(self) -> bool:
        """Wait for the last save, then hold no case; return False, and hold it still, when it cannot be saved.

        Where the last save failed it is tried once more.
        """
        if self._case is None:
            return True
        if self._failure is not None:
            self._save()
        self._jobs.finish()
        if self._failure is not None:
            return False
        self.abandon()
        return True

    def abandon(self) -> None:
        """Hold no case, whether or not the last of it is on disk."""
        if self._saving is not None:
            self._saving.cancel()
        self._saving = self._failure = None
        self._case = self._walk = self._file = None
        self.closed.emit()

    def rescue(self) -> None:
        """Save what is not on disk yet, in this thread: the last chance after a fault."""
        if self._case is not None and self._file is not None and not self.is_saved:
            self._folder.save(self._case, self._file)

    def delete(self) -> None:
        """Take the case off the disk and hold it no more; `save_failed` when that cannot be done."""
        file = self.file
        self._jobs.finish()
        try:
            self._folder.delete(file)
        except FileError as error:
            self._fail(error)
            return
        self.abandon()

    # What a person does

    def answer(self, value: AnswerValue) -> None:
        """Answer the question at the cursor (None: not sure yet) and save; the cursor stays."""
        fact = self.fact
        if fact is None:
            return
        self.answer_chosen.emit(way_of(self.graph, self.at, value))
        self._change(answering.answer(self.case, fact, value, _now()))

    def not_sure(self) -> None:
        """Answer the question at the cursor with "not sure yet"."""
        self.answer(None)

    def take_back(self) -> None:
        """Leave the question at the cursor without an answer, and save."""
        if self.fact is not None:
            self.answer_chosen.emit("")
            self._change(answering.take_back(self.case, self.fact, _now()))

    def next(self) -> None:
        """Move on to the next question once the answer is on disk; `answer_missing` when there is none."""
        made = self._walked()
        places = positions(made)
        if self.at == places[-1]:
            if made.ended is None:
                self.answer_missing.emit()
            return
        if self._failure is not None:
            self.save_failed.emit(self._failure)
            return
        if self._saving is not None:
            self._next_wanted = True
            return
        self._move(places[places.index(self.at) + 1], made)

    def back(self) -> None:
        """Move to the question before; every answer is kept."""
        places = positions(self.walk)
        number = places.index(self.at)
        if number:
            self._move(places[number - 1], self._walked())

    def go_to(self, key: NodeKey) -> None:
        """Move to a question of the trail; one that was passed because its fact was known leads to where that was."""
        step = self.walk.step_at.get(key)
        if step is not None and step.how == "known":
            key = next((one.key for one in self.walk.trail if one.fact == step.fact), key)
        if key in positions(self.walk):
            self._move(key, self._walked())

    def go_to_first(self) -> None:
        """Move to the first question; every answer is kept."""
        self.go_to(positions(self.walk)[0])

    def go_to_last(self) -> None:
        """Move to the question now asked, or to the end."""
        made = self._walked()
        self._move(positions(made)[-1], made)

    def walk_now(self) -> Walk:
        """Return the walk of all answers given so far, a choice that Next has not confirmed yet included."""
        return self._walked()

    def note(self, text: str) -> None:
        """Keep a note for the attorney on the question at the cursor, or on the whole case at the end."""
        self._change(answering.note(self.case, self.fact, text, _now()))

    def note_text(self) -> str:
        """Return the note on the question at the cursor."""
        fact = self.fact
        return next((note.text for note in self.case.notes if note.fact == fact), "")

    def speak(self, language: LanguageCode | None) -> None:
        """Show the client's language beside the English, or not."""
        self._change(self.case.model_copy(update={"client_language": language}))
        self.walk_changed.emit(self.walk)

    def mark_step(self, key: str, done: bool) -> None:
        """Mark a next step as done, or as still to be done."""
        self._change(answering.mark_step(self.case, key, _now(), done=done))

    def sign_off(self, by: str) -> None:
        """Keep a supervising attorney's sign-off; a later change of an answer voids it visibly."""
        self._change(answering.sign_off(self.case, by, _now()))

    def save_again(self) -> None:
        """Try once more to save."""
        self._save()

    def save_elsewhere(self, file: Path) -> None:
        """Keep the case in another file from now on."""
        self._file = file
        self._save()

    # How it is done

    def _walked(self) -> Walk:
        return walk(self.graph, self.case.values(), date.today())

    def _move(self, key: NodeKey, made: Walk) -> None:
        self._next_wanted = False
        self._walk = made
        self._change(answering.move_to(self.case, key))
        self.walk_changed.emit(made)

    def _change(self, case: Case) -> None:
        if case is not self._case:
            self._case = case
            self._save()

    def _save(self) -> None:
        """Save the case as it now is. While one save runs the newest state waits; those between are skipped."""
        if self._saving is not None:
            self._save_again = True
            return
        case, file = self.case, self.file
        self._failure = None
        self._saving = self._jobs.run(
            lambda _task: self._folder.save(case, file),
            self._has_saved,
            self._fail,
            failures=(FileError,),
            lane=SAVING_LANE,
        )
        self.saving.emit()

    def _has_saved(self, _result: object) -> None:
        self._saving = None
        if self._save_again:
            self._save_again = False
            self._save()
            return
        self.saved.emit(_now())
        if self._next_wanted:
            self.next()

    def _fail(self, error: Exception) -> None:
        self._saving = None
        self._save_again = self._next_wanted = False
        self._failure = error
        self.save_failed.emit(error)


def _now() -> datetime:
    return datetime.now().astimezone()
