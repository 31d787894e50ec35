"""What somebody has to know, and which pack was used."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.codes import problem
from mhscan.errors import Location
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.notice import Notice
from mhscan.ui.notices import notices_text, used_text


def test_a_notice_has_its_problems_its_message_and_what_to_do():
    fault = problem("MH801", "no such question", Location("a.yaml", 3))
    notices = [Notice("misfit", problems=(fault,)), Notice("carried", "Carried over.", "See the file.")]
    lines = notices_text(notices).splitlines()
    assert lines[0].startswith("a.yaml:3:1: error[MH801]")
    assert lines[-2:] == ["Carried over.", "See the file."]
    assert notices_text([]) == ""


@pytest.mark.parametrize(
    ("origin", "why"),
    [
        ("named", "the one that is named"),
        ("here", "the pack of this folder"),
        ("kept", "kept with the assessment"),
        ("around", "the pack in packs/quay"),
        ("shipped", "the pack of mhscan itself"),
    ],
)
def test_it_is_told_which_pack_was_used_and_why(origin, why):
    use = PackUse(Path("packs/quay"), origin, "quay", "1.0.0", 8)
    assert used_text(use) == f"Used: 8 files of pack quay 1.0.0 ({why})."
