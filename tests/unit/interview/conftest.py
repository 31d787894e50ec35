"""A face that reads from a script, and interviews over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.store import new_store
from mhscan.errors import InputError
from mhscan.interview.dialog import Dialog, Ending
from mhscan.interview.engine import Interview
from mhscan.interview.face import WORD, Card, EndOfInput, KeyHint, LineInput, ListRow
from mhscan.pack.pack import Pack

NOW = "2026-05-01T10:00:00+02:00"


class ScriptedFace:
    """Reads lines from a script and keeps all that it was told to show."""

    def __init__(self, *lines: str, patient: bool = True) -> None:
        self.lines = list(lines)
        self.patient = patient
        self.cards: list[Card] = []
        self.said: list[str] = []
        self.keys_shown: list[tuple[KeyHint, ...]] = []
        self.lists: list[tuple[str, list[ListRow]]] = []
        self.prompts: list[str] = []
        self.entries: list[LineInput] = []

    def card(self, card: Card) -> None:
        self.cards.append(card)

    def keys(self, keys: tuple[KeyHint, ...]) -> None:
        self.keys_shown.append(keys)

    def rows(self, title: str, rows: list[ListRow]) -> None:
        self.lists.append((title, rows))

    def say(self, text: str) -> None:
        self.said.append(text)

    saved = say
    signal = say

    def wrong(self, text: str) -> None:
        self.said.append(text)
        if not self.patient:
            raise InputError(text)

    def ask(self, prompt: str, entry: LineInput = WORD) -> str:
        self.entries.append(entry)
        self.prompts.append(prompt)
        if not self.lines:
            raise EndOfInput
        return self.lines.pop(0)

    @property
    def asked(self) -> list[str]:
        """The titles of the questions, in the order in which they were shown."""
        return [card.title for card in self.cards]


class Held:
    """An interview that was held: the face, what is kept, and how it ended."""

    def __init__(self, face: ScriptedFace, ending: Ending, assessment: Assessment) -> None:
        self.face, self.ending, self.assessment = face, ending, assessment
        self.answers = assessment.answers


@pytest.fixture
def scripted() -> type[ScriptedFace]:
    """The face that reads from a script."""
    return ScriptedFace


@pytest.fixture
def start(english_pack: Pack) -> Callable[..., Assessment]:
    """Makes an assessment of the second pack with these answers; what is no `Answer` is the value of one."""

    def made(answers: dict[str, Any] | None = None, **more: Any) -> Assessment:
        given = {
            key: one if isinstance(one, Answer) else Answer(state="answered", value=one)
            for key, one in (answers or {}).items()
        }
        fields: dict[str, Any] = {
            "subject": {"name": "Northport", "code": "HB012", "berths": 40},
            "questionnaire": "full",
            "respondent": Respondent(id="2", role="master"),
            **more,
        }
        ref = PackRef(id=english_pack.model.id, version="2.1.0", sha256=english_pack.sha256)
        return Assessment(schema_="mhscan/assessment@1", id="1", date="2026-05-01", pack=ref, answers=given, **fields)

    return made


@pytest.fixture
def held(tmp_path: Path, english_pack: Pack, start: Callable[..., Assessment]) -> Callable[..., Held]:
    """Holds an interview with these lines; the last one has no more lines to give."""

    def hold(
        *lines: str,
        answers: dict[str, Any] | None = None,
        questionnaire: str = "full",
        factor: str | None = None,
        pack: Pack = english_pack,
        patient: bool = True,
        **more: Any,
    ) -> Held:
        chosen = pack.questionnaire(questionnaire)
        assert chosen is not None
        face = ScriptedFace(*lines, patient=patient)
        with new_store(tmp_path / "scan.yaml", start(answers, questionnaire=questionnaire, **more)) as store:
            ending = Dialog(Interview(pack, chosen, factor), store, face, lambda: NOW).run()
        return Held(face, ending, store.assessment)

    return hold
