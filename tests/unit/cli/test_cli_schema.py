"""`mhscan schema`."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from mhscan.cli.schema import Name


@pytest.mark.parametrize("name", get_args(Name))
def test_each_kind_of_file_has_a_schema_alone_on_standard_output(mhscan, name):
    done = mhscan("schema", name)
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert data["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert data["type"] == "object"


def test_another_kind_is_wrong_usage_and_says_which_there_are(mhscan):
    done = mhscan("schema", "modle")
    assert done.code == 2
    assert "KIND must be one of: model, factor, questionnaire, source," in done.err
