"""What several commands share."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import pytest

from mhscan.answers.archive import archive_of, keep_pack
from mhscan.answers.model import Finished
from mhscan.cli import common
from mhscan.errors import InputError, OutputError
from mhscan.loading.packs import read_folder
from mhscan.loading.shipped import shipped_pack


def test_the_time_can_be_fixed(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert common.today() == "1970-01-01"
    assert common.timestamp() == "1970-01-01T00:00:00+00:00"


def test_else_it_is_now_with_its_zone(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    now = common.now()
    assert now.tzinfo is not None
    assert abs(dt.datetime.now(dt.UTC) - now) < dt.timedelta(minutes=1)


def test_the_pack_is_the_one_asked_for_then_the_one_kept_with_the_file_then_the_shipped(scan, english_folder):
    file = scan(status="final", finished=Finished(date="2026-05-01"))
    assert common.pack_folder(None, file) == common.pack_folder(None) == shipped_pack()
    keep_pack(english_folder, archive_of(file), read_folder(english_folder).sha256)
    assert common.pack_folder(None, file) == archive_of(file)
    assert common.pack_folder(Path("other"), file) == Path("other")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("yes\n", True), (" Y \n", True), ("no\n", False), ("\n", False), ("", False), ("sure\n", False)],
)
def test_only_yes_is_yes(monkeypatch, capsys, typed, answer):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert common.yes("Replace it?") is answer
    assert "Replace it? [yes/no]:" in capsys.readouterr().err


def test_a_file_may_be_replaced_if_it_is_not_there_or_with_force(tmp_path):
    path = tmp_path / "out.md"
    common.may_replace(path, force=False)
    path.touch()
    common.may_replace(path, force=True)
    with pytest.raises(OutputError, match=r"out\.md exists already") as caught:
        common.may_replace(path, force=False)
    assert caught.value.hint == "Choose another name, or add --force to replace it."


def test_output_goes_to_a_file_which_is_named(tmp_path, capsys):
    common.write_output("text", tmp_path / "out.md", force=False)
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "text"
    assert capsys.readouterr() == ("", f"Written: {tmp_path / 'out.md'}\n")


def test_what_a_file_holds_is_known_without_an_error(tmp_path):
    path = tmp_path / "out.md"
    assert not common.holds(path, "text")
    path.write_text("text", encoding="utf-8")
    assert common.holds(path, "text")
    assert not common.holds(path, "other")
    assert not common.holds(tmp_path, "text")


def test_a_name_that_is_too_long_is_not_there_and_holds_nothing(tmp_path):
    path = tmp_path / ("x" * 300)
    assert not common.is_there(path)
    assert not common.holds(path, "text")


@pytest.mark.parametrize(
    ("wanted", "hint"), [("mastr", "Did you mean 'master'?"), ("zzz", "Possible here: master, crew.")]
)
def test_a_word_that_is_not_in_the_list_is_refused_with_a_hint(wanted, hint):
    assert common.choose("role", "crew", ["master", "crew"]) == "crew"
    with pytest.raises(InputError, match=f"There is no role '{wanted}'") as caught:
        common.choose("role", wanted, ["master", "crew"])
    assert caught.value.hint == hint
