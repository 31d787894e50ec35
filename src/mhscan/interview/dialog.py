"""An interview as a dialog of lines: a question, a line, a saved answer, the next question."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Literal

from mhscan.answers.model import ROLE, Answer, CarriedBy, Evidence
from mhscan.answers.store import Store
from mhscan.interview.cards import card, explanation, rows, shown_keys
from mhscan.interview.engine import Interview, InterviewStep, answered, described, state_at, without_value
from mhscan.interview.face import EndOfInput, InterviewFace, LineInput
from mhscan.interview.keys import KeyCommand, commands, letters, pressed
from mhscan.interview.observations import ObservationsQuestion
from mhscan.interview.outcome import outcome
from mhscan.interview.prompts import Cancelled, Prompts, Stopped
from mhscan.interview.saving import Saver
from mhscan.interview.signals import signal_lines
from mhscan.interview.told import observation_words
from mhscan.language import _, ngettext
from mhscan.pack.model import Carrier
from mhscan.pack.observation import Observation
from mhscan.questions.base import AnswerError


class Ending(Enum):
    """How an interview ended."""

    DONE = "done"
    STOPPED = "stopped"
    NO_MORE_INPUT = "no more input"


class Dialog:
    """Runs an interview over a store and a face; `clock` gives the time of an answer as ISO text."""

    def __init__(self, interview: Interview, store: Store, face: InterviewFace, clock: Callable[[], str]) -> None:
        """Nothing is asked before `run`."""
        self._interview = interview
        self._store = store
        self._face = face
        self._clock = clock
        self._saver = Saver(store, face)
        self._prompts = Prompts(face, interview.pack.model.privacy.free_text)
        self._handlers: dict[str, Callable[[InterviewStep], InterviewStep | None]] = {
            "explain": self._explain,
            "unknown": self._unknown,
            "unseen": self._unseen,
            "not_applicable": self._not_applicable,
            "carried": self._carried,
            "note": self._note,
            "evidence": self._evidence,
            "skip": self._skip,
            "back": self._back,
            "list": self._list,
            "stop": self._stop,
        }

    def run(self) -> Ending:
        """Ask all that is open, then show the overview; every answer is saved before the next question."""
        step = self._interview.start(self._store.assessment)
        try:
            while True:
                while step is not None:
                    step = self._question(step)
                step = self._overview()
                if step is None:
                    return Ending.DONE
        except Stopped:
            return Ending.STOPPED
        except EndOfInput:
            return Ending.NO_MORE_INPUT

    def _question(self, step: InterviewStep) -> InterviewStep | None:
        """Ask one question until it is answered or left; gives the step to go to."""
        keys, typed = commands(self._interview, step), step.question.line_input
        self._show(step, keys)
        # An answer so far that was typed can be brought back and mended.
        so_far = described(step, self._store.assessment) if typed else ""
        earlier = (so_far,) if so_far else ()
        while True:
            line = self._face.ask(step.question.prompt(), LineInput(typed, earlier=earlier))
            if not line.strip() and state_at(self._store.assessment, step) != "open":
                return self._next(step)
            command = pressed(keys, line, typed)
            if command is None:
                if self._answer(step, line, keys):
                    return self._next(step)
                earlier = (*earlier, line)
                continue
            target = self._obey(command, step)
            if target is not step:
                return target
            if command.shows_again:
                self._show(step, keys)

    def _show(self, step: InterviewStep, keys: tuple[KeyCommand, ...]) -> None:
        self._face.card(card(self._interview, self._store.assessment, step, keys))
        if step.question.free_text:
            self._face.say(self._interview.pack.model.privacy.free_text)

    def _obey(self, command: KeyCommand, step: InterviewStep) -> InterviewStep | None:
        try:
            return self._handlers[command.id](step)
        except Cancelled:
            return step

    def _answer(self, step: InterviewStep, line: str, keys: tuple[KeyCommand, ...]) -> bool:
        """Save the answer that a line stands for; false if it is none, or could not be saved."""
        try:
            if line.strip().startswith(":"):
                raise AnswerError(_("There is no key '{key}' here.").format(key=line.strip()))
            if isinstance(step.question, ObservationsQuestion):
                return self._tell(step, step.question, line)
            value = step.question.parse(line)
        except AnswerError as error:
            self._face.wrong(str(error))
            self._face.keys(shown_keys(keys, step))
            return False
        words = step.question.describe(value)
        shown = f"{value}. {words}" if step.kind == "indicator" else words
        is_saved = (
            self._saver.give(step.key, value, words)
            if step.is_given
            else self._saver.put(step.key, lambda earlier: answered(step, value, earlier, self._clock()), shown)
        )
        if is_saved:
            self._say_signals(step.key)
        return is_saved

    def _say_signals(self, key: str = "") -> None:
        """What does not fit together: with the answer to one question, or anywhere."""
        for text in signal_lines(self._interview.pack, self._store.assessment, key):
            self._face.signal(text)

    def _tell(self, step: InterviewStep, question: ObservationsQuestion, line: str) -> bool:
        """Save what a line says of facts, ask for the values that are still open, and say which level follows."""
        told = question.told(line) if line.strip() or not question.asked_singly else {}
        known = {*question.known(self._store.assessment), *told}
        if told and not self._saver.tell(step.key, told, self._clock(), question.told_words(told)):
            return False
        for key, fact in question.asked_singly.items():
            if key not in known and not self._ask_fact(step, question, key, fact):
                return False
        if words := outcome(question, self._store.assessment):
            self._face.say(words)
        return True

    def _ask_fact(self, step: InterviewStep, question: ObservationsQuestion, key: str, fact: Observation) -> bool:
        """Ask for the value of one fact; false where it could not be saved, or somebody went back."""
        self._face.say(observation_words(fact))
        try:
            value = self._prompts.observation(fact.question, question.prompt_for(fact), question.marks)
        except Cancelled:
            return False
        told = {} if value is None else {key: value}
        return not told or self._saver.tell(step.key, told, self._clock(), question.told_words(told))

    def _next(self, step: InterviewStep) -> InterviewStep | None:
        return self._interview.after(self._store.assessment, step.key)

    # The keys: each gives the step to go to ---------------------------------------------------------------------------

    def _explain(self, step: InterviewStep) -> InterviewStep:
        for text in explanation(self._interview, step):
            self._face.say(text)
        return step

    def _unknown(self, step: InterviewStep) -> InterviewStep | None:
        return self._without("unknown", step, _("not known"))

    def _unseen(self, step: InterviewStep) -> InterviewStep | None:
        return self._without("unknown", step, self._interview.questionnaire.unseen, ROLE)

    def _not_applicable(self, step: InterviewStep) -> InterviewStep | None:
        reason = self._prompts.text(_("Why does it not apply?"))
        return self._without("not_applicable", step, _("does not apply: {reason}").format(reason=reason), reason)

    def _without(
        self, state: Literal["unknown", "not_applicable"], step: InterviewStep, text: str, reason: str | None = None
    ) -> InterviewStep | None:
        is_saved = self._saver.put(step.key, lambda earlier: without_value(state, earlier, self._clock(), reason), text)
        return self._next(step) if is_saved else step

    def _carried(self, step: InterviewStep) -> InterviewStep:
        carrier = self._carrier()
        name = self._prompts.text(carrier.ask)
        carried = CarriedBy(kind=carrier.id, name=name)
        self._extend(step, lambda _earlier: {"carried_by": carried}, f"{carrier.label}: {name}")
        self._face.say(_("Now answer the question itself."))
        return step

    def _carrier(self) -> Carrier:
        carriers = self._interview.pack.model.carriers
        if len(carriers) == 1:
            return carriers[0]
        for n, carrier in enumerate(carriers, 1):
            self._face.say(f"{n}. {carrier.label}")
        chosen = self._prompts.number(_("Which one?"), len(carriers))
        if chosen is None:
            raise Cancelled
        return carriers[chosen - 1]

    def _note(self, step: InterviewStep) -> InterviewStep:
        answer = self._store.assessment.answers.get(step.key)
        earlier = (answer.note,) if answer is not None and answer.note else ()
        note = self._prompts.text(_("Your note"), earlier, lines=True)
        self._extend(step, lambda _earlier: {"note": note}, note)
        return step

    def _evidence(self, step: InterviewStep) -> InterviewStep:
        title = self._prompts.text(_("Title of the document"))
        date = self._prompts.date(_("Date of the document, such as 2026-05-01 (Enter: none)"))
        added = Evidence(title=title, date=date)
        self._extend(step, lambda earlier: {"evidence": (*earlier.evidence, added)}, title)
        return step

    def _extend(self, step: InterviewStep, fields: Callable[[Answer], dict[str, object]], text: str) -> None:
        """Save something that comes with an answer; without an answer yet, the question counts as skipped."""

        def make(earlier: Answer | None) -> Answer:
            answer = earlier or Answer(state="skipped", at=self._clock())
            return answer.model_copy(update=fields(answer))

        self._saver.put(step.key, make, text)

    def _skip(self, step: InterviewStep) -> InterviewStep | None:
        """Leave the question as it is; if nothing was said about it, it counts as skipped."""
        if state_at(self._store.assessment, step) == "open":
            skipped = without_value("skipped", None, self._clock())
            self._saver.put(step.key, lambda earlier: earlier or skipped, _("skipped"))
        return self._next(step)

    def _back(self, step: InterviewStep) -> InterviewStep:
        earlier = self._interview.before(self._store.assessment, step.key)
        if earlier is None:
            self._face.say(_("This is the first question."))
        return earlier or step

    def _list(self, step: InterviewStep) -> InterviewStep:
        visible = self._interview.visible(self._store.assessment)
        self._face.rows(_("All questions"), rows(self._store.assessment, visible, step))
        chosen = self._prompts.number(_("Go to question number (Enter: stay here)"), len(visible))
        return step if chosen is None else visible[chosen - 1]

    def _stop(self, _step: InterviewStep) -> None:
        raise Stopped

    def _overview(self) -> InterviewStep | None:
        assessment = self._store.assessment
        visible, missing = self._interview.visible(assessment), self._interview.to_look_at(assessment)
        all_rows = zip(rows(assessment, visible, None), visible, strict=True)
        without = [row for row, step in all_rows if step in missing]
        if without:
            title = ngettext("Done. {n} question has no answer:", "Done. {n} questions have no answer:", len(without))
            self._face.rows(title.format(n=len(without)), without)
        else:
            self._face.say(_("Done. All questions are answered."))
        self._say_signals()
        prompt = _("Number of a question to go there, {stop} to stop, Enter to go on to the report")
        try:
            chosen = self._prompts.number(prompt.format(stop=letters()["stop"]), len(visible))
        except Cancelled:
            return visible[-1]
        return None if chosen is None else visible[chosen - 1]
