"""From key to next question: an interview on a real file, by somebody who answers at once."""

from __future__ import annotations

import time
from pathlib import Path

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.store import new_store
from mhscan.interview.dialog import Dialog, Ending
from mhscan.interview.engine import Interview
from mhscan.interview.face import Card, EndOfInput
from mhscan.pack.pack import Pack


class Script:
    """A face that gives an answer to each question, and notes how many ms later the next question is asked."""

    def __init__(self, wanted: int) -> None:
        self.waits: list[float] = []
        self._wanted = wanted
        self._given: float | None = None
        self._card: Card | None = None

    def card(self, card: Card) -> None:
        self._card = card

    def saved(self, _text: str) -> None:
        """It is on the disk now."""

    def say(self, _text: str) -> None:
        raise EndOfInput

    def rows(self, _title: str, _rows: object) -> None:
        raise EndOfInput

    def keys(self, _keys: object) -> None:
        raise SystemExit(f"an answer was not taken: {self._card}")

    def wrong(self, text: str) -> None:
        raise SystemExit(text)

    def ask(self, _prompt: str) -> str:
        if self._given is not None:
            self.waits.append((time.perf_counter() - self._given) * 1000)
        if len(self.waits) == self._wanted or self._card is None:
            raise EndOfInput
        line = self._card.choices[1].key
        self._given = time.perf_counter()
        return line


def filled(pack: Pack, count: int) -> Assessment:
    """An assessment in which so many indicators have an answer."""
    keys = list(pack.places)[:count]
    level = {key: pack.places[key].indicator.levels[-2] for key in keys}
    return Assessment(
        schema_="mhscan/assessment@1",
        id="bench",
        subject={"name": "Bench"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=pack.questionnaires[0].id,
        respondent=Respondent(id="bench"),
        answers={key: Answer(state="answered", value=one.level, said=one.text) for key, one in level.items()},
    )


def waits(pack: Pack, have: int, wanted: int, folder: Path) -> list[float]:
    """So many waits in ms, in interviews that each go on in a file with so many answers."""
    found: list[float] = []
    while len(found) < wanted:
        face = Script(wanted - len(found))
        with new_store(folder / f"{have}-{len(found)}.yaml", filled(pack, have)) as store:
            interview = Interview(pack, pack.questionnaires[0])
            ending = Dialog(interview, store, face, lambda: "2026-05-01T10:00:00+02:00").run()
        if ending is not Ending.NO_MORE_INPUT or not face.waits:
            raise SystemExit("the interview did not go as it should")
        found += face.waits
    return found
