"""Which assessments can be compared, in which order and under which pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan.errors import InputError
from mhscan.trend.scans import newest, scans_of


def test_they_stand_in_order_of_date(versions, scan):
    given = [scan({}, date="2027-01-01"), scan({}, date="2025-01-01"), scan({}, date="2026-01-01")]
    dates = [one.assessment.date for one in scans_of(versions["2.0.0"], given)]
    assert dates == ["2025-01-01", "2026-01-01", "2027-01-01"]


def test_the_newest_pack_has_the_highest_version_and_of_two_with_the_same_it_is_the_last(versions):
    again = replace(versions["2.0.0"], sha256="1" * 64)
    assert newest([versions["2.0.0"], versions["1.1.0"]]) is versions["2.0.0"]
    assert newest([versions["1.0.0"], versions["2.0.0"], again]) is again


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Eden"}, {"name": "Arden"}),
        ({"name": "Eden", "code": "A1"}, {"name": "Eden", "code": "A2"}),
    ],
)
def test_two_subjects_are_never_compared(english_pack, scan, one, other):
    given = [scan({}, subject=one), scan({}, subject=other, date="2026-01-01")]
    with pytest.raises(InputError, match="are about different subjects") as error:
        scans_of(english_pack, given)
    assert "It never ranks one against another." in error.value.hint


def test_a_subject_may_grow_and_its_name_may_be_typed_otherwise(versions, scan):
    given = [scan({}, subject={"name": "Eden", "stems": 4}), scan({}, subject={"name": " eden", "stems": 9})]
    assert len(scans_of(versions["2.0.0"], given)) == 2


def test_own_answers_and_those_of_a_partner_are_not_compared(english_pack, build):
    from mhscan.trend.scans import Given

    own = Given("own.yaml", build.assessment(english_pack, {}), english_pack)
    partner = Given("partner.yaml", build.assessment(english_pack, {}, questionnaire="visitor"), english_pack)
    with pytest.raises(InputError, match="not filled in from one perspective"):
        scans_of(english_pack, [own, partner])
    assert len(scans_of(english_pack, [partner, partner])) == 2


def test_another_pack_is_refused(versions, english_pack, build, scan):
    from mhscan.trend.scans import Given

    other = Given("h.yaml", build.assessment(english_pack, {}, subject={"name": "Eden"}), english_pack)
    with pytest.raises(InputError, match="were given with pack 'harbour-access'"):
        scans_of(versions["2.0.0"], [scan({}), other])


def test_it_is_known_what_the_pack_of_the_time_asked_if_that_is_at_hand(versions, scan):
    old, new = scans_of(versions["2.0.0"], [scan({}, "1.0.0"), scan({}, date="2026-01-01")])
    assert "water.pond" not in old.asked
    assert {"water.storage", "water.hose-length", "trees.young"} <= old.asked
    assert new.asked == frozenset(versions["2.0.0"].places)
    assert (old.same_pack, new.same_pack) == (False, True)
    (alone,) = scans_of(versions["2.0.0"], [scan({}, "1.0.0", at_hand=False)])
    assert (alone.asked, alone.own) == (None, None)
