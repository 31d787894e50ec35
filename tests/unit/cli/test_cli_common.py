"""What several commands share."""

from __future__ import annotations

import datetime as dt
import io
import sys

import pytest

from mhscan.cli import common
from mhscan.errors import InputError


def test_the_time_can_be_fixed(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert common.today() == "1970-01-01"
    assert common.timestamp() == "1970-01-01T00:00:00+00:00"


def test_else_it_is_now_with_its_zone(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    now = common.now()
    assert now.tzinfo is not None
    assert abs(dt.datetime.now(dt.UTC) - now) < dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("yes\n", True), (" Y \n", True), ("no\n", False), ("\n", False), ("", False), ("sure\n", False)],
)
def test_only_yes_is_yes(monkeypatch, capsys, typed, answer):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert common.yes("Replace it?") is answer
    assert "Replace it? [yes/no]:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "hint"), [("mastr", "Did you mean 'master'?"), ("zzz", "Possible here: master, crew.")]
)
def test_a_word_that_is_not_in_the_list_is_refused_with_a_hint(wanted, hint):
    assert common.choose("role", "crew", {"master": "master", "crew": "crew"}) == "crew"
    with pytest.raises(InputError, match=f"There is no role '{wanted}'") as caught:
        common.choose("role", wanted, {"master": "master", "crew": "crew"})
    assert caught.value.hint == hint
