"""What people wrote behind a `#` stays with its key."""

from __future__ import annotations

import pytest

from mhscan.answers.comments import carry, comments_of
from mhscan.answers.model import Answer
from mhscan.answers.store import open_store
from mhscan.answers.writing import HEAD
from mhscan.errors import Remark
from mhscan.loading.yaml_reader import read_yaml


def after(before, text):
    """The text with the comments of what was there before."""
    return carry(HEAD + text, comments_of(read_yaml(before, "")[0])).text


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        ("a: 1 # x\n", "a: 2\n", "a: 2 # x\n"),
        ("# x\na: 1\n", "a: 2\n", "# x\na: 2\n"),
        ("a: 1\n# x\n# y\nb: 1\n", "b: 2\na: 2\n", "# x\n# y\nb: 2\na: 2\n"),
        ("a:\n  # x\n  b: 1 # y\n", "a: {b: 2}\n", "# x\na: {b: 2} # y\n"),
        ("a: {b: 1, # x\n  c: 2 # y\n  } # z\n", "a: {b: 1, c: 2}\n", "a: {b: 1, c: 2} # x # y # z\n"),
        ("a: | # x\n  text\n", "a: text\n", "a: text # x\n"),
        ("a:\n- 1 # x\n- 2\n", "a:\n- 1\n- 2\n", "a:\n- 1 # x\n- 2\n"),
        ("--- # x\na: 1\n... # y\n", "a: 1\n", "# x\na: 1\n# y\n"),
        ("a: 'x # y'\nb: \"# z\"\n", "a: 1\n", "a: 1\n"),
        ("a: 1\nb: 2 # x\n", "a: 1\n", "a: 1\n# b: x\n"),
        ("answers: {q: 1} # x\n", "answers: {}\narchived: {q: 1}\n", "answers: {}\narchived: {q: 1} # x\n"),
        ("a: 1 # x\u2028b: 2\n", "a: 2\nb: 2\n", "a: 2 # x\nb: 2\n"),
    ],
)
def test_a_comment_stays_with_its_key(before, now, kept):
    assert after(before, now) == HEAD + kept


def test_the_line_of_mhscan_is_there_once_and_where_it_was():
    assert after("# mine\n" + HEAD + "a: 1\n", "a: 2\n") == "# mine\n" + HEAD + "a: 2\n"
    assert after(HEAD + "a: 1\n", "a: 2\n") == HEAD + "a: 2\n"


def test_what_lost_its_key_is_said(written):
    text = written.read_text(encoding="utf-8").replace("value: 2}", "value: 2} # ask the clerk")
    written.write_text(text, encoding="utf-8")
    with open_store(written) as store:
        store.put("safety.crew", lambda _earlier: Answer(state="answered", value=3))
        assert "value: 2} # ask the clerk\n" in written.read_text(encoding="utf-8")
        with pytest.warns(Remark, match=r"stands at the end now, since answers\.safety\.plan\.value is gone: # ask"):
            store.update(lambda now: now.model_copy(update={"answers": {}}))
    assert written.read_text(encoding="utf-8").endswith("\n# answers.safety.plan.value: ask the clerk\n")


def test_a_comment_that_an_editor_adds_meanwhile_is_kept(written):
    with open_store(written) as store:
        written.write_text("# mine\n" + written.read_text(encoding="utf-8"), encoding="utf-8")
        store.put("safety.crew", lambda _earlier: Answer(state="answered", value=3))
    assert written.read_text(encoding="utf-8").startswith("# mine\n")
