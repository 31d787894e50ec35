"""`mhscan score`."""

from __future__ import annotations

import json

from mhscan.answers.model import PackRef

ANSWERS = {"people.lead": 1, "people.course": 2}


def test_the_text_is_for_people(harbour, scan):
    done = harbour("score", scan(ANSWERS))
    assert (done.code, done.err) == (0, "")
    assert "Prepared people: 7, Hard to reach" in " ".join(done.out.split())


def test_the_json_is_alone_on_standard_output(harbour, scan):
    done = harbour("score", scan(ANSWERS), "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["schema"].startswith("mhscan/result@")


def test_an_assessment_of_another_version_says_so_and_scores_what_fits(harbour, scan):
    path = scan({**ANSWERS, "people.gone": 3}, pack=PackRef(id="harbour-access", version="1.0.0", sha256="0"))
    before = path.read_bytes()
    done = harbour("score", path, "--format", "json")
    assert done.code == 0
    assert "made with pack harbour-access 1.0.0" in done.said
    assert "the pack has no question 'people.gone'" in done.said
    assert json.loads(done.out)["schema"].startswith("mhscan/result@")
    assert path.read_bytes() == before


def test_an_assessment_of_another_pack_is_refused_and_nothing_changes(mhscan, scan):
    path = scan(ANSWERS)
    before = path.read_bytes()
    done = mhscan("score", path)
    assert (done.code, done.out) == (3, "")
    assert "The answers were given with pack 'harbour-access', not with 'mensenhandel'." in done.said
    assert path.read_bytes() == before


def test_the_answers_of_a_partner_get_no_score(harbour, scan):
    done = harbour("score", scan({"ashore.slope": 1}, questionnaire="visitor"))
    assert "get no score" in " ".join(done.out.split())


def test_how_firm_the_picture_is_is_tried_only_when_asked_for(harbour, scan):
    path = scan(ANSWERS)
    plain, firm = harbour("score", path), harbour("score", path, "--robustness")
    assert "How firm this picture is" not in plain.out
    assert firm.out.startswith(plain.out)
    assert "How firm this picture is" in firm.out
    data = json.loads(harbour("score", path, "--robustness", "--format", "json").out)
    assert data["robustness"]["ways"][0]["chosen"] is True
