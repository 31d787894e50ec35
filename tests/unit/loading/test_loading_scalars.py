"""What a scalar without quotes is."""

from __future__ import annotations

import pytest

from mhscan.loading.scalars import AmbiguousError, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), ("~", None), ("True", True), ("7", 7), ("-7", -7), ("1.5", 1.5), ("2026-05-01", "2026-05-01")],
)
def test_it_is_what_the_core_schema_says(text, value):
    assert plain(text) == value
    assert type(plain(text)) is type(value)


@pytest.mark.parametrize("text", ["1e999", "9" * 20])
def test_a_number_beyond_all_bounds_stays_a_text(text):
    assert plain(text) == text


@pytest.mark.parametrize("text", ["no", "Off", "0344", "0x1F", "0o17"])
def test_what_programs_read_in_different_ways_is_refused_with_a_hint(text):
    with pytest.raises(AmbiguousError) as found:
        plain(text)
    assert text in found.value.message
    assert found.value.hint
