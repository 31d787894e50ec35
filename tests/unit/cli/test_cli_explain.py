"""`mhscan explain`."""

from __future__ import annotations

import pytest

from mhscan.codes import CODES


@pytest.mark.parametrize(
    ("wanted", "start"),
    [
        ("ashore.slope", "ashore.slope: Gentle slopes\n"),
        ("ashore", "ashore: Getting to the quay\n"),
        ("rescue-not-known", "rescue-not-known: Rescue is not known\n"),
        ("context.steps", "context.steps: "),
        ("AUD-1", "AUD-1"),
        ("mh203", "MH203 unknown-indicator (error)\n\nWhat it checks\n  An indicator is named"),
        ("Vague-Word", "MH502 vague-word (warning)\n"),
    ],
)
def test_each_kind_of_id_is_explained(harbour, wanted, start):
    done = harbour("explain", wanted)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(start)


def test_every_code_is_explained(mhscan):
    assert len(CODES) > 20
    assert [code for code in CODES if mhscan("explain", code).code] == []


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("ashore.slop", "Did you mean 'ashore.slope'?"),
        ("MH2033", "Did you mean 'MH203'?"),
        ("zzzzzzzz", "Ids look like factor.indicator; a factor and a rule have one word."),
    ],
)
def test_an_unknown_id_gets_a_hint(harbour, wanted, hint):
    done = harbour("explain", wanted)
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines() == [f"There is no '{wanted}'.", hint]
