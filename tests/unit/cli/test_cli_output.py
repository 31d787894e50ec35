"""Where output goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mhscan.cli import output
from mhscan.errors import OutputError
from mhscan.loading.paths import is_there


def test_a_file_may_be_replaced_if_it_is_not_there_or_with_force(tmp_path):
    path = tmp_path / "out.md"
    output.may_write(path, force=False)
    path.touch()
    output.may_write(path, force=True)
    with pytest.raises(OutputError, match=r"out\.md exists already") as caught:
        output.may_write(path, force=False)
    assert caught.value.hint == "Choose another name, or add --force to replace it."


@pytest.mark.parametrize("there", [True, False])
def test_through_a_link_nothing_is_written_unasked(tmp_path, there):
    link, target = tmp_path / "link.html", tmp_path / "elsewhere.html"
    link.symlink_to(target)
    if there:
        target.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"link\.html is a link to .*elsewhere\.html") as caught:
        output.may_write(link, force=False)
    assert caught.value.hint == "Choose another name, or add --force to replace it."
    output.may_write(link, force=True)


def test_of_a_protected_file_it_is_said_that_it_is(tmp_path):
    path = tmp_path / "out.md"
    path.touch(0o444)
    with pytest.raises(OutputError, match=r"out\.md exists already, and is protected against changes"):
        output.may_write(path, force=False)


def test_what_is_written_through_needs_no_question(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null"), Path("/dev/stdout"), tmp_path):
        output.may_write(path, force=False)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_name_for_standard_output_is_standard_output(capsys, name):
    output.write_output("text", Path(name), force=False)
    assert capsys.readouterr() == ("text", "")


def test_a_name_for_another_open_stream_is_written_behind_what_is_there(tmp_path):
    with (tmp_path / "log").open("w+", encoding="utf-8") as stream:
        stream.write("first ")
        stream.flush()
        output.write_output("text", Path(f"/dev/fd/{stream.fileno()}"), force=False)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "first text"
    with pytest.raises(OutputError, match="/dev/fd/999 cannot be written: it is closed"):
        output.write_output("text", Path("/dev/fd/999"), force=False)


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
    assert not is_there(path)
    assert not output.holds(path, "text")
