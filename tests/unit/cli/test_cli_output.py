"""Where output goes."""

from __future__ import annotations

import pytest

from mhscan.cli import output
from mhscan.errors import OutputError


def test_a_file_may_be_replaced_if_it_is_not_there_or_with_force(tmp_path):
    path = tmp_path / "out.md"
    output.may_replace(path, force=False)
    path.touch()
    output.may_replace(path, force=True)
    with pytest.raises(OutputError, match=r"out\.md exists already") as caught:
        output.may_replace(path, force=False)
    assert caught.value.hint == "Choose another name, or add --force to replace it."


def test_output_goes_to_a_file_which_is_named(tmp_path, capsys):
    output.write_output("text", tmp_path / "out.md", force=False)
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "text"
    assert capsys.readouterr() == ("", f"Written: {tmp_path / 'out.md'}\n")


def test_what_a_file_holds_is_known_without_an_error(tmp_path):
    path = tmp_path / "out.md"
    assert not output.holds(path, "text")
    path.write_text("text", encoding="utf-8")
    assert output.holds(path, "text")
    assert not output.holds(path, "other")
    assert not output.holds(tmp_path, "text")


def test_a_name_that_is_too_long_is_not_there_and_holds_nothing(tmp_path):
    path = tmp_path / ("x" * 300)
    assert not output.is_there(path)
    assert not output.holds(path, "text")
