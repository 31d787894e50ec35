"""The base of all models, and the small types that they share."""

from __future__ import annotations

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from mhscan.base import ClaimId, Date, FullId, Id, Prose, Seq, SourcedText, Strict, Text


class Sample(Strict):
    name: Text
    count: int = 0
    from_: int = Field(0, alias="from")
    parts: Seq[str] = ()
    why: SourcedText | None = None


def test_a_model_cannot_be_changed():
    sample = Sample(name="a")
    with pytest.raises(ValidationError, match="frozen"):
        sample.name = "b"


def test_a_model_refuses_a_key_that_it_does_not_know():
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Sample.model_validate({"name": "a", "nmae": "b"})


@pytest.mark.parametrize(
    ("key", "value"), [("name", 5), ("name", ""), ("count", "5"), ("count", 1.0), ("count", True), ("parts", "ab")]
)
def test_a_model_converts_nothing_silently(key, value):
    with pytest.raises(ValidationError, match=key):
        Sample.model_validate({"name": "a", key: value})


def test_a_list_becomes_a_tuple_and_its_items_stay_strict():
    assert Sample.model_validate({"name": "a", "parts": ["x", "y"]}).parts == ("x", "y")
    with pytest.raises(ValidationError, match=r"parts\.1"):
        Sample.model_validate({"name": "a", "parts": ["x", 5]})


def test_a_key_that_is_a_word_of_python_is_read_under_its_own_name():
    assert Sample.model_validate({"name": "a", "from": 3}).from_ == 3


def test_a_bare_text_is_prose_without_sources():
    assert Sample.model_validate({"name": "a", "why": "So."}).why == Prose(text="So.")


def test_prose_can_name_the_claims_it_rests_on():
    made = Sample.model_validate({"name": "a", "why": {"text": "So.", "sources": ["AB-1"]}})
    assert made.why == Prose(text="So.", sources=("AB-1",))


@pytest.mark.parametrize("value", [5, ["So."], {"sources": []}, ""])
def test_prose_is_a_text_or_has_one(value):
    with pytest.raises(ValidationError, match="why"):
        Sample.model_validate({"name": "a", "why": value})


@pytest.mark.parametrize(
    ("kind", "good"),
    [(Id, "a"), (Id, "a-1-b"), (Id, "24"), (FullId, "a.b"), (FullId, "a-b.c-2"), (ClaimId, "AAN-3"), (ClaimId, "x")],
)
def test_an_id_of_the_right_form_is_taken(kind, good):
    assert TypeAdapter(kind).validate_python(good) == good


@pytest.mark.parametrize(
    ("kind", "bad"),
    [
        *[(Id, one) for one in ("", "A", "a_b", "a b", "-a", "a-", "a--b", "a.b", "a\n", "é", "a" * 61)],
        *[(FullId, one) for one in ("a", "a.", ".b", "a.b.c", "A.b", "a.b\n")],
        *[(ClaimId, one) for one in ("", "A_1", "A--1", "A 1", "x" * 41)],
    ],
)
def test_an_id_of_another_form_is_refused(kind, bad):
    with pytest.raises(ValidationError, match=r"pattern|at most"):
        TypeAdapter(kind).validate_python(bad)


def test_a_date_that_exists_is_taken():
    assert TypeAdapter(Date).validate_python("2028-02-29") == "2028-02-29"


@pytest.mark.parametrize("bad", ["2026-02-29", "2026-13-01", "0000-01-01", "2026-5-1", "20260501", "soon", 20260501])
def test_a_date_that_does_not_exist_or_is_written_otherwise_is_refused(bad):
    with pytest.raises(ValidationError, match=r"pattern|no_such_day|valid string"):
        TypeAdapter(Date).validate_python(bad)
