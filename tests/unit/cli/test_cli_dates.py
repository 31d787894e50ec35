"""Every date that comes in, whatever it is: taken, or refused in words; never a crash."""

from __future__ import annotations

import pytest

HOIST = "afloat.share-hoist"
ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.hoist": 1, "afloat.rescue": 2}
EDGES = (
    "0000-01-01", "0001-01-01", "0026-12-31", "1582-10-15", "1899-12-31", "1900-01-01", "2026-02-29", "2028-02-29",
    "2200-12-31", "2201-01-01", "9999-12-31", "10000-01-01", "-1-1-1", "2026-13-01", "2026-01-00",
)  # fmt: skip
FORMS = (
    *EDGES, "31-12-9999", "31-12-0026", "1-1-1900", "31 december 2200", "31 dec 9999", "31/12/9999", "01/02/2027",
    "31-12-26", "1 mei 27", "26-05-01", "volgend jaar", "46000", "²-5-2027", "2027-05-01T00:00", "",
)  # fmt: skip
CODES = (0, 1, 2, 3)


@pytest.mark.parametrize("form", FORMS)
def test_a_date_that_somebody_types_is_taken_or_refused(harbour, scan, tmp_path, form):
    path = scan(ANSWERS)
    sheet = tmp_path / "plan.csv"
    sheet.write_text(f"id;end date\n{HOIST};{form}\n", encoding="utf-8")
    commands = [
        ("set", path, f"context.inspection={form}"),
        ("what-if", path, f"context.inspection={form}"),
        ("plan", "set", path, HOIST, f"--due={form}"),
        ("target", path, "people=2", f"--by={form}"),
        ("plan", "read", path, sheet),
    ]
    for command in commands:
        done = harbour(*command)
        assert done.code in CODES, (command, done.err)
        assert "pattern" not in done.err
    for output in ("text", "md", "csv", "ics"):
        assert harbour("plan", path, "--format", output).code == 0


PLACES = {
    "date of the scan": ("date: '2026-05-01'", "date: '{}'"),
    "evidence": ("state: answered, value: 2", "state: answered, value: 2, evidence: [{{title: x, date: '{}'}}]"),
    "answer": ("answers:", "answers:\n  context.inspection: {{state: answered, value: '{}'}}"),
    "closed": ("questionnaire: full", "questionnaire: full\nstatus: final\nfinished: {{date: '{}'}}"),
}


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("place", PLACES)
def test_a_date_in_an_assessment_is_used_or_refused_with_its_place(harbour, scan, place, edge):
    path = scan(ANSWERS)
    old, new = PLACES[place]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new.format(edge), 1), encoding="utf-8")
    for command in (
        ("validate", path),
        ("plan", path),
        ("plan", path, "--format", "ics"),
        ("report", path),
        ("score", path),
    ):
        done = harbour(*command)
        assert done.code in CODES, (command, done.err)
        if not "1900" <= edge[:4] <= "2200" or len(edge) != 10:
            assert done.code != 0, command
            assert edge in done.out + done.err


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("key", ["due", "since", "by"])
def test_a_date_in_a_plan_is_used_or_refused_with_its_place(harbour, scan, tmp_path, key, edge):
    path = scan(ANSWERS)
    head = "schema: mhscan/plan@1\nsubject: {name: Northport, code: HB012}\npack: harbour-access\n"
    body = (
        f"targets:\n  people: {{level: 2, by: '{edge}'}}\n"
        if key == "by"
        else f"actions:\n  {HOIST}: {{{key}: '{edge}'}}\n"
    )
    plan = tmp_path / "northport.plan.yaml"
    plan.write_text(head + body, encoding="utf-8")
    for command in (("validate", plan), ("plan", path), ("plan", path, "--format", "ics"), ("target", path)):
        done = harbour(*command)
        assert done.code in CODES, (command, done.err)
        if not "1900" <= edge[:4] <= "2200" or len(edge) != 10:
            assert done.code != 0, command
            assert edge in done.out + done.err


@pytest.mark.parametrize(
    "value", ["abc", "99999999999999999999", "-99999999999999", "1.5", "253402300799", "-99999999999"]
)
def test_a_clock_that_is_no_clock_is_refused(harbour, scan, monkeypatch, value):
    path = scan(ANSWERS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = harbour("set", path, "people.lead=2")
    assert done.code == 2
    assert "SOURCE_DATE_EPOCH" in done.said
