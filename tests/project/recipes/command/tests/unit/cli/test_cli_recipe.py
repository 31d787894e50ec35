"""`mhscan recipe`."""

from __future__ import annotations

from pathlib import Path

from mhscan.cli.boundary import run

SCAN = Path(__file__).resolve().parents[2] / "packs" / "every" / "answers" / "scan.yaml"


def test_it_counts(capsys):
    assert run(["recipe", str(SCAN)]) == 0
    assert capsys.readouterr().out.endswith("answers are given.\n")


def test_a_file_that_is_not_there_and_wrong_usage(capsys):
    assert run(["recipe", "nothing.yaml"]) == 2
    assert run(["recipe"]) == 64
