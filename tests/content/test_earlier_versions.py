"""Answers that were given with an earlier version of the shipped pack: all of them go over, and count as before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.answers.migration import migrate
from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence
from mhscan.answers.reading import pack_ref, read_assessment
from mhscan.cli.boundary import run
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import gather

FIRST = Path(__file__).parent / "made-with-1.0.0.yaml"
BESIDE = {
    "note": "Zie het verslag van mei.",
    "evidence": (Evidence(title="Collegebesluit", date="2026-03-10"),),
    "at": "2026-05-01T10:00:00+02:00",
}
REGION = CarriedBy(kind="region", name="Regio Voorbeeld")


@pytest.fixture(scope="module")
def first() -> Assessment:
    """An assessment that version 1.0.0 made, with a level for each question."""
    return read_assessment(FIRST)[1]


def answers_like(first: Assessment, pack: Pack, answer: Answer) -> Assessment:
    """The assessment with the same answer to all indicators; version 1.0.0 had the same 44 as now."""
    given = {key: one for key, one in first.answers.items() if key not in pack.places}
    return first.model_copy(update={"answers": given | dict.fromkeys(pack.places, answer)})


def test_the_file_is_one_of_the_first_version(dutch_pack: Pack, first: Assessment) -> None:
    assert (first.pack.id, first.pack.version) == (dutch_pack.model.id, "1.0.0")
    assert sum(key in dutch_pack.places for key in first.answers) > 40


def test_every_answer_goes_over_as_it_was_given_and_nothing_is_archived(dutch_pack: Pack, first: Assessment) -> None:
    moved = migrate(dutch_pack, first)
    assert moved.assessment.answers == first.answers
    assert moved.assessment.archived == {}
    assert moved.assessment.subject == first.subject
    assert (moved.assessment.pack, moved.assessment.earlier) == (pack_ref(dutch_pack), (first.pack,))
    assert moved.changes == ()


@pytest.mark.parametrize(
    "answer",
    [
        *[Answer(state="answered", value=level, said=f"Tekst {level}.", **BESIDE) for level in range(5)],
        Answer(state="answered", value=2, said="Tekst.", carried_by=REGION),
        Answer(state="unknown", **BESIDE),
        Answer(state="skipped"),
        Answer(state="not_applicable", reason="Dit past niet bij onze gemeente."),
    ],
    ids=lambda one: f"{one.state}-{one.value}-{'region' if one.carried_by else 'own'}",
)
def test_each_level_and_state_of_each_question_goes_over_and_counts_as_before(
    dutch_pack: Pack, first: Assessment, answer: Answer
) -> None:
    given = answers_like(first, dutch_pack, answer)
    moved = migrate(dutch_pack, given).assessment
    assert (moved.answers, moved.archived) == (given.answers, {})
    facts = gather(dutch_pack, moved)
    assert facts.left_out == ()
    for key in dutch_pack.places:
        assert (facts.get(key).state, facts.get(key).value) == (answer.state, answer.value)
        assert facts.get(key).is_undecided is (answer.state == "answered"), "somebody has to look again"


@pytest.mark.parametrize("questionnaire", ["zelfscan", "quickscan", "ketenpartner"])
def test_each_questionnaire_of_the_first_version_is_still_there(
    dutch_pack: Pack, first: Assessment, questionnaire: str
) -> None:
    given = first.model_copy(update={"questionnaire": questionnaire})
    assert migrate(dutch_pack, given).assessment.questionnaire == questionnaire


def test_the_command_carries_the_file_over_says_what_it_means_and_keeps_it_as_it_was(
    tmp_path: Path, first: Assessment, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = Path(shutil.copy(FIRST, tmp_path / "scan.yaml"))
    assert run(["migrate", str(scan)]) == 0
    assert "Kijk die vragen opnieuw na" in " ".join(capsys.readouterr().out.split())
    assert read_assessment(scan)[1].answers == first.answers
    assert (tmp_path / "scan.yaml.1.0.0.bak").read_bytes() == FIRST.read_bytes()


def test_a_report_of_an_older_file_says_which_levels_to_look_at_again(tmp_path: Path) -> None:
    scan, report = Path(shutil.copy(FIRST, tmp_path / "scan.yaml")), tmp_path / "report.md"
    assert run(["report", str(scan), "--output", str(report)]) == 0
    assert "kijk opnieuw" in report.read_text(encoding="utf-8").lower()
    assert scan.read_bytes() == FIRST.read_bytes()
