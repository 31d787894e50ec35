"""Which pack goes with an assessment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.answers.archive import archive_of, keep_pack
from mhscan.answers.model import Assessment, Finished, PackRef, Respondent
from mhscan.answers.pack_choice import choose_pack_for, refuse_unfit
from mhscan.answers.reading import pack_ref
from mhscan.errors import InputError

FILE = Path("scan.yaml")


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def scan(english_pack):
    """An assessment of the second pack."""

    def made(**more):
        fields = {"pack": pack_ref(english_pack), "respondent": Respondent(id="2"), **more}
        return Assessment(
            schema_="mhscan/assessment@1",
            id="1",
            subject={"name": "Northport"},
            date="2026-05-01",
            questionnaire="full",
            **fields,
        )

    return made


def origin(assessment, named=None, **more):
    return choose_pack_for(FILE, assessment, named, **more).origin


def test_a_draft_takes_the_pack_that_is_named_then_this_folder_then_the_kept_then_the_shipped(
    scan, english_folder, english_pack, monkeypatch, tmp_path
):
    draft = scan()
    assert origin(draft) == "shipped"
    keep_pack(english_folder, archive_of(FILE), english_pack.sha256)
    assert origin(draft) == "kept"
    assert origin(draft, kept=False) == "shipped"
    assert origin(draft, english_folder) == "named"
    monkeypatch.chdir(english_folder)
    shutil.copytree(tmp_path / "scan.pack", "scan.pack")
    assert origin(draft) == "here"


def test_a_closed_one_takes_its_own_pack_before_that_of_this_folder(scan, english_folder, english_pack, monkeypatch):
    closed = scan(status="final", finished=Finished(date="2026-06-01"))
    monkeypatch.chdir(english_folder)
    assert origin(closed) == "here"
    keep_pack(english_folder, archive_of(FILE), english_pack.sha256)
    assert origin(closed) == "kept"
    assert origin(closed, english_folder) == "named"
    assert origin(closed, kept=False) == "here"


def test_an_assessment_in_the_folder_of_its_pack_takes_that(scan, english_folder):
    choice = choose_pack_for(Path(english_folder.name, "scans", "scan.yaml"), scan(), None)
    assert (choice.folder, choice.origin) == (Path(english_folder.name), "around")


def test_another_pack_is_refused_with_where_the_right_one_is(scan, dutch_pack, english_pack, english_folder):
    with pytest.raises(InputError, match=r"scan\.yaml: The answers were given with pack 'harbour-access'") as caught:
        refuse_unfit(dutch_pack, FILE, scan())
    assert caught.value.hint == "Name that pack: --pack pack"
    shutil.rmtree(english_folder)
    with pytest.raises(InputError) as caught:
        refuse_unfit(dutch_pack, FILE, scan())
    assert caught.value.hint == "Name the folder of that pack with --pack FOLDER."
    with pytest.raises(InputError) as caught:
        refuse_unfit(english_pack, FILE, scan(pack=pack_ref(dutch_pack)))
    assert caught.value.hint == "Name that pack: --pack shipped"


@pytest.mark.parametrize(
    ("version", "refused"), [("2.1.0", False), ("1.9.9", False), ("2.1.1", True), ("10.0.0", True)]
)
def test_an_older_version_of_the_pack_is_refused(scan, english_pack, version, refused):
    made = scan(pack=PackRef(id="harbour-access", version=version, sha256="0"))
    if not refused:
        refuse_unfit(english_pack, FILE, made)
        return
    with pytest.raises(InputError, match=f"with version {version}; this is the older version 2.1.0"):
        refuse_unfit(english_pack, FILE, made)
