"""`mhscan report`."""

from __future__ import annotations

import json

import jsonschema
import pytest

from mhscan.answers.model import Answer
from mhscan.reports.formats.registry import FORMATS

ANSWERS = {"people.lead": Answer(state="answered", value=1, note="Only for us"), "people.course": 2}


def test_without_an_output_it_goes_to_standard_output_as_markdown(harbour, scan):
    done = harbour("report", scan(ANSWERS))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--output", "out.html"), "<!DOCTYPE html>"),
        (("-o", "out.md"), "# "),
        (("-o", "out.MARKDOWN"), "# "),
        (("-o", "out.HTM"), "<!DOCTYPE html>"),
    ],
)
def test_the_format_is_that_asked_for_or_of_the_name_of_the_output(harbour, scan, tmp_path, arguments, start):
    done = harbour("report", scan(ANSWERS), *arguments)
    assert (done.code, done.out, done.err) == (0, "", f"Written: {arguments[1]}\n")
    assert (tmp_path / arguments[1]).read_text(encoding="utf-8").startswith(start)


def test_the_same_answers_give_the_same_bytes(harbour, scan):
    path = scan(ANSWERS)
    assert harbour("report", path, "--format", "html").out == harbour("report", path, "--format", "html").out


def test_only_the_internal_report_has_the_notes(harbour, scan):
    path = scan(ANSWERS)
    assert "Only for us" not in harbour("report", path).out
    assert "Only for us" in harbour("report", path, "--audience", "internal").out


def test_an_output_that_exists_is_kept_without_a_terminal(harbour, scan, tmp_path):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "-o", "out.md", stdin="yes\n")
    assert done.code == 4
    assert done.err.splitlines() == [
        "out.md exists already.",
        "Choose another name, or add --force to replace it.",
    ]
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine"


def test_an_output_that_exists_is_replaced_with_force(harbour, scan, tmp_path):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    assert harbour("report", scan(ANSWERS), "-o", "out.md", "--force").code == 0
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(("answer", "code", "start"), [("y", 0, "# "), ("n", 4, "mine"), ("", 4, "mine")])
def test_at_a_keyboard_it_asks(harbour, scan, tmp_path, answer, code, start):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "-o", "out.md", stdin=f"{answer}\n", keyboard=True)
    assert done.code == code
    assert "out.md exists already. Replace it? [yes/no]:" in done.said
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("none/out.md", "none/out.md cannot be written: it does not exist."),
        ("x" * 300, "cannot be written: the name is too long."),
    ],
)
def test_an_output_that_cannot_be_written_is_4_and_says_why(harbour, scan, output, message):
    done = harbour("report", scan(ANSWERS), "-o", output)
    assert done.code == 4
    assert message in done.err


def test_the_answers_of_a_partner_are_listed_without_a_score(harbour, scan):
    done = harbour("report", scan({"ashore.slope": 1}, questionnaire="visitor"))
    assert done.code == 0
    assert "Could you get to the quay without a steep slope?" in done.out


def test_the_list_has_each_document_with_its_title_formats_and_purpose(harbour):
    done = harbour("report", "--list")
    assert (done.code, done.err) == (0, "")
    assert f"advice-report: Advice report ({', '.join(FORMATS)})\n  The full report" in done.out


def test_a_document_is_asked_for_by_its_id(harbour, scan):
    done = harbour("report", scan(ANSWERS), "--document", "adviesrapport", "--format", "json")
    assert json.loads(done.out)["document"]["id"] == "adviesrapport"


def test_a_document_that_does_not_exist_is_3_and_the_nearest_is_named(harbour, scan):
    done = harbour("report", scan(ANSWERS), "-d", "advisrapport")
    assert (done.code, done.out) == (3, "")
    assert "There is no document 'advisrapport'." in done.said
    assert "advice-report" in done.said


def test_the_blank_questionnaire_needs_no_file_and_is_that_of_questions(harbour):
    done = harbour("report", "-d", "vragenlijst", "-q", "visitor")
    assert done.code == 0
    assert done.out == harbour("questions", "-q", "visitor").out


def test_without_a_file_there_is_nothing_to_report_on(harbour):
    done = harbour("report")
    assert (done.code, done.out, done.err) == (2, "", "FILE is missing.\nSee: mhscan report --help\n")


def test_the_data_fit_the_schema_that_is_printed(harbour, scan, mhscan):
    schema = json.loads(mhscan("schema", "report").out)
    jsonschema.validate(json.loads(harbour("report", scan(ANSWERS), "--format", "json").out), schema)


def test_each_field_of_the_schema_of_a_report_says_what_it_is(mhscan):
    schema = json.loads(mhscan("schema", "report").out)
    parts = [schema, *schema["$defs"].values()]
    assert len(parts) > 10
    assert [one["title"] for one in parts if not one.get("description")] == []
    fields = [(one["title"], name, field) for one in parts for name, field in one["properties"].items()]
    assert [(part, name) for part, name, field in fields if not field.get("description")] == []


def test_a_document_with_scores_cannot_be_made_of_the_answers_of_a_partner(harbour, scan):
    done = harbour("report", scan({"ashore.slope": 1}, questionnaire="visitor"), "-d", "samenvatting")
    assert (done.code, done.out) == (3, "")
    assert "'summary' needs scores" in done.said


def test_a_document_that_is_always_public_stays_so_and_says_it(harbour, scan):
    path = scan(ANSWERS)
    done = harbour("report", path, "-d", "vragen-voor-de-raad", "--audience", "internal")
    assert (done.code, done.err) == (0, "Questions for the council is always public.\n")
    assert done.out == harbour("report", path, "-d", "vragen-voor-de-raad").out


@pytest.mark.parametrize(
    ("more", "steady"), [((), False), (("--format", "json"), True), (("--templates", "mine"), True)]
)
def test_a_document_without_that_part_is_made_without_working_out_how_steady_it_is(
    harbour, scan, tmp_path, monkeypatch, more, steady
):
    """With own templates and as data anything can be shown."""
    found = []
    monkeypatch.setattr("mhscan.reports.build._robustness", lambda *given: found.append(given))
    (tmp_path / "mine").mkdir()
    assert harbour("report", scan(ANSWERS), "--document", "samenvatting", *more).code == 0
    assert bool(found) is steady
    found.clear()
    assert harbour("report", scan(ANSWERS)).code == 0
    assert found


@pytest.fixture
def elsewhere(harbour, scan, tmp_path):
    """An assessment, and a plan in a folder that is not beside it."""
    path = scan(ANSWERS)
    (tmp_path / "plans").mkdir()
    plan = tmp_path / "plans" / "ours.yaml"
    harbour("plan", "set", path, "afloat.share-hoist", "--status", "done", "--plan", plan)
    return path, plan


def test_a_plan_from_elsewhere_can_be_named(harbour, elsewhere):
    path, plan = elsewhere
    done = "## Done or given up"
    shown = harbour("report", path, "-d", "actieplan", "--plan", plan).out
    assert done in shown
    assert shown == harbour("plan", path, "--format", "md", "--plan", plan).out
    assert done not in harbour("report", path, "-d", "actieplan").out


@pytest.mark.parametrize("command", [("report", "-d", "actieplan"), ("plan",), ("target",)])
def test_a_plan_that_was_asked_for_must_be_there(harbour, elsewhere, command):
    name, *options = command
    done = harbour(name, elsewhere[0], *options, "--plan", "plans/our.yaml")
    assert (done.code, done.out) == (3, "")
    assert "plans/our.yaml:1:1: error[MH001]" in done.err
    assert "this file does not exist" in done.said


def test_a_plan_of_another_subject_is_refused(harbour, elsewhere):
    path, plan = elsewhere
    plan.write_text(plan.read_text(encoding="utf-8").replace("HB012", "HB099"), encoding="utf-8")
    done = harbour("report", path, "-d", "actieplan", "--plan", plan)
    assert (done.code, "is the plan of another subject" in done.said) == (3, True)


def test_a_plan_is_not_passed_over_in_silence(harbour, elsewhere):
    path, plan = elsewhere
    done = harbour("report", path, "--plan", plan)
    assert (done.code, done.out) == (2, "")
    assert "shows no plan" in done.said
    done = harbour("report", path, path, "-d", "actieplan", "--plan", plan, "-o", "out")
    assert (done.code, "--plan goes with one file." in done.said) == (2, True)


OWN = ("scan.yaml", "northport.plan.yaml", "scan.notes.md", "style.yaml")


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_document_never_replaces_answers_a_plan_words_or_a_style(harbour, scan, tmp_path, name, force):
    path = scan(ANSWERS)
    harbour("plan", "set", path, "afloat.share-hoist", "--status", "done")
    (tmp_path / "scan.notes.md").write_text("# Summary\n\nOurs.\n", encoding="utf-8")
    (tmp_path / "style.yaml").write_text("# Ours\nschema: 'mhscan/style@1'\n", encoding="utf-8")
    before = (tmp_path / name).read_bytes()
    done = harbour("report", path, "-o", name, "--format", "md", *force)
    assert (done.code, "It is not replaced." in done.said) == (4, True)
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("ending", [".pdf", ".DOCX", ".odt"])
def test_an_ending_of_a_kind_that_is_not_made_is_refused(harbour, scan, tmp_path, ending):
    done = harbour("report", scan(ANSWERS), "-o", f"out{ending}")
    assert (done.code, "cannot be made" in done.said) == (2, True)
    assert not (tmp_path / f"out{ending}").exists()


@pytest.mark.parametrize("name", ["out.htm", "out.HTML"])
def test_the_end_of_a_name_tells_html_whatever_its_capitals(harbour, scan, tmp_path, name):
    assert harbour("report", scan(ANSWERS), "-o", name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_earlier_scan_is_not_passed_over_in_silence(harbour, scan):
    done = harbour("report", scan(ANSWERS), "-d", "samenvatting", "--previous", "scan.yaml")
    assert (done.code, "does not show what has changed" in done.said) == (2, True)


LITTLE = {"people.lead": 2}


def test_where_too_little_is_known_a_proposal_is_held_back_with_what_to_find_out(harbour, scan):
    done = harbour("report", scan(LITTLE), "-d", "executive-proposal")
    assert (done.code, done.out) == (3, "")
    assert "The document 'executive-proposal' asks for a decision, and too little is known for that: 1 of" in done.said
    assert "First find out: " in done.said
    assert "--anyway" in done.said


def test_a_proposal_that_is_made_anyway_says_that_too_little_is_known(harbour, scan):
    done = harbour("report", scan(LITTLE), "-d", "executive-proposal", "--anyway")
    assert done.code == 0
    assert "**This proposal was made although too little is known for a decision.**" in done.out
    assert "The actions and their order are provisional." in done.out


@pytest.mark.parametrize("document", ["advice-report", "summary", "council-letter", "action-plan"])
@pytest.mark.parametrize("output_format", ["md", "html"])
def test_every_other_document_begins_with_what_to_find_out_first(harbour, scan, document, output_format):
    text = harbour("report", scan(LITTLE), "-d", document, "--format", output_format).out
    assert text.index("First find this out") < text.index("This answer decides about")
    assert text.count("Too little is known to say what comes first") == 1
    assert "harbour master" in text
    assert "Start with this" not in text
    assert "although too little is known" not in text


def test_where_enough_is_known_nothing_is_said_of_it(harbour, scan):
    known = {**ANSWERS, "people.drill": 1, "people.handover": 1, "safety.plan": 1, "safety.watch": 1}
    for document in ("advice-report", "summary"):
        assert "First find this out" not in harbour("report", scan(known), "-d", document).out
