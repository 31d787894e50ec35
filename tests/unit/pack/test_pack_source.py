"""A source and its claims as a model."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.pack.source import Source

CLAIM = {"id": "BK-1", "section": "One", "kind": "factor", "modality": "must", "text": "It must."}
SOURCE = {"schema": "mhscan/source@1", "id": "book", "title": "Book", "publisher": "Press", "claims": [CLAIM]}


def test_a_source_needs_little_more_than_claims():
    made = Source.model_validate(SOURCE)
    assert (made.subtitle, made.research, made.method) == ("", "", "")
    assert made.claims[0].model_dump() == {**CLAIM, "word": ""}


@pytest.mark.parametrize("kind", ["context", "factor", "example", "pitfall", "relation"])
def test_a_claim_is_of_one_of_five_kinds(kind):
    assert Source.model_validate({**SOURCE, "claims": [{**CLAIM, "kind": kind}]}).claims[0].kind == kind


@pytest.mark.parametrize(
    ("key", "value"), [("kind", "opinion"), ("id", "BK_1"), ("text", ""), ("modality", "Must"), ("page", 3)]
)
def test_a_claim_with_a_wrong_part_is_refused(key, value):
    with pytest.raises(ValidationError, match=rf"claims\.0\.{key}"):
        Source.model_validate({**SOURCE, "claims": [{**CLAIM, key: value}]})


def test_a_source_without_claims_is_refused():
    with pytest.raises(ValidationError, match="at least 1 item"):
        Source.model_validate({**SOURCE, "claims": []})
