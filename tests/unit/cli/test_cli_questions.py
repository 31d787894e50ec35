"""`mhscan questions`."""

from __future__ import annotations

import pytest


def test_the_longest_own_questionnaire_goes_to_standard_output(harbour):
    done = harbour("questions")
    assert (done.code, done.err) == (0, "")
    assert "How far is the harbour with gentle slopes?" in done.out


def test_another_questionnaire_can_be_named(harbour):
    assert "Could you get to the quay without a steep slope?" in harbour("questions", "-q", "visitor").out
    done = harbour("questions", "-q", "visitr")
    assert (done.code, done.err.splitlines()[-1]) == (3, "Did you mean 'visitor'?")


@pytest.mark.parametrize(("output", "start"), [("blank.md", "# "), ("blank.html", "<!DOCTYPE html>")])
def test_the_format_follows_the_name_of_the_output(harbour, tmp_path, output, start):
    assert harbour("questions", "-o", output).code == 0
    assert (tmp_path / output).read_text(encoding="utf-8").startswith(start)
    assert harbour("questions", "-o", output).code == 4
    assert harbour("questions", "-o", output, "--force").code == 0
