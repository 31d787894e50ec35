"""One rule for the format of what is written, in every command that writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mhscan.reports.formats.registry import FORMATS

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"
STARTS = {
    "md": ("# ", "\n# "), "html": ("<!DOCTYPE html>",), "json": ("{",), "csv": ("\ufeffid;",),
    "ics": ("BEGIN:VCALENDAR",),
}  # fmt: skip
FIGURES = ("text", "json")
COMMANDS = {
    "report": tuple(FORMATS), "questions": tuple(FORMATS), "plan": ("text", *FORMATS, "csv", "ics"),
    "compare": ("text", *FORMATS), "score": FIGURES, "target": FIGURES, "what-if": FIGURES, "explain": FIGURES,
    "diff": FIGURES,
}  # fmt: skip
ENDS = {"text": (".txt", ".TXT"), "csv": (".csv", ".CSV"), "ics": (".ics", ".ICS")}
ENDS |= {name: (made.suffix, made.suffixes[-1].title()) for name, made in FORMATS.items()}


@pytest.fixture
def call(mhscan, scan):
    """Runs a command that writes, with more arguments."""

    def run(command, *more):
        path = scan({"ashore.slope": 1})
        first = {
            "compare": [path, path], "what-if": [path, "ashore.slope=2"], "explain": [path, "ashore"], "questions": [],
        }.get(command, [path])  # fmt: skip
        if command == "diff":
            return mhscan("pack", "diff", HARBOUR, HARBOUR, *more)
        return mhscan(command, *first, *more, "--pack", HARBOUR)

    return run


def fits(text: str, name: str) -> bool:
    """Whether a text is of a format."""
    if name == "json":
        return bool(json.loads(text))
    others = [start for one, starts in STARTS.items() if one != "md" for start in starts]
    return text.startswith(STARTS[name]) if name in STARTS else not text.startswith(tuple(others))


@pytest.mark.parametrize(("command", "name"), [(one, name) for one, names in COMMANDS.items() for name in names])
def test_a_command_writes_each_of_its_formats_by_name_and_when_asked(call, tmp_path, command, name):
    for end in ENDS[name]:
        done = call(command, "-o", f"made{end}")
        assert done.code == 0, done.said
        text = (tmp_path / f"made{end}").read_bytes().decode()
        assert fits(text, name)
    asked = call(command, "--format", name)
    assert (asked.code, fits(asked.out, name)) == (0, True)
    said = call(command, "--format", name, "-o", "made.pdf")
    assert (said.code, "made.pdf gets the format" in said.said) == (0, True)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("end", [".pdf", ".docx", ".XLSX", ".doc", ".xyz"])
def test_a_command_refuses_a_name_of_a_kind_that_it_does_not_make(call, tmp_path, command, end):
    done = call(command, "-o", f"made{end}")
    assert (done.code, (tmp_path / f"made{end}").exists()) == (2, False)
    assert f"ends in {end.casefold()}" in done.said
    assert ".json" in done.said


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_names_the_formats_of_a_command(mhscan, command):
    done = mhscan("pack", "diff", "--help") if command == "diff" else mhscan(command, "--help")
    assert ", ".join(COMMANDS[command]) in " ".join(done.out.split())


def test_a_format_that_there_is_not_is_named_in_the_language_of_the_interface(mhscan, scan):
    done = mhscan("--lang", "nl", "score", scan(), "--format", "xml")
    assert (done.code, done.out) == (2, "")
    assert done.said == "Er is hier geen formaat 'xml'. De formaten zijn: text, json. Noem een daarvan met --format."
